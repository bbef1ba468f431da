package unit

import (
	"math"
	"testing"
)

func TestOutsideSaysWhatIsSeenToBeSo(t *testing.T) {
	for _, test := range []struct {
		amount Amount
		want   string
	}{
		{-1, "−$1 is not between $0 and $1,000T"},
		{-0.3, "−$0.3 is not between $0 and $1,000T"},
		{-0.0004, "−$0.0004 is not between $0 and $1,000T"},
		{-5e-324, "−$5e-324 is not between $0 and $1,000T"},
		{2e15, "$2,000T is not between $0 and $1,000T"},
		{1_000_001e9, "$1,000,001B is not between $0 and $1,000,000B"},
		{1_000_000.25e9, "$1,000,000.3B is not between $0 and $1,000,000B"},
		{1e15 + 1, "$1,000,000.000000001B is not between $0 and $1,000,000B"},
		{1e30, "$1.0e30 is not between $0 and $1,000T"},
	} {
		if got := test.amount.Outside(0, 1e15); got != test.want {
			t.Errorf("%v: %s, want %s", float64(test.amount), got, test.want)
		}
	}
	for amount, want := range map[Amount]string{-3e9: "−$3.00B is below $0", -0.3: "−$0.3 is below $0"} {
		if got := amount.Below(0); got != want {
			t.Errorf("%v: %s, want %s", float64(amount), got, want)
		}
	}
	for _, test := range []struct {
		rate  Rate
		words func(Rate) string
		want  string
	}{
		{1.00003, Rate.Percent, "100.003% is not between 0% and 100%"},
		{1.5, Rate.Percent, "150% is not between 0% and 100%"},
		{-0.00003, Rate.Percent, "−0.003% is not between 0% and 100%"},
		{1 + 1e-13, Rate.Percent, "100.00000000001% is not between 0% and 100%"},
		{-1, Rate.Percent, "−100% is not between 0% and 100%"},
		{1e30, Rate.Percent, "1.0e32% is not between 0% and 100%"},
		{1.00001, Rate.Points, "+100.001 pp is not between 0.0 pp and +100.0 pp"},
		{1e30, Rate.Points, "+1.0e32 pp is not between 0.0 pp and +100.0 pp"},
	} {
		if got := test.rate.Outside(0, 1, test.words); got != test.want {
			t.Errorf("%v: %s, want %s", float64(test.rate), got, test.want)
		}
	}
	for _, test := range []struct {
		rate, end Rate
		want      string
	}{
		{-1, -1, "−100.0%"},
		{-1.0000003, -1, "−100.00003%"},
		{100.00003, 100, "+10,000.003%"},
		{101, 100, "+10,100%"},
		{-1e30, -1, "−1.0e32%"},
	} {
		if got := test.rate.Apart(test.end, Rate.BriefGrowth); got != test.want {
			t.Errorf("%v beside %v: %s, want %s", float64(test.rate), float64(test.end), got, test.want)
		}
	}
}

// Whatever lies outside, however near, does not read as the end it is beyond.
func TestNothingOutsideReadsAsTheEnd(t *testing.T) {
	for _, end := range []float64{0, 1, 100, 1e15} {
		for _, v := range []float64{math.Nextafter(end, math.Inf(1)), end + 1e-9, end + 0.004, end*1.0000001 + 1e-7} {
			if v == end {
				continue
			}
			if said, limit := Amount(v).apart(Amount(end)); said == limit {
				t.Errorf("%v reads as %s, which is the end", v, said)
			}
			if said := Rate(v).Apart(Rate(end), Rate.Percent); said == Rate(end).Percent() {
				t.Errorf("%v reads as %s, which is the end", v, said)
			}
		}
	}
}
