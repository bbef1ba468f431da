package plan

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"

	"headroom/scenario"
	"headroom/scenario/solve"
	"headroom/scenario/unit"
	"headroom/ui/desk"
	"headroom/ui/field"
	"headroom/ui/reach"
)

// grip returns what would change by a drag that begins at a place, or that nothing
// would.
func (g *grabber) grip(at fyne.Position) (desk.Grip, bool) {
	h, place, year := g.find(at)
	s, ok := g.desk.Selected()
	switch {
	case !ok || h == noHandle:
		return desk.Grip{}, false
	case h == capHandle:
		return desk.Grip{Note: "Drag to change the cap", At: place}, true
	case h == actualHandle:
		end := g.chart.Frame.Actuals[year]
		return desk.Grip{Note: "Actual: press to change what " + end.Period.Words() + " earned", At: place, Month: end.Period.Last()}, true
	case h == reachedHandle:
		reached := g.chart.Subject.Projection.Total.Reached.Date
		return desk.Grip{Note: "Drag to shift all growth", At: place, Month: reached.Month}, true
	}
	note := g.still(s, year)
	if note == "" {
		note = fmt.Sprintf("Drag to change the growth of %d", year)
	}
	return desk.Grip{Note: note, At: place, Month: unit.NewMonth(year, time.December)}, true
}

// offers returns what the menu of a place has in the stead of a drag.
func (g *grabber) offers(at fyne.Position) []*fyne.MenuItem {
	d := g.desk
	reach := func(by solve.Input) *fyne.MenuItem {
		return fyne.NewMenuItem("Reach the cap on…", func() { reach.Ask(d, by) })
	}
	switch h, _, year := g.find(at); h {
	case capHandle:
		return []*fyne.MenuItem{
			fyne.NewMenuItem("Type the cap", func() { g.form.typeInto("terms.share.cap") }),
			reach(solve.Cap),
		}
	case pointHandle:
		s, ok := d.Selected()
		if !ok || g.still(s, year) != "" {
			return nil
		}
		stream := g.form.ownStream(s)
		return []*fyne.MenuItem{fyne.NewMenuItem(fmt.Sprintf("Type the growth of %d", year), func() {
			g.form.showStream(stream)
			g.form.typeInto(fmt.Sprintf("outlook.streams[%d].growth.%d", stream, year))
		})}
	case reachedHandle:
		return []*fyne.MenuItem{reach(solve.GrowthShift)}
	case actualHandle:
		s, ok := d.Selected()
		if !ok {
			return nil
		}
		return []*fyne.MenuItem{fyne.NewMenuItem("Type what "+g.chart.Frame.Actuals[year].Period.Words()+" earned", func() { g.openActual(s, year) })}
	}
	return nil
}

// openActual goes to the field of an actual whose end is marked in the chart.
func (g *grabber) openActual(s scenario.Scenario, at int) {
	end := g.chart.Frame.Actuals[at]
	if end.Stream >= len(s.Outlook.Streams) {
		return
	}
	if f := g.form; f.stream != total || end.Period.Months == 1 {
		f.stream = end.Stream
	}
	if end.Period.Months == 1 {
		g.form.opened[end.Period.First-(end.Period.First-unit.FirstMonth)%3] = true
	}
	g.form.show()
	g.form.typeInto(g.form.actualPath(end.Period))
}

// showStream shows a stream's revenue in the form.
func (f *form) showStream(stream int) {
	f.stream = stream
	f.show()
}

// typeInto gives the focus to the field of a path.
func (f *form) typeInto(path string) {
	for _, w := range f.named {
		if entry, ok := w.(*field.Number); ok && entry.InspectName() == path {
			f.desk.Window.Canvas().Focus(entry)
		}
	}
}
