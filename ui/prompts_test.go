package ui

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestPromptsAreAnsweredByKey(t *testing.T) {
	for _, tc := range []struct {
		says string
		open func(d *desk)
		name string
	}{
		{"rename", func(d *desk) { d.press(fyne.KeyF2) }, "rename"},
		{"add", func(d *desk) { d.tap("scenario.add") }, "add"},
		{"shift", func(d *desk) { d.command("Shift all growth…") }, "shift"},
		{"reach", func(d *desk) { d.command("Reach the cap on…") }, "reach"},
		{"rates", func(d *desk) { d.tap("terms.share.ratesByYear") }, "rates"},
		{"paste", func(d *desk) { d.tap("stream.paste") }, "paste"},
		{"stream", func(d *desk) { d.tap("stream.edit") }, "stream"},
		{"open", func(d *desk) { d.tap("open") }, "open"},
		{"save as", func(d *desk) { d.tap("save-as") }, "save-as"},
		{"sources", func(d *desk) { d.command("Sources of the figures…") }, "sources"},
		{"why", func(d *desk) { d.tap("result.paid") }, "why"},
		{"keys", func(d *desk) { d.p.window.Canvas().OnTypedRune()('?') }, "keyboard"},
		{"keys from a figure", func(d *desk) { d.focus("entry", "terms.share.cap").TypedRune('?') }, "keyboard"},
	} {
		t.Run(tc.says, func(t *testing.T) {
			t.Setenv("HOME", t.TempDir())
			d := newDesk(t, workedCase())
			d.p.window.Canvas().Unfocus()
			tc.open(d)
			d.dialog(tc.name)
			d.press(fyne.KeyEscape)
			d.dialog("")
			if !sameScenario(d.selected(), workedCase()) || d.p.session.Revision() != 0 {
				t.Error("given up, the prompt changes something")
			}
			// Escape leaves it from its other parts too.
			tc.open(d)
			d.dialog(tc.name)
			first := d.p.window.Canvas().Focused()
			for n := range 6 {
				d.p.window.Canvas().FocusNext()
				focused := d.p.window.Canvas().Focused()
				if focused == first {
					break
				}
				d.press(fyne.KeyEscape)
				if d.p.dialogs.name() == tc.name {
					t.Errorf("Escape on %T leaves the prompt open", focused)
					break
				}
				tc.open(d)
				for range n + 1 {
					d.p.window.Canvas().FocusNext()
				}
			}
			for d.p.dialogs.name() != "" {
				d.p.dialogs.cancel()
			}
			d.agree()
		})
	}
}

// What removes is not hit by who reaches for the buttons that answer, neither with
// the pointer nor by key.
func TestTheOtherWayOutStandsApart(t *testing.T) {
	for _, tc := range []struct {
		says string
		open func(d *desk)
		name string
	}{
		{"a stream", func(d *desk) { d.tap("stream.edit") }, "stream"},
		{"unsaved changes", func(d *desk) { d.enter("terms.share.cap", "40"); d.command("New workspace") }, "unsaved"},
	} {
		t.Run(tc.says, func(t *testing.T) {
			d := newDesk(t, workedCase())
			tc.open(d)
			d.dialog(tc.name)
			d.relayout()
			at := func(name string) rect { return d.place(d.widget("button", name)) }
			other, cancel, ok := at("dialog.other"), at("dialog.cancel"), at("dialog.ok")
			within := d.place(d.p.dialogs.stack[0].popup.Content)
			if other.left > within.left+20 || ok.right < within.right-20 {
				t.Errorf("%v and %v do not stand at the sides of %v", other, ok, within)
			}
			if between, side := cancel.left-other.right, ok.left-cancel.right; between < 5*side {
				t.Errorf("it stands %v from the others, which stand %v from one another", between, side)
			}
			d.focus("button", "dialog.cancel")
			for _, name := range []string{"dialog.ok", "dialog.other"} {
				d.p.window.Canvas().FocusNext()
				if f, want := d.p.window.Canvas().Focused(), d.widget("button", name); f != want.(fyne.Focusable) {
					t.Errorf("Tab does not come to %s next", name)
				}
			}
		})
	}
}
