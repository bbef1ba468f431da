package reach

import (
	"headroom/scenario/solve"
	"headroom/ui/format"
)

// WholePoint is one percentage point.
const WholePoint = 0.01

// Roundest returns the value of an interval with the fewest digits: a multiple of
// grain, or of a tenth of it, and so on.
func Roundest(i solve.Interval, grain float64) float64 {
	return roundNear((i.Low+i.High)/2, i, grain)
}

// roundNear rounds a value of an interval to grain, or to a tenth of it, and so on,
// while that stays within.
func roundNear(value float64, i solve.Interval, grain float64) float64 {
	for range 11 {
		if v := format.RoundTo(value, grain); v >= i.Low && v <= i.High {
			return v
		}
		grain /= 10
	}
	return value
}
