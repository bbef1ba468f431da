package words

import (
	"testing"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// dated returns totals with a cap that is reached on a day.
func dated(year int, month, day int) scenario.Totals {
	t := scenario.Totals{Capped: true, Cap: 38e9}
	t.Reached.Date = unit.Date{Month: unit.NewMonth(year, 1) + unit.Month(month-1), Day: day}
	return t
}

func TestWhenACapIsReached(t *testing.T) {
	s := scenario.Scenario{FirstYear: 2026, LastYear: 2030}
	s.Terms.Share = scenario.Share{Rate: 0.2, Through: unit.NewMonth(2030, 12)}
	agi := s
	agi.Outlook.AGIVerified, agi.Terms.Share.EndsAtAGI = unit.NewMonth(2028, 3), true
	late := agi
	late.Outlook.AGIVerified = unit.NewMonth(2030, 12)
	capped := func(limit, headroom unit.Amount) scenario.Totals {
		return scenario.Totals{Capped: true, Cap: limit, Headroom: headroom}
	}
	before := capped(38e9, 0)
	before.Reached.Before = true
	zero := capped(0, 0)
	zero.Reached.Before = true
	nothing := s
	nothing.Terms.Share.Rate = 0
	for _, c := range []struct {
		says                            string
		s                               scenario.Scenario
		t                               scenario.Totals
		headline, detail, clause, exact string
	}{
		{"no cap", s, scenario.Totals{}, "No cap", "all that is due is paid", "no cap", "no cap"},
		{"a day", s, dated(2028, 11, 23), "November 2028", "about the 23rd, month 35 of 60", "cap reached Nov 2028", "Nov 23, 2028"},
		{"the first day", s, dated(2026, 1, 1), "January 2026", "about the 1st, month 1 of 60", "cap reached Jan 2026", "Jan 1, 2026"},
		{"the last day", s, dated(2030, 12, 31), "December 2030", "about the 31st, month 60 of 60", "cap reached Dec 2030", "Dec 31, 2030"},
		{"not", s, capped(200e9, 62e9), "Not by 2030", "$62.0B of headroom left", "cap not reached by 2030", "not by 2030"},
		{"before", s, before, "Before 2026", "by what was counted before", "cap reached before 2026", "before 2026"},
		{"a cap of nothing", s, zero, "Before 2026", "a cap of $0 leaves nothing to pay", "cap reached before 2026", "before 2026"},
		{"AGI ends the share", agi, capped(200e9, 62e9), "Not by 2030", "the share ends with AGI, Mar 2028", "cap not reached by 2030", "not by 2030"},
		{"AGI comes as the share ends", late, capped(200e9, 62e9), "Not by 2030", "$62.0B of headroom left", "cap not reached by 2030", "not by 2030"},
		{"no share", nothing, capped(38e9, 38e9), "Not by 2030", "no share is agreed", "cap not reached by 2030", "not by 2030"},
	} {
		got := [...]string{ReachedHeadline(c.s, c.t), ReachedDetail(c.s, c.t), ReachedClause(c.s, c.t), ReachedDay(c.s, c.t)}
		if want := [...]string{c.headline, c.detail, c.clause, c.exact}; got != want {
			t.Errorf("%s: %q, want %q", c.says, got, want)
		}
	}
}
