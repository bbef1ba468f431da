package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"headroom/ui/look"
)

// KeyDown keeps the state of the Shift key.
func (i *input) KeyDown(event *fyne.KeyEvent) {
	if event.Name == desktop.KeyShiftLeft || event.Name == desktop.KeyShiftRight {
		i.shift = true
	}
	i.Entry.KeyDown(event)
}

// KeyUp keeps the state of the Shift key.
func (i *input) KeyUp(event *fyne.KeyEvent) {
	if event.Name == desktop.KeyShiftLeft || event.Name == desktop.KeyShiftRight {
		i.shift = false
	}
	i.Entry.KeyUp(event)
}

// TypedKey takes over on Enter, goes back on Escape and steps on Up and Down.
func (i *input) TypedKey(event *fyne.KeyEvent) {
	size := 1.0
	if i.shift {
		size = 10
	}
	switch event.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if i.Commit() {
			i.selectAll()
			if i.enter != nil {
				i.enter()
			}
		}
	case fyne.KeyEscape:
		untouched := !i.typed
		i.Revert()
		if untouched && i.escape != nil {
			i.escape()
		}
	case fyne.KeyUp:
		i.move(size)
	case fyne.KeyDown:
		i.move(-size)
	case fyne.KeyF2:
		look.PassKey(event, i.self())
	case desktop.KeyMenu:
		i.openMenu(fyne.NewPos(0, i.Size().Height))
	default:
		i.Entry.TypedKey(event)
	}
}

// TypedRune types a character. No figure and no month has a question mark, which
// there asks for the list of keys as it does where no text is typed.
func (i *input) TypedRune(r rune) {
	if r == '?' && i.right {
		look.PassRune(r, i.self())
		return
	}
	i.Entry.TypedRune(r)
}

// Answer names the functions to call on Enter, once what was typed is taken over,
// and on Escape where nothing was typed: in a dialog these answer it.
func (i *input) Answer(enter, escape func()) { i.enter, i.escape = enter, escape }

// TypedShortcut keeps the shortcuts of text editing, steps by a tenth on Alt with
// Up and Down, and passes on all others, undo and redo among them, once what was
// typed was taken over. An undo with a bad entry in the field only goes back to
// the last good value.
func (i *input) TypedShortcut(shortcut fyne.Shortcut) {
	if custom, ok := shortcut.(*desktop.CustomShortcut); ok && custom.Modifier == fyne.KeyModifierAlt {
		switch custom.KeyName {
		case fyne.KeyUp:
			i.move(0.1)
			return
		case fyne.KeyDown:
			i.move(-0.1)
			return
		}
	}
	if isTextShortcut(shortcut) {
		if paste, ok := shortcut.(*fyne.ShortcutPaste); ok {
			if !i.Disabled() {
				i.paste(paste.Clipboard)
			}
			return
		}
		i.Entry.TypedShortcut(shortcut)
		return
	}
	if !i.Commit() {
		i.Revert()
		if _, undo := shortcut.(*fyne.ShortcutUndo); undo {
			return
		}
	}
	if i.OnShortcut != nil {
		i.OnShortcut(shortcut)
		return
	}
	look.PassShortcut(shortcut, i.self())
}

// isTextShortcut reports whether an entry has a use of its own for the shortcut,
// undo and redo left aside.
func isTextShortcut(shortcut fyne.Shortcut) bool {
	switch s := shortcut.(type) {
	case *fyne.ShortcutCut, *fyne.ShortcutCopy, *fyne.ShortcutPaste, *fyne.ShortcutSelectAll:
		return true
	case *desktop.CustomShortcut:
		switch s.KeyName {
		case fyne.KeyLeft, fyne.KeyRight, fyne.KeyBackspace, fyne.KeyDelete:
			return true
		}
	}
	return false
}

// MouseDown selects the whole value with the click that gives the focus, so that
// typing replaces it; a later click places the cursor.
func (i *input) MouseDown(event *desktop.MouseEvent) {
	i.TellPress(true)
	i.MouseOut() // The tooltip would cover what is being typed.
	first := !i.focused
	if first && !i.Disabled() {
		look.TakeFocus(i.self())
	}
	moved := *event
	if i.face != nil {
		moved.Position.X -= i.face.left
	}
	i.Entry.MouseDown(&moved)
	if first && event.Button == desktop.MouseButtonPrimary && i.focused {
		i.selectAll()
	}
}

// MouseUp ends the selection by the pointer.
func (i *input) MouseUp(event *desktop.MouseEvent) {
	i.TellPress(false)
	i.Entry.MouseUp(event)
}

// TappedSecondary opens the menu of the field.
func (i *input) TappedSecondary(event *fyne.PointEvent) { i.openMenu(event.Position) }

// openMenu offers the commands of text editing, and more. Undo is left to the
// window.
func (i *input) openMenu(at fyne.Position) {
	clipboard := fyne.CurrentApp().Clipboard()
	send := func(shortcut fyne.Shortcut) func() { return func() { i.TypedShortcut(shortcut) } }
	menu := fyne.NewMenu("",
		fyne.NewMenuItem("Cut", send(&fyne.ShortcutCut{Clipboard: clipboard})),
		fyne.NewMenuItem("Copy", send(&fyne.ShortcutCopy{Clipboard: clipboard})),
		fyne.NewMenuItem("Paste", send(&fyne.ShortcutPaste{Clipboard: clipboard})),
		fyne.NewMenuItem("Select all", send(&fyne.ShortcutSelectAll{})),
	)
	if i.Disabled() {
		menu.Items[0].Disabled, menu.Items[2].Disabled = true, true
	}
	if i.MoreOfMenu != nil {
		if more := i.MoreOfMenu(); len(more) > 0 {
			menu.Items = append(append(menu.Items, fyne.NewMenuItemSeparator()), more...)
		}
	}
	look.ShowMenu(menu, at, i.self())
}
