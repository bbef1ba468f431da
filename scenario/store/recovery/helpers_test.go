package recovery_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"headroom/scenario"
	"headroom/scenario/store"
	"headroom/scenario/store/recovery"
)

// noon is when the tests' copies are written.
var noon = time.Date(2026, 2, 27, 12, 0, 0, 123456789, time.UTC)

// workspace returns a workspace with every field set, of the given name.
func workspace(t testing.TB, name string) scenario.Workspace {
	t.Helper()
	w, err := store.ReadFile(filepath.Join("..", "testdata", "every-field"+store.Extension))
	if err != nil {
		t.Fatal(err)
	}
	w.Name = name
	return w
}

func unsaved(t testing.TB, name string) recovery.Unsaved {
	return recovery.Unsaved{Workspace: workspace(t, name), Written: noon}
}

func start(t testing.TB, folder string) *recovery.Copy {
	t.Helper()
	c, err := recovery.Start(folder)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func write(t testing.TB, c *recovery.Copy, u recovery.Unsaved) {
	t.Helper()
	must(t, c.Writing(u)())
}

// leave leaves an orphan behind.
func leave(t testing.TB, folder string, u recovery.Unsaved) {
	t.Helper()
	c := start(t, folder)
	write(t, c, u)
	c.Close()
}

// orphans lists the orphans of a folder, of which there have to be n.
func orphans(t testing.TB, folder string, n int) []recovery.Orphan {
	t.Helper()
	found, err := recovery.Orphans(folder)
	if err != nil {
		t.Fatal(err)
	}
	if len(found) != n {
		t.Fatalf("there are %d orphans, want %d: %v", len(found), n, found)
	}
	return found
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// names lists the files in a folder that end in suffix.
func names(t testing.TB, folder, suffix string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	must(t, err)
	var found []string
	for _, entry := range entries {
		if strings.HasSuffix(entry.Name(), suffix) {
			found = append(found, filepath.Join(folder, entry.Name()))
		}
	}
	return found
}

// only returns the one file in a folder that ends in suffix.
func only(t testing.TB, folder, suffix string) string {
	t.Helper()
	found := names(t, folder, suffix)
	if len(found) != 1 {
		t.Fatalf("files that end in %q: %v, want one", suffix, found)
	}
	return found[0]
}

func put(t testing.TB, path, text string) {
	t.Helper()
	must(t, os.WriteFile(path, []byte(text), 0o600))
}

func get(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	must(t, err)
	return data
}

func encode(t testing.TB, w scenario.Workspace) []byte {
	t.Helper()
	data, err := store.Encode(w)
	must(t, err)
	return data
}

func expectSame(t testing.TB, got, want recovery.Unsaved) {
	t.Helper()
	if !bytes.Equal(encode(t, got.Workspace), encode(t, want.Workspace)) {
		t.Errorf("the workspace %q is not as it was written, %q", got.Workspace.Name, want.Workspace.Name)
	}
	got.Workspace, want.Workspace = scenario.Workspace{}, scenario.Workspace{}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("what comes with the workspace is %+v, want %+v", got, want)
	}
}

func mode(t testing.TB, path string) fs.FileMode {
	t.Helper()
	info, err := os.Stat(path)
	must(t, err)
	return info.Mode().Perm()
}
