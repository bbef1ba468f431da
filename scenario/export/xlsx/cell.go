package xlsx

import (
	"strconv"
	"strings"

	"headroom/scenario/export/xlsx/cells"
)

// A cell is what one cell of a sheet holds: a value, and the formula that gives it
// where it is not put in.
type cell struct {
	row, column int // from 1
	formula     string
	value       any // a float64, a string, or nil for nothing
	style       style
}

// quoted returns the name of a sheet as formulas write it.
func quoted(sheet string) string { return "'" + sheet + "'!" }

// literal returns a text as formulas write it.
func literal(text string) string { return `"` + strings.ReplaceAll(text, `"`, `""`) + `"` }

// at returns the name of a cell, such as B7.
func at(column, row int) string { return cells.Column(column) + strconv.Itoa(row) }

// fixed returns the name of a cell that stays the same wherever a formula is copied.
func fixed(column, row int) string { return "$" + cells.Column(column) + "$" + strconv.Itoa(row) }

// span returns the name of the cells from one corner to the other, fixed.
func span(column, row, lastColumn, lastRow int) string {
	return fixed(column, row) + ":" + fixed(lastColumn, lastRow)
}

func flag(v bool) float64 {
	if v {
		return 1
	}
	return 0
}
