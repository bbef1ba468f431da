//go:build !(darwin || dragonfly || freebsd || illumos || linux || netbsd || openbsd || windows)

package recovery

import "os"

// tryLock locks nothing, and reports that it could: this system has no locks that
// end with a process.
func tryLock(*os.File, bool) (bool, error) { return true, nil }

// removeLocked removes a file. One that stays locks nothing.
func removeLocked(_ *os.File, path string) { _ = os.Remove(path) }
