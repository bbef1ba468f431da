package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"headroom/scenario/preset"
	"headroom/ui/desktest"
	"headroom/ui/look"
)

// leastWindow is what a screen of 1280 by 800 pixels leaves a window at scale 1.5,
// beside its frame and a panel.
var leastWindow = fyne.NewSize(848, 505)

func TestEverythingHasRoom(t *testing.T) {
	longest := preset.Default()
	longest.Name = strings.Repeat("A workspace with a very long name ", 5)
	for i := range longest.Scenarios[:4] {
		longest.View.Compared = append(longest.View.Compared[:i:i], longest.Scenarios[i].ID)
	}
	for _, size := range []fyne.Size{leastWindow, fyne.NewSize(1024, 640), fyne.NewSize(1440, 900), fyne.NewSize(3840, 2160)} {
		for _, mode := range []look.Mode{look.ModeLight, look.ModeDark} {
			for _, tc := range []struct {
				says string
				do   func(d *seat)
			}{
				{"plan", func(*seat) {}},
				{"plan by month", func(d *seat) { d.Tap("table.month"); d.Tap("chart.kind.years") }},
				{"plan with faults", func(d *seat) {
					d.Enter("terms.share.rate", "200%")
					d.Enter("outlook.streams[0].growth.2027", "a lot")
				}},
				{"plan without a cap", func(d *seat) { d.Tap("scenario.february-2026-prior") }},
				{"plan scrolled down", func(d *seat) {
					panes := splitOf(d.plan().Object())
					panes.Leading.(*container.Scroll).ScrollToBottom()
					panes.Trailing.(*container.Scroll).ScrollToBottom()
				}},
				{"compare two", func(d *seat) {
					d.Tap("scenario.april-2025.tick")
					d.Tap("scenario.slump.tick")
					d.Tap("view.compare")
				}},
				{"compare four", func(d *seat) { d.Tap("view.compare") }},
				{"compare four, the inputs", func(d *seat) {
					d.Tap("view.compare")
					d.p.Front().Object().(*fyne.Container).Objects[0].(*container.Scroll).ScrollToBottom()
				}},
				{"compare in one plot", func(d *seat) { d.Tap("view.compare"); d.Tap("compare.overlay") }},
				{"bridge", func(d *seat) { d.Tap("view.compare"); d.Tap("compare.bridge") }},
				{"explore", func(d *seat) { d.Tap("view.explore") }},
				{"explore, lines", func(d *seat) { d.Tap("view.explore"); d.Tap("tornado.spider"); d.Tap("map.fine") }},
				{"deal", func(d *seat) { d.Tap("view.deal") }},
				{"compare nothing", func(d *seat) {
					for _, s := range d.p.Compared() {
						d.Tap("scenario." + s.ID + ".tick")
					}
					d.Tap("view.compare")
				}},
			} {
				if mode == look.ModeDark && tc.says != "plan" && tc.says != "compare four" {
					continue // the colors alone are others
				}
				t.Run(fmt.Sprintf("%s %gx%g %s", tc.says, size.Width, size.Height, mode), func(t *testing.T) {
					d := sit(t, test.NewTempApp(t), longest, "")
					d.p.setMode(mode)
					if look.Dark() != (mode == look.ModeDark) {
						t.Fatal("the window has the other mode")
					}
					d.p.Window.Resize(size)
					d.Relayout()
					tc.do(d)
					d.Relayout()
					d.Draw()
					d.Fits()
					if got := d.p.Window.Content().MinSize(); got.Width > size.Width || got.Height > size.Height {
						t.Errorf("the window needs %v", got)
					}
				})
			}
		}
	}
}

func TestPromptsFitTheSmallestWindow(t *testing.T) {
	least := leastWindow
	for _, command := range []string{
		"New scenario…", "Rename…", "Shift all growth…", "Reach the cap on…", "Open…", "Save as…", "Export…", "Sources of the figures…", "Keyboard",
	} {
		t.Run(command, func(t *testing.T) {
			t.Setenv("HOME", t.TempDir())
			d := sit(t, test.NewTempApp(t), preset.Default(), "")
			d.p.Window.Resize(least)
			d.Command(command)
			d.Relayout()
			window := desktest.At(0, 0, least.Width, least.Height)
			for _, name := range []string{"dialog.ok", "dialog.cancel"} {
				if w := d.Find("button", name); w != nil && !d.Place(w).Within(window) {
					t.Errorf("%s is at %v", name, d.Place(w))
				}
			}
			if size := d.p.Prompts.All[0].Popup.MinSize(); size.Width > least.Width || size.Height > least.Height {
				t.Errorf("the prompt is %v", size)
			}
		})
	}
}

func TestNameAndStateShareTheRoomOfTheTitle(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	bar := d.p.bar
	full := func(text *look.Text) float32 { return text.FullSize().Width }
	for _, tc := range []struct {
		says, name, state string
		room              float32 // beside the gap, as a part of what both need
		shortened         []*look.Text
	}{
		{"both have room", "Plan of mine", "not saved", 1, nil},
		{"a long name gives way to a short state", strings.Repeat("long ", 20), "not saved", 0.5, []*look.Text{bar.name}},
		{"a long state to a short name", "Plan", strings.Repeat("long ", 20), 0.5, []*look.Text{bar.state}},
		{"two long ones both", strings.Repeat("name ", 20), strings.Repeat("state ", 20), 0.5, []*look.Text{bar.name, bar.state}},
	} {
		t.Run(tc.says, func(t *testing.T) {
			bar.name.SetText(tc.name)
			bar.state.SetText(tc.state)
			room := tc.room*(full(bar.name)+full(bar.state)) + titleGap
			(&titleLayout{bar}).Layout(nil, fyne.NewSize(room, 20))
			for _, text := range []*look.Text{bar.name, bar.state} {
				if short := text.Size().Width < full(text); short != slices.Contains(tc.shortened, text) {
					t.Errorf("%q has %v of the %v it needs", text.Content, text.Size().Width, full(text))
				}
			}
			if end := bar.state.Position().X + bar.state.Size().Width; end > room || bar.name.Size().Width > bar.state.Position().X {
				t.Errorf("the name ends at %v, the state goes from %v to %v of %v", bar.name.Size().Width, bar.state.Position().X, end, room)
			}
		})
	}
}
