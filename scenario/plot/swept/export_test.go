package swept

import (
	"testing"

	"headroom/scenario/plot"
	"headroom/scenario/plot/layout"
)

// Ramp is the color of a part of the way from the least result to the greatest.
var Ramp = ramp

// Useful returns the range that a row covers.
var Useful = useful

// Texts returns where the texts of a chart are that is laid out in a size.
func Texts(tb testing.TB, c plot.Chart, width, height int) (boxes []layout.Rect) {
	tb.Helper()
	spied := spy{c, &boxes}
	if _, _, err := plot.NewPainter().Paint(plot.Picture{Options: plot.Options{Width: width, Height: height}, Chart: spied}); err != nil {
		tb.Fatal(err)
	}
	return boxes
}

type spy struct {
	plot.Chart
	boxes *[]layout.Rect
}

func (s spy) Draw(d *plot.Drawing, inks []layout.Palette) {
	s.Chart.Draw(d, inks)
	for _, t := range d.Texts {
		*s.boxes = append(*s.boxes, t.Box)
	}
}
