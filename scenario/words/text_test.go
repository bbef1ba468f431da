package words

import (
	"strings"
	"testing"
)

func TestTextsAreShortenedAndCounted(t *testing.T) {
	long := strings.Repeat("ä", 50)
	for _, c := range []struct{ says, got, want string }{
		{"the middle goes", Inner("The first plan of all, copy", 11), "The f…copy"},
		{"the middle stays", Inner("The plan", 8), "The plan"},
		{"of one long word", Inner(long, 5), "ää…ää"},
		{"too short for a middle", Inner("abcdef", 2), "ab"},
		{"capital", UpperFirst("äon"), "Äon"},
		{"nothing to capitalize", UpperFirst(""), ""},
		{"no letter", UpperFirst("\xffa"), "\xffa"},
		{"none", Count(0, "day", "days"), "0 days"},
		{"one", Count(1, "day", "days"), "1 day"},
		{"many", Count(2, "day", "days"), "2 days"},
		{"later", SignedDays(1), "+1 day"},
		{"earlier", SignedDays(-104), "−104 days"},
		{"neither", SignedDays(0), "same day"},
		{"list of none", List(nil), ""},
		{"list of one", List([]string{"a"}), "a"},
		{"list of two", List([]string{"a", "b"}), "a and b"},
		{"list of three", List([]string{"a", "b", "c"}), "a, b and c"},
		{"no time", Span(0), "no months"},
		{"a month", Span(1), "one month"},
		{"below a year", Span(11), "eleven months"},
		{"a year", Span(12), "one year"},
		{"above a year", Span(13), "one year and one month"},
		{"years and months", Span(46), "three years and ten months"},
		{"many years", Span(13 * 12), "13 years"},
		{"an unknown result", Result("else"), "else"},
		{"a result", Result("forgone"), "Saved by the cap"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.says, c.got, c.want)
		}
	}
}

func TestTextsAreNoFormulasInASpreadsheet(t *testing.T) {
	for given, want := range map[string]string{
		"Plan":            "Plan",
		"":                "",
		"a=1":             "a=1",
		"=1+1":            "'=1+1",
		"+1":              "'+1",
		"-1":              "'-1",
		"@SUM(A1)":        "'@SUM(A1)",
		"  =HYPERLINK(1)": "'  =HYPERLINK(1)",
		"＝1":              "'＝1",
		"a\tb\n=1":        `a\tb\n=1`,
	} {
		if got := SpreadsheetText(given); got != want {
			t.Errorf("%q becomes %q, want %q", given, got, want)
		}
	}
}
