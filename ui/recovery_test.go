package ui

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"headroom/scenario"
)

// kill ends a window as a killed process does: its locks go, its copy stays.
func (d *seat) kill() {
	d.p.safety.copy.Close()
	d.p.safety.lock.Release()
}

// pass moves the clock and ticks.
func (d *seat) pass(by time.Duration) {
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
	if s := last.selected(); s.Terms.Share.Cap != 40e9 || s.Terms.Share.Rate != 0.25 || last.p.file != path || !last.p.Session.Dirty() {
		t.Errorf("recovered is a cap of %v, a rate of %v, of %q", s.Terms.Share.Cap, s.Terms.Share.Rate, last.p.file)
	}
	last.reads("Recovered; the workspace is not saved")
	if last.p.Session.UndoName() != "" || !strings.HasPrefix(last.p.Window.Title(), "•") {
		t.Error("what was recovered is not marked as unsaved")
	}
	last.agree()
	last.tap("save")
	last.dialog("")
	if capIn(t, path) != 40e9 {
		t.Error("what was recovered is not saved")
	}
	if last.says("not saved") || last.says("Recovered") {
		t.Error("saved, it still says that it is not")
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

func TestARecoveryTellsWhoHasTheFileOpen(t *testing.T) {
	d, path := onFile(t)
	recovery := filepath.Join(filepath.Dir(path), "recovery")
	d.enter("terms.share.cap", "40")
	d.pass(time.Second)
	d.kill()
	const told = "The file is open in another window now."
	next := sit(t, test.NewTempApp(t), scenario.Workspace{}, recovery)
	next.p.Recover()
	if next.says(told) {
		t.Error("it is said of a file that nobody has open")
	}
	next.tap("dialog.cancel")
	next.kill()
	sit(t, test.NewTempApp(t), scenario.Workspace{}, recovery).p.Open(path)
	other := sit(t, test.NewTempApp(t), scenario.Workspace{}, recovery)
	other.p.Recover()
	other.dialog("recover")
	other.reads(told)
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
	d.p.safety.ended()
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
