package layout

import (
	"math"
	"strconv"

	"headroom/scenario/unit"
)

// Steps are the round values of a vertical axis: 0, step, 2 step, ... up to
// its upper end, all shown in one unit.
type Steps struct {
	Step  float64 // the amount of one
	Count int     // above 0
	unit  float64
	sign  string
	cents int // decimal places
}

// NewSteps returns the finest steps of 1, 2, 2.5 or 5 times a power of ten that
// top is at most the given number of, but at least one. As each of these is at
// most twice the one before, no less than half of that number are used.
func NewSteps(top, most float64) Steps {
	step, at := roundStep(top / math.Max(1, most))
	for step > top {
		step, at = roundStep(step / 2.1)
	}
	s := Steps{Step: step, Count: int(top/step + 1e-9), unit: 1}
	switch CountedIn(top) {
	case unit.Billions:
		s.unit, s.sign = 1e9, "B"
	case unit.Millions:
		s.unit, s.sign = 1e6, "M"
	}
	s.cents = max(0, at.places+int(math.Round(math.Log10(s.unit)))-at.power)
	return s
}

// CountedIn returns the unit in which an axis up to top counts.
func CountedIn(top float64) unit.AmountUnit {
	switch {
	case top >= 1e9:
		return unit.Billions
	case top >= 1e6:
		return unit.Millions
	}
	return unit.Dollars
}

// Label returns what is written beside the i-th step.
func (s Steps) Label(i int) string {
	if i == 0 {
		return "$0"
	}
	v := float64(i) * s.Step / s.unit
	if v >= 1e9 || s.cents > 6 {
		return "$" + strconv.FormatFloat(v, 'e', 0, 64) + s.sign
	}
	return "$" + unit.Fixed(v, s.cents) + s.sign
}

// A roundness says how a round number is written: the power of ten it is a small
// multiple of, and the decimal places of that multiple.
type roundness struct{ power, places int }

// roundStep returns the least of 1, 2, 2.5 and 5 times a power of ten that is not
// below v, which is above 0.
func roundStep(v float64) (float64, roundness) {
	exp := math.Floor(math.Log10(v))
	power := math.Pow(10, exp)
	at := roundness{power: int(exp)}
	for _, m := range [...]float64{1, 2, 2.5, 5} {
		if m*power >= v*(1-1e-9) {
			if m == 2.5 {
				at.places = 1
			}
			return m * power, at
		}
	}
	return 10 * power, roundness{power: int(exp) + 1}
}
