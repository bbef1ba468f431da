package compare

import (
	"fmt"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// A Result is an amount over the horizon that scenarios are compared in, named
// as the command line names it.
type Result string

// The results.
const (
	Revenue             Result = "revenue"
	Due                 Result = "due" // the share before the cap
	Paid                Result = "paid"
	Forgone             Result = "forgone"
	Reverse             Result = "reverse"
	Net                 Result = "net"
	PresentValue        Result = "present-value" // of what is paid
	PresentValueForgone Result = "present-value-forgone"
)

// Results returns all results, in the order of the model.
func Results() []Result {
	return []Result{Revenue, Due, Paid, Forgone, Reverse, Net, PresentValue, PresentValueForgone}
}

// Bridged returns the results whose difference is worth splitting by input.
func Bridged() []Result { return []Result{Paid, Forgone, Net, PresentValue} }

// Of returns the result over the horizon in US dollars, 0 for an unknown one.
func (r Result) Of(t *scenario.Totals) unit.Amount {
	switch r {
	case PresentValue:
		return t.PresentValue
	case PresentValueForgone:
		return t.PresentValueForgone
	}
	amount, _ := r.In(&t.Flows)
	return amount
}

// In returns the result of one period in US dollars, and false where periods
// have no such result.
func (r Result) In(f *scenario.Flows) (unit.Amount, bool) {
	switch r {
	case Revenue:
		return f.Revenue, true
	case Due:
		return f.Due, true
	case Paid:
		return f.Paid, true
	case Forgone:
		return f.Forgone, true
	case Reverse:
		return f.Reverse, true
	case Net:
		return f.Net, true
	}
	return 0, false
}

func (r Result) check() error {
	for _, known := range Results() {
		if r == known {
			return nil
		}
	}
	return fmt.Errorf("%q is not a result that can be compared", string(r))
}
