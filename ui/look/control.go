package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// A Control is what buttons, check boxes, choices and sliders have in common: a tooltip,
// the focus, and that they look different while they have the focus or the pointer is
// over them. The widget that embeds it calls SetOwner once; it takes no text.
type Control struct {
	Hint
	Focus

	focused, hovered bool
	refresh          func() // redraws the owner; nil for all of it
}

var _ desktop.Hoverable = (*Control)(nil)

// Focused reports whether the widget has the focus.
func (c *Control) Focused() bool { return c.focused }

// Hovered reports whether the pointer is over the widget.
func (c *Control) Hovered() bool { return c.hovered }

func (c *Control) redraw() {
	if c.refresh != nil {
		c.refresh()
		return
	}
	c.owner().Refresh()
}

// FocusGained implements fyne.Focusable.
func (c *Control) FocusGained() { c.focused = true; c.redraw(); c.TellFocus() }

// FocusLost implements fyne.Focusable.
func (c *Control) FocusLost() { c.focused = false; c.redraw() }

// TypedRune implements fyne.Focusable.
func (c *Control) TypedRune(r rune) { PassRune(r, c.owner()) }

// MouseIn implements desktop.Hoverable.
func (c *Control) MouseIn(event *desktop.MouseEvent) {
	c.Hint.MouseIn(event)
	c.hovered = true
	c.redraw()
}

// MouseOut implements desktop.Hoverable.
func (c *Control) MouseOut() {
	c.Hint.MouseOut()
	c.hovered = false
	c.redraw()
}

// A Focusable is a widget that can have the focus.
type Focusable interface {
	fyne.Widget
	fyne.Focusable
}

// TakeFocus gives the widget the focus, where a window shows it.
func TakeFocus(widget Focusable) {
	if canvas := CanvasOf(widget); canvas != nil {
		canvas.Focus(widget)
	}
}
