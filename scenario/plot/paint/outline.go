package paint

import (
	"fmt"

	"github.com/golang/freetype/truetype"
	"golang.org/x/image/math/fixed"
)

// A move is one part of a path.
type move struct {
	verb   verb
	x, y   float64 // where it goes
	cx, cy float64 // the control point of a curve
}

type verb uint8

const (
	verbMove verb = iota
	verbLine
	verbQuad
	verbClose
)

// outlineOf returns the outlines of a line of text whose baseline begins at x, y, as
// a path of lines and quadratic curves. It fails where the font is broken.
func outlineOf(body string, font *truetype.Font, size, x, y float64) ([]move, error) {
	em := fixed.Int26_6(font.FUnitsPerEm()) // so that coordinates are units of the font
	unit := size / float64(em)
	var path []move
	var glyph truetype.GlyphBuf
	at := x
	for _, c := range body {
		if unseen(c) {
			continue
		}
		if err := glyph.Load(font, em, font.Index(c), 0); err != nil {
			return nil, fmt.Errorf("load the letter %q: %w", c, err)
		}
		from := 0
		for _, to := range glyph.Ends {
			path = appendContour(path, glyph.Points[from:to], func(p truetype.Point) Spot {
				return Spot{at + float64(p.X)*unit, y - float64(p.Y)*unit}
			})
			from = to
		}
		at += float64(glyph.AdvanceWidth) * unit
	}
	return path, nil
}

// onCurve is the flag of a point that a contour passes through; the others bend it.
const onCurve = 1

// appendContour appends a closed contour. Between two points that bend it, it passes
// through the middle.
func appendContour(path []move, points []truetype.Point, place func(truetype.Point) Spot) []move {
	n := len(points)
	if n < 2 {
		return path
	}
	spots := make([]Spot, n)
	for i, p := range points {
		spots[i] = place(p)
	}
	on := func(i int) bool { return points[i%n].Flags&onCurve != 0 }
	first := 0
	for first < n && !on(first) {
		first++
	}
	start := between(spots[n-1], spots[0], 0.5)
	if first < n {
		start = spots[first]
	} else {
		first = -1 // none is passed through: the contour begins before its first point
	}
	path = append(path, move{verb: verbMove, x: start.X, y: start.Y})
	for i := first + 1; i <= first+n; i++ {
		at := spots[i%n]
		if on(i) {
			if i < first+n { // else closing the contour leads there
				path = append(path, move{verb: verbLine, x: at.X, y: at.Y})
			}
			continue
		}
		to := start
		switch {
		case i == first+n:
		case on(i + 1):
			i++
			to = spots[i%n]
		default:
			to = between(at, spots[(i+1)%n], 0.5)
		}
		path = append(path, move{verb: verbQuad, cx: at.X, cy: at.Y, x: to.X, y: to.Y})
	}
	return append(path, move{verb: verbClose})
}
