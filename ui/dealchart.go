package ui

import (
	"image"
	"math"

	"fyne.io/fyne/v2"

	"headroom/scenario"
	"headroom/scenario/plot"
	"headroom/scenario/unit"
	"headroom/ui/chartview"
)

// A dealChart shows the agreement over time and tells what is in force in the
// month under the pointer. The picture is drawn at the next paint, once however
// much has changed.
type dealChart struct {
	planner *Planner
	view    *chartview.View
	painter *plot.Painter
	// picture returns what to draw at the session's present revision; false where
	// there is nothing.
	picture func() (plot.Picture, bool)
	subject plot.Subject // as drawn
	frames  plot.Frames  // of what is drawn
	drawn   int          // the revision drawn
	month   unit.Month   // explained, zero for none
}

func newDealChart(p *Planner, name string, least fyne.Size, picture func() (plot.Picture, bool)) *dealChart {
	c := &dealChart{planner: p, painter: plot.NewPainter(), picture: picture, drawn: -1}
	c.view = chartview.New(name, least)
	c.view.Draw = c.draw
	c.view.OnHover = c.onHover
	c.view.OnLeave = c.clear
	c.view.OnKey = c.onKey
	c.view.OnDrawn = func() {
		if at, inside := c.view.Pointer(); inside {
			c.onHover(at)
		}
	}
	return c
}

// draw draws the picture at the present revision.
func (c *dealChart) draw(w, h int, logical fyne.Size) image.Image {
	picture, ok := c.picture()
	if !ok || logical.Width < 1 || logical.Height < 1 {
		c.drawn = c.planner.session.Revision()
		return nil
	}
	picture.Width = int(math.Round(float64(logical.Width)))
	picture.Height = int(math.Round(float64(logical.Height)))
	picture.Scale = float64(w) / float64(logical.Width)
	picture.Pixels = image.Pt(w, h)
	drawn, frames, err := c.painter.Paint(picture)
	if err != nil {
		fyne.LogError("draw the timeline", err)
		return nil
	}
	c.subject, c.frames, c.drawn = picture.Subjects[0], frames, c.planner.session.Revision()
	return drawn
}

// plotted returns the plot of the timeline, and false where there is none.
func (c *dealChart) plotted() (plot.Frame, bool) {
	if len(c.frames.Panels) == 0 {
		return plot.Frame{}, false
	}
	return c.frames.Panels[0].Frame, true
}

// onHover explains the month under the pointer.
func (c *dealChart) onHover(at fyne.Position) {
	frame, ok := c.plotted()
	if !ok || !frame.Plot.Contains(float64(at.X), float64(at.Y)) {
		c.clear()
		return
	}
	if m, ok := frame.MonthAt(float64(at.X)); ok {
		c.explain(frame, m, at.Y)
	}
}

func (c *dealChart) clear() {
	c.month = 0
	c.view.ClearOverlay()
}

// onKey moves the crosshair by a month, with Shift by a year; Home and End go to
// the ends.
func (c *dealChart) onKey(key fyne.KeyName, modifiers fyne.KeyModifier) {
	frame, ok := c.plotted()
	if !ok {
		return
	}
	if key == fyne.KeyEscape {
		c.clear()
		return
	}
	step := unit.Month(1)
	if modifiers&fyne.KeyModifierShift != 0 {
		step = 12
	}
	m := c.month
	switch {
	case key == fyne.KeyHome, key == fyne.KeyRight && m == 0:
		m = frame.From
	case key == fyne.KeyEnd, key == fyne.KeyLeft && m == 0:
		m = frame.Through
	case key == fyne.KeyRight:
		m += step
	case key == fyne.KeyLeft:
		m -= step
	default:
		return
	}
	c.explain(frame, min(max(m, frame.From), frame.Through), float32(frame.Plot.Top+frame.Plot.Bottom)/2)
}

// explain shows crosshair and tooltip for month m, beside a height.
func (c *dealChart) explain(frame plot.Frame, m unit.Month, y float32) {
	c.month = m
	x := float32(frame.X(m, 0.5))
	c.view.SetCrosshair(x, float32(frame.Plot.Top), float32(frame.Plot.Bottom))
	tip := chartview.Tip{Title: m.Long(), Rows: inForce(c.frames.Spans, m)}
	if row, ok := monthRow(c.subject.Projection, m); ok {
		tip.Rows = append(tip.Rows, chartview.TipRow{Label: "Paid this month", Value: row.Paid.Table()})
		if row.Forgone > 0 {
			tip.Rows = append(tip.Rows, chartview.TipRow{Label: "Saved by the cap", Value: row.Forgone.Table()})
		}
		if row.Reverse > 0 {
			tip.Rows = append(tip.Rows, chartview.TipRow{Label: "Reverse share this month", Value: row.Reverse.Table()})
		}
	}
	c.view.SetTip(fyne.NewPos(x, y), tip)
}

// monthRow returns month m of a projection, and false where it is not in it.
func monthRow(p scenario.Projection, m unit.Month) (scenario.Row, bool) {
	if len(p.Months) == 0 || m < p.Months[0].From || m > p.Months[len(p.Months)-1].From {
		return scenario.Row{}, false
	}
	return p.Months[m-p.Months[0].From], true
}

// inForce says row by row of the timeline what is in force in month m.
func inForce(spans []plot.Span, m unit.Month) []chartview.TipRow {
	var rows []chartview.TipRow
	at := map[string]int{}
	for _, s := range spans {
		i, known := at[s.Row]
		if !known {
			i = len(rows)
			at[s.Row] = i
			rows = append(rows, chartview.TipRow{Label: s.Row, Value: "none"})
		}
		if m >= s.From && m <= s.Through {
			rows[i].Value = s.Words
		}
	}
	return rows
}
