package ui

import (
	"fyne.io/fyne/v2"

	"headroom/ui/inspect"
)

// A refusable is a field that can hold what it has not taken.
type refusable interface {
	inspect.Widget
	ErrorText() string
	Revert()
}

// onUndo takes the last step back. What is being typed is taken over first, and is
// then that step; where it is refused, it is given up instead.
func (p *Planner) onUndo() {
	focused := p.Window.Canvas().Focused()
	p.step(func() {
		if entry := p.refused(focused); entry != nil {
			entry.Revert()
			return
		}
		p.Session.Undo()
	})
}

// onRedo does the step again that was taken back last.
func (p *Planner) onRedo() { p.step(func() { p.Session.Redo() }) }

func (p *Planner) step(step func()) {
	focused := p.Window.Canvas().Focused()
	p.Commit()
	p.Session.Seal()
	step()
	p.StepsChanged()
	p.refocus(focused)
}

// undoName names what would be undone, empty for nothing.
func (p *Planner) undoName() string {
	if p.refused(nil) != nil {
		return "refused entry"
	}
	return p.Session.UndoName()
}

// refused returns a field of the view that holds what it has not taken: the one
// that has the focus, or else the first; nil where there is none.
func (p *Planner) refused(focused fyne.Focusable) refusable {
	var first refusable
	for _, w := range p.Front().Fields() {
		entry, ok := w.(refusable)
		switch {
		case !ok || entry.ErrorText() == "":
		case any(entry) == any(focused):
			return entry
		case first == nil:
			first = entry
		}
	}
	return first
}
