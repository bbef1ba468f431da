//go:build unix

package store

import (
	"path/filepath"
	"syscall"
	"testing"
)

// None of these can be read, and to try would wait or go on forever.
func TestOnlyRegularFilesAreRead(t *testing.T) {
	folder := t.TempDir()
	pipe := filepath.Join(folder, "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		pipe:                             "is no regular file but a pipe, a device or the like",
		"/dev/zero":                      "is no regular file but a pipe, a device or the like",
		folder:                           "is a folder, not a file",
		filepath.Join(folder, "nothing"): "no such file or directory",
	} {
		_, err := ReadFile(path)
		if err == nil || err.Error() != `open workspace "`+path+`": `+want {
			t.Errorf("%s: error %v, want %s", path, err, want)
		}
	}
}
