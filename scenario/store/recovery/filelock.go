package recovery

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"headroom/scenario/store"
)

const filePrefix = "file-"

// A FileLock says that a workspace file is open in a window. It is advisory: it
// keeps nobody from the file who does not ask.
type FileLock struct {
	real string
	lock *lock
}

// LockFile locks the workspace file at path, which need not be there yet, by a
// lock in the given folder, the same for all windows. A path means the file that
// its symbolic links lead to; another name of the same file by a hard link does
// not. The error is ErrInUse where a window has it, be it the asking one; of any
// other error the file cannot be locked, which is no reason not to open it.
func LockFile(folder, path string) (*FileLock, error) {
	real, err := realPath(path)
	if err != nil {
		return nil, fmt.Errorf("lock %q: %w", path, store.Reason(err))
	}
	sum := sha256.Sum256([]byte(real))
	l, err := acquire(filepath.Join(folder, filePrefix+hex.EncodeToString(sum[:])+lockSuffix))
	if errors.Is(err, ErrInUse) {
		return nil, fmt.Errorf("%q %w", path, err)
	}
	if err != nil {
		return nil, fmt.Errorf("lock %q by a file in %q: %w", path, folder, err)
	}
	return &FileLock{real, l}, nil
}

// Holds reports whether the lock is that of the file at path. That of nil is of no
// file.
func (l *FileLock) Holds(path string) bool {
	if l == nil {
		return false
	}
	real, err := realPath(path)
	return err == nil && real == l.real
}

// Release ends the lock. That of nil does nothing; a lock is released once.
func (l *FileLock) Release() {
	if l != nil {
		l.lock.release()
	}
}

// realPath returns the path without symbolic links of a file that need not be
// there, in a folder that is.
func realPath(path string) (string, error) {
	const most = 40 // links in a row that lead to nothing yet
	if !filepath.IsAbs(path) {
		here, err := os.Getwd()
		if err != nil {
			return "", err
		}
		path = within(here, path)
	}
	for range most {
		real, err := filepath.EvalSymlinks(path)
		if !errors.Is(err, fs.ErrNotExist) {
			return real, err
		}
		folder, name := filepath.Split(path)
		if folder, err = filepath.EvalSymlinks(folder); err != nil {
			return "", err
		}
		target := filepath.Join(folder, name)
		link, err := os.Readlink(target)
		if err != nil {
			return target, nil
		}
		if path = link; !filepath.IsAbs(link) {
			path = within(folder, link)
		}
	}
	return "", errors.New("is a symbolic link that leads in circles")
}

// within returns a path in a folder. It is not joined, which would take away ..
// without regard to links.
func within(folder, path string) string {
	const separator = string(filepath.Separator)
	return strings.TrimSuffix(folder, separator) + separator + path
}
