package compare

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario"
	"headroom/scenario/plot"
	"headroom/scenario/unit"
	"headroom/ui/chartview"
	"headroom/ui/desk"
	"headroom/ui/look"
)

// A compareCell is the chart of one of the scenarios compared.
type compareCell struct {
	card   *look.Card
	swatch *look.Swatch
	name   *look.Text
	chart  *desk.Chart
}

func (v *View) newCell(i int) *compareCell {
	cell := &compareCell{swatch: look.NewSwatch(""), name: look.NewHeadline("", look.SizeText)}
	cell.chart = desk.NewChart(v.desk, "", fyne.NewSize(220, 260), func() (plot.Picture, bool) {
		c, o := v.compared()
		if i >= len(c.Subjects) {
			return plot.Picture{}, false
		}
		if c.Face == plot.KindYears {
			return plot.Picture{Options: o, Chart: plot.Years{Subject: c.Subjects[i]}}, true
		}
		return plot.Picture{Options: o, Chart: plot.Cumulative{Subject: c.Subjects[i]}}, true
	})
	v.share(cell.chart)
	head := container.New(look.NewColumns(8, look.Natural, look.Stretch), cell.swatch, cell.name)
	cell.card = look.NewCard(container.NewBorder(head, nil, nil, nil, cell.chart.View), look.CardPad)
	return cell
}

// share lets the crosshair of a chart stand in the others too.
func (v *View) share(c *desk.Chart) {
	c.Handle(desk.Handler{Hover: func(fyne.Position) {
		for _, cell := range v.cells[:len(v.ids)] {
			switch {
			case cell.chart == c:
			case c.Month == 0:
				cell.chart.Clear()
			default:
				cell.chart.Explain(c.Month, desk.Grip{})
			}
		}
	}, Leave: func() {
		for _, cell := range v.cells {
			cell.chart.Clear()
		}
	}})
}

// tellAll explains a month, or its year, of all scenarios in one plot.
func (v *View) tellAll(m unit.Month) (chartview.Tip, fyne.Position, bool) {
	tip := chartview.Tip{Title: m.Long() + ", counted toward the cap"}
	c, _ := v.overlay.Shown.Chart.(plot.Compare)
	years := c.Face == plot.KindYears
	if years {
		tip.Title = strconv.Itoa(m.Year()) + ", paid"
	}
	var top unit.Amount
	for _, s := range c.Subjects {
		rows, at := s.Projection.Months, int(m-s.Scenario.FirstMonth())
		if years {
			rows, at = s.Projection.Years, m.Year()-s.Scenario.FirstYear
		}
		value := "–"
		if at >= 0 && at < len(rows) {
			amount := rows[at].Cumulative
			if years {
				amount = rows[at].Paid
			}
			value, top = amount.TableIn(v.overlay.Frame.Unit()), max(top, amount)
		}
		tip.Rows = append(tip.Rows, chartview.TipRow{Label: s.Scenario.Name, Value: value})
	}
	f := v.overlay.Frame
	return tip, fyne.NewPos(float32(f.X(m, 1)), float32(f.Y(top))), len(tip.Rows) > 0
}

// arrange gives each scenario compared its chart.
func (v *View) arrange(scenarios []scenario.Scenario) {
	changed := len(scenarios) != len(v.ids)
	v.ids = v.ids[:0]
	for i, s := range scenarios {
		cell := v.cells[i]
		cell.swatch.SetHex(v.desk.Book.Swatch(s))
		cell.name.SetText(s.Name)
		cell.chart.View.Name = "chart." + s.ID
		cell.chart.View.Stale()
		v.ids = append(v.ids, s.ID)
	}
	if !changed {
		return
	}
	v.grid.RemoveAll()
	for _, cell := range v.cells[:len(scenarios)] {
		v.grid.Add(cell.card)
	}
}
