package store

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"
)

var (
	errIsFolder   = errors.New("is a folder, not a file")
	errNotRegular = errors.New("is no regular file but a pipe, a device or the like")
	errLoop       = errors.New("is a symbolic link that leads in circles")
)

// ErrNotSynced is part of WriteFile's error where the new file is in place all the
// same.
var ErrNotSynced = errors.New("it is saved, but may not outlast a loss of power")

// WriteFile puts data into the file at path, whole or not at all: it writes a
// temporary file in the same folder, syncs it and renames it. A symbolic link is
// followed, and stays one. A file that is there keeps its mode, a new one has
// 0644 less the umask.
//
// Where WriteFile fails the former file is as it was, with one exception:
// ErrNotSynced comes after the new file is in place.
func WriteFile(path string, data []byte) error {
	if err := writeFile(osDisk{}, path, data); err != nil {
		return fmt.Errorf("save %q: %w", path, err)
	}
	return nil
}

// A disk is what writing a file takes of an operating system.
type disk interface {
	create(path string, mode fs.FileMode) (diskFile, error) // fails where there is something
	writable(path string) error                             // of a file that is there
	rename(from, to string) error
	remove(path string) error
	claim(path string) error // whether a file may be deleted, and no other program has it open
	syncFolder(path string) error
	wait(time.Duration)
}

// A diskFile is a file that is being written.
type diskFile interface {
	Write(data []byte) (int, error)
	Chmod(mode fs.FileMode) error
	Sync() error
	Close() error
}

func writeFile(d disk, path string, data []byte) error {
	target, err := resolve(path)
	if err != nil {
		return Reason(err)
	}
	former, err := formerFile(d, target)
	if err != nil {
		return Reason(err)
	}
	temporary, err := writeTemporary(d, filepath.Dir(target), former, data)
	if err != nil {
		return Reason(err)
	}
	if err := replace(d, temporary, target); err != nil {
		return errors.Join(err, cleanUp(d, temporary))
	}
	if err := d.syncFolder(filepath.Dir(target)); err != nil {
		return fmt.Errorf("%w: %w", ErrNotSynced, Reason(err))
	}
	return nil
}

// formerFile returns what is known of the file to be replaced, nil where there is
// none.
func formerFile(d disk, target string) (fs.FileInfo, error) {
	former, err := os.Lstat(target)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if err := mustBeRegular(former); err != nil {
		return nil, err
	}
	// A rename asks only the folder for permission, not the file it replaces.
	return former, patiently(d, func() error { return d.writable(target) })
}

// writeTemporary writes a file beside the one it is to replace and returns its
// path. Where it fails it leaves nothing behind.
func writeTemporary(d disk, folder string, former fs.FileInfo, data []byte) (string, error) {
	path, file, err := createTemporary(d, folder, former)
	if err != nil {
		return "", err
	}
	n, err := file.Write(data)
	if err == nil && n < len(data) {
		err = fmt.Errorf("only %d of %d bytes could be written", n, len(data))
	}
	if err == nil && former != nil {
		err = file.Chmod(former.Mode())
	}
	if err == nil {
		err = file.Sync()
	}
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return "", errors.Join(Reason(err), cleanUp(d, path))
	}
	return path, nil
}

func createTemporary(d disk, folder string, former fs.FileInfo) (string, diskFile, error) {
	mode := fs.FileMode(0o644)
	if former != nil {
		mode = 0o600 // until it has the former's
	}
	for {
		path := filepath.Join(folder, fmt.Sprintf(".headroom-%016x.tmp", rand.Uint64()))
		file, err := d.create(path, mode)
		if !errors.Is(err, fs.ErrExist) {
			return path, file, err
		}
	}
}

func cleanUp(d disk, temporary string) error {
	if err := patiently(d, func() error { return d.remove(temporary) }); err != nil {
		return fmt.Errorf("and %s could not be removed: %w", temporary, err)
	}
	return nil
}

// resolve follows symbolic links to the file that path means, which need not be
// there.
func resolve(path string) (string, error) {
	if path == "" {
		return "", fs.ErrNotExist
	}
	const most = 40 // links in a row, as Linux has it
	for range most {
		folder, name := filepath.Split(path)
		if name == "" || name == "." || name == ".." {
			return "", errIsFolder
		}
		if folder == "" {
			folder = "."
		}
		folder, err := filepath.EvalSymlinks(folder)
		if err != nil {
			return "", err
		}
		target := filepath.Join(folder, name)
		link, err := os.Readlink(target)
		if err != nil {
			return target, nil // no link: a file, or nothing yet
		}
		if path = link; !filepath.IsAbs(link) {
			// Not joined, which would take away .. without regard to links.
			path = strings.TrimSuffix(folder, string(filepath.Separator)) + string(filepath.Separator) + link
		}
	}
	return "", errLoop
}

// Reason returns why a file could not be dealt with: err without the path and the
// operation that the operating system puts before it, for an error around it
// that names the file itself. It is ErrHeld where another program keeps all others
// from the file. Other errors, nil too, are returned as they are.
func Reason(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		err = path.Err
	case errors.As(err, &link):
		err = link.Err
	}
	if keepsOthersOut(err) {
		return ErrHeld
	}
	return err
}

// osDisk is the disk of the operating system.
type osDisk struct{}

var _ disk = osDisk{}

func (osDisk) create(path string, mode fs.FileMode) (diskFile, error) {
	return os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
}

func (osDisk) writable(path string) error {
	file, err := os.OpenFile(path, os.O_WRONLY|NoWait, 0)
	if err != nil {
		return err
	}
	return file.Close()
}

func (osDisk) remove(path string) error { return os.Remove(path) }

func (osDisk) wait(pause time.Duration) { time.Sleep(pause) }
