package scenario_test

import (
	"fmt"
	"math/big"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// sumOf adds up a list.
func sumOf(list []*big.Float) *big.Float {
	sum := num(0)
	for _, v := range list {
		sum = plus(sum, v)
	}
	return sum
}

// nothing says whether a plan is too small to be one.
func nothing(plan *big.Float) bool { return plan.Cmp(num(1e-100)) < 0 }

// knownTruth returns what actuals say of the months of the horizon, nil where they
// say nothing, and the index of the last month they know, -1 for none.
func knownTruth(s scenario.Scenario, stream scenario.Stream, plan []*big.Float) (known []*big.Float, last int) {
	known, last = make([]*big.Float, len(plan)), -1
	for _, actual := range stream.Actuals {
		at := int(actual.Period.First - unit.NewMonth(s.FirstYear, 1))
		if at < 0 || at >= len(plan) {
			continue
		}
		months := plan[at : at+actual.Period.Months]
		for i, planned := range months {
			known[at+i] = over(amount(actual.Amount), num(float64(len(months))))
			if whole := sumOf(months); !nothing(whole) {
				known[at+i] = over(mult(amount(actual.Amount), planned), whole)
			}
			last = max(last, at+i)
		}
	}
	return known, last
}

// earnedTruth lists what a stream earns in every month of the horizon.
func earnedTruth(s scenario.Scenario, stream scenario.Stream) []*big.Float {
	plan := potentialTruth(s, stream)
	known, last := knownTruth(s, stream, plan)
	if last < 0 {
		return plan
	}
	var earned, actual, covered []*big.Float
	for m := range last + 1 {
		if known[m] == nil {
			earned = append(earned, plan[m])
			continue
		}
		earned = append(earned, known[m])
		actual, covered = append(actual, known[m]), append(covered, plan[m])
	}
	january := last / 12 * 12
	for m := last + 1; m < len(plan); m++ {
		next := plan[m]
		switch s.Outlook.AfterActuals {
		case "", scenario.KeepYear:
			if m >= january+12 {
				break
			}
			left, rest := less(sumOf(plan[january:january+12]), sumOf(earned[january:last+1])), sumOf(plan[last+1:january+12])
			if left.Sign() < 0 || nothing(rest) {
				left, rest = num(0), num(1)
			}
			next = over(mult(plan[m], left), rest)
		case scenario.Rescale:
			if base := sumOf(covered); !nothing(base) {
				next = over(mult(plan[m], sumOf(actual)), base)
			}
		case scenario.HoldPace:
			recent := earned[max(0, last-2) : last+1]
			next = over(sumOf(recent), num(float64(len(recent))))
		}
		earned = append(earned, next)
	}
	return earned
}

// actuals gives some streams of s actuals of every kind: months and quarters, with
// gaps, of nothing, before and after the horizon, and a rule for what comes after.
func (d dice) actuals(s *scenario.Scenario) {
	if d.chance(0.5) {
		return
	}
	rules := []scenario.AfterActuals{"", scenario.KeepYear, scenario.KeepMonths, scenario.Rescale, scenario.HoldPace}
	s.Outlook.AfterActuals = rules[d.IntN(len(rules))]
	for i := range s.Outlook.Streams {
		if d.chance(0.6) {
			s.Outlook.Streams[i].Actuals = d.known(*s, i)
		}
	}
}

func (d dice) known(s scenario.Scenario, i int) (known scenario.Actuals) {
	var plan []*big.Float
	first := s.FirstMonth()
	if d.chance(0.8) {
		plan = potentialTruth(s, s.Outlook.Streams[i])
	}
	quarter := max(unit.FirstMonth, first+unit.Month(3*d.pick(-4, 0, 0, 0, d.between(0, 8))))
	end := min(s.LastMonth()+7, unit.LastMonth-3, quarter+unit.Month(d.pick(1, 3, 6, 12, 18, 60)))
	sure := d.value(1, 0.9, 0.5)
	take := func(p unit.Period) {
		if !d.chance(sure) {
			return
		}
		earned := d.amount(0, 1e9, d.Float64()*1e11, 1e-3)
		if at := int(p.First - first); at >= 0 && at < len(plan) {
			planned, _ := sumOf(plan[at : at+p.Months]).Float64()
			earned = d.amount(planned, planned*d.Float64(), planned*(1+d.Float64()), planned*2, 0)
		}
		known = known.With(p, earned)
	}
	for ; quarter <= end; quarter += 3 {
		if d.chance(0.5) {
			take(unit.Period{First: quarter, Months: 3})
			continue
		}
		for m := range unit.Month(d.pick(1, 2, 3, 3)) {
			take(unit.Period{First: quarter + m, Months: 1})
		}
	}
	return known
}

// countActuals counts what of actuals a scenario touches.
func (t tally) countActuals(s scenario.Scenario) {
	var last, gap, zero, december, mixed, early, unplanned, none bool
	for i, st := range s.Outlook.Streams {
		known, end := knownTruth(s, st, potentialTruth(s, st))
		none = none || end < 0 && len(st.Actuals) > 0
		if end < 0 {
			continue
		}
		last = true
		december = december || end%12 == 11
		months := map[int]bool{}
		for _, actual := range st.Actuals {
			months[actual.Period.Months] = true
			zero = zero || actual.Amount == 0
		}
		mixed = mixed || len(months) == 2
		for m := range end {
			gap = gap || known[m] == nil
		}
		from, ever := s.EarnsFrom(i)
		early = early || !ever || from > s.FirstMonth()
		unplanned = unplanned || st.Launch > s.FirstYear+end/12
	}
	t.count("an actual", last)
	t.count("a gap", gap)
	t.count("a zero", zero)
	t.count("the last actual is a December's", december)
	t.count("months and quarters", mixed)
	t.count("actuals before clouds open", early)
	t.count("actuals before a launch", unplanned)
	t.count("actuals outside the horizon", none)
	t.count(fmt.Sprintf("the rule %q", s.Outlook.AfterActuals), last)
	t.count("actuals through none", last && s.ActualsThrough() == 0)
	t.count("actuals through a month", s.ActualsThrough() != 0)
}
