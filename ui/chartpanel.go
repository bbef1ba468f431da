package ui

import (
	"image"
	"math"
	"strconv"

	"fyne.io/fyne/v2"

	"headroom/scenario/plot"
	"headroom/scenario/unit"
	"headroom/ui/chartview"
	"headroom/ui/look"
)

// A chart shows the picture of one scenario and tells of the month under the
// pointer. The picture is drawn at the next paint, once however much has changed.
type chart struct {
	planner *Planner
	view    *chartview.View
	painter *plot.Painter
	// picture returns what to draw at the session's present revision; false where
	// there is nothing.
	picture func() (plot.Subject, plot.Options, bool)
	subject plot.Subject // as drawn
	frame   plot.Frame   // of what is drawn
	drawn   int          // the revision drawn
	kind    plot.Kind    // drawn
	month   unit.Month   // explained, zero for none
}

func newChart(p *Planner, name string, least fyne.Size, picture func() (plot.Subject, plot.Options, bool)) *chart {
	c := &chart{planner: p, painter: plot.NewPainter(), picture: picture}
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
	subject, options, ok := c.picture()
	if !ok || logical.Width < 1 || logical.Height < 1 {
		c.drawn = c.planner.session.Revision()
		return nil
	}
	options.Width = int(math.Round(float64(logical.Width)))
	options.Height = int(math.Round(float64(logical.Height)))
	options.Scale = float64(w) / float64(logical.Width)
	options.Pixels = image.Pt(w, h)
	picture, frame, err := c.painter.Draw(subject, options)
	if err != nil {
		fyne.LogError("draw the chart", err)
		return nil
	}
	c.subject, c.frame, c.kind, c.drawn = subject, frame, options.Kind, c.planner.session.Revision()
	return picture
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
	m, ok := c.frame.MonthAt(float64(at.X))
	if !ok || !c.frame.Plot.Contains(float64(at.X), float64(at.Y)) {
		c.clear()
		return
	}
	c.explain(m)
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
	c.explain(min(max(m, c.frame.From), c.frame.Through))
}

// explain shows crosshair and tooltip for month m, or its year.
func (c *chart) explain(m unit.Month) {
	months, years := c.subject.Projection.Months, c.subject.Projection.Years
	if len(months) == 0 || m < months[0].From || m > months[len(months)-1].From {
		c.clear()
		return
	}
	c.month = m
	row, title, x := months[m-months[0].From], m.Long(), float32(c.frame.X(m, 1))
	span := "this month"
	if c.kind == plot.KindYears {
		row = years[m.Year()-years[0].From.Year()]
		title, span = strconv.Itoa(m.Year()), "this year"
		x = float32(c.frame.X(row.From, 0)+c.frame.X(row.Through, 1)) / 2
	}
	rows := []chartview.TipRow{{Label: "Paid " + span, Value: row.Paid.Table()}}
	if row.Forgone > 0 {
		rows = append(rows, chartview.TipRow{Label: "Saved by the cap", Value: row.Forgone.Table()})
	}
	rows = append(rows, chartview.TipRow{Label: "Counted toward the cap", Value: row.Cumulative.Table()})
	if c.subject.Scenario.Terms.Share.Capped {
		rows = append(rows, chartview.TipRow{Label: "Headroom", Value: row.Headroom.Table()})
	}
	point := fyne.NewPos(x, float32(c.frame.Y(row.Cumulative)))
	if c.kind == plot.KindYears {
		point.Y = float32(c.frame.Y(row.Due))
	} else {
		c.view.SetCrosshair(x, float32(c.frame.Plot.Top), float32(c.frame.Plot.Bottom))
	}
	c.view.SetTip(point, chartview.Tip{Title: title, Rows: rows})
}
