package plot

import (
	"github.com/golang/freetype/truetype"
	"github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
)

// A surface is a renderer that takes fractions of logical pixels, which cures
// the steps that whole ones put into gentle slopes.
type surface interface {
	chart.Renderer
	moveTo(x, y float64)
	lineTo(x, y float64)
	closePath()
	circle(radius, x, y float64)
	// write draws a line of text whose baseline begins at x. The anchor, 0 to 1,
	// says which part of it stays where it is in a font of other width.
	write(body string, x, y, anchor float64)
}

// A brush is what both renderers have in common: the style and the path, as
// chart.Renderer wants them. Pixels are logical.
type brush struct {
	unneeded
	ruler *ruler
	dpi   float64
	path  []move

	fill, stroke, ink drawing.Color // of areas, lines, text
	strokeWidth       float64
	dash              []float64
	font              *truetype.Font
	fontSize          float64 // points
}

// unneeded is the rest of chart.Renderer. It does nothing: go-chart draws axes,
// legends and labels with it, and pictures of this package have none of go-chart's.
type unneeded struct{}

func (unneeded) GetDPI() float64                                    { return dotsPerInch }
func (unneeded) QuadCurveTo(int, int, int, int)                     {}
func (unneeded) ArcTo(int, int, float64, float64, float64, float64) {}
func (unneeded) Circle(float64, int, int)                           {}
func (unneeded) Text(string, int, int)                              {}
func (unneeded) MeasureText(string) chart.Box                       { return chart.Box{} }
func (unneeded) SetTextRotation(float64)                            {}

// A move is one part of a path.
type move struct {
	verb   verb
	x, y   float64 // where it goes, or the center of a circle
	cx, cy float64 // the control point of a curve; cx the radius of a circle
}

type verb uint8

const (
	verbMove verb = iota
	verbLine
	verbQuad
	verbClose
	verbCircle
)

// ResetStyle clears all of the style but the font.
func (b *brush) ResetStyle() {
	*b = brush{ruler: b.ruler, dpi: b.dpi, path: b.path, font: b.font}
}

// SetDPI sets how many dots an inch has.
func (b *brush) SetDPI(dpi float64) { b.dpi = dpi }

// SetClassName has no effect: styles are written where they are used.
func (b *brush) SetClassName(string) {}

// SetStrokeColor sets the color of lines.
func (b *brush) SetStrokeColor(c drawing.Color) { b.stroke = c }

// SetFillColor sets the color of areas.
func (b *brush) SetFillColor(c drawing.Color) { b.fill = c }

// SetStrokeWidth sets the width of lines in pixels, 0 for none.
func (b *brush) SetStrokeWidth(width float64) { b.strokeWidth = width }

// SetStrokeDashArray sets lengths of strokes and gaps in pixels, nil for solid
// lines. The brush does not write to it.
func (b *brush) SetStrokeDashArray(dash []float64) { b.dash = dash }

// SetFont sets the font of text.
func (b *brush) SetFont(f *truetype.Font) { b.font = f }

// SetFontColor sets the color of text.
func (b *brush) SetFontColor(c drawing.Color) { b.ink = c }

// SetFontSize sets the size of text in points.
func (b *brush) SetFontSize(size float64) { b.fontSize = size }

// ClearTextRotation has no effect, as there is no rotation.
func (b *brush) ClearTextRotation() {}

// MoveTo begins a new part of the path.
func (b *brush) MoveTo(x, y int) { b.moveTo(float64(x), float64(y)) }

// LineTo adds a straight line to the path.
func (b *brush) LineTo(x, y int) { b.lineTo(float64(x), float64(y)) }

// Close closes the current part of the path.
func (b *brush) Close() { b.closePath() }

// textPixels returns the size of text in logical pixels.
func (b *brush) textPixels() float64 { return b.fontSize * b.dpi / 72 }

func (b *brush) moveTo(x, y float64) { b.path = append(b.path, move{verb: verbMove, x: x, y: y}) }

func (b *brush) lineTo(x, y float64) {
	verb := verbLine
	if len(b.path) == 0 {
		verb = verbMove
	}
	b.path = append(b.path, move{verb: verb, x: x, y: y})
}

func (b *brush) closePath() { b.path = append(b.path, move{verb: verbClose}) }

func (b *brush) circle(radius, x, y float64) {
	b.path = append(b.path, move{verb: verbCircle, x: x, y: y, cx: radius})
}

// fills and strokes report whether there is anything to paint.
func (b *brush) fills() bool   { return b.fill.A > 0 }
func (b *brush) strokes() bool { return b.stroke.A > 0 && b.strokeWidth > 0 }
