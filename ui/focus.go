package ui

import (
	"fyne.io/fyne/v2"

	"headroom/ui/desk"
	"headroom/ui/inspect"
)

// refocus gives the focus back to what had it, or to what stands in its place.
func (p *Planner) refocus(focused fyne.Focusable) {
	if w, ok := focused.(inspect.Widget); ok {
		if successor := desk.SuccessorOf(w, p.Front().Fields()); successor != w {
			p.FocusOn(successor)
			return
		}
	}
	if p.rail.Holds(focused) {
		p.rail.Refocus()
		return
	}
	object, ok := focused.(fyne.CanvasObject)
	if ok && !p.App.Driver().AbsolutePositionForObject(object).IsZero() {
		p.Window.Canvas().Focus(focused)
	}
}
