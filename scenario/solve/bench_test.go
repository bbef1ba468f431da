package solve_test

import (
	"testing"

	"headroom/scenario"
	"headroom/scenario/preset"
	"headroom/scenario/solve"
	"headroom/scenario/unit"
)

// BenchmarkFind solves a scenario of two streams and five years: at most 1 ms each.
func BenchmarkFind(b *testing.B) {
	w := preset.Default()
	s := w.Scenarios[w.Find("february-2026")]
	for name, search := range map[string]struct {
		input  solve.Input
		result solve.Result
		target solve.Value
	}{
		"cap for a date":             {solve.Cap, solve.CapReached, solve.On(unit.Date{Month: unit.NewMonth(2029, 12), Day: 31})},
		"shift for a date":           {solve.GrowthShift, solve.CapReached, solve.On(unit.Date{Month: unit.NewMonth(2029, 12), Day: 31})},
		"shift for what is paid":     {solve.GrowthShift, solve.Paid, solve.Value{Number: 30e9}},
		"base for a present value":   {solve.Base, solve.PresentValue, solve.Value{Number: 30e9}},
		"growth of a year for net":   {scenario.GrowthOf(2028), solve.Net, solve.Value{Number: 30e9}},
		"rate for what never is due": {solve.Rate, solve.Paid, solve.Value{Number: 90e9}},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				p, err := scenario.Prepare(s)
				if err != nil {
					b.Fatal(err)
				}
				if _, err := solve.Find(p, search.input, search.result, search.target); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
