//go:build !windows

package store

import (
	"errors"
	"os"
	"syscall"
)

// keepsOthersOut reports whether an error says that another program has a file open
// and lets nobody else at it: here no program can.
func keepsOthersOut(error) bool { return false }

func (osDisk) rename(from, to string) error { return os.Rename(from, to) }

// claim cannot tell: who has a file open keeps nobody here from replacing it.
func (osDisk) claim(string) error { return errors.ErrUnsupported }

func (osDisk) syncFolder(path string) error {
	folder, err := os.Open(path)
	if err != nil {
		return err
	}
	defer folder.Close()
	// Some file systems cannot sync a folder and need not.
	if err := folder.Sync(); err != nil && !errors.Is(err, errors.ErrUnsupported) && !errors.Is(err, syscall.EINVAL) {
		return err
	}
	return nil
}
