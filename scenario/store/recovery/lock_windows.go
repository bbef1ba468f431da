package recovery

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// tryLock locks an open file, for itself alone or together with others, and
// reports whether it could. Where the file system has no locks it always can.
func tryLock(file *os.File, exclusive bool) (bool, error) {
	how := uint32(windows.LOCKFILE_FAIL_IMMEDIATELY)
	if exclusive {
		how |= windows.LOCKFILE_EXCLUSIVE_LOCK
	}
	err := windows.LockFileEx(windows.Handle(file.Fd()), how, 0, 1, 0, new(windows.Overlapped))
	switch {
	case errors.Is(err, windows.ERROR_LOCK_VIOLATION), errors.Is(err, windows.ERROR_IO_PENDING):
		return false, nil
	case errors.Is(err, errors.ErrUnsupported), errors.Is(err, windows.ERROR_INVALID_FUNCTION):
		return true, nil
	}
	return err == nil, err
}

// removeLocked removes a file that is locked. It is closed first, since a file
// that is open here, or meanwhile elsewhere, is not removed.
func removeLocked(file *os.File, path string) {
	file.Close()
	_ = os.Remove(path) // one that stays locks nothing, and goes with the next sweep
}
