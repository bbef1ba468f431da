package unit

import (
	"fmt"
	"strconv"
	"time"
)

// A Month is one calendar month. Months count up by one, so that m+1 is the
// month after m and a-b the number of months from b to a. The zero value is no
// month: what a field holds where the file gives none.
type Month int

// The months the planner accepts, both included.
var (
	FirstMonth = NewMonth(2000, time.January)
	LastMonth  = NewMonth(2100, time.December)
)

// NewMonth returns the given month of the given year.
func NewMonth(year int, month time.Month) Month {
	return Month(year*12 + int(month) - 1)
}

// IsZero reports whether m is no month at all.
func (m Month) IsZero() bool { return m == 0 }

// Year returns the calendar year of m.
func (m Month) Year() int { return int(m) / 12 }

// Month returns the month of the year.
func (m Month) Month() time.Month { return time.Month(int(m)%12 + 1) }

// Days returns the number of days in m.
func (m Month) Days() int {
	days := monthDays[int(m)%12]
	if days == 28 && leap(m.Year()) {
		return 29
	}
	return days
}

// monthDays are the days of each month of a year that is not a leap year.
var monthDays = [12]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

func leap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// FiscalYear returns Microsoft's fiscal year of m: FY2027 is July 2026 to
// June 2027.
func (m Month) FiscalYear() int { return (int(m) + 6) / 12 }

// Quarter returns the calendar quarter of m, 1 to 4.
func (m Month) Quarter() int { return int(m)%12/3 + 1 }

// String returns m as the files write it, such as 2028-11, and the empty string
// for no month.
func (m Month) String() string {
	if m.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d", m.Year(), int(m.Month()))
}

// Short returns m as people read it in a field, such as Nov 2028.
func (m Month) Short() string {
	if m.IsZero() {
		return ""
	}
	return m.Month().String()[:3] + " " + strconv.Itoa(m.Year())
}

// Long returns m as a headline says it, such as November 2028.
func (m Month) Long() string {
	if m.IsZero() {
		return ""
	}
	return m.Month().String() + " " + strconv.Itoa(m.Year())
}

// ParseMonth reads a month as the files write it: YYYY-MM, 2000-01 to 2100-12.
func ParseMonth(text string) (Month, error) {
	m, ok := parseISOMonth(text)
	if !ok {
		return 0, fmt.Errorf("%s is not a month written YYYY-MM", Quote(text))
	}
	if m < FirstMonth || m > LastMonth {
		return 0, fmt.Errorf("%s is not between %s and %s", text, FirstMonth, LastMonth)
	}
	return m, nil
}

func parseISOMonth(text string) (Month, bool) {
	if len(text) != 7 || text[4] != '-' || !isDigits(text[:4]) || !isDigits(text[5:]) {
		return 0, false
	}
	year, _ := strconv.Atoi(text[:4])  // four digits
	month, _ := strconv.Atoi(text[5:]) // two
	if month < 1 || month > 12 {
		return 0, false
	}
	return NewMonth(year, time.Month(month)), true
}

func isDigits(text string) bool {
	for _, r := range text {
		if r < '0' || r > '9' {
			return false
		}
	}
	return text != ""
}
