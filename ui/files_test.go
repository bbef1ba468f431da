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
)

// onFile opens a window on a file that holds the worked case, in a folder of its
// own; recovery copies are kept.
func onFile(t *testing.T) (*seat, string) {
	t.Helper()
	folder := t.TempDir()
	t.Setenv("HOME", folder)
	path := filepath.Join(folder, "worked.headroom.json")
	put(t, path, encoded(t, workedCase()))
	if err := os.Mkdir(filepath.Join(folder, "recovery"), 0o700); err != nil {
		t.Fatal(err)
	}
	d := sit(t, test.NewTempApp(t), scenario.Workspace{Scenarios: []scenario.Scenario{flatCase()}}, filepath.Join(folder, "recovery"))
	d.p.Open(path)
	d.dialog("")
	if d.p.file != path || d.selected().ID != "worked" {
		t.Fatalf("open is %q with %s selected", d.p.file, d.selected().ID)
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
	unsound := bytes.Replace(encoded(t, workedCase()), []byte(`"rate": 0.2,`), []byte(`"rate": 1.4,`), 1)
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
			d := newSeat(t, flatCase())
			d.enter("terms.share.rate", "25%")
			before, revision := d.selected(), d.p.Session.Revision()
			path := filepath.Join(t.TempDir(), "worked.headroom.json")
			tc.make(path)
			d.p.Open(path)
			d.dialog("error")
			for _, words := range tc.words {
				d.reads(words)
			}
			d.press(fyne.KeyReturn)
			d.dialog("")
			if !sameScenario(d.selected(), before) || d.p.Session.Revision() != revision || d.p.file != "" || d.p.Session.UndoName() == "" {
				t.Error("the open workspace has changed")
			}
			if slices.Contains(d.p.Settings.Recent(), path) {
				t.Error("a file that cannot be opened is among the recent ones")
			}
			d.agree()
		})
	}
}

func TestOpeningThroughThePrompt(t *testing.T) {
	d, path := onFile(t)
	other := filepath.Join(filepath.Dir(path), "flat.headroom.json")
	put(t, other, encoded(t, flatCase()))
	d.tap("open")
	d.dialog("open")
	if got := d.text("entry", "dialog.folder"); got != filepath.Dir(path) {
		t.Errorf("the prompt looks in %s, want the folder used last", got)
	}
	d.reads("flat.headroom.json")
	for _, tc := range []struct{ file, fault string }{
		{"", "Choose a file of the list, or type its name."},
		{"none.headroom.json", "There is no file"},
		{"recovery", "Choose a workspace in this folder."},
	} {
		d.write("dialog.folder", filepath.Dir(path))
		d.enter("dialog.file", tc.file)
		d.dialog("open")
		d.reads(tc.fault)
	}
	d.write("dialog.folder", filepath.Dir(path))
	d.enter("dialog.file", "flat.headroom.json")
	d.dialog("")
	if d.p.file != other || d.selected().ID != "flat" || d.p.Session.Dirty() || d.p.Session.UndoName() != "" {
		t.Errorf("open is %q, %s", d.p.file, d.selected().ID)
	}
	if got := d.p.Window.Title(); got != "flat – "+Name {
		t.Errorf("the title is %q", got)
	}
	if got := d.p.Settings.Recent(); !slices.Equal(got, []string{other, path}) {
		t.Errorf("recent are %q", got)
	}
	d.agree()
}

func TestSaving(t *testing.T) {
	d, path := onFile(t)
	d.enter("terms.share.cap", "40")
	if d.text("button", "save") == "" || !d.says("not saved, "+filepath.Base(path)) || !d.p.inspect().Unsaved {
		t.Error("nothing says that the change is not saved")
	}
	d.tap("table.copy")
	d.reads("Copied the table; the workspace is not saved")
	d.tap("save")
	d.dialog("")
	if got := capIn(t, path); got != 40e9 {
		t.Errorf("the file has a cap of %v", got)
	}
	if d.says("not saved") || d.p.inspect().Unsaved || strings.HasPrefix(d.p.Window.Title(), "•") {
		t.Error("saved, the window still says it is not")
	}
	d.command("Undo")
	if !d.p.Session.Dirty() {
		t.Error("undone what was saved, there is something to save")
	}
	d.write("terms.share.cap", "41") // what is being typed is saved too
	d.command("Save")
	if got := capIn(t, path); got != 41e9 {
		t.Errorf("the file has a cap of %v, want the one being typed", got)
	}
}

func TestSaveAs(t *testing.T) {
	d, path := onFile(t)
	folder := filepath.Dir(path)
	d.enter("terms.share.cap", "40")
	d.tap("save-as")
	d.dialog("save-as")
	if got := d.text("entry", "dialog.file"); got != "worked.headroom.json" {
		t.Errorf("the name offered is %q", got)
	}
	d.enter("dialog.file", "bold plan") // has no extension yet
	d.dialog("")
	saved := filepath.Join(folder, "bold plan.headroom.json")
	if capIn(t, saved) != 40e9 || capIn(t, path) != 38e9 || d.p.file != saved {
		t.Errorf("saved is %q", d.p.file)
	}
	if got := d.p.Window.Title(); got != "bold plan – "+Name {
		t.Errorf("the title is %q", got)
	}

	// Over a file that is there it asks.
	d.enter("terms.share.cap", "42")
	d.tap("save-as")
	d.enter("dialog.file", "worked.headroom.json")
	d.dialog("overwrite")
	d.press(fyne.KeyEscape)
	d.dialog("save-as") // as it was
	if got := d.text("entry", "dialog.file"); got != "worked.headroom.json" {
		t.Errorf("the name typed became %q", got)
	}
	d.press(fyne.KeyEscape)
	d.dialog("")
	if capIn(t, path) != 38e9 || d.p.file != saved || !d.p.Session.Dirty() {
		t.Error("given up, the file is replaced all the same")
	}
	d.tap("save-as")
	d.enter("dialog.file", "worked.headroom.json")
	d.press(fyne.KeyReturn)
	d.dialog("")
	if capIn(t, path) != 42e9 || d.p.file != path || d.p.Session.Dirty() {
		t.Error("agreed to, the file is not replaced")
	}
	// Its own file it need not ask about.
	d.tap("save-as")
	d.press(fyne.KeyReturn)
	d.dialog("")
}

func TestAWorkspaceWithoutAFileIsSavedAs(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	d := newSeat(t, workedCase())
	d.tap("save")
	d.dialog("save-as")
	if got := d.text("entry", "dialog.file"); got != "Worked cases.headroom.json" {
		t.Errorf("the name offered is %q", got)
	}
}

func TestASaveThatFailsIsToldAndLeavesTheFile(t *testing.T) {
	d, path := onFile(t)
	d.enter("terms.share.cap", "40")
	if err := os.RemoveAll(filepath.Dir(path)); err != nil {
		t.Fatal(err)
	}
	d.tap("save")
	d.dialog("error")
	d.reads("its folder is gone")
	d.press(fyne.KeyEscape)
	d.dialog("")
	if !d.p.Session.Dirty() || d.selected().Terms.Share.Cap != 40e9 || d.p.file != path {
		t.Error("a save that failed counts as one")
	}
	d.agree()
}

func TestASaveThatTheDiskHasNotConfirmedIsOneAllTheSame(t *testing.T) {
	d, path := onFile(t)
	d.p.safety.write = func(path string, data []byte) (recovery.Stamp, error) {
		stamp, err := recovery.WriteFile(path, data)
		return stamp, errors.Join(err, store.ErrNotSynced)
	}
	d.enter("terms.share.cap", "40")
	d.tap("save-as")
	d.enter("dialog.file", "other.headroom.json")
	d.dialog("error")
	d.reads("The workspace is saved, but not safe yet")
	d.press(fyne.KeyEscape)
	d.dialog("")
	other := filepath.Join(filepath.Dir(path), "other.headroom.json")
	if capIn(t, other) != 40e9 || d.p.file != other || d.p.Session.Dirty() {
		t.Errorf("the file has a cap of %v, open is %q", capIn(t, other), d.p.file)
	}
	// What this window wrote is no foreign change.
	d.p.safety.write = recovery.WriteFile
	d.enter("terms.share.cap", "41")
	d.tap("save")
	d.dialog("")
	if capIn(t, other) != 41e9 {
		t.Errorf("saved again, the file has a cap of %v", capIn(t, other))
	}
}

func TestOnlyAWorkspaceCanBeDropped(t *testing.T) {
	d, path := onFile(t)
	notes := filepath.Join(filepath.Dir(path), "notes.txt")
	put(t, notes, nil)
	d.p.onDropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(notes)})
	d.dialog("error")
	d.press(fyne.KeyReturn)
	other := filepath.Join(filepath.Dir(path), "flat.json")
	put(t, other, encoded(t, flatCase()))
	d.p.onDropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(notes), storage.NewFileURI(other), storage.NewFileURI(path)})
	d.dialog("")
	if d.p.file != other || d.selected().ID != "flat" {
		t.Errorf("open is %q, want the first workspace dropped", d.p.file)
	}
}

func TestRecentFiles(t *testing.T) {
	d, path := onFile(t)
	folder := filepath.Dir(path)
	var paths []string
	for _, name := range strings.Split("abcdefghi", "") {
		next := filepath.Join(folder, name+".json")
		put(t, next, encoded(t, called(flatCase(), name, name)))
		d.p.Open(next)
		paths = append([]string{next}, paths...)
	}
	var listed []string
	for _, item := range d.item("Open recent").ChildMenu.Items {
		listed = append(listed, item.Label)
	}
	if !slices.Equal(listed, paths[:desk.MaxRecent]) {
		t.Errorf("listed are %q, want the last %d", listed, desk.MaxRecent)
	}
	d.item("Open recent").ChildMenu.Items[3].Action()
	if d.p.file != paths[3] || d.item("Open recent").ChildMenu.Items[0].Label != paths[3] || len(d.p.Settings.Recent()) != desk.MaxRecent {
		t.Errorf("open is %q, recent are %q", d.p.file, d.p.Settings.Recent())
	}
	// The next window has them too.
	again := sit(t, d.app, scenario.Workspace{}, "")
	if got := again.p.Settings.Recent(); got[0] != paths[3] || len(got) != desk.MaxRecent {
		t.Errorf("the next window has %q", got)
	}
}

func TestWhatWasTakenAwayStaysWithItsWorkspace(t *testing.T) {
	d, path := onFile(t)
	d.enter("terms.license.through", "2031-06")
	d.tap("terms.license")
	d.tap("terms.reverse")
	d.tap("save")
	other := workedCase()
	other.Terms.License, other.Terms.Reverse = nil, nil
	d.p.replace(scenario.Workspace{Scenarios: []scenario.Scenario{other}}, path)
	d.tap("terms.license")
	if got := d.selected().Terms.License.Through; got != inMonth("2032-12") {
		t.Errorf("another workspace's license comes: through %v", got)
	}
	d.tap("terms.reverse")
	if got, share := *d.selected().Terms.Reverse, other.Terms.Share; got.From != share.From || got.Through != share.Through {
		t.Errorf("another workspace's reverse share comes: %v", got)
	}
}
