package scenario_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"sync"
	"testing"

	"headroom/scenario"
	"headroom/scenario/fault"
	"headroom/scenario/unit"
)

func prepare(tb testing.TB, s scenario.Scenario) *scenario.Prepared {
	tb.Helper()
	p, err := scenario.Prepare(s)
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

// A setting is one input set to a value.
type setting struct {
	input scenario.Input
	value float64
}

// settings returns up to three inputs of s with values to try, mostly legal ones.
func (d dice) settings(s scenario.Scenario) []setting {
	inputs := scenario.Inputs(s)
	d.Shuffle(len(inputs), func(i, j int) { inputs[i], inputs[j] = inputs[j], inputs[i] })
	var out []setting
	for _, in := range inputs[:d.between(1, min(3, len(inputs)))] {
		low, high, err := in.Range(s)
		if err != nil {
			panic(err)
		}
		now := in.Value(s)
		value := d.value(low, high, now, now*d.Float64()*2, low+(high-low)*d.Float64(), low+(high-low)*math.Pow(d.Float64(), 20))
		if d.chance(0.05) {
			value = d.value(high+1, low-1)
		}
		if in == scenario.InputCapFrom || in == scenario.InputThrough {
			value = math.Round(value)
		}
		out = append(out, setting{in, value})
	}
	return out
}

// with returns s with all settings put in, a year's growth after a shift of all growth.
func with(s scenario.Scenario, settings []setting) scenario.Scenario {
	for _, last := range []bool{false, true} {
		for _, set := range settings {
			if _, year := set.input.Year(); year == last {
				s = set.input.With(s, set.value)
			}
		}
	}
	return s
}

// sameTotal says in what two results differ, one of which is asked of a prepared
// scenario; they are the same bit for bit, or refused for the same reasons.
func sameTotal(got, want scenario.Totals, gotErr, wantErr error) bool {
	return got == want && reflect.DeepEqual(gotErr, wantErr)
}

func TestAVariantIsBitForBitTheTotal(t *testing.T) {
	t.Parallel()
	seen, n := tally{}, scenarios(t, 1500)
	for seed := range n {
		s := randomScenario(2_000_000 + seed)
		d := dice{rand.New(rand.NewPCG(seed, 7))}
		before := randomScenario(2_000_000 + seed)
		v := prepare(t, s).Variant()
		for round := range 4 {
			settings := d.settings(s)
			changed := with(s, settings)
			if round > 0 && d.chance(0.5) { // the settings come one by one, in any order, after other ones
				for _, other := range d.settings(s) {
					set(t, v, other)
					_, _ = v.Total()
				}
			}
			v.Reset()
			for _, setting := range settings {
				set(t, v, setting)
				if d.chance(0.5) {
					_, _ = v.Total()
				}
			}
			got, err := v.Total()
			want, wantErr := scenario.Total(changed)
			if !sameTotal(got, want, err, wantErr) {
				t.Fatalf("seed %d: with %v\n%+v, %v, want\n%+v, %v\nof %+v", seed, settings, got, err, want, wantErr, s)
			}
			if now := v.Scenario(); !reflect.DeepEqual(now, changed) {
				t.Fatalf("seed %d: with %v the scenario is\n%+v, want\n%+v", seed, settings, now, changed)
			}
			seen.count("refused", err != nil)
			seen.count("reached", want.Reached.Ever())
			seen.count("not reached", !want.Reached.Ever())
			for _, setting := range settings {
				if _, year := setting.input.Year(); year {
					setting.input = "growth of a year"
				}
				seen.count(string(setting.input), true)
			}
		}
		if !reflect.DeepEqual(s, before) {
			t.Fatalf("seed %d: the scenario was changed", seed)
		}
	}
	if rare := seen.rare(int(n / 20)); rare != nil {
		t.Errorf("of %d scenarios too few show: %q", n, rare)
	}
}

func set(t *testing.T, v *scenario.Variant, s setting) {
	t.Helper()
	if err := v.Set(s.input, s.value); err != nil {
		t.Fatalf("%s: %v", s.input, err)
	}
}

func TestTheGrowthOfOneStreamIsSetAlone(t *testing.T) {
	t.Parallel()
	for seed := range scenarios(t, 1000) {
		s := randomScenario(3_000_000 + seed)
		d := dice{rand.New(rand.NewPCG(seed, 8))}
		v := prepare(t, s).Variant()
		for i := range s.Outlook.Streams {
			year, growth := d.between(s.FirstYear-1, s.LastYear+1), unit.Rate(d.Float64()*3-0.9)
			grows := year >= s.FirstYear && year <= s.LastYear && s.Outlook.Streams[i].Grows(year)
			if err := v.SetGrowth(i, year, growth); (err == nil) != grows {
				t.Fatalf("seed %d: growth of stream %d in %d: error %v", seed, i, year, err)
			}
			if grows {
				s.Outlook.Streams = slices.Clone(s.Outlook.Streams)
				s.Outlook.Streams[i].Growth = s.Outlook.Streams[i].Growth.With(year, growth)
			}
			if got, err := v.Total(); err != nil || got != mustTotal(s) {
				t.Fatalf("seed %d: %+v, %v, want %+v", seed, got, err, mustTotal(s))
			}
		}
	}
}

func TestOtherTermsAreBitForBitTheTotal(t *testing.T) {
	t.Parallel()
	for seed := range scenarios(t, 1000) {
		s, other := randomScenario(4_000_000+seed), randomScenario(5_000_000+seed)
		other.Terms.OtherClouds = s.Terms.OtherClouds
		p := prepare(t, s)
		s.Terms = other.Terms
		if seed%2 == 0 {
			s.Valuation = other.Valuation
		}
		got, err := p.Under(s.Terms, s.Valuation)
		if err != nil || got != mustTotal(s) {
			t.Fatalf("seed %d: %+v, %v, want\n%+v", seed, got, err, mustTotal(s))
		}
		s.Terms.Share.Rate = 1.01
		_, want := scenario.Total(s)
		if _, err := p.Under(s.Terms, s.Valuation); !reflect.DeepEqual(err, want) {
			t.Fatalf("seed %d: %v, want %v", seed, err, want)
		}
		s.Terms.Share.Rate = 1
		s.Terms.OtherClouds.AzureLeadMonths++
		if _, err := p.Under(s.Terms, s.Valuation); err == nil {
			t.Fatalf("seed %d: clouds that open later are taken for the same", seed)
		}
	}
}

// ones returns as many factors of 1 as there are years.
func ones(s scenario.Scenario) []float64 {
	return slices.Repeat([]float64{1}, s.LastYear-s.FirstYear+1)
}

func TestAPathWithFactorsOfOneIsTheProjection(t *testing.T) {
	t.Parallel()
	for seed := range scenarios(t, 1000) {
		s := randomScenario(6_000_000 + seed)
		p := prepare(t, s)
		d := dice{rand.New(rand.NewPCG(seed, 9))}
		if s.Terms.Share.Capped && d.chance(0.5) {
			s.Terms.Share.Cap *= unit.Amount(d.Float64())
		}
		projection := project(t, s)
		counted := make([]unit.Amount, len(projection.Quarters))
		if fault := pathApart(payPath(p, ones(s), s.Terms.Share.Cap, counted), projection.Total); fault != "" {
			t.Fatalf("seed %d: %s\n%+v", seed, fault, s)
		}
		for i, q := range projection.Quarters {
			if !near(counted[i], q.Cumulative, projection.Total.Due, projection.Total.Cap) {
				t.Fatalf("seed %d: %v count by the end of %s, want %v", seed, counted[i], q.Through, q.Cumulative)
			}
		}
	}
}

// Without actuals a path is the scenario in which each year earns so much more; its
// growth then is that of the factors on top of its own.
func TestAPathMultipliesTheYears(t *testing.T) {
	t.Parallel()
	for seed := range scenarios(t, 1000) {
		s := withoutActuals(randomScenario(7_000_000 + seed))
		p := prepare(t, s)
		d := dice{rand.New(rand.NewPCG(seed, 10))}
		factors := ones(s)
		for y := range factors {
			factors[y] = math.Exp(d.NormFloat64())
		}
		got := payPath(p, factors, s.Terms.Share.Cap, nil)
		want, ok := multiplied(s, factors)
		if !ok {
			continue
		}
		if fault := pathApart(got, mustTotal(want)); fault != "" {
			t.Fatalf("seed %d: %s\n%+v", seed, fault, s)
		}
	}
}

func withoutActuals(s scenario.Scenario) scenario.Scenario {
	s.Outlook.Streams = slices.Clone(s.Outlook.Streams)
	for i := range s.Outlook.Streams {
		s.Outlook.Streams[i].Actuals = nil
	}
	return s
}

// multiplied returns s with the revenue of every year multiplied, as growth and base,
// and false where that is not legal.
func multiplied(s scenario.Scenario, factors []float64) (scenario.Scenario, bool) {
	s.Outlook.Streams = slices.Clone(s.Outlook.Streams)
	for i := range s.Outlook.Streams {
		st := &s.Outlook.Streams[i]
		before := 1.0
		for y, factor := range factors {
			year := s.FirstYear + y
			switch {
			case st.Launch == year:
				st.Base *= unit.Amount(factor)
			case st.Grows(year):
				growth, _ := st.Growth.Get(year)
				st.Growth = st.Growth.With(year, unit.Rate((1+float64(growth))*factor/before-1))
			}
			before = factor
		}
	}
	return s, s.CheckFigures() == nil
}

func TestAPathOfNothingEarnsNothing(t *testing.T) {
	s := plan()
	s.Terms.Share.Capped, s.Terms.Share.Cap = false, 0
	got := payPath(prepare(t, s), []float64{1, 0, 0, 1, 1}, 0, nil)
	first := s
	first.LastYear = 2026
	if due := mustTotal(first).Due; !near(got.Due, due+0.2*(184e9+284e9)) || math.IsNaN(float64(got.PresentValue)) {
		t.Errorf("due %v and present value %v after two years without any", got.Due, got.PresentValue)
	}
}

func TestPreparedScenariosDoNotAllocate(t *testing.T) {
	s := plan()
	s.Terms.Reverse = &scenario.Reverse{Rate: 0.2, From: s.FirstMonth(), Through: s.LastMonth()}
	p := prepare(t, s)
	v := p.Variant()
	terms := s.Terms
	terms.Share.Rate = 0.1
	for name, ask := range map[string]func(){
		"inputs": func() {
			for _, in := range []scenario.Input{
				scenario.InputCap, scenario.InputRate, scenario.InputBase, scenario.InputGrowthShift, "growth:2028",
				scenario.InputCapFrom, scenario.InputThrough, scenario.InputAlreadyPaid, scenario.InputDiscount,
			} {
				_ = v.Set(in, in.Value(s))
				_, _ = v.Total()
			}
			v.Reset()
			_, _ = v.Total()
		},
		"terms":     func() { _, _ = p.Under(terms, s.Valuation) },
		"valuation": func() { _, _ = p.Under(terms, scenario.Valuation{DiscountRate: 0.2}) },
	} {
		if got := testing.AllocsPerRun(100, ask); got != 0 {
			t.Errorf("%s: %v allocations, want none", name, got)
		}
	}
}

func TestGoroutinesShareAPreparedScenario(t *testing.T) {
	s := plan()
	p := prepare(t, s)
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			v := p.Variant()
			for j := range 200 {
				limit := unit.Amount(1e9 * float64(1+(i+j)%60))
				want := mustTotal(scenario.InputCap.With(s, float64(limit)))
				set := v.Set(scenario.InputCap, float64(limit))
				if got, err := v.Total(); set != nil || err != nil || got != want {
					t.Errorf("a cap of %v gives %+v, want %+v", limit, got, want)
				}
				if fault := pathApart(payPath(p, ones(s), limit, nil), want); fault != "" {
					t.Errorf("a path with a cap of %v: %s", limit, fault)
				}
			}
		})
	}
	all.Wait()
}

func TestOnlySoundScenariosArePrepared(t *testing.T) {
	s := plan()
	s.Terms.Share.Rate = 2
	var faults fault.List
	if _, err := scenario.Prepare(s); !errors.As(err, &faults) || faults[0].Path != "terms.share.rate" {
		t.Errorf("error %v", err)
	}
}
