package deal

import (
	"fyne.io/fyne/v2"

	"headroom/scenario"
	"headroom/scenario/plot"
	"headroom/scenario/plot/timeline"
	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/chartview"
	"headroom/ui/desk"
)

// timeline returns what the chart shows, the agreement over time; false where
// there is nothing.
func (v *View) timeline() (plot.Picture, bool) {
	s, ok := v.desk.Selected()
	if !ok {
		return plot.Picture{}, false
	}
	prior, amended := v.sides.of(s)
	_, projection, err := v.book.of(v.desk.Session, prior, amended)
	if err != nil {
		return plot.Picture{}, false
	}
	return plot.Picture{
		Options: plot.Options{Theme: desk.PlotTheme()},
		Chart: plot.Deal{
			Subject: plot.Subject{Scenario: amended.scenario, Projection: projection, Color: v.desk.Book.Color(s)},
			Prior:   prior.scenario.Terms,
		},
	}, true
}

// tell tells what is in force in month m, and what is paid, beside the pointer.
func (v *View) tell(m unit.Month) (chartview.Tip, fyne.Position, bool) {
	c := v.chart
	tip := chartview.Tip{Title: m.Long(), Rows: inForce(c.Frames.Spans, m)}
	if row, ok := monthRow(c.Subject.Projection, m); ok {
		add := func(label string, amount unit.Amount) {
			tip.Rows = append(tip.Rows, chartview.TipRow{Label: label, Value: amount.Table()})
		}
		add("Paid this month", row.Paid)
		if row.Forgone > 0 {
			add(words.Forgone, row.Forgone)
		}
		if row.Reverse > 0 {
			add("Reverse share this month", row.Reverse)
		}
	}
	place := fyne.NewPos(float32(c.Frame.X(m, 1)), float32(c.Frame.Plot.Top+c.Frame.Plot.Bottom)/2)
	if at, inside := c.View.Pointer(); inside {
		place.Y = at.Y
	}
	return tip, place, true
}

// monthRow returns month m of a projection, and false where it is not in it.
func monthRow(p scenario.Projection, m unit.Month) (scenario.Row, bool) {
	if len(p.Months) == 0 || m < p.Months[0].From || m > p.Months[len(p.Months)-1].From {
		return scenario.Row{}, false
	}
	return p.Months[m-p.Months[0].From], true
}

// inForce says row by row of the timeline what is in force in month m.
func inForce(spans []timeline.Span, m unit.Month) []chartview.TipRow {
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
			rows[i].Value = s.Brief
		}
	}
	return rows
}
