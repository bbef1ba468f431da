package ui

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"headroom/scenario"
	"headroom/ui/desktest"
)

func TestAFileThatAnotherProgramChanged(t *testing.T) {
	foreign := func(t *testing.T) []byte { return encoded(t, desktest.Capped(desktest.FlatCase(), 7e9)) }
	setup := func(t *testing.T) (*seat, string) {
		d, path := onFile(t)
		d.Enter("terms.share.cap", "40")
		put(t, path, foreign(t))
		d.Tap("save")
		d.Dialog("changed")
		return d, path
	}
	t.Run("is not replaced where that is given up", func(t *testing.T) {
		d, path := setup(t)
		d.Press(fyne.KeyEscape)
		d.Dialog("")
		if !bytes.Equal(held(t, path), foreign(t)) || !d.p.Session.Dirty() {
			t.Error("the file was replaced")
		}
	})
	t.Run("is replaced where that is agreed to", func(t *testing.T) {
		d, path := setup(t)
		d.Tap("dialog.other")
		d.Dialog("")
		if capIn(t, path) != 40e9 || d.p.Session.Dirty() {
			t.Error("the file was not replaced")
		}
		d.Enter("terms.share.cap", "41")
		d.Tap("save")
		d.Dialog("") // what this window wrote is no foreign change
	})
	t.Run("stays beside one saved under another name", func(t *testing.T) {
		d, path := setup(t)
		d.Press(fyne.KeyReturn)
		d.Dialog("save-as")
		d.Enter("dialog.file", "mine")
		d.Dialog("")
		if !bytes.Equal(held(t, path), foreign(t)) || capIn(t, filepath.Join(filepath.Dir(path), "mine.headroom.json")) != 40e9 {
			t.Error("the one or the other is not as it should be")
		}
	})
	t.Run("is written again where it was removed", func(t *testing.T) {
		d, path := onFile(t)
		d.Enter("terms.share.cap", "40")
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		d.Tap("save")
		d.Dialog("")
		if capIn(t, path) != 40e9 {
			t.Error("the file is not there again")
		}
	})
}

func TestAFileOpenInAnotherWindow(t *testing.T) {
	d, path := onFile(t)
	other := sit(t, test.NewTempApp(t), scenario.Workspace{Scenarios: []scenario.Scenario{desktest.FlatCase()}}, filepath.Join(filepath.Dir(path), "recovery"))
	other.p.Open(path)
	other.Dialog("in-use")
	other.Reads("open in another window")
	other.Press(fyne.KeyEscape)
	other.Dialog("")
	if other.p.file != "" || other.Selected().ID != "flat" {
		t.Error("given up, it is opened all the same")
	}
	other.p.Open(path)
	other.Press(fyne.KeyReturn)
	other.Dialog("")
	if other.p.file != path {
		t.Error("agreed to, it is not opened")
	}
	d.p.Open(path) // its own file is no other window's
	d.Dialog("")
	d.Command("New workspace")
	third := sit(t, test.NewTempApp(t), scenario.Workspace{}, filepath.Join(filepath.Dir(path), "recovery"))
	third.p.Open(path)
	third.Dialog("")
}

func TestAForeignChangeIsNoticedWhenTheWindowIsLookedAtAgain(t *testing.T) {
	setup := func(t *testing.T, edited bool) (*seat, string) {
		d, path := onFile(t)
		d.p.lookAgain()
		d.Dialog("") // nothing has happened
		if edited {
			d.Enter("terms.share.cap", "40")
		}
		put(t, path, encoded(t, desktest.Capped(desktest.WorkedCase(), 7e9)))
		d.p.lookAgain()
		d.Dialog("foreign")
		if d.Says("are lost if you reload") != edited {
			t.Errorf("with changes that are not saved: %v, it says that they are lost: %v", edited, !edited)
		}
		return d, path
	}
	t.Run("reloaded", func(t *testing.T) {
		d, _ := setup(t, true)
		d.Tap("dialog.ok")
		d.Dialog("")
		if d.Selected().Terms.Share.Cap != 7e9 || d.p.Session.Dirty() {
			t.Errorf("the cap is %v, unsaved %v", d.Selected().Terms.Share.Cap, d.p.Session.Dirty())
		}
		d.Enter("terms.share.cap", "8")
		d.Tap("save")
		d.Dialog("") // it is no foreign change any more
	})
	t.Run("kept", func(t *testing.T) {
		d, path := setup(t, false)
		d.Tap("dialog.cancel")
		d.p.lookAgain()
		d.Dialog("") // answered
		if d.Selected().Terms.Share.Cap == 7e9 || !d.p.Session.Dirty() {
			t.Error("mine is not kept, or said to be saved")
		}
		d.Tap("save")
		d.Dialog("")
		if capIn(t, path) == 7e9 {
			t.Error("mine was not saved")
		}
		put(t, path, encoded(t, desktest.Capped(desktest.WorkedCase(), 6e9)))
		d.p.lookAgain()
		d.Dialog("foreign") // it is another change
	})
	t.Run("compared", func(t *testing.T) {
		d, _ := setup(t, true)
		d.Tap("dialog.other")
		d.Dialog("")
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
		d.Dialog("")
		d.Tap("save")
		d.Dialog("changed") // that it be replaced was not agreed to
	})
	t.Run("gone", func(t *testing.T) {
		d, path := onFile(t)
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		d.p.lookAgain()
		d.Dialog("foreign")
		d.Press(fyne.KeyEscape)
		if !d.p.Session.Dirty() {
			t.Error("what is not on the disk any more is said to be saved")
		}
		d.p.lookAgain()
		d.Dialog("")
		put(t, path, []byte("no workspace"))
		d.p.lookAgain()
		d.Dialog("foreign")
		d.Tap("dialog.ok")
		d.Dialog("")
		if capIn(t, path) == 0 || d.p.Session.Dirty() {
			t.Error("it is not there again")
		}
	})
	t.Run("not over another question", func(t *testing.T) {
		d, path := onFile(t)
		d.Tap("open")
		put(t, path, encoded(t, desktest.FlatCase()))
		d.p.lookAgain()
		d.Dialog("open")
		d.Press(fyne.KeyEscape)
		d.p.lookAgain()
		d.Dialog("foreign")
	})
}
