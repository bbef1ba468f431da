package format

import (
	"math"
	"strings"
	"testing"

	"headroom/ui/field"
)

func TestFieldsReadWhatPeopleType(t *testing.T) {
	capFormat, growth, rate, lead := Amount("no cap"), Growth(""), Rate(0, 1), Count("month", "months", 120)
	for _, test := range []struct {
		format field.Format
		text   string
		shown  float64
		want   float64 // NaN for an error
	}{
		{capFormat, "38", 0, 38e9},
		{capFormat, "38B", 0, 38e9},
		{capFormat, "$38bn", 0, 38e9},
		{capFormat, "38,000,000,000", 0, 38e9},
		{capFormat, "1000000B", 0, 1e15},
		{capFormat, "1000001B", 0, math.NaN()},
		{capFormat, "-1", 0, math.NaN()},
		{capFormat, "nonsense", 0, math.NaN()},
		{Revenue(), "12,345.7B", 0, 12_345.7e9},
		{Revenue(), "1000001B", 0, 1.000001e15},
		{Revenue(), "-1", 0, math.NaN()},
		{growth, "129%", 0, 1.29},
		{growth, "129", 0, 1.29},
		{growth, "+5 pp", 0.10, 0.15},
		{growth, "2.29x", 0, 1.29},
		{growth, "-100%", 0, math.NaN()},
		{growth, "-99.9%", 0, -0.999},
		{growth, "10000%", 0, 100},
		{growth, "10001%", 0, math.NaN()},
		{rate, "20", 0, 0.2},
		{rate, "100%", 0, 1},
		{rate, "100.1%", 0, math.NaN()},
		{rate, "-1%", 0, math.NaN()},
		{lead, "3", 0, 3},
		{lead, "3 months", 0, 3},
		{lead, "1 month", 0, 1},
		{lead, "120", 0, 120},
		{lead, "121", 0, math.NaN()},
		{lead, "-1", 0, math.NaN()},
		{lead, "1.5", 0, math.NaN()},
		{lead, "three", 0, math.NaN()},
		{lead, "", 0, math.NaN()},
	} {
		got, err := test.format.Parse(test.text, test.shown)
		switch {
		case math.IsNaN(test.want) && err == nil:
			t.Errorf("%q: got %v, want an error", test.text, got)
		case !math.IsNaN(test.want) && (err != nil || got != test.want):
			t.Errorf("%q: got %v, %v, want %v", test.text, got, err, test.want)
		}
	}
}

// What is refused for its range is seen to be out of it.
func TestFieldsSayRangesInAsManyDigitsAsItTakes(t *testing.T) {
	for _, test := range []struct {
		format     field.Format
		text, want string
	}{
		{Rate(0, 1), "100.003%", "100.003% is not between 0% and 100%"},
		{Rate(0, 1), "-0.001", "−0.001% is not between 0% and 100%"},
		{Amount(""), "1000001B", "$1,000,001B is not between $0 and $1,000,000B"},
		{Amount(""), "-1e-10", "−$0.1 is not between $0 and $1,000T"},
		{Revenue(), "-0.4K", "−$400 is below $0"},
		{Revenue(), "(1e-10)", "−$0.1 is below $0"},
		{Growth(""), "10000.003%", "+10,000.003% is not above −100% and at most +10,000%"},
		{Growth(""), "-100.0003%", "−100.0003% is not above −100% and at most +10,000%"},
		{Growth(""), "1e30%", "+1.0e30% is not above −100% and at most +10,000%"},
		{Shift(), "1000.01", "+1,000.01 pp is not between −100.0 pp and +1,000.0 pp"},
	} {
		if _, err := test.format.Parse(test.text, 0); err == nil || err.Error() != test.want {
			t.Errorf("%q is answered with %v, want %s", test.text, err, test.want)
		}
	}
}

func TestFieldsStepByTheLastDigitShownWithinTheirRange(t *testing.T) {
	for _, test := range []struct {
		says       string
		format     field.Format
		v, n, want float64
	}{
		{"a cap by a tenth of a billion", Amount(""), 38e9, 1, 38.1e9},
		{"with Shift by a billion", Amount(""), 38e9, 10, 39e9},
		{"with Alt by a hundredth", Amount(""), 38e9, -0.1, 37.99e9},
		{"an amount of nothing by a tenth of a billion", Amount(""), 0, 1, 0.1e9},
		{"not below nothing", Amount(""), 5, -10, 0},
		{"not above the most", Amount(""), 1e15, 1, 1e15},
		{"beyond a thousand billions by a billion", Amount(""), 12_345.7e9, 1, 12_346.7e9},
		{"a year's revenue beyond what an amount may be", Revenue(), 2e15, 1, 2.001e15},
		{"growth of a thousand percent by a point", Growth(""), 12.345, 1, 12.355},
		{"growth by a tenth of a point", Growth(""), 0.6, 1, 0.601},
		{"growth not to −100%", Growth(""), -0.999, -10, LeastGrowth},
		{"a rate by its last digit", Rate(0, 1), 0.2, 1, 0.21},
		{"a finer rate by that digit", Rate(0, 1), 0.205, 1, 0.206},
		{"a rate not above 100%", Rate(0, 1), 1, 1, 1},
		{"months by one", Count("month", "months", 120), 3, 1, 4},
		{"months by one with Alt too", Count("month", "months", 120), 3, -0.1, 2},
		{"months not below none", Count("month", "months", 120), 0, -1, 0},
	} {
		if got := test.format.Step(test.v, test.n); got != test.want {
			t.Errorf("%s: %v moved by %v gives %v, want %v", test.says, test.v, test.n, got, test.want)
		}
	}
}

func TestWhatAFieldShowsInFullIsTheSameValue(t *testing.T) {
	for name, format := range map[string]field.Format{"amount": Amount(""), "rate": Rate(0, 1), "growth": Growth("")} {
		for _, v := range []float64{0, 0.1, 0.2, 0.30000000000000004, 1.0 / 3, 1.2953332823259373e-9, 0.9999999999999999} {
			got, err := format.Parse(format.Full(v), 0)
			if err != nil || got != v {
				t.Errorf("%s: %v is shown in full as %q, which reads as %v, %v", name, v, format.Full(v), got, err)
			}
		}
	}
}

func TestARefusalIsShortHoweverLongTheNumber(t *testing.T) {
	long := strings.Repeat("9", 300)
	for name, format := range map[string]field.Format{
		"amount": Amount(""), "rate": Rate(0, 1), "growth": Growth(""), "months": Count("month", "months", 120), "year": Year(),
	} {
		for _, text := range []string{long, "-" + long, long + "%", long + "x", strings.Repeat("no ", 100)} {
			if _, err := format.Parse(text, 0); err == nil || len(err.Error()) > 160 {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}
