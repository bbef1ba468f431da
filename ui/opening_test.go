package ui

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"headroom/scenario"
	"headroom/ui/desktest"
)

// chooseFile asks for a file to open, and names one.
func (d *seat) chooseFile(path string) {
	d.Helper()
	if d.p.Prompts.Name() != "open" {
		d.Tap("open")
	}
	d.Enter("dialog.folder", filepath.Dir(path))
	d.Enter("dialog.file", filepath.Base(path)) // with Enter, which answers
}

func TestWhatCannotBeOpenedLeadsBackToTheChoice(t *testing.T) {
	d, path := onFile(t)
	folder := filepath.Dir(path)
	broken, picture, other := filepath.Join(folder, "broken.headroom.json"), filepath.Join(folder, "picture.png"), filepath.Join(folder, "other.headroom.json")
	put(t, broken, []byte("{"))
	put(t, picture, []byte("no picture"))
	put(t, other, encoded(t, desktest.FlatCase()))
	for _, tc := range []struct{ path, says string }{
		{broken, "broken.headroom.json is no workspace that can be opened here"},
		{picture, "picture.png"},
		{filepath.Join(folder, "missing.headroom.json"), "There is no file"},
	} {
		d.chooseFile(tc.path)
		d.Dialog("open")
		d.Reads(tc.says)
		if d.p.file != path {
			t.Fatalf("open is %q", d.p.file)
		}
	}
	d.chooseFile(other)
	d.Dialog("")
	if d.p.file != other {
		t.Errorf("open is %q", d.p.file)
	}
}

func TestAFileInUseLeadsBackToTheChoice(t *testing.T) {
	d, path := onFile(t)
	other := sit(t, test.NewTempApp(t), scenario.Workspace{Scenarios: []scenario.Scenario{desktest.FlatCase()}}, filepath.Join(filepath.Dir(path), "recovery"))
	other.chooseFile(path)
	other.Dialog("in-use")
	other.Press(fyne.KeyEscape)
	other.Dialog("open")
	other.Reads("worked.headroom.json is open in another window. Choose another file.")
	if other.p.file != "" {
		t.Errorf("given up, open is %q", other.p.file)
	}
	other.Tap("dialog.ok")
	other.Dialog("in-use")
	other.Tap("dialog.ok")
	other.Dialog("")
	if other.p.file != path || d.p.file != path {
		t.Errorf("agreed to, open is %q", other.p.file)
	}
}

func TestAnAnswerWaitsForTheDiskAndCanBeGivenUp(t *testing.T) {
	d, path := onSlowDisk(t)
	other := filepath.Join(filepath.Dir(path), "other.headroom.json")
	put(t, other, encoded(t, desktest.FlatCase()))

	d.chooseFile(other)
	d.Dialog("open") // the disk has not said what is there
	d.Tap("dialog.cancel")
	d.CatchUp()
	d.Dialog("")
	if d.p.file != path || d.Says("Opening") {
		t.Errorf("given up before the disk answers, open is %q", d.p.file)
	}

	d.chooseFile(other)
	for range 2 { // the listing, and what is there
		d.Aside[0]()
		d.Aside = d.Aside[1:]
	}
	d.Reads("Opening other.headroom.json")
	d.Tap("dialog.cancel")
	d.CatchUp()
	d.Dialog("")
	if d.p.file != path || d.Says("Opening") {
		t.Errorf("given up while it is read, open is %q", d.p.file)
	}

	d.chooseFile(other)
	d.Enter("dialog.file", "worked.headroom.json") // thought better of
	d.CatchUp()
	d.Dialog("open")
	if d.p.file != path {
		t.Errorf("with another name typed meanwhile, open is %q", d.p.file)
	}
	d.Tap("dialog.cancel")

	d.Command("Save as…")
	d.Enter("dialog.file", "other.headroom.json")
	d.Dialog("save-as")
	d.CatchUp()
	d.Dialog("overwrite")
}

func TestTheStartAsksOneThingAtATime(t *testing.T) {
	d, path := onFile(t)
	d.Enter("terms.share.cap", "40")
	d.pass(time.Second)
	d.pass(time.Second)
	d.kill()
	next := sit(t, d.App, scenario.Workspace{Scenarios: []scenario.Scenario{desktest.FlatCase()}}, filepath.Join(filepath.Dir(path), "recovery"))
	next.p.OfferLast()
	next.Relayout()
	if next.Find("button", "last-file.open") == nil {
		t.Fatal("the file is not offered")
	}
	next.p.Recover()
	next.Relayout()
	next.Dialog("recover")
	if next.Find("button", "last-file.open") != nil {
		t.Error("the file is offered below the question whether to recover it")
	}
	next.Press(fyne.KeyEscape)
	next.Relayout()
	if next.Find("button", "last-file.open") == nil {
		t.Error("not recovered, the file is not offered any more")
	}
	next.p.Recover() // once refused it is not asked about again
	if _, err := os.Stat(path); err != nil {
		t.Fatal(err)
	}
}
