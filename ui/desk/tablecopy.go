package desk

import (
	"math"
	"strconv"
	"strings"

	"headroom/scenario"
	inputs "headroom/scenario/field"
	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/sheet"
)

// The one way from what is on the screen into a spreadsheet: all tables are copied by
// onCopied, as cells parted by tabs.

const USD = "USD" // the unit of amounts as they are copied

// AmountCell shows an amount; copied, it is in whole dollars.
func AmountCell(a unit.Amount) sheet.Cell { return sheet.Figure(a.Table(), Dollars(a)) }

// DeltaCell shows an amount with its sign, as differences have it.
func DeltaCell(a unit.Amount) sheet.Cell { return sheet.Figure(a.Delta(), Dollars(a)) }

// Dollars writes an amount in whole dollars, as a spreadsheet reads it.
func Dollars(a unit.Amount) string {
	return strconv.FormatFloat(math.Round(float64(a))+0, 'f', 0, 64)
}

// NoCell is a figure that there is none of; copied, it is empty.
func NoCell() sheet.Cell { return sheet.Figure("–", "") }

// PartCell shows a percentage or a number of its own, which is copied as it is shown,
// but for signs that a spreadsheet does not read.
func PartCell(text string) sheet.Cell { return sheet.Figure(text, asNumber(text)) }

// asNumber writes a number that is shown as a spreadsheet reads it.
func asNumber(text string) string {
	return strings.NewReplacer("−", "-", "+", "", " pp", "%").Replace(text)
}

// DateOf writes a month as a spreadsheet reads a date: as its first day.
func DateOf(m unit.Month) string { return m.String() + "-01" }

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

// OnCopied puts rows of a table on the clipboard, count of them, or where that is 0
// all.
func (d *Desk) OnCopied(header []sheet.Column, rows [][]sheet.Cell, count int) {
	d.copyText(tabbed(header, rows))
	what := "the table"
	if count > 0 {
		what = words.Count(count, "row", "rows") + " of the table"
	}
	d.shell.Say("Copied " + what)
}

// InputCell returns an input as it is shown, and as a spreadsheet reads it.
func InputCell(path string, v scenario.SourceValue, set bool) sheet.Cell {
	f, known := inputs.At(path)
	if !known || !set {
		return sheet.Words("none")
	}
	shown := words.Value(path, v)
	switch f.Kind {
	case inputs.Amount:
		return sheet.Figure(shown, Dollars(unit.Amount(v.Number)))
	case inputs.Rate, inputs.Growth:
		const digits = 1e9 // of a percentage; what lies beyond is of the multiplication
		return sheet.Figure(shown, plainNumber(math.Round(v.Number*100*digits)/digits)+"%")
	case inputs.Ratio, inputs.Year, inputs.Count:
		return sheet.Figure(shown, plainNumber(v.Number))
	case inputs.Month:
		if m, err := unit.ParseMonth(v.Text); err == nil {
			return sheet.Figure(shown, DateOf(m))
		}
	}
	return sheet.Words(shown)
}

func plainNumber(v float64) string { return strconv.FormatFloat(v+0, 'f', -1, 64) }
