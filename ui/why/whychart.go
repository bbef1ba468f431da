package why

import (
	"strconv"

	"fyne.io/fyne/v2"

	"headroom/scenario/explain"
	"headroom/scenario/plot"
	"headroom/scenario/unit"
	"headroom/ui/desk"
	"headroom/ui/look"
)

// A chartAsker lets what a chart shows of a month, or of a year, be asked about:
// by the menu of a place, and by Enter for the one under the crosshair.
type chartAsker struct {
	desk  *desk.Desk
	chart *desk.Chart
}

// OnChart lets what a chart shows be asked about.
func OnChart(d *desk.Desk, c *desk.Chart) {
	a := &chartAsker{desk: d, chart: c}
	c.Handle(desk.Handler{Key: a.onKey, Menu: a.onMenu})
}

// onKey asks on Enter about the month under the crosshair.
func (a *chartAsker) onKey(key fyne.KeyName, _ fyne.KeyModifier) bool {
	if key != fyne.KeyReturn && key != fyne.KeyEnter {
		return false
	}
	a.ask(a.present())
	return true
}

// onMenu offers to explain the month at a place.
func (a *chartAsker) onMenu(at fyne.Position) {
	m, _, ok := a.chart.Place(at)
	if !ok { // above or below the plot
		m, ok = a.chart.Frame.MonthAt(float64(at.X))
	}
	if !ok {
		return
	}
	when := m.Long()
	if a.chart.Kind == plot.KindYears {
		when = strconv.Itoa(m.Year())
	}
	a.chart.View.HideTip()
	items := []*fyne.MenuItem{fyne.NewMenuItem(desk.AskWhy+" ("+when+")", func() { a.ask(m) })}
	items = append(items, a.chart.Offers(at)...)
	look.ShowMenu(fyne.NewMenu("", items...), at, a.chart.View)
}

// ask explains what counts toward the cap by the end of a month, or where the
// chart shows years, what is paid in that of the month.
func (a *chartAsker) ask(m unit.Month) {
	if a.chart.Kind == plot.KindYears {
		january := unit.NewMonth(m.Year(), 1)
		Ask(a.desk, explain.Question{Figure: explain.Paid, From: january, Through: january + 11})
		return
	}
	Ask(a.desk, explain.Question{Figure: explain.Cumulative, From: m, Through: m})
}

// present returns the month under the crosshair; without one, that in which the
// cap is reached, or else the last.
func (a *chartAsker) present() unit.Month {
	if m := a.chart.Month; !m.IsZero() {
		return m
	}
	if reached := a.chart.Subject.Projection.Total.Reached.Date; !reached.IsZero() {
		return reached.Month
	}
	return a.chart.Frame.Through
}
