package rail_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario"
	"headroom/ui/rail"
	"headroom/ui/windowtest"
)

// A seat is before a planner's window, at its rail.
type seat struct {
	*windowtest.Seat
	rail *rail.Rail
}

// newSeat opens a window on the given scenarios, the first of them selected.
func newSeat(t *testing.T, scenarios ...scenario.Scenario) *seat {
	t.Helper()
	return at(windowtest.New(t, scenarios...))
}

func at(d *windowtest.Seat) *seat { return &seat{d, d.P.Rail()} }

// split returns what parts the rail from the view beside it.
func (d *seat) split() *container.Split {
	d.Helper()
	var found *container.Split
	d.Objects(func(o fyne.CanvasObject, _ []fyne.CanvasObject) {
		if s, ok := o.(*container.Split); ok && s.Leading == d.rail.Object() {
			found = s
		}
	})
	if found == nil {
		d.Fatal("there is no split")
	}
	return found
}
