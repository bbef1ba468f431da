package unit

import (
	"fmt"
	"strconv"
	"time"
)

// A Period is a calendar year, a quarter or a month: Months is 12, 3 or 1, from
// First on. The zero value is none.
type Period struct {
	First  Month
	Months int
}

// YearOf returns a calendar year.
func YearOf(year int) Period { return Period{NewMonth(year, time.January), 12} }

// QuarterOf returns the calendar quarter in which m lies.
func QuarterOf(m Month) Period { return Period{m - m%3, 3} }

// IsZero reports whether p is no period at all.
func (p Period) IsZero() bool { return p.Months == 0 }

// IsPart reports whether p is a month or a quarter, of the years 2000 to 2100.
func (p Period) IsPart() bool {
	quarter := p.Months == 3 && (p.First-FirstMonth)%3 == 0
	return (p.Months == 1 || quarter) && p.First >= FirstMonth && p.Last() <= LastMonth
}

// Last returns the last month of p.
func (p Period) Last() Month { return p.First + Month(p.Months) - 1 }

// Year returns the calendar year that p lies in.
func (p Period) Year() int { return p.First.Year() }

// String returns p as the files write it, such as 2026, 2026-Q1 or 2026-07, and
// the empty string for none.
func (p Period) String() string {
	switch p.Months {
	case 12:
		return strconv.Itoa(p.Year())
	case 3:
		return fmt.Sprintf("%04d-Q%d", p.Year(), p.First.Quarter())
	}
	return p.First.String()
}

// Words returns p as people read it, such as 2026, Q1 2026 or Jul 2026.
func (p Period) Words() string {
	switch p.Months {
	case 12:
		return strconv.Itoa(p.Year())
	case 3:
		return fmt.Sprintf("Q%d %d", p.First.Quarter(), p.Year())
	}
	return p.First.Short()
}

// ParsePeriod reads a month or a quarter as the files write it, 2026-07 or 2026-Q1,
// within 2000 to 2100, and nothing else.
func ParsePeriod(text string) (Period, error) {
	var p Period
	if len(text) == 7 && text[4:6] == "-Q" && text[6] >= '1' && text[6] <= '4' {
		if january, ok := parseISOMonth(text[:4] + "-01"); ok {
			p = Period{january + Month(3*(text[6]-'1')), 3}
		}
	} else if m, err := ParseMonth(text); err == nil {
		p = Period{m, 1}
	}
	if !p.IsPart() {
		return Period{}, fmt.Errorf("%s is not a month or a quarter written YYYY-MM or YYYY-Q1, from %d to %d",
			Quote(text), FirstMonth.Year(), LastMonth.Year())
	}
	return p, nil
}

// ReadPeriod reads a year, quarter or month as tables are headed by them: 2026,
// CY2026, 2026E; 2026-Q1, Q1 2026, 1Q26, first quarter of 2026; 2026-03, 03/2026,
// Mar 2026, Mar-26. It lies within 2000 to 2100. A fiscal year is refused, since
// whose it is cannot be told.
func ReadPeriod(text string) (Period, error) {
	words, ok := partDate(text)
	if ok && words.has("fy") {
		return Period{}, fmt.Errorf("%s is a fiscal year; give calendar years, quarters or months", Quote(text))
	}
	p, found := words.period()
	if !ok || !found {
		return Period{}, fmt.Errorf("%s is not a year, quarter or month; write it like 2026, Q1 2026 or Mar 2026", Quote(text))
	}
	if p.First < FirstMonth || p.Last() > LastMonth {
		return Period{}, fmt.Errorf("%s is not within the years %d to %d", Quote(text), FirstMonth.Year(), LastMonth.Year())
	}
	return p, nil
}

// period reads words that are nothing but a year, a quarter or a month.
func (w dateWords) period() (Period, bool) {
	if len(w) > 1 && w[0].text == "cy" {
		w = w[1:]
	}
	if len(w) > 1 && isForecastMark(w[len(w)-1].text) {
		w = w[:len(w)-1]
	}
	switch len(w) {
	case 1:
		year, ok := w[0].year(4)
		return YearOf(year), ok
	case 2:
		if p, ok := monthPeriod(w[0], w[1], w[1].after); ok {
			return p, true
		}
		if len(w[0].text) == 4 { // 26 Mar is no month
			return monthPeriod(w[1], w[0], w[1].after)
		}
	case 3:
		for _, order := range [][3]int{{0, 1, 2}, {1, 0, 2}, {1, 2, 0}, {2, 1, 0}} {
			if p, ok := quarterPeriod(w[order[0]], w[order[1]], w[order[2]]); ok {
				return p, true
			}
		}
	}
	return Period{}, false
}

// isForecastMark knows the letters that say of a year whether it has been: 2026E.
func isForecastMark(text string) bool {
	switch text {
	case "e", "a", "f", "p", "est", "act", "actual", "estimate", "forecast", "plan", "budget":
		return true
	}
	return false
}

// monthPeriod reads a month and its year, between which stands separator. Only
// beside a name may the year have two digits, and two numbers are parted by a
// stroke or a dash: 2026 03 and 2026.03 may be amounts.
func monthPeriod(month, year dateWord, separator string) (Period, bool) {
	if number, ok := month.number(2); ok {
		y, ok := year.year(4)
		ok = ok && (separator == "-" || separator == "/") && number >= 1 && number <= 12
		return Period{NewMonth(y, time.Month(number)), 1}, ok
	}
	name, named := month.month()
	y, ok := year.year(4)
	if !ok {
		y, ok = year.year(2)
	}
	return Period{NewMonth(y, name), 1}, named && ok
}

// quarterPeriod reads the letter q, the number of the quarter and its year.
func quarterPeriod(q, number, year dateWord) (Period, bool) {
	n, ok := number.number(1)
	if !ok {
		n, ok = number.ordinal()
	}
	y, dated := year.year(4)
	if !dated {
		y, dated = year.year(2)
	}
	if q.text != "q" && q.text != "quarter" || !ok || n < 1 || n > 4 || !dated {
		return Period{}, false
	}
	return Period{NewMonth(y, time.Month(3*n-2)), 3}, true
}
