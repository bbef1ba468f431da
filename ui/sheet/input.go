package sheet

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"headroom/ui/look"
)

var (
	_ fyne.Tappable          = (*grid)(nil)
	_ fyne.SecondaryTappable = (*grid)(nil)
	_ fyne.Focusable         = (*grid)(nil)
	_ fyne.Shortcutable      = (*grid)(nil)
	_ desktop.Mouseable      = (*grid)(nil)
	_ fyne.Draggable         = (*grid)(nil)
)

// MouseDown takes the focus.
func (g *grid) MouseDown(event *desktop.MouseEvent) {
	g.owner.TellPress(true)
	g.held, g.dragged = event.Modifier, false
	g.pressed, g.column = -1, -1
	if event.Button == desktop.MouseButtonPrimary {
		g.pressed, g.column = g.at(event.Position)
	}
	g.clicked = true
	look.TakeFocus(g)
	g.clicked = false
}

// MouseUp implements desktop.Mouseable.
func (g *grid) MouseUp(*desktop.MouseEvent) { g.owner.TellPress(false) }

// Tapped selects the row that was clicked, with Shift the rows up to it; a second
// click on the same cell asks about it.
func (g *grid) Tapped(event *fyne.PointEvent) {
	row, column := g.at(event.Position)
	g.pressed = -1
	if row >= 0 {
		g.click(row, column)
	}
}

// click is what a click on a cell does.
func (g *grid) click(row, column int) {
	s := g.owner
	if g.held&fyne.KeyModifierShift != 0 {
		s.Extend(row)
		return
	}
	again := row == s.selected && row == s.anchor && column == s.column
	s.pick(row, column)
	if again {
		s.ask(row)
	}
}

// Dragged selects the rows from where the button was pressed to the pointer.
func (g *grid) Dragged(event *fyne.DragEvent) {
	if g.pressed < 0 { // on the head, or beside the table
		return
	}
	row := g.rowAt(event.Position.Y)
	if !g.dragged && row == g.pressed {
		return // the hand trembles
	}
	if !g.dragged && g.held&fyne.KeyModifierShift == 0 {
		g.owner.Select(g.pressed)
		g.owner.column = g.column
	}
	g.dragged = true
	g.owner.Extend(row)
}

// DragEnd ends the selection; where the pointer never left its row it was a click.
func (g *grid) DragEnd() {
	if g.pressed >= 0 && !g.dragged {
		g.click(g.pressed, g.column)
	}
	g.pressed, g.dragged = -1, false
}

// ask asks about the cell of a row in the column clicked last.
func (s *Sheet) ask(row int) {
	switch {
	case row < 0:
	case s.OnAsk != nil:
		s.OnAsk(row, s.column)
	case s.Offers != nil && s.column >= 0:
		s.grid.menu(s.grid.corner(row, s.column))
	}
}

// corner returns a place within a cell, at its upper left.
func (g *grid) corner(row, column int) fyne.Position {
	place := fyne.NewPos(1, g.headHeight()+1)
	if row < len(g.owner.rows) {
		place.Y = g.top(row) + 1
	}
	switch {
	case column == 0:
		place.X += g.pinned
	case column < len(g.lefts):
		place.X += g.lefts[column]
	}
	return place
}

// at returns the row and column at a place, or -1, -1 where there is none.
func (g *grid) at(place fyne.Position) (row, column int) {
	offset, _ := g.view()
	row, column = g.rowAt(place.Y), g.columnAt(place.X)
	if place.Y < offset.Y+g.headHeight() || row >= len(g.owner.rows) || column < 0 {
		return -1, -1
	}
	return row, column
}

// rowAt returns the row at a height, -1 for above the first and one more than there
// are for below the last.
func (g *grid) rowAt(y float32) int {
	rows := len(g.owner.rows)
	if total := g.body(); total < rows && y >= g.top(total) && y < g.top(total)+g.height(total) {
		return total
	}
	switch y -= g.headHeight(); {
	case y < 0:
		return -1
	case y >= g.tops[rows]:
		return rows
	}
	return g.rowBelow(y)
}

// columnAt returns the column at so much from the left, -1 beside the last.
func (g *grid) columnAt(x float32) int {
	if len(g.lefts) < 2 || x >= g.width() {
		return -1
	}
	if g.pinned > 0 && x < g.pinned+g.lefts[1] {
		return 0
	}
	column := 0
	for column+2 < len(g.lefts) && x >= g.lefts[column+1] {
		column++
	}
	return column
}

// TappedSecondary offers to ask about the cell, and to copy.
func (g *grid) TappedSecondary(event *fyne.PointEvent) { g.menu(event.Position) }

// menu opens the menu of a place.
func (g *grid) menu(at fyne.Position) {
	s := g.owner
	menu := fyne.NewMenu("")
	row, column := g.at(at)
	if row >= 0 && s.OnAsk != nil {
		menu.Items = append(menu.Items, fyne.NewMenuItem(s.Ask, func() {
			s.pick(row, column)
			s.ask(row)
		}))
	}
	if row >= 0 && s.Offers != nil {
		menu.Items = append(menu.Items, s.Offers(row, column)...)
	}
	if s.OnCopy != nil {
		menu.Items = append(menu.Items, fyne.NewMenuItem("Copy table", func() { s.copy(0, len(s.rows)-1) }))
		if first, last := s.Selected(); first < last && row >= first && row <= last {
			menu.Items = append(menu.Items, fyne.NewMenuItem("Copy selected rows", s.Copy))
		} else if row >= 0 {
			menu.Items = append(menu.Items, fyne.NewMenuItem("Copy row", func() { s.copy(row, row) }))
		}
	}
	look.ShowMenu(menu, at, g)
}

// FocusGained tells of the focus, where it was not clicked.
func (g *grid) FocusGained() {
	g.owner.focused = true
	if !g.clicked {
		g.owner.TellFocus()
	}
}

// FocusLost implements fyne.Focusable.
func (g *grid) FocusLost() { g.owner.focused = false }

// TypedRune implements fyne.Focusable; what the table's owner does not take goes to the
// window.
func (g *grid) TypedRune(r rune) {
	s := g.owner
	if s.OnType == nil || s.column < 0 || s.selected < 0 || s.selected != s.anchor || !s.OnType(s.selected, s.column, r) {
		look.PassRune(r, g)
	}
}

// TypedKey moves the selection or with Shift its end, chooses the cell to ask about,
// asks on Enter, and opens the menu.
func (g *grid) TypedKey(event *fyne.KeyEvent) {
	s := g.owner
	page := max(1, int((s.Size().Height-g.headHeight())/RowHeight)-1)
	row := s.selected
	switch event.Name {
	case fyne.KeyUp:
		row = max(0, row-1)
	case fyne.KeyDown:
		row++
	case fyne.KeyPageUp:
		row = max(0, row-page)
	case fyne.KeyPageDown:
		row += page
	case fyne.KeyLeft:
		s.pick(max(0, row), max(0, s.column-1))
		return
	case fyne.KeyRight:
		s.pick(max(0, row), min(s.column+1, len(s.header)-1))
		return
	case fyne.KeyHome:
		row = 0
	case fyne.KeyEnd:
		row = len(s.rows) - 1
	case fyne.KeyEscape:
		row = -1
	case fyne.KeyReturn, fyne.KeyEnter:
		s.ask(row)
		return
	case desktop.KeyMenu:
		g.menu(g.corner(max(0, row), max(0, s.column)))
		return
	default:
		look.PassKey(event, g)
		return
	}
	if row >= 0 && s.modifiers()&fyne.KeyModifierShift != 0 {
		s.Extend(row)
		return
	}
	s.Select(row)
}

// TypedShortcut copies on Ctrl+C, selects all on Ctrl+A, and passes every other
// shortcut on.
func (g *grid) TypedShortcut(shortcut fyne.Shortcut) {
	switch shortcut.(type) {
	case *fyne.ShortcutCopy:
		g.owner.Copy()
	case *fyne.ShortcutSelectAll:
		g.owner.SelectAll()
	default:
		look.PassShortcut(shortcut, g)
	}
}
