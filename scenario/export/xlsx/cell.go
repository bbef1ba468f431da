package xlsx

import (
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"headroom/scenario/unit"
)

// A cell is what one cell of a sheet holds: a value, and the formula that gives it
// where it is not put in.
type cell struct {
	row, column int // from 1
	formula     string
	value       any // a float64, a string, or nil for nothing
	style       style
}

// billions returns an amount in billions of dollars, with the same decimals.
func billions(a unit.Amount) float64 {
	return shifted(strconv.FormatFloat(float64(a), 'e', -1, 64), -9)
}

// dollars returns the amount that a number of billions is, read as its decimals say.
func dollars(text string) (unit.Amount, error) {
	if _, err := strconv.ParseFloat(text, 64); err != nil {
		return 0, err
	}
	if !strings.ContainsAny(text, "eE") {
		text += "e0"
	}
	return unit.Amount(shifted(text, 9)), nil
}

// shifted returns a number written with an exponent times ten to the places.
func shifted(text string, places int) float64 {
	mantissa, power, _ := strings.Cut(strings.ToLower(text), "e")
	exponent, _ := strconv.Atoi(power)
	v, _ := strconv.ParseFloat(mantissa+"e"+strconv.Itoa(exponent+places), 64)
	return v
}

// serial returns the number by which spreadsheets count a month: that of its first
// day.
func serial(m unit.Month) float64 { return daySerial(unit.Date{Month: m, Day: 1}) }

var dayZero = time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)

func daySerial(d unit.Date) float64 {
	day := time.Date(d.Month.Year(), d.Month.Month(), d.Day, 0, 0, 0, 0, time.UTC)
	return float64(day.Sub(dayZero) / (24 * time.Hour))
}

// monthOfSerial returns the month in which a day lies that spreadsheets count so.
func monthOfSerial(v float64) unit.Month {
	day := dayZero.AddDate(0, 0, int(v))
	return unit.NewMonth(day.Year(), day.Month())
}

// quoted returns the name of a sheet as formulas write it.
func quoted(sheet string) string { return "'" + sheet + "'!" }

// literal returns a text as formulas write it.
func literal(text string) string { return `"` + strings.ReplaceAll(text, `"`, `""`) + `"` }

// at returns the name of a cell, such as B7.
func at(column, row int) string { return letters(column) + strconv.Itoa(row) }

// fixed returns the name of a cell that stays the same wherever a formula is copied.
func fixed(column, row int) string { return "$" + letters(column) + "$" + strconv.Itoa(row) }

// span returns the name of the cells from one corner to the other, fixed.
func span(column, row, lastColumn, lastRow int) string {
	return fixed(column, row) + ":" + fixed(lastColumn, lastRow)
}

func letters(column int) string {
	name, _ := excelize.ColumnNumberToName(column) // within the limits of a sheet
	return name
}

func flag(v bool) float64 {
	if v {
		return 1
	}
	return 0
}
