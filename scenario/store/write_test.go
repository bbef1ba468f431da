package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// entries returns the names in a folder.
func entries(t *testing.T, folder string) []string {
	t.Helper()
	found, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, entry := range found {
		names = append(names, entry.Name())
	}
	return names
}

func holds(t *testing.T, path, want string) {
	t.Helper()
	if got, err := os.ReadFile(path); err != nil || string(got) != want {
		t.Errorf("%s holds %q, %v, want %q", path, got, err, want)
	}
}

func put(t *testing.T, path, content string, mode fs.FileMode) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, mode); err != nil {
		t.Fatal(err)
	}
}

// Who looks for viruses opens each file for a moment, and on Windows keeps it from
// being written or replaced as long.
func TestAFileThatIsHeldForAMomentIsReplaced(t *testing.T) {
	for says, test := range map[string]struct {
		from   string
		pauses int
		saved  bool
	}{
		"not held":                             {"", 0, true},
		"kept from writing for a millisecond":  {"write", 1, true},
		"kept from writing for a second":       {"write", 10, true},
		"kept from writing for longer":         {"write", 11, false},
		"kept from replacing for a moment":     {"rename", 1, true},
		"kept from replacing for a second":     {"rename", 10, true},
		"kept from replacing longer than that": {"rename", 11, false},
	} {
		t.Run(says, func(t *testing.T) {
			folder := t.TempDir()
			path := filepath.Join(folder, "file")
			put(t, path, "former", 0o644)
			other := held{from: test.from, pauses: test.pauses}
			err := writeFile(failingDisk{held: &other}, path, []byte("brand new"))
			want := "brand new"
			if !test.saved {
				want = "former"
				if !errors.Is(err, ErrHeld) || !strings.HasSuffix(err.Error(), "close it there, then try again") {
					t.Errorf("the error is %v", err)
				}
			} else if err != nil {
				t.Error(err)
			}
			holds(t, path, want)
			if other.waited > 1100*time.Millisecond {
				t.Errorf("it was waited %v for", other.waited)
			}
			if names := entries(t, folder); len(names) != 1 {
				t.Errorf("left behind: %q", names)
			}
		})
	}
}

func TestTheFormerFileSurvivesAnyFailure(t *testing.T) {
	for name, test := range map[string]struct {
		disk failingDisk
		want error
		text string
	}{
		"no permission in the folder": {failingDisk{creating: &fs.PathError{Op: "open", Path: "x", Err: syscall.EACCES}}, syscall.EACCES, "permission denied"},
		"no permission for the file":  {failingDisk{opening: &fs.PathError{Op: "open", Path: "x", Err: syscall.EACCES}}, syscall.EACCES, "permission denied"},
		"read-only disk":              {failingDisk{creating: syscall.EROFS}, syscall.EROFS, "read-only file system"},
		"full disk":                   {failingDisk{file: failingFile{room: 2, writing: syscall.ENOSPC}}, syscall.ENOSPC, "no space left on device"},
		"full at once":                {failingDisk{creating: syscall.ENOSPC}, syscall.ENOSPC, "no space left on device"},
		"short write":                 {failingDisk{file: failingFile{room: 2, short: true}}, nil, "only 2 of 9 bytes could be written"},
		"mode that cannot be set":     {failingDisk{file: failingFile{chmoding: syscall.EPERM}}, syscall.EPERM, "operation not permitted"},
		"failing sync":                {failingDisk{file: failingFile{syncing: syscall.EIO}}, syscall.EIO, "input/output error"},
		"failing close":               {failingDisk{file: failingFile{closing: syscall.EDQUOT}}, syscall.EDQUOT, "disk quota exceeded"},
		"failing rename": {
			failingDisk{renaming: &os.LinkError{Op: "rename", Old: "x", New: "y", Err: syscall.EXDEV}}, syscall.EXDEV, "invalid cross-device link",
		},
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			path := filepath.Join(folder, "file")
			put(t, path, "former", 0o640)
			err := writeFile(test.disk, path, []byte("brand new"))
			if err == nil || err.Error() != test.text || test.want != nil && !errors.Is(err, test.want) {
				t.Errorf("error %v, want %s", err, test.text)
			}
			holds(t, path, "former")
			if names := entries(t, folder); len(names) != 1 {
				t.Errorf("left behind: %q", names)
			}
		})
	}
}

// Windows denies a rename alike where another program has the file open and where the
// folder does not permit it: only of the former another program is blamed.
func TestNobodyIsBlamedWhereNobodyHasTheFile(t *testing.T) {
	for says, claiming := range map[string]error{
		"a folder in which nothing may be deleted": syscall.EACCES,
		"a file that is not there yet":             syscall.ENOENT,
		"what nobody has open":                     nil,
	} {
		other := held{}
		folder := t.TempDir()
		path := filepath.Join(folder, "file")
		err := writeFile(failingDisk{held: &other, renaming: syscall.EACCES, claiming: claiming}, path, []byte("new"))
		if !errors.Is(err, syscall.EACCES) || errors.Is(err, ErrHeld) || other.waited != 0 {
			t.Errorf("%s: %v, after waiting for %v", says, err, other.waited)
		}
		if names := entries(t, folder); len(names) != 0 {
			t.Errorf("%s: left behind: %q", says, names)
		}
	}
}

// What was written aside may be held for a moment, too.
func TestATemporaryFileThatIsHeldForAMomentIsRemoved(t *testing.T) {
	folder := t.TempDir()
	other := held{from: "remove", pauses: 3}
	err := writeFile(failingDisk{held: &other, file: failingFile{syncing: syscall.EIO}}, filepath.Join(folder, "file"), []byte("new"))
	if err == nil || err.Error() != "input/output error" {
		t.Errorf("the error is %v", err)
	}
	if names := entries(t, folder); len(names) != 0 {
		t.Errorf("left behind: %q", names)
	}
}

func TestWhatIsLeftBehindIsNamed(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "file")
	put(t, path, "former", 0o640)
	err := writeFile(failingDisk{file: failingFile{syncing: syscall.EIO}, removing: syscall.EROFS}, path, []byte("new"))
	if err == nil || !errors.Is(err, syscall.EIO) || !strings.Contains(err.Error(), ".headroom-") {
		t.Errorf("error %v", err)
	}
	holds(t, path, "former")
}

func TestAFolderThatCannotBeSyncedIsTold(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	put(t, path, "former", 0o640)
	err := writeFile(failingDisk{syncingFolder: syscall.EIO}, path, []byte("new"))
	if !errors.Is(err, syscall.EIO) || !errors.Is(err, ErrNotSynced) || !strings.Contains(err.Error(), "it is saved") {
		t.Errorf("error %v", err)
	}
	holds(t, path, "new")
}

func TestAFileKeepsItsMode(t *testing.T) {
	for _, mode := range []fs.FileMode{0o600, 0o640, 0o664, 0o755, 0o666} {
		path := filepath.Join(t.TempDir(), "file")
		put(t, path, "former", mode)
		if err := WriteFile(path, []byte("new")); err != nil {
			t.Fatal(err)
		}
		holds(t, path, "new")
		if info, err := os.Stat(path); err != nil || info.Mode() != mode {
			t.Errorf("mode %v, %v, want %v", info.Mode(), err, mode)
		}
	}
}

// While it is written, what replaces a private file is private as well.
func TestTemporaryFilesArePrivate(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "file")
	put(t, path, "former", 0o600)
	disk := failingDisk{file: failingFile{syncing: syscall.EIO}, removing: syscall.EPERM}
	if err := writeFile(disk, path, []byte("new")); err == nil {
		t.Fatal("no error")
	}
	for _, name := range entries(t, folder) {
		if info, err := os.Stat(filepath.Join(folder, name)); err != nil || info.Mode() != 0o600 {
			t.Errorf("%s has mode %v, %v", name, info.Mode(), err)
		}
	}
}

func TestSymbolicLinksAreFollowed(t *testing.T) {
	base := t.TempDir()
	at := func(name string) string { return filepath.Join(base, name) }
	for _, folder := range []string{"real/inner", "other"} {
		if err := os.MkdirAll(at(folder), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	put(t, at("real/file"), "former", 0o644)
	for link, to := range map[string]string{
		"direct":       at("real/file"),
		"relative":     "real/file",
		"chain":        "other/second",
		"other/second": "../relative",
		"dangling":     "other/new",
		"long":         "dangling",
		"folder":       "real/inner",
		// Up from where the folder's link leads, not from the link.
		"real/inner/up":  "../through-folder",
		"around":         "folder/../roundabout",
		"circle":         "circle",
		"lost":           "nowhere/file",
		"other/a-folder": "../real",
	} {
		if err := os.Symlink(to, at(link)); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct{ link, file string }{
		{"direct", "real/file"},
		{"relative", "real/file"},
		{"chain", "real/file"},
		{"dangling", "other/new"},
		{"long", "other/new"},
		{"folder/up", "real/through-folder"},
		{"around", "real/roundabout"},
		{"folder/plain", "real/inner/plain"},
	} {
		before, beforeErr := os.Readlink(at(test.link))
		if err := WriteFile(at(test.link), []byte(test.link)); err != nil {
			t.Errorf("%s: %v", test.link, err)
			continue
		}
		holds(t, at(test.file), test.link)
		if after, err := os.Readlink(at(test.link)); after != before || (err == nil) != (beforeErr == nil) {
			t.Errorf("%s led to %q and leads to %q, %v", test.link, before, after, err)
		}
	}
	for link, want := range map[string]error{
		"circle": errLoop, "lost": fs.ErrNotExist, "other/a-folder": errIsFolder, "folder/": errIsFolder, "folder/..": errIsFolder,
		"nowhere/file": fs.ErrNotExist, "real/file/x": syscall.ENOTDIR,
	} {
		if err := WriteFile(base+"/"+link, []byte("new")); !errors.Is(err, want) {
			t.Errorf("%s: error %v, want %v", link, err, want)
		}
	}
}

func TestRelativePathsAreWritten(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := WriteFile("file", []byte("new")); err != nil {
		t.Fatal(err)
	}
	holds(t, "file", "new")
	if err := WriteFile("", []byte("new")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no name: error %v", err)
	}
}

func TestErrorsOfSavingNameTheFileOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "no", "file")
	err := WriteFile(path, nil)
	if want := `save "` + path + `": no such file or directory`; err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}

func TestReasonIsWithoutThePath(t *testing.T) {
	other := errors.New("other")
	for _, c := range []struct{ err, want error }{
		{&fs.PathError{Op: "open", Path: "a", Err: fs.ErrNotExist}, fs.ErrNotExist},
		{&os.LinkError{Op: "rename", Old: "a", New: "b", Err: fs.ErrPermission}, fs.ErrPermission},
		{fmt.Errorf("look: %w", &fs.PathError{Op: "stat", Path: "a", Err: fs.ErrNotExist}), fs.ErrNotExist},
		{other, other},
		{nil, nil},
	} {
		if got := Reason(c.err); got != c.want {
			t.Errorf("the reason of %v is %v, want %v", c.err, got, c.want)
		}
	}
}
