package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"headroom/scenario/preset"
	"headroom/ui/look"
)

// railHas returns the width of the rail in a window of that width.
func (d *seat) railHas(window float32) float32 {
	d.p.Window.Resize(fyne.NewSize(window, 600))
	d.Relayout()
	return d.p.rail.content.Size().Width
}

func TestTheRailFoldsInANarrowWindow(t *testing.T) {
	d := sitDefault(t)
	for _, tc := range []struct {
		window float32
		folded bool
	}{{1010, false}, {1009, true}, {848, true}, {1010, false}, {1440, false}} {
		width := d.railHas(tc.window)
		if tc.folded != (width < railWhole) {
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
	d := sit(t, app, preset.Default(), "")
	d.railHas(1600)
	d.p.split.SetOffset(0.25)
	before := d.p.rail.content.Size().Width
	d.railHas(900)
	if after := d.railHas(1600); after != before {
		t.Errorf("the rail had %v, and has %v", before, after)
	}
	d.railHas(900)
	d.p.onClose()
	next := sit(t, app, preset.Default(), "")
	if after := next.railHas(1600); after != before {
		t.Errorf("the rail had %v, and has %v in the next run", before, after)
	}
	next.p.split.SetOffset(0) // folded by hand
	next.railHas(1700)
	if after := next.railHas(1600); after != railFolded {
		t.Errorf("folded by hand the rail has %v", after)
	}
}
