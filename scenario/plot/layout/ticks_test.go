package layout

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"headroom/scenario/unit"
)

func TestSteps(t *testing.T) {
	for _, c := range []struct {
		top, most float64
		want      string
	}{
		{49.4e9, 9.8, "$0 $10B $20B $30B $40B"},
		{49.4e9, 9.9, "$0 $5B $10B $15B $20B $25B $30B $35B $40B $45B"},
		{50e9, 5, "$0 $10B $20B $30B $40B $50B"},
		{49.999e9, 5, "$0 $10B $20B $30B $40B"},
		{142e9, 7.2, "$0 $20B $40B $60B $80B $100B $120B $140B"},
		{38e9, 1, "$0 $25B"},
		{1e9, 2.1, "$0 $0.5B $1.0B"},
		{9.99e8, 2, "$0 $500M"},
		{1e6, 4, "$0 $0.25M $0.50M $0.75M $1.00M"},
		{1e6, 3, "$0 $0.5M $1.0M"},
		{142e9, 7.05, "$0 $25B $50B $75B $100B $125B"},
		{8e9, 4, "$0 $2B $4B $6B $8B"},
		{8e9, 3.5, "$0 $2.5B $5.0B $7.5B"},
		{999_999, 2, "$0 $500,000"},
		{49.4, 5, "$0 $10 $20 $30 $40"},
		{0.05, 5, "$0 $0.01 $0.02 $0.03 $0.04 $0.05"},
		{1.3e15, 2.6, "$0 $500,000B $1,000,000B"},
		{3e18, 3, "$0 $1e+09B $2e+09B $3e+09B"},
	} {
		s := NewSteps(c.top, c.most)
		var labels []string
		for i := range s.Count + 1 {
			labels = append(labels, s.Label(i))
		}
		if got := strings.Join(labels, " "); got != c.want {
			t.Errorf("up to %v with at most %v steps: %s, want %s", c.top, c.most, got, c.want)
		}
	}
}

func TestStepsAreFewAndOneAtLeast(t *testing.T) {
	for top := 1e-6; top < 1e300; top *= 1.37 {
		for _, most := range []float64{0, 0.3, 1, 2.5, 8, 40} {
			s := NewSteps(top, most)
			if s.Count < 1 || float64(s.Count)*s.Step > top*(1+1e-6) || float64(s.Count) > max(2, most) {
				t.Fatalf("up to %v with at most %v steps: %d of %v", top, most, s.Count, s.Step)
			}
			if s.Count < int(most/2) {
				t.Fatalf("up to %v there would be room for %v steps, but only %d of %v are used", top, most, s.Count, s.Step)
			}
		}
	}
}

func TestSpans(t *testing.T) {
	month := func(y, m int) unit.Month { return unit.NewMonth(y, 1) + unit.Month(m-1) }
	for _, c := range []struct {
		name          string
		from, through unit.Month
		pixels        float64 // a month
		want          string  // labels, - for none
	}{
		{"years with room", month(2026, 1), month(2030, 12), 10, "2026 2027 2028 2029 2030"},
		{"years just as wide as a label", month(2026, 1), month(2028, 12), 40.0 / 12, "2026 2027 2028"},
		{"years a little narrower", month(2026, 1), month(2030, 12), 39.9 / 12, "2026 - 2028 - 2030"},
		{"many years", month(2024, 1), month(2036, 12), 1, "- 2025 - - - - 2030 - - - - 2035 -"},
		{"a part of a year without room", month(2026, 11), month(2028, 12), 10, "- 2027 2028"},
		{"a part of a year with room", month(2026, 9), month(2028, 4), 10, "2026 2027 2028"},
		{"a year", month(2026, 1), month(2026, 12), 4, "2026"},
		{"less than a year", month(2026, 1), month(2026, 11), 10, "Jan 2026 - - - - Jun 2026 - - - - Nov 2026"},
		{"a month", month(2026, 3), month(2026, 3), 700, "Mar 2026"},
	} {
		spans := intervalsOf(nil, c.from, c.through, c.pixels, func(s string) float64 { return 10 * float64(min(4, len(s))) })
		var labels []string
		for i, s := range spans {
			labels = append(labels, cmp.Or(s.label, "-"))
			if i > 0 && s.from != spans[i-1].through {
				t.Errorf("%s: a gap before %v", c.name, s)
			}
		}
		if got := strings.Join(labels, " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		if spans[0].from != float64(c.from) || spans[len(spans)-1].through != float64(c.through+1) {
			t.Errorf("%s: from %v through %v", c.name, spans[0].from, spans[len(spans)-1].through)
		}
	}
}

func TestLabelStep(t *testing.T) {
	var got []int
	for _, wide := range []float64{0, 0.9, 1, 1.01, 2.5, 5.01, 11, 49, 51} {
		got = append(got, labelStep(wide))
	}
	if want := []int{1, 1, 1, 2, 5, 10, 20, 50, 100}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
