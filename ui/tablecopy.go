package ui

import (
	"math"
	"strconv"
	"strings"

	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/sheet"
)

// The one way from what is on the screen into a spreadsheet: all tables are copied by
// onCopied, as cells parted by tabs.

const usd = "USD" // the unit of amounts as they are copied

// amountCell shows an amount; copied, it is in whole dollars.
func amountCell(a unit.Amount) sheet.Cell { return sheet.Figure(a.Table(), dollars(a)) }

// deltaCell shows an amount with its sign, as differences have it.
func deltaCell(a unit.Amount) sheet.Cell { return sheet.Figure(a.Delta(), dollars(a)) }

// dollars writes an amount in whole dollars, as a spreadsheet reads it.
func dollars(a unit.Amount) string {
	return strconv.FormatFloat(math.Round(float64(a))+0, 'f', 0, 64)
}

// noCell is a figure that there is none of; copied, it is empty.
func noCell() sheet.Cell { return sheet.Figure("–", "") }

// partCell shows a percentage or a number of its own, which is copied as it is shown,
// but for signs that a spreadsheet does not read.
func partCell(text string) sheet.Cell { return sheet.Figure(text, asNumber(text)) }

// asNumber writes a number that is shown as a spreadsheet reads it.
func asNumber(text string) string {
	return strings.NewReplacer("−", "-", "+", "", " pp", "%").Replace(text)
}

// dateOf writes a month as a spreadsheet reads a date: as its first day.
func dateOf(m unit.Month) string { return m.String() + "-01" }

// onCopied puts rows of a table on the clipboard, count of them, or where that is 0
// all.
func (p *Planner) onCopied(header []sheet.Column, rows [][]sheet.Cell, count int) {
	p.copyText(tabbed(header, rows))
	what := "the table"
	if count > 0 {
		what = words.Count(count, "row", "rows") + " of the table"
	}
	p.bar.say("Copied " + what)
}

// tabbed writes a table as spreadsheets take it: cells parted by tabs, rows by line
// ends, as many cells in each. Figures are written as they are, all else so that it
// is taken for text.
func tabbed(header []sheet.Column, rows [][]sheet.Cell) string {
	var b strings.Builder
	for i, column := range header {
		if i > 0 {
			b.WriteByte('\t')
		}
		b.WriteString(textCell(column.CopiedTitle()))
	}
	b.WriteByte('\n')
	for _, row := range rows {
		for i := range header {
			if i > 0 {
				b.WriteByte('\t')
			}
			if i < len(row) {
				b.WriteString(copied(row[i]))
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// copied returns what a cell is copied as.
func copied(c sheet.Cell) string {
	switch {
	case c.Figure:
		return c.Value
	case c.Chip != nil:
		return textCell(c.Chip.Text)
	}
	return textCell(c.Text)
}

// textCell writes words for one cell: no formula, and in quotation marks where they
// begin with one, which else would take in the cells after it.
func textCell(text string) string {
	text = words.SpreadsheetText(text)
	if strings.HasPrefix(text, `"`) {
		return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
	}
	return text
}
