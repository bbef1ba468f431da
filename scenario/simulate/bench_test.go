package simulate_test

import (
	"context"
	"fmt"
	"math"
	"testing"

	"headroom/scenario"
	"headroom/scenario/preset"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
)

func benchmark(b *testing.B, o simulate.Options) {
	p, err := scenario.Prepare(preset.Default().Scenarios[0])
	if err != nil {
		b.Fatal(err)
	}
	var m simulate.Simulator
	var r simulate.Result
	b.ReportAllocs()
	for b.Loop() {
		if err := m.Run(context.Background(), p, o, &r); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkView is all that the window shows of 8,192 paths: with their ranking, and with
// the errors that eight further scrambles of as many tell.
func BenchmarkView(b *testing.B) { benchmark(b, simulate.Options{}) }

// BenchmarkFrame is what it shows of them in the frame of a slider that moves.
func BenchmarkFrame(b *testing.B) { benchmark(b, simulate.Options{Coarse: true}) }

// BenchmarkUnsure is the same while what moves is how sure growth is.
func BenchmarkUnsure(b *testing.B) {
	s := preset.Default().Scenarios[0]
	var runs [2]*scenario.Prepared
	for i := range runs {
		u := *s.Uncertainty
		u.GrowthSD = u.GrowthSD.With(s.LastYear, unit.Rate(0.2+0.01*float64(i)))
		s.Uncertainty = &u
		p, err := scenario.Prepare(s)
		if err != nil {
			b.Fatal(err)
		}
		runs[i] = p
	}
	var m simulate.Simulator
	var r simulate.Result
	for i := 0; b.Loop(); i++ {
		if err := m.Run(context.Background(), runs[i%2], simulate.Options{}, &r); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkMillion is a million paths with exact percentiles.
func BenchmarkMillion(b *testing.B) { benchmark(b, simulate.Options{Paths: 1_000_000, Coarse: true}) }

// BenchmarkConvergence shows how fast either sampling converges: the root mean square
// error of the mean of what is paid over 16 seeds, in dollars. Four times as many
// random paths halve it, four times as many Sobol paths leave a third of it.
func BenchmarkConvergence(b *testing.B) {
	p, err := scenario.Prepare(preset.Default().Scenarios[0])
	if err != nil {
		b.Fatal(err)
	}
	var m simulate.Simulator
	var r simulate.Result
	mean := func(o simulate.Options) float64 {
		o.Coarse = true
		if err := m.Run(context.Background(), p, o, &r); err != nil {
			b.Fatal(err)
		}
		return r.Paid.Mean.Value
	}
	exact := mean(simulate.Options{Paths: 1 << 21, Seed: 99})
	for _, sampling := range simulate.Samplings() {
		for paths := 1 << 8; paths <= 1<<16; paths <<= 2 {
			b.Run(fmt.Sprintf("%s/%d", sampling, paths), func(b *testing.B) {
				const seeds = 16
				square := 0.0
				for b.Loop() {
					square = 0
					for seed := range uint64(seeds) {
						off := mean(simulate.Options{Paths: paths, Sampling: sampling, Seed: seed + 1}) - exact
						square += off * off / seeds
					}
				}
				b.ReportMetric(math.Sqrt(square), "$off")
			})
		}
	}
}
