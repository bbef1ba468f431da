package chartview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"headroom/ui/look"
)

var (
	_ fyne.Draggable         = (*View)(nil)
	_ fyne.Focusable         = (*View)(nil)
	_ fyne.SecondaryTappable = (*View)(nil)
	_ desktop.Mouseable      = (*View)(nil)
	_ desktop.Hoverable      = (*View)(nil)
	_ desktop.Cursorable     = (*View)(nil)
)

// pointer is where the pointer is and what it holds.
type pointer struct {
	at               fyne.Position
	inside           bool
	pressed, grabbed bool
	focused, clicked bool
}

// Pointer returns where the pointer is, and whether it is within the view.
func (v *View) Pointer() (at fyne.Position, inside bool) { return v.at, v.inside }

// Grabbed reports whether something is being dragged.
func (v *View) Grabbed() bool { return v.grabbed }

// MouseIn implements desktop.Hoverable.
func (v *View) MouseIn(event *desktop.MouseEvent) { v.MouseMoved(event) }

// MouseMoved implements desktop.Hoverable. A pointer that drags something else
// across the view, such as the knob of a slider, asks nothing of it.
func (v *View) MouseMoved(event *desktop.MouseEvent) {
	if event.Button != 0 && !v.pressed {
		v.at = event.Position
		return
	}
	v.hover(event.Position)
}

func (v *View) hover(at fyne.Position) {
	v.at, v.inside = at, true
	if v.on.Hover != nil && !v.grabbed {
		v.on.Hover(at)
	}
}

// MouseOut implements desktop.Hoverable.
func (v *View) MouseOut() {
	v.inside = false
	if v.on.Leave != nil {
		v.on.Leave()
	}
}

// Cursor implements desktop.Cursorable.
func (v *View) Cursor() desktop.Cursor {
	if v.on.Cursor == nil {
		return desktop.DefaultCursor
	}
	return v.on.Cursor(v.at)
}

// MouseDown takes the focus and asks what is grabbed.
func (v *View) MouseDown(event *desktop.MouseEvent) {
	v.TellPress(true)
	if event.Button != desktop.MouseButtonPrimary {
		return
	}
	v.clicked = true
	look.TakeFocus(v)
	v.clicked = false
	v.press(event.Position)
}

func (v *View) press(at fyne.Position) {
	v.at, v.pressed = at, true
	v.grabbed = v.on.Press != nil && v.on.Press(at)
}

// MouseUp lets go.
func (v *View) MouseUp(event *desktop.MouseEvent) {
	v.TellPress(false)
	if event.Button == desktop.MouseButtonPrimary {
		v.at = event.Position
		v.release()
	}
}

// Dragged implements fyne.Draggable.
func (v *View) Dragged(event *fyne.DragEvent) {
	if !v.pressed {
		v.press(event.Position.Subtract(event.Dragged))
	}
	v.DragTo(event.Position, v.modifiers())
}

// DragTo drags what was grabbed to a place while modifier keys are held.
func (v *View) DragTo(at fyne.Position, modifiers fyne.KeyModifier) {
	v.at = at
	if v.grabbed && v.on.Drag != nil {
		v.on.Drag(at, modifiers)
	}
}

// DragEnd implements fyne.Draggable.
func (v *View) DragEnd() { v.release() }

func (v *View) release() {
	v.pressed = false
	if !v.grabbed {
		return
	}
	v.grabbed = false
	if v.on.Drop != nil {
		v.on.Drop(v.at)
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (v *View) TappedSecondary(event *fyne.PointEvent) {
	if v.on.Menu != nil {
		v.on.Menu(event.Position)
	}
}

// TypedKey ends a drag on Escape, asks for the menu on the menu key, and reports
// every other key; those of no use here go on to the window.
func (v *View) TypedKey(event *fyne.KeyEvent) {
	switch {
	case event.Name == fyne.KeyEscape && v.grabbed:
		v.grabbed = false
		if v.on.Cancel != nil {
			v.on.Cancel()
		}
	case event.Name == desktop.KeyMenu:
		if v.on.Menu != nil {
			v.on.Menu(fyne.NewPos(v.Size().Width/2, v.Size().Height/2))
		}
	case v.on.Key == nil || !v.on.Key(event.Name, v.modifiers()):
		look.PassKey(event, v)
	}
}

// TypedRune implements fyne.Focusable; the view takes no text.
func (v *View) TypedRune(r rune) { look.PassRune(r, v) }

// FocusGained shows that keys go to the view, where it was not clicked.
func (v *View) FocusGained() {
	v.focused = true
	if !v.clicked {
		v.overlay.ring.SetVisible(true)
		v.overlay.ground.Refresh()
		v.TellFocus()
	}
}

// FocusLost implements fyne.Focusable.
func (v *View) FocusLost() {
	v.focused = false
	v.overlay.ring.SetVisible(false)
}
