package paint

import (
	"image"
	"math"

	"github.com/golang/freetype/raster"
	"golang.org/x/image/math/fixed"
)

// stroke paints the line of a shape. Upright and level lines are rectangles on
// whole pixels, at least one wide; all others are smoothed.
func (r *Raster) stroke(s *Shape) {
	r.runs.use(r.img, s.Stroke)
	width := s.Width * r.scale
	if s.Closed {
		r.spots = append(r.spots, r.spots[0])
	}
	switch {
	case s.disc():
		r.addRing(r.spots[0], s.Radius*r.scale, width)
	case len(r.spots) < 2:
	case upright(r.spots):
		r.bars(s, width)
	default:
		r.ribbon(s, width)
	}
	r.paint()
}

// addRing adds the line around a disc.
func (r *Raster) addRing(center Spot, radius, width float64) {
	if radius <= 0 {
		return
	}
	r.addCircle(center, radius+width/2, false)
	if radius > width/2 {
		r.addCircle(center, radius-width/2, true)
	}
}

// ribbon adds the line of a shape to the rasterizer.
func (r *Raster) ribbon(s *Shape, width float64) {
	if len(s.Dash) > 0 {
		r.eachDash(s.Dash, func(a, b Spot) { r.addPlank(a, b, width) })
		return
	}
	r.path.Clear()
	r.path.Start(fix(r.spots[0]))
	for _, p := range r.spots[1:] {
		r.path.Add1(fix(p))
	}
	raster.Stroke(r.filler, r.path, fixed.Int26_6(math.Round(64*width)), raster.ButtCapper, raster.JoinerFunc(join))
}

// join rounds the corners of a line, but not those too slight to be seen, of
// which a curve has many.
func join(lhs, rhs raster.Adder, half fixed.Int26_6, pivot, n0, n1 fixed.Point26_6) {
	dot := int64(n0.X)*int64(n1.X) + int64(n0.Y)*int64(n1.Y)
	if 100*dot > 97*int64(half)*int64(half) {
		raster.BevelJoiner.Join(lhs, rhs, half, pivot, n0, n1)
	} else {
		raster.RoundJoiner.Join(lhs, rhs, half, pivot, n0, n1)
	}
}

// addPlank adds a straight piece of a line. All planks turn the same way, so
// that they may overlap.
func (r *Raster) addPlank(a, b Spot, width float64) {
	long := math.Hypot(b.X-a.X, b.Y-a.Y)
	if long == 0 {
		return
	}
	nx, ny := (b.Y-a.Y)/long*width/2, -(b.X-a.X)/long*width/2
	r.addOutline([]Spot{{a.X + nx, a.Y + ny}, {b.X + nx, b.Y + ny}, {b.X - nx, b.Y - ny}, {a.X - nx, a.Y - ny}})
}

// eachDash calls add for each straight piece of each dash along the spots.
func (r *Raster) eachDash(dash []float64, add func(a, b Spot)) {
	at, left := 0, dash[0]*r.scale
	for i := 1; i < len(r.spots); i++ {
		a, b := r.spots[i-1], r.spots[i]
		long := math.Hypot(b.X-a.X, b.Y-a.Y)
		for done := 0.0; done < long; {
			next := math.Min(long, done+left)
			if at%2 == 0 {
				add(between(a, b, done/long), between(a, b, next/long))
			}
			left -= next - done
			done = next
			if left <= 1e-9 {
				at = (at + 1) % len(dash)
				left = math.Max(0.25, dash[at]*r.scale)
			}
		}
	}
}

func between(a, b Spot, t float64) Spot {
	return Spot{a.X + (b.X-a.X)*t, a.Y + (b.Y-a.Y)*t}
}

// upright reports whether all pieces between the spots are upright or level.
func upright(spots []Spot) bool {
	for i := 1; i < len(spots); i++ {
		if spots[i].X != spots[i-1].X && spots[i].Y != spots[i-1].Y {
			return false
		}
	}
	return true
}

// bars paints upright and level lines. The corners of closed ones are filled.
func (r *Raster) bars(s *Shape, width float64) {
	thick := max(1, whole(width))
	bar := func(a, b Spot) { r.runs.rect(barOf(a, b, thick, s.Closed)) }
	if len(s.Dash) > 0 {
		r.eachDash(s.Dash, bar)
		return
	}
	for i := 1; i < len(r.spots); i++ {
		bar(r.spots[i-1], r.spots[i])
	}
}

// barOf returns the rectangle of an upright or level line.
func barOf(a, b Spot, thick int, corners bool) image.Rectangle {
	x0, x1 := math.Min(a.X, b.X), math.Max(a.X, b.X)
	y0, y1 := math.Min(a.Y, b.Y), math.Max(a.Y, b.Y)
	half := float64(thick) / 2
	if a.Y == b.Y {
		top := whole(a.Y - half)
		if corners {
			x0, x1 = x0-half, x1+half
		}
		return image.Rect(whole(x0), top, whole(x1), top+thick)
	}
	left := whole(a.X - half)
	if corners {
		y0, y1 = y0-half, y1+half
	}
	return image.Rect(left, whole(y0), left+thick, whole(y1))
}
