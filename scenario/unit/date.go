package unit

import (
	"fmt"
	"strconv"
	"time"
)

// A Date is one calendar day. The zero value is no date.
type Date struct {
	Month Month
	Day   int // 1 to Month.Days()
}

// DateOf returns the day of a time, as its own clock and place have it.
func DateOf(t time.Time) Date {
	return Date{NewMonth(t.Year(), t.Month()), t.Day()}
}

// IsZero reports whether d is no date at all.
func (d Date) IsZero() bool { return d.Month.IsZero() }

// Before reports whether d is earlier than e.
func (d Date) Before(e Date) bool {
	return d.Month < e.Month || d.Month == e.Month && d.Day < e.Day
}

// DaysSince returns the number of days from e to d, negative where d is earlier.
func (d Date) DaysSince(e Date) int {
	return int(d.time().Sub(e.time()) / (24 * time.Hour))
}

// String returns d as the files write it, such as 2028-11-23, and the empty
// string for no date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%s-%02d", d.Month, d.Day)
}

// Medium returns d as people read it, such as Nov 23, 2028.
func (d Date) Medium() string {
	if d.IsZero() {
		return ""
	}
	return d.Month.Month().String()[:3] + " " + strconv.Itoa(d.Day) + ", " + strconv.Itoa(d.Month.Year())
}

// Ordinal returns the day of d as it is said, such as 23rd.
func (d Date) Ordinal() string {
	suffix := "th"
	if d.Day < 11 || d.Day > 13 {
		switch d.Day % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(d.Day) + suffix
}

// ParseDate reads a date as the files write it: YYYY-MM-DD, within the months
// the planner accepts.
func ParseDate(text string) (Date, error) {
	if len(text) != 10 || text[7] != '-' || !isDigits(text[8:]) {
		return Date{}, fmt.Errorf("%s is not a date written YYYY-MM-DD", Quote(text))
	}
	m, err := ParseMonth(text[:7])
	if err != nil {
		return Date{}, fmt.Errorf("%s is not a date written YYYY-MM-DD: %w", Quote(text), err)
	}
	day, _ := strconv.Atoi(text[8:]) // two digits
	if day < 1 || day > m.Days() {
		return Date{}, fmt.Errorf("%s is not a date: %s has %d days", Quote(text), m.Long(), m.Days())
	}
	return Date{Month: m, Day: day}, nil
}

func (d Date) time() time.Time {
	return time.Date(d.Month.Year(), d.Month.Month(), d.Day, 0, 0, 0, 0, time.UTC)
}
