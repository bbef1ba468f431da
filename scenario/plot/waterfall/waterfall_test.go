package waterfall_test

import (
	"math"
	"testing"

	"headroom/scenario/plot/layout"
	"headroom/scenario/plot/paint"
	"headroom/scenario/plot/waterfall"
)

// drawn lays rows out in a page of a size, and returns the bars.
func drawn(t *testing.T, width, height float64, rows []waterfall.Row) []waterfall.Bar {
	t.Helper()
	ruler, err := paint.NewRuler()
	if err != nil {
		t.Fatal(err)
	}
	page := &layout.Page{Ruler: ruler}
	page.Start(layout.Sheet{Width: width, Height: height}, layout.Palette{})
	return waterfall.Draw(page, rows, nil, "Paid", page.Heading())
}

// rows goes from 10 to 16 by steps of +8, -3 and +1 billion.
func rows() []waterfall.Row {
	return []waterfall.Row{
		{Name: "Plan", To: 10e9, End: true},
		{Name: "Growth", From: 10e9, To: 18e9},
		{Name: "Rate", From: 18e9, To: 15e9},
		{Name: "Cap", From: 15e9, To: 16e9},
		{Name: "Other plan", To: 16e9, End: true},
	}
}

// TestBarsAreToScaleAndEachGoesOnFromTheLast holds what the bars tell.
func TestBarsAreToScaleAndEachGoesOnFromTheLast(t *testing.T) {
	for _, size := range [][2]float64{{900, 500}, {500, 300}, {1800, 1000}} {
		all := rows()
		bars := drawn(t, size[0], size[1], rows())
		if len(bars) != len(all) {
			t.Fatalf("%v: %d bars", size, len(bars))
		}
		unit := bars[0].Rect.Width() / 10 // of a billion
		for i, b := range bars {
			if want := math.Abs(all[i].To-all[i].From) / 1e9 * unit; math.Abs(b.Rect.Width()-want) > 1.5 {
				t.Errorf("%v: %s is %.1f wide, want %.1f", size, all[i].Name, b.Rect.Width(), want)
			}
			if b.Step != i-1 {
				t.Errorf("%v: %s is step %d", size, all[i].Name, b.Step)
			}
			if i > 0 && b.Row.Top < bars[i-1].Row.Bottom-0.01 {
				t.Errorf("%v: the row of %s lies over the one before", size, all[i].Name)
			}
			if b.Rect.Top < b.Row.Top || b.Rect.Bottom > b.Row.Bottom || b.Rect.Left < 0 || b.Rect.Right > size[0] {
				t.Errorf("%v: the bar of %s at %v leaves its row %v", size, all[i].Name, b.Rect, b.Row)
			}
		}
		if d := bars[1].Rect.Left - bars[0].Rect.Right; math.Abs(d) > 1.5 {
			t.Errorf("%v: growth begins %.1f from where the plan ends", size, d)
		}
		if d := bars[2].Rect.Right - bars[1].Rect.Right; math.Abs(d) > 1.5 { // a step down hangs from the same end
			t.Errorf("%v: the rate begins %.1f from where growth ends", size, d)
		}
	}
}

// Where nothing differs, and where all is nothing, the rows are still there.
func TestBarsOfNothing(t *testing.T) {
	for _, amount := range []float64{0, 5e9} {
		bars := drawn(t, 600, 300, []waterfall.Row{{Name: "One", To: amount, End: true}, {Name: "Other", To: amount, End: true}})
		if len(bars) != 2 {
			t.Fatalf("%d bars", len(bars))
		}
		for _, b := range bars {
			if r := b.Rect; math.IsNaN(r.Left) || math.IsNaN(r.Right) || r.Width() < 0 || r.Right > 600 {
				t.Errorf("of %v the bar is %v", amount, r)
			}
		}
	}
}
