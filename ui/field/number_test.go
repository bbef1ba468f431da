package field_test

import (
	"errors"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"headroom/ui/field"
)

// desk is a number field beside another, with a log of what it tells.
type desk struct {
	log
	n, other *field.Number
	canvas   fyne.Canvas
	passed   []fyne.Shortcut
}

func newDesk(t *testing.T, format field.Format) *desk {
	d := &desk{n: field.NewNumber("terms.share.cap", format), other: field.NewNumber("other", amounts())}
	d.n.OnEdit, d.n.OnCommit = d.edit, d.commit
	d.n.OnShortcut = func(s fyne.Shortcut) { d.passed = append(d.passed, s) }
	d.canvas = window(t, container.NewVBox(d.n, d.other)).Canvas()
	d.n.Display(12.345)
	return d
}

func (d *desk) focus() { d.canvas.Focus(d.n) }
func (d *desk) leave() { d.canvas.Focus(d.other) }

func TestNumber(t *testing.T) {
	tests := []struct {
		says  string
		do    func(d *desk)
		text  string
		told  string
		value float64
		fault string
	}{
		{"at rest the value is rounded", func(*desk) {}, "12.3", "", 12.345, ""},
		{"on focus it is shown in full", func(d *desk) { d.focus() }, "12.345", "", 12.345, ""},
		{"leaving an untouched field changes nothing", func(d *desk) { d.focus(); d.leave() }, "12.3", "", 12.345, ""},
		{"typing tells nothing yet", func(d *desk) { d.focus(); enter(d.n, "20") }, "20", "", 12.345, ""},
		{"Enter takes over and shows in full", func(d *desk) { d.focus(); enter(d.n, "20.25"); press(d.n, fyne.KeyReturn) }, "20.25", "20.25 commit", 20.25, ""},
		{"leaving takes over and shows rounded", func(d *desk) { d.focus(); enter(d.n, "20.25"); d.leave() }, "20.2", "20.25 commit", 20.25, ""},
		{"Enter and leaving tell once", func(d *desk) { d.focus(); enter(d.n, "20"); press(d.n, fyne.KeyEnter); d.leave() }, "20.0", "20 commit", 20, ""},
		{"the same value typed again is no edit", func(d *desk) { d.focus(); enter(d.n, "12.345"); d.leave() }, "12.3", "", 12.345, ""},
		{"a relative entry starts from the value", func(d *desk) { d.focus(); enter(d.n, "+1"); d.leave() }, "13.3", "13.345 commit", 13.345, ""},
		{"the last number allowed", func(d *desk) { d.focus(); enter(d.n, "100"); d.leave() }, "100.0", "100 commit", 100, ""},
		{"the first one not allowed keeps what was typed", func(d *desk) { d.focus(); enter(d.n, "100.1"); d.leave() }, "100.1", "", 12.345, "enter a number from 0 to 100"},
		{"a bad entry stays bad on coming back", func(d *desk) { d.focus(); enter(d.n, "x"); d.leave(); d.focus() }, "x", "", 12.345, "enter a number from 0 to 100"},
		{"a good entry after a bad one", func(d *desk) {
			d.focus()
			enter(d.n, "x")
			d.leave()
			d.focus()
			enter(d.n, "7")
			d.leave()
		}, "7.0", "7 commit", 7, ""},
		{"an empty field is a bad entry", func(d *desk) { d.focus(); enter(d.n, ""); d.leave() }, "", "", 12.345, "enter a number"},
		{"Escape goes back", func(d *desk) { d.focus(); enter(d.n, "20"); press(d.n, fyne.KeyEscape); d.leave() }, "12.3", "", 12.345, ""},
		{"Escape goes back from a bad entry", func(d *desk) { d.focus(); enter(d.n, "x"); press(d.n, fyne.KeyReturn, fyne.KeyEscape) }, "12.345", "", 12.345, ""},
		{"Up steps the last digit shown and rounds to it", func(d *desk) { d.focus(); press(d.n, fyne.KeyUp) }, "12.4", "12.4", 12.4, ""},
		{"Down steps it too", func(d *desk) { d.focus(); press(d.n, fyne.KeyDown) }, "12.2", "12.2", 12.2, ""},
		{"leaving makes the steps one edit", func(d *desk) { d.focus(); press(d.n, fyne.KeyUp, fyne.KeyUp); d.leave() }, "12.5", "12.4 12.5 commit", 12.5, ""},
		{"Shift steps by ten", func(d *desk) {
			d.focus()
			hold(d.n, desktop.KeyShiftLeft, func() { press(d.n, fyne.KeyUp) })
			press(d.n, fyne.KeyUp)
		}, "13.4", "13.3 13.4", 13.4, ""},
		{"Alt steps by a tenth", func(d *desk) {
			d.n.Display(12.34)
			d.focus()
			d.n.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt})
			d.n.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt})
		}, "12.34", "12.35 12.34", 12.34, ""},
		{"a step first takes over what was typed", func(d *desk) { d.focus(); enter(d.n, "20"); press(d.n, fyne.KeyUp) }, "20.1", "20 commit 20.1", 20.1, ""},
		{"a bad entry does not step", func(d *desk) { d.focus(); enter(d.n, "x"); press(d.n, fyne.KeyUp) }, "x", "", 12.345, "enter a number from 0 to 100"},
		{"a step ends at the limit", func(d *desk) { d.n.Display(99.95); d.focus(); press(d.n, fyne.KeyUp, fyne.KeyUp) }, "100", "100", 100, ""},
		{"a disabled field does not step", func(d *desk) { d.focus(); d.n.Disable(); press(d.n, fyne.KeyUp) }, "12.345", "", 12.345, ""},
		{"Display tells nothing", func(d *desk) { d.n.Display(5) }, "5.0", "", 5, ""},
		{"Display of the same value keeps what is typed", func(d *desk) { d.focus(); enter(d.n, "20"); d.n.Display(12.345) }, "20", "", 12.345, ""},
		{"Display of the same value keeps a bad entry", func(d *desk) { d.focus(); enter(d.n, "x"); d.leave(); d.n.Display(12.345) }, "x", "", 12.345, "enter a number from 0 to 100"},
		{"Display of another value replaces what is typed", func(d *desk) { d.focus(); enter(d.n, "20"); d.n.Display(5) }, "5", "", 5, ""},
		{"Display of another value ends a bad entry", func(d *desk) { d.focus(); enter(d.n, "x"); d.leave(); d.n.Display(5) }, "5.0", "", 5, ""},
		{"a refused edit keeps what was typed", func(d *desk) {
			d.n.OnEdit = func(float64) error { return errors.New("the cap is below its range") }
			d.focus()
			enter(d.n, "20")
			d.leave()
		}, "20", "", 12.345, "the cap is below its range"},
		{"a refused step keeps the value", func(d *desk) {
			d.n.OnEdit = func(float64) error { return errors.New("no") }
			d.focus()
			press(d.n, fyne.KeyUp)
		}, "12.345", "", 12.345, "no"},
		{"a value changed while it is told stands", func(d *desk) {
			d.n.OnEdit = func(float64) error { d.n.Display(30); return nil }
			d.focus()
			enter(d.n, "20")
			d.leave()
		}, "30.0", "commit", 30, ""},
		{"a command takes over what is typed", func(d *desk) { d.focus(); enter(d.n, "20"); d.n.Commit() }, "20", "20 commit", 20, ""},
	}
	for _, tc := range tests {
		t.Run(tc.says, func(t *testing.T) {
			d := newDesk(t, amounts())
			tc.do(d)
			n := d.n.Inspect()
			text, fault := n.Text, n.Fault
			if told := d.take(); text != tc.text || told != tc.told || d.n.Value() != tc.value || fault != tc.fault {
				t.Errorf("shows %q, told %q, value %v, error %q;\nwant  %q, told %q, value %v, error %q",
					text, told, d.n.Value(), fault, tc.text, tc.told, tc.value, tc.fault)
			}
		})
	}
}

func TestNumberPassesShortcutsOn(t *testing.T) {
	redo := &desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift}
	tests := []struct {
		says     string
		typed    string
		shortcut fyne.Shortcut
		passed   int
		told     string
		value    float64
	}{
		{"undo with nothing typed", "", &fyne.ShortcutUndo{}, 1, "", 12.345},
		{"undo takes over what was typed first", "20", &fyne.ShortcutUndo{}, 1, "20 commit", 20},
		{"undo of a bad entry only goes back", "x", &fyne.ShortcutUndo{}, 0, "", 12.345},
		{"redo", "20", redo, 1, "20 commit", 20},
		{"redo as Ctrl+Y", "20", &fyne.ShortcutRedo{}, 1, "20 commit", 20},
		{"save with a bad entry", "x", &desktop.CustomShortcut{KeyName: fyne.KeyS, Modifier: fyne.KeyModifierControl}, 1, "", 12.345},
		{"copying stays in the field", "20", &fyne.ShortcutCopy{}, 0, "", 12.345},
		{"moving by words stays in the field", "20", &desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierControl}, 0, "", 12.345},
	}
	for _, tc := range tests {
		t.Run(tc.says, func(t *testing.T) {
			d := newDesk(t, amounts())
			d.focus()
			if tc.typed != "" {
				enter(d.n, tc.typed)
			}
			if paste, ok := tc.shortcut.(*fyne.ShortcutCopy); ok {
				paste.Clipboard = fyne.CurrentApp().Clipboard()
			}
			d.n.TypedShortcut(tc.shortcut)
			if told := d.take(); len(d.passed) != tc.passed || told != tc.told || d.n.Value() != tc.value {
				t.Errorf("passed on %d, told %q, value %v; want %d, %q, %v", len(d.passed), told, d.n.Value(), tc.passed, tc.told, tc.value)
			}
			if d.n.ErrorText() != "" {
				t.Errorf("left with the error %q", d.n.ErrorText())
			}
		})
	}
}

func TestNumberThatMayBeNone(t *testing.T) {
	format := amounts()
	format.None = "no cap"
	d := newDesk(t, format)
	told := math.Inf(1)
	d.n.OnEdit = func(v float64) error { told = v; return nil }
	for _, typed := range []string{"", "No cap", "  "} {
		d.n.Display(12)
		d.focus()
		enter(d.n, typed)
		d.leave()
		if n := d.n.Inspect(); n.Text != "" || n.Fault != "" || !math.IsNaN(told) || !math.IsNaN(d.n.Value()) {
			t.Errorf("%q: shows %q, error %q, told %v, value %v", typed, n.Text, n.Fault, told, d.n.Value())
		}
	}
	told = 0
	d.n.Display(math.NaN())
	d.focus()
	press(d.n, fyne.KeyUp)
	if told != 0 {
		t.Error("no value steps to one")
	}
	enter(d.n, "38")
	d.leave()
	if told != 38 {
		t.Errorf("from none to 38: told %v", told)
	}
}

func TestNumberNamesTheValueThatHolds(t *testing.T) {
	d := newDesk(t, amounts())
	d.n.SetHint("The most that is ever paid.")
	if d.n.Tooltip() != "The most that is ever paid." {
		t.Errorf("tooltip %q", d.n.Tooltip())
	}
	d.focus()
	enter(d.n, "x")
	d.leave()
	if got, want := d.n.Tooltip(), "Enter a number from 0 to 100. Still using 12.3."; got != want {
		t.Errorf("tooltip %q, want %q", got, want)
	}
	d.n.Display(5)
	if d.n.Tooltip() != "The most that is ever paid." {
		t.Errorf("after the error: tooltip %q", d.n.Tooltip())
	}
}
