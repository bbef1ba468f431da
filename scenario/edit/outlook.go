package edit

import (
	"slices"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// A Part of a scenario can be taken as a whole, with its sources, such as shipped
// terms or a shipped outlook. What ApplyTo returns shares with its argument only
// what it does not write to.
type Part interface {
	ApplyTo(s scenario.Scenario) scenario.Scenario
}

// TakeOutlook replaces the outlook of a scenario by that of a part with the given
// name.
func TakeOutlook(id, name string, outlook Part) Change {
	return take(id, "take outlook "+name, outlook)
}

// TakeTerms replaces the terms of a scenario by those of a part with the given
// name.
func TakeTerms(id, name string, terms Part) Change {
	return take(id, "take terms "+name, terms)
}

func take(id, name string, part Part) Change {
	return Revise(id, name, func(s scenario.Scenario) (scenario.Scenario, error) { return part.ApplyTo(s), nil })
}

// SetShape sets how a year's revenue is spread over its months.
func SetShape(id string, shape scenario.Shape) Change {
	return set(id, "outlook.shape", scenario.TextValue(string(shape)))
}

// SetAGIVerified sets the month in which AGI is verified, zero for never.
func SetAGIVerified(id string, month unit.Month) Change {
	return setMonth(id, "outlook.agiVerified", month, "never")
}

// SetLastYear sets the last year of the horizon. A year added without growth
// copies that of the year before it; growth of years no longer in the horizon is
// kept.
func SetLastYear(id string, year int) Change {
	return setCount(id, "lastYear", year)
}

func setLastYear(year int) amendment {
	return func(s *scenario.Scenario) error {
		s.LastYear = year
		s.Outlook.Streams = slices.Clone(s.Outlook.Streams)
		for i := range s.Outlook.Streams {
			fill(s, &s.Outlook.Streams[i])
		}
		return nil
	}
}
