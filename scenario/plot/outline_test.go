package plot

import (
	"bytes"
	"image"
	"math"
	"strings"
	"testing"
)

// The outline of a letter covers what the letter does: filled by the rasterizer it
// is the letter, pixel by pixel.
func TestAnOutlineIsTheLetter(t *testing.T) {
	face, err := loadFont()
	if err != nil {
		t.Fatal(err)
	}
	for _, bold := range []bool{false, true} {
		// Letters with holes, of several parts, put together of others, and a mark.
		for _, body := range []string{"B", "8", "%", "i", "é", "Ǖ", "$38.0B −&@ Ж", "e\u0301"} {
			const wide, high, size, scale = 400, 90, 48, 1
			pixels := func(draw func(r *rasterRenderer)) *image.RGBA {
				img := image.NewRGBA(image.Rect(0, 0, wide, high))
				r := newRasterRenderer(newRuler())
				r.start(img, scale)
				draw(r)
				return img
			}
			letters := pixels(func(r *rasterRenderer) {
				r.SetFont(face.of(bold))
				r.SetFontSize(size)
				r.SetFontColor(black)
				r.write(body, 10, 60, 0)
			})
			filled := pixels(func(r *rasterRenderer) {
				path, err := outlineOf(body, face.of(bold), size, 10, 60)
				if err != nil {
					t.Fatal(err)
				}
				r.path = path
				r.SetFillColor(black)
				r.Fill()
			})
			covered, off := 0, 0.0
			for i := 3; i < len(letters.Pix); i += 4 {
				covered += int(letters.Pix[i])
				off += math.Abs(float64(letters.Pix[i]) - float64(filled.Pix[i]))
			}
			if covered == 0 || off > 0.1*float64(covered) {
				t.Errorf("bold %v, %q: %.1f%% of what the letters cover differs", bold, body, 100*off/float64(covered))
			}
		}
	}
}

func TestOutlinesOfAPicture(t *testing.T) {
	s := pressSubject(t)
	o := Options{Width: 900, Height: 520, Title: "R&D <plan>", Outlines: true}
	data, err := svgOf(s, o)
	if err != nil {
		t.Fatal(err)
	}
	texts, attributes := parsed(t, data)
	if bytes.Contains(data, []byte("<text")) || len(texts) != 1 {
		t.Errorf("texts are left: %q", texts)
	}
	l := presented(t, Picture{Options: o, Subjects: []Subject{s}})
	if len(attributes["aria-label"]) != len(l.texts) || !strings.Contains(strings.Join(attributes["aria-label"], "\n"), o.Title) {
		t.Errorf("the outlines say %q, of %d texts", attributes["aria-label"], len(l.texts))
	}
}
