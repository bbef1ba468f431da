package grab

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

// A Handle is something of the chart that can be grabbed.
type Handle int

// What of the chart can be grabbed.
const (
	None    Handle = iota
	Cap            // the cap line sets the cap
	Point          // a year-end point sets that year's growth
	Reached        // the date reached shifts all growth
	Actual         // the end of an actual quarter leads to its field; it does not move
)

// A Form is what a drag needs of the fields beside the chart.
type Form interface {
	// OwnStream returns the place of the stream whose growth the year-end points of a
	// scenario set, -1 where it has none.
	OwnStream(s scenario.Scenario) int
	// TypeCap, TypeGrowth and TypeActual show the field of the cap, of a stream's growth
	// in a year, or of what a stream earned in a month or quarter, and give it the focus.
	TypeCap()
	TypeGrowth(stream, year int)
	TypeActual(stream int, p unit.Period)
}

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
	handle Handle
	year   int               // of a Point
	start  scenario.Scenario // as it was grabbed
	frame  plot.Frame        // as it was grabbed
	top    unit.Amount       // upper end of the axis
	aim    fyne.Position     // where it is dragged to: with Shift, the pointer's way counts a tenth
}

// A Grabber lets a chart be grabbed.
type Grabber struct {
	desk    *desk.Desk
	chart   *desk.Chart
	form    Form
	held    *grab
	pressed func()        // leads on from what was pressed and does not move; nil for nothing
	at      fyne.Position // of the pointer while something is held
	fine    fyne.KeyModifier
	label   string // beside the pointer, empty until it moves
	ended   func() // called after it is let go
}

// New lets a chart be grabbed; form is beside it, and ended is called after each drag.
func New(d *desk.Desk, c *desk.Chart, f Form, ended func()) *Grabber {
	g := &Grabber{desk: d, chart: c, form: f, ended: ended}
	c.Handle(desk.Handler{
		Hover: g.mark, Drawn: g.onDrawn, Key: g.onKey, Grip: g.grip, Offers: g.offers, Cursor: g.cursor,
		Press: g.onPress, Drag: g.onDrag, Drop: func(fyne.Position) { g.end() }, Cancel: g.onCancel,
	})
	return g
}

// Held reports whether something is being dragged.
func (g *Grabber) Held() bool { return g.held != nil }

// Top returns the upper end at which the axis stands while something is dragged, and 0
// otherwise.
func (g *Grabber) Top() unit.Amount {
	if g.held == nil {
		return 0
	}
	return g.held.top
}

// Find returns the handle at a place: its kind, where it is, and its year; of an actual
// its place among those of the frame.
func (g *Grabber) Find(at fyne.Position) (Handle, fyne.Position, int) {
	f := g.chart.Frame
	best, distance, year := None, float64(handleReach), 0
	var place fyne.Position
	near := func(h Handle, x, y float64, of int) {
		if d := math.Hypot(float64(at.X)-x, float64(at.Y)-y); d < distance {
			best, distance, year = h, d, of
			place = fyne.NewPos(float32(x), float32(y))
		}
	}
	if f.Reached {
		near(Reached, f.ReachedX, f.ReachedY, 0)
	}
	for _, point := range f.Points {
		near(Point, point.X, point.Y, point.Year)
	}
	for i, end := range f.Actuals {
		near(Actual, end.X, end.Y, i)
	}
	x, y := float64(at.X), float64(at.Y)
	if best == None && f.Capped && math.Abs(y-f.CapY) <= lineReach && x >= f.Plot.Left && x <= f.Plot.Right {
		return Cap, fyne.NewPos(at.X, float32(f.CapY)), 0
	}
	return best, place, year
}

// mark shows what would be grabbed at a place.
func (g *Grabber) mark(at fyne.Position) {
	switch h, place, _ := g.Find(at); h {
	case Point, Reached, Actual:
		g.chart.View.SetMark(place)
	default:
		g.chart.View.HideMark()
	}
}

func (g *Grabber) cursor(at fyne.Position) (desktop.Cursor, bool) {
	h, _, _ := g.Find(at)
	if g.held != nil {
		h = g.held.handle
	}
	switch h {
	case Cap, Point:
		return desktop.VResizeCursor, true
	case Reached:
		return desktop.HResizeCursor, true
	case Actual:
		return desktop.PointerCursor, true
	}
	return desktop.DefaultCursor, false
}

func (g *Grabber) onPress(at fyne.Position) bool {
	h, _, year := g.Find(at)
	s, ok := g.desk.Selected()
	if h == None || !ok {
		return false
	}
	if h == Actual {
		// Once it is let go: a press takes the focus, and what the field then commits may
		// leave fewer ends than there are now.
		end := g.chart.Frame.Actuals[year]
		g.pressed = func() { g.openActual(end) }
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
func (g *Grabber) onKey(key fyne.KeyName, modifiers fyne.KeyModifier) bool {
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
func (g *Grabber) end() {
	if lead := g.pressed; lead != nil {
		g.pressed = nil
		// Once the button is up the driver takes the focus from all that is not under the
		// pointer, a field that was just given it included.
		g.desk.Live.Later(lead)
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
func (g *Grabber) onCancel() {
	g.pressed = nil
	if g.held == nil {
		return
	}
	g.held = nil
	g.chart.View.ClearOverlay()
	g.desk.Session.GiveUp()
	g.chart.View.Stale()
}
