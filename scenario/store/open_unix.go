//go:build unix

package store

import "syscall"

// NoWait is the flag with which opening a file does not wait for the other end of a
// pipe.
const NoWait = syscall.O_NONBLOCK
