package risk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario/plot"
	"headroom/scenario/plot/risk"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
	"headroom/ui/chartview"
	"headroom/ui/desk"
	"headroom/ui/inspect"
	"headroom/ui/look"
)

// dates shows how likely the cap is reached when.
type dates struct {
	view  *View
	card  *look.Card
	chart *desk.Chart
	faces *look.Group[bool] // whether it is drawn as what has come by then
	frame risk.Frame
	named []inspect.Widget
}

func newDates(v *View) *dates {
	d := &dates{view: v}
	d.chart = desk.NewChart(v.desk, "risk.dates", fyne.NewSize(320, 200), d.picture)
	d.chart.View.OnHover = d.onHover
	d.chart.View.OnDrawn = nil
	d.faces = look.NewSegmented([]look.Option[bool]{
		{Name: "risk.dates.bars", Text: "By quarter", Hint: "How likely the cap is reached in each quarter"},
		{Value: true, Name: "risk.dates.rising", Text: "By then", Hint: "How likely the cap is reached by the end of each quarter; of the scenarios ticked, too"},
	}, func(bool) { d.chart.View.Stale() })
	save := look.NewButton("risk.dates.save", "Save picture…", func() {
		v.front = d.picture
		v.desk.SavePicture()
	})
	save.SetTooltip("Save or copy this chart as a picture")
	title := look.NewHeading("When is the cap reached?")
	head := container.New(look.NewColumns(10, look.Stretch, look.Natural, look.Natural), title, d.faces.Object(), save)
	d.card = look.NewCard(container.NewBorder(head, nil, nil, nil, d.chart.View), look.CardPad)
	for _, b := range d.faces.Buttons() {
		d.named = append(d.named, b)
	}
	d.named = append(d.named, save, d.chart.View)
	return d
}

func (d *dates) picture() (plot.Picture, bool) {
	r := d.view.runs
	if !r.known {
		return plot.Picture{}, false
	}
	c := risk.Dates{Runs: []risk.Run{{Subject: r.subject, Result: r.result}}, Rising: d.faces.Selected(), Frame: &d.frame}
	if c.Rising {
		c.Runs = append(c.Runs, d.view.race.others()...)
	}
	return plot.Picture{Options: plot.Options{Theme: desk.PlotTheme()}, Chart: c}, true
}

// onHover says how likely the quarter under the pointer is.
func (d *dates) onHover(at fyne.Position) {
	slot, ok := d.frame.SlotAt(float64(at.X))
	if !ok || float64(at.Y) < d.frame.Plot.Top || float64(at.Y) > d.frame.Plot.Bottom {
		d.chart.View.ClearOverlay()
		return
	}
	tip := chartview.Tip{Title: slot.Words, Rows: []chartview.TipRow{{Label: "cap reached", Value: simulate.Likely(slot.Probability)}}}
	if r := d.view.runs; slot.First != 0 && r.known {
		for _, q := range r.result.Quarters {
			if q.First == slot.First {
				tip.Rows = append(tip.Rows, chartview.TipRow{Label: "by then", Value: simulate.Likely(q.ReachedBy)})
			}
		}
	} else if slot.First == unit.Month(0) {
		tip.Rows[0].Label = "likely"
	}
	middle := float32(slot.Box.Left+slot.Box.Right) / 2
	d.chart.View.SetTip(fyne.NewPos(middle, at.Y), tip)
}
