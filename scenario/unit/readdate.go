package unit

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// ReadDate reads a day as people type it: 2029-12-31, 12/31/2029, 31.12.2029,
// Dec 31, 2029, 31 December 2029. A month, quarter or year stands for its last
// day: Dec 2029, Q4 2029, 2029, end of 2029; start of 2029 is its first. Where the
// text could mean another day as well, doubt says in words which was taken and
// which was not; otherwise it is empty. The day lies within 2000 to 2100.
func ReadDate(text string) (day Date, doubt string, err error) {
	words, ok := partDate(withoutTime(strings.TrimSpace(text)))
	if !ok {
		return Date{}, "", notDate{text}
	}
	if len(words) > 3 && words[0].weekday() {
		words = words[1:]
	}
	if words.has("fy") {
		return Date{}, "", fmt.Errorf("%s is in a fiscal year; give a calendar date, such as Dec 31, 2029", Quote(text))
	}
	if p, first, ok := words.edge(); ok {
		day = Date{p.Last(), p.Last().Days()}
		if first {
			day = Date{p.First, 1}
		}
		return checkDay(text, day, doubtOfYear(text, words, day))
	}
	if len(words) != 3 {
		return Date{}, "", notDate{text}
	}
	if named, ok := words.named(); ok {
		return checkDay(text, named, "")
	}
	taken, other := words.numbers()
	if taken.IsZero() {
		return Date{}, "", notDate{text}
	}
	if !other.IsZero() {
		doubt = fmt.Sprintf("%s is taken for %s, not for %s", strings.TrimSpace(text), taken.Medium(), other.Medium())
	}
	return checkDay(text, taken, doubt)
}

// notDate is the error of a text that is no date in any way of writing one.
type notDate struct{ text string }

func (e notDate) Error() string {
	return Quote(e.text) + " is not a day, such as Dec 31, 2029, nor a month, quarter or year for its last day, such as Dec 2029 or Q4 2029"
}

// doubtOfYear says of a month with a year of two digits, such as Mar 26, that it
// is not taken for a day of a year that is not given.
func doubtOfYear(text string, words dateWords, day Date) string {
	if len(words) != 2 || words[1].after != " " {
		return ""
	}
	if n, ok := words[1].number(2); ok && n >= 1 && n <= day.Month.Days() {
		return fmt.Sprintf("%s is taken for the end of %s, not for a day of a year not given", strings.TrimSpace(text), day.Month.Long())
	}
	return ""
}

// checkDay returns a day that is in the calendar and the planner's years.
func checkDay(text string, day Date, doubt string) (Date, string, error) {
	switch {
	case day.Month < FirstMonth || day.Month > LastMonth:
		return Date{}, "", fmt.Errorf("%s is not a day of the years %d to %d", Quote(text), FirstMonth.Year(), LastMonth.Year())
	case day.Day < 1 || day.Day > day.Month.Days():
		return Date{}, "", fmt.Errorf("%s is not a day: %s has %d days", Quote(text), day.Month.Long(), day.Month.Days())
	}
	return day, doubt, nil
}

// withoutTime leaves out the time of day that programs write after a date.
func withoutTime(text string) string {
	const date = len("2029-12-31")
	if len(text) > date && text[4] == '-' && (text[date] == 'T' || text[date] == ' ') && strings.Contains(text[date:], ":") {
		return text[:date]
	}
	return text
}

// edge reads a period, or the end or the start of one. It reports whether its
// first day is meant rather than its last.
func (w dateWords) edge() (p Period, first, ok bool) {
	switch w[0].text {
	case "eoy", "yearend":
		p, ok = w[1:].period()
		return p, false, ok && p.Months == 12
	case "end", "year":
		rest := w[1:]
		if len(rest) > 0 && (rest[0].text == "end" || rest[0].text == "year") && rest[0].text != w[0].text {
			rest = rest[1:]
		} else if w[0].text == "year" {
			return Period{}, false, false
		}
		p, ok = rest.period()
		return p, false, ok
	case "start", "beginning", "begin":
		p, ok = w[1:].period()
		return p, true, ok
	}
	p, ok = w.period()
	return p, false, ok
}

// named reads three words of which one is the name of a month, with the year at
// either end: Dec 31, 2029; 31 Dec 2029; 31-Dec-29; 2029 Dec 31.
func (w dateWords) named() (Date, bool) {
	for _, order := range [][3]int{{0, 1, 2}, {1, 0, 2}, {1, 2, 0}} {
		month, named := w[order[0]].month()
		day, ok := w[order[1]].number(2)
		year, dated := w[order[2]].year(4)
		if !dated && order[2] == 2 {
			year, dated = w[2].year(2)
		}
		if named && ok && dated {
			return Date{NewMonth(year, month), day}, true
		}
	}
	return Date{}, false
}

// numbers reads three numbers as a day, and as another that they could be too. By
// strokes and dashes the month stands first, as in the United States, and by
// points the day.
func (w dateWords) numbers() (taken, other Date) {
	date := func(year, month, day dateWord, digits int) Date {
		y, ok := year.year(digits)
		m, good := month.number(2)
		d, fine := day.number(2)
		if !ok || !good || !fine || m < 1 || m > 12 {
			return Date{}
		}
		return Date{NewMonth(y, time.Month(m)), d}
	}
	if taken = date(w[0], w[1], w[2], 4); !taken.IsZero() {
		return taken, Date{}
	}
	digits := len(w[2].text)
	if digits != 4 {
		digits = 2
	}
	american, european := date(w[2], w[0], w[1], digits), date(w[2], w[1], w[0], digits)
	if w[1].after == "." && w[2].after == "." {
		american, european = european, american
	}
	readings := []Date{american, european}
	if american.IsZero() && digits == 2 {
		readings = append(readings, date(w[0], w[1], w[2], 2))
	}
	for _, d := range readings {
		switch {
		case d.IsZero():
		case taken.IsZero():
			taken = d
		case !d.sound() || d == taken:
		case !taken.sound():
			taken = d
		default:
			other = d
		}
	}
	return taken, other
}

// sound reports whether the month of d has that day.
func (d Date) sound() bool { return d.Day >= 1 && d.Day <= d.Month.Days() }

// ReadMonth reads a month as people type it: 2028-11, 11/2028, Nov 2028, November
// 2028, 2028 Nov, Nov 28, end of 2028, or a day of it, in any case, 2000-01 to
// 2100-12. Of a day whose month is in doubt, doubt says which was taken.
func ReadMonth(text string) (month Month, doubt string, err error) {
	words, ok := partDate(text)
	if ok && len(words) == 2 && words[1].after != "-" && words[1].after != "/" {
		words[1].after = "/" // 2028 11 and 2028.11 cannot be amounts here
	}
	if p, named := words.period(); ok && named {
		switch {
		case p.First < FirstMonth || p.Last() > LastMonth:
			return 0, "", fmt.Errorf("%s is not between %s and %s", p.Words(), FirstMonth.Short(), LastMonth.Short())
		case p.Months == 1:
			return p.First, "", nil
		}
		return 0, "", fmt.Errorf("%s is %d months, %s to %s; give one of them", p.Words(), p.Months, p.First.Short(), p.Last().Short())
	}
	day, doubt, err := ReadDate(text)
	if err != nil {
		if !errors.As(err, new(notDate)) {
			return 0, "", err
		}
		return 0, "", fmt.Errorf("%s is not a month; write it like Nov 2028 or 2028-11", Quote(text))
	}
	return day.Month, doubt, nil
}
