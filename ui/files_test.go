package ui

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"headroom/scenario"
	"headroom/scenario/store"
	"headroom/ui/look"
)

// onFile opens a window on a file that holds the worked case, in a folder of its
// own; recovery copies are kept.
func onFile(t *testing.T) (*desk, string) {
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
			d := newDesk(t, flatCase())
			d.enter("terms.share.rate", "25%")
			before, revision := d.selected(), d.p.session.Revision()
			path := filepath.Join(t.TempDir(), "worked.headroom.json")
			tc.make(path)
			d.p.Open(path)
			d.dialog("error")
			for _, words := range tc.words {
				d.reads(words)
			}
			d.press(fyne.KeyReturn)
			d.dialog("")
			if !sameScenario(d.selected(), before) || d.p.session.Revision() != revision || d.p.file != "" || d.p.session.UndoName() == "" {
				t.Error("the open workspace has changed")
			}
			if slices.Contains(d.p.settings.recent(), path) {
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
		{"", "Give the workspace a name."},
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
	if d.p.file != other || d.selected().ID != "flat" || d.p.session.Dirty() || d.p.session.UndoName() != "" {
		t.Errorf("open is %q, %s", d.p.file, d.selected().ID)
	}
	if got := d.p.window.Title(); got != "flat – "+Name {
		t.Errorf("the title is %q", got)
	}
	if got := d.p.settings.recent(); !slices.Equal(got, []string{other, path}) {
		t.Errorf("recent are %q", got)
	}
	d.agree()
}

func TestSaving(t *testing.T) {
	d, path := onFile(t)
	d.enter("terms.share.cap", "40")
	if d.text("button", "save") == "" || !d.says("not saved") || !d.p.inspect().Unsaved {
		t.Error("nothing says that the change is not saved")
	}
	d.tap("save")
	d.dialog("")
	if got := capIn(t, path); got != 40e9 {
		t.Errorf("the file has a cap of %v", got)
	}
	if d.says("not saved") || d.p.inspect().Unsaved || strings.HasPrefix(d.p.window.Title(), "•") {
		t.Error("saved, the window still says it is not")
	}
	d.command("Undo")
	if !d.p.session.Dirty() {
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
	if got := d.p.window.Title(); got != "bold plan – "+Name {
		t.Errorf("the title is %q", got)
	}

	// Over a file that is there it asks.
	d.enter("terms.share.cap", "42")
	d.tap("save-as")
	d.enter("dialog.file", "worked.headroom.json")
	d.dialog("overwrite")
	d.press(fyne.KeyEscape)
	d.dialog("")
	if capIn(t, path) != 38e9 || d.p.file != saved || !d.p.session.Dirty() {
		t.Error("given up, the file is replaced all the same")
	}
	d.tap("save-as")
	d.enter("dialog.file", "worked.headroom.json")
	d.press(fyne.KeyReturn)
	d.dialog("")
	if capIn(t, path) != 42e9 || d.p.file != path || d.p.session.Dirty() {
		t.Error("agreed to, the file is not replaced")
	}
	// Its own file it need not ask about.
	d.tap("save-as")
	d.press(fyne.KeyReturn)
	d.dialog("")
}

func TestAWorkspaceWithoutAFileIsSavedAs(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	d := newDesk(t, workedCase())
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
	if !d.p.session.Dirty() || d.selected().Terms.Share.Cap != 40e9 || d.p.file != path {
		t.Error("a save that failed counts as one")
	}
	d.agree()
}

func TestAFileThatAnotherProgramChanged(t *testing.T) {
	foreign := func(t *testing.T) []byte { return encoded(t, capped(flatCase(), 7e9)) }
	setup := func(t *testing.T) (*desk, string) {
		d, path := onFile(t)
		d.enter("terms.share.cap", "40")
		put(t, path, foreign(t))
		d.tap("save")
		d.dialog("changed")
		return d, path
	}
	t.Run("is not replaced where that is given up", func(t *testing.T) {
		d, path := setup(t)
		d.press(fyne.KeyEscape)
		d.dialog("")
		if !bytes.Equal(held(t, path), foreign(t)) || !d.p.session.Dirty() {
			t.Error("the file was replaced")
		}
	})
	t.Run("is replaced where that is agreed to", func(t *testing.T) {
		d, path := setup(t)
		d.press(fyne.KeyReturn)
		d.dialog("")
		if capIn(t, path) != 40e9 || d.p.session.Dirty() {
			t.Error("the file was not replaced")
		}
		d.enter("terms.share.cap", "41")
		d.tap("save")
		d.dialog("") // what this window wrote is no foreign change
	})
	t.Run("stays beside one saved under another name", func(t *testing.T) {
		d, path := setup(t)
		d.tap("dialog.other")
		d.dialog("save-as")
		d.enter("dialog.file", "mine")
		d.dialog("")
		if !bytes.Equal(held(t, path), foreign(t)) || capIn(t, filepath.Join(filepath.Dir(path), "mine.headroom.json")) != 40e9 {
			t.Error("the one or the other is not as it should be")
		}
	})
	t.Run("is written anew where it was removed", func(t *testing.T) {
		d, path := onFile(t)
		d.enter("terms.share.cap", "40")
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		d.tap("save")
		d.dialog("")
		if capIn(t, path) != 40e9 {
			t.Error("the file is not there again")
		}
	})
}

func TestAFileOpenInAnotherWindow(t *testing.T) {
	d, path := onFile(t)
	other := sit(t, test.NewTempApp(t), scenario.Workspace{Scenarios: []scenario.Scenario{flatCase()}}, filepath.Join(filepath.Dir(path), "recovery"))
	other.p.Open(path)
	other.dialog("in-use")
	other.reads("open in another window")
	other.press(fyne.KeyEscape)
	other.dialog("")
	if other.p.file != "" || other.selected().ID != "flat" {
		t.Error("given up, it is opened all the same")
	}
	other.p.Open(path)
	other.press(fyne.KeyReturn)
	other.dialog("")
	if other.p.file != path {
		t.Error("agreed to, it is not opened")
	}
	d.p.Open(path) // its own file is no other window's
	d.dialog("")
	d.command("New workspace")
	third := sit(t, test.NewTempApp(t), scenario.Workspace{}, filepath.Join(filepath.Dir(path), "recovery"))
	third.p.Open(path)
	third.dialog("")
}

func TestUnsavedChangesAreAskedAbout(t *testing.T) {
	ways := map[string]func(d *desk){
		"new":    func(d *desk) { d.command("New workspace") },
		"open":   func(d *desk) { d.tap("open") },
		"recent": func(d *desk) { d.item("Open recent").ChildMenu.Items[0].Action() },
		"drop": func(d *desk) {
			d.p.onDropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(d.p.file)})
		},
		"close": func(d *desk) { d.p.onClose() },
	}
	for name, lose := range ways {
		t.Run(name, func(t *testing.T) {
			d, path := onFile(t)
			closed := false
			d.p.window.SetOnClosed(func() { closed = true })
			gone := func() bool {
				return closed || d.p.dialogs.name() == "open" || d.selected().ID != "worked" || d.selected().Terms.Share.Cap != 40e9 || !d.p.session.Dirty()
			}
			ask := func() {
				t.Helper()
				lose(d)
				d.dialog("unsaved")
			}
			d.enter("terms.share.cap", "40")
			ask()
			d.press(fyne.KeyEscape)
			d.dialog("")
			if gone() || capIn(t, path) != 38e9 {
				t.Fatal("given up, it is done or saved all the same")
			}
			ask()
			d.tap("dialog.other")
			if capIn(t, path) != 38e9 || !gone() && name != "open" {
				t.Error("not saving saves, or does not go on")
			}
			if closed {
				return
			}

			// And once more, saving.
			d, path = onFile(t)
			d.p.window.SetOnClosed(func() { closed = true })
			d.enter("terms.share.cap", "40")
			lose(d)
			d.dialog("unsaved")
			d.press(fyne.KeyReturn)
			if capIn(t, path) != 40e9 {
				t.Error("saving does not save")
			}
			switch {
			case name == "close" && !closed, name == "open" && d.p.dialogs.name() != "open", name == "new" && d.p.file != "":
				t.Error("saved, it does not go on")
			}
		})
	}
}

func TestClosingSavesWhereAsked(t *testing.T) {
	d, path := onFile(t)
	closed := 0
	d.p.window.SetOnClosed(func() { closed++ })
	d.enter("terms.share.cap", "40")
	d.p.onClose()
	d.p.onClose() // asked again while it asks
	if len(d.p.dialogs.stack) != 1 {
		t.Errorf("%d prompts ask", len(d.p.dialogs.stack))
	}
	d.press(fyne.KeyReturn)
	if closed != 1 || capIn(t, path) != 40e9 {
		t.Errorf("closed %d times, the cap saved is %v", closed, capIn(t, path))
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
	if !slices.Equal(listed, paths[:maxRecent]) {
		t.Errorf("listed are %q, want the last %d", listed, maxRecent)
	}
	d.item("Open recent").ChildMenu.Items[3].Action()
	if d.p.file != paths[3] || d.item("Open recent").ChildMenu.Items[0].Label != paths[3] || len(d.p.settings.recent()) != maxRecent {
		t.Errorf("open is %q, recent are %q", d.p.file, d.p.settings.recent())
	}
	// The next window has them too.
	again := sit(t, d.app, scenario.Workspace{}, "")
	if got := again.p.settings.recent(); got[0] != paths[3] || len(got) != maxRecent {
		t.Errorf("the next window has %q", got)
	}
}

// kill ends a window as a killed process does: its locks go, its copy stays.
func (d *desk) kill() {
	d.p.safety.copy.Close()
	d.p.safety.lock.Release()
}

// pass moves the clock and ticks.
func (d *desk) pass(by time.Duration) {
	d.now = d.now.Add(by)
	d.p.safety.onTick()
}

func TestAKilledWindowIsRecovered(t *testing.T) {
	d, path := onFile(t)
	recovery := filepath.Join(filepath.Dir(path), "recovery")
	d.enter("terms.share.cap", "40")
	d.pass(500 * time.Millisecond)
	d.enter("terms.share.rate", "25%")
	d.pass(500 * time.Millisecond)
	d.kill()

	next := sit(t, test.NewTempApp(t), scenario.Workspace{Scenarios: []scenario.Scenario{flatCase()}}, recovery)
	next.now = d.now.Add(time.Hour)
	next.p.Recover()
	next.dialog("recover")
	next.reads("worked.headroom.json had changes that were not saved")
	next.reads("today at 9:40")
	next.press(fyne.KeyEscape) // kept until the next clean save
	next.dialog("")
	next.kill()

	last := sit(t, test.NewTempApp(t), scenario.Workspace{Scenarios: []scenario.Scenario{flatCase()}}, recovery)
	last.now = d.now.Add(48 * time.Hour)
	last.p.Recover()
	last.dialog("recover")
	last.reads("Nov 22, 2026 at 9:40")
	last.press(fyne.KeyReturn)
	last.dialog("")
	if s := last.selected(); s.Terms.Share.Cap != 40e9 || s.Terms.Share.Rate != 0.25 || last.p.file != path || !last.p.session.Dirty() {
		t.Errorf("recovered is a cap of %v, a rate of %v, of %q", s.Terms.Share.Cap, s.Terms.Share.Rate, last.p.file)
	}
	if last.p.session.UndoName() != "" || !strings.HasPrefix(last.p.window.Title(), "•") {
		t.Error("what was recovered is not marked as unsaved")
	}
	last.agree()
	last.tap("save")
	last.dialog("")
	if capIn(t, path) != 40e9 {
		t.Error("what was recovered is not saved")
	}
	last.kill()
	after := sit(t, test.NewTempApp(t), scenario.Workspace{}, recovery)
	after.p.Recover()
	after.dialog("")
}

func TestARecoveryRefusedIsGoneWithTheNextSave(t *testing.T) {
	d, path := onFile(t)
	recovery := filepath.Join(filepath.Dir(path), "recovery")
	d.enter("terms.share.cap", "40")
	d.pass(time.Second)
	d.kill()
	next := sit(t, test.NewTempApp(t), scenario.Workspace{Scenarios: []scenario.Scenario{flatCase()}}, recovery)
	next.p.Recover()
	next.dialog("recover")
	next.tap("dialog.cancel")
	next.p.Open(path)
	next.enter("terms.share.cap", "41")
	next.tap("save")
	next.kill()
	after := sit(t, test.NewTempApp(t), scenario.Workspace{}, recovery)
	after.p.Recover()
	after.dialog("")
}

func TestNothingIsOfferedOfAWindowThatLivesOrWasClosed(t *testing.T) {
	d, path := onFile(t)
	recovery := filepath.Join(filepath.Dir(path), "recovery")
	d.enter("terms.share.cap", "40")
	d.pass(time.Second)
	other := sit(t, test.NewTempApp(t), scenario.Workspace{}, recovery)
	other.p.Recover()
	other.dialog("")
	d.p.onClose()
	d.tap("dialog.other") // does not save
	other.p.Recover()
	other.dialog("")
}

func TestWhatWasUndoneNeedsNoRecovery(t *testing.T) {
	d, path := onFile(t)
	d.enter("terms.share.cap", "40")
	d.pass(time.Second)
	d.command("Undo")
	d.pass(time.Second)
	d.kill()
	next := sit(t, test.NewTempApp(t), scenario.Workspace{}, filepath.Join(filepath.Dir(path), "recovery"))
	next.p.Recover()
	next.dialog("")
}

func TestSettingsAreRemembered(t *testing.T) {
	app := test.NewTempApp(t)
	workspace := scenario.Workspace{Scenarios: []scenario.Scenario{workedCase()}}
	d := sit(t, app, workspace, "")
	d.reads("Drag the cap line of the chart")
	d.tap("hint.dismiss")
	d.command("Dark")
	d.p.window.Resize(fyne.NewSize(1600, 1000))
	d.p.split.SetOffset(0.2)
	d.p.plan.split.SetOffset(0.4)
	d.p.onClose()

	next := sit(t, app, workspace, "")
	if next.says("Drag the cap line of the chart") || next.find("button", "hint.dismiss") != nil {
		t.Error("the hint is back")
	}
	if !look.Dark() || next.p.settings.mode() != look.ModeDark {
		t.Error("the window is light again")
	}
	if got := next.p.window.Canvas().Size(); got != fyne.NewSize(1600, 1000) {
		t.Errorf("the window is %v", got)
	}
	if next.p.split.Offset != 0.2 || next.p.plan.split.Offset != 0.4 {
		t.Errorf("the panes are at %v and %v", next.p.split.Offset, next.p.plan.split.Offset)
	}
	next.command("Light")
	if look.Dark() {
		t.Error("the window stays dark")
	}
}

func TestPromptsAreAnsweredByKey(t *testing.T) {
	for _, tc := range []struct {
		says string
		open func(d *desk)
		name string
	}{
		{"rename", func(d *desk) { d.press(fyne.KeyF2) }, "rename"},
		{"add", func(d *desk) { d.tap("scenario.add") }, "add"},
		{"shift", func(d *desk) { d.command("Shift all growth…") }, "shift"},
		{"reach", func(d *desk) { d.command("Reach the cap on…") }, "reach"},
		{"rates", func(d *desk) { d.tap("terms.share.ratesByYear") }, "rates"},
		{"paste", func(d *desk) { d.tap("stream.paste") }, "paste"},
		{"stream", func(d *desk) { d.tap("stream.edit") }, "stream"},
		{"open", func(d *desk) { d.tap("open") }, "open"},
		{"save as", func(d *desk) { d.tap("save-as") }, "save-as"},
		{"sources", func(d *desk) { d.command("Sources of the figures…") }, "sources"},
		{"why", func(d *desk) { d.tap("result.paid") }, "why"},
		{"keys", func(d *desk) { d.p.window.Canvas().OnTypedRune()('?') }, "keyboard"},
	} {
		t.Run(tc.says, func(t *testing.T) {
			t.Setenv("HOME", t.TempDir())
			d := newDesk(t, workedCase())
			d.p.window.Canvas().Unfocus()
			tc.open(d)
			d.dialog(tc.name)
			d.press(fyne.KeyEscape)
			d.dialog("")
			if !sameScenario(d.selected(), workedCase()) || d.p.session.Revision() != 0 {
				t.Error("given up, the prompt changes something")
			}
			// Escape leaves it from its other parts too.
			tc.open(d)
			d.dialog(tc.name)
			first := d.p.window.Canvas().Focused()
			for n := range 6 {
				d.p.window.Canvas().FocusNext()
				focused := d.p.window.Canvas().Focused()
				if focused == first {
					break
				}
				d.press(fyne.KeyEscape)
				if d.p.dialogs.name() == tc.name {
					t.Errorf("Escape on %T leaves the prompt open", focused)
					break
				}
				tc.open(d)
				for range n + 1 {
					d.p.window.Canvas().FocusNext()
				}
			}
			for d.p.dialogs.name() != "" {
				d.p.dialogs.cancel()
			}
			d.agree()
		})
	}
}
