package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario/words"
	"headroom/ui/look"
	"headroom/ui/sheet"
)

// A tableBar is what belongs to a table beside it: the button that copies it, which
// says of how much, and the line that says how to ask about the cell chosen.
type tableBar struct {
	table *sheet.Sheet
	copy  *look.Button
	cue   *look.Text
}

// newTableBar returns the bar of a table; name is the button's.
func newTableBar(p *Planner, name string, table *sheet.Sheet) *tableBar {
	b := &tableBar{table: table, copy: look.NewButton(name, "Copy", table.Copy), cue: look.NewMuted("")}
	b.copy.SetTooltip("Copy the table for a spreadsheet: the selected rows, or all")
	b.cue.Yielding, b.cue.Brief = true, "Click again or Enter: why?"
	table.Ask = askWhy
	table.OnCopy = p.onCopied
	table.OnSelect = b.show
	return b
}

// head returns the row above the table, with its heading.
func (b *tableBar) head(title string) fyne.CanvasObject {
	heading := look.NewHeading(title)
	heading.Yielding = false
	return container.New(look.NewColumns(10, look.Natural, look.Stretch, look.Natural), heading, b.cue, b.copy)
}

// show says what is selected.
func (b *tableBar) show() {
	text, cue := "Copy", ""
	if first, last := b.table.Selected(); first >= 0 && last-first+1 < b.table.Rows() {
		text = "Copy row"
		if n := last - first + 1; n > 1 {
			text = "Copy " + words.Count(n, "row", "rows")
		}
	}
	if b.table.Asking() {
		cue = "Click again or press Enter: why this number?"
	}
	b.copy.SetText(text)
	b.cue.SetText(cue)
}
