package cells

import (
	"strconv"
	"strings"
	"time"

	"headroom/scenario/unit"
)

// Billions returns an amount in billions of dollars, with the same decimals; what is
// not finite, which no scenario has, stays what it is.
func Billions(a unit.Amount) float64 {
	v, err := shifted(strconv.FormatFloat(float64(a), 'e', -1, 64), -9)
	if err != nil {
		return float64(a)
	}
	return v
}

// Number reads a number as cells hold one: finite, and in decimal digits. What Go
// would read beyond that, such as inf and 0x1p3, is an error.
func Number(text string) (float64, error) {
	if strings.ContainsAny(text, "iInNxX") {
		return 0, strconv.ErrSyntax
	}
	return strconv.ParseFloat(text, 64)
}

// Dollars returns the amount that a number of billions is, read as its decimals say.
// The error is that of Number, or that there are too many dollars.
func Dollars(text string) (unit.Amount, error) {
	if _, err := Number(text); err != nil {
		return 0, err
	}
	if !strings.ContainsAny(text, "eE") {
		text += "e0"
	}
	v, err := shifted(text, 9)
	return unit.Amount(v), err
}

// shifted returns a number written with an exponent times ten to the places.
func shifted(text string, places int) (float64, error) {
	mantissa, power, _ := strings.Cut(strings.ToLower(text), "e")
	exponent, err := strconv.Atoi(power)
	if err != nil {
		return 0, err
	}
	return strconv.ParseFloat(mantissa+"e"+strconv.Itoa(exponent+places), 64)
}

// Serial returns the number by which spreadsheets count a month: that of its first
// day.
func Serial(m unit.Month) float64 { return DaySerial(unit.Date{Month: m, Day: 1}) }

var dayZero = time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)

// DaySerial returns the number by which spreadsheets count a day.
func DaySerial(d unit.Date) float64 {
	day := time.Date(d.Month.Year(), d.Month.Month(), d.Day, 0, 0, 0, 0, time.UTC)
	return float64(day.Sub(dayZero) / (24 * time.Hour))
}

// MonthOf returns the month in which a day lies that spreadsheets count so.
func MonthOf(v float64) unit.Month {
	day := dayZero.AddDate(0, 0, int(v))
	return unit.NewMonth(day.Year(), day.Month())
}

// Never is a day, as spreadsheets count, that no month reaches.
const Never = 2958465 // December 31, 9999
