package sheet

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"headroom/ui/look"
)

var (
	_ desktop.Hoverable  = (*grid)(nil)
	_ desktop.Cursorable = (*grid)(nil)
)

// A hover is where the pointer is, and what it explains.
type hover struct {
	tip  look.Hint
	hint string // what the tooltip is to say
	at   fyne.Position
}

// MouseIn tells what lies under the pointer.
func (g *grid) MouseIn(event *desktop.MouseEvent) {
	g.hover.at = event.Position
	g.hover.hint = g.hint(event.Position)
	g.hover.tip.SetTooltip(g.hover.hint)
	g.hover.tip.MouseIn(event)
}

// MouseMoved tells something else where something else has come to lie under the
// pointer.
func (g *grid) MouseMoved(event *desktop.MouseEvent) {
	if hint := g.hint(event.Position); hint != g.hover.hint {
		g.hover.tip.MouseOut()
		g.MouseIn(event)
		return
	}
	g.hover.at = event.Position
	g.hover.tip.MouseMoved(event)
}

// MouseOut takes the tooltip away.
func (g *grid) MouseOut() { g.hover.tip.MouseOut() }

// Cursor is the hand over the cell that a click asks about.
func (g *grid) Cursor() desktop.Cursor {
	s := g.owner
	if row, column := g.at(g.hover.at); s.Asking() && row == s.selected && column == s.column {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// hint returns what is said of a place: of a title what the column is, and of what
// has no room the whole of it.
func (g *grid) hint(place fyne.Position) string {
	offset, _ := g.view()
	if place.Y >= offset.Y+g.headHeight() {
		return g.cellHint(g.at(place))
	}
	column := g.columnAt(place.X)
	if column < 0 {
		return ""
	}
	c := g.owner.header[column]
	if strings.Join(g.titles[column], " ") != c.Title {
		return strings.TrimSpace(c.Title + "\n" + c.Hint)
	}
	return c.Hint
}

// cellHint returns the words of a cell that are cut short, empty where they are not.
func (g *grid) cellHint(row, column int) string {
	if row < 0 || column < 0 || column >= len(g.owner.rows[row]) {
		return ""
	}
	cell := g.owner.rows[row][column]
	words := column == 0 || g.owner.header[column].Words
	if !words || g.owner.Wraps || g.rule.width(cell.Text, g.faceOf(row, cell)) <= g.inner(column, cell.Span)+slack {
		return ""
	}
	return cell.Text
}
