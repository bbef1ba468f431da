package ui

import (
	"os"
	"path/filepath"
	"testing"

	"headroom/scenario"
	"headroom/scenario/preset"
	"headroom/ui/desktest"
)

// onSlowDisk opens a window on a file of a disk that answers only once the test lets
// it catch up.
func onSlowDisk(t *testing.T) (*seat, string) {
	d, path := onFile(t)
	d.p.shown = true
	d.Slow = true
	return d, path
}

func TestWhatIsEditedWhileItIsSavedStaysUnsaved(t *testing.T) {
	d, path := onSlowDisk(t)
	d.Enter("terms.share.cap", "40")
	d.Tap("save")
	d.Reads("Saving…")
	if !d.p.Inspect().Pending {
		t.Error("the inspection says that nothing is pending")
	}
	d.Enter("terms.share.cap", "41")
	if capIn(t, path) == 40e9 {
		t.Fatal("the disk has answered already")
	}
	d.CatchUp()
	d.Dialog("")
	if got := capIn(t, path); got != 40e9 {
		t.Errorf("saved is a cap of %v, want what it was when it was saved", got)
	}
	d.Reads("not saved, worked.headroom.json")
	if !d.p.Session.Dirty() || d.p.Inspect().Pending {
		t.Error("what was edited meanwhile is taken for saved, or it is said to go on")
	}
	d.Tap("save")
	d.CatchUp()
	d.Reads("saved in worked.headroom.json")
	if capIn(t, path) != 41e9 || d.p.Session.Dirty() {
		t.Error("saved once more, it is not on the disk")
	}
}

func TestSavingsFollowOneAnother(t *testing.T) {
	d, path := onSlowDisk(t)
	d.Enter("terms.share.cap", "40")
	d.Tap("save")
	d.Enter("terms.share.cap", "41")
	d.Tap("save")
	d.Tap("save")
	if len(d.Aside) != 1 {
		t.Fatalf("%d savings run at once", len(d.Aside))
	}
	d.CatchUp()
	if capIn(t, path) != 41e9 || d.p.Session.Dirty() || d.Says("Saving…") {
		t.Error("in the end the file does not hold what is on the screen, or does not say so")
	}
}

func TestAWindowClosedWhileItIsSavedWaits(t *testing.T) {
	closing := func(t *testing.T) (d *seat, path string, closed *int) {
		d, path = onSlowDisk(t)
		closed = new(int)
		d.p.Window.SetOnClosed(func() { *closed++ })
		d.Enter("terms.share.cap", "40")
		d.Tap("save")
		d.p.onClose()
		d.Dialog("saving")
		d.p.onClose() // once more, impatiently
		return d, path, closed
	}
	t.Run("until it is saved", func(t *testing.T) {
		d, path, closed := closing(t)
		d.CatchUp()
		if *closed != 1 || capIn(t, path) != 40e9 {
			t.Errorf("closed %d times, with a cap of %v on the disk", *closed, capIn(t, path))
		}
	})
	t.Run("and asks where it could not be saved", func(t *testing.T) {
		d, path, closed := closing(t)
		put(t, path, encoded(t, desktest.FlatCase())) // by another program
		d.CatchUp()
		if *closed != 0 || d.p.Prompts.Name() != "unsaved" {
			t.Errorf("closed %d times, the prompt is %q", *closed, d.p.Prompts.Name())
		}
	})
	t.Run("but not for ever: what may be lost is kept", func(t *testing.T) {
		d, path, closed := closing(t)
		d.Tap("dialog.ok")
		if *closed != 1 {
			t.Fatal("the window stays")
		}
		d.p.safety.ended()
		next := sit(t, d.App, scenario.Workspace{}, filepath.Join(filepath.Dir(path), "recovery"))
		next.p.Recover()
		next.Dialog("recover")
	})
}

func TestAFileReadWhileSomethingIsEditedAsksFirst(t *testing.T) {
	d, path := onSlowDisk(t)
	other := filepath.Join(filepath.Dir(path), "other.headroom.json")
	put(t, other, encoded(t, desktest.FlatCase()))
	d.p.Open(other)
	d.Reads("Opening other.headroom.json…")
	d.Enter("terms.share.cap", "40")
	d.CatchUp()
	d.Dialog("unsaved")
	if d.Selected().Terms.Share.Cap != 40e9 {
		t.Fatal("what was edited is gone")
	}
	d.Tap("dialog.other")
	d.CatchUp()
	d.Dialog("")
	if d.p.file != other || d.Selected().ID != "flat" {
		t.Errorf("given up, open is %q", d.p.file)
	}
}

func TestTheFileOpenedLastIsTheOneShown(t *testing.T) {
	d, path := onSlowDisk(t)
	folder := filepath.Dir(path)
	for _, name := range []string{"a", "b", "c"} {
		put(t, filepath.Join(folder, name+".headroom.json"), encoded(t, desktest.FlatCase()))
		d.p.Open(filepath.Join(folder, name+".headroom.json"))
	}
	d.CatchUp()
	d.Dialog("")
	if got := filepath.Base(d.p.file); got != "c.headroom.json" {
		t.Errorf("open is %s", got)
	}
	d.p.Open(filepath.Join(folder, "b.headroom.json"))
	d.Command("New workspace")
	d.CatchUp()
	if d.p.file != "" || len(d.p.Session.Workspace().Scenarios) != len(preset.Default().Scenarios) || d.Says("Opening") {
		t.Errorf("a new workspace gives way to %q", d.p.file)
	}
}

func TestAWorkspaceOpenedWhileTheFormerIsSavedKeepsItsFile(t *testing.T) {
	d, path := onSlowDisk(t)
	other := filepath.Join(filepath.Dir(path), "other.headroom.json")
	put(t, other, encoded(t, desktest.FlatCase()))
	d.Enter("terms.share.cap", "40")
	d.Tap("save")
	d.p.Open(other) // by who does not wait for the saving
	saving := d.Aside
	d.Aside = saving[1:]
	d.CatchUp()
	d.Aside = saving[:1]
	d.CatchUp()
	if d.p.file != other || d.p.Session.Dirty() || changed(other, d.p.safety.stamp) || !d.p.safety.lock.Holds(other) {
		t.Errorf("open is %q, unsaved %v", d.p.file, d.p.Session.Dirty())
	}
	if capIn(t, path) != 40e9 {
		t.Error("the former is not saved")
	}
}

func TestAFolderIsListedAsItIsTypedLast(t *testing.T) {
	d, path := onSlowDisk(t)
	far := filepath.Join(filepath.Dir(path), "far")
	if err := os.Mkdir(far, 0o700); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(far, "there.headroom.json"), encoded(t, desktest.FlatCase()))
	put(t, filepath.Join(filepath.Dir(path), "near.headroom.json"), encoded(t, desktest.FlatCase()))
	d.Tap("open")
	for _, part := range []string{"f", "fa", "far"} { // before the disk has said what is there
		d.Enter("dialog.folder", filepath.Join(filepath.Dir(path), part))
		d.Dialog("open")
	}
	if len(d.Aside) != 1 {
		t.Errorf("%d listings are under way at once", len(d.Aside))
	}
	d.CatchUp()
	if !d.Says("there.headroom.json") || d.Says("near.headroom.json") {
		t.Error("what is listed is not the folder typed last")
	}
}
