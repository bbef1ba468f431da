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
// scroll. One in whose place another was made hands the focus on.
func (p *Planner) reveal(scroll *container.Scroll, widgets []field.Inspectable) {
	for _, w := range widgets {
		told, ok := w.(interface{ WhenFocused(do func()) })
		if !ok {
			continue
		}
		told.WhenFocused(func() {
			if heir := p.heir(w); heir != w {
				p.focusLike(w)
				return
			}
			p.scrollTo(scroll, w)
		})
	}
}

// scrollTo brings a widget into view where its middle is not seen: what is seen
// must not move under the pointer that presses it.
func (p *Planner) scrollTo(scroll *container.Scroll, w field.Inspectable) {
	top, height, ok := p.placeIn(scroll, w)
	if !ok {
		return
	}
	const margin = 8
	room, to := scroll.Size().Height, scroll.Offset.Y
	switch middle := top + height/2; {
	case middle < 0 || middle > room && height > room-2*margin:
		to += top - margin
	case middle > room:
		to += top + height - room + margin
	default:
		return
	}
	scroll.ScrollToOffset(fyne.NewPos(scroll.Offset.X, max(0, to)))
}

// placeIn returns how far below the top of scroll a widget stands, and how high it is;
// false where that is not known yet.
func (p *Planner) placeIn(scroll *container.Scroll, w field.Inspectable) (top, height float32, ok bool) {
	driver := p.app.Driver()
	if top = driver.AbsolutePositionForObject(w).Y; top != 0 {
		return top - driver.AbsolutePositionForObject(scroll).Y, w.Size().Height, true
	}
	row, ok := p.plan.form.lines[w] // made just now, and known to nobody but its row
	if !ok {
		return 0, 0, false
	}
	return row.Position().Y + p.plan.form.rows.Position().Y - scroll.Offset.Y, row.Size().Height, true
}

// refocus gives the focus back to what had it, or to what stands in its place.
func (p *Planner) refocus(focused fyne.Focusable) {
	if w, ok := focused.(field.Inspectable); ok && p.heir(w) != w {
		p.focusLike(w)
		return
	}
	if p.rail.cardOf(focused) != nil {
		p.rail.refocus()
		return
	}
	object, ok := focused.(fyne.CanvasObject)
	if ok && !p.app.Driver().AbsolutePositionForObject(object).IsZero() {
		p.window.Canvas().Focus(focused)
	}
}

// focusLike gives the focus to the field that stands in the place of another.
func (p *Planner) focusLike(w field.Inspectable) {
	if heir, ok := p.heir(w).(fyne.Focusable); ok {
		p.window.Canvas().Focus(heir)
	}
}

// heir returns the field of the view that has the name and kind of another that it
// has no longer; w itself where it still has it, or no other.
func (p *Planner) heir(w field.Inspectable) field.Inspectable {
	heir := w
	kind, _, _, _, _ := w.Inspect()
	for _, f := range p.fields() {
		if f == w {
			return w
		}
		if same, _, _, _, _ := f.Inspect(); same == kind && f.InspectName() == w.InspectName() {
			heir = f
		}
	}
	return heir
}

// fields returns the fields of the view that is in front, which can be seen.
func (p *Planner) fields() []field.Inspectable {
	switch p.view {
	case ViewPlan:
		return p.plan.form.named
	case ViewCompare:
		if p.compare.ids != nil {
			return p.compare.inputs.named
		}
	}
	return nil
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
