package scenario

import "headroom/scenario/unit"

// A RuleOutcome is what a scenario comes to where its streams go on by one of the
// rules after their actuals.
type RuleOutcome struct {
	Rule    AfterActuals
	Totals  Totals
	Revenue unit.Amount // OpenAI's own in the year that RuleYear returns
}

// AfterActualsRules are the rules, the default first.
func AfterActualsRules() []AfterActuals {
	return []AfterActuals{KeepYear, KeepMonths, Rescale, HoldPace}
}

// RuleYear returns the year on which the rules after the actuals differ first: that
// of the month after the last actual of any stream, or the last of the horizon; 0
// without actuals.
func (s Scenario) RuleYear() int {
	var last unit.Month
	for i := range s.Outlook.Streams {
		last = max(last, s.lastActual(i))
	}
	if last == 0 {
		return 0
	}
	return min((last + 1).Year(), s.LastYear)
}

// RuleOutcomes returns what a scenario comes to under each rule, in the order of
// AfterActualsRules, all else equal. The error is the Faults that Check finds.
func RuleOutcomes(s Scenario) ([]RuleOutcome, error) {
	var out []RuleOutcome
	year := s.RuleYear()
	for _, rule := range AfterActualsRules() {
		ruled := s
		ruled.Outlook.AfterActuals = rule
		totals, err := Total(ruled)
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
