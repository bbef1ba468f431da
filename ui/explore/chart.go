package explore

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"

	"headroom/scenario/plot"
	"headroom/scenario/plot/swept"
	"headroom/ui/chartview"
	"headroom/ui/desk"
	"headroom/ui/look"
)

// newChart returns the chart of a part, which is empty while nothing is known of that.
func newChart(d *desk.Desk, name string, least fyne.Size, l *laid, of func() plot.Chart) *desk.Chart {
	return desk.NewPicture(d, name, least, func() (plot.Picture, bool) {
		pic := plot.Picture{Options: plot.Options{Theme: desk.PlotTheme()}}
		if l.ok {
			pic.Chart = of()
		}
		return pic, true
	})
}

// A pointing says what a tooltip shows at each place of a chart, and what can be done there.
type pointing struct {
	// tell returns what there is to know of a place; false where there is nothing.
	tell func(at fyne.Position) (chartview.Tip, bool)
	// items are what a menu offers there.
	items func(at fyne.Position) []*fyne.MenuItem
	// step returns the place that the arrow keys lead to from another: one to the right
	// or the left, up or down, or with neither the first.
	step func(from fyne.Position, right, up int) (fyne.Position, bool)
}

// on answers the pointer, the keys and the menu on a chart. The arrow keys lead from place
// to place; Enter and the menu key open the menu there.
func (p pointing) on(c *desk.Chart) desk.Handler {
	var at fyne.Position // where the keys are
	byKeys := false      // whether the tooltip there is open
	tell := func(at fyne.Position) {
		if tip, ok := p.tell(at); ok {
			c.View.SetTip(at, tip)
		} else {
			c.View.ClearOverlay()
		}
	}
	open := func(at fyne.Position) {
		if menu := p.items(at); len(menu) > 0 {
			c.View.HideTip()
			look.ShowMenu(fyne.NewMenu("", menu...), at, c.View)
		}
	}
	return desk.Handler{
		Hover: func(pointed fyne.Position) {
			byKeys = false
			tell(pointed)
		},
		Leave: func() { byKeys = false },
		Drawn: func() { // another result may stand there
			if pointed, inside := c.View.Pointer(); byKeys {
				tell(at)
			} else if inside && !c.View.Grabbed() {
				tell(pointed)
			}
		},
		Menu: func(asked fyne.Position) {
			if len(p.items(asked)) == 0 { // the menu key asks for the middle
				asked = at
			}
			open(asked)
		},
		Key: func(key fyne.KeyName, _ fyne.KeyModifier) bool {
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
				if first, ok := p.step(at, 0, 0); ok && len(p.items(at)) == 0 {
					at = first
				}
				open(at)
				return true
			default:
				return false
			}
			if to, ok := p.step(at, right, up); ok {
				at, byKeys = to, true
				tell(at)
			}
			return true
		},
	}
}

// steps lead to the end of the bar beside that at a place, one of those above or below
// or the other end; at first to the left end of the first.
func steps(f *swept.Frame) func(from fyne.Position, right, up int) (fyne.Position, bool) {
	return func(from fyne.Position, right, up int) (fyne.Position, bool) {
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
}

// near reports whether a place is within reach of another, in logical pixels.
func near(at fyne.Position, x, y, reach float64) bool {
	return math.Hypot(float64(at.X)-x, float64(at.Y)-y) <= reach
}
