package field

import "strings"

// A Text is an entry that holds a name or another short text.
type Text struct {
	input

	// Check, where set, says what is wrong with a text; its error is shown at
	// the field.
	Check func(text string) error
	// OnEdit is called with each new text the user gave, without spaces around it. Its
	// error, if any, is shown at the field, which then keeps what was typed and
	// the text it had.
	OnEdit func(text string) error
	// OnCommit is called where the edits told since the last such call make one
	// step for undo.
	OnCommit func()

	value string
}

// NewText returns an empty field that shows placeholder while it is empty.
func NewText(name, placeholder string) *Text {
	t := &Text{}
	t.start(t, t, name, false)
	t.SetPlaceHolder(placeholder)
	return t
}

// Value returns the last good text.
func (t *Text) Value() string { return t.value }

// Reading returns what is being typed, or the text where nothing is. It takes
// nothing over.
func (t *Text) Reading() string {
	if !t.typed {
		return t.value
	}
	return strings.TrimSpace(t.input.Text)
}

// Display shows a text without telling OnEdit. What the user is typing stays where
// the text is the one shown before.
func (t *Text) Display(text string) {
	if text == t.value {
		return
	}
	t.value = text
	t.write()
}

func (t *Text) short() string { return t.value }

func (t *Text) full() string { return t.value }

func (t *Text) accept(text string) error {
	text = strings.TrimSpace(text)
	if t.Check != nil {
		if err := t.Check(text); err != nil {
			return err
		}
	}
	if text == t.value {
		return nil
	}
	before := t.value
	t.value = text
	if t.OnEdit != nil {
		if err := t.OnEdit(text); err != nil {
			t.value = before
			return err
		}
	}
	t.edited = true
	return nil
}

func (t *Text) step(float64) error { return nil }

func (t *Text) seal() {
	if t.OnCommit != nil {
		t.OnCommit()
	}
}
