package edit

import (
	"strconv"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// SetDiscountRate sets the discount rate a year: -0.5 to 10.
func SetDiscountRate(id string, rate unit.Rate) Change {
	return field(id, "valuation.discountRate", "set discount rate to "+rate.Percent(), setDiscountRate(rate))
}

// SetAsOf sets the month from which payments are valued, zero for the first month
// of the horizon.
func SetAsOf(id string, month unit.Month) Change {
	return field(id, "valuation.asOf", "set valuation as of "+orNone(month, "the start"), setAsOf(month))
}

// SetGrowthSD sets the standard deviation of one year's log growth: 0 to 5.
func SetGrowthSD(id string, year int, sd unit.Rate) Change {
	name := "set " + strconv.Itoa(year) + " growth uncertainty to " + sd.Percent()
	return field(id, "uncertainty.growthSD."+strconv.Itoa(year), name, setGrowthSD(year, sd))
}

// SetCorrelation sets the correlation between the shocks of adjacent years: -1 to
// 1.
func SetCorrelation(id string, correlation unit.Rate) Change {
	return field(id, "uncertainty.correlation", "set correlation to "+correlation.Percent(), setCorrelation(correlation))
}

// SetCapRange sets the range of the cap, low at most the cap, high at least.
func SetCapRange(id string, low, high unit.Amount) Change {
	name := "set range of cap to " + low.Headline() + " to " + high.Headline()
	return field(id, "uncertainty.capRange", name, func(s *scenario.Scenario) error {
		withRange(s, &scenario.CapRange{Low: low, High: high})
		return nil
	})
}

// RemoveCapRange makes the cap certain.
func RemoveCapRange(id string) Change {
	return choice(id, "remove range of cap", func(s *scenario.Scenario) error {
		withRange(s, nil)
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

func setDiscountRate(rate unit.Rate) amendment {
	return func(s *scenario.Scenario) error {
		s.Valuation.DiscountRate = rate
		return nil
	}
}

func setAsOf(month unit.Month) amendment {
	return func(s *scenario.Scenario) error {
		s.Valuation.AsOf = month
		return nil
	}
}

func setGrowthSD(year int, sd unit.Rate) amendment {
	return onUncertainty(func(u *scenario.Uncertainty) { u.GrowthSD = u.GrowthSD.With(year, sd) })
}

func setCorrelation(correlation unit.Rate) amendment {
	return onUncertainty(func(u *scenario.Uncertainty) { u.Correlation = correlation })
}

// setRangeEnd sets one end of the range of the cap. Where there was no range, the
// other end is the cap.
func setRangeEnd(end func(*scenario.CapRange) *unit.Amount, value unit.Amount) amendment {
	return func(s *scenario.Scenario) error {
		ends := scenario.CapRange{Low: s.Terms.Share.Cap, High: s.Terms.Share.Cap}
		if u := s.Uncertainty; u != nil && u.CapRange != nil {
			ends = *u.CapRange
		}
		*end(&ends) = value
		withRange(s, &ends)
		return nil
	}
}

// onUncertainty returns the amendment that f makes to a copy of a scenario's
// uncertainty, making one where there is none.
func onUncertainty(f func(*scenario.Uncertainty)) amendment {
	return func(s *scenario.Scenario) error {
		var u scenario.Uncertainty
		if s.Uncertainty != nil {
			u = *s.Uncertainty
		}
		f(&u)
		s.Uncertainty = &u
		return nil
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
