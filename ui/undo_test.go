package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"headroom/scenario"
	"headroom/scenario/unit"
	"headroom/ui/desktest"
)

func TestASliderDraggedIsOneStep(t *testing.T) {
	for _, tc := range []struct {
		path string
		undo string // without the value it ends with
	}{
		{"outlook.streams[0].growth.2026", "set 2026 growth to "},
		{"outlook.streams[0].growth.2030", "set 2030 growth to "},
		{"terms.share.cap", "set cap to "},
		{"terms.share.rate", "set rate to "},
	} {
		t.Run(tc.path, func(t *testing.T) {
			d := newSeat(t, desktest.WorkedCase())
			opened := d.Selected()
			s := d.Widget("slider", tc.path).(interface {
				fyne.Draggable
				Value() float64
			})
			width := d.Widget("slider", tc.path).Size().Width
			before := s.Value()
			for _, part := range []float32{0.3, 0.9, 0.2, 0.6} {
				s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(part*width, 8)}})
				d.Agree()
			}
			s.DragEnd()
			if s.Value() == before {
				t.Fatal("the slider has not moved")
			}
			if shown, beside := d.Text("slider", tc.path), d.Text("entry", tc.path); shown != beside {
				t.Errorf("the slider stands at %s, the field beside it shows %s", shown, beside)
			}
			if want := "Undo " + tc.undo + d.Text("entry", tc.path); desktest.Label(d.Item("Undo")) != want {
				t.Errorf("the menu says %q, want %q", desktest.Label(d.Item("Undo")), want)
			}
			d.Command("Undo")
			if !desktest.SameScenario(d.Selected(), opened) || d.p.Session.UndoName() != "" {
				t.Error("one undo does not lead back to where the drag began")
			}
			if s.Value() != before {
				t.Errorf("undone, the slider stands at %v, want %v", s.Value(), before)
			}
			d.Agree()
		})
	}
}

func TestEveryEditIsUndoneBackToTheOpenedState(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	var states []scenario.Scenario
	var names []string
	for _, tc := range desktest.EntryCases() {
		if tc.Path == "lastYear" {
			continue // shortens the form
		}
		before := d.Selected()
		d.Enter(tc.Path, tc.Types)
		if d.p.Session.UndoName() == "" || desktest.SameScenario(before, d.Selected()) {
			t.Fatalf("%s %q changes nothing", tc.Path, tc.Types)
		}
		states, names = append(states, before), append(names, d.p.Session.UndoName())
	}
	last := d.Selected()
	for i := len(states) - 1; i >= 0; i-- {
		if got := d.p.Session.UndoName(); got != names[i] {
			t.Fatalf("undo %d is %q, want %q", i, got, names[i])
		}
		d.Command("Undo")
		if !desktest.SameScenario(d.Selected(), states[i]) {
			t.Fatalf("undo of %q does not lead back", names[i])
		}
	}
	if d.Enabled("button", "undo") || !d.Item("Undo").Disabled || d.p.Session.Dirty() {
		t.Error("at the opened state there is something to undo or to save")
	}
	d.Agree()
	for _, name := range names {
		if got := d.p.Session.RedoName(); got != name {
			t.Fatalf("redo is %q, want %q", got, name)
		}
		d.Command("Redo")
	}
	if !desktest.SameScenario(d.Selected(), last) || d.Enabled("button", "redo") {
		t.Error("redo of everything does not lead to where it was")
	}
	d.Agree()
}

func TestKeysStepANumber(t *testing.T) {
	for _, tc := range []struct {
		says string
		do   func(d *seat)
		want unit.Amount
	}{
		{"Up by the last digit shown", func(d *seat) { d.Press(fyne.KeyUp) }, 38.1e9},
		{"Down", func(d *seat) { d.Press(fyne.KeyDown, fyne.KeyDown) }, 37.8e9},
		{"and back", func(d *seat) { d.Press(fyne.KeyUp, fyne.KeyDown) }, 38e9},
	} {
		t.Run(tc.says, func(t *testing.T) {
			d := newSeat(t, desktest.WorkedCase())
			d.Focus("entry", "terms.share.cap")
			tc.do(d)
			if got := d.Selected().Terms.Share.Cap; got != tc.want {
				t.Errorf("the cap is %v, want %v", got, tc.want)
			}
			d.Agree()
			d.p.Window.Canvas().Unfocus()
			d.Command("Undo")
			if got := d.Selected().Terms.Share.Cap; got != 38e9 || d.p.Session.UndoName() != "" {
				t.Errorf("the steps are not one to undo: the cap is %v", got)
			}
		})
	}
}

func TestAFieldFocusedShowsAllOfItsValueAndLeavesItBe(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	for _, tc := range desktest.EntryCases() {
		d.Focus("entry", tc.Path)
		d.Press(fyne.KeyReturn)
		d.p.Window.Canvas().Unfocus()
	}
	if d.p.Session.Revision() != 0 || !desktest.SameScenario(d.Selected(), desktest.WorkedCase()) {
		t.Error("looking through the fields has changed the scenario")
	}
	d.Focus("entry", "outlook.streams[0].base")
	if got := d.Text("entry", "outlook.streams[0].base"); got != "13.07B" {
		t.Errorf("the base is shown as %q while it has the focus, want it in full", got)
	}
	const revenue = "outlook.streams[0].revenue.2027" // made of a growth that no fraction gives exactly
	d.Enter(revenue, "60")
	if got := d.Text("entry", revenue); got != "60B" {
		t.Errorf("$60B typed is shown as %q", got)
	}
}

func TestUndoTakesOverWhatIsBeingTyped(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	d.Enter("terms.share.rate", "25%")
	d.Write("terms.share.cap", "40")
	d.Command("Undo")
	if s := d.Selected(); s.Terms.Share.Cap != 38e9 || s.Terms.Share.Rate != 0.25 {
		t.Errorf("the cap is %v and the rate %v: undo has to take back what was being typed, and no more", s.Terms.Share.Cap, s.Terms.Share.Rate)
	}
	d.Command("Redo")
	if got := d.Selected().Terms.Share.Cap; got != 40e9 {
		t.Errorf("redo gives a cap of %v, want the one typed", got)
	}
	d.Agree()
}

func TestUndoGivesUpARefusedEntryBeforeAnythingElse(t *testing.T) {
	for _, tc := range []struct {
		says  string
		leave bool   // the field, before undo
		shows string // in it then: all digits where it has the focus
	}{{"while it is typed", false, "38B"}, {"after it was left", true, "$38.0B"}} {
		t.Run(tc.says, func(t *testing.T) {
			d := newSeat(t, desktest.WorkedCase())
			d.Write("terms.share.cap", "plenty")
			if tc.leave {
				d.Enter("terms.share.rate", "25%")
				if got := desktest.Label(d.Item("Undo")); got != "Undo refused entry" {
					t.Errorf("the menu says %q", got)
				}
				d.p.Window.Canvas().FocusNext()
			}
			changed := d.Selected()
			d.Command("Undo")
			if fault, shown := d.Fault("terms.share.cap"), d.Text("entry", "terms.share.cap"); fault != "" || shown != tc.shows {
				t.Errorf("the cap shows %q, refused with %q", shown, fault)
			}
			if !desktest.SameScenario(d.Selected(), changed) {
				t.Error("undo takes back what was done before as well")
			}
			if !tc.leave {
				return
			}
			d.Command("Undo")
			if !desktest.SameScenario(d.Selected(), desktest.WorkedCase()) {
				t.Error("the next undo does not take back the step before")
			}
			d.Agree()
		})
	}
}

func TestARefusedEntryAloneCanBeUndone(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	if d.Enabled("button", "undo") {
		t.Fatal("there is something to undo")
	}
	d.Enter("terms.share.cap", "plenty")
	if !d.Enabled("button", "undo") || d.Item("Undo").Disabled {
		t.Fatal("the refused entry cannot be undone")
	}
	d.Tap("undo")
	if d.Fault("terms.share.cap") != "" || d.Enabled("button", "undo") {
		t.Error("after that there is still something to undo")
	}
}

func TestUndoGivesUpOneRefusedEntryAfterTheOther(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	d.Enter("outlook.streams[0].base", "plenty")
	d.Enter("terms.share.cap", "plenty")
	d.Command("Undo") // in the cap, which has the focus
	if base, limit := d.Fault("outlook.streams[0].base"), d.Fault("terms.share.cap"); base == "" || limit != "" {
		t.Errorf("the base is refused with %q, the cap with %q", base, limit)
	}
	d.p.Window.Canvas().Unfocus()
	d.Command("Undo")
	if d.Fault("outlook.streams[0].base") != "" || d.Enabled("button", "undo") {
		t.Error("after that there is still something to undo")
	}
}

// Entries that cannot be seen are no longer what undo is about.
func TestUndoLooksAtTheEntriesInView(t *testing.T) {
	for _, tc := range []struct {
		says string
		away func(d *seat)
	}{
		{"another scenario", func(d *seat) { d.Tap("scenario.flat") }},
		{"another view", func(d *seat) { d.Tap("view.deal") }},
	} {
		t.Run(tc.says, func(t *testing.T) {
			d := newSeat(t, desktest.WorkedCase(), desktest.Called(desktest.FlatCase(), "flat", "Flat"))
			d.Enter("terms.share.cap", "plenty")
			tc.away(d)
			if d.Enabled("button", "undo") || !d.Item("Undo").Disabled || desktest.Label(d.Item("Undo")) != "Undo" {
				t.Errorf("the menu says %q, though nothing can be undone", desktest.Label(d.Item("Undo")))
			}
		})
	}
}

func TestUndoGivesUpARefusedEntryOfAComparison(t *testing.T) {
	d := newSeat(t, desktest.FlatUnder("five", 5e9), desktest.FlatUnder("seven", 7e9))
	d.Compare()
	const entry = "compare.five.terms.share.cap"
	d.Enter(entry, "9")
	d.Enter(entry, "plenty")
	if got := desktest.Label(d.Item("Undo")); got != "Undo refused entry" {
		t.Errorf("the menu says %q", got)
	}
	d.Command("Undo")
	if d.Fault(entry) != "" || desktest.Label(d.Item("Undo")) != "Undo set cap to $9.0B" {
		t.Errorf("refused with %q, next is %q", d.Fault(entry), desktest.Label(d.Item("Undo")))
	}
	d.Enter(entry, "plenty")
	d.p.Window.Canvas().Unfocus()
	d.Tap("scenario.seven.tick") // one alone is not compared
	d.Command("Undo")
	s, _ := d.p.Session.Scenario("five")
	if s.Terms.Share.Cap != 5e9 {
		t.Errorf("the first undo gives up an entry that is not to be seen: the cap is %v", s.Terms.Share.Cap)
	}
}
