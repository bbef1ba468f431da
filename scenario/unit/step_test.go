package unit

import "testing"

func TestStepAmount(t *testing.T) {
	tests := []struct {
		amount Amount
		text   string
		steps  float64
		want   Amount
	}{
		{38e9, "$38.0B", 1, 38.1e9},
		{38e9, "$38.0B", -10, 37e9},
		{38e9, "$38.0B", 0.1, 38.01e9},
		{38e9, "38", 1, 39e9},
		{13.07e9, "13.07B", 1, 13.08e9},
		{12.4e9, "$12.40B", 10, 12.5e9},
		{5e6, "$5.00M", 1, 5.01e6},
		{12345, "$12,345", 1, 12346},
		{12345, "12.345K", 1, 12346},
		{0, "$0", 1, 1e9},
		{38e9, "abc", 1, 38e9},
		{38e9, "", 1, 38e9},
	}
	for _, test := range tests {
		if got := StepAmount(test.amount, test.text, Billions, test.steps); got != test.want {
			t.Errorf("%v steps of %q from %v: %v, want %v", test.steps, test.text, float64(test.amount), float64(got), float64(test.want))
		}
	}
}

func TestStepRate(t *testing.T) {
	tests := []struct {
		rate  Rate
		text  string
		steps float64
		want  Rate
	}{
		{1.295, "+129.5%", 1, 1.296},
		{1.2953, "+129.5%", 1, 1.2963},
		{1.2953, "129.53%", -1, 1.2952},
		{0.2, "20%", 1, 0.21},
		{0.2, "20%", 0.1, 0.201},
		{0.2, "20", 10, 0.3},
		{1.29, "2.29x", 1, 1.3},
		{-0.03, "−3.0%", 1, -0.029},
		{0.2, "$20", 1, 0.2},
		{0.2, "20B", 1, 0.2},
	}
	for _, test := range tests {
		if got := StepRate(test.rate, test.text, test.steps); got != test.want {
			t.Errorf("%v steps of %q from %v: %v, want %v", test.steps, test.text, float64(test.rate), float64(got), float64(test.want))
		}
	}
}

func TestStepSizes(t *testing.T) {
	for text, want := range map[string]Amount{"$38.0B": 1e8, "38": 1e9, "5.00M": 1e4, "$12,345": 1, "no": 0} {
		if got := StepAmount(1e12, text, Billions, 1) - 1e12; got != want {
			t.Errorf("a step of %q is %v, want %v", text, float64(got), float64(want))
		}
	}
	for text, want := range map[string]Rate{"+129.5%": 1.001, "20%": 1.01, "5.65%": 1.0001, "2.29x": 1.01, "+5 pp": 1.01, "no": 1} {
		if got := StepRate(1, text, 1); got != want {
			t.Errorf("a step of %q from 1 leads to %v, want %v", text, float64(got), float64(want))
		}
	}
}
