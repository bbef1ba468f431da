package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/ui/inspect"
)

// Fields are made anew where the shape of what they show changes, such as with the
// last year. The focus then belongs to the field that has the former one's name,
// and what takes it by key has to be seen.

// A pane is what of a view scrolls, and the fields in it.
type pane struct {
	planner *Planner
	scroll  *container.Scroll
	fields  func() []inspect.Widget // of the view, as they are by now
	// stands returns how far below the top of what is scrolled a field stands that was
	// made just now, of which nobody else knows yet, and how high it is; nil where
	// there are none.
	stands func(w inspect.Widget) (top, height float32, ok bool)
}

// reveal lets each of the widgets, when it takes the focus, come into view. One in
// whose place another was made hands the focus on.
func (p *pane) reveal(widgets []inspect.Widget) {
	for _, w := range widgets {
		told, ok := w.(interface{ WhenFocused(do func()) })
		if !ok {
			continue
		}
		told.WhenFocused(func() {
			if heirOf(w, p.fields()) != w {
				p.focusLike(w)
				return
			}
			p.scrollTo(w)
		})
	}
}

// scrollTo brings a widget into view where its middle is not seen: what is seen
// must not move under the pointer that presses it.
func (p *pane) scrollTo(w inspect.Widget) {
	top, height, ok := p.placeOf(w)
	if !ok {
		return
	}
	const margin = 8
	room, to := p.scroll.Size().Height, p.scroll.Offset.Y
	switch middle := top + height/2; {
	case middle < 0 || middle > room && height > room-2*margin:
		to += top - margin
	case middle > room:
		to += top + height - room + margin
	default:
		return
	}
	p.scroll.ScrollToOffset(fyne.NewPos(p.scroll.Offset.X, max(0, to)))
}

// placeOf returns how far below the top of the pane a widget stands, and how high it
// is; false where that is not known yet.
func (p *pane) placeOf(w inspect.Widget) (top, height float32, ok bool) {
	driver := p.planner.app.Driver()
	if top = driver.AbsolutePositionForObject(w).Y; top != 0 {
		return top - driver.AbsolutePositionForObject(p.scroll).Y, w.Size().Height, true
	}
	if p.stands == nil {
		return 0, 0, false
	}
	top, height, ok = p.stands(w)
	return top - p.scroll.Offset.Y, height, ok
}

// focusLike gives the focus to the field that stands in the place of another.
func (p *pane) focusLike(w inspect.Widget) { p.planner.focusOn(heirOf(w, p.fields())) }

func (p *Planner) focusOn(w inspect.Widget) {
	if f, ok := w.(fyne.Focusable); ok {
		p.window.Canvas().Focus(f)
	}
}

// refocus gives the focus back to what had it, or to what stands in its place.
func (p *Planner) refocus(focused fyne.Focusable) {
	if w, ok := focused.(inspect.Widget); ok {
		if heir := heirOf(w, p.front().Fields()); heir != w {
			p.focusOn(heir)
			return
		}
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

// heirOf returns that of a view's fields that has the name and kind of another which
// the view has no longer; w itself where it still has it, or no other.
func heirOf(w inspect.Widget, fields []inspect.Widget) inspect.Widget {
	heir := w
	kind := w.Inspect().Kind
	for _, f := range fields {
		if f == w {
			return w
		}
		if n := f.Inspect(); n.Kind == kind && f.InspectName() == w.InspectName() {
			heir = f
		}
	}
	return heir
}

// focusedOf returns that of the widgets that has the focus, nil where none has.
func focusedOf(widgets []inspect.Widget) inspect.Widget {
	for _, w := range widgets {
		if w.Inspect().Focused {
			return w
		}
	}
	return nil
}
