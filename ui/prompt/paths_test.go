package prompt_test

import (
	"os"
	"path/filepath"
	"testing"

	"headroom/ui/prompt"
)

var (
	workspaceFile = prompt.FileKind{What: "workspace", Extension: ".headroom.json", Accepted: []string{".json"}}
	pictureFile   = prompt.FileKind{What: "picture", Extension: ".png", Accepted: []string{".png"}}
)

func TestAPathToSaveHasItsExtensionAndAFolder(t *testing.T) {
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "sub"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "plain"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	t.Setenv("HOME", folder)
	for _, test := range []struct {
		says         string
		kind         prompt.FileKind
		folder, file string
		want         string // below the folder; empty for an error
	}{
		{"a bare name gets the extension", workspaceFile, folder, "plan", "plan.headroom.json"},
		{"a name with it keeps it", workspaceFile, folder, "plan.headroom.json", "plan.headroom.json"},
		{"any .json is a workspace's", workspaceFile, folder, "plan.json", "plan.json"},
		{"in any case", workspaceFile, folder, "PLAN.JSON", "PLAN.JSON"},
		{"spaces around are not meant", workspaceFile, " " + folder + " ", " plan.json ", "plan.json"},
		{"a path typed as name stands for itself", pictureFile, "/nowhere", filepath.Join(folder, "a.png"), "a.png"},
		{"a name may go into a folder", pictureFile, folder, "sub/a", "sub/a.png"},
		{"~ is the home folder", pictureFile, "~", "a", "a.png"},
		{"also before a name", pictureFile, "/nowhere", "~/sub/a", "sub/a.png"},
		{"another extension is no picture's", pictureFile, folder, "a.jpg", "a.jpg.png"},
		{"no name", workspaceFile, folder, "  ", ""},
		{"a folder that is not there", workspaceFile, filepath.Join(folder, "none"), "plan", ""},
		{"a folder that is a file", workspaceFile, filepath.Join(folder, "plain"), "plan", ""},
		{"a name that is a folder", workspaceFile, folder, "sub", ""},
	} {
		path, err := test.kind.ToSave(test.folder, test.file)
		switch {
		case test.want == "" && err == nil:
			t.Errorf("%s: got %s, want an error", test.says, path)
		case test.want != "" && (err != nil || path != filepath.Join(folder, test.want)):
			t.Errorf("%s: got %s, %v, want %s", test.says, path, err, test.want)
		}
	}
}

func TestAListingHasFoldersFirstAndOnlyFilesOfItsKind(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"b.json", "a.headroom.json", "c.png", ".hidden.json"} {
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"zoo", ".git"} {
		if err := os.Mkdir(filepath.Join(folder, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	for _, e := range workspaceFile.List(folder) {
		got = append(got, e.Name)
	}
	want := []string{"..", "zoo", "a.headroom.json", "b.json"}
	if len(got) != len(want) {
		t.Fatalf("got %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %v, want %v", got, want)
		}
	}
	if missing := workspaceFile.List(filepath.Join(folder, "none")); len(missing) != 1 {
		t.Errorf("a folder that is not there lists %v, want the one above only", missing)
	}
}
