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
	return windows.MoveFileEx(source, target, windows.MOVEFILE_REPLACE_EXISTING|windows.MOVEFILE_WRITE_THROUGH)
}

// claim opens the file to delete it, shared with nobody, and closes it again.
func (osDisk) claim(path string) error {
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	file, err := windows.CreateFile(name, windows.DELETE, 0, nil, windows.OPEN_EXISTING, windows.FILE_ATTRIBUTE_NORMAL, 0)
	if err != nil {
		return err
	}
	return windows.CloseHandle(file)
}

// syncFolder does nothing: a folder cannot be synced here, and rename has written
// through what it changed in one.
func (osDisk) syncFolder(string) error { return nil }
