package recovery

import (
	"errors"
	"os"
	"runtime"

	"headroom/scenario/store"
)

// ErrInUse is the error of locking what another window has locked.
var ErrInUse = errors.New("is open in another window")

// A lock is an exclusive lock of the operating system on a file that is there for
// nothing else. It ends with release or with the process.
//
// Such a file may be removed by who holds it, or while nobody does, so who opens
// it makes sure that it is still there once it is locked. To see whether it is
// locked others take a shared lock for a moment.
type lock struct {
	file *os.File
	path string
}

// acquire makes and locks the file at path. The error is ErrInUse where another
// has it.
func acquire(path string) (*lock, error) {
	// Others look for microseconds, but may be held up by the system meanwhile.
	const most = 10_000
	for range most {
		file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
		if err != nil {
			return nil, store.Reason(err)
		}
		locked, err := tryLock(file, true)
		if l := (&lock{file, path}); err == nil && locked && l.stands() {
			return l, nil
		}
		othersLook := true
		if err == nil && !locked {
			othersLook, err = tryLock(file, false)
		}
		file.Close()
		if err != nil {
			return nil, err
		}
		if !othersLook {
			break
		}
		runtime.Gosched()
	}
	return nil, ErrInUse
}

// stands reports whether the file that is locked is still the one at its path.
func (l *lock) stands() bool {
	mine, err := l.file.Stat()
	if err != nil {
		return false
	}
	there, err := os.Lstat(l.path)
	return err == nil && os.SameFile(mine, there)
}

// release ends the lock and removes its file.
func (l *lock) release() {
	if l.stands() {
		removeLocked(l.file, l.path)
	}
	l.file.Close()
}

// isHeld reports whether another has locked the file at path.
func isHeld(path string) bool {
	file, err := openRegular(path)
	if err != nil {
		return false
	}
	defer file.Close()
	free, err := tryLock(file, false)
	return err == nil && !free
}

// removeUnheld removes the file at path where nobody has locked it.
func removeUnheld(path string) {
	file, err := openRegular(path)
	if err != nil {
		return
	}
	defer file.Close()
	l := lock{file, path}
	if free, err := tryLock(file, false); err == nil && free && l.stands() {
		removeLocked(file, path)
	}
}
