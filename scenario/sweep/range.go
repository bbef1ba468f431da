package sweep

import (
	"fmt"
	"math"

	"headroom/scenario"
	"headroom/scenario/solve"
)

// A Span is the values of an input from one to another, both included.
type Span = solve.Interval

// FirstRange returns the range over which an input is moved unless another is asked
// for: what is useful of it around the value that s has, within what is legal. The
// error says that s has no such input.
func FirstRange(s scenario.Scenario, in scenario.Input) (Span, error) {
	low, high, err := in.Range(s)
	if err != nil {
		return Span{}, err
	}
	useful := usefulRange(&s, in)
	clip := func(v float64) float64 { return min(max(v, low), high) }
	return Span{Low: clip(useful.Low), High: clip(useful.High)}, nil
}

// How far an input is moved at first, either way.
const (
	part      = 0.2  // of the cap
	partBase  = 0.05 // of the base
	stepRate  = 0.04
	stepShift = 0.2 // of growth
	stepValue = 0.03
	tenth     = 0.1 // of the cap, for what was counted before
)

func usefulRange(s *scenario.Scenario, in scenario.Input) Span {
	v, share := in.Value(*s), &s.Terms.Share
	around := func(step float64) Span { return Span{Low: clean(v - step), High: clean(v + step)} }
	switch in {
	case scenario.InputCap:
		if u := s.Uncertainty; share.Capped && u != nil && u.CapRange != nil {
			return Span{Low: float64(u.CapRange.Low), High: float64(u.CapRange.High)}
		}
		v = usualCap(s)
		return around(part * v)
	case scenario.InputRate:
		return around(stepRate)
	case scenario.InputBase:
		return around(partBase * v)
	case scenario.InputGrowthShift:
		return around(stepShift)
	case scenario.InputCapFrom:
		from, through := float64(share.From), float64(share.Through)
		return Span{Low: max(v-6, from), High: min(v+6, through)}
	case scenario.InputThrough:
		within := func(m float64) float64 {
			return min(max(m, float64(s.FirstMonth())), float64(s.LastMonth()))
		}
		return Span{Low: within(v - 12), High: within(v + 12)}
	case scenario.InputAlreadyPaid:
		return Span{Low: 0, High: tenth * usualCap(s)}
	case scenario.InputDiscount:
		return around(stepValue)
	}
	if year, ok := in.Year(); ok && s.Uncertainty != nil {
		if sd, _ := s.Uncertainty.GrowthSD.Get(year); sd > 0 {
			factor := math.Exp(float64(sd))
			return Span{Low: clean((1+v)/factor - 1), High: clean((1+v)*factor - 1)}
		}
	}
	return around(stepShift)
}

// usualCap returns the cap, or where there is none what would count toward one: a cap
// of that would just be reached.
func usualCap(s *scenario.Scenario) float64 {
	if s.Terms.Share.Capped {
		return float64(s.Terms.Share.Cap)
	}
	total, err := scenario.Total(*s)
	if err != nil {
		return 0
	}
	return clean(float64(total.Cumulative))
}

// clean takes the last bits off an end of a range, which nobody asked for.
func clean(v float64) float64 {
	if v == 0 || math.IsInf(v, 0) {
		return v
	}
	scale := math.Pow(10, 11-math.Floor(math.Log10(math.Abs(v))))
	if rounded := math.Round(v*scale) / scale; !math.IsNaN(rounded) && !math.IsInf(rounded, 0) {
		return rounded
	}
	return v
}

// IsMonth reports whether the values of an input are months.
func IsMonth(in scenario.Input) bool {
	return in == scenario.InputCapFrom || in == scenario.InputThrough
}

// Steps returns n values from low to high, evenly spaced, both ends among them; of
// months, the nearest, each once. It returns one value where n is 1 or the ends are the
// same.
func Steps(in scenario.Input, over Span, n int) []float64 {
	if n < 2 || over.Low == over.High {
		return []float64{over.Low}
	}
	out := make([]float64, 0, n)
	for i := range n {
		v := over.Low + (over.High-over.Low)*(float64(i)/float64(n-1))
		switch {
		case i == n-1:
			v = over.High
		case IsMonth(in):
			v = math.Round(v)
		case i > 0:
			v = min(max(clean(v), over.Low), over.High)
		}
		if len(out) == 0 || v > out[len(out)-1] {
			out = append(out, v)
		}
	}
	return out
}

// CheckRange says what is wrong with a range of an input in s: that it has no such input,
// that the low end is above the high one, or which of them is not legal.
func CheckRange(s scenario.Scenario, in scenario.Input, over Span) error {
	low, high, err := in.Range(s)
	switch {
	case err != nil:
		return err
	case math.IsNaN(over.Low) || math.IsNaN(over.High):
		return fmt.Errorf("%s: an end of the range is not a number", in)
	case over.Low > over.High:
		return fmt.Errorf("%s: the low end, %s, is above the high one, %s", in, Text(in, over.Low), Text(in, over.High))
	}
	for _, v := range []float64{over.Low, over.High} {
		if v < low || v > high {
			return fmt.Errorf("%s: %s is not between %s and %s", in, Text(in, v), Text(in, low), Text(in, high))
		}
	}
	return nil
}
