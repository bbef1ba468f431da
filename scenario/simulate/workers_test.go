package simulate_test

import (
	"context"
	"errors"
	"math"
	"reflect"
	"runtime"
	"testing"

	"headroom/scenario"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
)

// The same seed gives the same result, to the last digit, on any number of goroutines
// and after any other runs.
func TestTheSameSeedGivesTheSameResult(t *testing.T) {
	t.Parallel()
	var worn simulate.Simulator
	for _, o := range []simulate.Options{
		{}, {Paths: 1000, Sampling: simulate.Latin, Seed: 7}, {Paths: 3000, Sampling: simulate.Random}, {Paths: 140_000, Coarse: true}, {Paths: 129},
	} {
		want := run(t, usual(), o)
		for _, workers := range []int{1, 2, 8} {
			m := simulate.Simulator{Workers: workers}
			worn.Workers = workers
			for _, m := range []*simulate.Simulator{&m, &worn} {
				var got simulate.Result
				if err := m.Run(t.Context(), prepare(t, newDice(uint64(workers)).scenario()), o, &got); err != nil {
					t.Fatal(err)
				}
				if err := m.Run(t.Context(), prepare(t, usual()), o, &got); err != nil {
					t.Fatal(err)
				}
				if !reflect.DeepEqual(&got, want) {
					t.Errorf("%+v on %d goroutines:\n%+v, want\n%+v", o, workers, got, *want)
				}
			}
		}
		if o.Seed++; reflect.DeepEqual(run(t, usual(), simulate.Options{Paths: o.Paths, Sampling: o.Sampling, Coarse: o.Coarse, Seed: o.Seed + 1}).Paid, want.Paid) {
			t.Errorf("%+v gives what another seed does", o)
		}
	}
}

// Points belong to the seed: what an edit does not touch has the same draws.
func TestDrawsAreTheSameForEveryScenario(t *testing.T) {
	a, b := usual(), uncertain(usual(), 0.5, 0.05, 0, 0.2, 0.25, 0.25)
	b.Terms.Share.Rate = 0.3
	as, bs := paths(t, a, simulate.Options{}), paths(t, b, simulate.Options{})
	for i := range as {
		if as[i].Factors[0] != bs[i].Factors[0] || as[i].Cap != bs[i].Cap {
			t.Fatalf("path %d is %+v, and after an edit %+v", i, as[i], bs[i])
		}
	}
}

// What is kept from one run for the next never shows: after any runs, races and walks the
// result is that of a new simulator.
func TestWhatIsKeptDoesNotShow(t *testing.T) {
	t.Parallel()
	wide := uncertain(usual(), 0.5, 0.05, 0.15, 0.2, 0.25, 0.4)
	dear := usual()
	dear.Terms.Share.Cap, dear.Uncertainty = 50e9, &scenario.Uncertainty{GrowthSD: usual().Uncertainty.GrowthSD, Correlation: 0.5}
	others := []scenario.Scenario{usual(), wide, dear, uncertain(usual(), 0.2, 0.05, 0.15, 0.2), newDice(4).scenario()}
	options := []simulate.Options{{Paths: 1000}, {Paths: 1000, Seed: 2}, {Paths: 1000, Coarse: true}, {Paths: 1000, Sampling: simulate.Random}, {Paths: 900}}
	d := newDice(77)
	m := simulate.Simulator{Workers: 2}
	for step := range 150 {
		s, other, o := others[d.IntN(len(others))], others[d.IntN(len(others))], options[d.IntN(len(options))]
		switch d.IntN(5) {
		case 0:
			if _, err := m.Race(t.Context(), prepare(t, s), prepare(t, other), o); err != nil {
				t.Fatal(err)
			}
			continue
		case 1:
			if _, err := m.Nearest(t.Context(), prepare(t, s), o, o.Paths, 0, 1e9); err != nil {
				t.Fatal(err)
			}
			continue
		case 2:
			ctx, cancel := context.WithCancel(t.Context())
			cancel()
			_ = m.Run(ctx, prepare(t, s), o, new(simulate.Result))
			continue
		}
		var got simulate.Result
		if err := m.Run(t.Context(), prepare(t, s), o, &got); err != nil {
			t.Fatal(err)
		}
		if want := run(t, s, o); !reflect.DeepEqual(&got, want) {
			t.Fatalf("step %d, %+v: %+v, want %+v", step, o, got, *want)
		}
	}
}

func TestARunEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	var m simulate.Simulator
	var r simulate.Result
	told, before := 0.0, inUse()
	o := simulate.Options{Paths: simulate.MaxPaths, Coarse: true, Progress: func(part float64) {
		if part < told || part > 1 {
			t.Errorf("progress goes from %v to %v", told, part)
		}
		if told = part; part > 0.01 {
			cancel()
		}
	}}
	if err := m.Run(ctx, prepare(t, usual()), o, &r); !errors.Is(err, context.Canceled) {
		t.Fatalf("a run that was given up returns %v", err)
	}
	if told == 0 || told > 0.5 {
		t.Errorf("given up at %v of the run", told)
	}
	if kept := inUse() - before; kept > 8<<20 {
		t.Errorf("%d bytes are kept of a run that was given up", kept)
	}
	inPilot, stop := context.WithCancel(t.Context())
	o.Progress = func(float64) { stop() }
	if err := m.Run(inPilot, prepare(t, usual()), o, &r); !errors.Is(err, context.Canceled) {
		t.Fatalf("a run that ends in its pilot returns %v", err)
	}
	if kept := inUse() - before; kept > 8<<20 {
		t.Errorf("%d bytes are kept of a run that ended in its pilot", kept)
	}
	// What comes after is whole.
	if err := m.Run(t.Context(), prepare(t, usual()), simulate.Options{}, &r); err != nil {
		t.Fatal(err)
	}
	if want := run(t, usual(), simulate.Options{}); !reflect.DeepEqual(&r, want) {
		t.Errorf("after a run that was given up\n%+v, want\n%+v", r, *want)
	}
	ctx, cancel = context.WithCancel(t.Context())
	cancel()
	if err := m.Run(ctx, prepare(t, usual()), simulate.Options{Seed: 3}, &r); !errors.Is(err, context.Canceled) {
		t.Errorf("a run that was given up before it began returns %v", err)
	}
	if err := m.Run(t.Context(), prepare(t, usual()), simulate.Options{Seed: 3}, &r); err != nil || !reflect.DeepEqual(&r, run(t, usual(), simulate.Options{Seed: 3})) {
		t.Errorf("after it: %v, or another result", err)
	}
}

// inUse returns how many bytes of memory are in use.
func inUse() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// Whatever was run, little is kept for the next run.
func TestLittleIsKeptOfALargeRun(t *testing.T) {
	for _, o := range []simulate.Options{
		{Paths: 1 << 17, Coarse: true}, {Paths: 1 << 17, Sampling: simulate.Random}, {Paths: 1<<17 + 1, Coarse: true},
	} {
		var m simulate.Simulator
		var r simulate.Result
		before := inUse()
		if err := m.Run(t.Context(), prepare(t, usual()), o, &r); err != nil {
			t.Fatal(err)
		}
		if kept := inUse() - before; kept > 8<<20 {
			t.Errorf("%+v: %d bytes are kept", o, kept)
		}
		runtime.KeepAlive(&m)
	}
}

// Once warm a run allocates nothing, and little is kept for the next.
func TestAWarmRunDoesNotAllocate(t *testing.T) {
	var m simulate.Simulator
	var r simulate.Result
	p := prepare(t, usual())
	once := func() {
		if err := m.Run(context.Background(), p, simulate.Options{}, &r); err != nil {
			t.Fatal(err)
		}
	}
	before := inUse()
	once()
	if kept := inUse() - before; kept > 8<<20 {
		t.Errorf("%d bytes are kept from one run for the next", kept)
	}
	if got := testing.AllocsPerRun(20, once); got != 0 {
		t.Errorf("%v allocations, want none", got)
	}
	runtime.KeepAlive(&m)
}

func TestOptionsAreChecked(t *testing.T) {
	for want, o := range map[string]simulate.Options{
		"paths: -1 is not between 1 and 10000000":                                       {Paths: -1},
		"paths: 10000001 is not between 1 and 10000000":                                 {Paths: simulate.MaxPaths + 1},
		`sampling: "grid" is none of [sobol latin random]`:                              {Sampling: "grid"},
		"percentiles: 101 is not between 0 and 100":                                     {Percentiles: []float64{101}},
		"percentiles: NaN is not between 0 and 100":                                     {Percentiles: []float64{math.NaN()}},
		"percentiles: 5 does not come after 5; give them in ascending order, each once": {Percentiles: []float64{5, 5}},
		"percentiles: 100 are more than 99":                                             {Percentiles: make([]float64, 100)},
	} {
		var m simulate.Simulator
		var r simulate.Result
		if err := m.Run(t.Context(), prepare(t, usual()), o, &r); err == nil || err.Error() != want {
			t.Errorf("%+v gives %v, want %q", o, err, want)
		}
	}
}

// How far estimates lie apart over many seeds is what their errors say.
func TestErrorsAreTrue(t *testing.T) {
	t.Parallel()
	for _, sampling := range []simulate.Sampling{simulate.Sobol, simulate.Random} {
		const seeds = 40
		s := usual()
		s.Terms.Share.Cap, s.Uncertainty.CapRange = 60e9, nil
		var m simulate.Simulator
		estimates := map[string][]simulate.Estimate{}
		for seed := range uint64(seeds) {
			var r simulate.Result
			if err := m.Run(t.Context(), prepare(t, s), simulate.Options{Paths: 1024, Seed: 1 + seed, Sampling: sampling}, &r); err != nil {
				t.Fatal(err)
			}
			for name, e := range map[string]simulate.Estimate{"reached": r.Reached, "paid": r.Paid.Mean, "saved": r.Forgone.Mean, "value": r.Value.Mean, "ranking": r.Ranking[2].Date} {
				estimates[name] = append(estimates[name], e)
			}
		}
		for name, all := range estimates {
			var mean, spread, said float64
			for _, e := range all {
				mean += e.Value / seeds
				said += e.Error * e.Error / seeds
			}
			for _, e := range all {
				spread += (e.Value - mean) * (e.Value - mean) / (seeds - 1)
			}
			if ratio := math.Sqrt(spread / said); ratio < 0.6 || ratio > 1.6 {
				t.Errorf("%s: %s lies %v apart, the error says %v", sampling, name, math.Sqrt(spread), math.Sqrt(said))
			}
		}
	}
}

func TestTheNearestPathIsThatOfTheRun(t *testing.T) {
	var m simulate.Simulator
	p := prepare(t, usual())
	got, err := m.Nearest(t.Context(), p, simulate.Options{}, simulate.DefaultPaths, 9, 30e9)
	if err != nil {
		t.Fatal(err)
	}
	all := paths(t, usual(), simulate.Options{})
	for _, other := range all {
		if math.Abs(float64(other.Counted[9]-30e9)) < math.Abs(float64(got.Counted[9]-30e9)) {
			t.Fatalf("path %d is at %v, nearer than path %d at %v", other.Index, other.Counted[9], got.Index, got.Counted[9])
		}
	}
	if !reflect.DeepEqual(got, all[got.Index]) {
		t.Errorf("path %d is %+v, want %+v", got.Index, got, all[got.Index])
	}
	// 2027's growth is the planned one and the path's own.
	growth, ok := got.Growth(usual(), 2027)
	if want := 62.0/30*got.Factors[1]/got.Factors[0] - 1; !ok || math.Abs(float64(growth)-want) > 1e-12 {
		t.Errorf("2027 grows by %v, want %v", growth, want)
	}
	if _, err := m.Nearest(t.Context(), p, simulate.Options{}, simulate.DefaultPaths, 20, 0); err == nil {
		t.Error("there is a path at the end of a quarter after the horizon")
	}
	if _, ok := got.Growth(usual(), 2031); ok {
		t.Error("something grows after the horizon")
	}
	stop := errors.New("enough")
	if err := m.Paths(t.Context(), p, simulate.Options{}, func(*simulate.Path) error { return stop }); err != stop {
		t.Errorf("what visits paths fails with %v", err)
	}
}

func TestTheBandOfAYear(t *testing.T) {
	s := uncertain(worked(), 0.5, 0.05, 0.15)
	low, high, err := simulate.Band(s, 2027)
	if err != nil {
		t.Fatal(err)
	}
	v := 0.05*0.05 + 0.15*0.15 + 2*0.05*0.15*0.5
	closeTo(t, "the 5th percentile", float64(low), 62e9*math.Exp(-1.6448536269514722*math.Sqrt(v)-v/2), 1e-12)
	closeTo(t, "the 95th percentile", float64(high), 62e9*math.Exp(1.6448536269514722*math.Sqrt(v)-v/2), 1e-12)
	for _, of := range []scenario.Scenario{worked(), uncertain(worked(), 0, 0, 0, 0.2)} {
		if low, high, err := simulate.Band(of, 2027); err != nil || math.Abs(float64(low-62e9)) > 1 || low != high {
			t.Errorf("where 2027 is certain it is between %v and %v", low, high)
		}
	}
	// Of 2026 half is known: 12.4 billion; what is left of the 30 billion is less sure.
	s.Outlook.Streams[0].Actuals = scenario.Actuals{}.
		With(unit.Period{First: unit.NewMonth(2026, 1), Months: 3}, 5.7e9).
		With(unit.Period{First: unit.NewMonth(2026, 4), Months: 3}, 6.7e9)
	low, high, err = simulate.Band(s, 2026)
	sd := 0.05 * math.Sqrt(0.5)
	closeTo(t, "the least of a year half known", float64(low), 12.4e9+17.6e9*math.Exp(-1.6448536269514722*sd-sd*sd/2), 1e-12)
	closeTo(t, "the most of a year half known", float64(high), 12.4e9+17.6e9*math.Exp(1.6448536269514722*sd-sd*sd/2), 1e-12)
	if err != nil {
		t.Error(err)
	}
}
