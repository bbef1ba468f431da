package account

import "headroom/scenario/unit"

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
	days := m.Days()
	return unit.Date{Month: m, Day: min(int(min(1, part)*float64(days)+1e-6)+1, days)}
}
