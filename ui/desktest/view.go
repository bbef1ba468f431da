package desktest

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"headroom/scenario"
	"headroom/ui/desk"
	"headroom/ui/live"
	"headroom/ui/look"
)

// A quiet window is around a view that is alone in it.
type quiet struct{}

func (quiet) Say(string)    {}
func (quiet) Sealed()       {}
func (quiet) StepsChanged() {}
func (quiet) SavePicture()  {}

// Alone sits down before a view that is alone in a window, 1200 by 850, with a
// workspace on its desk.
func Alone(t testing.TB, w scenario.Workspace, open func(d *desk.Desk) desk.View) *Seat {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.NewTheme(look.ModeLight))
	return Sit(t, app, func(at *live.Live) *desk.Desk {
		window := app.NewWindow("")
		nowhere := func(context.Context, string, []byte) error { return nil }
		d := desk.New(app, window, at, w, quiet{}, nowhere, window.Canvas().Focus)
		view := open(d)
		window.SetContent(look.WithTooltips(view.Object(), window.Canvas()))
		window.Resize(fyne.NewSize(1200, 850))
		d.Session.Subscribe(view.Show)
		view.Show()
		return d
	})
}
