package unit

import (
	"strings"
	"testing"
)

func TestReadDate(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"2029-12-31", "2029-12-31"},
		{"2029/12/31", "2029-12-31"},
		{"2029.12.31", "2029-12-31"},
		{"2029-12-31T00:00:00Z", "2029-12-31"},
		{"2029-12-31 08:30", "2029-12-31"},
		{"12/31/2029", "2029-12-31"},
		{"12-31-2029", "2029-12-31"},
		{"12/31/29", "2029-12-31"},
		{"31/12/2029", "2029-12-31"}, // there is no 31st month
		{"31.12.2029", "2029-12-31"},
		{"31.12.29", "2029-12-31"},
		{"6.6.2029", "2029-06-06"},
		{"Dec 31, 2029", "2029-12-31"},
		{"dec 31 2029", "2029-12-31"},
		{"December 31, 2029", "2029-12-31"},
		{"December 31st, 2029", "2029-12-31"},
		{"31 Dec 2029", "2029-12-31"},
		{"31-Dec-29", "2029-12-31"},
		{"31. December 2029", "2029-12-31"},
		{"the 31st of December 2029", "2029-12-31"},
		{"Monday, Dec 31, 2029", "2029-12-31"},
		{"2029 Dec 31", "2029-12-31"},
		{"2029-Dec-31", "2029-12-31"},
		{"end of 2029", "2029-12-31"},
		{"the end of 2029", "2029-12-31"},
		{"by end 2029", "2029-12-31"},
		{"year-end 2029", "2029-12-31"},
		{"end of year 2029", "2029-12-31"},
		{"EOY 2029", "2029-12-31"},
		{"2029", "2029-12-31"},
		{"end of Feb 2028", "2028-02-29"},
		{"end of Q1 2029", "2029-03-31"},
		{"start of 2029", "2029-01-01"},
		{"beginning of Q2 2029", "2029-04-01"},
		{"Q4 2029", "2029-12-31"},
		{"2029-Q2", "2029-06-30"},
		{"3Q29", "2029-09-30"},
		{"Q1'29", "2029-03-31"},
		{"second quarter of 2029", "2029-06-30"},
		{"Feb 2028", "2028-02-29"},
		{"2028-02", "2028-02-29"},
		{"02/2028", "2028-02-29"},
		{"Mar-26", "2026-03-31"},
		{"Mar ’26", "2026-03-31"},
		{"mar\u00a031,\u00a02026", "2026-03-31"},
		{"2000-01-01", "2000-01-01"},
		{"2100-12-31", "2100-12-31"},
	} {
		if got, doubt, err := ReadDate(test.text); err != nil || got.String() != test.want || doubt != "" {
			t.Errorf("ReadDate(%q) = %s, %q, %v, want %s", test.text, got, doubt, err, test.want)
		}
	}
}

func TestReadDateSaysWhichWasTakenInDoubt(t *testing.T) {
	for _, test := range []struct{ text, want, doubt string }{
		{"5/6/2029", "2029-05-06", "5/6/2029 is taken for May 6, 2029, not for Jun 5, 2029"},
		{"05-06-29", "2029-05-06", "05-06-29 is taken for May 6, 2029, not for Jun 5, 2029"},
		{"5.6.2029", "2029-06-05", "5.6.2029 is taken for Jun 5, 2029, not for May 6, 2029"},
		{"12/11/2029", "2029-12-11", "12/11/2029 is taken for Dec 11, 2029, not for Nov 12, 2029"},
		{"29/12/31", "2031-12-29", "29/12/31 is taken for Dec 29, 2031, not for Dec 31, 2029"},
		{"mar 26", "2026-03-31", "mar 26 is taken for the end of March 2026, not for a day of a year not given"},
	} {
		if got, doubt, err := ReadDate(test.text); err != nil || got.String() != test.want || doubt != test.doubt {
			t.Errorf("ReadDate(%q) = %s, %q, %v, want %s, %q", test.text, got, doubt, err, test.want, test.doubt)
		}
	}
}

func TestReadDateRefuses(t *testing.T) {
	none := func(text string) string { return Quote(text) + " is not a day, such as Dec 31, 2029" }
	for text, want := range map[string]string{
		"":                       none(""),
		"soon":                   none("soon"),
		"mid 2029":               none("mid 2029"),
		"Dec 31":                 "is taken for the end of December 2031", // read, and said to be
		"31 Dec":                 none("31 Dec"),
		"13/13/2029":             none("13/13/2029"),
		"-2029":                  none("-2029"),
		"2029 + 1":               none("2029 + 1"),
		"1/2/3/2029":             none("1/2/3/2029"),
		"year 2029":              none("year 2029"),
		"FY2029":                 `"FY2029" is in a fiscal year`,
		"Feb 29, 2029":           `"Feb 29, 2029" is not a day: February 2029 has 28 days`,
		"2/30/2029":              `"2/30/2029" is not a day: February 2029 has 28 days`,
		"2029-11-31":             `"2029-11-31" is not a day: November 2029 has 30 days`,
		"2029-11-00":             `"2029-11-00" is not a day: November 2029 has 30 days`,
		"2150-05-05":             `"2150-05-05" is not a day of the years 2000 to 2100`,
		"Dec 31, 1999":           `"Dec 31, 1999" is not a day of the years 2000 to 2100`,
		strings.Repeat("1/", 40): " is not a day, such as Dec 31, 2029",
	} {
		_, doubt, err := ReadDate(text)
		if said := doubt; err == nil && !strings.Contains(said, want) || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("ReadDate(%q): %q, %v, want %s", text, doubt, err, want)
		}
	}
}

func TestReadMonth(t *testing.T) {
	for _, text := range []string{
		"2028-11", "11/2028", "Nov 2028", "nov 2028", "NOVEMBER 2028", "November, 2028", "Nov. 2028", "2028 Nov", " 2028/11 ", "11-2028",
		"2028.11", "2028 11", "Novem 28", "Nov-28", "nov '28", "2028-11-23", "Nov 23, 2028", "11/23/2028", "23.11.2028", "end of Nov 2028",
	} {
		if got, doubt, err := ReadMonth(text); err != nil || got.String() != "2028-11" || doubt != "" {
			t.Errorf("ReadMonth(%q) = %s, %q, %v, want 2028-11", text, got, doubt, err)
		}
	}
	for text, want := range map[string]string{
		"end of 2028": "2028-12", "start of 2029": "2029-01", "end of Q3 2028": "2028-09",
	} {
		if got, _, err := ReadMonth(text); err != nil || got.String() != want {
			t.Errorf("ReadMonth(%q) = %s, %v, want %s", text, got, err, want)
		}
	}
	if got, doubt, err := ReadMonth("5/6/2029"); err != nil || got.String() != "2029-05" || !strings.Contains(doubt, "not for Jun 5, 2029") {
		t.Errorf("a day in doubt gives %s, %q, %v", got, doubt, err)
	}
	no := "is not a month; write it like Nov 2028 or 2028-11"
	for text, want := range map[string]string{
		"": no, "Nov": no, "No 2028": no, "Novembers 2028": no, "13/2028": no, "0/2028": no, "11/28": no, "28 Nov": no, "-2028-11": no,
		"2028":         "2028 is 12 months, Jan 2028 to Dec 2028; give one of them",
		"Q4 2028":      "Q4 2028 is 3 months, Oct 2028 to Dec 2028; give one of them",
		"Jan 1999":     "Jan 1999 is not between Jan 2000 and Dec 2100",
		"2101-01":      "Jan 2101 is not between Jan 2000 and Dec 2100",
		"Feb 30, 2028": "February 2028 has 29 days",
	} {
		if got, _, err := ReadMonth(text); err == nil || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("ReadMonth(%q) = %s, %v, want %s", text, got, err, want)
		}
	}
}

func TestReadPeriod(t *testing.T) {
	for want, texts := range map[string][]string{
		"2026":    {"2026", " 2026 ", "CY2026", "CY 2026", "2026E", "2026A", "2026 est.", "2026 (no)"},
		"2026-Q1": {"2026-Q1", "Q1 2026", "2026Q1", "2026 Q1", "1Q26", "1Q 2026", "Q1-26", "Q1'26", "Q1/2026", "26Q1", "1Q26E", "first quarter of 2026"},
		"2026-03": {"2026-03", "03/2026", "3/2026", "Mar 2026", "mar-26", "Mar 26", "March 2026", "2026 Mar", "Mar 2026A"},
	} {
		for _, text := range texts {
			p, err := ReadPeriod(text)
			if strings.Contains(text, "(no)") {
				if err == nil {
					t.Errorf("ReadPeriod(%q) = %s, want an error", text, p)
				}
				continue
			}
			if err != nil || p.String() != want {
				t.Errorf("ReadPeriod(%q) = %s, %v, want %s", text, p, err, want)
			}
			if back, err := ReadPeriod(p.Words()); err != nil || back != p {
				t.Errorf("%s is said %q, which is %s, %v", p, p.Words(), back, err)
			}
		}
	}
	for text, want := range map[string]string{
		"FY2026": "is a fiscal year", "FY26": "is a fiscal year",
		"1999": "not within the years 2000 to 2100", "2101": "not within the years", "Q1 2101": "not within the years",
		"30": "is not a year", "2026.03": "is not a year", "2026 03": "is not a year", "2026,5": "is not a year", "20260": "is not a year",
		"-2026": "is not a year", "2026B": "is not a year", "$2026": "is not a year", "2026%": "is not a year", "Q5 2026": "is not a year",
		"H1 2026": "is not a year", "26": "is not a year", "26 Mar": "is not a year", "2026x": "is not a year", "": "is not a year",
	} {
		if p, err := ReadPeriod(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("ReadPeriod(%q) = %s, %v, want %s", text, p, err, want)
		}
	}
	if y := YearOf(2026); y.Year() != 2026 || y.Last().String() != "2026-12" || y.IsZero() || !(Period{}).IsZero() {
		t.Errorf("the year 2026 ends with %s", y.Last())
	}
}

// FuzzReadDate takes any text: nothing panics, and what is read is written in ways
// that read back the same.
func FuzzReadDate(f *testing.F) {
	for _, text := range []string{"12/31/29", "end of Q4'29", "2029-12-31T00:00:00", "the 31st of Dec, 2029", "5.6.2029", "1Q26E", "Mar ’26"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if d, _, err := ReadDate(text); err == nil {
			for _, written := range []string{d.String(), d.Medium()} {
				if back, doubt, err := ReadDate(written); err != nil || back != d || doubt != "" {
					t.Errorf("%q is %s, written %q, which is %s, %q, %v", text, d, written, back, doubt, err)
				}
			}
		}
		if p, err := ReadPeriod(text); err == nil {
			if back, err := ReadPeriod(p.String()); err != nil || back != p {
				t.Errorf("%q is %s, which reads as %s, %v", text, p, back, err)
			}
		}
		m, _, err := ReadMonth(text)
		if err != nil {
			return
		}
		for _, written := range []string{m.String(), m.Short(), m.Long()} {
			if back, _, err := ReadMonth(written); err != nil || back != m {
				t.Errorf("%s is written %q, which is %s, %v", m, written, back, err)
			}
		}
	})
}

func TestParsePeriod(t *testing.T) {
	for _, text := range []string{"2000-01", "2026-12", "2100-12", "2000-Q1", "2026-Q2", "2026-Q3", "2100-Q4"} {
		if p, err := ParsePeriod(text); err != nil || p.String() != text || !p.IsPart() {
			t.Errorf("ParsePeriod(%q) = %s, %v", text, p, err)
		}
	}
	for _, text := range []string{
		"", "2026", "1999-12", "2101-01", "1999-Q4", "2101-Q1", "2026-00", "2026-13", "2026-Q0", "2026-Q5", "2026-q1", "2026Q1", "2026-Q11",
		" 2026-Q1", "2026-Q1 ", "2026-7", "+026-Q1", "Q1 2026", "2026-Q\u0661",
	} {
		if p, err := ParsePeriod(text); err == nil || !p.IsZero() || !strings.Contains(err.Error(), "is not a month or a quarter") {
			t.Errorf("ParsePeriod(%q) = %s, %v", text, p, err)
		}
	}
}
