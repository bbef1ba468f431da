package plot

import (
	"image"
	"math"

	"github.com/golang/freetype/raster"
	"golang.org/x/image/math/fixed"
)

// paintStroke paints the line along the parts of the path. Upright and level
// lines are rectangles on whole pixels, at least one wide; all others are
// smoothed.
func (r *rasterRenderer) paintStroke() {
	if !r.strokes() {
		return
	}
	r.spans.use(r.img, r.brush.stroke)
	width := r.strokeWidth * r.scale
	for _, p := range r.parts {
		spots := r.spots[p.from:p.to]
		switch {
		case p.radius > 0:
			r.addCircle(spots[0], p.radius+width/2, false)
			if p.radius > width/2 {
				r.addCircle(spots[0], p.radius-width/2, true)
			}
		case len(spots) < 2:
		case upright(spots):
			r.bars(p.around(spots), p.closed, width)
		default:
			r.ribbon(p.around(spots), width)
		}
	}
	r.paint()
}

// around returns the spots of a part and, where it is closed, the first of them
// once more, in a slice of its own: those of the parts after it stay as they are.
func (p part) around(spots []spot) []spot {
	if !p.closed {
		return spots
	}
	return append(spots[:len(spots):len(spots)], spots[0])
}

// ribbon adds the line along the spots to the rasterizer.
func (r *rasterRenderer) ribbon(spots []spot, width float64) {
	if len(r.dash) > 0 {
		r.eachDash(spots, func(a, b spot) { r.addPlank(a, b, width) })
		return
	}
	r.stroke.Clear()
	r.stroke.Start(fix(spots[0]))
	for _, p := range spots[1:] {
		r.stroke.Add1(fix(p))
	}
	raster.Stroke(r.filler, r.stroke, fixed.Int26_6(math.Round(64*width)), raster.ButtCapper, raster.JoinerFunc(join))
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
func (r *rasterRenderer) addPlank(a, b spot, width float64) {
	long := math.Hypot(b.x-a.x, b.y-a.y)
	if long == 0 {
		return
	}
	nx, ny := (b.y-a.y)/long*width/2, -(b.x-a.x)/long*width/2
	r.addOutline([]spot{{a.x + nx, a.y + ny}, {b.x + nx, b.y + ny}, {b.x - nx, b.y - ny}, {a.x - nx, a.y - ny}})
}

// eachDash calls add for each straight piece of each dash along the spots.
func (r *rasterRenderer) eachDash(spots []spot, add func(a, b spot)) {
	at, left := 0, r.dash[0]*r.scale
	for i := 1; i < len(spots); i++ {
		a, b := spots[i-1], spots[i]
		long := math.Hypot(b.x-a.x, b.y-a.y)
		for done := 0.0; done < long; {
			next := math.Min(long, done+left)
			if at%2 == 0 {
				add(between(a, b, done/long), between(a, b, next/long))
			}
			left -= next - done
			done = next
			if left <= 1e-9 {
				at = (at + 1) % len(r.dash)
				left = math.Max(0.25, r.dash[at]*r.scale)
			}
		}
	}
}

func between(a, b spot, t float64) spot {
	return spot{a.x + (b.x-a.x)*t, a.y + (b.y-a.y)*t}
}

// upright reports whether all pieces between the spots are upright or level.
func upright(spots []spot) bool {
	for i := 1; i < len(spots); i++ {
		if spots[i].x != spots[i-1].x && spots[i].y != spots[i-1].y {
			return false
		}
	}
	return true
}

// bars paints upright and level lines. The corners of closed ones are filled.
func (r *rasterRenderer) bars(spots []spot, closed bool, width float64) {
	thick := max(1, whole(width))
	paint := func(a, b spot) { r.spans.rect(barOf(a, b, thick, closed)) }
	if len(r.dash) > 0 {
		r.eachDash(spots, paint)
		return
	}
	for i := 1; i < len(spots); i++ {
		paint(spots[i-1], spots[i])
	}
}

// barOf returns the rectangle of an upright or level line.
func barOf(a, b spot, thick int, corners bool) image.Rectangle {
	x0, x1 := math.Min(a.x, b.x), math.Max(a.x, b.x)
	y0, y1 := math.Min(a.y, b.y), math.Max(a.y, b.y)
	half := float64(thick) / 2
	if a.y == b.y {
		top := whole(a.y - half)
		if corners {
			x0, x1 = x0-half, x1+half
		}
		return image.Rect(whole(x0), top, whole(x1), top+thick)
	}
	left := whole(a.x - half)
	if corners {
		y0, y1 = y0-half, y1+half
	}
	return image.Rect(left, whole(y0), left+thick, whole(y1))
}
