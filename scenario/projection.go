package scenario

import (
	"headroom/scenario/account"
	"headroom/scenario/unit"
)

// A Projection is what follows from a scenario, month by month, with totals by
// quarter, calendar year and Microsoft's fiscal year. All amounts are US
// dollars.
type Projection struct {
	Months      []Row
	Quarters    []Row
	Years       []Row
	FiscalYears []Row // July to June; the first and the last are cut by the horizon
	Total       Totals
	// ActualsThrough is the month through which OpenAI's own revenue is known, zero
	// for none: then there is no pace either.
	ActualsThrough unit.Month
	Pace           Pace
	Warnings       []Warning
}

// A Row is one period of a projection: flows are the sums of its months,
// Cumulative and Headroom what they are at its end.
type Row struct {
	From, Through unit.Month // both included
	Flows
	Cumulative unit.Amount // what counts toward the cap
	Headroom   unit.Amount // what is left of the cap; 0 without one
}

// Flows are amounts that add up over time.
type Flows struct {
	Revenue unit.Amount // direct and other-cloud
	Due     unit.Amount // the share before the cap
	Paid    unit.Amount
	Forgone unit.Amount // due - paid: what the cap saves OpenAI
	Reverse unit.Amount // the reverse share to OpenAI
	Net     unit.Amount // paid - reverse: net to Microsoft
}

// Totals are the results over the horizon.
type Totals struct {
	Flows
	Capped              bool
	Cap                 unit.Amount // 0 where not Capped
	Cumulative          unit.Amount // at the end of the horizon
	Headroom            unit.Amount // at the end of the horizon; 0 where not Capped
	Reached             Reached
	PresentValue        unit.Amount // of what is paid, as of the valuation month
	PresentValueForgone unit.Amount
}

// A Reached says when the cap is reached. The zero value is not within the horizon.
type Reached = account.Reached

// CapUsed returns the part of the cap used at the end of the horizon, and false
// where there is no cap or it is 0.
func (t Totals) CapUsed() (unit.Rate, bool) {
	if !t.Capped || t.Cap == 0 {
		return 0, false
	}
	return unit.Rate(t.Cumulative / t.Cap), true
}

// EffectiveRate returns what is paid as a part of revenue, and false where there
// is no revenue.
func (t Totals) EffectiveRate() (unit.Rate, bool) {
	if t.Revenue == 0 {
		return 0, false
	}
	return unit.Rate(t.Paid / t.Revenue), true
}

// A Warning is something odd but not wrong in a scenario.
type Warning struct {
	Path    string // of the field within the scenario, such as terms.share.cap
	Message string // a sentence for the user, with no full stop
}
