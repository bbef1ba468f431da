package field

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"headroom/ui/inspect"
)

// A Note is an entry for a text of several lines. It knows how long the text may
// be: what the clipboard holds beyond that is refused before it is laid out.
type Note struct {
	widget.Entry
	labeled

	// Name is the field's name in the inspection file.
	Name string
	// OnRefuse is called with what is wrong with a paste.
	OnRefuse func(err error)

	most    int
	escape  func() // see Answer
	focused bool
}

var _ inspect.Widget = (*Note)(nil)

// NewNote returns an empty field for a text of at most most characters that shows
// so many rows.
func NewNote(name string, rows, most int) *Note {
	n := &Note{Name: name, most: most}
	n.MultiLine, n.Wrapping = true, fyne.TextWrapWord
	n.SetMinRowsVisible(rows)
	n.ExtendBaseWidget(n)
	return n
}

// Answer names the function to call on Escape; Enter begins a new line.
func (n *Note) Answer(_, escape func()) { n.escape = escape }

// TypedKey gives the prompt around the note up on Escape.
func (n *Note) TypedKey(event *fyne.KeyEvent) {
	if event.Name == fyne.KeyEscape && n.escape != nil {
		n.escape()
		return
	}
	n.Entry.TypedKey(event)
}

// TypedShortcut pastes what there is room for, and refuses more.
func (n *Note) TypedShortcut(shortcut fyne.Shortcut) {
	paste, ok := shortcut.(*fyne.ShortcutPaste)
	if !ok {
		n.Entry.TypedShortcut(shortcut)
		return
	}
	text := paste.Clipboard.Content()
	room := n.most - utf8.RuneCountInString(n.Text) + utf8.RuneCountInString(n.SelectedText())
	if err := fits(text, room, n.most); err != nil {
		if n.OnRefuse != nil {
			n.OnRefuse(err)
		}
		return
	}
	n.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: holding{paste.Clipboard, text}})
}

// FocusGained notes that the field has the focus.
func (n *Note) FocusGained() {
	n.focused = true
	n.Entry.FocusGained()
}

// FocusLost notes that it has it no longer.
func (n *Note) FocusLost() {
	n.focused = false
	n.Entry.FocusLost()
}

// plain returns Fyne's own entry within.
func (n *Note) plain() *widget.Entry { return &n.Entry }

// InspectName returns the field's name in the inspection file.
func (n *Note) InspectName() string { return n.Name }

// Inspect returns what the inspection file tells of the field.
func (n *Note) Inspect() inspect.Node {
	return inspect.Node{Kind: "entry", Label: n.label(n.PlaceHolder), Text: n.Text, Enabled: !n.Disabled(), Focused: n.focused}
}
