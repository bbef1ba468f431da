package sweep_test

import (
	"testing"
	"time"

	"headroom/scenario"
	"headroom/scenario/solve"
	"headroom/scenario/sweep"
	"headroom/scenario/words"
)

// BenchmarkTornado moves the 13 inputs of the plan: at most 0.25 ms.
func BenchmarkTornado(b *testing.B) {
	p := prepared(b, february())
	for b.Loop() {
		if _, err := sweep.NewTornado(p, solve.PresentValue, nil); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSafeRanges finds how far all inputs may move under all three statements, on
// two goroutines: at most 20 ms.
func BenchmarkSafeRanges(b *testing.B) {
	s := february()
	other := s
	other.Terms.Share.Cap, other.Uncertainty = 30e9, nil
	var sides []words.Side
	for _, v := range []scenario.Scenario{s, other} {
		side, err := words.SideOf(v)
		if err != nil {
			b.Fatal(err)
		}
		sides = append(sides, side)
	}
	order, err := sweep.InOrder(sides, solve.Paid)
	if err != nil {
		b.Fatal(err)
	}
	all := []sweep.Statement{sweep.ReachedInYear(s, &sides[0].Total), sweep.ReachedAtAll(s, &sides[0].Total), order}
	p := prepared(b, s)
	for b.Loop() {
		if _, err := sweep.SafeRanges(p, all, 2); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkBreakEvens(b *testing.B) {
	p := prepared(b, february())
	for b.Loop() {
		if _, err := sweep.BreakEvens(p); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkMap computes 201 by 201 cells on two goroutines, and in turn as many times
// Total: of-total is the ratio of the two, Total's time divided by two since the map has
// two goroutines. It is at most 0.5, and 0.1 where the cap, what was counted before or
// the month that counts first is one of the inputs.
func BenchmarkMap(b *testing.B) {
	const steps = 201
	s := february()
	s.Terms.Share.Through = unitMonth(2047, 12)
	axes := map[scenario.Input]sweep.Span{
		scenario.InputCap: {Low: 20e9, High: 60e9}, scenario.InputAlreadyPaid: {Low: 0, High: 30e9},
		scenario.InputCapFrom: {Low: float64(unitMonth(2026, 1)), High: float64(unitMonth(2026, 1) + steps - 1)},
		scenario.InputBase:    {Low: 10e9, High: 20e9}, scenario.InputGrowthShift: {Low: -0.3, High: 0.3},
		scenario.InputRate: {Low: 0.1, High: 0.3}, scenario.GrowthOf(2026): {Low: 0.9, High: 1.5}, scenario.GrowthOf(2029): {Low: 0.3, High: 0.9},
		scenario.InputDiscount: {Low: 0, High: 0.2},
	}
	p := prepared(b, s)
	for _, pair := range [][2]scenario.Input{
		{scenario.InputCap, scenario.InputGrowthShift},
		{scenario.InputCap, scenario.InputAlreadyPaid},
		{scenario.InputAlreadyPaid, scenario.InputGrowthShift},
		{scenario.InputCapFrom, scenario.InputGrowthShift},
		{scenario.InputAlreadyPaid, scenario.InputCapFrom},
		{scenario.InputBase, scenario.InputGrowthShift},
		{scenario.GrowthOf(2026), scenario.InputGrowthShift},
		{scenario.InputBase, scenario.GrowthOf(2026)},
		{scenario.InputRate, scenario.InputGrowthShift},
		{scenario.GrowthOf(2026), scenario.GrowthOf(2029)},
		{scenario.InputDiscount, scenario.InputGrowthShift},
	} {
		for _, r := range []solve.Result{solve.CapReached, solve.Forgone} {
			b.Run(string(pair[0]+" "+pair[1])+" "+string(r), func(b *testing.B) {
				x, err := sweep.NewAxis(s, pair[0], axes[pair[0]], steps)
				if err != nil {
					b.Fatal(err)
				}
				y, err := sweep.NewAxis(s, pair[1], axes[pair[1]], steps)
				if err != nil {
					b.Fatal(err)
				}
				var totals int64
				for b.Loop() {
					b.StopTimer()
					start := now()
					for range len(x.Values) * len(y.Values) {
						if _, err := scenario.Total(s); err != nil {
							b.Fatal(err)
						}
					}
					totals += now() - start
					b.StartTimer()
					if _, err := sweep.NewGrid(p, x, y, r, 2); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/(float64(totals)/2), "of-total")
			})
		}
	}
}

func now() int64 { return time.Now().UnixNano() }
