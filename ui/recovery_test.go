package ui

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"headroom/scenario"
	"headroom/ui/desktest"
)

// kill ends a window as a killed process does: its locks go, its copy stays.
func (d *seat) kill() {
	d.p.safety.copy.Close()
	d.p.safety.lock.Release()
}

// pass moves the clock and ticks.
func (d *seat) pass(by time.Duration) {
	d.Now = d.Now.Add(by)
	d.p.safety.onTick()
}

func TestAKilledWindowIsRecovered(t *testing.T) {
	d, path := onFile(t)
	recovery := filepath.Join(filepath.Dir(path), "recovery")
	d.Enter("terms.share.cap", "40")
	d.pass(500 * time.Millisecond)
	d.Enter("terms.share.rate", "25%")
	d.pass(500 * time.Millisecond)
	d.kill()

	next := sit(t, test.NewTempApp(t), scenario.Workspace{Scenarios: []scenario.Scenario{desktest.FlatCase()}}, recovery)
	next.Now = d.Now.Add(time.Hour)
	next.p.Recover()
	next.Dialog("recover")
	next.Reads("worked.headroom.json had changes that were not saved")
	next.Reads("today at 9:40")
	next.Press(fyne.KeyEscape) // kept until the next clean save
	next.Dialog("")
	next.kill()

	last := sit(t, test.NewTempApp(t), scenario.Workspace{Scenarios: []scenario.Scenario{desktest.FlatCase()}}, recovery)
	last.Now = d.Now.Add(48 * time.Hour)
	last.p.Recover()
	last.Dialog("recover")
	last.Reads("Nov 22, 2026 at 9:40")
	last.Press(fyne.KeyReturn)
	last.Dialog("")
	if s := last.Selected(); s.Terms.Share.Cap != 40e9 || s.Terms.Share.Rate != 0.25 || last.p.file != path || !last.p.Session.Dirty() {
		t.Errorf("recovered is a cap of %v, a rate of %v, of %q", s.Terms.Share.Cap, s.Terms.Share.Rate, last.p.file)
	}
	last.Reads("Recovered; the workspace is not saved")
	if last.p.Session.UndoName() != "" || !strings.HasPrefix(last.p.Window.Title(), "•") {
		t.Error("what was recovered is not marked as unsaved")
	}
	last.Agree()
	last.Tap("save")
	last.Dialog("")
	if capIn(t, path) != 40e9 {
		t.Error("what was recovered is not saved")
	}
	if last.Says("not saved") || last.Says("Recovered") {
		t.Error("saved, it still says that it is not")
	}
	last.kill()
	after := sit(t, test.NewTempApp(t), scenario.Workspace{}, recovery)
	after.p.Recover()
	after.Dialog("")
}

func TestARecoveryRefusedIsGoneWithTheNextSave(t *testing.T) {
	d, path := onFile(t)
	recovery := filepath.Join(filepath.Dir(path), "recovery")
	d.Enter("terms.share.cap", "40")
	d.pass(time.Second)
	d.kill()
	next := sit(t, test.NewTempApp(t), scenario.Workspace{Scenarios: []scenario.Scenario{desktest.FlatCase()}}, recovery)
	next.p.Recover()
	next.Dialog("recover")
	next.Tap("dialog.cancel")
	next.p.Open(path)
	next.Enter("terms.share.cap", "41")
	next.Tap("save")
	next.kill()
	after := sit(t, test.NewTempApp(t), scenario.Workspace{}, recovery)
	after.p.Recover()
	after.Dialog("")
}

func TestARecoveryTellsWhoHasTheFileOpen(t *testing.T) {
	d, path := onFile(t)
	recovery := filepath.Join(filepath.Dir(path), "recovery")
	d.Enter("terms.share.cap", "40")
	d.pass(time.Second)
	d.kill()
	const told = "The file is open in another window now."
	next := sit(t, test.NewTempApp(t), scenario.Workspace{}, recovery)
	next.p.Recover()
	if next.Says(told) {
		t.Error("it is said of a file that nobody has open")
	}
	next.Tap("dialog.cancel")
	next.kill()
	sit(t, test.NewTempApp(t), scenario.Workspace{}, recovery).p.Open(path)
	other := sit(t, test.NewTempApp(t), scenario.Workspace{}, recovery)
	other.p.Recover()
	other.Dialog("recover")
	other.Reads(told)
}

func TestNothingIsOfferedOfAWindowThatLivesOrWasClosed(t *testing.T) {
	d, path := onFile(t)
	recovery := filepath.Join(filepath.Dir(path), "recovery")
	d.Enter("terms.share.cap", "40")
	d.pass(time.Second)
	other := sit(t, test.NewTempApp(t), scenario.Workspace{}, recovery)
	other.p.Recover()
	other.Dialog("")
	d.p.onClose()
	d.Tap("dialog.other") // does not save
	d.p.safety.ended()
	other.p.Recover()
	other.Dialog("")
}

func TestWhatWasUndoneNeedsNoRecovery(t *testing.T) {
	d, path := onFile(t)
	d.Enter("terms.share.cap", "40")
	d.pass(time.Second)
	d.Command("Undo")
	d.pass(time.Second)
	d.kill()
	next := sit(t, test.NewTempApp(t), scenario.Workspace{}, filepath.Join(filepath.Dir(path), "recovery"))
	next.p.Recover()
	next.Dialog("")
}

// Where no recovery copies can be kept the window says so and why, and goes on saying
// it of what is not saved.
func TestAWindowWithoutRecoveryCopiesSaysSo(t *testing.T) {
	file := filepath.Join(t.TempDir(), "no folder")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	w := scenario.Workspace{Scenarios: []scenario.Scenario{desktest.FlatCase()}}
	for _, c := range []struct {
		folder string
		unkept error
		why    string
	}{
		{"", fmt.Errorf("find the folder for recovery copies: %w", errors.New("$HOME is not defined")), "kept: $HOME is not defined"},
		{filepath.Join(file, "within"), nil, "kept: not a directory, " + file},
		{"", nil, ""},
		{t.TempDir(), nil, ""},
	} {
		d := sitWith(t, test.NewTempApp(t), Options{Workspace: w, Recovery: c.folder, Unkept: c.unkept})
		if c.why != "" {
			d.Reads("No recovery copies are " + c.why)
		} else if d.Says("No recovery copies") {
			t.Errorf("in %q nothing is kept", c.folder)
		}
		const goesOn = "not saved nor kept in a recovery copy"
		d.Enter("terms.share.cap", "40")
		if d.Says(goesOn) != (c.why != "") {
			t.Errorf("in %q, %v: %q is said: %v", c.folder, c.unkept, goesOn, d.Says(goesOn))
		}
		d.p.safety.ended()
	}
}
