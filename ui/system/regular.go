package system

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// OpenRegular opens a file to be read, and nothing that is none: not a folder, and
// no pipe, which would keep whoever reads it waiting.
func OpenRegular(path string) (*os.File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("open %q: %w", filepath.Base(path), fs.ErrInvalid)
	}
	return os.Open(path)
}
