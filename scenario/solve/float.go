package solve

import (
	"math"
	"strconv"
)

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

// roundest returns the value near v with the fewest digits that is within an
// interval, v itself where that has the fewest.
func roundest(v float64, within Interval) float64 {
	for digits := range 17 {
		round, err := strconv.ParseFloat(strconv.FormatFloat(v, 'e', digits, 64), 64)
		if err == nil && round >= within.Low && round <= within.High {
			return round
		}
	}
	return v
}
