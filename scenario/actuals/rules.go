package actuals

import (
	"headroom/scenario"
	"headroom/scenario/unit"
)

// A RuleOutcome is what a scenario comes to where its streams go on by one of the
// rules after their actuals.
type RuleOutcome struct {
	Rule    scenario.AfterActuals
	Totals  scenario.Totals
	Revenue unit.Amount // OpenAI's own in the year that its RuleYear returns
}

// RuleOutcomes returns what a scenario comes to under each rule, in the order of
// AfterActualsRules, all else equal. The error is the Faults that Check finds.
func RuleOutcomes(s scenario.Scenario) ([]RuleOutcome, error) {
	var out []RuleOutcome
	year := s.RuleYear()
	for _, rule := range scenario.AfterActualsRules() {
		ruled := s
		ruled.Outlook.AfterActuals = rule
		totals, err := scenario.Total(ruled)
		if err != nil {
			return nil, err
		}
		o := RuleOutcome{Rule: rule, Totals: totals}
		for _, stream := range s.OwnStreams() {
			for _, m := range ruled.StreamMonths(stream) {
				if m.Month.Year() == year {
					o.Revenue += m.Earned
				}
			}
		}
		out = append(out, o)
	}
	return out, nil
}
