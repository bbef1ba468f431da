package store

import (
	"errors"

	"golang.org/x/sys/windows"
)

// keepsOthersOut reports whether an error says that another program has a file open
// and lets nobody else at it.
func keepsOthersOut(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_LOCK_VIOLATION)
}

// rename returns once the file is in its new place on the disk itself.
func (osDisk) rename(from, to string) error {
	source, err := windows.UTF16PtrFromString(from)
	if err != nil {
		return err
	}
	target, err := windows.UTF16PtrFromString(to)
	if err != nil {
		return err
	}
	err = windows.MoveFileEx(source, target, windows.MOVEFILE_REPLACE_EXISTING|windows.MOVEFILE_WRITE_THROUGH)
	if errors.Is(err, windows.ERROR_ACCESS_DENIED) {
		// Both can be written, or it would not have come to this: then it is another
		// program that does not allow its file to be replaced.
		return ErrHeld
	}
	return err
}

// syncFolder does nothing: a folder cannot be synced here, and rename has written
// through what it changed in one.
func (osDisk) syncFolder(string) error { return nil }
