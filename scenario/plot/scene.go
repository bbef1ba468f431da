package plot

import (
	"github.com/wcharczuk/go-chart/v2/drawing"
)

// A scene is all that a picture shows, in logical pixels and in painting order:
// first the grid, then the shapes, then the texts. Both renderers paint the same
// scene.
type scene struct {
	colors palette
	face   typeface
	frame  Frame
	grid   []shape
	shapes []shape
	texts  []text
}

// A spot is a place in the picture, in logical pixels.
type spot struct{ x, y float64 }

// A shape is a line, an area or a disc.
type shape struct {
	spots  []spot // one is the center of a disc
	radius float64
	closed bool
	fill   drawing.Color // transparent for none
	stroke drawing.Color
	width  float64 // of the stroke; 0 for none
	dash   []float64
}

// A text is one line of text.
type text struct {
	body   string
	x, y   float64 // left end of its baseline
	anchor float64 // which part of it keeps its place if it turns out wider: 0 left, 0.5 middle, 1 right
	size   float64
	bold   bool
	color  drawing.Color
	box    Rect // what it covers
}

func (s *scene) line(color drawing.Color, width float64, dash []float64, spots ...spot) {
	s.shapes = append(s.shapes, shape{spots: spots, stroke: color, width: width, dash: dash})
}

func (s *scene) area(color drawing.Color, spots ...spot) {
	s.shapes = append(s.shapes, shape{spots: spots, closed: true, fill: color})
}

func (s *scene) rect(color drawing.Color, r Rect) {
	s.area(color, spot{r.Left, r.Top}, spot{r.Right, r.Top}, spot{r.Right, r.Bottom}, spot{r.Left, r.Bottom})
}

func (s *scene) disc(center spot, radius float64, fill, stroke drawing.Color, width float64) {
	s.shapes = append(s.shapes, shape{spots: []spot{center}, radius: radius, fill: fill, stroke: stroke, width: width})
}

// boxOf returns what a line of text covers.
func boxOf(x, baseline, width, size float64) Rect {
	return Rect{x, baseline - textRise*size, x + width, baseline + textFall*size}
}
