package ui

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"headroom/scenario"
)

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
		d.tap("dialog.other")
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
		d.press(fyne.KeyReturn)
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
