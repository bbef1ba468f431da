package layout

import (
	"math"

	"headroom/scenario/plot/paint"
)

// A Rect is a rectangle in logical pixels: Right is right of Left, Bottom below
// Top.
type Rect struct{ Left, Top, Right, Bottom float64 }

// Width returns the width in logical pixels.
func (r Rect) Width() float64 { return r.Right - r.Left }

// Height returns the height in logical pixels.
func (r Rect) Height() float64 { return r.Bottom - r.Top }

// Contains reports whether the point lies within r, borders included.
func (r Rect) Contains(x, y float64) bool {
	return x >= r.Left && x <= r.Right && y >= r.Top && y <= r.Bottom
}

// NewRect returns the rectangle with these borders.
func NewRect(left, top, right, bottom float64) Rect { return Rect{left, top, right, bottom} }

// Corners returns the corners, from the upper left one on.
func (r Rect) Corners() []paint.Spot {
	return []paint.Spot{paint.XY(r.Left, r.Top), paint.XY(r.Right, r.Top), paint.XY(r.Right, r.Bottom), paint.XY(r.Left, r.Bottom)}
}

// Overlaps reports whether the rectangles have more than borders in common.
func (r Rect) Overlaps(q Rect) bool {
	return r.Left < q.Right && q.Left < r.Right && r.Top < q.Bottom && q.Top < r.Bottom
}

// Grown returns r with its borders farther out, or farther in where by is negative.
func (r Rect) Grown(by float64) Rect {
	return Rect{r.Left - by, r.Top - by, r.Right + by, r.Bottom + by}
}

// Meets reports whether any of the line piece from a to b lies within r: it
// narrows the piece to each pair of borders in turn.
func (r Rect) Meets(a, b paint.Spot) bool {
	low, high := 0.0, 1.0
	narrow := func(from, to, least, most float64) bool {
		d := to - from
		if d == 0 {
			return from >= least && from <= most
		}
		t0, t1 := (least-from)/d, (most-from)/d
		low = math.Max(low, math.Min(t0, t1))
		high = math.Min(high, math.Max(t0, t1))
		return low <= high
	}
	return narrow(a.X, b.X, r.Left, r.Right) && narrow(a.Y, b.Y, r.Top, r.Bottom)
}
