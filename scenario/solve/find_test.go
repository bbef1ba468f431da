package solve_test

import (
	"math"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/solve"
	"headroom/scenario/unit"
)

// turning is one year in which a base of b pays a fifth of it up to 2 billion, and half
// as much is resold by Microsoft, which pays back a fifth of that: what is net rises to
// 1 billion, with a base of 10, and falls from there on.
func turning() scenario.Scenario {
	still := scenario.ByYear{{Year: 2026, Rate: 0}}
	first, last := unit.NewMonth(2026, 1), unit.NewMonth(2026, 12)
	return scenario.Scenario{
		ID: "turning", Name: "Turning", FirstYear: 2026, LastYear: 2026,
		Outlook: scenario.Outlook{Shape: scenario.ShapeEven, Streams: []scenario.Stream{
			{Name: "Own", Channel: scenario.ChannelDirect, Base: 7.3e9, Shared: 1, Growth: still},
			{Name: "Azure", Channel: scenario.ChannelAzure, Base: 3.65e9, Shared: 1, Growth: still},
		}},
		Terms: scenario.Terms{
			Share:   scenario.Share{Rate: 0.2, From: first, Through: last, Capped: true, Cap: 2e9},
			Reverse: &scenario.Reverse{Rate: 0.2, From: first, Through: last},
		},
	}
}

func find(t *testing.T, s scenario.Scenario, in solve.Input, r solve.Result, target float64) solve.Answer {
	t.Helper()
	p, err := scenario.Prepare(s)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := solve.Find(p, in, r, solve.Value{Number: target})
	if err != nil {
		t.Fatal(err)
	}
	return answer
}

func TestBothSidesOfATurnAreFound(t *testing.T) {
	for _, c := range []struct {
		target float64
		want   []float64 // bases, in billions
	}{
		{0.5e9, []float64{5, 15}},
		{0, []float64{0, 20}},
		{-1e9, []float64{30}},
		{1e9, []float64{10}},
		{1e9 - 1, []float64{10 - 1e-8, 10 + 1e-8}}, // closer together than any two values tried at first
		{1e9 - 1000, []float64{10 - 1e-5, 10 + 1e-5}},
	} {
		answer := find(t, turning(), solve.Base, solve.Net, c.target)
		if len(answer.Intervals) != len(c.want) {
			t.Errorf("net of %v: %v, want bases of %v billion", c.target, answer.Intervals, c.want)
			continue
		}
		for i, want := range c.want {
			low, high := answer.Intervals[i].Low, answer.Intervals[i].High
			if math.Abs(low-want*1e9) > 0.11 || math.Abs(high-want*1e9) > 0.11 {
				t.Errorf("net of %v: %v, want a base of %v billion", c.target, answer.Intervals[i], want)
			}
		}
	}
	answer := find(t, turning(), solve.Base, solve.Net, 0.9e9)
	if answer.Value != 9e9 {
		t.Errorf("the nearest to the present 7.3 billion is %v, want 9 of 9 and 11", answer.Value)
	}
}

func TestAboveATurnTheNearestIsTheTurn(t *testing.T) {
	answer := find(t, turning(), solve.Base, solve.Net, 1.2e9)
	if answer.Possible() || math.Abs(answer.Value-10e9) > 0.11 || math.Abs(answer.Result.Number-1e9) > 0.01 {
		t.Errorf("%+v, want none, and the nearest 1 billion with a base of 10", answer)
	}
}

func TestOneValueIsGivenByTheFewestDigits(t *testing.T) {
	s := february(t)
	for _, c := range []struct {
		in     solve.Input
		result solve.Result
		target float64
		want   float64
	}{
		{solve.Cap, solve.Paid, 30e9, 30e9},
		{solve.Cap, solve.CapUsed, 0.5, 2 * 134.6e9},
		{solve.Cap, solve.Headroom, 1e9, 135.6e9},
	} {
		if answer := find(t, s, c.in, c.result, c.target); len(answer.Intervals) != 1 || answer.Value != c.want {
			t.Errorf("%s for a %s of %v: %v of %v, want %v", c.in, c.result, c.target, answer.Value, answer.Intervals, c.want)
		}
	}
}

func TestWhatCannotBeLookedFor(t *testing.T) {
	p, err := scenario.Prepare(turning())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		in     solve.Input
		result solve.Result
		says   string
	}{
		{"through", solve.Paid, `"through" cannot be looked for; use cap, rate, base, growth-shift or growth:2028`},
		{"", solve.Paid, `"" cannot be looked for`},
		{"growth:2031", solve.Paid, "the horizon is 2026 to 2026"},
		{solve.Cap, "revenue", `"revenue" is not a result`},
	} {
		if _, err := solve.Find(p, c.in, c.result, solve.Value{}); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%q for %q: %v, want %q", c.in, c.result, err, c.says)
		}
	}
	for _, in := range solve.Inputs(turning()) {
		if _, err := solve.Find(p, in, solve.Paid, solve.Value{Number: 1e9}); err != nil {
			t.Errorf("%q is said to be an input: %v", in, err)
		}
	}
}
