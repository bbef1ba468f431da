package swept_test

import (
	"math"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/plot"
	"headroom/scenario/plot/layout"
	"headroom/scenario/plot/swept"
	"headroom/scenario/solve"
	"headroom/scenario/sweep"
)

func painted(t *testing.T, c plot.Chart, width, height int) {
	t.Helper()
	if _, _, err := plot.NewPainter().Paint(plot.Picture{Options: plot.Options{Width: width, Height: height}, Chart: c}); err != nil {
		t.Fatal(err)
	}
}

func TestThePlacesOfAMapLeadBackToItsCells(t *testing.T) {
	var f swept.MapFrame
	c := mapOf(t, solve.CapReached, 7, 56e9)
	c.Frame = &f
	painted(t, c, 620, 420)
	for i, x := range c.Grid.X.Values {
		for j, y := range c.Grid.Y.Values {
			gotI, gotJ, ok := f.CellAt(f.Right.At(x), f.Up.At(y))
			if !ok || gotI != i || gotJ != j {
				t.Errorf("the cell %d,%d is found at %d,%d, %v", i, j, gotI, gotJ, ok)
			}
		}
	}
	if _, _, ok := f.CellAt(f.Plot.Left-1, f.Plot.Top); ok {
		t.Error("a cell is found outside the map")
	}
	if !f.Held || math.Abs(f.Right.Value(f.Handle.X)-38e9) > 1 || math.Abs(f.Up.Value(f.Handle.Y)) > 1e-9 {
		t.Errorf("the handle is at %v, want at 38 billion and no shift", f.Handle)
	}
}

func TestAMapWithoutTheScenarioInItHasNoHandle(t *testing.T) {
	var f swept.MapFrame
	c := mapOf(t, solve.CapReached, 7, 30e9)
	c.Frame = &f
	painted(t, c, 620, 420)
	if f.Held {
		t.Errorf("a cap of 38 billion has a handle at %v on a map up to 30", f.Handle)
	}
}

// Why an input has no effect is written out in every width that the window gives the chart
// beside another, on two lines where one has no room.
func TestReasonsAreWrittenOut(t *testing.T) {
	c, lines := tornadoOf(t, solve.CapReached), map[int]bool{}
	for width := 470; width <= 700; width += 10 {
		data, err := plot.Picture{Options: plot.Options{Width: width, Height: 416}, Chart: c}.SVG()
		if err != nil {
			t.Fatal(err)
		}
		drawn := string(data)
		if strings.Contains(drawn, "…") {
			t.Errorf("%d pixels wide something is cut short", width)
		}
		lines[strings.Count(drawn, "reached before the share ends")] = true
	}
	if !lines[0] || !lines[1] {
		t.Error("the reason is not on one line in a wide chart, and on two in a narrow one")
	}
}

func TestBarsGoFromTheLeastToTheGreatest(t *testing.T) {
	var f swept.Frame
	c := tornadoOf(t, solve.CapReached)
	c.Frame = &f
	painted(t, c, 620, 420)
	if len(f.Rows) != len(c.Tornado.Bars) {
		t.Fatalf("%d rows of %d bars", len(f.Rows), len(c.Tornado.Bars))
	}
	place := func(v solve.Value) float64 { return sweep.Place(c.Tornado.Scenario, c.Tornado.Result, v) }
	for i, row := range f.Rows {
		bar := c.Tornado.Bars[i]
		if row.Input != bar.Input {
			t.Errorf("row %d is of %s, want %s", i, row.Input, bar.Input)
		}
		if row.Still != (bar.Span == 0) {
			t.Errorf("%s: still is %v", row.Input, row.Still)
		}
		if row.Still {
			continue
		}
		if math.Abs(f.Across.Value(row.Bar.Left)-place(bar.Least.Value)) > 1 || math.Abs(f.Across.Value(row.Bar.Right)-place(bar.Greatest.Value)) > 1.5 {
			t.Errorf("%s goes from %v to %v", row.Input, row.Bar.Left, row.Bar.Right)
		}
		if found, ok := f.RowAt((row.Box.Top + row.Box.Bottom) / 2); !ok || found.Input != row.Input {
			t.Errorf("%s is not found where it is", row.Input)
		}
	}
}

func TestALineIsFoundWhereItPasses(t *testing.T) {
	var f swept.Frame
	c := tornadoOf(t, solve.CapReached)
	c.Spider, c.Frame = true, &f
	painted(t, c, 620, 420)
	if len(f.Rows) < 3 {
		t.Fatalf("only %d lines", len(f.Rows))
	}
	for _, row := range f.Rows {
		end := row.Line[0]
		if found, ok := f.RowNear(end.X+0.01, end.Y); !ok || math.Abs(found.Line[0].Y-end.Y) > 1 {
			t.Errorf("where the line of %s begins, at %v, is that of %s", row.Input, end, found.Input)
		}
		if found, ok := f.RowNear(row.Box.Left+10, (row.Box.Top+row.Box.Bottom)/2); !ok || found.Input != row.Input {
			t.Errorf("%s is not found in the key", row.Input)
		}
	}
	if found, ok := f.RowNear(f.Plot.Left+1, f.Plot.Bottom-1); ok && found.Line[0].Y < f.Plot.Bottom-40 {
		t.Errorf("far below the line of %s it is found", found.Input)
	}
	c.Spider = false
	painted(t, c, 620, 420)
	for _, row := range f.Rows {
		if found, ok := f.RowNear(f.Plot.Left+1, (row.Box.Top+row.Box.Bottom)/2); !ok || found.Input != row.Input {
			t.Errorf("%s is not found at its height", row.Input)
		}
	}
}

// Each step of a map's colors is lighter than the one before, so that they need no hue.
func TestAMapIsReadWithoutColors(t *testing.T) {
	before := -1.0
	for part := 0.0; part <= 1; part += 0.05 {
		light := layout.Luminance(swept.Ramp(part))
		if light <= before {
			t.Errorf("at %.2f of the way the color is no lighter than before", part)
		}
		if ink := layout.InkOn(swept.Ramp(part)); layout.Contrast(ink, swept.Ramp(part)) < 4.5 {
			t.Errorf("at %.2f text has a contrast of %.1f", part, layout.Contrast(ink, swept.Ramp(part)))
		}
		before = light
	}
}

func TestChartsOfNothingAreRefused(t *testing.T) {
	of, _ := planned(t)
	for _, c := range []plot.Chart{swept.Tornado{Subject: of}, swept.Map{Subject: of}, swept.Safe{Subject: of}, swept.Strip{Subject: of}, swept.Evens{Subject: of}} {
		if c.Check() == nil {
			t.Errorf("%s is drawn of nothing", c.Kind())
		}
	}
}

// Whatever its size, a chart is drawn.
func TestEverySizeIsDrawn(t *testing.T) {
	for _, c := range []plot.Chart{tornadoOf(t, solve.Net), mapOf(t, solve.CapUsed, 3, 56e9), mapOf(t, solve.Headroom, 20, 56e9), safeOf(t), stripOf(t), evensOf(t, 5), evensOf(t, 50)} {
		for _, size := range [][2]int{{1, 1}, {40, 300}, {300, 40}, {3000, 2000}} {
			painted(t, c, size[0], size[1])
		}
	}
}

func TestTheUsefulRangeShowsWhereItEnds(t *testing.T) {
	c := safeOf(t)
	for _, r := range c.Ranges {
		over := swept.Useful(c.Subject.Scenario, r)
		if r.Input == scenario.InputCap && (over.Low > 18.4e9 || over.High < 41e9 || over.High > 100e9) {
			t.Errorf("the cap is shown over %v, want from below 18.4 to above 41.0 billion", over)
		}
		if over.High <= over.Low {
			t.Errorf("%s is shown over %v", r.Input, over)
		}
	}
}

// Wherever the handle of a map lies, what a cell says is not below it, nor beyond the cell.
func TestTheHandleOfAMapHidesNoWords(t *testing.T) {
	for _, size := range [][2]int{{620, 420}, {470, 300}} {
		c := mapOf(t, solve.CapReached, 7, 56e9)
		for part := 0.0; part < 1; part += 0.07 {
			at := [2]float64{20e9 + part*36e9, -0.3 + 0.6*math.Mod(part*5.3, 1)}
			c.At = &at
			var f swept.MapFrame
			c.Frame = &f
			texts := 0
			for _, box := range swept.Texts(t, c, size[0], size[1]) {
				if !f.Plot.Contains((box.Left+box.Right)/2, (box.Top+box.Bottom)/2) {
					continue
				}
				texts++
				if box.Overlaps(layout.NewRect(f.Handle.X-5, f.Handle.Y-5, f.Handle.X+5, f.Handle.Y+5)) {
					t.Errorf("%v: with the handle at %v it hides what stands in %v", size, f.Handle, box)
				}
			}
			if texts < 45 {
				t.Errorf("%v: with the handle at %v only %d cells say what they are", size, f.Handle, texts)
			}
		}
	}
}
