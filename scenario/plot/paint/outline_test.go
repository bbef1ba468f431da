package paint

import (
	"math"
	"testing"
)

// The outline of a letter covers what the letter does: filled by the rasterizer it
// is the letter, pixel by pixel.
func TestAnOutlineIsTheLetter(t *testing.T) {
	for _, bold := range []bool{false, true} {
		// Letters with holes, of several parts, put together of others, and a mark.
		for _, body := range []string{"B", "8", "%", "i", "é", "Ǖ", "$38.0B −&@ Ж", "e\u0301"} {
			const size = 48
			letters, filled := canvas(t, 400, 90, 1), canvas(t, 400, 90, 1)
			letters.Text(&Text{Body: body, X: 10, Y: 60, Size: size, Bold: bold, Color: black})
			path, err := outlineOf(body, filled.ruler.face.of(bold), size, 10, 60)
			if err != nil {
				t.Fatal(err)
			}
			fillPath(filled, path)
			covered, off := 0, 0.0
			for i := 3; i < len(letters.img.Pix); i += 4 {
				covered += int(letters.img.Pix[i])
				off += math.Abs(float64(letters.img.Pix[i]) - float64(filled.img.Pix[i]))
			}
			if covered == 0 || off > 0.1*float64(covered) {
				t.Errorf("bold %v, %q: %.1f%% of what the letters cover differs", bold, body, 100*off/float64(covered))
			}
		}
	}
}

// fillPath fills an outline.
func fillPath(r *Raster, path []move) {
	r.runs.use(r.img, black)
	var start Spot
	for _, m := range path {
		switch m.verb {
		case verbMove:
			start = Spot{m.x, m.y}
			r.filler.Start(fix(start))
		case verbLine:
			r.filler.Add1(fix(Spot{m.x, m.y}))
		case verbQuad:
			r.filler.Add2(fix(Spot{m.cx, m.cy}), fix(Spot{m.x, m.y}))
		case verbClose:
			r.filler.Add1(fix(start))
		}
	}
	r.paint()
}
