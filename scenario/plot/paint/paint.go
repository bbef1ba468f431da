// Package paint puts lines, areas, discs and lines of text onto a surface: the
// pixels of an image, which can become a PNG, or an SVG.
//
// It knows no charts and no scenarios, and chooses no place and no color. What is
// painted is given in logical pixels and fractions of them; a device scale is
// multiplied in at the last moment, so that a picture has the same layout at
// every scale.
package paint

import "image/color"

// A Surface is what is painted on. What is painted later lies above what was
// painted before. Both the shape and the text stay the caller's.
type Surface interface {
	// Shape paints first the area of a shape, then its line.
	Shape(s *Shape)
	// Text paints a line of text. Characters that the font lacks become boxes.
	Text(t *Text)
}

// A Spot is a place on a surface, in logical pixels from the upper left corner.
type Spot struct{ X, Y float64 }

// XY returns a spot.
func XY(x, y float64) Spot { return Spot{X: x, Y: y} }

// A Shape is a line, an area or a disc. A color without alpha paints nothing.
type Shape struct {
	Spots  []Spot  // one is the center of a disc
	Radius float64 // of a disc, in logical pixels
	Closed bool    // whether the line leads back to the first spot
	Fill   color.NRGBA
	Stroke color.NRGBA
	Width  float64   // of the stroke, in logical pixels; 0 for none
	Dash   []float64 // lengths of strokes and gaps in turn, in logical pixels; nil for a solid line
}

// fills and strokes report whether there is anything to paint.
func (s *Shape) fills() bool   { return s.Fill.A > 0 }
func (s *Shape) strokes() bool { return s.Stroke.A > 0 && s.Width > 0 }

// disc reports whether the shape is a disc.
func (s *Shape) disc() bool { return len(s.Spots) == 1 }

// A Text is one line of text.
type Text struct {
	Body   string
	X, Y   float64 // left end of its baseline, in logical pixels
	Anchor float64 // which part of it keeps its place if it turns out wider: 0 left, 0.5 middle, 1 right
	Size   float64 // in logical pixels
	Bold   bool
	Color  color.NRGBA
}

// shows reports whether there is anything to paint.
func (t *Text) shows() bool { return t.Color.A > 0 && t.Body != "" }
