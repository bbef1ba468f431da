package unit

import "testing"

func TestParseDate(t *testing.T) {
	for _, text := range []string{"2028-11-23", "2000-01-01", "2100-12-31", "2028-02-29"} {
		if d, err := ParseDate(text); err != nil || d.String() != text {
			t.Errorf("ParseDate(%q) = %s, %v", text, d, err)
		}
	}
	tests := []struct{ text, want string }{
		{"", `"" is not a date written YYYY-MM-DD`},
		{"2028-11", `"2028-11" is not a date written YYYY-MM-DD`},
		{"2028-11-1", `"2028-11-1" is not a date written YYYY-MM-DD`},
		{"2028-11/01", `"2028-11/01" is not a date written YYYY-MM-DD`},
		{"2028-11-00", `"2028-11-00" is not a date: November 2028 has 30 days`},
		{"2028-11-31", `"2028-11-31" is not a date: November 2028 has 30 days`},
		{"2027-02-29", `"2027-02-29" is not a date: February 2027 has 28 days`},
		{"2101-01-01", `"2101-01-01" is not a date written YYYY-MM-DD: 2101-01 is not between 2000-01 and 2100-12`},
	}
	for _, test := range tests {
		if _, err := ParseDate(test.text); err == nil || err.Error() != test.want {
			t.Errorf("ParseDate(%q): error %v, want %s", test.text, err, test.want)
		}
	}
}

func TestDateWords(t *testing.T) {
	tests := []struct{ text, medium, ordinal string }{
		{"2028-11-01", "Nov 1, 2028", "1st"},
		{"2028-11-02", "Nov 2, 2028", "2nd"},
		{"2028-11-03", "Nov 3, 2028", "3rd"},
		{"2028-11-04", "Nov 4, 2028", "4th"},
		{"2028-11-11", "Nov 11, 2028", "11th"},
		{"2028-11-12", "Nov 12, 2028", "12th"},
		{"2028-11-13", "Nov 13, 2028", "13th"},
		{"2028-11-23", "Nov 23, 2028", "23rd"},
		{"2028-12-31", "Dec 31, 2028", "31st"},
	}
	for _, test := range tests {
		d, err := ParseDate(test.text)
		if err != nil || d.Medium() != test.medium || d.Ordinal() != test.ordinal {
			t.Errorf("%s is written %s, %s, %v", test.text, d.Medium(), d.Ordinal(), err)
		}
	}
	var none Date
	if !none.IsZero() || none.String()+none.Medium() != "" {
		t.Errorf("no date is written %q, %q", none.String(), none.Medium())
	}
}

func TestDateOrder(t *testing.T) {
	tests := []struct {
		early, late string
		days        int
	}{
		{"2028-11-13", "2028-11-23", 10},
		{"2028-02-28", "2028-03-01", 2},
		{"2027-02-28", "2027-03-01", 1},
		{"2000-01-01", "2100-12-31", 36889}, // 101 years of 365 days, 25 leap days, less one
	}
	for _, test := range tests {
		early, _ := ParseDate(test.early)
		late, _ := ParseDate(test.late)
		if !early.Before(late) || late.Before(early) || early.Before(early) {
			t.Errorf("%s and %s are out of order", early, late)
		}
		if got := late.DaysSince(early); got != test.days || early.DaysSince(late) != -test.days {
			t.Errorf("from %s to %s are %d days, want %d", early, late, got, test.days)
		}
	}
}
