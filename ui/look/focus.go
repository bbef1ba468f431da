package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// A Focus lets the widget that embeds it tell that it takes the focus or is pressed.
// The widget calls TellFocus from its FocusGained and, where it has a MouseDown and
// a MouseUp of its own, TellPress from the beginning of both.
type Focus struct {
	// OnFocus, where set, is called when the widget takes the focus, such as to
	// bring it into view.
	OnFocus func()
	// OnPress, where set, is called when a button of the mouse is pressed on the
	// widget, before what had the focus loses it, and when it no longer is.
	OnPress func(held bool)
}

var _ desktop.Mouseable = (*Focus)(nil)

// WhenFocused sets OnFocus, for whoever knows a widget only as one of several.
func (f *Focus) WhenFocused(do func()) { f.OnFocus = do }

// TellFocus calls OnFocus.
func (f *Focus) TellFocus() {
	if f.OnFocus != nil {
		f.OnFocus()
	}
}

// WhenPressed sets OnPress.
func (f *Focus) WhenPressed(do func(held bool)) { f.OnPress = do }

// TellPress calls OnPress.
func (f *Focus) TellPress(held bool) {
	if f.OnPress != nil {
		f.OnPress(held)
	}
}

// MouseDown implements desktop.Mouseable.
func (f *Focus) MouseDown(*desktop.MouseEvent) { f.TellPress(true) }

// MouseUp implements desktop.Mouseable.
func (f *Focus) MouseUp(*desktop.MouseEvent) { f.TellPress(false) }

// PassKey hands a key that a focused widget has no use for to the canvas that
// shows the widget, which would not see it otherwise.
func PassKey(event *fyne.KeyEvent, from fyne.CanvasObject) {
	if canvas := CanvasOf(from); canvas != nil && canvas.OnTypedKey() != nil {
		canvas.OnTypedKey()(event)
	}
}

// PassRune does the same with a character that was typed.
func PassRune(r rune, from fyne.CanvasObject) {
	if canvas := CanvasOf(from); canvas != nil && canvas.OnTypedRune() != nil {
		canvas.OnTypedRune()(r)
	}
}

// HeldModifiers returns the modifier keys held, where the driver can tell.
func HeldModifiers() fyne.KeyModifier {
	if driver, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return driver.CurrentKeyModifiers()
	}
	return 0
}
