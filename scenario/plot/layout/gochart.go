package layout

import (
	"image/color"
	"io"

	"github.com/golang/freetype/truetype"
	"github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"

	"headroom/scenario/plot/paint"
)

// This file is all that knows go-chart, which draws the background of a picture
// and calls back for what lies on it.

// Render draws the scene with go-chart onto a surface. Both axes of go-chart stay
// hidden, so that any range will do for them: ours are part of the scene.
func (s *scene) Render(width, height int, on paint.Surface) error {
	c := chart.Chart{
		Width:          width,
		Height:         height,
		Font:           new(truetype.Font), // nothing is written with it; without one go-chart parses its own
		Background:     chart.Style{FillColor: drawing.Color(s.Colors.Page)},
		Canvas:         chart.Style{FillColor: drawing.ColorTransparent},
		XAxis:          chart.XAxis{Style: chart.Hidden(), Range: &chart.ContinuousRange{Max: 1}},
		YAxis:          chart.YAxis{Style: chart.Hidden(), Range: &chart.ContinuousRange{Max: 1}},
		YAxisSecondary: chart.HideYAxis(),
		Series:         []chart.Series{series{s, on}},
		Elements:       []chart.Renderable{func(chart.Renderer, chart.Box, chart.Style) { s.paintTexts(on) }},
	}
	return c.Render(func(int, int) (chart.Renderer, error) { return &renderer{on: on}, nil }, io.Discard)
}

// A series is a series of go-chart that paints the shapes of a scene.
type series struct {
	scene *scene
	on    paint.Surface
}

var _ chart.Series = series{}

// GetName returns no name: there is no legend.
func (series) GetName() string { return "" }

// GetYAxis returns the axis the frame is made for.
func (series) GetYAxis() chart.YAxisType { return chart.YAxisPrimary }

// GetStyle returns the empty style: shapes have their own.
func (series) GetStyle() chart.Style { return chart.Style{} }

// Validate finds nothing to refuse: scenes are made from checked subjects.
func (series) Validate() error { return nil }

// Render paints the shapes.
func (l series) Render(chart.Renderer, chart.Box, chart.Range, chart.Range, chart.Style) {
	l.scene.paintShapes(l.on)
}

// A renderer paints what go-chart draws itself: areas with straight borders.
type renderer struct {
	on    paint.Surface
	shape paint.Shape
}

var _ chart.Renderer = (*renderer)(nil)

// SetStrokeColor sets the color of lines.
func (r *renderer) SetStrokeColor(c drawing.Color) { r.shape.Stroke = color.NRGBA(c) }

// SetFillColor sets the color of areas.
func (r *renderer) SetFillColor(c drawing.Color) { r.shape.Fill = color.NRGBA(c) }

// SetStrokeWidth sets the width of lines in pixels, 0 for none.
func (r *renderer) SetStrokeWidth(width float64) { r.shape.Width = width }

// SetStrokeDashArray sets lengths of strokes and gaps in pixels, nil for solid
// lines.
func (r *renderer) SetStrokeDashArray(dash []float64) { r.shape.Dash = dash }

// MoveTo begins a path.
func (r *renderer) MoveTo(x, y int) {
	r.shape.Spots = append(r.shape.Spots[:0], paint.Spot{X: float64(x), Y: float64(y)})
}

// LineTo adds a straight line to the path.
func (r *renderer) LineTo(x, y int) {
	r.shape.Spots = append(r.shape.Spots, paint.Spot{X: float64(x), Y: float64(y)})
}

// FillStroke paints the path, which MoveTo then begins again.
func (r *renderer) FillStroke() { r.on.Shape(&r.shape) }

// The rest of chart.Renderer does nothing: go-chart draws axes, legends and labels
// with it, and the pictures of this package have none of go-chart's.

// ResetStyle has no effect: go-chart sets all of the style before it draws.
func (*renderer) ResetStyle() {}

// GetDPI returns the dots an inch at which a point of text is a logical pixel.
func (*renderer) GetDPI() float64 { return 72 }

// SetDPI has no effect.
func (*renderer) SetDPI(float64) {}

// SetClassName has no effect.
func (*renderer) SetClassName(string) {}

// QuadCurveTo has no effect.
func (*renderer) QuadCurveTo(int, int, int, int) {}

// ArcTo has no effect.
func (*renderer) ArcTo(int, int, float64, float64, float64, float64) {}

// Close has no effect.
func (*renderer) Close() {}

// Stroke has no effect.
func (*renderer) Stroke() {}

// Fill has no effect.
func (*renderer) Fill() {}

// Circle has no effect.
func (*renderer) Circle(float64, int, int) {}

// SetFont has no effect.
func (*renderer) SetFont(*truetype.Font) {}

// SetFontColor has no effect.
func (*renderer) SetFontColor(drawing.Color) {}

// SetFontSize has no effect.
func (*renderer) SetFontSize(float64) {}

// Text has no effect.
func (*renderer) Text(string, int, int) {}

// MeasureText returns no size.
func (*renderer) MeasureText(string) chart.Box { return chart.Box{} }

// SetTextRotation has no effect.
func (*renderer) SetTextRotation(float64) {}

// ClearTextRotation has no effect.
func (*renderer) ClearTextRotation() {}

// Save writes nothing: who has the surface takes what is on it.
func (*renderer) Save(io.Writer) error { return nil }
