//go:build unix

package recovery_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"headroom/scenario/store/recovery"
)

func TestFolder(t *testing.T) {
	for sentence, c := range map[string]struct{ state, want string }{
		"is in the state folder":                            {"STATE", "STATE/headroom"},
		"is in the home folder where none is named":         {"", "HOME/.local/state/headroom"},
		"is in the home folder where a relative one is":     {"some/where", "HOME/.local/state/headroom"},
		"is in the state folder even where that is no more": {"STATE/gone/too", "STATE/gone/too/headroom"},
	} {
		t.Run(sentence, func(t *testing.T) {
			expand := strings.NewReplacer("HOME", t.TempDir(), "STATE", t.TempDir())
			t.Setenv("HOME", expand.Replace("HOME"))
			t.Setenv("XDG_STATE_HOME", expand.Replace(c.state))
			folder, err := recovery.Folder()
			must(t, err)
			if want := expand.Replace(c.want); folder != want {
				t.Errorf("the folder is %q, want %q", folder, want)
			}
			if got := mode(t, folder); got != 0o700 {
				t.Errorf("its mode is %#o, want 0700", got)
			}
			again, err := recovery.Folder()
			must(t, err)
			if again != folder {
				t.Errorf("a second time it is %q", again)
			}
		})
	}
}

func TestAFolderOpenToOthersIsClosed(t *testing.T) {
	for _, before := range []os.FileMode{0o777, 0o755, 0o710, 0o701, 0o700} {
		state := t.TempDir()
		t.Setenv("XDG_STATE_HOME", state)
		folder := filepath.Join(state, "headroom")
		must(t, os.Mkdir(folder, 0o700))
		must(t, os.Chmod(folder, before))
		_, err := recovery.Folder()
		must(t, err)
		if got := mode(t, folder); got != 0o700 {
			t.Errorf("of %#o its mode becomes %#o, want 0700", before, got)
		}
	}
}

func TestFolderThatCannotBe(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	put(t, file, "")
	t.Setenv("XDG_STATE_HOME", file)
	if _, err := recovery.Folder(); err == nil || !strings.Contains(err.Error(), file) {
		t.Errorf("a file in place of the folder gives %v", err)
	}
	t.Setenv("XDG_STATE_HOME", "")
	t.Setenv("HOME", "")
	if _, err := recovery.Folder(); err == nil {
		t.Error("no home folder gives no error")
	}
}
