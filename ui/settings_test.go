package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"headroom/scenario"
	"headroom/ui/desk"
	"headroom/ui/desktest"
	"headroom/ui/look"
)

func TestSettingsAreRemembered(t *testing.T) {
	app := test.NewTempApp(t)
	workspace := scenario.Workspace{Scenarios: []scenario.Scenario{desktest.WorkedCase()}}
	d := sit(t, app, workspace, "")
	d.Reads("Drag the cap line of the chart")
	d.Tap("hint.dismiss")
	d.Command("Dark")
	d.p.Window.Resize(fyne.NewSize(1600, 1000))
	d.p.split.SetOffset(0.2)
	splitOf(d.plan().Object()).SetOffset(0.4)
	d.p.onClose()

	next := sit(t, app, workspace, "")
	if next.Says("Drag the cap line of the chart") || next.Find("button", "hint.dismiss") != nil {
		t.Error("the hint is back")
	}
	if !look.Dark() || next.p.Settings.Mode() != look.ModeDark {
		t.Error("the window is light again")
	}
	if got := next.p.Window.Canvas().Size(); got != fyne.NewSize(1600, 1000) {
		t.Errorf("the window is %v", got)
	}
	if next.p.split.Offset != 0.2 || splitOf(next.plan().Object()).Offset != 0.4 {
		t.Errorf("the panes are at %v and %v", next.p.split.Offset, splitOf(next.plan().Object()).Offset)
	}
	next.Command("Light")
	if look.Dark() {
		t.Error("the window stays dark")
	}
}

func TestTheFirstWindowFitsTheScreen(t *testing.T) {
	for _, tc := range []struct {
		says             string
		last, room, want fyne.Size
	}{
		{"a large screen", fyne.Size{}, fyne.NewSize(2552, 1404), fyne.NewSize(1440, 900)},
		{"a screen that just has room", fyne.Size{}, fyne.NewSize(1440, 900), fyne.NewSize(1440, 900)},
		{"a laptop", fyne.Size{}, fyne.NewSize(1272, 764), fyne.NewSize(1272, 764)},
		{"a laptop, magnified", fyne.Size{}, fyne.NewSize(848, 509), fyne.NewSize(848, 509)},
		{"a screen of which nothing is known", fyne.Size{}, fyne.Size{}, fyne.NewSize(1440, 900)},
		{"a window that was on a larger screen", fyne.NewSize(2000, 1200), fyne.NewSize(1272, 764), fyne.NewSize(1272, 764)},
		{"a window made small", fyne.NewSize(1100, 700), fyne.NewSize(1272, 764), fyne.NewSize(1100, 700)},
		{"a width nobody can use", fyne.NewSize(10, 10), fyne.NewSize(1272, 764), fyne.NewSize(640, 400)},
	} {
		kept := desk.NewSettings(test.NewTempApp(t))
		if !tc.last.IsZero() {
			kept.SetWindowSize(tc.last)
		}
		if got := kept.WindowSize(tc.room); got != tc.want {
			t.Errorf("%s: the window is %v, want %v", tc.says, got, tc.want)
		}
	}
}
