package ui

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"headroom/scenario"
	"headroom/scenario/store"
	"headroom/scenario/store/recovery"
	"headroom/ui/desk"
	"headroom/ui/desktest"
)

// onFile opens a window on a file that holds the worked case, in a folder of its
// own; recovery copies are kept.
func onFile(t *testing.T) (*seat, string) {
	t.Helper()
	folder := t.TempDir()
	t.Setenv("HOME", folder)
	path := filepath.Join(folder, "worked.headroom.json")
	put(t, path, encoded(t, desktest.WorkedCase()))
	if err := os.Mkdir(filepath.Join(folder, "recovery"), 0o700); err != nil {
		t.Fatal(err)
	}
	d := sit(t, test.NewTempApp(t), scenario.Workspace{Scenarios: []scenario.Scenario{desktest.FlatCase()}}, filepath.Join(folder, "recovery"))
	d.p.Open(path)
	d.Dialog("")
	if d.p.file != path || d.Selected().ID != "worked" {
		t.Fatalf("open is %q with %s selected", d.p.file, d.Selected().ID)
	}
	return d, path
}

func encoded(t *testing.T, scenarios ...scenario.Scenario) []byte {
	t.Helper()
	data, err := store.Encode(scenario.Workspace{Scenarios: scenarios})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func put(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

func held(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// capIn returns the cap of the first scenario in a file.
func capIn(t *testing.T, path string) float64 {
	t.Helper()
	w, err := store.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return float64(w.Scenarios[0].Terms.Share.Cap)
}

func TestAFileThatCannotBeOpenedLeavesTheWorkspace(t *testing.T) {
	unsound := bytes.Replace(encoded(t, desktest.WorkedCase()), []byte(`"rate": 0.2,`), []byte(`"rate": 1.4,`), 1)
	for _, tc := range []struct {
		says  string
		make  func(path string)
		words []string
	}{
		{"none", func(string) {}, []string{"There is no file", "worked"}},
		{"a number out of range", func(path string) { put(t, path, unsound) }, []string{"scenarios[0].terms.share.rate", "1.4 is not between 0 and 1"}},
		{"two faults", func(path string) {
			put(t, path, bytes.Replace(unsound, []byte(`"base": 6e9`), []byte(`"base": -6e9`), 1))
		}, []string{"scenarios[0].terms.share.rate", "scenarios[0].outlook.streams[1].base"}},
		{"no JSON", func(path string) { put(t, path, []byte("figures\n")) }, []string{"line 1"}},
		{"a newer version", func(path string) {
			put(t, path, []byte(`{"format": "headroom-workspace", "version": 99, "scenarios": []}`))
		}, []string{"version", "99"}},
		{"a folder", func(path string) {
			if err := os.Mkdir(path, 0o700); err != nil {
				t.Fatal(err)
			}
		}, []string{"worked"}},
	} {
		t.Run(tc.says, func(t *testing.T) {
			d := newSeat(t, desktest.FlatCase())
			d.Enter("terms.share.rate", "25%")
			before, revision := d.Selected(), d.p.Session.Revision()
			path := filepath.Join(t.TempDir(), "worked.headroom.json")
			tc.make(path)
			d.p.Open(path)
			d.Dialog("error")
			for _, words := range tc.words {
				d.Reads(words)
			}
			d.Press(fyne.KeyReturn)
			d.Dialog("")
			if !desktest.SameScenario(d.Selected(), before) || d.p.Session.Revision() != revision || d.p.file != "" || d.p.Session.UndoName() == "" {
				t.Error("the open workspace has changed")
			}
			if slices.Contains(d.p.Settings.Recent(), path) {
				t.Error("a file that cannot be opened is among the recent ones")
			}
			d.Agree()
		})
	}
}

func TestOpeningThroughThePrompt(t *testing.T) {
	d, path := onFile(t)
	other := filepath.Join(filepath.Dir(path), "flat.headroom.json")
	put(t, other, encoded(t, desktest.FlatCase()))
	d.Tap("open")
	d.Dialog("open")
	if got := d.Text("entry", "dialog.folder"); got != filepath.Dir(path) {
		t.Errorf("the prompt looks in %s, want the folder used last", got)
	}
	d.Reads("flat.headroom.json")
	for _, tc := range []struct{ file, fault string }{
		{"", "Choose a file of the list, or type its name."},
		{"none.headroom.json", "There is no file"},
		{"recovery", "Choose a workspace in this folder."},
	} {
		d.Write("dialog.folder", filepath.Dir(path))
		d.Enter("dialog.file", tc.file)
		d.Dialog("open")
		d.Reads(tc.fault)
	}
	d.Write("dialog.folder", filepath.Dir(path))
	d.Enter("dialog.file", "flat.headroom.json")
	d.Dialog("")
	if d.p.file != other || d.Selected().ID != "flat" || d.p.Session.Dirty() || d.p.Session.UndoName() != "" {
		t.Errorf("open is %q, %s", d.p.file, d.Selected().ID)
	}
	if got := d.p.Window.Title(); got != "flat – "+Name {
		t.Errorf("the title is %q", got)
	}
	if got := d.p.Settings.Recent(); !slices.Equal(got, []string{other, path}) {
		t.Errorf("recent are %q", got)
	}
	d.Agree()
}

func TestSaving(t *testing.T) {
	d, path := onFile(t)
	d.Enter("terms.share.cap", "40")
	if d.Text("button", "save") == "" || !d.Says("not saved, "+filepath.Base(path)) || !d.p.Inspect().Unsaved {
		t.Error("nothing says that the change is not saved")
	}
	d.Tap("table.copy")
	d.Reads("Copied the table; the workspace is not saved")
	d.Tap("save")
	d.Dialog("")
	if got := capIn(t, path); got != 40e9 {
		t.Errorf("the file has a cap of %v", got)
	}
	if d.Says("not saved") || d.p.Inspect().Unsaved || strings.HasPrefix(d.p.Window.Title(), "•") {
		t.Error("saved, the window still says it is not")
	}
	d.Command("Undo")
	if !d.p.Session.Dirty() {
		t.Error("undone what was saved, there is something to save")
	}
	d.Write("terms.share.cap", "41") // what is being typed is saved too
	d.Command("Save")
	if got := capIn(t, path); got != 41e9 {
		t.Errorf("the file has a cap of %v, want the one being typed", got)
	}
}

func TestSaveAs(t *testing.T) {
	d, path := onFile(t)
	folder := filepath.Dir(path)
	d.Enter("terms.share.cap", "40")
	d.Tap("save-as")
	d.Dialog("save-as")
	if got := d.Text("entry", "dialog.file"); got != "worked.headroom.json" {
		t.Errorf("the name offered is %q", got)
	}
	d.Enter("dialog.file", "bold plan") // has no extension yet
	d.Dialog("")
	saved := filepath.Join(folder, "bold plan.headroom.json")
	if capIn(t, saved) != 40e9 || capIn(t, path) != 38e9 || d.p.file != saved {
		t.Errorf("saved is %q", d.p.file)
	}
	if got := d.p.Window.Title(); got != "bold plan – "+Name {
		t.Errorf("the title is %q", got)
	}

	// Over a file that is there it asks.
	d.Enter("terms.share.cap", "42")
	d.Tap("save-as")
	d.Enter("dialog.file", "worked.headroom.json")
	d.Dialog("overwrite")
	d.Press(fyne.KeyEscape)
	d.Dialog("save-as") // as it was
	if got := d.Text("entry", "dialog.file"); got != "worked.headroom.json" {
		t.Errorf("the name typed became %q", got)
	}
	d.Press(fyne.KeyEscape)
	d.Dialog("")
	if capIn(t, path) != 38e9 || d.p.file != saved || !d.p.Session.Dirty() {
		t.Error("given up, the file is replaced all the same")
	}
	d.Tap("save-as")
	d.Enter("dialog.file", "worked.headroom.json")
	d.Press(fyne.KeyReturn)
	d.Dialog("")
	if capIn(t, path) != 42e9 || d.p.file != path || d.p.Session.Dirty() {
		t.Error("agreed to, the file is not replaced")
	}
	// Its own file it need not ask about.
	d.Tap("save-as")
	d.Press(fyne.KeyReturn)
	d.Dialog("")
}

func TestAWorkspaceWithoutAFileIsSavedAs(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	d := newSeat(t, desktest.WorkedCase())
	d.Tap("save")
	d.Dialog("save-as")
	if got := d.Text("entry", "dialog.file"); got != "Worked cases.headroom.json" {
		t.Errorf("the name offered is %q", got)
	}
}

func TestASaveThatFailsIsToldAndLeavesTheFile(t *testing.T) {
	d, path := onFile(t)
	d.Enter("terms.share.cap", "40")
	if err := os.RemoveAll(filepath.Dir(path)); err != nil {
		t.Fatal(err)
	}
	d.Tap("save")
	d.Dialog("error")
	d.Reads("its folder is gone")
	d.Press(fyne.KeyEscape)
	d.Dialog("")
	if !d.p.Session.Dirty() || d.Selected().Terms.Share.Cap != 40e9 || d.p.file != path {
		t.Error("a save that failed counts as one")
	}
	d.Agree()
}

func TestASaveThatTheDiskHasNotConfirmedIsOneAllTheSame(t *testing.T) {
	d, path := onFile(t)
	d.p.safety.write = func(path string, data []byte) (recovery.Stamp, error) {
		stamp, err := recovery.WriteFile(path, data)
		return stamp, errors.Join(err, store.ErrNotSynced)
	}
	d.Enter("terms.share.cap", "40")
	d.Tap("save-as")
	d.Enter("dialog.file", "other.headroom.json")
	d.Dialog("error")
	d.Reads("The workspace is saved, but not safe yet")
	d.Press(fyne.KeyEscape)
	d.Dialog("")
	other := filepath.Join(filepath.Dir(path), "other.headroom.json")
	if capIn(t, other) != 40e9 || d.p.file != other || d.p.Session.Dirty() {
		t.Errorf("the file has a cap of %v, open is %q", capIn(t, other), d.p.file)
	}
	// What this window wrote is no foreign change.
	d.p.safety.write = recovery.WriteFile
	d.Enter("terms.share.cap", "41")
	d.Tap("save")
	d.Dialog("")
	if capIn(t, other) != 41e9 {
		t.Errorf("saved again, the file has a cap of %v", capIn(t, other))
	}
}

func TestOnlyAWorkspaceCanBeDropped(t *testing.T) {
	d, path := onFile(t)
	notes := filepath.Join(filepath.Dir(path), "notes.txt")
	put(t, notes, nil)
	d.p.onDropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(notes)})
	d.Dialog("error")
	d.Press(fyne.KeyReturn)
	other := filepath.Join(filepath.Dir(path), "flat.json")
	put(t, other, encoded(t, desktest.FlatCase()))
	d.p.onDropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(notes), storage.NewFileURI(other), storage.NewFileURI(path)})
	d.Dialog("")
	if d.p.file != other || d.Selected().ID != "flat" {
		t.Errorf("open is %q, want the first workspace dropped", d.p.file)
	}
}

func TestRecentFiles(t *testing.T) {
	d, path := onFile(t)
	folder := filepath.Dir(path)
	var paths []string
	for _, name := range strings.Split("abcdefghi", "") {
		next := filepath.Join(folder, name+".json")
		put(t, next, encoded(t, desktest.Called(desktest.FlatCase(), name, name)))
		d.p.Open(next)
		paths = append([]string{next}, paths...)
	}
	var listed []string
	for _, item := range d.Item("Open recent").ChildMenu.Items {
		listed = append(listed, item.Label)
	}
	if !slices.Equal(listed, paths[:desk.MaxRecent]) {
		t.Errorf("listed are %q, want the last %d", listed, desk.MaxRecent)
	}
	d.Item("Open recent").ChildMenu.Items[3].Action()
	if d.p.file != paths[3] || d.Item("Open recent").ChildMenu.Items[0].Label != paths[3] || len(d.p.Settings.Recent()) != desk.MaxRecent {
		t.Errorf("open is %q, recent are %q", d.p.file, d.p.Settings.Recent())
	}
	// The next window has them too.
	again := sit(t, d.App, scenario.Workspace{}, "")
	if got := again.p.Settings.Recent(); got[0] != paths[3] || len(got) != desk.MaxRecent {
		t.Errorf("the next window has %q", got)
	}
}

func TestWhatWasTakenAwayStaysWithItsWorkspace(t *testing.T) {
	d, path := onFile(t)
	d.Enter("terms.license.through", "2031-06")
	d.Tap("terms.license")
	d.Tap("terms.reverse")
	d.Tap("save")
	other := desktest.WorkedCase()
	other.Terms.License, other.Terms.Reverse = nil, nil
	d.p.replace(scenario.Workspace{Scenarios: []scenario.Scenario{other}}, path)
	d.Tap("terms.license")
	if got := d.Selected().Terms.License.Through; got != desktest.InMonth("2032-12") {
		t.Errorf("another workspace's license comes: through %v", got)
	}
	d.Tap("terms.reverse")
	if got, share := *d.Selected().Terms.Reverse, other.Terms.Share; got.From != share.From || got.Through != share.Through {
		t.Errorf("another workspace's reverse share comes: %v", got)
	}
}

func TestSavingKeepsTheFocus(t *testing.T) {
	d, path := onFile(t)
	d.Write("terms.share.cap", "40")
	d.Command("Save")
	if w := desk.FocusedOf(d.p.Front().Fields()); capIn(t, path) != 40e9 || w == nil || w.InspectName() != "terms.share.cap" {
		t.Errorf("saved is a cap of %v, the focus is on %v", capIn(t, path), w)
	}
}
