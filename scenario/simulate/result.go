package simulate

import (
	"headroom/scenario"
	"headroom/scenario/unit"
)

// A Result is what a run says of a scenario. All amounts are US dollars. Percentiles
// are in the order of Percents.
type Result struct {
	Paths    int
	Seed     uint64
	Sampling Sampling
	Percents []float64 // 0 to 100, ascending

	Capped   bool     // whether there is a cap to be reached
	Reached  Estimate // probability within the horizon or before it
	Before   float64  // of it, before the horizon
	Quarters []Quarter
	Dates    []scenario.Reached // the zero value for not reached
	Paid     Spread
	Forgone  Spread
	Value    Spread // present value of what is paid

	// PriceOfCap is the change of the mean of what is paid for one more dollar of cap.
	PriceOfCap Estimate
	// AveragingGap is what the projection pays at the stated cap less the mean.
	AveragingGap Estimate
	// Ranking is of the draws of the uncertain years and of the cap: first those that explain
	// most of the date, and of several alike most of what is paid.
	Ranking []Driver
}

// An Estimate is a value with its standard error, 0 where errors were left out.
type Estimate struct{ Value, Error float64 }

// A Quarter is one quarter of the horizon.
type Quarter struct {
	First       unit.Month    // of the quarter
	Mean        unit.Amount   // counted toward the cap by its end
	Percentiles []unit.Amount // of the same
	ReachedBy   float64       // probability that the cap is reached by its end
}

// A Spread is how an amount is distributed over the paths.
type Spread struct {
	Mean        Estimate
	Percentiles []unit.Amount
}

// A Driver is one draw, and which part of the variance it explains by itself: 0 to 1.
type Driver struct {
	Year       int // of the growth, 0 for the cap
	Paid, Date Estimate
}

// Draw returns the name of what is drawn: that of the input it varies.
func (d Driver) Draw() scenario.Input {
	if d.Year == 0 {
		return scenario.InputCap
	}
	return scenario.GrowthOf(d.Year)
}

// MedianDate returns the date by which half of the paths have reached the cap, and false
// where the run has no such percentile.
func (r *Result) MedianDate() (scenario.Reached, bool) { return r.DateAt(50) }

// DateAt returns a percentile of the date, and false where the run does not have it.
func (r *Result) DateAt(percent float64) (scenario.Reached, bool) {
	if at := r.at(percent); at >= 0 && at < len(r.Dates) {
		return r.Dates[at], true
	}
	return scenario.Reached{}, false
}

// At returns a percentile of a spread, and false where the run does not have it.
func (r *Result) At(s Spread, percent float64) (unit.Amount, bool) {
	if at := r.at(percent); at >= 0 && at < len(s.Percentiles) {
		return s.Percentiles[at], true
	}
	return 0, false
}

func (r *Result) at(percent float64) int {
	for i, p := range r.Percents {
		if p == percent {
			return i
		}
	}
	return -1
}
