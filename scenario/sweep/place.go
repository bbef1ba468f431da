package sweep

import (
	"math"

	"headroom/scenario"
	"headroom/scenario/solve"
	"headroom/scenario/unit"
)

// Place returns where a result lies on a line: an amount or a fraction as it is, a date
// in days from the first day of the horizon, "before the horizon" a day before that and
// "not reached" a day after the last. It is NaN for none.
func Place(s scenario.Scenario, r solve.Result, v solve.Value) float64 {
	first := unit.Date{Month: s.FirstMonth(), Day: 1}
	switch {
	case v.None:
		return math.NaN()
	case r != solve.CapReached:
		return v.Number
	case v.Before:
		return -1
	case v.Date.IsZero():
		return float64(unit.Date{Month: s.LastMonth() + 1, Day: 1}.DaysSince(first))
	}
	return float64(v.Date.DaysSince(first))
}

// At returns what lies at a place, rounded to a day where it is a date.
func At(s scenario.Scenario, r solve.Result, place float64) solve.Value {
	switch {
	case math.IsNaN(place):
		return solve.Value{None: true}
	case r != solve.CapReached:
		return solve.Value{Number: place}
	case place < 0:
		return solve.Value{Reached: scenario.Reached{Before: true}}
	}
	for day, m := int(place), s.FirstMonth(); m <= s.LastMonth(); m++ {
		if day < m.Days() {
			return solve.On(unit.Date{Month: m, Day: day + 1})
		}
		day -= m.Days()
	}
	return solve.Value{}
}
