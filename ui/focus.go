package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/ui/field"
)

// Fields are made anew where the shape of what they show changes, such as with the
// last year. The focus then belongs to the field that has the former one's name,
// and what takes it by key has to be seen.

// reveal lets each of the widgets, when it takes the focus, come into the view of
// scroll. One that is gone by then hands the focus on.
func (p *Planner) reveal(scroll *container.Scroll, widgets []field.Inspectable) {
	for _, w := range widgets {
		told, ok := w.(interface{ WhenFocused(do func()) })
		if !ok {
			continue
		}
		told.WhenFocused(func() {
			if p.gone(w) {
				p.focusLike(w)
				return
			}
			p.scrollTo(scroll, w)
		})
	}
}

// scrollTo brings a widget into view where its middle is not seen: what is seen
// must not move under the pointer that presses it.
func (p *Planner) scrollTo(scroll *container.Scroll, w fyne.CanvasObject) {
	const margin = 8
	driver := p.app.Driver()
	top := driver.AbsolutePositionForObject(w).Y - driver.AbsolutePositionForObject(scroll).Y
	height, room := w.Size().Height, scroll.Size().Height
	middle, to := top+height/2, scroll.Offset.Y
	switch {
	case middle < 0 || middle > room && height > room-2*margin:
		to += top - margin
	case middle > room:
		to += top + height - room + margin
	default:
		return
	}
	scroll.ScrollToOffset(fyne.NewPos(scroll.Offset.X, max(0, to)))
}

// gone reports whether a widget is no longer on the screen.
func (p *Planner) gone(w fyne.CanvasObject) bool {
	return p.app.Driver().AbsolutePositionForObject(w).IsZero()
}

// refocus gives the focus back to what had it, or to what stands in its place.
func (p *Planner) refocus(focused fyne.Focusable) {
	object, ok := focused.(fyne.CanvasObject)
	if !ok {
		return
	}
	if !p.gone(object) {
		p.window.Canvas().Focus(focused)
		return
	}
	if w, ok := object.(field.Inspectable); ok {
		p.focusLike(w)
	}
}

// focusLike gives the focus to the field of the view that has the name and kind of
// another that is gone.
func (p *Planner) focusLike(gone field.Inspectable) {
	var fields []field.Inspectable
	switch p.view {
	case ViewPlan:
		fields = p.plan.form.named
	case ViewCompare:
		fields = p.compare.inputs.named
	}
	kind, _, _, _, _ := gone.Inspect()
	for _, w := range fields {
		same, _, _, _, _ := w.Inspect()
		focusable, ok := w.(fyne.Focusable)
		if ok && same == kind && w.InspectName() == gone.InspectName() && !p.gone(w) {
			p.window.Canvas().Focus(focusable)
			return
		}
	}
}

// focusedOf returns that of the widgets that has the focus, nil where none has.
func focusedOf(widgets []field.Inspectable) field.Inspectable {
	for _, w := range widgets {
		if _, _, _, _, focused := w.Inspect(); focused {
			return w
		}
	}
	return nil
}
