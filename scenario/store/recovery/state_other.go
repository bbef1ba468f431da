//go:build !windows

package recovery

import (
	"os"
	"path/filepath"
)

// usualState returns where programs keep what they hold to be theirs alone, on this
// machine.
func usualState() (string, error) {
	home, err := os.UserHomeDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(home, ".local", "state"), nil
}
