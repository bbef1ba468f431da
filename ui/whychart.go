package ui

import (
	"strconv"

	"fyne.io/fyne/v2"

	"headroom/scenario/explain"
	"headroom/scenario/plot"
	"headroom/scenario/unit"
	"headroom/ui/look"
)

// A chartAsker lets the months of a chart be asked about: by the menu of a place,
// and by Enter for the month under the crosshair, which Left and Right move.
type chartAsker struct {
	planner *Planner
	chart   *chart
	kind    func() plot.Kind
	month   unit.Month // under the crosshair, zero for none
}

func newChartAsker(p *Planner, c *chart, kind func() plot.Kind) *chartAsker {
	a := &chartAsker{planner: p, chart: c, kind: kind}
	hover := c.view.OnHover
	c.view.OnHover = func(at fyne.Position) {
		hover(at)
		a.month = 0
		if m, ok := c.frame.MonthAt(float64(at.X)); ok && c.frame.Plot.Contains(float64(at.X), float64(at.Y)) {
			a.month = m
		}
	}
	leave := c.view.OnLeave
	c.view.OnLeave = func() {
		leave()
		a.month = 0
	}
	key := c.view.OnKey
	c.view.OnKey = func(name fyne.KeyName, modifiers fyne.KeyModifier) {
		if !a.onKey(name, modifiers) && key != nil {
			key(name, modifiers)
		}
	}
	c.view.OnSecondary = a.onMenu
	return a
}

// onMenu offers to explain the month at a place.
func (a *chartAsker) onMenu(at fyne.Position) {
	m, ok := a.chart.frame.MonthAt(float64(at.X))
	if !ok {
		return
	}
	when := m.Long()
	if a.kind() == plot.KindYears {
		when = strconv.Itoa(m.Year())
	}
	look.ShowMenu(fyne.NewMenu("", fyne.NewMenuItem(askWhy+" ("+when+")", func() { a.ask(m) })), at, a.chart.view)
}

// ask explains a month, or where the chart shows years, its year.
func (a *chartAsker) ask(m unit.Month) {
	if a.kind() == plot.KindYears {
		january := unit.NewMonth(m.Year(), 1)
		a.planner.onWhy(explain.Question{Figure: explain.Paid, From: january, Through: january + 11})
		return
	}
	a.planner.onWhy(monthQuestion(m))
}

// onKey moves the crosshair and asks; it reports whether the key was one of its
// own.
func (a *chartAsker) onKey(name fyne.KeyName, modifiers fyne.KeyModifier) bool {
	step := unit.Month(1)
	if modifiers&fyne.KeyModifierShift != 0 {
		step = 12
	}
	switch name {
	case fyne.KeyLeft:
		a.move(-step)
	case fyne.KeyRight:
		a.move(step)
	case fyne.KeyReturn, fyne.KeyEnter:
		if m, ok := a.present(); ok {
			a.ask(m)
		}
	default:
		return false
	}
	return true
}

// present returns the month under the crosshair; without one, that in which the
// cap is reached, or else the last.
func (a *chartAsker) present() (unit.Month, bool) {
	months := a.chart.subject.Projection.Months
	if len(months) == 0 {
		return 0, false
	}
	first, last := months[0].From, months[len(months)-1].From
	switch reached := a.chart.subject.Projection.Total.Reached.Date.Month; {
	case a.month >= first && a.month <= last:
		return a.month, true
	case reached >= first && reached <= last:
		return reached, true
	}
	return last, true
}

// move moves the crosshair, which first appears where Enter would ask.
func (a *chartAsker) move(by unit.Month) {
	m, ok := a.present()
	if !ok {
		return
	}
	months := a.chart.subject.Projection.Months
	if a.month != 0 {
		m = min(max(m+by, months[0].From), months[len(months)-1].From)
	}
	a.month = m
	a.chart.explain(m)
}
