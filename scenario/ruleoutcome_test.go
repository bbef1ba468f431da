package scenario_test

import (
	"testing"

	"headroom/scenario"
	"headroom/scenario/actuals"
)

// The model's table of dates, revenue of the year and what is due under each rule.
func TestWhatEachRuleWouldComeTo(t *testing.T) {
	s := knowing(plan(), scenario.Rescale, halfYear)
	outcomes, err := actuals.RuleOutcomes(s)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []struct {
		rule         scenario.AfterActuals
		reached      string
		revenue, due float64
	}{
		{scenario.KeepYear, "2028-11-23", 30, 134.6},
		{scenario.KeepMonths, "2028-11-22", 30.4717, 134.6943},
		{scenario.Rescale, "2028-11-05", 31.1864, 139.9232},
		{scenario.HoldPace, "", 25.8, 26.6},
	} {
		o := outcomes[i]
		if o.Rule != want.rule || o.Totals.Reached.String() != want.reached || !closeTo(o.Revenue, want.revenue) || !closeTo(o.Totals.Due, want.due) {
			t.Errorf("%s: reached %s, %v in the year, %v due, want %+v", o.Rule, o.Totals.Reached, o.Revenue, o.Totals.Due, want)
		}
	}
	if s.Outlook.AfterActuals != scenario.Rescale {
		t.Errorf("asked, the scenario goes by %s", s.Outlook.AfterActuals)
	}
}

func TestTheYearOnWhichTheRulesDifferFirst(t *testing.T) {
	for actuals, want := range map[string]int{
		"": 0, "2026-01 1": 2026, "2026-11 1": 2026, "2026-Q4 1": 2027, "2029-12 1": 2030, "2030-Q4 1": 2030, "2025-Q4 1": 0,
	} {
		if got := knowing(flat(), scenario.KeepYear, actuals).RuleYear(); got != want {
			t.Errorf("with %q it is %d, want %d", actuals, got, want)
		}
	}
	bad := flat()
	bad.Terms.Share.Rate = 2
	if _, err := actuals.RuleOutcomes(bad); err == nil {
		t.Error("a scenario that is not sound has outcomes")
	}
}
