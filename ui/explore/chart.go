package explore

import (
	"image"
	"math"

	"fyne.io/fyne/v2"

	"headroom/scenario/plot"
	"headroom/ui/chartview"
	"headroom/ui/desk"
)

// A chart shows a picture, drawn at the next paint however much has changed.
type chart struct {
	desk    *desk.Desk
	View    *chartview.View
	painter *plot.Painter
	of      func() (plot.Chart, bool) // what is drawn; false where there is nothing
	drawn   int                       // the revision that is, -1 for none yet
}

func newChart(d *desk.Desk, name string, least fyne.Size, of func() (plot.Chart, bool)) *chart {
	c := &chart{desk: d, painter: plot.NewPainter(), of: of, drawn: -1}
	c.View = chartview.New(name, least)
	c.View.Draw = c.draw
	c.View.OnLeave = c.View.ClearOverlay
	return c
}

func (c *chart) draw(w, h int, logical fyne.Size) image.Image {
	shown, ok := c.of()
	c.drawn = c.desk.Session.Revision()
	if !ok || logical.Width < 1 || logical.Height < 1 {
		return image.NewRGBA(image.Rect(0, 0, 1, 1))
	}
	img, _, err := c.painter.Paint(plot.Picture{
		Options: plot.Options{
			Theme: desk.PlotTheme(), Steady: true,
			Width: int(math.Round(float64(logical.Width))), Height: int(math.Round(float64(logical.Height))),
			Scale: float64(w) / float64(logical.Width), Pixels: image.Pt(w, h),
		},
		Chart: shown,
	})
	if err != nil {
		fyne.LogError("draw what is explored", err)
		return nil
	}
	return img
}

// near reports whether a place is within reach of another, in logical pixels.
func near(at fyne.Position, x, y, reach float64) bool {
	return math.Hypot(float64(at.X)-x, float64(at.Y)-y) <= reach
}
