package layout

import (
	"image/color"
	"math"

	"headroom/scenario/plot/paint"
)

// The dashes of lines, in logical pixels, before Page.Unit.
var (
	DashCap  = []float64{8, 5}
	DashDue  = []float64{2, 3.5}
	DashDrop = []float64{2, 3}
)

const (
	WidthLine = 2.4
	WidthDue  = 1.4
	WidthCap  = 1.8
	RadiusDot = 4.5
	RadiusCap = 5.0
)

// Shows reports whether a time lies within the plot.
func (l *Page) Shows(t float64) bool {
	return t >= float64(l.Frame.From) && t <= float64(l.Frame.Through+1)
}

// Baseline draws the line at $0.
func (l *Page) Baseline() {
	plot := l.Frame.Plot
	l.Line(l.Colors.Axis, l.Unit, nil, paint.XY(plot.Left, plot.Bottom), paint.XY(plot.Right, plot.Bottom))
}

// Rule draws the cap line, but where another line lies on it, since dashes over a
// line make a zebra.
func (l *Page) Rule(y float64, lines ...[]paint.Spot) {
	plot := l.Frame.Plot
	from := plot.Left
	for from < plot.Right {
		next, rest := plot.Right, plot.Right
		for _, line := range lines {
			for i := 1; i < len(line); i++ {
				a, b := line[i-1], line[i]
				if math.Abs(a.Y-y) < 0.5 && math.Abs(b.Y-y) < 0.5 && b.X > from && a.X < next {
					next, rest = math.Max(from, a.X), b.X
				}
			}
		}
		if next > from {
			l.Line(l.Colors.Strong, WidthCap*l.Unit, l.Dashes(DashCap), paint.XY(from, y), paint.XY(next, y))
		}
		from = rest
	}
	l.Avoid([]paint.Spot{paint.XY(plot.Left, y), paint.XY(plot.Right, y)})
}

// Arrow marks where a line leaves the plot above, and reports whether it does.
func (l *Page) Arrow(line []paint.Spot) bool {
	n := len(line)
	if n < 2 || line[n-1].Y > l.Frame.Plot.Top+0.01 || line[n-2].Y <= line[n-1].Y {
		return false
	}
	at, from := line[n-1], line[n-2]
	long := math.Hypot(at.X-from.X, at.Y-from.Y)
	dx, dy := (at.X-from.X)/long*arrowLong*l.Unit, (at.Y-from.Y)/long*arrowLong*l.Unit
	l.Area(l.Colors.Line, at, paint.XY(at.X-dx+dy/2, at.Y-dy-dx/2), paint.XY(at.X-dx-dy/2, at.Y-dy+dx/2))
	return true
}

// arrowLong is the length of an arrow, before Page.Unit.
const arrowLong = 10.0

// Drop draws the line from where the cap is reached down to the time axis.
func (l *Page) Drop(from paint.Spot) {
	ends := []paint.Spot{from, paint.XY(from.X, l.Frame.Plot.Bottom)}
	l.Line(l.Colors.Line, 1.2*l.Unit, l.Dashes(DashDrop), ends...)
	l.Avoid(ends)
}

// Mark draws a disc, or a ring where it is hollow.
func (l *Page) Mark(at paint.Spot, radius float64, hollow bool) {
	radius *= l.Unit
	if hollow {
		l.Disc(at, radius, l.Colors.Under, l.Colors.Line, WidthLine*l.Unit)
	} else {
		l.Disc(at, radius+0.75*l.Unit, l.Colors.Line, l.Colors.Under, 1.5*l.Unit)
	}
	reach := radius + 2*l.Unit
	l.Discs = append(l.Discs, Rect{at.X, at.Y, at.X, at.Y}.Grown(reach))
}

// Dashes returns a pattern of strokes and gaps in the size of the page.
func (l *Page) Dashes(pattern []float64) []float64 {
	if l.Unit == 1 {
		return pattern
	}
	scaled := make([]float64, len(pattern))
	for i, d := range pattern {
		scaled[i] = d * l.Unit
	}
	return scaled
}

// Bordered fills an area and draws a border within it.
func (l *Page) Bordered(r Rect, fill, border color.NRGBA) {
	width := math.Min(1.2*l.Unit, math.Min(r.Width(), r.Height())/2)
	l.Fill(fill, r)
	l.Shape(paint.Shape{Spots: r.Grown(-width / 2).Corners(), Closed: true, Stroke: border, Width: width})
}
