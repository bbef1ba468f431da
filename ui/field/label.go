package field

import (
	"cmp"

	"fyne.io/fyne/v2"

	"headroom/ui/look"
)

// A labeled field knows the words beside it: by them, people and programs that read
// the screen to people tell it from others.
type labeled struct{ words string }

// SetLabel sets the words beside the field. A Row sets them for its fields, where they
// are not set before.
func (l *labeled) SetLabel(words string) { l.words = words }

// Label returns the words beside the field.
func (l *labeled) Label() string { return l.words }

// label returns what a field goes by: the words beside it, or where there are none
// what it says of itself, the best first.
func (l *labeled) label(ofItself ...string) string {
	return cmp.Or(l.words, cmp.Or(ofItself...))
}

// labelAll tells the fields among the objects of a row, which are in the order of
// reading, the words before them: the first, and such as "to" where they stand
// between.
func labelAll(objects []fyne.CanvasObject) {
	first, between := "", ""
	for _, o := range objects {
		switch o := o.(type) {
		case *look.Text:
			first, between = said(first, o.Content)
		case *look.HintLabel:
			first, between = said(first, o.Content)
		case interface {
			Label() string
			SetLabel(words string)
		}:
			if words := first + between; o.Label() == "" {
				o.SetLabel(words)
			}
		}
	}
}

// said returns what the next field is called by, after more words.
func said(first, more string) (words, between string) {
	if first == "" {
		return more, ""
	}
	return first, " " + more
}
