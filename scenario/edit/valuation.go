package edit

import (
	"maps"
	"strconv"

	"headroom/scenario"
	"headroom/scenario/field"
	"headroom/scenario/unit"
)

// SetDiscountRate sets the discount rate a year: -0.5 to 10.
func SetDiscountRate(id string, rate unit.Rate) Change {
	return setRate(id, "valuation.discountRate", rate)
}

// SetAsOf sets the month from which payments are valued, zero for the first month
// of the horizon.
func SetAsOf(id string, month unit.Month) Change {
	return setMonth(id, "valuation.asOf", month, "the start")
}

// SetGrowthSD sets the standard deviation of one year's log growth: 0 to 5.
func SetGrowthSD(id string, year int, sd unit.Rate) Change {
	return setRate(id, "uncertainty.growthSD."+strconv.Itoa(year), sd)
}

// SetCorrelation sets the correlation between the shocks of adjacent years: -1 to
// 1.
func SetCorrelation(id string, correlation unit.Rate) Change {
	return setRate(id, "uncertainty.correlation", correlation)
}

// SetCapRange sets the range of the cap, low at most the cap, high at least.
func SetCapRange(id string, low, high unit.Amount) Change {
	name := "set range of cap to " + low.Headline() + " to " + high.Headline()
	return changeOf(id, "uncertainty.capRange", name, func(s *scenario.Scenario) error {
		withRange(s, &scenario.CapRange{Low: low, High: high})
		return nil
	})
}

// SetCapWithin sets the cap and leaves its range where it is: low at most the cap, high
// at least.
func SetCapWithin(id string, limit, low, high unit.Amount) Change {
	name := "set cap to " + limit.Headline() + " of " + low.Headline() + " to " + high.Headline()
	return changeOf(id, "uncertainty.capRange", name, func(s *scenario.Scenario) error {
		s.Terms.Share.Capped, s.Terms.Share.Cap = true, limit
		withRange(s, &scenario.CapRange{Low: low, High: high})
		return nil
	})
}

// SetUncertainty makes growth and cap as uncertain as given, with the sources of that by
// path within the scenario.
func SetUncertainty(id string, u scenario.Uncertainty, sources map[string]scenario.Source) Change {
	return choice(id, "make growth and cap uncertain", func(s *scenario.Scenario) error {
		s.Uncertainty = &u
		kept := make(map[string]scenario.Source, len(s.Sources)+len(sources))
		maps.Copy(kept, s.Sources)
		maps.Copy(kept, sources)
		s.Sources = kept
		return nil
	})
}

// RemoveUncertainty makes growth and cap certain.
func RemoveUncertainty(id string) Change {
	return choice(id, "remove uncertainty", func(s *scenario.Scenario) error {
		s.Uncertainty = nil
		return nil
	})
}

// setRangeEnd sets one end of the range of the cap. Where there was no range, the
// other end is the cap.
func setRangeEnd(end field.Field, v scenario.SourceValue) amendment {
	return func(s *scenario.Scenario) error {
		if u := s.Uncertainty; u == nil || u.CapRange == nil {
			withRange(s, &scenario.CapRange{Low: s.Terms.Share.Cap, High: s.Terms.Share.Cap})
		}
		return end.Put(s, v)
	}
}

// withRange gives s another range of the cap, nil for none.
func withRange(s *scenario.Scenario, r *scenario.CapRange) {
	if s.Uncertainty == nil && r == nil {
		return
	}
	var u scenario.Uncertainty
	if s.Uncertainty != nil {
		u = *s.Uncertainty
	}
	u.CapRange = r
	s.Uncertainty = &u
}
