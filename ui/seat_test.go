package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"headroom/scenario"
	"headroom/ui/desk"
	"headroom/ui/desktest"
	"headroom/ui/live"
	"headroom/ui/plan"
)

// A seat is before a planner's window. Other packages have that of windowtest, which
// imports ui.
type seat struct {
	*desktest.Seat
	p *Planner
}

// sit opens a window on w; recovery is the folder of recovery copies, empty for
// none.
func sit(t *testing.T, app fyne.App, w scenario.Workspace, recovery string) *seat {
	t.Helper()
	return sitWith(t, app, Options{Workspace: w, Recovery: recovery})
}

// sitWith opens a window with the given options.
func sitWith(t *testing.T, app fyne.App, o Options) *seat {
	t.Helper()
	d := &seat{}
	d.Seat = desktest.Sit(t, app, func(at *live.Live) *desk.Desk {
		o.Live = at
		d.p = New(app, o)
		return d.p.Desk
	})
	d.Screen = d.p.Inspect
	return d
}

// newSeat opens a window on the given scenarios, the first of them selected.
func newSeat(t *testing.T, scenarios ...scenario.Scenario) *seat {
	t.Helper()
	return sit(t, test.NewTempApp(t), scenario.Workspace{Name: "Worked cases", Scenarios: scenarios}, "")
}

// sitDefault opens a window on the shipped workspace, at February's plan.
func sitDefault(t *testing.T) *seat {
	t.Helper()
	return sit(t, test.NewTempApp(t), desktest.AtFebruary(), "")
}

// plan returns the Plan view.
func (d *seat) plan() *plan.View { return d.p.panels[ViewPlan].(*plan.View) }
