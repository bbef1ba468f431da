package actuals

import (
	"headroom/scenario"
	"headroom/scenario/unit"
)

// A Variance holds what was earned in a span of months against what was planned for
// it, in US dollars. A span in which nothing is known has its plan alone.
type Variance struct {
	From, Through unit.Month  // both included
	Known         int         // how many of its months are actual
	Actual        unit.Amount // what these earned
	Planned       unit.Amount // the plan of these
	Plan          unit.Amount // the plan of all of its months
}

// Months returns how many months the span has.
func (v Variance) Months() int { return int(v.Through-v.From) + 1 }

// Difference returns by how much more was earned than planned in the months that are
// known.
func (v Variance) Difference() unit.Amount { return v.Actual - v.Planned }

// Relative returns the difference as a part of the plan, and false where nothing is
// known or nothing was planned.
func (v Variance) Relative() (unit.Rate, bool) {
	if v.Known == 0 || v.Planned < scenario.LeastPlan {
		return 0, false
	}
	return unit.Rate(v.Difference() / v.Planned), true
}

// then returns what v and the span after it come to together.
func (v Variance) then(next Variance) Variance {
	if v.From == 0 {
		return next
	}
	v.Through = next.Through
	v.Known += next.Known
	v.Actual += next.Actual
	v.Planned += next.Planned
	v.Plan += next.Plan
	return v
}

// Variances are spans in a row.
type Variances []Variance

// Sum returns what all spans come to together; of none it is zero.
func (v Variances) Sum() (sum Variance) {
	for _, span := range v {
		sum = sum.then(span)
	}
	return sum
}

// By returns what spans come to together that next to one another are of the same
// number: such as the year of each.
func (v Variances) By(number func(unit.Month) int) Variances {
	var out Variances
	for i, span := range v {
		if i == 0 || number(span.From) != number(v[i-1].From) {
			out = append(out, span)
		} else {
			out[len(out)-1] = out[len(out)-1].then(span)
		}
	}
	return out
}

// Against holds what streams, by index, have earned together against their plan,
// month by month of the horizon, as far as the terms allow it. A month is known where
// an actual covers it of each of them that was planned to earn something in it.
func Against(s scenario.Scenario, streams ...int) Variances {
	out := make(Variances, s.LastMonth()-s.FirstMonth()+1)
	open := make([]bool, len(out))
	for i := range out {
		m := s.FirstMonth() + unit.Month(i)
		out[i] = Variance{From: m, Through: m}
	}
	for _, stream := range streams {
		from, ever := s.EarnsFrom(stream)
		for i, m := range s.StreamMonths(stream) {
			v := &out[i]
			if open[i] = open[i] || !m.Actual && m.Plan > 0; m.Actual {
				v.Known = 1
				v.Actual += m.Earned
			}
			if ever && m.Month >= from {
				v.Plan += m.Plan
			}
		}
	}
	for i := range out {
		if v := &out[i]; open[i] || v.Known == 0 {
			v.Known, v.Actual = 0, 0
		} else {
			v.Planned = v.Plan
		}
	}
	return out
}
