package field

import "fyne.io/fyne/v2"

// Inspectable is a widget that the inspection file lists.
type Inspectable interface {
	fyne.CanvasObject
	// InspectName returns the widget's name, such as terms.share.cap; one
	// without a name is not listed.
	InspectName() string
	// Inspect returns the widget's kind (entry, slider, choice, check, button),
	// the text it shows, the error it is marked with, and whether it can be used
	// and has the focus.
	Inspect() (kind, text, errText string, enabled, focused bool)
}

// CommitFocused takes over what was typed into the focused field of the canvas,
// as leaving the field would. Call it before a command that reads or changes
// what the fields show, such as save or undo from a menu. It reports whether no
// bad entry is left in that field.
func CommitFocused(canvas fyne.Canvas) bool {
	if canvas == nil {
		return true
	}
	field, ok := canvas.Focused().(interface{ Commit() bool })
	return !ok || field.Commit()
}
