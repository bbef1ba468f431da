//go:build e2e

package main_test

import (
	"strings"
	"testing"
)

// What growth reaches the cap exactly at the end of 2029 is asked in the window, set, and
// taken back; then the handle of the map sets two inputs in one step.
func TestExploreAnswersAndSets(t *testing.T) {
	t.Parallel()
	w := start(t, startDisplay(t))
	w.pick(february)
	before := w.now()
	w.key("ctrl+3")
	w.wait("the view", func(s state) bool {
		_, ok := s.find("map.handle")
		return s.View == "explore" && ok && s.settled()
	})
	w.typeInto("solve.target", "12/31/2029")
	w.after(func() { w.click("solve.apply") })
	if s := w.now(); s.Results["cap-reached"] != "2029-12-31" {
		t.Errorf("with the shift that is found the cap is reached on %v", s.Results["cap-reached"])
	}
	w.after(func() { w.key("ctrl+z") })
	if s := w.now(); s.Results["cap-reached"] != before.Results["cap-reached"] {
		t.Errorf("undone, the cap is reached on %v", s.Results["cap-reached"])
	}
	w.drag("map.handle", 60, -40)
	s := w.wait("the handle to be let go", func(s state) bool { return s.settled() && s.Results["cap-reached"] != before.Results["cap-reached"] })
	if paid := s.Results["paid"].(float64); paid <= 38e9 {
		t.Errorf("dragged to the right and up, %v is paid, want a larger cap", paid)
	}
	w.key("ctrl+z")
	w.wait("one undo to take all of it back", func(s state) bool {
		return s.settled() && s.Results["cap-reached"] == before.Results["cap-reached"] && !s.Unsaved
	})
	w.leave("explore")
}

// The main job of the view: what it would take is solved and pinned, another input is
// edited, and what is pinned is solved again in the same step, which one undo takes back.
// What is seen of the pin in Plan lets go of it.
func TestWhatIsPinnedFollowsAnEdit(t *testing.T) {
	t.Parallel()
	w := start(t, startDisplay(t))
	w.pick(february)
	w.key("ctrl+3")
	w.wait("the view", func(s state) bool {
		_, ok := s.find("solve.pin")
		return s.View == "explore" && ok && s.settled()
	})
	w.typeInto("solve.target", "end of 2029")
	pinned := w.after(func() { w.click("solve.pin") })
	const day = "2029-12-31"
	if pinned.Results["cap-reached"] != day {
		t.Fatalf("pinned, the cap is reached on %v", pinned.Results["cap-reached"])
	}
	w.key("ctrl+1")
	w.wait("the pin in Plan, and on the card", func(s state) bool {
		p, ok := s.find("pin")
		card, _ := s.find("scenario." + february)
		return ok && p.Text == "pinned" && strings.HasSuffix(card.Text, "Pinned to Dec 31, 2029") && s.settled()
	})
	w.reach("terms.share.cap")
	edited := w.after(func() { w.enter("terms.share.cap", "50") })
	if edited.Results["cap-reached"] != day || edited.Results["paid"] != 50e9 {
		t.Errorf("with a cap of $50B, %v are paid and it is reached on %v", edited.Results["paid"], edited.Results["cap-reached"])
	}
	if edited.Results["revenue"].(float64) <= pinned.Results["revenue"].(float64) {
		t.Errorf("revenue goes from %v to %v", pinned.Results["revenue"], edited.Results["revenue"])
	}
	undone := w.after(func() { w.key("ctrl+z") })
	if undone.Results["revenue"] != pinned.Results["revenue"] || undone.Results["cap-reached"] != day {
		t.Errorf("one undo leads to a revenue of %v and to %v", undone.Results["revenue"], undone.Results["cap-reached"])
	}
	w.reach("pin.release")
	w.after(func() { w.click("pin.release") })
	w.reach("terms.share.cap")
	if free := w.after(func() { w.enter("terms.share.cap", "30") }); free.Results["cap-reached"] == day {
		t.Error("unpinned, another cap is reached on the same day")
	}
}
