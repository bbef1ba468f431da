package inspect

import "fyne.io/fyne/v2"

// A Widget is one that the inspection file lists.
type Widget interface {
	fyne.CanvasObject
	// InspectName returns the widget's name, such as terms.share.cap; one
	// without a name is not listed.
	InspectName() string
	// Inspect returns what can be told of the widget as it is now.
	Inspect() Node
}

// A Node is what is said of a widget.
type Node struct {
	Kind    string // entry, slider, choice, check, button, table, chart or grip
	Label   string // of a field or button, the words by which people know it
	Text    string // as shown
	Fault   string // the error it is marked with, empty for none
	Enabled bool   // whether it can be used
	Focused bool
}
