//go:build darwin || dragonfly || freebsd || illumos || linux || netbsd || openbsd

package recovery

import (
	"errors"
	"os"
	"syscall"
)

// tryLock locks an open file, for itself alone or together with others, and
// reports whether it could. Where the file system has no locks it always can.
func tryLock(file *os.File, exclusive bool) (bool, error) {
	how := syscall.LOCK_SH | syscall.LOCK_NB
	if exclusive {
		how = syscall.LOCK_EX | syscall.LOCK_NB
	}
	for {
		err := syscall.Flock(int(file.Fd()), how)
		switch {
		case err == nil:
			return true, nil
		case errors.Is(err, syscall.EINTR):
		case errors.Is(err, syscall.EWOULDBLOCK):
			return false, nil
		case errors.Is(err, errors.ErrUnsupported), errors.Is(err, syscall.ENOLCK), errors.Is(err, syscall.EINVAL):
			return true, nil
		default:
			return false, err
		}
	}
}

// removeLocked removes a file that is locked. Only the lock is in the way of
// others who would have it: a file that stays locks nothing, and goes with the next
// sweep.
func removeLocked(_ *os.File, path string) { _ = os.Remove(path) }
