package plot

import (
	"io"
	"math"

	"github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
)

// dotsPerInch makes a point of text one logical pixel.
const dotsPerInch = 72

// A layer is a series of go-chart that paints the shapes of a scene.
type layer struct{ scene *scene }

var _ chart.Series = layer{}

// GetName returns no name: layers stand in no legend.
func (layer) GetName() string { return "" }

// GetYAxis returns the axis the frame is made for.
func (layer) GetYAxis() chart.YAxisType { return chart.YAxisPrimary }

// GetStyle returns the empty style: shapes have their own.
func (layer) GetStyle() chart.Style { return chart.Style{} }

// Validate finds nothing to refuse: scenes are made from checked subjects.
func (layer) Validate() error { return nil }

// Render paints the shapes in their order.
func (l layer) Render(r chart.Renderer, _ chart.Box, _, _ chart.Range, _ chart.Style) {
	on := r.(surface)
	l.scene.grounds(on)
	for _, shapes := range [...][]shape{l.scene.grid, l.scene.shapes} {
		for i := range shapes {
			shapes[i].paint(on)
		}
	}
}

// grounds paints, below all else, the color of the page where a pale area will lie
// on no page. What is transparent by half is shown in full color, or black, by
// programs that pay no heed to alpha or write a JPEG.
func (s *scene) grounds(on surface) {
	if s.colors.page.A > 0 {
		return
	}
	for _, sh := range s.shapes {
		if sh.fill.A > 0 && sh.fill.A < 255 {
			sh.fill, sh.width = s.colors.under, 0
			sh.paint(on)
		}
	}
}

func (sh *shape) paint(on surface) {
	on.SetFillColor(sh.fill)
	on.SetStrokeColor(sh.stroke)
	on.SetStrokeWidth(sh.width)
	on.SetStrokeDashArray(sh.dash)
	if len(sh.spots) == 1 {
		on.circle(sh.radius, sh.spots[0].x, sh.spots[0].y)
	} else {
		for i, p := range sh.spots {
			if i == 0 {
				on.moveTo(p.x, p.y)
			} else {
				on.lineTo(p.x, p.y)
			}
		}
	}
	if sh.closed && len(sh.spots) > 1 {
		on.closePath()
	}
	on.FillStroke()
}

// words paints the texts of the scene. Being an element of the chart it comes
// last, above all else.
func (s *scene) words(r chart.Renderer, _ chart.Box, _ chart.Style) {
	on := r.(surface)
	for i := range s.texts {
		t := &s.texts[i]
		on.SetFont(s.face.of(t.bold))
		on.SetFontSize(t.size)
		on.SetFontColor(t.color)
		on.write(t.body, t.x, t.y, t.anchor)
	}
}

// render draws the scene with go-chart onto the given renderer and saves it to
// w. Both axes of go-chart stay hidden: ours are part of the scene.
func (s *scene) render(width, height int, on surface, w io.Writer) error {
	f := s.frame
	c := chart.Chart{
		Width:  width,
		Height: height,
		DPI:    dotsPerInch,
		Font:   s.face.regular,
		Background: chart.Style{
			FillColor: s.colors.page,
			Padding: chart.NewBox(
				int(math.Round(f.Plot.Top)), int(math.Round(f.Plot.Left)),
				width-int(math.Round(f.Plot.Right)), height-int(math.Round(f.Plot.Bottom)),
			),
		},
		Canvas: chart.Style{FillColor: drawing.ColorTransparent},
		XAxis: chart.XAxis{
			Style: chart.Hidden(),
			Range: &chart.ContinuousRange{Min: float64(f.From), Max: float64(f.Through + 1)},
		},
		YAxis: chart.YAxis{
			Style: chart.Hidden(),
			Range: &chart.ContinuousRange{Max: float64(f.Top)},
		},
		YAxisSecondary: chart.HideYAxis(),
		Series:         []chart.Series{layer{s}},
		Elements:       []chart.Renderable{s.words},
	}
	return c.Render(func(int, int) (chart.Renderer, error) { return on, nil }, w)
}
