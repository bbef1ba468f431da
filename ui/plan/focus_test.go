package plan_test

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"headroom/scenario/preset"
	"headroom/ui/desk"
	"headroom/ui/desktest"
	"headroom/ui/inspect"
)

// focused returns the field of the form that has the focus.
func (d *seat) focused() inspect.Widget { return desk.FocusedOf(d.v.Fields()) }

// inView reports whether the middle of a widget lies in what a scroller shows.
func (d *seat) inView(scroll *container.Scroll, w fyne.CanvasObject) bool {
	driver := d.P.App.Driver()
	middle := driver.AbsolutePositionForObject(w).Y + w.Size().Height/2 - driver.AbsolutePositionForObject(scroll).Y
	return middle >= 0 && middle <= scroll.Size().Height
}

func TestFieldsThatTakeTheFocusComeIntoView(t *testing.T) {
	d := newSeat(t, preset.Default().Scenarios[0])
	f := d.v
	for _, w := range f.Fields() {
		focusable, ok := w.(fyne.Focusable)
		if n := w.Inspect(); !ok || !n.Enabled || !w.Visible() {
			continue
		}
		d.P.Window.Canvas().Focus(focusable)
		if !d.inView(f.FormScroll(), w) {
			t.Errorf("%s has the focus and is not in view", w.InspectName())
		}
	}
}

func TestAFieldStaysWhereItIsWhileYearsAreAdded(t *testing.T) {
	d := newSeat(t, preset.Default().Scenarios[0])
	f := d.v
	d.Focus("entry", "lastYear")
	stood := f.Stands(d.focused())
	for _, year := range []string{"2033", "2032", "2050"} {
		d.Enter("lastYear", year)
		if now := f.Stands(d.Find("entry", "lastYear")); math.Abs(float64(now-stood)) > 1 {
			t.Errorf("with %s as the last year the field stands at %v, before at %v", year, now, stood)
		}
	}
}

func TestFieldsMadeAnewKeepTheFocus(t *testing.T) {
	for _, test := range []struct {
		says, field, then string
		keys              []fyne.KeyName
	}{
		{"stepped", "lastYear", "lastYear", []fyne.KeyName{fyne.KeyUp}},
		{"typed and left", "lastYear", "outlook.agiVerified", []fyne.KeyName{fyne.KeyUp, fyne.KeyTab}},
		{"undone", "lastYear", "lastYear", []fyne.KeyName{fyne.KeyUp, fyne.KeyF1}},
	} {
		d := newSeat(t, preset.Default().Scenarios[0])
		f := d.v
		for _, w := range f.Fields() {
			if w.InspectName() == test.field {
				d.P.Window.Canvas().Focus(w.(fyne.Focusable))
			}
		}
		for _, key := range test.keys {
			switch key {
			case fyne.KeyF1:
				d.Command("Undo")
			case fyne.KeyTab:
				d.P.Window.Canvas().FocusNext()
			default:
				d.P.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
			}
		}
		w := d.focused()
		if w == nil || w.InspectName() != test.then {
			t.Errorf("%s: the focus is on %v, want it on %s", test.says, w, test.then)
			continue
		}
		if !d.inView(f.FormScroll(), w) {
			t.Errorf("%s: %s is not in view", test.says, test.then)
		}
	}
}

func TestWhatIsPressedStaysUnderThePointer(t *testing.T) {
	const nonsense = "as much as it takes and a good deal more than that"
	for _, tc := range []struct{ says, kind, press string }{
		{"a field below", "entry", "terms.share.rate"},
		{"a link below", "button", "terms.share.ratesByYear"},
		{"a box below", "check", "terms.share.endsAtAGI"},
		{"a choice below", "choice", "terms.preset"},
		{"a slider below", "slider", "terms.share.rate"},
		{"a field above", "entry", "outlook.streams[0].growth.2028"},
		{"a link above", "button", "stream.paste"},
	} {
		t.Run(tc.says, func(t *testing.T) {
			d := newSeat(t, preset.Default().Scenarios[0])
			pressed := d.Widget(tc.kind, tc.press)
			place := func() fyne.Position { return d.P.App.Driver().AbsolutePositionForObject(pressed) }
			press := func() {
				t.Helper()
				before := place()
				pressed.(desktop.Mouseable).MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
				if d.P.Window.Canvas().Focused() != pressed.(fyne.Focusable) { // as the window does
					d.P.Window.Canvas().Unfocus()
				}
				d.Relayout()
				if after := place(); after != before {
					t.Errorf("it moves by %v", after.Subtract(before))
				}
			}
			d.Write("terms.share.cap", nonsense)
			press()
			if d.Fault("terms.share.cap") == "" {
				t.Fatal("the nonsense is taken")
			}
			d.Write("terms.share.cap", "40B")
			press()
			if d.Fault("terms.share.cap") != "" {
				t.Fatal("the error stays")
			}
		})
	}
}

func TestARefusalByKeyMovesNothing(t *testing.T) {
	d := newSeat(t, preset.Default().Scenarios[0])
	f := d.v
	f.FormScroll().ScrollToOffset(fyne.NewPos(0, 40))
	pressed := d.Widget("entry", "terms.share.alreadyPaid").(desktop.Mouseable)
	pressed.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	pressed.MouseUp(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	before := f.FormScroll().Offset
	d.Enter("terms.share.cap", "as much as it takes and a good deal more than that")
	if d.Fault("terms.share.cap") == "" {
		t.Fatal("the nonsense is taken")
	}
	if after := f.FormScroll().Offset; after != before {
		t.Errorf("the form scrolls from %v to %v, for what was pressed long ago", before.Y, after.Y)
	}
}

func TestAPromptGivesTheFocusBack(t *testing.T) {
	table := func(d *seat) fyne.Focusable {
		d.v.Table().Select(1)
		d.Objects(func(o fyne.CanvasObject, around []fyne.CanvasObject) {
			if grid, ok := o.(fyne.Focusable); ok && desktest.Holds(around, d.v.Table()) {
				d.P.Window.Canvas().Focus(grid)
			}
		})
		return d.P.Window.Canvas().Focused()
	}
	capField := func(d *seat) fyne.Focusable {
		d.Focus("entry", "terms.share.cap")
		return d.P.Window.Canvas().Focused()
	}
	for _, tc := range []struct {
		says  string
		first func(d *seat) fyne.Focusable
		do    func(d *seat)
	}{
		{"an answer to why, given up", table, func(d *seat) { d.Press(fyne.KeyReturn); d.Dialog("why"); d.Press(fyne.KeyEscape) }},
		{"a prompt answered", capField, func(d *seat) { d.Command("Shift all growth…"); d.Write("dialog.shift", "1"); d.Tap("dialog.ok") }},
		{"a prompt refused, then given up", capField, func(d *seat) {
			d.Command("Shift all growth…")
			d.Write("dialog.shift", "no")
			d.Tap("dialog.ok")
			d.Tap("dialog.cancel")
		}},
		{"two prompts", capField, func(d *seat) {
			d.Command("Sources of the figures…")
			d.Tap("source.link.outlook.streams[0].revenue.2027")
			d.Press(fyne.KeyEscape)
			d.Dialog("sources")
			d.Press(fyne.KeyEscape)
		}},
		{"a copy, which asks nothing", capField, func(d *seat) { d.Command("Duplicate") }},
		{"a prompt after which the form is another", capField, func(d *seat) {
			d.Command("New scenario…")
			d.Tap("dialog.ok")
		}},
	} {
		t.Run(tc.says, func(t *testing.T) {
			d := newSeat(t, desktest.WorkedCase())
			before := tc.first(d)
			if before == nil {
				t.Fatal("nothing has the focus at first")
			}
			tc.do(d)
			d.Dialog("")
			after := d.P.Window.Canvas().Focused()
			if w, ok := before.(inspect.Widget); ok && after != nil && after != before {
				if successor, ok := after.(inspect.Widget); ok && successor.InspectName() == w.InspectName() {
					return // it was made again
				}
			}
			if after != before {
				t.Errorf("the focus is on %T, was on %T", after, before)
			}
		})
	}
}
