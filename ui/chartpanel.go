package ui

import (
	"image"
	"math"
	"strconv"

	"fyne.io/fyne/v2"

	"headroom/scenario/plot"
	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/chartview"
	"headroom/ui/look"
)

// A chart shows a picture and explains the month under the pointer. The picture
// is drawn at the next paint, once however much has changed.
type chart struct {
	planner *Planner
	view    *chartview.View
	painter *plot.Painter
	// picture returns what to draw at the session's present revision; false where
	// there is nothing.
	picture func() (plot.Picture, bool)
	// tell returns what to say of a month, and the place it explains; false where
	// there is nothing to say.
	tell func(m unit.Month) (chartview.Tip, fyne.Position, bool)
	// grip returns what can be dragged at a place, and offers what its menu has in the
	// stead of a drag; nil where nothing is grabbed.
	grip   func(at fyne.Position) (grip, bool)
	offers func(at fyne.Position) []*fyne.MenuItem
	shown  plot.Picture // as drawn
	frames plot.Frames  // of what is drawn
	drawn  int          // the revision drawn, -1 for none yet
	month  unit.Month   // explained, zero for none

	// What is drawn where the picture is of one scenario.
	subject plot.Subject
	frame   plot.Frame
	kind    plot.Kind
}

// gripClear is how far a tooltip keeps to the side of what can be dragged, in logical
// pixels.
const gripClear = 14

// A grip is what of a picture can be dragged.
type grip struct {
	note  string        // what that changes
	at    fyne.Position // where it is
	month unit.Month    // which it stands for, zero for the one where the pointer is
}

func newChart(p *Planner, name string, least fyne.Size, picture func() (plot.Picture, bool)) *chart {
	c := &chart{planner: p, painter: plot.NewPainter(), picture: picture, drawn: -1}
	c.tell = c.tellOne
	c.view = chartview.New(name, least)
	c.view.Draw = c.draw
	c.view.OnHover = c.onHover
	c.view.OnLeave = c.clear
	c.view.OnKey = c.onKey
	c.view.OnDrawn = func() {
		if at, inside := c.view.Pointer(); inside && !c.view.Grabbed() {
			c.onHover(at)
		}
	}
	return c
}

// draw draws the picture at the present revision.
func (c *chart) draw(w, h int, logical fyne.Size) image.Image {
	picture, ok := c.picture()
	if !ok || logical.Width < 1 || logical.Height < 1 {
		c.drawn = c.planner.session.Revision()
		return nil
	}
	picture.Width = int(math.Round(float64(logical.Width)))
	picture.Height = int(math.Round(float64(logical.Height)))
	picture.Scale = float64(w) / float64(logical.Width)
	picture.Pixels = image.Pt(w, h)
	picture.Steady = true
	img, frames, err := c.painter.Paint(picture)
	if err != nil {
		fyne.LogError("draw the chart", err)
		return nil
	}
	c.shown, c.frames, c.drawn = picture, frames, c.planner.session.Revision()
	c.subject, c.kind, c.frame = picture.Subjects()[0], picture.Kind(), plot.Frame{}
	if len(frames.Panels) > 0 {
		c.frame = frames.Panels[0].Frame
	}
	return img
}

// plotTheme returns the theme of pictures that goes with the window's.
func plotTheme() plot.Theme {
	if look.Dark() {
		return plot.ThemeDark
	}
	return plot.ThemeLight
}

// onHover explains the month under the pointer.
func (c *chart) onHover(at fyne.Position) {
	m, held, ok := c.place(at)
	if !ok {
		c.clear()
		return
	}
	c.explain(m, held)
}

// place returns the month at a place of the plot, and what can be dragged there, which
// reaches beyond the plot and over months beside its own.
func (c *chart) place(at fyne.Position) (m unit.Month, held grip, ok bool) {
	there := false
	if c.grip != nil {
		held, there = c.grip(at)
	}
	if there && !held.month.IsZero() {
		return held.month, held, true
	}
	x, y, plot := float64(at.X), float64(at.Y), c.frame.Plot
	if there {
		x, y = min(max(x, plot.Left), plot.Right), min(max(y, plot.Top), plot.Bottom)
	}
	if !plot.Contains(x, y) {
		return 0, grip{}, false
	}
	m, ok = c.frame.MonthAt(x)
	return m, held, ok
}

func (c *chart) clear() {
	c.month = 0
	c.view.ClearOverlay()
}

// onKey moves the crosshair by a month, with Shift by a year; Home and End go to
// the ends.
func (c *chart) onKey(key fyne.KeyName, modifiers fyne.KeyModifier) {
	step := unit.Month(1)
	if modifiers&fyne.KeyModifierShift != 0 || c.kind == plot.KindYears {
		step = 12
	}
	m := c.month
	switch {
	case key == fyne.KeyEscape:
		c.clear()
		return
	case key == fyne.KeyHome, key == fyne.KeyRight && m == 0:
		m = c.frame.From
	case key == fyne.KeyEnd, key == fyne.KeyLeft && m == 0:
		m = c.frame.Through
	case key == fyne.KeyRight:
		m += step
	case key == fyne.KeyLeft:
		m -= step
	default:
		return
	}
	c.explain(min(max(m, c.frame.From), c.frame.Through), grip{})
}

// explain shows crosshair and tooltip for month m, or its year, with what can be
// dragged there below.
func (c *chart) explain(m unit.Month, held grip) {
	tip, point, ok := c.tell(m)
	tip.Note = held.note
	if !held.month.IsZero() {
		tip.Clear = max(tip.Clear, float32(math.Abs(float64(held.at.X-point.X)))+gripClear)
	}
	if !ok {
		c.clear()
		return
	}
	c.month = m
	if c.kind != plot.KindYears {
		c.crosshair(m)
	}
	c.view.SetTip(point, tip)
}

// crosshair shows the end of month m.
func (c *chart) crosshair(m unit.Month) {
	c.view.SetCrosshair(float32(c.frame.X(m, 1)), float32(c.frame.Plot.Top), float32(c.frame.Plot.Bottom))
}

// tellOne explains a month of one scenario, or its year where years are drawn.
func (c *chart) tellOne(m unit.Month) (chartview.Tip, fyne.Position, bool) {
	months, years := c.subject.Projection.Months, c.subject.Projection.Years
	if len(months) == 0 || m < months[0].From || m > months[len(months)-1].From {
		return chartview.Tip{}, fyne.Position{}, false
	}
	row, title, span := months[m-months[0].From], m.Long(), "this month"
	point := fyne.NewPos(float32(c.frame.X(m, 1)), float32(c.frame.Y(row.Cumulative)))
	clear := float32(0)
	if c.kind == plot.KindYears {
		row = years[m.Year()-years[0].From.Year()]
		title, span = strconv.Itoa(m.Year()), "this year"
		left, right := float32(c.frame.X(row.From, 0)), float32(c.frame.X(row.Through, 1))
		point, clear = fyne.NewPos((left+right)/2, float32(c.frame.Y(row.Due))), (right-left)/2
	}
	in := c.frame.Unit()
	rows := []chartview.TipRow{{Label: words.Paid + " " + span, Value: row.Paid.TableIn(in)}}
	if row.Forgone > 0 {
		rows = append(rows, chartview.TipRow{Label: words.Forgone, Value: row.Forgone.TableIn(in)})
	}
	rows = append(rows, chartview.TipRow{Label: words.Cumulative, Value: row.Cumulative.TableIn(in)})
	if c.subject.Scenario.Terms.Share.Capped {
		rows = append(rows, chartview.TipRow{Label: words.Headroom, Value: row.Headroom.TableIn(in)})
	}
	return chartview.Tip{Title: title, Rows: rows, Clear: clear}, point, true
}
