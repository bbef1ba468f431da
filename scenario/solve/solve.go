// Package solve finds every value of one input of a scenario that brings one result
// to a target, all else equal: by looking along the range of the input, and closing in
// on the target wherever the result passes or touches it. It changes no scenario
// itself.
package solve

import (
	"fmt"
	"slices"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// An Input is what is looked for.
type Input = scenario.Input

// The inputs that can be looked for, and the growth of a year, scenario.GrowthOf.
const (
	Cap         = scenario.InputCap
	Rate        = scenario.InputRate
	Base        = scenario.InputBase
	GrowthShift = scenario.InputGrowthShift
)

// Inputs returns the inputs that can be looked for in s.
func Inputs(s scenario.Scenario) []Input {
	return slices.DeleteFunc(scenario.Inputs(s), func(in Input) bool { return !Solvable(in) })
}

// Solvable reports whether the input is of those that can be looked for.
func Solvable(in Input) bool {
	switch in {
	case Cap, Rate, Base, GrowthShift:
		return true
	}
	_, growth := in.Year()
	return growth
}

// An Interval is a range of values, both ends included; a single value is an
// interval of no width.
type Interval struct{ Low, High float64 }

// nearest returns the value of the interval nearest to v.
func (i Interval) nearest(v float64) float64 { return min(max(v, i.Low), i.High) }

// An Answer says which values of an input reach a target.
type Answer struct {
	Range     Interval   // of values tried: the legal ones
	Intervals []Interval // of values that reach the target, ascending; none where it is impossible
	Value     float64    // that nearest to the present one, or that with the nearest result
	Result    Value      // what Value gives
}

// Possible reports whether any value reaches the target.
func (a Answer) Possible() bool { return len(a.Intervals) > 0 }

// Reached finds the values of input for which the cap is reached on target. The
// error is the Faults of s, or that the input cannot be looked for in it.
func Reached(s scenario.Scenario, input Input, target unit.Date) (Answer, error) {
	p, err := scenario.Prepare(s)
	if err != nil {
		return Answer{}, err
	}
	return Find(p, input, CapReached, On(target))
}

// Find finds the values of input for which the result is the target: a date to the
// day, an amount to half a cent or 1e-12 of it, a fraction to 1e-12. The error says
// that the input cannot be looked for in the scenario, or that there is no such
// result.
func Find(p *scenario.Prepared, input Input, result Result, target Value) (Answer, error) {
	if !slices.Contains(Results(), result) {
		return Answer{}, fmt.Errorf("%q is not a result that can be brought to a target", string(result))
	}
	if !Solvable(input) {
		return Answer{}, fmt.Errorf("%s cannot be looked for; use %s, %s, %s, %s or growth:2028, of any year",
			unit.Quote(string(input)), Cap, Rate, Base, GrowthShift)
	}
	s, err := newSearch(p, input, result, false)
	if err != nil {
		return Answer{}, err
	}
	return s.answer(target)
}

// FindIn is Find among the values of a span, all of which have to be legal.
func FindIn(span Interval, p *scenario.Prepared, input Input, result Result, target Value) (Answer, error) {
	return newSearchIn(span, p, input, result, false).answer(target)
}

func (s *search) answer(target Value) (Answer, error) {
	answer := Answer{Range: s.span}
	answer.Intervals, answer.Value = s.solve(s.result.Key(target))
	answer.Result = s.at(answer.Value).value
	return answer, s.err
}
