//go:build e2e

package main_test

import "testing"

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
	w.after(func() { w.key("ctrl+z") })
	if s := w.now(); s.Results["cap-reached"] != before.Results["cap-reached"] || s.Unsaved {
		t.Errorf("one undo leads to %v", s.Results["cap-reached"])
	}
	w.leave("explore")
}
