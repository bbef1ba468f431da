package simulate

import (
	"fmt"
	"math"

	"headroom/scenario/unit"
)

// Likely returns a probability as people read it, in percent with one decimal place;
// what is not quite 0 or 1 does not look like it.
func Likely(p float64) string {
	percent := math.Round(p*1000) / 10
	switch {
	case p > 0 && percent < 0.1:
		return "under 0.1%"
	case p < 1 && percent > 99.9:
		return "over 99.9%"
	}
	return unit.Rate(percent / 100).Percent()
}

// Drawn says how a run was drawn, such as "8,192 Sobol paths, seed 1".
func (r *Result) Drawn() string {
	return fmt.Sprintf("%s %s paths, seed %d", unit.Grouped(r.Paths), r.Sampling.Words(), r.Seed)
}

// Gap returns the averaging gap where it is worth telling: more than errors explain, and at
// least a thousandth of what is paid on average.
func (r *Result) Gap() (unit.Amount, bool) {
	gap := r.AveragingGap
	size := math.Abs(gap.Value)
	return unit.Amount(gap.Value), size > 3*gap.Error && size >= r.Paid.Mean.Value/1000 && size > 0.005
}
