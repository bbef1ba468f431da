//go:build e2e

package main_test

import "testing"

func TestTheCrosshairLeavesWithThePointer(t *testing.T) {
	t.Parallel()
	w := start(t, startDisplay(t))
	w.park()
	chart := w.part("chart")
	before := w.still(chart.area())
	seen := func(what string, holds func(different int) bool) {
		t.Helper()
		eventually(t, what, func() bool { return holds(differing(before, w.screenshot(), chart.area())) })
	}
	for _, way := range []string{"the first time", "and again"} {
		w.xdotool(w.moveTo(chart.X+chart.Width/2, chart.Y+chart.Height/2)...)
		seen("the crosshair to be shown, "+way, func(different int) bool { return different > 100 })
		w.xdotool("mousemove", "1599", "999") // beyond the window
		seen("it to go with the pointer, "+way, func(different int) bool { return different == 0 })
	}

	// What is held stays so beyond the window, until it is let go.
	from := w.now()
	w.pull("chart.cap", 2000, 60)
	w.wait("the cap to follow the pointer beyond the window", func(s state) bool {
		return s.settled() && s.Results["paid"] != from.Results["paid"]
	})
	seen("the value to be shown", func(different int) bool { return different > 100 })
	w.release()
	w.after(func() { w.key("ctrl+z") })
	seen("nothing of it to be left", func(different int) bool { return different == 0 })
}
