package explore

import (
	"image"
	"math"
	"slices"

	"fyne.io/fyne/v2"

	"headroom/scenario/plot"
	"headroom/scenario/plot/swept"
	"headroom/ui/chartview"
	"headroom/ui/desk"
	"headroom/ui/look"
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

// offer gives places of the chart a menu. The arrow keys lead from place to place, where
// step says which is next: one to the right or the left, up or down, or with neither the
// first; Enter and the menu key open the menu there.
func (c *chart) offer(items func(at fyne.Position) []*fyne.MenuItem, step func(from fyne.Position, right, up int) (fyne.Position, bool)) {
	var at fyne.Position // where the keys are
	c.View.OnSecondary = func(asked fyne.Position) {
		menu := items(asked)
		if len(menu) == 0 { // the menu key asks for the middle
			menu = items(at)
			asked = at
		}
		c.View.HideTip()
		look.ShowMenu(fyne.NewMenu("", menu...), asked, c.View)
	}
	c.View.OnKey = func(key fyne.KeyName, _ fyne.KeyModifier) bool {
		right, up := 0, 0
		switch key {
		case fyne.KeyLeft:
			right = -1
		case fyne.KeyRight:
			right = 1
		case fyne.KeyDown:
			up = -1
		case fyne.KeyUp:
			up = 1
		case fyne.KeyReturn, fyne.KeyEnter:
			if _, ok := step(at, 0, 0); ok && len(items(at)) == 0 {
				at, _ = step(at, 0, 0)
			}
			if menu := items(at); len(menu) > 0 {
				look.ShowMenu(fyne.NewMenu("", menu...), at, c.View)
			}
			return true
		default:
			return false
		}
		if to, ok := step(at, right, up); ok {
			at = to
			c.View.OnHover(at)
		}
		return true
	}
}

// stepRows returns the end of the bar beside that at a place, one of those above or below
// or the other end; at first the left end of the first.
func stepRows(f *swept.Frame, from fyne.Position, right, up int) (fyne.Position, bool) {
	if len(f.Rows) == 0 {
		return from, false
	}
	at := slices.IndexFunc(f.Rows, func(r swept.Row) bool { return float64(from.Y) >= r.Box.Top && float64(from.Y) < r.Box.Bottom })
	left := right < 0
	if at < 0 {
		at, left = 0, true
	} else if right == 0 {
		left = math.Abs(float64(from.X)-f.Rows[at].Bar.Left) <= math.Abs(float64(from.X)-f.Rows[at].Bar.Right)
		at = min(max(at-up, 0), len(f.Rows)-1)
	}
	row := f.Rows[at]
	x := row.Bar.Right
	if left {
		x = row.Bar.Left
	}
	return fyne.NewPos(float32(x), float32((row.Box.Top+row.Box.Bottom)/2)), true
}

// near reports whether a place is within reach of another, in logical pixels.
func near(at fyne.Position, x, y, reach float64) bool {
	return math.Hypot(float64(at.X)-x, float64(at.Y)-y) <= reach
}
