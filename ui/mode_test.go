package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"headroom/scenario"
	"headroom/ui/desk"
	"headroom/ui/desktest"
	"headroom/ui/live"
	"headroom/ui/look"
)

func TestTheWindowLooksAsLastUntilTheSystemAnswers(t *testing.T) {
	const systemIsDark = false // what the test driver's desktop asks for
	for _, tc := range []struct {
		says     string
		last     look.Mode
		chosen   look.Mode
		known    bool
		at, then bool // whether it is dark at the start, and once the system has answered
	}{
		{"never asked before", look.ModeSystem, look.ModeSystem, false, systemIsDark, systemIsDark},
		{"dark last time", look.ModeDark, look.ModeSystem, false, true, systemIsDark},
		{"light last time", look.ModeLight, look.ModeSystem, false, false, systemIsDark},
		{"set for all programs", look.ModeDark, look.ModeSystem, true, systemIsDark, systemIsDark},
		{"chosen here", look.ModeDark, look.ModeLight, false, false, false},
		{"chosen dark", look.ModeLight, look.ModeDark, false, true, true},
		{"a word nobody wrote", "sepia", look.ModeSystem, false, systemIsDark, systemIsDark},
	} {
		t.Run(tc.says, func(t *testing.T) {
			app := test.NewTempApp(t)
			kept := desk.NewSettings(app)
			kept.SetLastLook(tc.last)
			kept.SetMode(tc.chosen)
			inline := func(f func()) { f() }
			New(app, Options{
				Workspace: scenario.Workspace{Scenarios: []scenario.Scenario{desktest.WorkedCase()}},
				LookIsSet: tc.known, Live: &live.Live{Go: func(func()) {}, Do: inline},
			})
			if got := look.Dark(); got != tc.at {
				t.Errorf("at the start it is dark: %v", got)
			}
			app.Settings().SetTheme(app.Settings().Theme()) // as Fyne does when the system answers
			if got := look.Dark(); got != tc.then {
				t.Errorf("once the system has answered it is dark: %v", got)
			}
			if got := kept.LastLook(); !tc.known && got != look.ModeLight {
				t.Errorf("for the next start %q is kept", got)
			}
		})
	}
}

func TestDotsFollowTheModeInCompare(t *testing.T) {
	a, b := desktest.WorkedCase(), desktest.FlatCase()
	a.Color, b.Color = "#F0E442", "#E69F00" // lost on white, but not on a dark ground
	d := newSeat(t, a, b)
	for _, s := range []scenario.Scenario{a, b} {
		d.Tap("scenario." + s.ID + ".tick")
	}
	d.Tap("view.compare")
	for _, mode := range []look.Mode{look.ModeDark, look.ModeLight, look.ModeDark} {
		d.p.setMode(mode)
		dots := 0
		d.Objects(func(o fyne.CanvasObject, around []fyne.CanvasObject) {
			circle, ok := o.(*canvas.Circle)
			if !ok || !desktest.Holds(around, d.p.panels[ViewCompare].Object()) || circle.Hidden {
				return
			}
			dots++
			if own := circle.FillColor == look.Hex(a.Color) || circle.FillColor == look.Hex(b.Color); own != (mode == look.ModeDark) {
				t.Errorf("%s: a dot is %v", mode, circle.FillColor)
			}
		})
		if dots < 4 { // of the charts and of the table
			t.Errorf("%s: there are %d dots", mode, dots)
		}
	}
}
