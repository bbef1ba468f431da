package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"headroom/scenario"
	"headroom/scenario/unit"
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
			d := newSeat(t, workedCase())
			opened := d.selected()
			s := d.widget("slider", tc.path).(interface {
				fyne.Draggable
				Value() float64
			})
			width := d.widget("slider", tc.path).Size().Width
			before := s.Value()
			for _, part := range []float32{0.3, 0.9, 0.2, 0.6} {
				s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(part*width, 8)}})
				d.agree()
			}
			s.DragEnd()
			if s.Value() == before {
				t.Fatal("the slider has not moved")
			}
			if shown, beside := d.text("slider", tc.path), d.text("entry", tc.path); shown != beside {
				t.Errorf("the slider stands at %s, the field beside it shows %s", shown, beside)
			}
			if want := "Undo " + tc.undo + d.text("entry", tc.path); label(d.item("Undo")) != want {
				t.Errorf("the menu says %q, want %q", label(d.item("Undo")), want)
			}
			d.command("Undo")
			if !sameScenario(d.selected(), opened) || d.p.Session.UndoName() != "" {
				t.Error("one undo does not lead back to where the drag began")
			}
			if s.Value() != before {
				t.Errorf("undone, the slider stands at %v, want %v", s.Value(), before)
			}
			d.agree()
		})
	}
}

func TestEveryEditIsUndoneBackToTheOpenedState(t *testing.T) {
	d := newSeat(t, workedCase())
	var states []scenario.Scenario
	var names []string
	for _, tc := range entryCases() {
		if tc.path == "lastYear" {
			continue // shortens the form
		}
		before := d.selected()
		d.enter(tc.path, tc.types)
		if d.p.Session.UndoName() == "" || sameScenario(before, d.selected()) {
			t.Fatalf("%s %q changes nothing", tc.path, tc.types)
		}
		states, names = append(states, before), append(names, d.p.Session.UndoName())
	}
	last := d.selected()
	for i := len(states) - 1; i >= 0; i-- {
		if got := d.p.Session.UndoName(); got != names[i] {
			t.Fatalf("undo %d is %q, want %q", i, got, names[i])
		}
		d.command("Undo")
		if !sameScenario(d.selected(), states[i]) {
			t.Fatalf("undo of %q does not lead back", names[i])
		}
	}
	if d.enabled("button", "undo") || !d.item("Undo").Disabled || d.p.Session.Dirty() {
		t.Error("at the opened state there is something to undo or to save")
	}
	d.agree()
	for _, name := range names {
		if got := d.p.Session.RedoName(); got != name {
			t.Fatalf("redo is %q, want %q", got, name)
		}
		d.command("Redo")
	}
	if !sameScenario(d.selected(), last) || d.enabled("button", "redo") {
		t.Error("redo of everything does not lead to where it was")
	}
	d.agree()
}

func TestKeysStepANumber(t *testing.T) {
	for _, tc := range []struct {
		says string
		do   func(d *seat)
		want unit.Amount
	}{
		{"Up by the last digit shown", func(d *seat) { d.press(fyne.KeyUp) }, 38.1e9},
		{"Down", func(d *seat) { d.press(fyne.KeyDown, fyne.KeyDown) }, 37.8e9},
		{"and back", func(d *seat) { d.press(fyne.KeyUp, fyne.KeyDown) }, 38e9},
	} {
		t.Run(tc.says, func(t *testing.T) {
			d := newSeat(t, workedCase())
			d.focus("entry", "terms.share.cap")
			tc.do(d)
			if got := d.selected().Terms.Share.Cap; got != tc.want {
				t.Errorf("the cap is %v, want %v", got, tc.want)
			}
			d.agree()
			d.p.Window.Canvas().Unfocus()
			d.command("Undo")
			if got := d.selected().Terms.Share.Cap; got != 38e9 || d.p.Session.UndoName() != "" {
				t.Errorf("the steps are not one to undo: the cap is %v", got)
			}
		})
	}
}

func TestAFieldFocusedShowsAllOfItsValueAndLeavesItBe(t *testing.T) {
	d := newSeat(t, workedCase())
	for _, tc := range entryCases() {
		d.focus("entry", tc.path)
		d.press(fyne.KeyReturn)
		d.p.Window.Canvas().Unfocus()
	}
	if d.p.Session.Revision() != 0 || !sameScenario(d.selected(), workedCase()) {
		t.Error("looking through the fields has changed the scenario")
	}
	d.focus("entry", "outlook.streams[0].base")
	if got := d.text("entry", "outlook.streams[0].base"); got != "13.07B" {
		t.Errorf("the base is shown as %q while it has the focus, want it in full", got)
	}
	const revenue = "outlook.streams[0].revenue.2027" // made of a growth that no fraction gives exactly
	d.enter(revenue, "60")
	if got := d.text("entry", revenue); got != "60B" {
		t.Errorf("$60B typed is shown as %q", got)
	}
}

func TestUndoTakesOverWhatIsBeingTyped(t *testing.T) {
	d := newSeat(t, workedCase())
	d.enter("terms.share.rate", "25%")
	d.write("terms.share.cap", "40")
	d.command("Undo")
	if s := d.selected(); s.Terms.Share.Cap != 38e9 || s.Terms.Share.Rate != 0.25 {
		t.Errorf("the cap is %v and the rate %v: undo has to take back what was being typed, and no more", s.Terms.Share.Cap, s.Terms.Share.Rate)
	}
	d.command("Redo")
	if got := d.selected().Terms.Share.Cap; got != 40e9 {
		t.Errorf("redo gives a cap of %v, want the one typed", got)
	}
	d.agree()
}

func TestUndoGivesUpARefusedEntryBeforeAnythingElse(t *testing.T) {
	for _, tc := range []struct {
		says  string
		leave bool   // the field, before undo
		shows string // in it then: all digits where it has the focus
	}{{"while it is typed", false, "38B"}, {"after it was left", true, "$38.0B"}} {
		t.Run(tc.says, func(t *testing.T) {
			d := newSeat(t, workedCase())
			d.write("terms.share.cap", "plenty")
			if tc.leave {
				d.enter("terms.share.rate", "25%")
				if got := label(d.item("Undo")); got != "Undo refused entry" {
					t.Errorf("the menu says %q", got)
				}
				d.p.Window.Canvas().FocusNext()
			}
			changed := d.selected()
			d.command("Undo")
			if fault, shown := d.fault("terms.share.cap"), d.text("entry", "terms.share.cap"); fault != "" || shown != tc.shows {
				t.Errorf("the cap shows %q, refused with %q", shown, fault)
			}
			if !sameScenario(d.selected(), changed) {
				t.Error("undo takes back what was done before as well")
			}
			if !tc.leave {
				return
			}
			d.command("Undo")
			if !sameScenario(d.selected(), workedCase()) {
				t.Error("the next undo does not take back the step before")
			}
			d.agree()
		})
	}
}

func TestARefusedEntryAloneCanBeUndone(t *testing.T) {
	d := newSeat(t, workedCase())
	if d.enabled("button", "undo") {
		t.Fatal("there is something to undo")
	}
	d.enter("terms.share.cap", "plenty")
	if !d.enabled("button", "undo") || d.item("Undo").Disabled {
		t.Fatal("the refused entry cannot be undone")
	}
	d.tap("undo")
	if d.fault("terms.share.cap") != "" || d.enabled("button", "undo") {
		t.Error("after that there is still something to undo")
	}
}

func TestUndoGivesUpOneRefusedEntryAfterTheOther(t *testing.T) {
	d := newSeat(t, workedCase())
	d.enter("outlook.streams[0].base", "plenty")
	d.enter("terms.share.cap", "plenty")
	d.command("Undo") // in the cap, which has the focus
	if base, limit := d.fault("outlook.streams[0].base"), d.fault("terms.share.cap"); base == "" || limit != "" {
		t.Errorf("the base is refused with %q, the cap with %q", base, limit)
	}
	d.p.Window.Canvas().Unfocus()
	d.command("Undo")
	if d.fault("outlook.streams[0].base") != "" || d.enabled("button", "undo") {
		t.Error("after that there is still something to undo")
	}
}

// Entries that cannot be seen are no longer what undo is about.
func TestUndoLooksAtTheEntriesInView(t *testing.T) {
	for _, tc := range []struct {
		says string
		away func(d *seat)
	}{
		{"another scenario", func(d *seat) { d.tap("scenario.flat") }},
		{"another view", func(d *seat) { d.tap("view.deal") }},
	} {
		t.Run(tc.says, func(t *testing.T) {
			d := newSeat(t, workedCase(), called(flatCase(), "flat", "Flat"))
			d.enter("terms.share.cap", "plenty")
			tc.away(d)
			if d.enabled("button", "undo") || !d.item("Undo").Disabled || label(d.item("Undo")) != "Undo" {
				t.Errorf("the menu says %q, though nothing can be undone", label(d.item("Undo")))
			}
		})
	}
}

func TestUndoGivesUpARefusedEntryOfAComparison(t *testing.T) {
	d := comparing(t, flatUnder("five", 5e9), flatUnder("seven", 7e9))
	const entry = "compare.five.terms.share.cap"
	d.enter(entry, "9")
	d.enter(entry, "plenty")
	if got := label(d.item("Undo")); got != "Undo refused entry" {
		t.Errorf("the menu says %q", got)
	}
	d.command("Undo")
	if d.fault(entry) != "" || label(d.item("Undo")) != "Undo set cap to $9.0B" {
		t.Errorf("refused with %q, next is %q", d.fault(entry), label(d.item("Undo")))
	}
	d.enter(entry, "plenty")
	d.p.Window.Canvas().Unfocus()
	d.tap("scenario.seven.tick") // one alone is not compared
	d.command("Undo")
	s, _ := d.p.Session.Scenario("five")
	if s.Terms.Share.Cap != 5e9 {
		t.Errorf("the first undo gives up an entry that is not to be seen: the cap is %v", s.Terms.Share.Cap)
	}
}
