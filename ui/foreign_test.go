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
	setup := func(t *testing.T) (*seat, string) {
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
		if !bytes.Equal(held(t, path), foreign(t)) || !d.p.Session.Dirty() {
			t.Error("the file was replaced")
		}
	})
	t.Run("is replaced where that is agreed to", func(t *testing.T) {
		d, path := setup(t)
		d.tap("dialog.other")
		d.dialog("")
		if capIn(t, path) != 40e9 || d.p.Session.Dirty() {
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

func TestAForeignChangeIsNoticedWhenTheWindowIsLookedAtAgain(t *testing.T) {
	setup := func(t *testing.T, edited bool) (*seat, string) {
		d, path := onFile(t)
		d.p.lookAgain()
		d.dialog("") // nothing has happened
		if edited {
			d.enter("terms.share.cap", "40")
		}
		put(t, path, encoded(t, capped(workedCase(), 7e9)))
		d.p.lookAgain()
		d.dialog("foreign")
		if d.says("are lost if you reload") != edited {
			t.Errorf("with changes that are not saved: %v, it says that they are lost: %v", edited, !edited)
		}
		return d, path
	}
	t.Run("reloaded", func(t *testing.T) {
		d, _ := setup(t, true)
		d.tap("dialog.ok")
		d.dialog("")
		if d.selected().Terms.Share.Cap != 7e9 || d.p.Session.Dirty() {
			t.Errorf("the cap is %v, unsaved %v", d.selected().Terms.Share.Cap, d.p.Session.Dirty())
		}
		d.enter("terms.share.cap", "8")
		d.tap("save")
		d.dialog("") // it is no foreign change any more
	})
	t.Run("kept", func(t *testing.T) {
		d, path := setup(t, false)
		d.tap("dialog.cancel")
		d.p.lookAgain()
		d.dialog("") // answered
		if d.selected().Terms.Share.Cap == 7e9 || !d.p.Session.Dirty() {
			t.Error("mine is not kept, or said to be saved")
		}
		d.tap("save")
		d.dialog("")
		if capIn(t, path) == 7e9 {
			t.Error("mine was not saved")
		}
		put(t, path, encoded(t, capped(workedCase(), 6e9)))
		d.p.lookAgain()
		d.dialog("foreign") // it is another change
	})
	t.Run("compared", func(t *testing.T) {
		d, _ := setup(t, true)
		d.tap("dialog.other")
		d.dialog("")
		compared := d.p.Session.View().Compared
		if d.p.view != ViewCompare || len(compared) != 2 {
			t.Fatalf("the view is %s, compared are %v", d.p.view, compared)
		}
		mine, _ := d.p.Session.Scenario(compared[0])
		theirs, _ := d.p.Session.Scenario(compared[1])
		if mine.Terms.Share.Cap != 40e9 || theirs.Terms.Share.Cap != 7e9 || theirs.Name != mine.Name+" (from the file)" {
			t.Errorf("%s with %v beside %s with %v", mine.Name, mine.Terms.Share.Cap, theirs.Name, theirs.Terms.Share.Cap)
		}
		d.p.lookAgain()
		d.dialog("")
		d.tap("save")
		d.dialog("changed") // that it be replaced was not agreed to
	})
	t.Run("gone", func(t *testing.T) {
		d, path := onFile(t)
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		d.p.lookAgain()
		d.dialog("foreign")
		d.press(fyne.KeyEscape)
		if !d.p.Session.Dirty() {
			t.Error("what is not on the disk any more is said to be saved")
		}
		d.p.lookAgain()
		d.dialog("")
		put(t, path, []byte("no workspace"))
		d.p.lookAgain()
		d.dialog("foreign")
		d.tap("dialog.ok")
		d.dialog("")
		if capIn(t, path) == 0 || d.p.Session.Dirty() {
			t.Error("it is not there again")
		}
	})
	t.Run("not over another question", func(t *testing.T) {
		d, path := onFile(t)
		d.tap("open")
		put(t, path, encoded(t, flatCase()))
		d.p.lookAgain()
		d.dialog("open")
		d.press(fyne.KeyEscape)
		d.p.lookAgain()
		d.dialog("foreign")
	})
}
