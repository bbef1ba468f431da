package plan

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/plot"
	"headroom/scenario/unit"
	"headroom/ui/desk"
	"headroom/ui/format"
)

// What of the chart can be grabbed.
type handle int

const (
	noHandle      handle = iota
	capHandle            // the cap line sets the cap
	pointHandle          // a year-end point sets that year's growth
	reachedHandle        // the date reached shifts all growth
	actualHandle         // the end of an actual quarter leads to its field; it does not move
)

// How near the pointer must be to a handle, and to what a drag snaps to, in
// logical pixels.
const (
	handleReach = 10
	lineReach   = 6
	snapReach   = 4
)

// A grab is what of the chart is being dragged. Only the session changes by it,
// as one undo step; the axis stands still meanwhile.
type grab struct {
	handle handle
	year   int               // of a pointHandle
	start  scenario.Scenario // as it was grabbed
	frame  plot.Frame        // as it was grabbed
	top    unit.Amount       // upper end of the axis
	aim    fyne.Position     // where it is dragged to: with Shift, the pointer's way counts a tenth
}

// grabber lets a chart be grabbed.
type grabber struct {
	desk    *desk.Desk
	chart   *desk.Chart
	form    *form // beside the chart, of which one stream's growth the points set
	held    *grab
	pressed func()        // leads on from what was pressed and does not move; nil for nothing
	at      fyne.Position // of the pointer while something is held
	fine    fyne.KeyModifier
	label   string // beside the pointer, empty until it moves
	ended   func() // called after it is let go
}

func newGrabber(d *desk.Desk, c *desk.Chart, f *form, ended func()) *grabber {
	g := &grabber{desk: d, chart: c, form: f, ended: ended}
	hover := c.View.OnHover
	c.View.OnHover = func(at fyne.Position) {
		hover(at)
		g.mark(at)
	}
	c.Grip, c.Offers = g.grip, g.offers
	c.View.OnPress = g.onPress
	c.View.OnDrag = g.onDrag
	c.View.OnDrop = func(fyne.Position) { g.end() }
	c.View.OnCancel = g.onCancel
	c.View.CursorAt = g.cursor
	drawn := c.View.OnDrawn
	c.View.OnDrawn = func() {
		drawn()
		g.onDrawn()
	}
	keys := c.View.OnKey
	c.View.OnKey = func(key fyne.KeyName, modifiers fyne.KeyModifier) {
		if !g.onKey(key, modifiers) {
			keys(key, modifiers)
		}
	}
	return g
}

// find returns the handle at a place: its kind, where it is, and its year; of an actual
// its place among those of the frame.
func (g *grabber) find(at fyne.Position) (handle, fyne.Position, int) {
	f := g.chart.Frame
	best, distance, year := noHandle, float64(handleReach), 0
	var place fyne.Position
	near := func(h handle, x, y float64, of int) {
		if d := math.Hypot(float64(at.X)-x, float64(at.Y)-y); d < distance {
			best, distance, year = h, d, of
			place = fyne.NewPos(float32(x), float32(y))
		}
	}
	if f.Reached {
		near(reachedHandle, f.ReachedX, f.ReachedY, 0)
	}
	for _, point := range f.Points {
		near(pointHandle, point.X, point.Y, point.Year)
	}
	for i, end := range f.Actuals {
		near(actualHandle, end.X, end.Y, i)
	}
	x, y := float64(at.X), float64(at.Y)
	if best == noHandle && f.Capped && math.Abs(y-f.CapY) <= lineReach && x >= f.Plot.Left && x <= f.Plot.Right {
		return capHandle, fyne.NewPos(at.X, float32(f.CapY)), 0
	}
	return best, place, year
}

// mark shows what would be grabbed at a place.
func (g *grabber) mark(at fyne.Position) {
	switch h, place, _ := g.find(at); h {
	case pointHandle, reachedHandle, actualHandle:
		g.chart.View.SetMark(place)
	default:
		g.chart.View.HideMark()
	}
}

func (g *grabber) cursor(at fyne.Position) desktop.Cursor {
	h, _, _ := g.find(at)
	if g.held != nil {
		h = g.held.handle
	}
	switch h {
	case capHandle, pointHandle:
		return desktop.VResizeCursor
	case reachedHandle:
		return desktop.HResizeCursor
	case actualHandle:
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

func (g *grabber) onPress(at fyne.Position) bool {
	h, _, year := g.find(at)
	s, ok := g.desk.Selected()
	if h == noHandle || !ok {
		return false
	}
	if h == actualHandle {
		g.pressed = func() { g.openActual(s, year) } // once it is let go: a press takes the focus
		return true
	}
	g.desk.Session.Seal()
	g.at, g.label = at, ""
	g.held = &grab{handle: h, year: year, start: s, frame: g.chart.Frame, top: g.chart.Frame.Top, aim: at}
	g.chart.View.ClearOverlay()
	return true
}

// onKey moves the cap by a tenth of a billion, with Shift by a whole one, as
// dragging its line does.
func (g *grabber) onKey(key fyne.KeyName, modifiers fyne.KeyModifier) bool {
	step := unit.Amount(0.1e9)
	if modifiers&fyne.KeyModifierShift != 0 {
		step = 1e9
	}
	switch key {
	case fyne.KeyUp:
	case fyne.KeyDown:
		step = -step
	default:
		return false
	}
	s, ok := g.desk.Selected()
	if !ok || !s.Terms.Share.Capped {
		return true
	}
	g.desk.DoOnce(edit.SetCap(s.ID, max(0, format.RoundTo(s.Terms.Share.Cap+step, 0.01e9))))
	return true
}

// end lets go: the drag is one undo step.
func (g *grabber) end() {
	if lead := g.pressed; lead != nil {
		g.pressed = nil
		lead()
	}
	if g.held == nil {
		return
	}
	g.held = nil
	g.chart.View.ClearOverlay()
	g.desk.Seal()
	g.ended()
}

// onCancel gives the drag up: everything is as it was.
func (g *grabber) onCancel() {
	g.pressed = nil
	if g.held == nil {
		return
	}
	g.held = nil
	g.chart.View.ClearOverlay()
	g.desk.Session.GiveUp()
	g.chart.View.Stale()
}
