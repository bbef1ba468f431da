package solve

import (
	"math"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// A Result is what is to be brought to a target, named as the command line names
// it.
type Result string

// The results.
const (
	CapReached   Result = "cap-reached" // a date
	Paid         Result = "paid"
	Forgone      Result = "forgone"
	Net          Result = "net"
	PresentValue Result = "present-value" // of what is paid
	CapUsed      Result = "cap-used"      // a fraction
	Headroom     Result = "headroom"      // at the end of the horizon
)

// Results returns all results, in the order of the model.
func Results() []Result {
	return []Result{CapReached, Paid, Forgone, Net, PresentValue, CapUsed, Headroom}
}

// A Value is what a result is, or is to be.
type Value struct {
	scenario.Reached         // of CapReached
	Number           float64 // of the others: US dollars, or a fraction of CapUsed
	None             bool    // there is no such result: it is one of a cap, and there is none
}

// On returns the target of a cap that is reached on a day.
func On(day unit.Date) Value { return Value{Reached: scenario.Reached{Date: day}} }

// Of returns the result over the horizon.
func (r Result) Of(t *scenario.Totals) Value {
	switch r {
	case CapReached:
		return Value{Reached: t.Reached}
	case Paid:
		return Value{Number: float64(t.Paid)}
	case Forgone:
		return Value{Number: float64(t.Forgone)}
	case Net:
		return Value{Number: float64(t.Net)}
	case PresentValue:
		return Value{Number: float64(t.PresentValue)}
	case CapUsed:
		used, ok := t.CapUsed()
		return Value{Number: float64(used), None: !ok}
	case Headroom:
		return Value{Number: float64(t.Headroom), None: !t.Capped}
	}
	return Value{None: true}
}

// Key returns a number by which values of the result are in order, NaN for none: of
// dates one a day, not reached coming last, as +Inf, and before the horizon first, as
// -Inf.
func (r Result) Key(v Value) float64 {
	switch {
	case v.None:
		return math.NaN()
	case r != CapReached:
		return v.Number
	case v.Before:
		return math.Inf(-1)
	case v.Date.IsZero():
		return math.Inf(1)
	}
	return float64(int(v.Date.Month)*31 + v.Date.Day - 1)
}

// Tolerance returns by how much a value may miss a target and still be it: half a cent
// or 1e-12 of an amount, 1e-12 of a fraction, nothing of a date's key.
func (r Result) Tolerance(target float64) float64 {
	switch r {
	case CapReached:
		return 0
	case CapUsed:
		return 1e-12
	}
	return 0.005 + 1e-12*math.Abs(target)
}

// distance returns how far apart two values are, in days or as numbers.
func (r Result) distance(a, b float64) float64 {
	if r != CapReached || math.IsInf(a, 0) || math.IsInf(b, 0) {
		return math.Abs(a - b)
	}
	return math.Abs(float64(day(a).DaysSince(day(b))))
}

// day returns the date of a key.
func day(key float64) unit.Date {
	return unit.Date{Month: unit.Month(key / 31), Day: int(key)%31 + 1}
}
