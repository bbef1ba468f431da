package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// A Focus lets the widget that embeds it tell that it takes the focus. The widget
// calls TellFocus from its FocusGained.
type Focus struct {
	// OnFocus, where set, is told that the widget takes the focus, such as to
	// bring it into view.
	OnFocus func()
}

// WhenFocused sets OnFocus, for whoever knows a widget only as one of several.
func (f *Focus) WhenFocused(do func()) { f.OnFocus = do }

// TellFocus calls OnFocus.
func (f *Focus) TellFocus() {
	if f.OnFocus != nil {
		f.OnFocus()
	}
}

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
