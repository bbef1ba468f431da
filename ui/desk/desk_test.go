package desk_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/unit"
	"headroom/ui/desk"
	"headroom/ui/desktest"
)

// plain returns a desk in a window that shows an entry, with the entry.
func plain(t *testing.T, scenarios ...scenario.Scenario) (*desktest.Seat, *widget.Entry) {
	t.Helper()
	entry := widget.NewEntry()
	return with(t, func(*desk.Desk) fyne.CanvasObject { return entry }, scenarios...), entry
}

func TestChangesMadeOnceAreEachAStepOfTheirOwn(t *testing.T) {
	d, _ := plain(t, desktest.WorkedCase())
	for _, limit := range []unit.Amount{30e9, 31e9} {
		d.Desk.DoOnce(edit.SetCap("worked", limit))
	}
	d.Desk.Do(edit.SetCap("worked", 32e9)) // these two are of one step
	d.Desk.Do(edit.SetCap("worked", 33e9))
	d.Desk.Seal()
	for _, want := range []unit.Amount{31e9, 30e9, 38e9} {
		d.Desk.Session.Undo()
		if s, _ := d.Desk.Selected(); s.Terms.Share.Cap != want {
			t.Errorf("undone, the cap is %v, want %v", s.Terms.Share.Cap, want)
		}
	}
	if name := d.Desk.Session.UndoName(); name != "" {
		t.Errorf("there is %q left to undo", name)
	}
}

func TestARefusedChangeIsToldAndChangesNothing(t *testing.T) {
	d, _ := plain(t, desktest.WorkedCase())
	before, _ := d.Desk.Selected()
	if said := d.Desk.TryOnce(edit.SetRate("worked", 2)); said == "" {
		t.Error("a rate of 200% is taken")
	}
	if d.Desk.Prompts.Name() != "" {
		t.Error("what is tried is told in a prompt as well")
	}
	d.Desk.Do(edit.SetRate("worked", 2))
	d.Dialog("error")
	d.Reads("This cannot be done")
	if after, _ := d.Desk.Selected(); !desktest.SameScenario(before, after) || d.Desk.Session.UndoName() != "" {
		t.Error("the scenario has changed")
	}
}

func TestCommittingTakesTheFocusAndRemembersWhereItWas(t *testing.T) {
	d, entry := plain(t, desktest.WorkedCase())
	canvas := d.Desk.Window.Canvas()
	canvas.Focus(entry)
	d.Desk.Commit()
	if canvas.Focused() != nil || d.Desk.Prompts.Former != fyne.Focusable(entry) {
		t.Errorf("%v has the focus, and %v is remembered", canvas.Focused(), d.Desk.Prompts.Former)
	}
	d.Desk.Commit() // with nothing focused, what was remembered stays
	if d.Desk.Prompts.Former != fyne.Focusable(entry) {
		t.Error("it is forgotten")
	}
}

func TestComparedAreInTheOrderOfTheRail(t *testing.T) {
	var all []scenario.Scenario
	for _, id := range []string{"a", "b", "c"} {
		all = append(all, desktest.Called(desktest.FlatCase(), id, "Case "+id))
	}
	d, _ := plain(t, all...)
	d.Desk.Do(edit.SetCompared("c", "a"))
	var ids []string
	for _, s := range d.Desk.Compared() {
		ids = append(ids, s.ID)
	}
	if !slices.Equal(ids, []string{"a", "c"}) {
		t.Errorf("compared are %q", ids)
	}
	d.Desk.DoOnce(edit.DeleteScenario("a"))
	if got := d.Desk.Compared(); len(got) != 1 || got[0].ID != "c" {
		t.Errorf("with one deleted, compared are %d", len(got))
	}
}

// A refusal does not stand below an empty room: where nothing is said of what the answer
// would lead to, the room goes.
func TestAnOutcomeLeavesNoEmptyRoomAboveARefusal(t *testing.T) {
	d, _ := plain(t, desktest.WorkedCase())
	for _, tc := range []struct {
		said, fault string
		room        bool
	}{{"", "", true}, {"", "no", false}, {"what comes of it", "no", true}} {
		o := desk.NewOutcome(d.Desk)
		o.Say(tc.said)
		if got := o.OrRefusal(func() string { return tc.fault })(); got != tc.fault {
			t.Errorf("%q is refused with %q", tc.fault, got)
		}
		if o.Content.Visible() != tc.room {
			t.Errorf("with %q said and %q refused there is room: %v", tc.said, tc.fault, o.Content.Visible())
		}
		if o.Say("again"); !o.Content.Visible() {
			t.Error("it does not come back with words")
		}
	}
}
