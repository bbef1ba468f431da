package rail_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"headroom/scenario/preset"
	"headroom/ui/look"
	"headroom/ui/rail"
	"headroom/ui/windowtest"
)

// railHas returns the width of the rail in a window of that width.
func (d *seat) railHas(window float32) float32 {
	d.P.Window.Resize(fyne.NewSize(window, 600))
	d.Relayout()
	return d.rail.Object().Size().Width
}

func TestTheRailFoldsInANarrowWindow(t *testing.T) {
	d := at(windowtest.Default(t))
	for _, tc := range []struct {
		window float32
		folded bool
	}{{1010, false}, {1009, true}, {848, true}, {1010, false}, {1440, false}} {
		width := d.railHas(tc.window)
		if tc.folded != (width < rail.Whole) {
			t.Errorf("in a window %v wide the rail has %v", tc.window, width)
		}
		if d.Says("Cap reached Aug 2028") == tc.folded || !d.Says("Aug 2028") {
			t.Errorf("in a window %v wide the cards say the wrong thing", tc.window)
		}
		if (d.Find("button", "scenario.duplicate") == nil) != tc.folded {
			t.Errorf("in a window %v wide Duplicate is in sight or not, wrongly", tc.window)
		}
		card := d.Widget("button", "scenario.july-2026").(*look.CardButton)
		if all := strings.Contains(card.Tooltip(), "July 2026 plan\nCap reached Aug 2028\nPaid"); all != tc.folded {
			t.Errorf("in a window %v wide a card says on hover %q", tc.window, card.Tooltip())
		}
		if card.Size().Height < card.MinSize().Height {
			t.Errorf("in a window %v wide a card is %v high, but needs %v", tc.window, card.Size().Height, card.MinSize().Height)
		}
	}
}

func TestTheRailKeepsItsShareOverNarrowWindows(t *testing.T) {
	app := test.NewTempApp(t)
	d := at(windowtest.In(t, app, preset.Default()))
	d.railHas(1600)
	d.split().SetOffset(0.25)
	before := d.rail.Object().Size().Width
	d.railHas(900)
	if after := d.railHas(1600); after != before {
		t.Errorf("the rail had %v, and has %v", before, after)
	}
	d.railHas(900)
	d.Command("Quit")
	next := at(windowtest.In(t, app, preset.Default()))
	if after := next.railHas(1600); after != before {
		t.Errorf("the rail had %v, and has %v in the next run", before, after)
	}
	next.split().SetOffset(0) // folded by hand
	next.railHas(1700)
	if after := next.railHas(1600); after != rail.Folded {
		t.Errorf("folded by hand the rail has %v", after)
	}
}

func TestNamesOnCardsBreakByTheRoomThereIs(t *testing.T) {
	d := at(windowtest.Sit(t, preset.Default()))
	const name = "February 2026 plan, prior terms"
	lines := func(width float32, offset float64) [2]string {
		t.Helper()
		d.P.Window.Resize(fyne.NewSize(width, 900))
		d.split().SetOffset(offset)
		d.Relayout()
		d.Draw()
		for _, card := range d.rail.Cards() {
			if got := card.Name(); card.ID() == "february-2026-prior" {
				if shown := got[1].Visible(); shown != (got[1].Content != "") {
					t.Errorf("at %v: the second line %q is shown: %v", width, got[1].Content, shown)
				}
				if height := card.Button().Size().Height; height < card.Button().MinSize().Height {
					t.Errorf("at %v: the card is %v high and needs %v", width, height, card.Button().MinSize().Height)
				}
				return [2]string{got[0].Content, got[1].Content}
			}
		}
		t.Fatal("no card")
		return [2]string{}
	}
	broken, whole := [2]string{"February 2026 plan,", "prior terms"}, [2]string{name, ""}
	if got := lines(1440, 0.165); got != broken {
		t.Errorf("narrow: %q", got)
	}
	if got := lines(1440, 0.3); got != whole {
		t.Errorf("widened: %q", got)
	}
	if got := lines(1440, 0.165); got != broken {
		t.Errorf("narrow again: %q", got)
	}
}
