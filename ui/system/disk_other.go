//go:build !windows

package system

import "syscall"

// What the system says of a disk that is full, and of one that may only be read.
var (
	full      = []error{syscall.ENOSPC, syscall.EDQUOT}
	protected = []error{syscall.EROFS}
)
