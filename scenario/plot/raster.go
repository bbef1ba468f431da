package plot

import (
	"errors"
	"image"
	"io"
	"math"

	"github.com/golang/freetype/raster"
	"github.com/wcharczuk/go-chart/v2"
	"golang.org/x/image/math/fixed"
)

// A rasterRenderer draws into an image in memory. It multiplies all coordinates,
// widths and sizes by the device scale, so that whoever draws thinks in logical
// pixels. It is used again from picture to picture.
type rasterRenderer struct {
	brush
	img    *image.RGBA
	scale  float64
	spans  spanPainter
	filler *raster.Rasterizer
	stroke raster.Path
	parts  []part
	spots  []spot // of all parts
	masks  maskCache
}

var _ surface = (*rasterRenderer)(nil)

// A part is a piece of a path in device pixels: straight pieces, or a circle
// where its radius is above 0.
type part struct {
	from, to int // its spots
	closed   bool
	radius   float64
}

func newRasterRenderer(r *ruler) *rasterRenderer {
	return &rasterRenderer{brush: brush{ruler: r, dpi: dotsPerInch}, masks: newMaskCache()}
}

// start makes the renderer draw into img. It does not clear it.
func (r *rasterRenderer) start(img *image.RGBA, scale float64) {
	if r.img == nil || r.img.Rect != img.Rect {
		r.filler = raster.NewRasterizer(img.Rect.Dx(), img.Rect.Dy())
		r.filler.UseNonZeroWinding = true
	}
	r.img, r.scale = img, scale
	r.path = r.path[:0]
}

// Fill paints the area of the path and ends the path.
func (r *rasterRenderer) Fill() {
	r.flatten()
	r.paintFill()
	r.path = r.path[:0]
}

// Stroke paints the line along the path and ends the path.
func (r *rasterRenderer) Stroke() {
	r.flatten()
	r.paintStroke()
	r.path = r.path[:0]
}

// FillStroke paints first the area, then the line, and ends the path.
func (r *rasterRenderer) FillStroke() {
	r.flatten()
	r.paintFill()
	r.paintStroke()
	r.path = r.path[:0]
}

// Save gives the image to a collector; it writes no files.
func (r *rasterRenderer) Save(w io.Writer) error {
	collector, ok := w.(chart.RGBACollector)
	if !ok {
		return errors.New("save picture: a picture in memory needs an RGBACollector")
	}
	collector.SetRGBA(r.img)
	return nil
}

// flatten turns the path into parts in device pixels.
func (r *rasterRenderer) flatten() {
	r.parts, r.spots = r.parts[:0], r.spots[:0]
	for _, m := range r.path {
		to := spot{m.x * r.scale, m.y * r.scale}
		switch m.verb {
		case verbMove:
			r.parts = append(r.parts, part{from: len(r.spots)})
			r.spots = append(r.spots, to)
		case verbCircle:
			r.parts = append(r.parts, part{from: len(r.spots), radius: m.cx * r.scale})
			r.spots = append(r.spots, to)
		case verbLine:
			r.spots = append(r.spots, to)
		case verbQuad:
			r.bend(spot{m.cx * r.scale, m.cy * r.scale}, to)
		case verbClose:
			if n := len(r.parts); n > 0 {
				r.parts[n-1].closed = true
			}
		}
		if n := len(r.parts); n > 0 {
			r.parts[n-1].to = len(r.spots)
		}
	}
}

// bend adds a quadratic curve as straight pieces of about two pixels.
func (r *rasterRenderer) bend(control, to spot) {
	if len(r.spots) == 0 {
		return
	}
	from := r.spots[len(r.spots)-1]
	long := math.Hypot(control.x-from.x, control.y-from.y) + math.Hypot(to.x-control.x, to.y-control.y)
	pieces := max(2, min(256, int(long/2)))
	for i := 1; i <= pieces; i++ {
		t := float64(i) / float64(pieces)
		a, b, c := (1-t)*(1-t), 2*t*(1-t), t*t
		r.spots = append(r.spots, spot{a*from.x + b*control.x + c*to.x, a*from.y + b*control.y + c*to.y})
	}
}

func (r *rasterRenderer) paintFill() {
	if !r.fills() {
		return
	}
	r.spans.use(r.img, r.brush.fill)
	for _, p := range r.parts {
		spots := r.spots[p.from:p.to]
		switch {
		case p.radius > 0:
			r.addCircle(spots[0], p.radius, false)
		case isRect(spots):
			r.spans.rect(rectOf(spots[0], spots[2]))
		case len(spots) > 2:
			r.addOutline(spots)
		}
	}
	r.paint()
}

// paint fills what was added to the rasterizer.
func (r *rasterRenderer) paint() {
	r.filler.Rasterize(&r.spans)
	r.filler.Clear()
}

func (r *rasterRenderer) addOutline(spots []spot) {
	r.filler.Start(fix(spots[0]))
	for _, p := range spots[1:] {
		r.filler.Add1(fix(p))
	}
	r.filler.Add1(fix(spots[0]))
}

// addCircle adds a circle as four cubic curves, which differ from a true circle
// by less than a thousandth of the radius; inwards it runs the other way round
// and so cuts a hole.
func (r *rasterRenderer) addCircle(center spot, radius float64, inwards bool) {
	k := radius * 0.5522847498
	turn := 1.0
	if inwards {
		turn = -1
	}
	at := func(x, y float64) fixed.Point26_6 { return fix(spot{center.x + x, center.y + turn*y}) }
	r.filler.Start(at(radius, 0))
	r.filler.Add3(at(radius, k), at(k, radius), at(0, radius))
	r.filler.Add3(at(-k, radius), at(-radius, k), at(-radius, 0))
	r.filler.Add3(at(-radius, -k), at(-k, -radius), at(0, -radius))
	r.filler.Add3(at(k, -radius), at(radius, -k), at(radius, 0))
}

// isRect reports whether the spots are the corners of an upright rectangle,
// whether or not they return to the first.
func isRect(s []spot) bool {
	if len(s) == 5 && s[4] == s[0] {
		s = s[:4]
	}
	if len(s) != 4 {
		return false
	}
	return s[0].y == s[1].y && s[1].x == s[2].x && s[2].y == s[3].y && s[3].x == s[0].x ||
		s[0].x == s[1].x && s[1].y == s[2].y && s[2].x == s[3].x && s[3].y == s[0].y
}

// rectOf returns the rectangle with the given corners, on whole pixels, so that
// its borders are crisp.
func rectOf(a, b spot) image.Rectangle {
	return image.Rect(whole(a.x), whole(a.y), whole(b.x), whole(b.y))
}

func whole(v float64) int { return int(math.Round(v)) }

func fix(p spot) fixed.Point26_6 {
	const far = 1 << 20
	limit := func(v float64) fixed.Int26_6 { return fixed.Int26_6(math.Round(64 * math.Max(-far, math.Min(far, v)))) }
	return fixed.Point26_6{X: limit(p.x), Y: limit(p.y)}
}
