package ui

import (
	"testing"
	"time"
)

// While steps follow quickly the names are right at once, and the menu is laid out
// anew now and then.
func TestMenuIsNotLaidOutForEachOfManySteps(t *testing.T) {
	d := newDesk(t, workedCase())
	m := d.p.menu
	d.now = d.now.Add(time.Hour)
	d.enter("terms.share.cap", "40")
	if m.stale || !m.laidOut.Equal(d.now) {
		t.Error("the menu is not laid out at once after a step")
	}
	for _, text := range []string{"41", "42"} {
		d.now = d.now.Add(menuInterval / 4)
		d.enter("terms.share.cap", text)
		if want := "Undo " + d.p.session.UndoName(); m.undo.Label != want {
			t.Errorf("the menu says %q, want %q", m.undo.Label, want)
		}
		if m.undo.Disabled || !m.redo.Disabled {
			t.Error("undo is off, or redo is on")
		}
	}
	if !m.stale {
		t.Error("the menu is laid out for each of steps that follow quickly")
	}
	m.layOut()
	if m.stale || !m.laidOut.Equal(d.now) {
		t.Error("the menu is not laid out once time has gone by")
	}
}

func TestMenuMarksHowTheWindowLooks(t *testing.T) {
	d := newDesk(t, workedCase())
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
