package paint

import (
	"image"
	"math"

	"github.com/golang/freetype/raster"
	"golang.org/x/image/math/fixed"
)

// A Raster paints onto an image in memory. It multiplies all coordinates, widths
// and sizes by the device scale, so that whoever draws thinks in logical pixels.
// It is used again from picture to picture, and must not be used by two
// goroutines at once.
type Raster struct {
	ruler  *Ruler
	img    *image.RGBA
	scale  float64
	runs   runPainter
	filler *raster.Rasterizer
	path   raster.Path
	spots  []Spot // of the shape that is painted, in device pixels
	masks  maskCache
}

var _ Surface = (*Raster)(nil)

// NewRaster returns a raster whose texts are measured with the given ruler. It
// paints nothing before Start.
func NewRaster(r *Ruler) *Raster { return &Raster{ruler: r, masks: newMaskCache()} }

// Start makes the raster paint onto img, with the given number of device pixels a
// logical pixel. It does not clear the image. On a part of one it paints what lies
// within the part, at the places it would have in the whole.
func (r *Raster) Start(img *image.RGBA, scale float64) {
	if r.img == nil || r.img.Rect != img.Rect {
		r.filler = raster.NewRasterizer(img.Rect.Max.X, img.Rect.Max.Y)
		r.filler.UseNonZeroWinding = true
	}
	r.img, r.scale = img, scale
}

// Shape paints first the area of a shape, then its line.
func (r *Raster) Shape(s *Shape) {
	r.spots = r.spots[:0]
	for _, p := range s.Spots {
		r.spots = append(r.spots, Spot{p.X * r.scale, p.Y * r.scale})
	}
	if len(r.spots) == 0 {
		return
	}
	if s.fills() {
		r.fill(s)
	}
	if s.strokes() {
		r.stroke(s)
	}
}

func (r *Raster) fill(s *Shape) {
	r.runs.use(r.img, s.Fill)
	switch {
	case s.disc():
		r.addDisc(r.spots[0], s.Radius*r.scale)
	case isRect(r.spots):
		r.runs.rect(rectOf(r.spots[0], r.spots[2]))
	case len(r.spots) > 2:
		r.addOutline(r.spots)
	}
	r.paint()
}

// paint fills what was added to the rasterizer.
func (r *Raster) paint() {
	r.filler.Rasterize(&r.runs)
	r.filler.Clear()
}

func (r *Raster) addOutline(spots []Spot) {
	r.filler.Start(fix(spots[0]))
	for _, p := range spots[1:] {
		r.filler.Add1(fix(p))
	}
	r.filler.Add1(fix(spots[0]))
}

// addDisc adds a disc where it has a radius.
func (r *Raster) addDisc(center Spot, radius float64) {
	if radius > 0 {
		r.addCircle(center, radius, false)
	}
}

// addCircle adds a circle as four cubic curves, which differ from a true circle
// by less than a thousandth of the radius; inwards it runs the other way round
// and so cuts a hole.
func (r *Raster) addCircle(center Spot, radius float64, inwards bool) {
	k := radius * 0.5522847498
	turn := 1.0
	if inwards {
		turn = -1
	}
	at := func(x, y float64) fixed.Point26_6 { return fix(Spot{center.X + x, center.Y + turn*y}) }
	r.filler.Start(at(radius, 0))
	r.filler.Add3(at(radius, k), at(k, radius), at(0, radius))
	r.filler.Add3(at(-k, radius), at(-radius, k), at(-radius, 0))
	r.filler.Add3(at(-radius, -k), at(-k, -radius), at(0, -radius))
	r.filler.Add3(at(k, -radius), at(radius, -k), at(radius, 0))
}

// isRect reports whether the spots are the corners of an upright rectangle,
// whether or not they return to the first.
func isRect(s []Spot) bool {
	if len(s) == 5 && s[4] == s[0] {
		s = s[:4]
	}
	if len(s) != 4 {
		return false
	}
	return s[0].Y == s[1].Y && s[1].X == s[2].X && s[2].Y == s[3].Y && s[3].X == s[0].X ||
		s[0].X == s[1].X && s[1].Y == s[2].Y && s[2].X == s[3].X && s[3].Y == s[0].Y
}

// rectOf returns the rectangle with the given corners, on whole pixels, so that
// its borders are crisp.
func rectOf(a, b Spot) image.Rectangle {
	return image.Rect(whole(a.X), whole(a.Y), whole(b.X), whole(b.Y))
}

func whole(v float64) int { return int(math.Round(v)) }

func fix(p Spot) fixed.Point26_6 {
	const far = 1 << 20
	limit := func(v float64) fixed.Int26_6 { return fixed.Int26_6(math.Round(64 * math.Max(-far, math.Min(far, v)))) }
	return fixed.Point26_6{X: limit(p.X), Y: limit(p.Y)}
}
