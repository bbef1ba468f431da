package unit

import (
	"math"
	"testing"
	"unicode/utf8"
)

func TestBrief(t *testing.T) {
	for _, test := range []struct {
		amount Amount
		want   string
	}{
		{0, "$0"},
		{999_999, "$999,999"},
		{38e9, "$38.0B"},
		{2e9, "$2.00B"},
		{1.5e9, "$1.50B"},
		{149e6, "$149M"},
		{5e6, "$5.00M"},
		{999.94e9, "$999.9B"},
		{999.95e9, "$1,000B"},
		{12_345.7e9, "$12,346B"},
		{99_999.4e9, "$99,999B"},
		{99_999.5e9, "$100.0T"},
		{999.94e12, "$999.9T"},
		{999.95e12, "$1,000T"},
		{1e15, "$1,000T"},
		{99_999.4e12, "$99,999T"},
		{99_999.5e12, "$1.0e17"},
		{9.94e17, "$9.9e17"},
		{9.95e17, "$1.0e18"},
		{1.26e115, "$1e115"},
		{9.5e99, "$9.5e99"},
		{9.95e99, "$1.0e100"},
		{-12_345.7e9, "−$12,346B"},
		{-1e20, "−$1.0e20"},
	} {
		if got := test.amount.Brief(); got != test.want {
			t.Errorf("%v is shown as %s, want %s", float64(test.amount), got, test.want)
		}
	}
	for _, test := range []struct {
		rate Rate
		want string
	}{
		{0, "0.0%"},
		{-0.999999, "−100.0%"},
		{9.999, "+999.9%"},
		{9.9994, "+999.9%"},
		{9.9995, "+1,000%"},
		{100, "+10,000%"},
		{999.994, "+99,999%"},
		{999.995, "+1.0e5%"},
		{1.26e13, "+1.3e15%"},
		{1e120, "+1e122%"},
		{math.MaxFloat64, "+2e310%"},
	} {
		if got := test.rate.BriefGrowth(); got != test.want {
			t.Errorf("growth of %v is shown as %s, want %s", float64(test.rate), got, test.want)
		}
	}
}

// What is shown in brief reads as what is shown so: a few dollars are left aside,
// which a field of billions reads as billions.
func TestBriefReadsBackRounded(t *testing.T) {
	for v := 1000.0; v < 1e120; v *= 1.37 {
		a := Amount(v)
		text := a.Brief()
		back, err := ParseAmount(text, Billions)
		if off := math.Abs(float64(back/a) - 1); err != nil || off > 0.5 || v > 1e9 && v < 1e100 && off > 0.05 {
			t.Errorf("%v is shown as %s, which reads as %v, %v", v, text, float64(back), err)
		}
		if again := back.Brief(); again != text {
			t.Errorf("%s reads as what is shown as %s", text, again)
		}
		if n := utf8.RuneCountInString(text); n > len("$999,999") {
			t.Errorf("%s has %d characters", text, n)
		}
		r := Rate(v / 1e5)
		text = r.BriefGrowth()
		grown, err := ParseGrowth(text, 0)
		if again := grown.BriefGrowth(); err != nil || again != text {
			t.Errorf("growth of %v is shown as %s, which reads as what is shown as %s, %v", float64(r), text, again, err)
		}
		if n := utf8.RuneCountInString(text); n > len("+10,000%") {
			t.Errorf("%s has %d characters", text, n)
		}
	}
}
