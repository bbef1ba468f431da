package recovery

import (
	"fmt"
	"os"
	"path/filepath"

	"headroom/scenario/store"
)

// Folder returns the folder where Headroom keeps recovery copies and locks:
// headroom in $XDG_STATE_HOME, where that is an absolute path, or else where the
// system keeps such things: in .local/state in the home folder, and on Windows in
// %LocalAppData%, which belongs to one machine as the locks do. It is made where it
// is not there, for nobody but its owner to use. The error says why there can be none.
func Folder() (string, error) {
	state := os.Getenv("XDG_STATE_HOME")
	if !filepath.IsAbs(state) {
		var err error
		if state, err = usualState(); err != nil {
			return "", fmt.Errorf("find the folder for recovery copies: %w", err)
		}
	}
	folder := filepath.Join(state, "headroom")
	if err := makeFolder(folder); err != nil {
		return "", fmt.Errorf("make the folder for recovery copies %q: %w", folder, store.Reason(err))
	}
	return folder, nil
}

// makeFolder makes the folder, and takes from others what rights they have to one that
// is there: copies of unsaved work are nobody else's.
func makeFolder(folder string) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	info, err := os.Stat(folder)
	if err != nil || info.Mode().Perm()&0o077 == 0 {
		return err
	}
	return os.Chmod(folder, 0o700)
}
