//go:build unix

package store

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func TestANewFileHasTheUsualMode(t *testing.T) {
	former := syscall.Umask(0o027)
	defer syscall.Umask(former)
	folder := t.TempDir()
	path := filepath.Join(folder, "file")
	if err := WriteFile(path, []byte("new")); err != nil {
		t.Fatal(err)
	}
	holds(t, path, "new")
	if info, err := os.Stat(path); err != nil || info.Mode() != 0o640 {
		t.Errorf("mode %v, %v, want 0640", info.Mode(), err)
	}
	if names := entries(t, folder); len(names) != 1 {
		t.Errorf("left behind: %q", names)
	}
}

func TestOnlyRegularFilesAreReplaced(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{pipe, "/dev/null"} {
		if err := WriteFile(path, []byte("new")); !errors.Is(err, errNotRegular) {
			t.Errorf("%s: error %v", path, err)
		}
	}
}
