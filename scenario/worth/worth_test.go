package worth

import (
	"math"
	"testing"

	"headroom/scenario/unit"
)

func TestFactors(t *testing.T) {
	january := unit.NewMonth(2026, 1)
	for _, test := range []struct {
		sentence string
		asOf     unit.Month
		at       int     // index of a month of two years
		exponent float64 // of 1.1
		none     bool
	}{
		{"the as-of month is a twelfth of a year away", january, 0, -1.0 / 12, false},
		{"so each month after it", january, 23, -2, false},
		{"from the middle of a year on", january + 6, 6, -1.0 / 12, false},
		{"months before do not count", january + 6, 5, 0, true},
		{"nor years before", january + 30, 23, 0, true},
		{"as of a year before the horizon", january - 12, 0, -13.0 / 12, false},
	} {
		years := make([]Factors, 2)
		New(0.1, test.asOf, january).All(years, january)
		got, want := float64(years[test.at/12][test.at%12]), math.Pow(1.1, test.exponent)
		if test.none {
			want = 0
		}
		if math.Abs(got-want) > 1e-14 {
			t.Errorf("%s: %v, want %v", test.sentence, got, want)
		}
	}
}
