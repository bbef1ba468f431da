package unit

import (
	"math"
	"strings"
	"testing"
)

func TestRateFormats(t *testing.T) {
	tests := []struct {
		rate                          Rate
		percent, growth, points, full string
	}{
		{0, "0%", "0.0%", "0.0 pp", "0%"},
		{Rate(math.Copysign(0, -1)), "0%", "0.0%", "0.0 pp", "0%"},
		{0.2, "20%", "+20.0%", "+20.0 pp", "20%"},
		{0.205, "20.5%", "+20.5%", "+20.5 pp", "20.5%"},
		{0.0565, "5.65%", "+5.7%", "+5.7 pp", "5.65%"},
		{0.056464, "5.65%", "+5.6%", "+5.6 pp", "5.6464%"},
		{1.2953, "129.53%", "+129.5%", "+129.5 pp", "129.53%"},
		{-0.03, "−3%", "−3.0%", "−3.0 pp", "-3%"},
		{-0.00004, "0%", "0.0%", "0.0 pp", "-0.004%"},
		{-0.00005, "−0.01%", "0.0%", "0.0 pp", "-0.005%"},
		{0.00049, "0.05%", "0.0%", "0.0 pp", "0.049%"},
		{0.0005, "0.05%", "+0.1%", "+0.1 pp", "0.05%"},
		{1, "100%", "+100.0%", "+100.0 pp", "100%"},
		{100, "10,000%", "+10,000.0%", "+10,000.0 pp", "10000%"},
		{1.0 / 3, "33.33%", "+33.3%", "+33.3 pp", "33.33333333333333%"},
	}
	for _, test := range tests {
		if got := test.rate.Percent(); got != test.percent {
			t.Errorf("Percent of %v: %s, want %s", float64(test.rate), got, test.percent)
		}
		if got := test.rate.Growth(); got != test.growth {
			t.Errorf("Growth of %v: %s, want %s", float64(test.rate), got, test.growth)
		}
		if got, want := test.rate.Tenths(), strings.TrimPrefix(test.growth, "+"); got != want {
			t.Errorf("Tenths of %v: %s, want %s", float64(test.rate), got, want)
		}
		if got := test.rate.Points(); got != test.points {
			t.Errorf("Points of %v: %s, want %s", float64(test.rate), got, test.points)
		}
		if got := test.rate.Full(); got != test.full {
			t.Errorf("Full of %v: %s, want %s", float64(test.rate), got, test.full)
		}
	}
}

func TestParseRate(t *testing.T) {
	tests := []struct {
		text string
		want Rate
	}{
		{"20%", 0.2},
		{"20", 0.2},
		{"20.5 %", 0.205},
		{"20 percent", 0.2},
		{"0.2", 0.002},
		{"0.2%", 0.002},
		{"−3%", -0.03},
		{"5.65\u00a0%", 0.0565},
		{"12,5%", 0.125},
		{"(3.0%)", -0.03},
		{"(3)%", -0.03},
	}
	for _, test := range tests {
		if got, err := ParseRate(test.text); err != nil || got != test.want {
			t.Errorf("ParseRate(%q) = %v, %v, want %v", test.text, float64(got), err, float64(test.want))
		}
	}
	for _, text := range []string{"", "20 pp", "$20", "2x", "20B", "1,2,3%", "%", "1e400"} {
		if _, err := ParseRate(text); err == nil || !strings.HasSuffix(err.Error(), "; write percent like 20% or 20.5") {
			t.Errorf("ParseRate(%q): error %v", text, err)
		}
	}
}

func TestParseCLIRate(t *testing.T) {
	for text, want := range map[string]Rate{"0.2": 0.2, "20%": 0.2, "1": 1, "0,2": 0.2, "-0.284": -0.284, "1.2953": 1.2953} {
		if got, err := ParseCLIRate(text); err != nil || got != want {
			t.Errorf("ParseCLIRate(%q) = %v, %v, want %v", text, float64(got), err, float64(want))
		}
	}
	for _, text := range []string{"", "5pp", "$1", "1e400", "0,2,3"} {
		if _, err := ParseCLIRate(text); err == nil || !strings.HasSuffix(err.Error(), "; write a rate like 0.2 or 20%") {
			t.Errorf("ParseCLIRate(%q): error %v", text, err)
		}
	}
}

func TestParseGrowth(t *testing.T) {
	tests := []struct {
		text  string
		shown Rate
		want  Rate
	}{
		{"129%", 0.5, 1.29},
		{"129", 0.5, 1.29},
		{"+129.5%", 0.5, 1.295},
		{"-3", 0.5, -0.03},
		{"−3.0%", 0.5, -0.03},
		{"2.29x", 0.5, 1.29},
		{"2.29 ×", 0.5, 1.29},
		{"1x", 0.5, 0},
		{"0.5x", 0.5, -0.5},
		{"+5 pp", 1.29, 1.34},
		{"5 pp", 1.29, 1.34},
		{"-3pp", 1.29, 1.26},
		{"−3\u00a0pp", 1.29, 1.26},
		{"+0.1 percentage points", 1.2953, 1.2963},
		{"+1,000%", 0, 10},
		{"2,3x", 0, 1.3},
		{"1,5%", 0, 0.015},
	}
	for _, test := range tests {
		if got, err := ParseGrowth(test.text, test.shown); err != nil || got != test.want {
			t.Errorf("ParseGrowth(%q, %v) = %v, %v, want %v", test.text, float64(test.shown), float64(got), err, float64(test.want))
		}
	}
	for _, text := range []string{"", "1,5,5%", "$5", "5B", "x", "pp", "1e400x", "1e400"} {
		if _, err := ParseGrowth(text, 0); err == nil || !strings.HasSuffix(err.Error(), "; write growth like 129%, +5 pp or 2.29x") {
			t.Errorf("ParseGrowth(%q): error %v", text, err)
		}
	}
	if _, err := ParseGrowth("+5 pp", Rate(math.NaN())); err == nil {
		t.Error("a growth relative to none is accepted")
	}
}

// FuzzRate takes any text and any number: no text makes the parsers panic, and
// what is shown in full is the same rate.
func FuzzRate(f *testing.F) {
	f.Add("20%", 0.2)
	f.Add("1,5", 0.1+0.2)
	f.Add("-1e-400%", 5e-324)
	f.Add("20 percent", math.MaxFloat64)
	f.Fuzz(func(t *testing.T, text string, v float64) {
		if r, err := ParseRate(text); err == nil {
			v = float64(r)
		}
		if r, err := ParseCLIRate(text); err != nil && r != 0 {
			t.Errorf("ParseCLIRate(%q) returns %v with an error", text, float64(r))
		}
		r := Rate(v)
		if r.Percent() == "" || r.Points() == "" {
			t.Errorf("%v shows as nothing", v)
		}
		StepRate(r, text, v)
		if math.IsNaN(v) || math.IsInf(v, 0) || math.Abs(v) > math.MaxFloat64/100 {
			return
		}
		if back, err := ParseRate(r.Full()); err != nil || back != r {
			t.Errorf("%v is shown in full as %s, which is %v, %v", v, r.Full(), float64(back), err)
		}
	})
}

// FuzzGrowth takes any text and any growth shown: no text makes the parser
// panic, what is read is finite, and what is shown in full is the same growth.
func FuzzGrowth(f *testing.F) {
	f.Add("+5 pp", 1.2953)
	f.Add("2.29x", -0.03)
	f.Add("129", math.Inf(1))
	f.Add("1e308x", 5e-324)
	f.Fuzz(func(t *testing.T, text string, v float64) {
		shown := Rate(v)
		read, err := ParseGrowth(text, shown)
		if err != nil && read != 0 || math.IsNaN(float64(read)) || math.IsInf(float64(read), 0) {
			t.Errorf("ParseGrowth(%q, %v) = %v, %v", text, v, float64(read), err)
		}
		if math.IsNaN(v) || math.IsInf(v, 0) || math.Abs(v) > math.MaxFloat64/100 {
			return
		}
		for _, r := range []Rate{shown, read} {
			if back, err := ParseGrowth(r.Full(), 7); err != nil || back != r {
				t.Errorf("%v is shown in full as %s, which is %v, %v", float64(r), r.Full(), float64(back), err)
			}
		}
	})
}
