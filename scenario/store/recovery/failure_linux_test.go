package recovery_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"headroom/scenario/store/recovery"
)

// forbid takes from the test, even where root runs it, the right to do with files
// what their modes do not allow.
func forbid(t *testing.T) {
	t.Helper()
	if os.Geteuid() != 0 {
		return
	}
	const nobody = 65534
	runtime.LockOSThread() // and never let go: the thread ends with the test
	must(t, syscall.Setfsuid(nobody))
}

func TestFolderWithoutPermission(t *testing.T) {
	folder := t.TempDir()
	c := start(t, folder)
	write(t, c, unsaved(t, "former"))
	orphanage := t.TempDir()
	leave(t, orphanage, unsaved(t, "orphan"))
	o := orphans(t, orphanage, 1)[0]
	must(t, os.Chmod(folder, 0o500))
	must(t, os.Chmod(orphanage, 0o500))
	t.Cleanup(func() {
		must(t, os.Chmod(folder, 0o700))
		must(t, os.Chmod(orphanage, 0o700))
		c.Close()
		expectName(t, orphans(t, folder, 1)[0], "former")
		expectName(t, orphans(t, orphanage, 1)[0], "orphan")
	})
	t.Run("fails", func(t *testing.T) {
		forbid(t)
		for what, err := range map[string]error{
			"start":     func() error { _, err := recovery.Start(folder); return err }(),
			"write":     c.Writing(unsaved(t, "later"))(),
			"discard":   c.Discarding()(),
			"save":      c.Clearing()(),
			"take over": func() error { _, err := c.TakeOver(o); return err }(),
			"refuse":    o.Discard(),
			"lock":      func() error { _, err := recovery.LockFile(folder, "plan"); return err }(),
		} {
			if !errors.Is(err, fs.ErrPermission) {
				t.Errorf("%s gives %v", what, err)
			}
		}
	})
}

func TestFilesWithoutPermission(t *testing.T) {
	folder := t.TempDir()
	leave(t, folder, unsaved(t, "orphan"))
	must(t, os.Chmod(only(t, folder, ".copy"), 0))
	path, _, stamp := saved(t)
	must(t, os.Chmod(path, 0))
	for _, f := range []string{folder, filepath.Dir(path), filepath.Dir(folder), filepath.Dir(filepath.Dir(path))} {
		must(t, os.Chmod(f, 0o755))
	}
	t.Run("a file", func(t *testing.T) {
		forbid(t)
		o := orphans(t, folder, 1)[0]
		if _, err := o.Read(); !errors.Is(o.Err, fs.ErrPermission) || !errors.Is(err, fs.ErrPermission) {
			t.Errorf("a copy of another is listed with %v and reads %v", o.Err, err)
		}
		if change, err := stamp.Compare(path); !errors.Is(err, fs.ErrPermission) {
			t.Errorf("a file that may not be read is %q, %v", change, err)
		}
		if _, stamp, err := recovery.ReadFile(path); !errors.Is(err, fs.ErrPermission) || !stamp.IsZero() {
			t.Errorf("it reads %v, %v", stamp, err)
		}
		if stamp, err := recovery.WriteFile(path, []byte("new")); !errors.Is(err, fs.ErrPermission) || !stamp.IsZero() {
			t.Errorf("it is written %v, %v", stamp, err)
		}
	})
	must(t, os.Chmod(folder, 0o300))
	t.Cleanup(func() { must(t, os.Chmod(folder, 0o700)) }) // or it cannot be removed
	t.Run("a folder", func(t *testing.T) {
		forbid(t)
		if _, err := recovery.Orphans(folder); !errors.Is(err, fs.ErrPermission) {
			t.Errorf("a folder that may not be read gives %v", err)
		}
	})
}

func TestFullDiskLeavesTheFormerCopy(t *testing.T) {
	folder := t.TempDir()
	c := start(t, folder)
	write(t, c, unsaved(t, "former"))
	partial := strings.TrimSuffix(only(t, folder, ".copy"), ".copy") + ".new"
	must(t, os.Symlink("/dev/full", partial))
	if err := c.Writing(unsaved(t, "later"))(); !errors.Is(err, syscall.ENOSPC) || !strings.Contains(err.Error(), folder) {
		t.Errorf("a full disk gives %v", err)
	}
	if left := names(t, folder, ".new"); left != nil {
		t.Errorf("there is left %v", left)
	}
	write(t, c, unsaved(t, "last"))
	c.Close()
	expectName(t, orphans(t, folder, 1)[0], "last")
}

func TestPipesAreNotWaitedFor(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"window-1.copy", "window-2.lock", "window-2.copy", "file-3.lock"} {
		must(t, syscall.Mkfifo(filepath.Join(folder, name), 0o600))
	}
	for _, o := range orphans(t, folder, 2) {
		if o.Err == nil {
			t.Errorf("nothing is wrong with %+v", o)
		}
	}
	start(t, folder).Close()
	pipe := filepath.Join(folder, "window-1.copy")
	if change, err := (recovery.Stamp{Size: 1, SHA256: [32]byte{1}}).Compare(pipe); change != recovery.Changed || err != nil {
		t.Errorf("a pipe is %q, %v", change, err)
	}
}
