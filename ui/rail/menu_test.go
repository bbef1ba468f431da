package rail_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"headroom/scenario/edit"
	"headroom/scenario/preset"
	"headroom/ui/look"
	"headroom/ui/rail"
)

// cardMenu opens the menu of a scenario's card.
func (d *seat) cardMenu(id string) {
	d.Helper()
	test.TapSecondary(d.Widget("button", "scenario."+id).(*look.CardButton))
}

func TestTheMenuOfACard(t *testing.T) {
	d := newSeat(t, threeCases()...)
	d.cardMenu("flat")
	if d.Selected().ID != "flat" {
		t.Error("the menu is of a scenario that is not selected")
	}
	d.Pick("Move up")
	d.hasNames("Flat case", "Worked case", "Flat under a cap")
	d.cardMenu("flat")
	d.Pick("Move down")
	d.hasNames("Worked case", "Flat case", "Flat under a cap")
	d.Command("Undo")
	d.hasNames("Flat case", "Worked case", "Flat under a cap")
	if d.P.Session.UndoName() != "move Flat case" {
		t.Errorf("undo is %q", d.P.Session.UndoName())
	}
	d.cardMenu("capped")
	d.Pick("Duplicate")
	d.hasNames("Flat case", "Worked case", "Flat under a cap", "Flat under a cap copy")
	d.cardMenu("capped")
	d.Pick("Delete")
	d.hasNames("Flat case", "Worked case", "Flat under a cap copy")
	d.cardMenu("worked")
	d.Pick("Rename…")
	d.Dialog("rename")
	d.Agree()
}

func TestTheMenuOfACardByKey(t *testing.T) {
	d := newSeat(t, threeCases()...)
	d.Focus("button", "scenario.flat")
	d.Press(desktop.KeyMenu)
	d.Pick("Duplicate")
	d.hasNames("Worked case", "Flat case", "Flat case copy", "Flat under a cap")
}

func TestDraggingACardMovesIt(t *testing.T) {
	for _, tc := range []struct {
		says  string
		id    string
		cards float32 // how far it is dragged, in cards
		want  []string
	}{
		{"one down", "worked", 1, []string{"Flat case", "Worked case", "Flat under a cap"}},
		{"to the end", "worked", 9, []string{"Flat case", "Flat under a cap", "Worked case"}},
		{"to the start", "capped", -5, []string{"Flat under a cap", "Worked case", "Flat case"}},
		{"less than half a card", "worked", 0.4, []string{"Worked case", "Flat case", "Flat under a cap"}},
	} {
		t.Run(tc.says, func(t *testing.T) {
			d := newSeat(t, threeCases()...)
			card := d.Widget("button", "scenario."+tc.id).(*look.CardButton)
			height := card.Size().Height + rail.CardGap
			for range 4 {
				card.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(1, tc.cards*height/4)})
			}
			card.DragEnd()
			d.hasNames(tc.want...)
			d.Agree()
		})
	}
}

func TestRecoloring(t *testing.T) {
	d := newSeat(t, threeCases()...)
	d.Tap("scenario.flat")
	menu := d.rail.Colors()
	for i, item := range menu.Items {
		if item.Checked != (i == 1) { // the second scenario has the second color
			t.Errorf("%s is marked: %v", item.Label, item.Checked)
		}
	}
	menu.Items[2].Action()
	if got := d.Selected().Color; got != preset.Color(2) {
		t.Errorf("the color is %s, want %s", got, preset.Color(2))
	}
	if want := "recolor Flat case"; d.P.Session.UndoName() != want {
		t.Errorf("undo is %q, want %q", d.P.Session.UndoName(), want)
	}
	d.Agree()
	d.Command("Undo")
	if got := d.Selected().Color; got != "" {
		t.Errorf("undone, the color is %s", got)
	}
}

// What has the focus is a scenario, not a place in the rail.
func TestTheFocusGoesWithTheScenario(t *testing.T) {
	for _, tc := range []struct {
		says string
		do   func(d *seat)
		want string
	}{
		{"moved by its menu", func(d *seat) { d.Press(desktop.KeyMenu); d.Pick("Move up") }, "scenario.flat"},
		{"moved down", func(d *seat) { d.Press(desktop.KeyMenu); d.Pick("Move down") }, "scenario.flat"},
		{"duplicated", func(d *seat) { d.Press(desktop.KeyMenu); d.Pick("Duplicate") }, "scenario.flat"},
		{"deleted", func(d *seat) { d.Press(desktop.KeyMenu); d.Pick("Delete") }, "scenario.capped"},
		{"its menu given up", func(d *seat) {
			d.Press(desktop.KeyMenu)
			d.P.Window.Canvas().Overlays().Top().Hide()
		}, "scenario.flat"},
		{"another moved before it", func(d *seat) { d.rail.Move(2, 0) }, "scenario.flat"},
		{"another deleted before it", func(d *seat) { d.P.DoOnce(edit.DeleteScenario("worked")) }, "scenario.flat"},
	} {
		t.Run(tc.says, func(t *testing.T) {
			d := newSeat(t, threeCases()...)
			d.Focus("button", "scenario.flat")
			tc.do(d)
			focused, ok := d.P.Window.Canvas().Focused().(*look.CardButton)
			if !ok || focused.Name != tc.want {
				t.Errorf("the focus is on %v, want %s", focused, tc.want)
			}
		})
	}
}

func TestTheFocusDoesNotComeToWhatIsScrolledInItsPlace(t *testing.T) {
	d := newSeat(t, many(60)...)
	d.Focus("button", "scenario.s0")
	d.rail.List().ScrollTo(40)
	d.Relayout()
	d.rail.List().ScrollTo(59)
	d.Relayout()
	if focused, ok := d.P.Window.Canvas().Focused().(*look.CardButton); ok && focused.Name != "scenario.s0" {
		t.Errorf("the focus has come to %s", focused.Name)
	}
}
