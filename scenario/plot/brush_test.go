package plot

import (
	"bytes"
	"image"
	"math"
	"strings"
	"testing"
)

// canvas returns a renderer on an empty image of its own.
func canvas(width, height int, scale float64) *rasterRenderer {
	r := newRasterRenderer(newRuler())
	r.start(image.NewRGBA(image.Rect(0, 0, width, height)), scale)
	r.SetFillColor(black)
	r.SetStrokeColor(black)
	return r
}

// ink returns how much of the image is covered, in pixels.
func ink(r *rasterRenderer) float64 {
	sum := 0
	for i := 3; i < len(r.img.Pix); i += 4 {
		sum += int(r.img.Pix[i])
	}
	return float64(sum) / 255
}

// Areas and lengths are known, so the ink must be what they take.
func TestRasterInk(t *testing.T) {
	for _, c := range []struct {
		name  string
		scale float64
		draw  func(r *rasterRenderer)
		want  float64
	}{
		{"a disc", 1, func(r *rasterRenderer) { r.circle(20, 50, 50); r.Fill() }, math.Pi * 400},
		{"a disc at scale 1.5", 1.5, func(r *rasterRenderer) { r.circle(10, 30, 30); r.Fill() }, math.Pi * 225},
		{"a ring", 1, func(r *rasterRenderer) { r.SetStrokeWidth(4); r.circle(20, 50, 50); r.Stroke() }, math.Pi * (22*22 - 18*18)},
		{"a ring without a hole", 1, func(r *rasterRenderer) { r.SetStrokeWidth(10); r.circle(5, 50, 50); r.Stroke() }, math.Pi * 100},
		{"an upright rectangle", 1, func(r *rasterRenderer) {
			r.moveTo(10, 10)
			r.lineTo(30, 10)
			r.lineTo(30, 50)
			r.lineTo(10, 50)
			r.closePath()
			r.Fill()
		}, 800},
		{"a triangle", 1, func(r *rasterRenderer) { r.moveTo(10, 10); r.lineTo(50, 10); r.lineTo(10, 50); r.Fill() }, 800},
		{"a level line", 1, func(r *rasterRenderer) { r.SetStrokeWidth(2); r.moveTo(10, 10); r.lineTo(60, 10); r.Stroke() }, 100},
		{"a level line at scale 1.5, three pixels wide", 1.5, func(r *rasterRenderer) {
			r.SetStrokeWidth(2)
			r.moveTo(10, 10)
			r.lineTo(50, 10)
			r.Stroke()
		}, 180},
		{"a hair line is a pixel wide", 1, func(r *rasterRenderer) { r.SetStrokeWidth(0.2); r.moveTo(10, 10); r.lineTo(10, 60); r.Stroke() }, 50},
		{"no width, no line", 1, func(r *rasterRenderer) { r.moveTo(10, 10); r.lineTo(10, 60); r.Stroke() }, 0},
		{"a sloping line", 1, func(r *rasterRenderer) { r.SetStrokeWidth(2); r.moveTo(10, 10); r.lineTo(40, 50); r.Stroke() }, 100},
		{"dashes on a level line", 1, func(r *rasterRenderer) {
			r.SetStrokeWidth(2)
			r.SetStrokeDashArray([]float64{6, 4})
			r.moveTo(0, 10)
			r.lineTo(100, 10)
			r.Stroke()
		}, 120},
		{"dashes on a sloping line", 1, func(r *rasterRenderer) {
			r.SetStrokeWidth(2)
			r.SetStrokeDashArray([]float64{3, 2})
			r.moveTo(10, 10)
			r.lineTo(70, 90)
			r.Stroke()
		}, 120},
		{"dashes go on from piece to piece", 1, func(r *rasterRenderer) {
			r.SetStrokeWidth(2)
			r.SetStrokeDashArray([]float64{7, 3})
			r.moveTo(10, 10)
			r.lineTo(13, 14)
			r.lineTo(16, 18)
			r.Stroke()
		}, 14},
		{"dashes of no length come to an end", 1, func(r *rasterRenderer) {
			r.SetStrokeWidth(2)
			r.SetStrokeDashArray([]float64{0, 0})
			r.moveTo(10, 10)
			r.lineTo(70, 90)
			r.Stroke()
		}, 100},
		{"the border of a rectangle, its corners once", 1, func(r *rasterRenderer) {
			r.SetStrokeWidth(2)
			r.moveTo(10, 10)
			r.lineTo(50, 10)
			r.lineTo(50, 30)
			r.lineTo(10, 30)
			r.closePath()
			r.Stroke()
		}, 42*22 - 38*18},
		{"a closed triangle", 1, func(r *rasterRenderer) {
			r.SetStrokeWidth(2)
			r.moveTo(10, 10)
			r.lineTo(90, 10)
			r.lineTo(10, 70)
			r.closePath()
			r.Stroke()
		}, 2 * (80 + 60 + 100)},
		{"a parabola's two thirds", 1, func(r *rasterRenderer) {
			r.moveTo(10, 50)
			r.path = append(r.path, move{verb: verbQuad, cx: 40, x: 70, y: 50})
			r.Fill()
		}, 60 * 50 / 2 * 2 / 3.0},
		{"outside the image", 1, func(r *rasterRenderer) {
			r.moveTo(-1e12, -50)
			r.lineTo(1e12, -40)
			r.lineTo(1e12, -45)
			r.Fill()
		}, 0},
		{"nothing at all", 1, func(r *rasterRenderer) {
			r.Fill()
			r.Stroke()
			r.FillStroke()
			r.closePath()
			r.path = append(r.path, move{verb: verbQuad, cx: 1, cy: 2, x: 3, y: 4})
			r.Stroke()
		}, 0},
	} {
		r := canvas(100, 100, c.scale)
		c.draw(r)
		if got := ink(r); !near(got, c.want, 0.015*c.want+0.5) {
			t.Errorf("%s: %.1f pixels of ink, want %.1f", c.name, got, c.want)
		}
		if len(r.path) != 0 && c.name != "nothing at all" {
			t.Errorf("%s: the path is not ended", c.name)
		}
	}
}

// What is closed is closed by itself: two parts of one path are drawn as each is alone.
func TestClosedPartsOfOnePathAreDrawnAsAlone(t *testing.T) {
	triangle := func(r *rasterRenderer, y float64) {
		r.moveTo(10, y)
		r.lineTo(90, y+3)
		r.lineTo(50, y+40)
		r.closePath()
	}
	for name, dash := range map[string][]float64{"solid": nil, "dashed": {7, 3}} {
		together, alone := canvas(100, 100, 1), canvas(100, 100, 1)
		for _, r := range []*rasterRenderer{together, alone} {
			r.SetStrokeWidth(2)
			r.SetStrokeDashArray(dash)
			for _, y := range []float64{5, 55} {
				triangle(r, y)
				if r == alone {
					r.Stroke()
				}
			}
			r.Stroke()
		}
		if !bytes.Equal(together.img.Pix, alone.img.Pix) {
			t.Errorf("%s: %.0f pixels of ink in one path, %.0f in two", name, ink(together), ink(alone))
		}
	}
}

func TestTextIsWhereItIsMeasured(t *testing.T) {
	face, err := loadFont()
	if err != nil {
		t.Fatal(err)
	}
	for _, scale := range []float64{1, 2} {
		for _, bold := range []bool{false, true} {
			r := canvas(600, 100, scale)
			r.SetFont(face.of(bold))
			r.SetFontSize(15)
			r.SetFontColor(black)
			const body = "HHHH without the cap: $134.6B"
			r.write(body, 10, 30, 0)
			wide := r.ruler.width(body, face.of(bold), 15)
			left, top, right, bottom := 600, 100, 0, 0
			for y := range 100 {
				for x := range 600 {
					if r.img.RGBAAt(x, y).A > 60 {
						left, top, right, bottom = min(left, x), min(top, y), max(right, x+1), max(bottom, y+1)
					}
				}
			}
			covered := boxOf(10, 30, wide, 15)
			if float64(left) < covered.Left*scale || float64(right) > covered.Right*scale || float64(top) < covered.Top*scale-1 || float64(bottom) > covered.Bottom*scale+1 {
				t.Errorf("scale %v, bold %v: drawn in %d..%d, %d..%d, said to be in %+v", scale, bold, left, right, top, bottom, covered)
			}
			if float64(right-left) < 0.97*(wide-3)*scale {
				t.Errorf("scale %v, bold %v: drawn %d wide, measured %.1f", scale, bold, right-left, wide)
			}
		}
	}
}

func TestTextWithoutAFontIsNotDrawn(t *testing.T) {
	r := canvas(10, 10, 1)
	r.SetFontColor(black)
	r.SetFontSize(12)
	r.write("no font yet", 1, 8, 0)
	if ink(r) > 0 {
		t.Error("it is drawn")
	}
	if err := r.Save(&strings.Builder{}); err == nil {
		t.Error("a picture in memory is written as a file")
	}
}

func TestCachesAreBounded(t *testing.T) {
	face, err := loadFont()
	if err != nil {
		t.Fatal(err)
	}
	r := canvas(40, 40, 1)
	r.SetFont(face.regular)
	r.SetFontColor(black)
	for i := range 3 * cacheLimit {
		r.SetFontSize(4 + float64(i%100)/10)
		r.write(strings.Repeat("i", i%7)+string(rune('a'+i%26)), 1, 20, 0)
	}
	if len(r.masks.masks) > cacheLimit || len(r.ruler.widths) > cacheLimit || len(r.masks.faces) > 32 {
		t.Errorf("%d masks, %d widths, %d faces", len(r.masks.masks), len(r.ruler.widths), len(r.masks.faces))
	}
}

func TestShorten(t *testing.T) {
	face, err := loadFont()
	if err != nil {
		t.Fatal(err)
	}
	r := newRuler()
	const body = "Cumulative payments against the cap"
	whole := r.width(body, face.bold, 15)
	for _, c := range []struct {
		room float64
		want string
	}{
		{whole, body},
		{whole - 0.01, "Cumulative payments against the c…"},
		{r.width("Cumulative …", face.bold, 15), "Cumulative…"},
		{r.width("…", face.bold, 15), ""},
		{0, ""},
		{-5, ""},
	} {
		if got := r.shorten(body, face.bold, 15, c.room); got != c.want {
			t.Errorf("in %v: %q, want %q", c.room, got, c.want)
		}
	}
}
