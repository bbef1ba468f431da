package sweep_test

import (
	"testing"

	"headroom/scenario"
	"headroom/scenario/solve"
	"headroom/scenario/sweep"
)

// BenchmarkCells is a map of 201 by 201 cells on one goroutine, of inputs of each kind.
func BenchmarkCells(b *testing.B) {
	const steps = 201
	s := february()
	for _, pair := range []struct {
		x, y   scenario.Input
		xs, ys sweep.Span
		r      solve.Result
	}{
		{scenario.InputBase, scenario.InputGrowthShift, sweep.Span{Low: 10e9, High: 20e9}, sweep.Span{Low: -0.3, High: 0.3}, solve.CapReached},
		{scenario.InputBase, scenario.InputGrowthShift, sweep.Span{Low: 10e9, High: 20e9}, sweep.Span{Low: -0.3, High: 0.3}, solve.Forgone},
		{scenario.InputDiscount, scenario.InputGrowthShift, sweep.Span{Low: 0, High: 0.2}, sweep.Span{Low: -0.3, High: 0.3}, solve.PresentValue},
		{scenario.InputAlreadyPaid, scenario.InputGrowthShift, sweep.Span{Low: 0, High: 30e9}, sweep.Span{Low: -0.3, High: 0.3}, solve.CapReached},
		{scenario.InputAlreadyPaid, scenario.InputGrowthShift, sweep.Span{Low: 0, High: 30e9}, sweep.Span{Low: -0.3, High: 0.3}, solve.Forgone},
	} {
		b.Run(string(pair.x)+" "+string(pair.y)+" "+string(pair.r), func(b *testing.B) {
			x, _ := sweep.NewAxis(s, pair.x, pair.xs, steps)
			y, _ := sweep.NewAxis(s, pair.y, pair.ys, steps)
			p := prepared(b, s)
			for b.Loop() {
				if _, err := sweep.NewGrid(p, x, y, pair.r, 1); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("Total", func(b *testing.B) {
		for b.Loop() {
			for range steps * steps {
				_, _ = scenario.Total(s)
			}
		}
	})
}
