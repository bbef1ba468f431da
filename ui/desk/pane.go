package desk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/ui/inspect"
)

// Fields are made again where the shape of what they show changes, such as with the
// last year. The focus then belongs to the field that has the former one's name,
// and what takes it by key has to be seen.

// A Pane is what of a view scrolls, and the fields in it.
type Pane struct {
	Desk   *Desk
	Scroll *container.Scroll
	Fields func() []inspect.Widget // of the view, as they are by now
	// Stands returns how far below the top of what is scrolled a field stands that was
	// made just now, of which nobody else knows yet, and how high it is; nil where
	// there are none.
	Stands func(w inspect.Widget) (top, height float32, ok bool)
}

// Reveal lets each of the widgets, when it takes the focus, come into view. One in
// whose place another was made hands the focus on.
func (p *Pane) Reveal(widgets []inspect.Widget) {
	for _, w := range widgets {
		watched, ok := w.(interface{ WhenFocused(do func()) })
		if !ok {
			continue
		}
		watched.WhenFocused(func() {
			if SuccessorOf(w, p.Fields()) != w {
				p.FocusLike(w)
				return
			}
			p.scrollTo(w)
		})
	}
}

// scrollTo brings a widget into view where its middle is not seen: what is seen
// must not move under the pointer that presses it.
func (p *Pane) scrollTo(w inspect.Widget) {
	top, height, ok := p.PlaceOf(w)
	if !ok {
		return
	}
	const margin = 8
	room, to := p.Scroll.Size().Height, p.Scroll.Offset.Y
	switch middle := top + height/2; {
	case middle < 0 || middle > room && height > room-2*margin:
		to += top - margin
	case middle > room:
		to += top + height - room + margin
	default:
		return
	}
	p.Scroll.ScrollToOffset(fyne.NewPos(p.Scroll.Offset.X, max(0, to)))
}

// PlaceOf returns how far below the top of the pane a widget stands, and how high it
// is; false where that is not known yet.
func (p *Pane) PlaceOf(w inspect.Widget) (top, height float32, ok bool) {
	driver := p.Desk.App.Driver()
	if top = driver.AbsolutePositionForObject(w).Y; top != 0 {
		return top - driver.AbsolutePositionForObject(p.Scroll).Y, w.Size().Height, true
	}
	if p.Stands == nil {
		return 0, 0, false
	}
	top, height, ok = p.Stands(w)
	return top - p.Scroll.Offset.Y, height, ok
}

// FocusLike gives the focus to the field that stands in the place of another.
func (p *Pane) FocusLike(w inspect.Widget) { p.Desk.FocusOn(SuccessorOf(w, p.Fields())) }

// FocusOn gives the focus to a field, where it can take it.
func (d *Desk) FocusOn(w inspect.Widget) {
	if f, ok := w.(fyne.Focusable); ok {
		d.Window.Canvas().Focus(f)
	}
}

// SuccessorOf returns that of a view's fields that has the name and kind of another which
// the view has no longer; w itself where it still has it, or no other.
func SuccessorOf(w inspect.Widget, fields []inspect.Widget) inspect.Widget {
	successor := w
	kind := w.Inspect().Kind
	for _, f := range fields {
		if f == w {
			return w
		}
		if n := f.Inspect(); n.Kind == kind && f.InspectName() == w.InspectName() {
			successor = f
		}
	}
	return successor
}

// FocusedOf returns that of the widgets that has the focus, nil where none has.
func FocusedOf(widgets []inspect.Widget) inspect.Widget {
	for _, w := range widgets {
		if w.Inspect().Focused {
			return w
		}
	}
	return nil
}
