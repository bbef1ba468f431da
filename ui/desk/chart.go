package desk

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

// A Chart shows a picture, and hands what is done on it to its handlers. The picture
// is drawn at the next paint, once however much has changed.
type Chart struct {
	desk    *Desk
	View    *chartview.View
	painter *plot.Painter
	// picture returns what to draw at the session's present revision: a picture without
	// a chart where nothing is to be seen, and false where what was drawn is to stay.
	picture func() (plot.Picture, bool)
	// Tell returns what to say of a month, and the place it explains; false where
	// there is nothing to say.
	Tell   func(m unit.Month) (chartview.Tip, fyne.Position, bool)
	Shown  plot.Picture // as drawn
	Frames plot.Frames  // of what is drawn
	Drawn  int          // the revision drawn, -1 for none yet
	Month  unit.Month   // explained, zero for none
	// Step is how many months the crosshair stands for, the last of which it marks, such as
	// 3 where a picture is of quarters; 0 for one.
	Step unit.Month

	handlers []Handler

	// What is drawn where the picture is of one scenario.
	Subject plot.Subject
	Frame   plot.Frame
	Kind    plot.Kind
}

// gripClear is how far a tooltip keeps to the side of what can be dragged, in logical
// pixels.
const gripClear = 14

// A Grip is what of a picture can be dragged.
type Grip struct {
	Note  string        // what that changes
	At    fyne.Position // where it is
	Month unit.Month    // which it stands for, zero for the one where the pointer is
}

// NewChart returns a chart that explains the month under the pointer, or that of its
// crosshair, which keys move.
func NewChart(d *Desk, name string, least fyne.Size, picture func() (plot.Picture, bool)) *Chart {
	c := NewPicture(d, name, least, picture)
	c.Tell = c.tellOne
	c.Handle(Handler{Hover: c.onHover, Key: c.onKey, Drawn: func() {
		if at, inside := c.View.Pointer(); inside && !c.View.Grabbed() {
			c.onHover(at)
		}
	}})
	return c
}

// NewPicture returns a chart that explains nothing by itself.
func NewPicture(d *Desk, name string, least fyne.Size, picture func() (plot.Picture, bool)) *Chart {
	c := &Chart{desk: d, painter: plot.NewPainter(), picture: picture, Drawn: -1}
	c.View = chartview.New(name, least, c.events())
	return c
}

// Draw draws the picture at the present revision.
func (c *Chart) Draw(w, h int, logical fyne.Size) image.Image {
	picture, ok := c.picture()
	if !ok || logical.Width < 1 || logical.Height < 1 {
		c.Drawn = c.desk.Session.Revision()
		return nil
	}
	if picture.Chart == nil {
		c.Shown, c.Frames, c.Frame, c.Subject, c.Kind = picture, plot.Frames{}, plot.Frame{}, plot.Subject{}, ""
		c.Drawn = c.desk.Session.Revision()
		return image.NewRGBA(image.Rect(0, 0, 1, 1))
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
	c.Shown, c.Frames, c.Drawn = picture, frames, c.desk.Session.Revision()
	c.Subject, c.Kind, c.Frame = plot.Subject{}, picture.Kind(), plot.Frame{}
	if of := picture.Subjects(); len(of) > 0 {
		c.Subject = of[0]
	}
	if len(frames.Panels) > 0 {
		c.Frame = frames.Panels[0].Frame
	}
	return img
}

// PlotTheme returns the theme of pictures that goes with the window's.
func PlotTheme() plot.Theme {
	if look.Dark() {
		return plot.ThemeDark
	}
	return plot.ThemeLight
}

// onHover explains the month under the pointer.
func (c *Chart) onHover(at fyne.Position) {
	m, held, ok := c.Place(at)
	if !ok {
		c.Clear()
		return
	}
	c.Explain(m, held)
}

// Place returns the month at a place of the plot, and what can be dragged there, which
// reaches beyond the plot and over months beside its own.
func (c *Chart) Place(at fyne.Position) (m unit.Month, held Grip, ok bool) {
	held, there := c.gripAt(at)
	if there && !held.Month.IsZero() {
		return held.Month, held, true
	}
	x, y, plot := float64(at.X), float64(at.Y), c.Frame.Plot
	if there {
		x, y = min(max(x, plot.Left), plot.Right), min(max(y, plot.Top), plot.Bottom)
	}
	if !plot.Contains(x, y) {
		return 0, Grip{}, false
	}
	m, ok = c.Frame.MonthAt(x)
	return m, held, ok
}

// Clear takes away what explains the picture.
func (c *Chart) Clear() {
	c.Month = 0
	c.View.ClearOverlay()
}

// onKey moves the crosshair by a month or Step, with Shift by a year; Home and End go to
// the ends.
func (c *Chart) onKey(key fyne.KeyName, modifiers fyne.KeyModifier) bool {
	step := max(c.Step, 1)
	if modifiers&fyne.KeyModifierShift != 0 || c.Kind == plot.KindYears {
		step = 12
	}
	m := c.Month
	switch {
	case key == fyne.KeyEscape:
		c.Clear()
		return true
	case key == fyne.KeyHome, key == fyne.KeyRight && m == 0:
		m = c.Frame.From
	case key == fyne.KeyEnd, key == fyne.KeyLeft && m == 0:
		m = c.Frame.Through
	case key == fyne.KeyRight:
		m += step
	case key == fyne.KeyLeft:
		m -= step
	default:
		return false
	}
	c.Explain(min(max(m, c.Frame.From), c.Frame.Through), Grip{})
	return true
}

// Explain shows crosshair and tooltip for month m, the step it lies in, or its year, with
// what can be dragged there below.
func (c *Chart) Explain(m unit.Month, held Grip) {
	if past := (m - c.Frame.From) % max(c.Step, 1); c.Step > 1 {
		m += c.Step - 1 - past
	}
	tip, point, ok := c.Tell(m)
	tip.Note = held.Note
	if !held.Month.IsZero() {
		tip.Clear = max(tip.Clear, float32(math.Abs(float64(held.At.X-point.X)))+gripClear)
	}
	if !ok {
		c.Clear()
		return
	}
	c.Month = m
	if c.Kind != plot.KindYears {
		c.crosshair(m)
	}
	c.View.SetTip(point, tip)
}

// crosshair shows the end of month m.
func (c *Chart) crosshair(m unit.Month) {
	c.View.SetCrosshair(float32(c.Frame.X(m, 1)), float32(c.Frame.Plot.Top), float32(c.Frame.Plot.Bottom))
}

// tellOne explains a month of one scenario, or its year where years are drawn.
func (c *Chart) tellOne(m unit.Month) (chartview.Tip, fyne.Position, bool) {
	months, years := c.Subject.Projection.Months, c.Subject.Projection.Years
	if len(months) == 0 || m < months[0].From || m > months[len(months)-1].From {
		return chartview.Tip{}, fyne.Position{}, false
	}
	row, title, span := months[m-months[0].From], m.Long(), "this month"
	point := fyne.NewPos(float32(c.Frame.X(m, 1)), float32(c.Frame.Y(row.Cumulative)))
	clear := float32(0)
	if c.Kind == plot.KindYears {
		row = years[m.Year()-years[0].From.Year()]
		title, span = strconv.Itoa(m.Year()), "this year"
		left, right := float32(c.Frame.X(row.From, 0)), float32(c.Frame.X(row.Through, 1))
		point, clear = fyne.NewPos((left+right)/2, float32(c.Frame.Y(row.Due))), (right-left)/2
	}
	in := c.Frame.Unit()
	rows := []chartview.TipRow{{Label: words.Paid + " " + span, Value: row.Paid.TableIn(in)}}
	if row.Forgone > 0 {
		rows = append(rows, chartview.TipRow{Label: words.Forgone, Value: row.Forgone.TableIn(in)})
	}
	rows = append(rows, chartview.TipRow{Label: words.Cumulative, Value: row.Cumulative.TableIn(in)})
	if c.Subject.Scenario.Terms.Share.Capped {
		rows = append(rows, chartview.TipRow{Label: words.Headroom, Value: row.Headroom.TableIn(in)})
	}
	return chartview.Tip{Title: title, Rows: rows, Clear: clear}, point, true
}
