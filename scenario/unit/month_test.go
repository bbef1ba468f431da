package unit

import (
	"testing"
	"time"
)

func TestMonthParts(t *testing.T) {
	tests := []struct {
		text          string
		year          int
		month         time.Month
		days, quarter int
		fiscal        int
		short, long   string
	}{
		{"2000-01", 2000, time.January, 31, 1, 2000, "Jan 2000", "January 2000"},
		{"2000-02", 2000, time.February, 29, 1, 2000, "Feb 2000", "February 2000"},
		{"2100-02", 2100, time.February, 28, 1, 2100, "Feb 2100", "February 2100"},
		{"2028-02", 2028, time.February, 29, 1, 2028, "Feb 2028", "February 2028"},
		{"2026-03", 2026, time.March, 31, 1, 2026, "Mar 2026", "March 2026"},
		{"2026-04", 2026, time.April, 30, 2, 2026, "Apr 2026", "April 2026"},
		{"2026-06", 2026, time.June, 30, 2, 2026, "Jun 2026", "June 2026"},
		{"2026-07", 2026, time.July, 31, 3, 2027, "Jul 2026", "July 2026"},
		{"2026-10", 2026, time.October, 31, 4, 2027, "Oct 2026", "October 2026"},
		{"2100-12", 2100, time.December, 31, 4, 2101, "Dec 2100", "December 2100"},
	}
	for _, test := range tests {
		m, err := ParseMonth(test.text)
		if err != nil {
			t.Errorf("ParseMonth(%q): %v", test.text, err)
			continue
		}
		if m != NewMonth(test.year, test.month) || m.Year() != test.year || m.Month() != test.month {
			t.Errorf("%s is year %d, month %s", test.text, m.Year(), m.Month())
		}
		if m.Days() != test.days || m.Quarter() != test.quarter || m.FiscalYear() != test.fiscal {
			t.Errorf("%s has %d days, quarter %d, fiscal year %d", test.text, m.Days(), m.Quarter(), m.FiscalYear())
		}
		if q := QuarterOf(m); !q.IsPart() || q.Months != 3 || m < q.First || m > q.Last() || q.First.Quarter() != test.quarter {
			t.Errorf("%s lies in %s", m, q)
		}
		if m.String() != test.text || m.Short() != test.short || m.Long() != test.long {
			t.Errorf("%s is written %s, %s, %s", test.text, m, m.Short(), m.Long())
		}
	}
	if NewMonth(2027, time.January) != NewMonth(2026, time.December)+1 {
		t.Error("January does not follow December")
	}
}

func TestNoMonth(t *testing.T) {
	var m Month
	if !m.IsZero() || FirstMonth.IsZero() {
		t.Error("the zero month is not told from others")
	}
	if m.String()+m.Short()+m.Long() != "" {
		t.Errorf("no month is written %q, %q, %q", m.String(), m.Short(), m.Long())
	}
}

func TestParseMonthRefuses(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", `"" is not a month written YYYY-MM`},
		{"2028-1", `"2028-1" is not a month written YYYY-MM`},
		{"2028-00", `"2028-00" is not a month written YYYY-MM`},
		{"2028-13", `"2028-13" is not a month written YYYY-MM`},
		{"2028/11", `"2028/11" is not a month written YYYY-MM`},
		{"+028-11", `"+028-11" is not a month written YYYY-MM`},
		{"2028-11-01", `"2028-11-01" is not a month written YYYY-MM`},
		{"1999-12", `1999-12 is not between 2000-01 and 2100-12`},
		{"2101-01", `2101-01 is not between 2000-01 and 2100-12`},
	}
	for _, test := range tests {
		if _, err := ParseMonth(test.text); err == nil || err.Error() != test.want {
			t.Errorf("ParseMonth(%q): error %v, want %s", test.text, err, test.want)
		}
	}
}

// FuzzMonth takes any text: nothing panics, and what files write is written the
// same again.
func FuzzMonth(f *testing.F) {
	f.Add("2028-11")
	f.Add("2100-12-31")
	f.Fuzz(func(t *testing.T, text string) {
		if d, err := ParseDate(text); err == nil && d.String() != text {
			t.Errorf("date %q is written %q", text, d)
		}
		if m, err := ParseMonth(text); err == nil && m.String() != text {
			t.Errorf("month %q is written %q", text, m)
		}
	})
}
