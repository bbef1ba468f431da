package plot

import (
	"image/color"

	"headroom/scenario/plot/paint"
)

// A scene is all that a picture shows, in logical pixels and in painting order:
// first the grid, then the shapes, then the texts. Every surface is painted with
// the same scene.
type scene struct {
	colors palette
	frame  Frame
	grid   []paint.Shape
	shapes []paint.Shape
	texts  []text
}

// A text is one line of text, and what it covers.
type text struct {
	paint.Text
	box Rect
}

// How far text reaches above and below its baseline, as parts of its size: tall
// letters and the feet of p and $. Accents of capitals reach farther.
const (
	textRise  = 0.78
	textFall  = 0.24
	capHeight = 0.714 // of the letter H
)

// boxOf returns what a line of text covers.
func boxOf(x, baseline, width, size float64) Rect {
	return Rect{x, baseline - textRise*size, x + width, baseline + textFall*size}
}

// xy returns a place in the picture.
func xy(x, y float64) paint.Spot { return paint.Spot{X: x, Y: y} }

func (s *scene) line(color color.NRGBA, width float64, dash []float64, spots ...paint.Spot) {
	s.shapes = append(s.shapes, paint.Shape{Spots: spots, Stroke: color, Width: width, Dash: dash})
}

func (s *scene) area(color color.NRGBA, spots ...paint.Spot) {
	s.shapes = append(s.shapes, paint.Shape{Spots: spots, Closed: true, Fill: color})
}

func (s *scene) rect(color color.NRGBA, r Rect) {
	s.area(color, xy(r.Left, r.Top), xy(r.Right, r.Top), xy(r.Right, r.Bottom), xy(r.Left, r.Bottom))
}

func (s *scene) disc(center paint.Spot, radius float64, fill, stroke color.NRGBA, width float64) {
	s.shapes = append(s.shapes, paint.Shape{Spots: []paint.Spot{center}, Radius: radius, Fill: fill, Stroke: stroke, Width: width})
}

// paintShapes paints the grid and the shapes in their order.
func (s *scene) paintShapes(on paint.Surface) {
	s.paintGrounds(on)
	for _, shapes := range [...][]paint.Shape{s.grid, s.shapes} {
		for i := range shapes {
			on.Shape(&shapes[i])
		}
	}
}

// paintGrounds paints, below all else, the color of the page where a pale area will
// lie on no page. What is transparent by half is shown in full color, or black, by
// programs that ignore alpha or write a JPEG.
func (s *scene) paintGrounds(on paint.Surface) {
	if s.colors.page.A > 0 {
		return
	}
	for _, sh := range s.shapes {
		if sh.Fill.A > 0 && sh.Fill.A < 255 {
			sh.Fill, sh.Width = s.colors.under, 0
			on.Shape(&sh)
		}
	}
}

// paintTexts paints the texts, above all else.
func (s *scene) paintTexts(on paint.Surface) {
	for i := range s.texts {
		on.Text(&s.texts[i].Text)
	}
}
