package field

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"headroom/ui/inspect"
	"headroom/ui/look"
)

// A holder is what an input edits: a value with its texts.
type holder interface {
	// short returns the value rounded, full the value so that accept of it
	// changes nothing.
	short() string
	full() string
	// accept takes over the value that text stands for and tells of it where it
	// is another; seal ends the edits told so far.
	accept(text string) error
	step(n float64) error
	seal()
}

// An input is the entry that all typed fields share: it shows a value short, in
// full while it has the focus, and takes over what was typed when the user
// presses Enter or leaves.
type input struct {
	widget.Entry
	look.Hint
	look.Focus
	labeled

	// Name is the field's path, and its name in the inspection file.
	Name string
	// OnShortcut, where set, is given each shortcut that is not one of text
	// editing, after what was typed was taken over; otherwise the canvas is.
	OnShortcut func(shortcut fyne.Shortcut)

	// OnType, where set, is called with the text while the user types it, before it is
	// taken over, and what it goes back to where they give it up.
	OnType func(text string)

	// MoreOfMenu, where set, returns what the menu of the field offers below the
	// commands of text editing.
	MoreOfMenu func() []*fyne.MenuItem

	// OnCells, where set, is offered what the clipboard holds before the field takes
	// any of it, such as the cells of a table, and reports whether it took that.
	OnCells func(text string) bool

	// OnPaste, where set, is given what the clipboard holds and returns what the
	// field inserts of it; its error is shown at the field.
	OnPaste func(text string) (string, error)

	enter, escape func() // see Answer

	held    holder
	face    *inputRenderer
	right   bool
	focused bool
	shift   bool
	typed   bool // the text is the user's, not yet taken over
	writing bool // the text is being set by this package
	edited  bool // an edit was told and not yet sealed
	errText string
	hint    func() string // nil for none
	watch   func()
}

// start binds the input to the widget it is part of and to what it edits.
func (i *input) start(self fyne.Widget, held holder, name string, right bool) {
	i.Name, i.held, i.right = name, held, right
	i.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	i.OnChanged = func(text string) {
		if i.writing {
			return
		}
		i.typed = true
		if i.OnType != nil {
			i.OnType(text)
		}
	}
	i.ExtendBaseWidget(self)
	i.SetOwner(self)
}

// SetHint sets the tooltip, which gives way to the error while there is one.
func (i *input) SetHint(text string) { i.SetHintOf(func() string { return text }) }

// SetHintOf sets what makes the tooltip, as it is about to open.
func (i *input) SetHintOf(made func() string) {
	i.hint = made
	i.tip()
}

func (i *input) tip() {
	if i.errText != "" {
		i.SetTooltip(i.message())
		return
	}
	if i.hint != nil {
		i.SetTooltipOf(i.hint)
		return
	}
	i.SetTooltip("")
}

// message returns the error as a sentence, and which value holds meanwhile; empty
// where there is no error.
func (i *input) message() string {
	if i.errText == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(i.errText)
	sentence := string(unicode.ToUpper(first)) + strings.TrimSuffix(i.errText[size:], ".") + "."
	if kept := i.held.short(); kept != "" {
		sentence += " Still using " + kept + "."
	}
	return sentence
}

// ErrorText returns the error the field is marked with; empty is none.
func (i *input) ErrorText() string { return i.errText }

// WatchError names the function to call after each change of the error.
func (i *input) WatchError(changed func()) { i.watch = changed }

// SetErrorText marks the field with an error, keeping its text, or with an empty
// text takes the mark away. The next good entry takes it away too.
func (i *input) SetErrorText(text string) {
	if text == i.errText {
		return
	}
	i.errText = text
	i.tip()
	i.Refresh()
	if i.watch != nil {
		i.watch()
	}
}

// write shows the value as the field does at rest or while it has the focus, and
// forgets what was typed.
func (i *input) write() {
	i.typed = false
	text := i.held.short()
	if i.focused {
		text = i.held.full()
	}
	if text != i.Text {
		i.writing = true
		i.SetText(text)
		if text == "" { // The entry would go on taking all of it for selected.
			i.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
		}
		i.writing = false
	}
	i.SetErrorText("")
}

// Commit takes over what was typed, as pressing Enter does, and reports whether
// it was good. Where nothing was typed it only ends the edits told so far.
func (i *input) Commit() bool {
	if i.typed {
		if err := i.held.accept(i.Text); err != nil {
			i.SetErrorText(err.Error())
			return false
		}
		i.write()
	}
	i.end()
	return true
}

// end seals the edits told so far.
func (i *input) end() {
	if i.edited {
		i.edited = false
		i.held.seal()
	}
}

// Revert goes back to the last good value.
func (i *input) Revert() {
	typed := i.typed
	i.write()
	if typed && i.OnType != nil {
		i.OnType(i.Text)
	}
}

func (i *input) move(n float64) {
	if i.Disabled() || i.typed && !i.Commit() {
		return
	}
	if err := i.held.step(n); err != nil {
		i.SetErrorText(err.Error())
		return
	}
	i.write()
	i.selectAll()
}

// selectAll selects the text from its end to its beginning, which so is seen
// where there is not room for all digits.
func (i *input) selectAll() {
	i.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	i.Entry.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	i.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	i.Entry.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
}

// FocusGained shows the value in full.
func (i *input) FocusGained() {
	i.focused = true
	i.Entry.FocusGained()
	if !i.typed {
		errText := i.errText
		i.write()
		i.SetErrorText(errText)
	}
	i.selectAll()
	i.TellFocus()
}

// FocusLost takes over what was typed.
func (i *input) FocusLost() {
	i.focused, i.shift = false, false
	i.Entry.FocusLost()
	if i.Commit() {
		i.write()
	}
}

// self returns the widget the input is part of.
func (i *input) self() look.Focusable { return i.held.(look.Focusable) }

// InspectName returns the field's name in the inspection file.
func (i *input) InspectName() string { return i.Name }

// Inspect returns what the inspection file tells of the field.
func (i *input) Inspect() inspect.Node {
	return inspect.Node{Kind: "entry", Label: i.label(i.PlaceHolder, i.Tooltip()), Text: i.Text, Fault: i.errText, Enabled: !i.Disabled(), Focused: i.focused}
}

// plain returns Fyne's own entry within.
func (i *input) plain() *widget.Entry { return &i.Entry }

// RecolorCaret gives the caret of an entry that has the focus the color of the theme
// as it is now. Fyne colors it with the focus, and lets it stay so for as long as the
// focus does.
func RecolorCaret(focused fyne.Focusable) {
	entry, ok := focused.(*widget.Entry)
	if own, is := focused.(interface{ plain() *widget.Entry }); is {
		entry, ok = own.plain(), true
	}
	if ok { // the entry alone: what was typed is not taken over by it
		entry.FocusLost()
		entry.FocusGained()
	}
}
