package ui

import (
	"fmt"

	"fyne.io/fyne/v2"

	"headroom/scenario/solve"
	"headroom/ui/field"
)

// note says what would change by a drag that begins at a place, or that nothing
// would; empty where there is nothing to drag.
func (g *grabber) note(at fyne.Position) string {
	switch h, _, year := g.find(at); h {
	case capHandle:
		return "Drag to change the cap"
	case pointHandle:
		s, ok := g.planner.selected()
		if !ok {
			return ""
		}
		if fault := g.still(s, year); fault != "" {
			return fault
		}
		return fmt.Sprintf("Drag to change the growth of %d", year)
	case reachedHandle:
		return "Drag to shift all growth"
	}
	return ""
}

// offers returns what the menu of a place has in the stead of a drag.
func (g *grabber) offers(at fyne.Position) []*fyne.MenuItem {
	p := g.planner
	reach := func(by solve.Input) *fyne.MenuItem {
		return fyne.NewMenuItem("Reach the cap on…", func() { p.askReach(by) })
	}
	switch h, _, year := g.find(at); h {
	case capHandle:
		return []*fyne.MenuItem{
			fyne.NewMenuItem("Type the cap", func() { p.plan.form.typeInto("terms.share.cap") }),
			reach(solve.Cap),
		}
	case pointHandle:
		s, ok := p.selected()
		if !ok || g.still(s, year) != "" {
			return nil
		}
		stream := g.stream(s)
		return []*fyne.MenuItem{fyne.NewMenuItem(fmt.Sprintf("Type the growth of %d", year), func() {
			p.plan.form.showStream(stream)
			p.plan.form.typeInto(fmt.Sprintf("outlook.streams[%d].growth.%d", stream, year))
		})}
	case reachedHandle:
		return []*fyne.MenuItem{reach(solve.GrowthShift)}
	}
	return nil
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
			f.planner.window.Canvas().Focus(entry)
		}
	}
}
