package solve

import (
	"math"
	"slices"

	"headroom/scenario"
)

// How densely a search looks along its range.
const (
	evenly  = 96   // points over all of it, and as many over what is usual
	closer  = 1.25 // ratio of the distances from its low end of further points
	closest = 100  // of these points
)

// grid returns values over all of the span, close to each other where results may
// turn: near the low end, where amounts and growth factors are small, and around what
// is usual. Both ends and the present value are among them.
func (s *search) grid() []float64 {
	if s.ofMonths() {
		return s.months()
	}
	width := s.span.High - s.span.Low
	values := []float64{s.span.Low, s.present, s.span.High}
	add := func(v float64) {
		if v > s.span.Low && v < s.span.High {
			values = append(values, v)
		}
	}
	for _, part := range []float64{width, s.usual() - s.span.Low} {
		for k := range evenly {
			add(s.span.Low + part*float64(k)/evenly)
		}
		for k := range closest {
			add(s.span.Low + part*math.Pow(closer, -float64(k)))
		}
	}
	slices.Sort(values)
	return slices.Compact(values)
}

// usual returns a value of the input beyond which little is of interest.
func (s *search) usual() float64 {
	switch s.input {
	case Cap: // above it the cap is never reached
		_ = s.variant.Set(Cap, s.span.High) // there is a cap: it is what is looked for
		total, _ := s.variant.Total()       // the span is of legal caps
		return 1.02 * float64(total.Cumulative)
	case Base:
		return 4 * s.present
	case scenario.InputAlreadyPaid:
		return 2 * float64(s.variant.Scenario().Terms.Share.Cap)
	}
	return min(s.span.High, 3)
}
