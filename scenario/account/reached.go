package account

import (
	"math"

	"headroom/scenario/unit"
)

// A Reached says when the cap is reached. The zero value is not within the
// horizon.
type Reached struct {
	Before bool      // reached before the horizon
	Date   unit.Date // within the horizon
}

// Ever reports whether the cap is reached at all.
func (r Reached) Ever() bool { return r.Before || !r.Date.IsZero() }

// String returns the date, "before" where the cap is reached before the
// horizon, and the empty string where it is not reached.
func (r Reached) String() string {
	if r.Before {
		return "before"
	}
	return r.Date.String()
}

// On returns the day of m on which the given part of what is due in it, all where it is
// more than 1, is paid, payments flowing evenly over its days.
func On(m unit.Month, part float64) unit.Date {
	return unit.Date{Month: m, Day: int(Day(part, float64(m.Days())))}
}

// Day returns the same day of a month that has so many, counted from 1.
func Day(part, days float64) float64 {
	return min(math.Trunc(float64(min(1, part)*days)+1e-6)+1, days)
}
