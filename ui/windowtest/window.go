// Package windowtest is for the tests of views: a seat before the planner's whole
// window, without a screen. No program has it.
package windowtest

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"headroom/scenario"
	"headroom/ui"
	"headroom/ui/desk"
	"headroom/ui/desktest"
	"headroom/ui/live"
)

// A Seat is before a planner's window.
type Seat struct {
	*desktest.Seat
	P *ui.Planner
}

// Sit opens a window on a workspace.
func Sit(t testing.TB, w scenario.Workspace) *Seat {
	t.Helper()
	return In(t, test.NewTempApp(t), w)
}

// In opens a window of an app on a workspace: another run of it remembers what the one
// before has left.
func In(t testing.TB, app fyne.App, w scenario.Workspace) *Seat {
	t.Helper()
	d := &Seat{}
	d.Seat = desktest.Sit(t, app, func(at *live.Live) *desk.Desk {
		d.P = ui.New(app, ui.Options{Workspace: w, Live: at})
		return d.P.Desk
	})
	d.Screen = d.P.Inspect
	return d
}

// New opens a window on the given scenarios, the first of them selected.
func New(t testing.TB, scenarios ...scenario.Scenario) *Seat {
	t.Helper()
	return Sit(t, scenario.Workspace{Name: "Worked cases", Scenarios: scenarios})
}

// Default opens a window on the shipped workspace, at February's plan.
func Default(t testing.TB) *Seat {
	t.Helper()
	return Sit(t, desktest.AtFebruary())
}
