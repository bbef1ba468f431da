package store

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/windows"
)

// Whatever another program lets others do with its file, it is said that it has it open
// where that keeps the file from being replaced, and only then.
func TestWhoHasAFileIsFoundOut(t *testing.T) {
	for says, share := range map[string]uint32{
		"nothing":           0,
		"to read":           windows.FILE_SHARE_READ,
		"to read and write": windows.FILE_SHARE_READ | windows.FILE_SHARE_WRITE,
	} {
		folder, err := os.MkdirTemp("", "held") // t.TempDir removes in a way that wine has not
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(folder, "file")
		put(t, path, "former", 0o644)
		name, err := windows.UTF16PtrFromString(path)
		if err != nil {
			t.Fatal(err)
		}
		other, err := windows.CreateFile(name, windows.GENERIC_READ, share, nil, windows.OPEN_EXISTING, windows.FILE_ATTRIBUTE_NORMAL, 0)
		if err != nil {
			t.Fatal(err)
		}
		if err := WriteFile(path, []byte("new")); !errors.Is(err, ErrHeld) {
			t.Errorf("who shares %s: saving says %v", says, err)
		}
		beside := path + ".beside"
		put(t, beside, "beside", 0o644)
		if err := Rename(beside, path); !errors.Is(err, ErrHeld) {
			t.Errorf("who shares %s: renaming says %v", says, err)
		}
		if err := Remove(path); !errors.Is(err, ErrHeld) {
			t.Errorf("who shares %s: removing says %v", says, err)
		}
		if err := windows.CloseHandle(other); err != nil {
			t.Fatal(err)
		}
		if err := WriteFile(path, []byte("new")); err != nil {
			t.Errorf("who shares %s: once it has done saving says %v", says, err)
		}
		holds(t, path, "new")
		if err := Rename(beside, filepath.Join(path, "no folder")); err == nil || errors.Is(err, ErrHeld) {
			t.Errorf("renaming into no folder says %v", err)
		}
		for _, made := range []string{beside, path, folder} {
			if err := os.Remove(made); err != nil {
				t.Error(err)
			}
		}
	}
}
