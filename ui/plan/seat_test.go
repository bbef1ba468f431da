package plan_test

import (
	"testing"

	"headroom/scenario"
	"headroom/ui/desktest"
	"headroom/ui/plan"
	"headroom/ui/windowtest"
)

// A seat is before a planner's window that shows the Plan view.
type seat struct {
	*windowtest.Seat
	v *plan.View
}

// newSeat opens a window on the given scenarios, the first of them selected.
func newSeat(t *testing.T, scenarios ...scenario.Scenario) *seat {
	t.Helper()
	return at(windowtest.New(t, scenarios...))
}

// sit opens a window on a workspace.
func sit(t *testing.T, w scenario.Workspace) *seat {
	t.Helper()
	return at(windowtest.Sit(t, w))
}

// sitDefault opens a window on the shipped workspace, at February's plan.
func sitDefault(t *testing.T) *seat {
	t.Helper()
	return sit(t, desktest.AtFebruary())
}

func at(d *windowtest.Seat) *seat { return &seat{d, d.P.Front().(*plan.View)} }
