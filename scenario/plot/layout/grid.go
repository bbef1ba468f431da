package layout

import (
	"math"

	"headroom/scenario/plot/paint"
)

// DrawGrid draws the lines of the vertical axis, with gaps where texts stand.
func (l *Page) DrawGrid() {
	plot := l.Frame.Plot
	for _, y := range l.Levels {
		from := plot.Left
		for from < plot.Right {
			gap := l.gapAfter(from, y)
			to := math.Min(plot.Right, gap.Left)
			if to > from {
				l.Grid = append(l.Grid, paint.Shape{Spots: []paint.Spot{paint.XY(from, y), paint.XY(to, y)}, Stroke: l.Colors.Grid, Width: l.Unit})
			}
			from = gap.Right
		}
	}
}

// gapAfter returns the first box of a text that a level line meets right of x,
// or one beyond the plot.
func (l *Page) gapAfter(x, y float64) Rect {
	plot := l.Frame.Plot
	next := Rect{Left: plot.Right, Right: plot.Right}
	for _, t := range l.Texts {
		box := t.Box.Grown(3 * l.Unit)
		if y > t.Box.Top && y < t.Box.Bottom && box.Right > x && box.Left < next.Left && t.Box.Left >= plot.Left {
			next = box
		}
	}
	return next
}

// Upright draws an upright line of the grid from top to bottom, with gaps where texts
// stand.
func (l *Page) Upright(x, top, bottom float64) {
	from := top
	for from < bottom {
		gap := Rect{Top: bottom, Bottom: bottom}
		for _, t := range l.Texts {
			box := t.Box.Grown(2 * l.Unit)
			if x > box.Left && x < box.Right && box.Bottom > from && box.Top < gap.Top {
				gap = box
			}
		}
		if to := math.Min(bottom, gap.Top); to > from {
			l.Grid = append(l.Grid, paint.Shape{Spots: []paint.Spot{paint.XY(x, from), paint.XY(x, to)}, Stroke: l.Colors.Grid, Width: l.Unit})
		}
		from = gap.Bottom
	}
}
