package recovery_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"headroom/scenario"
	"headroom/scenario/store"
	"headroom/scenario/store/recovery"
)

// saved saves a workspace and returns its path, content and stamp.
func saved(t *testing.T) (string, string, recovery.Stamp) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "plan"+store.Extension)
	data := encode(t, workspace(t, "saved"))
	stamp, err := recovery.WriteFile(path, data)
	must(t, err)
	return path, string(data), stamp
}

func TestStampNoticesOthers(t *testing.T) {
	replace := func(t *testing.T, path, text string) {
		put(t, path+".other", text)
		must(t, os.Rename(path+".other", path))
	}
	for sentence, c := range map[string]struct {
		do   func(t *testing.T, path, text string)
		want recovery.Change
	}{
		"nothing": {func(*testing.T, string, string) {}, recovery.Unchanged},
		"a byte more": {
			func(t *testing.T, path, text string) { put(t, path, text+" ") },
			recovery.Changed,
		},
		"another byte, with the former time": {
			func(t *testing.T, path, text string) {
				info, err := os.Stat(path)
				must(t, err)
				put(t, path, "["+text[1:])
				must(t, os.Chtimes(path, time.Time{}, info.ModTime()))
			},
			recovery.Changed,
		},
		"a touch": {
			func(t *testing.T, path, _ string) { must(t, os.Chtimes(path, noon, noon)) },
			recovery.Unchanged,
		},
		"a file of the same content in its place": {replace, recovery.Unchanged},
		"another file in its place": {
			func(t *testing.T, path, _ string) { replace(t, path, "other") },
			recovery.Changed,
		},
		"an empty file in its place": {
			func(t *testing.T, path, _ string) { must(t, os.Truncate(path, 0)) },
			recovery.Changed,
		},
		"a folder in its place": {
			func(t *testing.T, path, _ string) {
				must(t, os.Remove(path))
				must(t, os.Mkdir(path, 0o700))
			},
			recovery.Changed,
		},
		"a link to the same in its place": {
			func(t *testing.T, path, _ string) {
				must(t, os.Rename(path, path+".real"))
				must(t, os.Symlink(path+".real", path))
			},
			recovery.Unchanged,
		},
		"a link to nothing in its place": {
			func(t *testing.T, path, _ string) {
				must(t, os.Remove(path))
				must(t, os.Symlink("nothing", path))
			},
			recovery.Removed,
		},
		"removal": {
			func(t *testing.T, path, _ string) { must(t, os.Remove(path)) },
			recovery.Removed,
		},
		"removal of its folder": {
			func(t *testing.T, path, _ string) { must(t, os.RemoveAll(filepath.Dir(path))) },
			recovery.Removed,
		},
		"removal of the folder for a file": {
			func(t *testing.T, path, _ string) {
				must(t, os.RemoveAll(filepath.Dir(path)))
				put(t, filepath.Dir(path), "")
			},
			"error",
		},
	} {
		t.Run(sentence, func(t *testing.T) {
			path, text, stamp := saved(t)
			c.do(t, path, text)
			got, err := stamp.Compare(path)
			if err != nil {
				got = "error"
			}
			if got != c.want {
				t.Errorf("it is %q (%v), want %q", got, err, c.want)
			}
		})
	}
}

func TestStampOfNoFile(t *testing.T) {
	var none recovery.Stamp
	path := filepath.Join(t.TempDir(), "plan")
	for _, want := range []recovery.Change{recovery.Unchanged, recovery.Changed} {
		got, err := none.Compare(path)
		must(t, err)
		if got != want || !none.IsZero() {
			t.Errorf("no file became %q, want %q", got, want)
		}
		put(t, path, "") // even an empty one
	}
}

func TestReadFileStampsWhatItRead(t *testing.T) {
	path, _, stamp := saved(t)
	w, read, err := recovery.ReadFile(path)
	must(t, err)
	if w.Name != "saved" || read != stamp {
		t.Errorf("read %q of %+v, saved was %+v", w.Name, read, stamp)
	}
	if info, err := os.Stat(path); err != nil || read.Size != info.Size() {
		t.Errorf("the stamp is %+v, the file %v, %v", read, info, err)
	}
}

func TestReadFileFailsAsTheStoreDoes(t *testing.T) {
	folder := t.TempDir()
	put(t, filepath.Join(folder, "unsound"), "{}")
	large := filepath.Join(folder, "large")
	put(t, large, "")
	must(t, os.Truncate(large, store.MaxSize+1))
	for _, path := range []string{filepath.Join(folder, "gone"), folder, "/dev/zero", filepath.Join(folder, "unsound"), large} {
		_, want := store.ReadFile(path)
		_, stamp, err := recovery.ReadFile(path)
		if want == nil || err == nil || err.Error() != want.Error() || !stamp.IsZero() {
			t.Errorf("%s gives %v, %v, the store %v", path, stamp, err, want)
		}
	}
}

func TestReadFileWhileItChanges(t *testing.T) {
	other := string(encode(t, workspace(t, "other")))
	t.Run("once", func(t *testing.T) {
		path, _, _ := saved(t)
		reads := 0
		w, stamp, err := recovery.ReadFileWith(path, func(path string) (scenario.Workspace, error) {
			w, err := store.ReadFile(path)
			if reads++; reads == 1 {
				put(t, path, other)
			}
			return w, err
		})
		must(t, err)
		if change, err := stamp.Compare(path); w.Name != "other" || change != recovery.Unchanged || err != nil {
			t.Errorf("read %q, whose file is %q, %v", w.Name, change, err)
		}
	})
	t.Run("always", func(t *testing.T) {
		path, _, _ := saved(t)
		_, stamp, err := recovery.ReadFileWith(path, func(path string) (scenario.Workspace, error) {
			w, err := store.ReadFile(path)
			put(t, path, string(get(t, path))+"\n")
			return w, err
		})
		if err == nil || !strings.Contains(err.Error(), "another program") || !stamp.IsZero() {
			t.Errorf("it gives %v, %v", stamp, err)
		}
	})
}

func TestWriteFileThatFails(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gone", "plan")
	if stamp, err := recovery.WriteFile(path, []byte("new")); !errors.Is(err, fs.ErrNotExist) || !stamp.IsZero() {
		t.Errorf("without a folder it gives %v, %v", stamp, err)
	}
	folder := t.TempDir()
	if stamp, err := recovery.WriteFile(folder, []byte("new")); err == nil || !stamp.IsZero() {
		t.Errorf("over a folder it gives %v, %v", stamp, err)
	}
}

func TestWriteFileThatIsOvertaken(t *testing.T) {
	for sentence, c := range map[string]struct {
		then func(path string) error
		want recovery.Change
	}{
		"by another program": {func(path string) error { return os.WriteFile(path, []byte("old"), 0o600) }, recovery.Changed},
		"by a removal":       {os.Remove, recovery.Removed},
	} {
		t.Run(sentence, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "plan")
			stamp, err := recovery.WriteFileWith(path, []byte("new"), func(path string, data []byte) error {
				return errors.Join(store.WriteFile(path, data), c.then(path))
			})
			must(t, err)
			if change, err := stamp.Compare(path); change != c.want || err != nil {
				t.Errorf("the file is %q, %v, want %q", change, err, c.want)
			}
		})
	}
}

func TestWriteFileThatIsInPlaceInSpiteOfAnError(t *testing.T) {
	path := filepath.Join(t.TempDir(), "plan")
	failure := errors.New("may not outlast a loss of power")
	stamp, err := recovery.WriteFileWith(path, []byte("new"), func(path string, data []byte) error {
		return errors.Join(store.WriteFile(path, data), failure)
	})
	if !errors.Is(err, failure) {
		t.Errorf("the error is %v", err)
	}
	if change, err := stamp.Compare(path); change != recovery.Unchanged || err != nil || stamp.IsZero() {
		t.Errorf("the file is %q, %v", change, err)
	}
}
