package words_test

import (
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

func TestThePaceIsSaid(t *testing.T) {
	by := func(year int, annual unit.Amount, known bool) scenario.PaceNeeded {
		return scenario.PaceNeeded{By: unit.NewMonth(year, 12), Annual: annual, Known: known}
	}
	june := unit.NewMonth(2026, 6)
	for _, tc := range []struct {
		says           string
		through        unit.Month
		needed         []scenario.PaceNeeded
		sentence       string
		brief, byYears string
	}{
		{"nothing is actual", 0, nil, "", "", ""},
		{
			"two years are left", june,
			[]scenario.PaceNeeded{by(2026, 355.2e9, true), by(2027, 118.4e9, true)},
			"Needs $118.4B a year from Jul 2026 to reach the cap by 2027, now $26.8B", "Needs $118.4B a year, now $26.8B",
			"By the end of 2026: $355.2B a year|By the end of 2027: $118.4B a year",
		},
		{
			"the cap is reached", june,
			[]scenario.PaceNeeded{by(2027, 0, true)},
			"What is actual reaches the cap alone; earns $26.8B a year now", "Pace now $26.8B a year", "By the end of 2027: $0 a year",
		},
		{
			"nothing counts", june,
			[]scenario.PaceNeeded{by(2027, 0, false)},
			"Earns $26.8B a year now; no pace from Jul 2026 on reaches a cap by 2027", "Pace now $26.8B a year", "",
		},
		{
			"the share ends before", june,
			[]scenario.PaceNeeded{by(2028, 80e9, true), {By: unit.NewMonth(2029, 12), Last: unit.NewMonth(2029, 5), Annual: 75.4e9, Known: true}, {By: unit.NewMonth(2030, 12), Last: unit.NewMonth(2029, 5), Annual: 75.4e9, Known: true}},
			"Needs $75.4B a year from Jul 2026 to reach the cap by May 2029, when the share ends, now $26.8B", "Needs $75.4B a year, now $26.8B",
			"By the end of 2028: $80.0B a year|By May 2029, when the share ends: $75.4B a year",
		},
		{"no cap", june, []scenario.PaceNeeded{by(2027, 0, false)}, "Earns $26.8B a year now; there is no cap to reach", "Pace now $26.8B a year", ""},
		{"all is actual", june, nil, "Earned $26.8B a year in the last three months", "Pace now $26.8B a year", ""},
	} {
		p := scenario.Projection{
			Total:          scenario.Totals{Capped: tc.says != "no cap"},
			ActualsThrough: tc.through, Pace: scenario.Pace{Now: 26.8e9, Needed: tc.needed},
		}
		if got := words.PaceSentence(p); got != tc.sentence {
			t.Errorf("%s: %q, want %q", tc.says, got, tc.sentence)
		}
		if got := words.PaceBrief(p); tc.through != 0 && got != tc.brief {
			t.Errorf("%s: %q, want %q", tc.says, got, tc.brief)
		}
		if got := strings.Join(words.PaceByYear(p), "|"); got != tc.byYears {
			t.Errorf("%s: %q, want %q", tc.says, got, tc.byYears)
		}
	}
}
