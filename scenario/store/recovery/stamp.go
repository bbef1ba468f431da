package recovery

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"headroom/scenario"
	"headroom/scenario/store"
)

// A Stamp says what a workspace file was when a window read or saved it. The zero
// Stamp is that of no file.
type Stamp struct {
	Size   int64 // bytes
	SHA256 [sha256.Size]byte
}

// A Change is what became of a file since its stamp.
type Change string

// The changes.
const (
	Unchanged Change = ""        // it holds what it held
	Changed   Change = "changed" // it holds something else, or is there and was not
	Removed   Change = "removed" // it is not there any more
)

// ReadFile reads a workspace file as store.ReadFile does, and returns the stamp of
// what it read. It fails where the file is being changed all the time.
func ReadFile(path string) (scenario.Workspace, Stamp, error) {
	return readFile(path, store.ReadFile)
}

func readFile(path string, read func(string) (scenario.Workspace, error)) (scenario.Workspace, Stamp, error) {
	const attempts = 3
	for range attempts {
		before, failure := stampOf(path)
		w, err := read(path)
		if err != nil {
			return scenario.Workspace{}, Stamp{}, err
		}
		if failure != nil {
			continue
		}
		if after, err := before.Compare(path); err == nil && after == Unchanged {
			return w, before, nil
		}
	}
	return scenario.Workspace{}, Stamp{}, fmt.Errorf("open workspace %q: another program keeps changing it; try again when that is done", path)
}

// WriteFile writes a file as store.WriteFile does, and returns the stamp of what it
// wrote. Where it fails the stamp is zero, unless the file holds the data all the
// same, such as after an error that comes once the file is in place.
func WriteFile(path string, data []byte) (Stamp, error) {
	return writeFile(path, data, store.WriteFile)
}

func writeFile(path string, data []byte, write func(string, []byte) error) (Stamp, error) {
	failure := write(path, data)
	wrote := Stamp{Size: int64(len(data)), SHA256: sha256.Sum256(data)}
	there, err := stampOf(path)
	switch {
	case err == nil && there.SHA256 == wrote.SHA256:
		return there, failure
	case failure != nil:
		return Stamp{}, failure
	}
	// Another has changed it since, which the next comparison has to notice.
	return wrote, nil
}

// IsZero reports whether the stamp is that of no file.
func (s Stamp) IsZero() bool { return s.SHA256 == [sha256.Size]byte{} }

// Compare returns what became of the file at path since the stamp, and is certain
// of it: it reads the file. What was written again with the same content is
// unchanged. The error says why a file that is there cannot be read.
func (s Stamp) Compare(path string) (Change, error) {
	info, err := os.Stat(path)
	if change, known := s.judge(info, err); known {
		return change, nil
	}
	if err == nil && info.Mode().IsRegular() && info.Size() != s.Size {
		return Changed, nil
	}
	now, err := stampOf(path)
	if change, known := s.judge(info, err); known {
		return change, nil
	}
	switch {
	case err != nil:
		return "", fmt.Errorf("compare %q with what was read: %w", path, err)
	case now.SHA256 != s.SHA256:
		return Changed, nil
	}
	return Unchanged, nil
}

// judge returns what follows from whether there is a file at all.
func (s Stamp) judge(info fs.FileInfo, err error) (change Change, known bool) {
	missing := errors.Is(err, fs.ErrNotExist)
	switch {
	case missing && s.IsZero():
		return Unchanged, true
	case missing:
		return Removed, true
	case err == nil && s.IsZero():
		return Changed, true
	case err == nil && !info.Mode().IsRegular():
		return Changed, true
	}
	return Unchanged, false
}

// stampOf returns the stamp of the file at path, which holds no more than a
// workspace may.
func stampOf(path string) (Stamp, error) {
	file, err := openRegular(path)
	if err != nil {
		return Stamp{}, err
	}
	defer file.Close()
	sum := sha256.New()
	size, err := io.Copy(sum, io.LimitReader(file, store.MaxSize+1))
	if err != nil {
		return Stamp{}, store.Reason(err)
	}
	if size > store.MaxSize {
		return Stamp{}, errors.New("larger than any workspace")
	}
	s := Stamp{Size: size}
	sum.Sum(s.SHA256[:0])
	return s, nil
}
