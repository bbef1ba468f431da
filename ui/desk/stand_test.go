package desk_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"headroom/scenario"
	"headroom/scenario/export"
	"headroom/scenario/plot"
	"headroom/ui/desk"
	"headroom/ui/desktest"
	"headroom/ui/inspect"
)

// A stand is a view that shows one object, for what a desk gives to all views.
type stand struct{ object fyne.CanvasObject }

var _ desk.View = stand{}

func (s stand) Object() fyne.CanvasObject       { return s.object }
func (s stand) Show()                           {}
func (s stand) Drawn() int                      { return 0 }
func (s stand) Snapshot(*inspect.Snapshot)      {}
func (s stand) Fields() []inspect.Widget        { return nil }
func (s stand) Picture() (plot.Picture, string) { return plot.Picture{}, "" }
func (s stand) ShowAs(export.View) bool         { return false }
func (s stand) Remember()                       {}
func (s stand) Forget()                         {}

// with returns a desk with scenarios on it, in a window that shows an object.
func with(t *testing.T, make func(d *desk.Desk) fyne.CanvasObject, scenarios ...scenario.Scenario) *desktest.Seat {
	t.Helper()
	return desktest.Alone(t, scenario.Workspace{Scenarios: scenarios}, func(d *desk.Desk) desk.View {
		return stand{make(d)}
	})
}
