package system

import "golang.org/x/sys/windows"

// What the system says of a disk that is full, and of one that may only be read.
var (
	full      = []error{windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL, windows.ERROR_DISK_QUOTA_EXCEEDED}
	protected = []error{windows.ERROR_WRITE_PROTECT}
)
