package returned

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// A place is where a cell is.
type place struct {
	sheet       string
	column, row int
}

// String returns the place as people name it, such as Inputs!B7.
func (p place) String() string {
	column, _ := excelize.ColumnNumberToName(p.column) // within the limits of a sheet
	return p.sheet + "!" + column + strconv.Itoa(p.row)
}

// placeOf reads what a name stands for: one cell of one sheet.
func placeOf(text string) (place, bool) {
	text = strings.TrimPrefix(strings.TrimSpace(text), "=")
	cut := strings.LastIndexByte(text, '!')
	if cut < 1 || len(text)-cut > 32 {
		return place{}, false
	}
	sheet, cell := text[:cut], strings.ReplaceAll(text[cut+1:], "$", "")
	if len(sheet) > 1 && sheet[0] == '\'' && sheet[len(sheet)-1] == '\'' {
		sheet = strings.ReplaceAll(sheet[1:len(sheet)-1], "''", "'")
	}
	// Some write a single cell as a range of one.
	if first, last, is := strings.Cut(cell, ":"); is && first == last {
		cell = first
	}
	column, row, err := excelize.CellNameToCoordinates(cell)
	return place{sheet, column, row}, err == nil
}
