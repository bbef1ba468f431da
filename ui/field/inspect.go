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
