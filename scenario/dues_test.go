package scenario_test

import (
	"math/rand/v2"
	"testing"

	"headroom/scenario"
	"headroom/scenario/unit"
)

func TestACapOnWhatIsDueGivesWhatTotalGives(t *testing.T) {
	t.Parallel()
	seen := tally{}
	var dues scenario.Dues
	for seed := range uint64(4000) {
		s := randomScenario(seed)
		p, err := scenario.Prepare(s)
		if err != nil {
			t.Fatal(err)
		}
		d := dice{rand.New(rand.NewPCG(seed, 4711))}
		v := p.Variant()
		if low, high, err := scenario.InputGrowthShift.Range(s); err == nil && d.chance(0.5) {
			if err := v.Set(scenario.InputGrowthShift, min(high, max(low, d.Float64()-0.5))); err != nil {
				t.Fatal(err)
			}
		}
		if err := v.Dues(&dues); err != nil {
			t.Fatal(err)
		}
		own := v.Scenario()
		total, err := scenario.Total(own)
		if err != nil {
			t.Fatal(err)
		}
		if own.Terms.Share.Capped {
			if got := dues.Under(own.Terms.Share.Cap); got != total {
				t.Fatalf("seed %d: with its own cap %+v, want %+v", seed, got, total)
			}
		}
		free := own
		free.Uncertainty, free.Terms.Share.Capped, free.Terms.Share.Cap = nil, false, 0
		if want, err := scenario.Total(free); err != nil || dues.Uncapped() != want {
			t.Fatalf("seed %d: without a cap %+v, want %+v, %v", seed, dues.Uncapped(), want, err)
		}
		all := float64(total.Due)
		for range 6 {
			from, already := own.Terms.Share.CapStart(), own.Terms.Share.AlreadyPaid
			if d.chance(0.6) {
				from, already = min(own.Terms.Share.Through, d.month(own)), d.amount(0, all/10, all*d.Float64())
			}
			lanes, lane := [scenario.Lanes]unit.Amount{}, d.IntN(scenario.Lanes)
			for i := range lanes {
				lanes[i] = d.amount(0, all*d.Float64())
			}
			lanes[lane] = already
			if dues.Count(from, already); d.chance(0.5) {
				dues.Count(from, lanes[:]...)
				dues.Lane(lane)
			}
			limit := d.amount(0, float64(already), all, all*d.Float64(), all*d.Float64(), float64(already)+all*d.Float64(), 1e15)
			capped := own
			capped.Uncertainty = nil
			capped.Terms.Share.Capped, capped.Terms.Share.Cap = true, limit
			capped.Terms.Share.AlreadyPaid, capped.Terms.Share.CapFrom = already, from
			want, err := scenario.Total(capped)
			if err != nil {
				t.Fatal(err)
			}
			if got := dues.Reached(limit); got != want.Reached {
				t.Fatalf("seed %d: a cap of %v is reached %q, want %q", seed, limit, got, want.Reached)
			}
			if got := dues.Under(limit); got != want {
				t.Fatalf("seed %d: a cap of %v from %v on top of %v: %+v, want %+v", seed, limit, from, already, got, want)
			}
			seen.count("reached before", want.Reached.Before)
			seen.count("reached within", !want.Reached.Date.IsZero())
			seen.count("not reached", !want.Reached.Ever())
			seen.count("a net of two flows", want.Reverse > 0 && want.Forgone > 0)
			seen.count("paid before counting", want.Paid > want.Cumulative)
		}
	}
	if rare := seen.rare(200); rare != nil {
		t.Error(rare)
	}
}

func BenchmarkDuesUnder(b *testing.B) {
	p, err := scenario.Prepare(plan())
	if err != nil {
		b.Fatal(err)
	}
	var dues scenario.Dues
	if err := p.Variant().Dues(&dues); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	limit := unit.Amount(20e9)
	for b.Loop() {
		dues.Under(limit)
		limit += 1e6
	}
}
