package explain_test

import (
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/explain"
	"headroom/scenario/unit"
)

// The first half is known: 2.48 of 38 billion are counted by June.
func TestThePaceNeededIsExplained(t *testing.T) {
	known := func(change func(s *scenario.Scenario)) scenario.Scenario {
		s := worked()
		s.Outlook.Streams[0].Actuals = scenario.Actuals{
			{Period: unit.Period{First: month(2026, 1), Months: 3}, Amount: 5.7e9}, {Period: unit.Period{First: month(2026, 4), Months: 3}, Amount: 6.7e9},
		}
		change(&s)
		return s
	}
	for _, tc := range []struct {
		says   string
		s      scenario.Scenario
		answer string
		want   []string
	}{
		{"as known", known(func(*scenario.Scenario) {}), "$39.47B a year", []string{
			"Pace needed from Jul 2026: $39.47B a year\n", "12 ÷ 3 of $6.70B that the share applies to in", "= $26.80B a year",
			"Total cap = $38.00B", "Room left after June 2026 = $35.52B", "12 × $35.52B ÷ (18 × 20%) = $118.40B a year", "12 × $35.52B ÷ (54 × 20%) = $39.47B a year",
		}},
		{"rates by year", known(func(s *scenario.Scenario) { s.Terms.Share.RatesByYear = scenario.ByYear{{Year: 2030, Rate: 0.1}} }), "$44.40B a year", []string{"(42 × 20% + 12 × 10%)"}},
		{"no cap", known(func(s *scenario.Scenario) { s.Terms.Share.Capped, s.Terms.Share.Cap = false, 0 }), "none", []string{"There is no cap to be reached."}},
		{"a window that has ended", known(func(s *scenario.Scenario) { s.Terms.Share.Through = month(2026, 6) }), "none", []string{"nothing counts toward the cap by then"}},
		{"no room", known(func(s *scenario.Scenario) { s.Terms.Share.Cap = 2e9 }), "$0 a year", []string{"no room is left"}},
		{"nothing actual", worked(), "none", []string{"there is no pace to go by"}},
	} {
		e := ask(t, tc.s, explain.Whole(tc.s, explain.Pace))
		if e.Answer != tc.answer {
			t.Errorf("%s: the answer is %q, want %q", tc.says, e.Answer, tc.answer)
		}
		got := written(e)
		for _, want := range tc.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: no %q in\n%s", tc.says, want, got)
			}
		}
		if fault := broken(tc.s, e); fault != "" {
			t.Errorf("%s: %s\n%s", tc.says, fault, got)
		}
	}
}
