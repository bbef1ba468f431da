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
