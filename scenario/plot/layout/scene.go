package layout

import (
	"image/color"

	"headroom/scenario/plot/paint"
)

// A scene is all that a picture shows, in logical pixels and in painting order:
// first the grid, then the shapes, then the texts. Every surface is painted with
// the same scene.
type scene struct {
	Colors Palette
	Frame  Frame
	Grid   []paint.Shape
	Shapes []paint.Shape
	Texts  []Text
}

// A Text is one line of text, and what it covers.
type Text struct {
	paint.Text
	Box Rect
}

// How far text reaches above and below its baseline, as parts of its size: tall
// letters and the feet of p and $. Accents of capitals reach farther.
const (
	TextRise  = 0.78
	TextFall  = 0.24
	CapHeight = 0.714 // of the letter H
)

// boxOf returns what a line of text covers.
func boxOf(x, baseline, width, size float64) Rect {
	return Rect{x, baseline - TextRise*size, x + width, baseline + TextFall*size}
}

// Line draws a line through spots, with strokes and gaps of the given lengths, or
// full where there are none. The width is in logical pixels.
func (s *scene) Line(color color.NRGBA, width float64, dash []float64, spots ...paint.Spot) {
	s.Shape(paint.Shape{Spots: spots, Stroke: color, Width: width, Dash: dash})
}

// Area fills what lies between spots.
func (s *scene) Area(color color.NRGBA, spots ...paint.Spot) {
	s.Shape(paint.Shape{Spots: spots, Closed: true, Fill: color})
}

// Fill fills a rectangle.
func (s *scene) Fill(color color.NRGBA, r Rect) { s.Area(color, r.Corners()...) }

// Disc draws a disc with a border of the given width in logical pixels.
func (s *scene) Disc(center paint.Spot, radius float64, fill, stroke color.NRGBA, width float64) {
	s.Shape(paint.Shape{Spots: []paint.Spot{center}, Radius: radius, Fill: fill, Stroke: stroke, Width: width})
}

// Shape draws a shape above those before it.
func (s *scene) Shape(shape paint.Shape) { s.Shapes = append(s.Shapes, shape) }

// A Progress is how much has been drawn; the zero value is nothing.
type Progress struct{ texts, shapes int }

// Progress returns how much has been drawn.
func (s *scene) Progress() Progress { return Progress{len(s.Texts), len(s.Shapes)} }

// Back takes back what has been drawn since.
func (s *scene) Back(to Progress) {
	s.Texts, s.Shapes = s.Texts[:to.texts], s.Shapes[:to.shapes]
}

// BackWords takes back the texts that have been written since.
func (s *scene) BackWords(to Progress) { s.Texts = s.Texts[:to.texts] }

// paintShapes paints the grid and the shapes in their order.
func (s *scene) paintShapes(on paint.Surface) {
	s.paintGrounds(on)
	for _, shapes := range [...][]paint.Shape{s.Grid, s.Shapes} {
		for i := range shapes {
			on.Shape(&shapes[i])
		}
	}
}

// paintGrounds paints, below all else, the color of the page where a pale area will
// lie on no page. What is transparent by half is shown in full color, or black, by
// programs that ignore alpha or write a JPEG.
func (s *scene) paintGrounds(on paint.Surface) {
	if s.Colors.Page.A > 0 {
		return
	}
	for _, sh := range s.Shapes {
		if sh.Fill.A > 0 && sh.Fill.A < 255 {
			sh.Fill, sh.Width = s.Colors.Under, 0
			on.Shape(&sh)
		}
	}
}

// paintTexts paints the texts, above all else.
func (s *scene) paintTexts(on paint.Surface) {
	for i := range s.Texts {
		on.Text(&s.Texts[i].Text)
	}
}
