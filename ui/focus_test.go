package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario/preset"
	"headroom/ui/field"
)

// focused returns the field of the form that has the focus.
func (d *desk) focused() field.Inspectable { return focusedOf(d.p.plan.form.named) }

// inView reports whether the middle of a widget lies in what a scroller shows.
func (d *desk) inView(scroll *container.Scroll, w fyne.CanvasObject) bool {
	driver := d.p.app.Driver()
	middle := driver.AbsolutePositionForObject(w).Y + w.Size().Height/2 - driver.AbsolutePositionForObject(scroll).Y
	return middle >= 0 && middle <= scroll.Size().Height
}

func TestFieldsThatTakeTheFocusComeIntoView(t *testing.T) {
	d := newDesk(t, preset.Default().Scenarios[0])
	f := d.p.plan.form
	for _, w := range f.named {
		focusable, ok := w.(fyne.Focusable)
		if _, _, _, enabled, _ := w.Inspect(); !ok || !enabled || !w.Visible() {
			continue
		}
		d.p.window.Canvas().Focus(focusable)
		if !d.inView(f.content, w) {
			t.Errorf("%s has the focus and is not in view", w.InspectName())
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
		d := newDesk(t, preset.Default().Scenarios[0])
		f := d.p.plan.form
		for _, w := range f.named {
			if w.InspectName() == test.field {
				d.p.window.Canvas().Focus(w.(fyne.Focusable))
			}
		}
		for _, key := range test.keys {
			switch key {
			case fyne.KeyF1:
				d.p.onUndo()
			case fyne.KeyTab:
				d.p.window.Canvas().FocusNext()
			default:
				d.p.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
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
