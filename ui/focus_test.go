package ui

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"headroom/scenario/preset"
	"headroom/ui/desk"
	"headroom/ui/inspect"
)

// focused returns the field of the form that has the focus.
func (d *seat) focused() inspect.Widget { return desk.FocusedOf(d.plan().form.named) }

// inView reports whether the middle of a widget lies in what a scroller shows.
func (d *seat) inView(scroll *container.Scroll, w fyne.CanvasObject) bool {
	driver := d.p.App.Driver()
	middle := driver.AbsolutePositionForObject(w).Y + w.Size().Height/2 - driver.AbsolutePositionForObject(scroll).Y
	return middle >= 0 && middle <= scroll.Size().Height
}

func TestFieldsThatTakeTheFocusComeIntoView(t *testing.T) {
	d := newSeat(t, preset.Default().Scenarios[0])
	f := d.plan().form
	for _, w := range f.named {
		focusable, ok := w.(fyne.Focusable)
		if n := w.Inspect(); !ok || !n.Enabled || !w.Visible() {
			continue
		}
		d.p.Window.Canvas().Focus(focusable)
		if !d.inView(f.content, w) {
			t.Errorf("%s has the focus and is not in view", w.InspectName())
		}
	}
}

func TestAFieldStaysWhereItIsWhileYearsAreAdded(t *testing.T) {
	d := newSeat(t, preset.Default().Scenarios[0])
	f := d.plan().form
	d.focus("entry", "lastYear")
	stood := f.stands(d.focused())
	for _, year := range []string{"2033", "2032", "2050"} {
		d.enter("lastYear", year)
		if now := f.stands(d.find("entry", "lastYear")); math.Abs(float64(now-stood)) > 1 {
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
		f := d.plan().form
		for _, w := range f.named {
			if w.InspectName() == test.field {
				d.p.Window.Canvas().Focus(w.(fyne.Focusable))
			}
		}
		for _, key := range test.keys {
			switch key {
			case fyne.KeyF1:
				d.p.onUndo()
			case fyne.KeyTab:
				d.p.Window.Canvas().FocusNext()
			default:
				d.p.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
			}
		}
		w := d.focused()
		if w == nil || w.InspectName() != test.then {
			t.Errorf("%s: the focus is on %v, want it on %s", test.says, w, test.then)
			continue
		}
		if !d.inView(f.content, w) {
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
			pressed := d.widget(tc.kind, tc.press)
			place := func() fyne.Position { return d.p.App.Driver().AbsolutePositionForObject(pressed) }
			press := func() {
				t.Helper()
				before := place()
				pressed.(desktop.Mouseable).MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
				if d.p.Window.Canvas().Focused() != pressed.(fyne.Focusable) { // as the window does
					d.p.Window.Canvas().Unfocus()
				}
				d.relayout()
				if after := place(); after != before {
					t.Errorf("it moves by %v", after.Subtract(before))
				}
			}
			d.write("terms.share.cap", nonsense)
			press()
			if d.fault("terms.share.cap") == "" {
				t.Fatal("the nonsense is taken")
			}
			d.write("terms.share.cap", "40B")
			press()
			if d.fault("terms.share.cap") != "" {
				t.Fatal("the error stays")
			}
		})
	}
}

func TestARefusalByKeyMovesNothing(t *testing.T) {
	d := newSeat(t, preset.Default().Scenarios[0])
	f := d.plan().form
	f.content.ScrollToOffset(fyne.NewPos(0, 40))
	pressed := d.widget("entry", "terms.share.alreadyPaid").(desktop.Mouseable)
	pressed.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	pressed.MouseUp(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	before := f.content.Offset
	d.enter("terms.share.cap", "as much as it takes and a good deal more than that")
	if d.fault("terms.share.cap") == "" {
		t.Fatal("the nonsense is taken")
	}
	if after := f.content.Offset; after != before {
		t.Errorf("the form scrolls from %v to %v, for what was pressed long ago", before.Y, after.Y)
	}
}

func TestAPromptGivesTheFocusBack(t *testing.T) {
	table := func(d *seat) fyne.Focusable {
		d.plan().table.Select(1)
		d.objects(func(o fyne.CanvasObject, around []fyne.CanvasObject) {
			if grid, ok := o.(fyne.Focusable); ok && holds(around, d.plan().table) {
				d.p.Window.Canvas().Focus(grid)
			}
		})
		return d.p.Window.Canvas().Focused()
	}
	capField := func(d *seat) fyne.Focusable {
		d.focus("entry", "terms.share.cap")
		return d.p.Window.Canvas().Focused()
	}
	for _, tc := range []struct {
		says  string
		first func(d *seat) fyne.Focusable
		do    func(d *seat)
	}{
		{"an answer to why, given up", table, func(d *seat) { d.press(fyne.KeyReturn); d.dialog("why"); d.press(fyne.KeyEscape) }},
		{"a prompt answered", capField, func(d *seat) { d.command("Shift all growth…"); d.write("dialog.shift", "1"); d.tap("dialog.ok") }},
		{"a prompt refused, then given up", capField, func(d *seat) {
			d.command("Shift all growth…")
			d.write("dialog.shift", "no")
			d.tap("dialog.ok")
			d.tap("dialog.cancel")
		}},
		{"two prompts", capField, func(d *seat) {
			d.command("Sources of the figures…")
			d.tap("source.link.outlook.streams[0].revenue.2027")
			d.press(fyne.KeyEscape)
			d.dialog("sources")
			d.press(fyne.KeyEscape)
		}},
		{"a copy, which asks nothing", capField, func(d *seat) { d.command("Duplicate") }},
		{"a prompt after which the form is another", capField, func(d *seat) {
			d.command("New scenario…")
			d.tap("dialog.ok")
		}},
	} {
		t.Run(tc.says, func(t *testing.T) {
			d := newSeat(t, workedCase())
			before := tc.first(d)
			if before == nil {
				t.Fatal("nothing has the focus at first")
			}
			tc.do(d)
			d.dialog("")
			after := d.p.Window.Canvas().Focused()
			if w, ok := before.(inspect.Widget); ok && after != nil && after != before {
				if heir, ok := after.(inspect.Widget); ok && heir.InspectName() == w.InspectName() {
					return // it was made anew
				}
			}
			if after != before {
				t.Errorf("the focus is on %T, was on %T", after, before)
			}
		})
	}
}

func TestSavingKeepsTheFocus(t *testing.T) {
	d, path := onFile(t)
	d.write("terms.share.cap", "40")
	d.command("Save")
	if w := d.focused(); capIn(t, path) != 40e9 || w == nil || w.InspectName() != "terms.share.cap" {
		t.Errorf("saved is a cap of %v, the focus is on %v", capIn(t, path), w)
	}
}
