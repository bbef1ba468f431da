// Package solve finds the values of one input of a scenario that bring one
// result to a target, all else equal.
//
// It answers for the cap and for a uniform shift of growth against the date the
// cap is reached, both of which move that date one way only: later payments of
// the cap take longer, more revenue takes less. It changes no scenario itself.
package solve

import (
	"fmt"
	"math"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// An Input is what is looked for.
type Input string

// The inputs.
const (
	Cap         Input = "cap"          // US dollars
	GrowthShift Input = "growth-shift" // a fraction added to every growth of every stream
)

// An Interval is a range of values, both ends included; a single value is an
// interval of no width.
type Interval struct{ Low, High float64 }

// nearest returns the value of the interval nearest to v.
func (i Interval) nearest(v float64) float64 { return min(max(v, i.Low), i.High) }

// An Answer says which values of an input reach a target.
type Answer struct {
	Range     Interval          // of values tried: the legal ones
	Intervals []Interval        // of values that reach the target, ascending; none where it is impossible
	Value     float64           // that nearest to the present one, or that with the nearest result
	Result    scenario.Reached  // what Value gives
	Scenario  scenario.Scenario // with Value put in
}

// Possible reports whether any value reaches the target.
func (a Answer) Possible() bool { return len(a.Intervals) > 0 }

// Reached finds the values of input for which the cap is reached on target. The
// error is the Faults of s, or that the input cannot be looked for in it.
func Reached(s scenario.Scenario, input Input, target unit.Date) (Answer, error) {
	if _, err := scenario.Total(s); err != nil {
		return Answer{}, err
	}
	search, err := newSearch(s, input)
	if err != nil {
		return Answer{}, err
	}
	// The date moves one way along the input; along the negated growth shift it
	// moves the same way as along the cap: later.
	early := func(v float64) bool { return before(search.reached(v), target) }
	late := func(v float64) bool { return after(search.reached(v), target) }
	low, high := search.span.Low, search.span.High
	if search.falling {
		low, high = high, low
	}
	first := boundary(low, high, early) // the first value that is no longer too early
	last := boundary(high, low, late)   // the last one that is not yet too late
	answer := Answer{Range: search.span}
	if !early(first) && !late(first) && !early(last) && !late(last) {
		found := Interval{min(first, last), max(first, last)}
		answer.Intervals = []Interval{found}
		answer.Value = found.nearest(search.present)
	} else {
		answer.Value = search.closest(target, first, last)
	}
	answer.Scenario = search.with(answer.Value)
	answer.Result = search.reached(answer.Value)
	return answer, search.err
}

// A search is one input of a scenario, over its range.
type search struct {
	span    Interval
	present float64 // the value the scenario has
	falling bool    // whether the date comes earlier as the value rises
	with    func(v float64) scenario.Scenario
	err     error // the first that a value met with
}

func newSearch(s scenario.Scenario, input Input) (*search, error) {
	switch input {
	case Cap:
		return &search{span: Interval{0, scenario.MaxAmount}, present: float64(s.Terms.Share.Cap), with: withCap(s)}, nil
	case GrowthShift:
		span, ok := shiftRange(s)
		if !ok {
			return nil, fmt.Errorf("no stream has a growth to shift; give one growth first")
		}
		return &search{span: span, falling: true, with: withShift(s)}, nil
	}
	return nil, fmt.Errorf("%q is not an input that can be looked for; use %s or %s", input, Cap, GrowthShift)
}

// reached returns when the cap is reached with a value. A value that the scenario
// does not take counts as never reaching it, and its error as that of the search.
func (s *search) reached(v float64) scenario.Reached {
	total, err := scenario.Total(s.with(v))
	if err != nil && s.err == nil {
		s.err = fmt.Errorf("with %g in it: %w", v, err)
	}
	return total.Reached
}

// closest returns that of the values whose date is nearest to target.
func (s *search) closest(target unit.Date, values ...float64) float64 {
	best, distance := values[0], math.MaxInt
	for _, v := range values {
		for _, near := range []float64{v, math.Nextafter(v, s.span.Low), math.Nextafter(v, s.span.High)} {
			r := s.reached(near)
			if r.Date.IsZero() {
				continue
			}
			if d := r.Date.DaysSince(target); max(d, -d) < distance {
				best, distance = near, max(d, -d)
			}
		}
	}
	return best
}

func withCap(s scenario.Scenario) func(float64) scenario.Scenario {
	return func(v float64) scenario.Scenario {
		changed := s
		changed.Terms.Share.Capped, changed.Terms.Share.Cap = true, unit.Amount(v)
		// The range of an uncertain cap has no bearing on the date of a certain one.
		changed.Uncertainty = nil
		return changed
	}
}

func withShift(s scenario.Scenario) func(float64) scenario.Scenario {
	return func(v float64) scenario.Scenario { return ShiftGrowth(s, unit.Rate(v)) }
}

// ShiftGrowth returns s with shift added to every growth of every stream.
func ShiftGrowth(s scenario.Scenario, shift unit.Rate) scenario.Scenario {
	streams := make([]scenario.Stream, len(s.Outlook.Streams))
	for i, stream := range s.Outlook.Streams {
		growth := make(scenario.ByYear, len(stream.Growth))
		for j, g := range stream.Growth {
			growth[j] = scenario.YearRate{Year: g.Year, Rate: g.Rate + shift}
		}
		stream.Growth = growth
		streams[i] = stream
	}
	s.Outlook.Streams = streams
	return s
}

// The shifts tried: -100 to +1,000 percentage points.
const (
	lowestShift  = -1
	highestShift = 10
)

// shiftRange returns the shifts that leave every growth legal: above -1 and at
// most scenario.MaxGrowth. It is false where there is no growth at all.
func shiftRange(s scenario.Scenario) (Interval, bool) {
	span, any := Interval{lowestShift, highestShift}, false
	for _, stream := range s.Outlook.Streams {
		for _, g := range stream.Growth {
			any = true
			span.Low = max(span.Low, math.Nextafter(-1, 0)-float64(g.Rate)) // a growth stays above -1
			span.High = min(span.High, scenario.MaxGrowth-float64(g.Rate))
		}
	}
	for any && !legal(s, span.Low) {
		span.Low = math.Nextafter(span.Low, math.Inf(1))
	}
	for any && !legal(s, span.High) {
		span.High = math.Nextafter(span.High, math.Inf(-1))
	}
	return span, any
}

func legal(s scenario.Scenario, shift float64) bool {
	for _, stream := range s.Outlook.Streams {
		for _, g := range stream.Growth {
			if rate := g.Rate + unit.Rate(shift); rate <= -1 || rate > scenario.MaxGrowth {
				return false
			}
		}
	}
	return true
}

// before reports whether a cap reached as r is reached earlier than target.
func before(r scenario.Reached, target unit.Date) bool {
	return r.Before || !r.Date.IsZero() && r.Date.Before(target)
}

// after reports whether a cap reached as r is reached later than target, or not
// at all.
func after(r scenario.Reached, target unit.Date) bool {
	return !r.Ever() || target.Before(r.Date) && !r.Before
}

// boundary returns the first value on the way from one end to the other for
// which beyond no longer holds, to the last bit, beyond holding up to some value
// and not after; the far end where it holds all the way.
func boundary(from, to float64, beyond func(float64) bool) float64 {
	if !beyond(from) {
		return from
	}
	if beyond(to) {
		return to
	}
	a, b := ordinal(from), ordinal(to)
	for {
		middle := a>>1 + b>>1 + a&b&1 // the mean, rounded down, that cannot overflow
		if middle == a || middle == b {
			return value(b)
		}
		if beyond(value(middle)) {
			a = middle
		} else {
			b = middle
		}
	}
}

// ordinal numbers the floats in their order, so that halving the span between
// two ends after at most 64 steps.
func ordinal(v float64) int64 {
	bits := int64(math.Float64bits(v))
	if bits < 0 {
		return math.MinInt64 - bits
	}
	return bits
}

func value(ordinal int64) float64 {
	if ordinal < 0 {
		return math.Float64frombits(uint64(math.MinInt64 - ordinal))
	}
	return math.Float64frombits(uint64(ordinal))
}
