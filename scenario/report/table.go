package report

import (
	"strings"

	"headroom/scenario/unit"
)

// A Table is rows of cells under the titles of columns.
type Table struct {
	Caption string // what the table shows, a line
	Columns []Column
	Rows    []Row
	Notes   []string // sentences below it, each with its full stop
}

// A Column is what a table says above its cells.
type Column struct {
	Title string // a line break in it stacks it where room is scarce
	Kind  Kind   // of its cells; words stand to the left, all else to the right
}

// A Row is one line of a table.
type Row struct {
	Cells []Cell // as many as there are columns, or one alone for a RowHeading
	Kind  RowKind
}

// A RowKind says what a row is among the others.
type RowKind int

// The kinds of rows.
const (
	RowPlain   RowKind = iota
	RowHeading         // names the rows below it
	RowTotal           // adds up rows above it
)

// A Kind says what a cell holds.
type Kind int

// The kinds of cells.
const (
	Words     Kind = iota
	Dollars        // a number of US dollars
	Fraction       // a number, 0.2 for 20%
	Days           // a number of days
	DateOfDay      // a day
)

// A Cell is one figure or text.
type Cell struct {
	Text   string // as people read it, empty for nothing
	Kind   Kind
	Number float64   // of Dollars, Fraction and Days
	Date   unit.Date // of DateOfDay
	Link   string    // an address that the text leads to, empty for none
}

// Text returns a cell of words.
func Text(text string) Cell { return Cell{Text: text} }

// Nothing returns a cell without anything in it.
func Nothing() Cell { return Cell{} }

// Amount returns a cell that holds an amount.
func Amount(a unit.Amount) Cell {
	return Cell{Text: a.Table(), Kind: Dollars, Number: float64(a) + 0}
}

// Change returns a cell that holds a difference between amounts.
func Change(a unit.Amount) Cell {
	return Cell{Text: a.Delta(), Kind: Dollars, Number: float64(a) + 0}
}

// Rate returns a cell that holds a rate.
func Rate(r unit.Rate) Cell {
	return Cell{Text: r.Percent(), Kind: Fraction, Number: float64(r)}
}

// Day returns a cell that holds a day.
func Day(d unit.Date) Cell { return Cell{Text: d.Medium(), Kind: DateOfDay, Date: d} }

// Linked returns a cell of words that lead to an address on the web; of another
// address only the words are shown.
func Linked(text, address string) Cell {
	lower := strings.ToLower(address)
	if !strings.HasPrefix(lower, "https://") && !strings.HasPrefix(lower, "http://") {
		address = ""
	}
	return Cell{Text: text, Link: address}
}

// keep drops the columns of a table for which there is nothing to say.
func (t *Table) keep(column func(i int) bool) {
	var columns []Column
	for i, c := range t.Columns {
		if column(i) {
			columns = append(columns, c)
		}
	}
	for r := range t.Rows {
		row := &t.Rows[r]
		if row.Kind == RowHeading {
			continue
		}
		var cells []Cell
		for i, c := range row.Cells {
			if column(i) {
				cells = append(cells, c)
			}
		}
		row.Cells = cells
	}
	t.Columns = columns
}
