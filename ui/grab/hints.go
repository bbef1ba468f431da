package grab

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"

	"headroom/scenario/plot"
	"headroom/scenario/solve"
	"headroom/scenario/unit"
	"headroom/ui/desk"
	"headroom/ui/reach"
)

// grip returns what would change by a drag that begins at a place, or that nothing
// would.
func (g *Grabber) grip(at fyne.Position) (desk.Grip, bool) {
	h, place, year := g.Find(at)
	s, ok := g.desk.Selected()
	switch {
	case !ok || h == None:
		return desk.Grip{}, false
	case h == Cap:
		return desk.Grip{Note: "Drag to change the cap", At: place}, true
	case h == Actual:
		end := g.chart.Frame.Actuals[year]
		return desk.Grip{Note: "Actual: press to change what " + end.Period.Words() + " earned", At: place, Month: end.Period.Last()}, true
	case h == Reached:
		reached := g.chart.Subject.Projection.Total.Reached.Date
		return desk.Grip{Note: "Drag to shift all growth", At: place, Month: reached.Month}, true
	}
	note := g.still(s, year)
	if note == "" {
		note = fmt.Sprintf("Drag to change the growth of %d", year)
	}
	return desk.Grip{Note: note, At: place, Month: unit.NewMonth(year, time.December)}, true
}

// offers returns what the menu of a place has instead of a drag.
func (g *Grabber) offers(at fyne.Position) []*fyne.MenuItem {
	d := g.desk
	reach := func(by solve.Input) *fyne.MenuItem {
		return fyne.NewMenuItem("Reach the cap on…", func() { reach.Ask(d, by) })
	}
	switch h, _, year := g.Find(at); h {
	case Cap:
		return []*fyne.MenuItem{
			fyne.NewMenuItem("Type the cap", g.form.TypeCap),
			reach(solve.Cap),
		}
	case Point:
		s, ok := d.Selected()
		if !ok || g.still(s, year) != "" {
			return nil
		}
		stream := g.form.OwnStream(s)
		return []*fyne.MenuItem{fyne.NewMenuItem(fmt.Sprintf("Type the growth of %d", year), func() { g.form.TypeGrowth(stream, year) })}
	case Reached:
		return []*fyne.MenuItem{reach(solve.GrowthShift)}
	case Actual:
		end := g.chart.Frame.Actuals[year]
		return []*fyne.MenuItem{fyne.NewMenuItem("Type what "+end.Period.Words()+" earned", func() { g.openActual(end) })}
	}
	return nil
}

// openActual goes to the field of an actual whose end was marked in the chart.
func (g *Grabber) openActual(end plot.ActualPoint) {
	if s, ok := g.desk.Selected(); ok && end.Stream < len(s.Outlook.Streams) {
		g.form.TypeActual(end.Stream, end.Period)
	}
}
