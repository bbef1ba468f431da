package desk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario/words"
	"headroom/ui/look"
	"headroom/ui/sheet"
)

// A TableBar is what belongs to a table beside it: the button that copies it, which
// says of how much, and the line that says how to ask about the cell chosen.
type TableBar struct {
	table *sheet.Sheet
	Copy  *look.Button
	Cue   *look.Text
	Says  string // what the cue is, for a cell that was chosen
}

// NewTableBar returns the bar of a table; name is the button's.
func NewTableBar(d *Desk, name string, table *sheet.Sheet) *TableBar {
	b := &TableBar{table: table, Copy: look.NewButton(name, "Copy", table.Copy), Cue: look.NewMuted(""), Says: "Click again or press Enter: why this number?"}
	b.Copy.SetTooltip("Copy the table for a spreadsheet: the selected rows, or all")
	b.Cue.Yielding, b.Cue.Brief = true, "Click again or Enter: why?"
	table.Ask = AskWhy
	table.OnCopy = d.OnCopied
	table.OnSelect = b.show
	return b
}

// Head returns the row above the table, with its heading.
func (b *TableBar) Head(title string) fyne.CanvasObject {
	heading := look.NewHeading(title)
	heading.Yielding = false
	return container.New(look.NewColumns(10, look.Natural, look.Stretch, look.Natural), heading, b.Cue, b.Copy)
}

// show says what is selected.
func (b *TableBar) show() {
	text, cue := "Copy", ""
	if first, last := b.table.Selected(); first >= 0 && last-first+1 < b.table.Rows() {
		text = "Copy row"
		if n := last - first + 1; n > 1 {
			text = "Copy " + words.Count(n, "row", "rows")
		}
	}
	if b.table.Asking() {
		cue = b.Says
	}
	b.Copy.SetText(text)
	b.Cue.SetText(cue)
}

// AskWhy is what one presses to have a figure explained.
const AskWhy = "Why this number?"
