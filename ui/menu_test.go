package ui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"headroom/ui/desktest"
	"headroom/ui/look"
)

// While steps follow quickly the names are right at once, and the menu is laid out
// again now and then.
func TestMenuIsNotLaidOutForEachOfManySteps(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	m := d.p.menu
	if !m.undo.item.Disabled || !m.redo.item.Disabled {
		t.Error("with nothing done there is something to undo or redo")
	}
	d.Now = d.Now.Add(time.Hour)
	d.Enter("terms.share.cap", "40")
	if m.stale || !m.laidOut.Equal(d.Now) {
		t.Error("the menu is not laid out at once after a step")
	}
	for _, text := range []string{"41", "42"} {
		d.Now = d.Now.Add(menuInterval / 4)
		d.Enter("terms.share.cap", text)
		if want := "Undo " + d.p.Session.UndoName(); m.undo.label != want {
			t.Errorf("the menu says %q, want %q", m.undo.label, want)
		}
		if m.undo.item.Disabled || !m.redo.item.Disabled {
			t.Error("undo is off, or redo is on")
		}
	}
	if !m.stale {
		t.Error("the menu is laid out for each of steps that follow quickly")
	}
	m.layOut()
	if m.stale || !m.laidOut.Equal(d.Now) {
		t.Error("the menu is not laid out once time has gone by")
	}
}

func TestMenuMarksHowTheWindowLooks(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	marked := func() (labels []string) {
		for _, item := range d.p.menu.modes {
			if item.Checked {
				labels = append(labels, item.Label)
			}
		}
		return labels
	}
	for i, mode := range modes {
		d.p.menu.modes[i].Action()
		if got := marked(); len(got) != 1 || got[0] != mode.label {
			t.Errorf("%s marks %q", mode.label, got)
		}
	}
	other := newMenu(d.p)
	if got := other.modes[len(modes)-1].Checked; !got {
		t.Error("a new window does not mark the mode it was left in")
	}
}

// Fyne would draw the keys in a color too faint to be read, so they are part of
// what an item says; each still does what it says.
func TestMenuShowsItsKeys(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	d.Enter("terms.share.cap", "40")
	width := func(text string) float32 { return fyne.MeasureText(text, look.SizeText, fyne.TextStyle{}).Width }
	for _, of := range []struct {
		menu     int
		commands []command
	}{
		{0, d.p.fileCommands()}, {1, d.p.editCommands()}, {2, d.p.scenarioCommands()}, {3, d.p.viewCommands()}, {4, d.p.helpCommands()},
	} {
		widest := float32(0)
		for _, item := range d.p.menu.main.Items[of.menu].Items {
			widest = max(widest, width(item.Label))
		}
		for _, c := range of.commands {
			item := d.Item(c.label)
			if !strings.HasSuffix(item.Label, c.keys) || c.keys != "" && widest-width(item.Label) > desktest.Slack {
				t.Errorf("%q is %v of %v wide; want it to end in %q at the right", item.Label, width(item.Label), widest, c.keys)
			}
			if _, drawn := item.Shortcut.(fyne.KeyboardShortcut); drawn {
				t.Errorf("Fyne draws the keys of %q beside them", item.Label)
			}
			if c.shortcut != nil && item.Shortcut.ShortcutName() != c.shortcut.ShortcutName() {
				t.Errorf("%q is done by %s", item.Label, item.Shortcut.ShortcutName())
			}
		}
	}
}

func TestFindingAScenarioHasItsKey(t *testing.T) {
	d := sitDefault(t)
	if keys := d.p.menu.main.Items[1].Items[2].Shortcut.(unseen).Shortcut.(*desktop.CustomShortcut); keys.KeyName != fyne.KeyF {
		t.Errorf("its key is %v", keys.KeyName)
	}
}
