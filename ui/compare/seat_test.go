package compare_test

import (
	"testing"

	"headroom/scenario"
	"headroom/ui/compare"
	"headroom/ui/windowtest"
)

// A seat is before a planner's window that shows the Compare view.
type seat struct {
	*windowtest.Seat
	v *compare.View
}

// newSeat opens a window on the given scenarios, at the Compare view.
func newSeat(t *testing.T, scenarios ...scenario.Scenario) *seat {
	t.Helper()
	d := windowtest.New(t, scenarios...)
	d.Tap("view.compare")
	return &seat{d, d.P.Front().(*compare.View)}
}

// comparing opens the Compare view on scenarios, all of them ticked, the first of them
// the reference.
func comparing(t *testing.T, scenarios ...scenario.Scenario) *seat {
	t.Helper()
	d := windowtest.New(t, scenarios...)
	d.Compare()
	return &seat{d, d.P.Front().(*compare.View)}
}
