package paint

import (
	"image"
	"image/color"
	"math"
	"strings"
	"testing"
)

var black = color.NRGBA{A: 255}

// canvas returns a raster on an empty image of its own.
func canvas(t *testing.T, width, height int, scale float64) *Raster {
	t.Helper()
	ruler, err := NewRuler()
	if err != nil {
		t.Fatal(err)
	}
	r := NewRaster(ruler)
	r.Start(image.NewRGBA(image.Rect(0, 0, width, height)), scale)
	return r
}

// ink returns how much of the image is covered, in pixels.
func ink(r *Raster) float64 {
	sum := 0
	for i := 3; i < len(r.img.Pix); i += 4 {
		sum += int(r.img.Pix[i])
	}
	return float64(sum) / 255
}

// spots returns the places of the given coordinates, each x before its y.
func spots(coordinates ...float64) []Spot {
	var out []Spot
	for i := 0; i < len(coordinates); i += 2 {
		out = append(out, Spot{coordinates[i], coordinates[i+1]})
	}
	return out
}

// Areas and lengths are known, so the ink must be what they take.
func TestRasterInk(t *testing.T) {
	area := func(coordinates ...float64) Shape {
		return Shape{Spots: spots(coordinates...), Closed: true, Fill: black}
	}
	line := func(width float64, dash []float64, coordinates ...float64) Shape {
		return Shape{Spots: spots(coordinates...), Stroke: black, Width: width, Dash: dash}
	}
	closed := func(s Shape) Shape { s.Closed = true; return s }
	disc := func(x, y, radius float64) Shape { return Shape{Spots: spots(x, y), Radius: radius, Fill: black} }
	ring := func(x, y, radius, width float64) Shape {
		return Shape{Spots: spots(x, y), Radius: radius, Stroke: black, Width: width}
	}
	both := area(10, 10, 30, 10, 30, 50, 10, 50)
	both.Stroke, both.Width = black, 2
	for _, c := range []struct {
		name  string
		scale float64
		shape Shape
		want  float64
	}{
		{"a disc", 1, disc(50, 50, 20), math.Pi * 400},
		{"a disc at scale 1.5", 1.5, disc(30, 30, 10), math.Pi * 225},
		{"a disc of no size", 1, disc(30, 30, 0), 0},
		{"a ring", 1, ring(50, 50, 20, 4), math.Pi * (22*22 - 18*18)},
		{"a ring without a hole", 1, ring(50, 50, 5, 10), math.Pi * 100},
		{"a ring of no size", 1, ring(50, 50, 0, 10), 0},
		{"an upright rectangle", 1, area(10, 10, 30, 10, 30, 50, 10, 50), 800},
		{"an upright rectangle that returns to where it begins", 1, area(10, 10, 30, 10, 30, 50, 10, 50, 10, 10), 800},
		{"an upright rectangle with a border", 1, both, 22 * 42},
		{"a triangle", 1, area(10, 10, 50, 10, 10, 50), 800},
		{"an area of two places", 1, area(10, 10, 50, 30), 0},
		{"a level line", 1, line(2, nil, 10, 10, 60, 10), 100},
		{"a level line at scale 1.5, three pixels wide", 1.5, line(2, nil, 10, 10, 50, 10), 180},
		{"a hair line is a pixel wide", 1, line(0.2, nil, 10, 10, 10, 60), 50},
		{"no width, no line", 1, line(0, nil, 10, 10, 10, 60), 0},
		{"a sloping line", 1, line(2, nil, 10, 10, 40, 50), 100},
		{"dashes on a level line", 1, line(2, []float64{6, 4}, 0, 10, 100, 10), 120},
		{"dashes on a sloping line", 1, line(2, []float64{3, 2}, 10, 10, 70, 90), 120},
		{"dashes go on from piece to piece", 1, line(2, []float64{7, 3}, 10, 10, 13, 14, 16, 18), 14},
		{"dashes of no length come to an end", 1, line(2, []float64{0, 0}, 10, 10, 70, 90), 100},
		{"the border of a rectangle, its corners once", 1, closed(line(2, nil, 10, 10, 50, 10, 50, 30, 10, 30)), 42*22 - 38*18},
		{"a closed triangle", 1, closed(line(2, nil, 10, 10, 90, 10, 10, 70)), 2 * (80 + 60 + 100)},
		{"a closed triangle, dashed", 1, closed(line(2, []float64{5, 5}, 10, 10, 90, 10, 10, 70)), 80 + 60 + 100},
		{"outside the image", 1, Shape{Spots: spots(-1e12, -50, 1e12, -40, 1e12, -45), Fill: black}, 0},
		{"nothing at all", 1, Shape{Fill: black, Stroke: black, Width: 2, Closed: true}, 0},
	} {
		r := canvas(t, 100, 100, c.scale)
		r.Shape(&c.shape)
		if got := ink(r); math.Abs(got-c.want) > 0.015*c.want+0.5 {
			t.Errorf("%s: %.1f pixels of ink, want %.1f", c.name, got, c.want)
		}
	}
}

// One shape leaves no trace in the next.
func TestShapesAreDrawnAsEachIsAlone(t *testing.T) {
	for name, dash := range map[string][]float64{"solid": nil, "dashed": {7, 3}} {
		triangle := func(y float64) *Shape {
			return &Shape{Spots: spots(10, y, 90, y+3, 50, y+40), Closed: true, Stroke: black, Width: 2, Dash: dash}
		}
		together, first, second := canvas(t, 100, 100, 1), canvas(t, 100, 100, 1), canvas(t, 100, 100, 1)
		for _, y := range []float64{5, 55} {
			together.Shape(triangle(y))
		}
		first.Shape(triangle(5))
		second.Shape(triangle(55))
		for i := range together.img.Pix {
			if together.img.Pix[i] != max(first.img.Pix[i], second.img.Pix[i]) {
				t.Fatalf("%s: %.0f pixels of ink, alone %.0f and %.0f", name, ink(together), ink(first), ink(second))
			}
		}
	}
}

// A caller's shape is still its own afterwards: it may be painted on more than one
// surface.
func TestPaintingLeavesAShapeAsItIs(t *testing.T) {
	all := spots(10, 10, 20, 30, 40, 20, 99, 99)
	s := Shape{Spots: all[:3], Closed: true, Stroke: black, Width: 2}
	r := canvas(t, 50, 50, 2)
	r.Shape(&s)
	NewSVG(r.ruler, 50, 50, "", false).Shape(&s)
	if all[0] != (Spot{10, 10}) || all[3] != (Spot{99, 99}) || len(s.Spots) != 3 {
		t.Errorf("it has become %v of %v", s.Spots, all)
	}
}

func TestTextIsWhereItIsMeasured(t *testing.T) {
	const rise, fall = 0.78, 0.24 // of the letters below, as parts of their size
	for _, scale := range []float64{1, 2} {
		for _, bold := range []bool{false, true} {
			r := canvas(t, 600, 100, scale)
			const body, size = "HHHH without the cap: $134.6B", 15.0
			r.Text(&Text{Body: body, X: 10, Y: 30, Size: size, Bold: bold, Color: black})
			wide := r.ruler.Width(body, bold, size)
			left, top, right, bottom := 600, 100, 0, 0
			for y := range 100 {
				for x := range 600 {
					if r.img.RGBAAt(x, y).A > 60 {
						left, top, right, bottom = min(left, x), min(top, y), max(right, x+1), max(bottom, y+1)
					}
				}
			}
			if float64(left) < 10*scale || float64(right) > (10+wide)*scale ||
				float64(top) < (30-rise*size)*scale-1 || float64(bottom) > (30+fall*size)*scale+1 {
				t.Errorf("scale %v, bold %v: drawn in %d..%d, %d..%d, measured %v from 10", scale, bold, left, right, top, bottom, wide)
			}
			if float64(right-left) < 0.97*(wide-3)*scale {
				t.Errorf("scale %v, bold %v: drawn %d wide, measured %.1f", scale, bold, right-left, wide)
			}
		}
	}
}

func TestNothingIsWrittenWithoutAColorOrWords(t *testing.T) {
	r := canvas(t, 40, 20, 1)
	r.Text(&Text{Body: "words", X: 1, Y: 12, Size: 12})
	r.Text(&Text{X: 1, Y: 12, Size: 12, Color: black})
	if ink(r) > 0 {
		t.Error("it is drawn")
	}
}

func TestCachesAreBounded(t *testing.T) {
	r := canvas(t, 40, 40, 1)
	for i := range 3 * cacheLimit {
		r.Text(&Text{
			Body: strings.Repeat("i", i%7) + string(rune('a'+i%26)), X: 1, Y: 20, Size: 4 + float64(i%100)/10, Color: black,
		})
	}
	if len(r.masks.masks) > cacheLimit || len(r.ruler.widths) > cacheLimit || len(r.masks.faces) > 32 {
		t.Errorf("%d masks, %d widths, %d faces", len(r.masks.masks), len(r.ruler.widths), len(r.masks.faces))
	}
}

func TestShorten(t *testing.T) {
	r := canvas(t, 1, 1, 1).ruler
	const body = "Cumulative payments against the cap"
	whole := r.Width(body, true, 15)
	for _, c := range []struct {
		room float64
		want string
	}{
		{whole, body},
		{whole - 0.01, "Cumulative payments against the c…"},
		{r.Width("Cumulative …", true, 15), "Cumulative…"},
		{r.Width("…", true, 15), ""},
		{0, ""},
		{-5, ""},
	} {
		if got := r.Shorten(body, true, 15, c.room); got != c.want {
			t.Errorf("in %v: %q, want %q", c.room, got, c.want)
		}
	}
}

// On a part of an image stands what would stand there on the whole, and the rest of it
// stays as it is.
func TestAPartIsPaintedAsTheWhole(t *testing.T) {
	paintOn := func(r *Raster) {
		gray := color.NRGBA{R: 90, G: 120, B: 30, A: 128}
		for _, s := range []Shape{
			{Spots: spots(0, 0, 90, 0, 90, 60, 0, 60), Closed: true, Fill: gray}, // beyond all edges
			{Spots: spots(50, 30), Radius: 17.3, Fill: black},
			{Spots: spots(3, 55, 41.5, 20.2, 88, 48), Stroke: gray, Width: 3.3, Dash: []float64{5, 2}},
			{Spots: spots(20, 20, 70, 20, 45, 44), Closed: true, Fill: gray, Stroke: black, Width: 1},
		} {
			r.Shape(&s)
		}
		r.Text(&Text{Body: "Headroom", X: 10, Y: 33, Size: 14, Color: black})
	}
	for _, part := range []image.Rectangle{
		image.Rect(60, 40, 200, 132), image.Rect(0, 0, 130, 80), image.Rect(120, 62, 360, 240), {},
	} {
		whole, within := canvas(t, 360, 240, 4), canvas(t, 360, 240, 4)
		paintOn(whole)
		sheet := within.img
		within.Start(sheet.SubImage(part).(*image.RGBA), 4)
		paintOn(within)
		for y := range 240 {
			for x := range 360 {
				want := color.RGBA{}
				if image.Pt(x, y).In(part) {
					want = whole.img.RGBAAt(x, y)
				}
				if got := sheet.RGBAAt(x, y); got != want {
					t.Fatalf("%v: at %d, %d is %v, want %v", part, x, y, got, want)
				}
			}
		}
	}
}
