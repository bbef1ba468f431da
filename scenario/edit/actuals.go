package edit

import (
	"slices"

	"headroom/scenario"
	"headroom/scenario/field"
	"headroom/scenario/unit"
)

// SetAfterActuals sets the rule by which streams go on after their last actual.
func SetAfterActuals(id string, rule scenario.AfterActuals) Change {
	return set(id, "outlook.afterActuals", scenario.TextValue(string(rule)))
}

// SetActual sets what a stream, by index, has earned in a month or a quarter. A
// quarter takes the place of what was known of its months. A month of a quarter that
// is known as a whole leaves the rest of it to the other two, in the proportion of
// their plans; it is refused where it is more than the whole.
func SetActual(id string, stream int, p unit.Period, amount unit.Amount) Change {
	return streamField(id, stream, actualField(p), "set "+p.Words()+" actual", " to "+amount.Headline(),
		setActuals(stream, []scenario.Actual{{Period: p, Amount: amount}}))
}

// ClearActual makes a month or a quarter of a stream unknown again, with the months of
// the quarter.
func ClearActual(id string, stream int, p unit.Period) Change {
	return streamField(id, stream, actualField(p), "make "+p.Words(), " unknown", clearActuals(stream, p))
}

// SetActuals sets what a stream has earned in several periods, as SetActual does. It
// is refused as a whole where a month is given twice.
func SetActuals(id string, stream int, given []scenario.Actual) Change {
	return streamChange("", id, stream, "set actuals", "", setActuals(stream, given))
}

func actualField(p unit.Period) string { return "actuals." + p.String() }

func setActuals(stream int, given []scenario.Actual) amendment {
	given = slices.Clone(given)
	slices.SortFunc(given, scenario.Actual.Compare)
	return onStream(stream, func(s *scenario.Scenario, st *scenario.Stream) error {
		for i, a := range given {
			if i > 0 && a.Period.First <= given[i-1].Period.Last() {
				return refuse(field.StreamPath(stream, actualField(a.Period)), "%s is given too; give no month twice", given[i-1].Period.Words())
			}
		}
		for len(given) > 0 {
			n := 1
			quarter := quarterOf(given[0].Period.First)
			for n < len(given) && given[n].Period.First <= quarter.Last() {
				n++
			}
			if err := setQuarter(s, st, stream, quarter, given[:n]); err != nil {
				return err
			}
			given = given[n:]
		}
		return nil
	})
}

// setQuarter sets what is given within one quarter: the whole, or some of its months.
func setQuarter(s *scenario.Scenario, st *scenario.Stream, stream int, quarter unit.Period, given []scenario.Actual) error {
	if given[0].Period == quarter {
		st.Actuals = withoutMonths(st.Actuals, quarter).With(quarter, given[0].Amount)
		return nil
	}
	if whole, known := st.Actuals.Get(quarter); known {
		rest, err := restOf(s, stream, quarter, whole, given)
		if err != nil {
			return err
		}
		st.Actuals = st.Actuals.Without(quarter)
		given = append(slices.Clip(given), rest...)
	}
	for _, a := range given {
		st.Actuals = st.Actuals.With(a.Period, a.Amount)
	}
	return nil
}

// restOf returns what is left of a quarter that is known as a whole for those of its
// months that are not given.
func restOf(s *scenario.Scenario, stream int, quarter unit.Period, whole unit.Amount, given []scenario.Actual) ([]scenario.Actual, error) {
	left := whole
	var rest []scenario.Actual
	for k := range quarter.Months {
		month := unit.Period{First: quarter.First + unit.Month(k), Months: 1}
		if at := slices.IndexFunc(given, func(a scenario.Actual) bool { return a.Period == month }); at >= 0 {
			left -= given[at].Amount
		} else {
			rest = append(rest, scenario.Actual{Period: month})
		}
	}
	if left < 0 && len(rest) > 0 {
		a := given[len(given)-1]
		return nil, refuse(field.StreamPath(stream, actualField(a.Period)), "%s is more than the %s known of %s; clear that first", a.Amount.Table(), whole.Table(), quarter.Words())
	}
	planned := planOf(s, stream)
	var sum unit.Amount
	for _, a := range rest {
		sum += planned(a.Period.First)
	}
	for i := range rest {
		part := 1 / unit.Amount(len(rest))
		if sum > 0 {
			part = planned(rest[i].Period.First) / sum
		}
		rest[i].Amount = left * part
	}
	return rest, nil
}

// planOf returns what a stream was planned to earn in a month, 0 outside the horizon.
func planOf(s *scenario.Scenario, stream int) func(unit.Month) unit.Amount {
	months := s.StreamMonths(stream)
	return func(m unit.Month) unit.Amount {
		if at := int(m - s.FirstMonth()); at >= 0 && at < len(months) {
			return months[at].Plan
		}
		return 0
	}
}

func clearActuals(stream int, p unit.Period) amendment {
	return onStream(stream, func(_ *scenario.Scenario, st *scenario.Stream) error {
		if p.Months == 1 {
			if whole := quarterOf(p.First); knows(st, whole) {
				return refuse(field.StreamPath(stream, actualField(p)), "%s is known as a whole; clear that, or give what %s earned", whole.Words(), p.Words())
			}
		}
		st.Actuals = withoutMonths(st.Actuals, p).Without(p)
		return nil
	})
}

func knows(st *scenario.Stream, p unit.Period) bool {
	_, known := st.Actuals.Get(p)
	return known
}

// withoutMonths returns actuals without those of the months of a period.
func withoutMonths(a scenario.Actuals, p unit.Period) scenario.Actuals {
	for k := range p.Months {
		a = a.Without(unit.Period{First: p.First + unit.Month(k), Months: 1})
	}
	return a
}

// quarterOf returns the quarter that a month lies in.
func quarterOf(m unit.Month) unit.Period {
	return unit.Period{First: m - (m-unit.FirstMonth)%3, Months: 3}
}
