package simulate_test

import (
	"math"
	"slices"
	"testing"

	"headroom/scenario"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
)

// normal is the normal distribution function.
func normal(z float64) float64 { return 0.5 * math.Erfc(-z/math.Sqrt2) }

// closeTo holds a value to one worked out, within a part of it.
func closeTo(t *testing.T, what string, got, want, part float64) {
	t.Helper()
	if math.Abs(got-want) > part*math.Abs(want) {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

// Over one year what is due is lognormal: its percentiles and the probability that it
// exceeds a cap are those of the normal distribution.
func TestOneYearIsNormal(t *testing.T) {
	const sd, revenue, paths = 0.3, 30e9, 1 << 14
	for _, sampling := range []simulate.Sampling{simulate.Sobol, simulate.Latin} {
		s := uncertain(year(worked()), 0.5, sd)
		s.Terms.Share.Cap = 7e9
		o := simulate.Options{Paths: paths, Sampling: sampling, Percentiles: []float64{1, 5, 50, 95, 99}}
		r := run(t, s, o)
		// Above the cap lies what is due of revenue above 35 billion.
		above := 1 - normal((math.Log(35e9/revenue)+sd*sd/2)/sd)
		if math.Abs(r.Reached.Value-above) > 1.0/paths {
			t.Errorf("%s: reached with probability %v, want %v", sampling, r.Reached.Value, above)
		}
		if r.PriceOfCap.Value != r.Reached.Value {
			t.Errorf("%s: the price of the cap is %v, want %v", sampling, r.PriceOfCap.Value, r.Reached.Value)
		}
		s.Terms.Share.Capped, s.Terms.Share.Cap = false, 0
		r = run(t, s, o)
		closeTo(t, "mean paid", r.Paid.Mean.Value, 0.2*revenue, 1e-4)
		for i, z := range []float64{-2.3263478740408408, -1.6448536269514722, 0, 1.6448536269514722, 2.3263478740408408} {
			want := 0.2 * revenue * math.Exp(sd*z-sd*sd/2)
			closeTo(t, "a percentile of paid", float64(r.Paid.Percentiles[i]), want, 5e-4)
			closeTo(t, "a percentile of the second quarter", float64(r.Quarters[1].Percentiles[i]), want/2, 5e-4)
		}
	}
}

// Where far more is due than the cap, what is paid is the cap that was drawn.
func TestTheCapIsTriangular(t *testing.T) {
	const low, mode, high = 6e9, 7e9, 12e9
	s := year(worked())
	s.Terms.Share.Rate, s.Terms.Share.Cap = 1, mode
	r := run(t, ranged(s, low, high), simulate.Options{Paths: 1 << 14})
	closeTo(t, "mean paid", r.Paid.Mean.Value, (low+mode+high)/3, 1e-6)
	closeTo(t, "the averaging gap", r.AveragingGap.Value, mode-(low+mode+high)/3, 1e-4)
	for i, p := range simulate.DefaultPercentiles() {
		want := low + math.Sqrt(p/100*(high-low)*(mode-low))
		if p/100 > (mode-low)/(high-low) {
			want = high - math.Sqrt((1-p/100)*(high-low)*(high-mode))
		}
		closeTo(t, "a percentile of paid", float64(r.Paid.Percentiles[i]), want, 1e-4)
	}
	if r.Reached.Value != 1 || r.PriceOfCap.Value != 1 {
		t.Errorf("reached %v, price %v, want 1 and 1", r.Reached.Value, r.PriceOfCap.Value)
	}
	if len(r.Ranking) != 1 || r.Ranking[0].Draw() != scenario.InputCap {
		t.Fatalf("ranked: %+v", r.Ranking)
	}
	closeTo(t, "what the cap explains", r.Ranking[0].Paid.Value, 1, 1e-3)
	closeTo(t, "what the cap explains of the date", r.Ranking[0].Date.Value, 1, 1e-3)
	for _, ends := range [][2]float64{{mode, high}, {low, mode}, {mode, mode}} {
		r := run(t, ranged(s, ends[0], ends[1]), simulate.Options{})
		closeTo(t, "mean paid", r.Paid.Mean.Value, (ends[0]+mode+ends[1])/3, 1e-6)
	}
}

// The shocks of all years go together by the correlation, as the sum over all pairs has
// it, and the mean of every year's factor is 1.
func TestGrowthIsCorrelated(t *testing.T) {
	sds := []float64{0.1, 0.2, 0, 0.15, 0.3}
	for _, rho := range []float64{0, 0.5, 1, -1, -0.4} {
		all := paths(t, uncertain(worked(), rho, sds...), simulate.Options{Paths: 1 << 14})
		for y := range sds {
			var v, mean, square, factor float64
			for a := range y + 1 {
				for b := range y + 1 {
					v += sds[a] * sds[b] * math.Pow(rho, math.Abs(float64(a-b)))
				}
			}
			for _, p := range all {
				l := math.Log(p.Factors[y]) + v/2
				mean += l / (1 << 14)
				square += l * l / (1 << 14)
				factor += p.Factors[y] / (1 << 14)
			}
			if math.Abs(mean) > 1e-3 || math.Abs(square-v) > 2e-3*v+1e-12 || math.Abs(factor-1) > 1e-3 {
				t.Errorf("correlation %v, year %d: mean %v, variance %v, mean factor %v; want 0, %v, 1", rho, y, mean, square, factor, v)
			}
		}
	}
	// Wholly correlated, the first year says all; uncorrelated, it says nothing.
	for _, p := range paths(t, uncertain(worked(), 1, sds...), simulate.Options{Paths: 256}) {
		e := (math.Log(p.Factors[0]) + 0.005) / 0.1
		if want := math.Exp(0.75*e - 0.75*0.75/2); math.Abs(p.Factors[4]-want) > 1e-9*want {
			t.Fatalf("a path of %v has %v in the end, want %v", p.Factors[0], p.Factors[4], want)
		}
	}
	var product float64
	for _, p := range paths(t, uncertain(worked(), 0, sds...), simulate.Options{Paths: 1 << 14}) {
		product += math.Log(p.Factors[0]) * math.Log(p.Factors[1]/p.Factors[0])
	}
	if want := 0.005 * 0.02 * (1 << 14); math.Abs(product-want) > 0.001*0.02*(1<<14) {
		t.Errorf("uncorrelated, growth of two years goes together by %v, want %v", product, want)
	}
}

// certain holds a run to a projection to which nothing can happen.
func certain(t *testing.T, s scenario.Scenario, r *simulate.Result) {
	t.Helper()
	p, err := scenario.Project(s)
	if err != nil {
		t.Fatal(err)
	}
	for q, quarter := range r.Quarters {
		for _, v := range append(quarter.Percentiles, quarter.Mean) {
			if !near(v, p.Quarters[q].Cumulative, p.Total.Due) {
				t.Fatalf("%s: %v, want %v", p.Quarters[q].Through, v, p.Quarters[q].Cumulative)
			}
		}
	}
	for _, v := range append(r.Paid.Percentiles, unit.Amount(r.Paid.Mean.Value)) {
		if !near(v, p.Total.Paid, p.Total.Due) {
			t.Fatalf("paid %v, want %v", v, p.Total.Paid)
		}
	}
	for _, d := range r.Dates {
		if d != p.Total.Reached {
			t.Fatalf("reached %q, want %q", d, p.Total.Reached)
		}
	}
	if r.Paid.Mean.Error > 1e-4 || r.Reached.Error != 0 || math.Abs(r.AveragingGap.Value) > 0.01 {
		t.Errorf("errors of %v and %v, a gap of %v where nothing is uncertain", r.Paid.Mean.Error, r.Reached.Error, r.AveragingGap.Value)
	}
}

func TestWithoutUncertaintyItIsTheProjection(t *testing.T) {
	known := uncertain(worked(), 0.5, 0.3, 0.3, 0.3, 0.3, 0.3)
	for m := known.FirstMonth(); m <= known.LastMonth(); m += 3 {
		known.Outlook.Streams[0].Actuals = known.Outlook.Streams[0].Actuals.With(unit.Period{First: m, Months: 3}, 8e9)
	}
	before := uncertain(worked(), 0, 0.5, 0.5)
	before.Terms.Share.AlreadyPaid = 39e9
	for name, s := range map[string]scenario.Scenario{
		"none": worked(), "deviations of 0": uncertain(worked(), 0.5, 0, 0), "all quarters actual": known, "the cap reached before": before,
	} {
		t.Run(name, func(t *testing.T) {
			for _, paths := range []int{1, 2, 100, 8192} {
				certain(t, s, run(t, s, simulate.Options{Paths: paths}))
			}
			certain(t, s, run(t, s, simulate.Options{Paths: 140_000, Coarse: true}))
		})
	}
}

// Over two independent years without a cap what each explains can be worked out: what
// is paid is a share of M1 * (R1 + R2*m2), with M1 and m2 lognormal of mean 1.
func TestTheRankingOfTwoYears(t *testing.T) {
	const a, b, r1, r2 = 0.2, 0.4, 30.0, 62.0
	s := uncertain(worked(), 0, a, b)
	s.LastYear, s.Outlook.Shape = 2027, scenario.ShapeEven
	s.Terms.Share.Through, s.Terms.Share.Capped, s.Terms.Share.Cap = s.LastMonth(), false, 0
	first := (r1 + r2) * (r1 + r2) * (math.Exp(a*a) - 1)
	second := r2 * r2 * (math.Exp(b*b) - 1)
	all := math.Exp(a*a)*((r1+r2)*(r1+r2)+second) - (r1+r2)*(r1+r2)
	for _, sampling := range simulate.Samplings() {
		r := run(t, s, simulate.Options{Paths: 1 << 15, Sampling: sampling})
		for i, want := range []float64{second / all, first / all} { // the greater part first
			got := r.Ranking[i].Paid
			if math.Abs(got.Value-want) > max(0.002, 4*got.Error) || got.Error > 0.02 {
				t.Errorf("%s: %s explains %v of what is paid, want %v", sampling, r.Ranking[i].Draw(), got, want)
			}
			if r.Ranking[i].Date.Value != 0 || r.Ranking[i].Draw() != scenario.GrowthOf(2027-i) {
				t.Errorf("%s: without a cap place %d is %+v", sampling, i+1, r.Ranking[i])
			}
		}
	}
}

// A year after the cap is reached moves neither what is paid nor the date.
func TestWhatHasNoEffectRanksAsNothing(t *testing.T) {
	s := uncertain(worked(), 0, 0.1, 0.1, 0.1, 0.1, 0.5)
	s.Terms.Share.Cap = 10e9
	ranking := run(t, s, simulate.Options{}).Ranking
	if last := ranking[4]; last.Paid.Value != 0 || last.Date.Value != 0 || last.Paid.Error != 0 {
		t.Errorf("2030 explains %+v", last)
	}
	if first := ranking[0]; first.Date.Value < 0.1 {
		t.Errorf("2026 explains %+v", first)
	}
}

// The price of the cap is what a higher cap changes: a million more on the same paths.
func TestThePriceOfTheCapIsADifference(t *testing.T) {
	s := usual()
	s.Terms.Share.Cap, s.Uncertainty.CapRange = 60e9, &scenario.CapRange{Low: 50e9, High: 75e9}
	before := run(t, s, simulate.Options{})
	s.Terms.Share.Cap += 1e6
	s.Uncertainty.CapRange = &scenario.CapRange{Low: 50e9 + 1e6, High: 75e9 + 1e6}
	after := run(t, s, simulate.Options{})
	if got := (after.Paid.Mean.Value - before.Paid.Mean.Value) / 1e6; math.Abs(got-before.PriceOfCap.Value) > 3.0/8192 || got > 0.999 {
		t.Errorf("a million of cap more costs %v of it, want %v", got, before.PriceOfCap.Value)
	}
	p, err := scenario.Total(worked())
	if err != nil {
		t.Fatal(err)
	}
	r := run(t, usual(), simulate.Options{})
	if gap := float64(p.Paid) - r.Paid.Mean.Value; math.Abs(gap-r.AveragingGap.Value) > 0.01 {
		t.Errorf("the averaging gap is %v, want %v", r.AveragingGap.Value, gap)
	}
}

// Percentiles are those of all paths put in order, whether stored or sifted, and in any
// sampling.
func TestPercentilesAreExact(t *testing.T) {
	fixed := uncertain(worked(), 0.5, 0.05, 0.15, 0.2, 0.25, 0.25)
	for _, test := range []struct {
		s scenario.Scenario
		o simulate.Options
	}{
		{usual(), simulate.Options{Paths: 8192}},
		{usual(), simulate.Options{Paths: 1000, Sampling: simulate.Latin, Percentiles: []float64{0, 0.1, 33.3, 50, 99.9, 100}}},
		{usual(), simulate.Options{Paths: 1, Sampling: simulate.Random}},
		{usual(), simulate.Options{Paths: 150_000, Coarse: true, Sampling: simulate.Random, Percentiles: []float64{0, 1, 50, 99, 100}}},
		{fixed, simulate.Options{Paths: 140_001, Coarse: true}},
	} {
		all := paths(t, test.s, test.o)
		r := run(t, test.s, test.o)
		held := func(name string, of func(simulate.Path) unit.Amount, got []unit.Amount) {
			values := make([]float64, len(all))
			for i, p := range all {
				values[i] = float64(of(p))
			}
			slices.Sort(values)
			for i, percent := range r.Percents {
				at := percent / 100 * float64(len(values)-1)
				k := int(at)
				want := values[k] + (at-float64(k))*(values[min(k+1, len(values)-1)]-values[k])
				if math.Abs(float64(got[i])-want) > 1e-15*math.Abs(want) {
					t.Errorf("%+v: %s: percentile %v is %v, want %v", test.o, name, percent, got[i], want)
				}
			}
		}
		held("paid", func(p simulate.Path) unit.Amount { return p.Paid }, r.Paid.Percentiles)
		held("saved", func(p simulate.Path) unit.Amount { return p.Forgone }, r.Forgone.Percentiles)
		held("value", func(p simulate.Path) unit.Amount { return p.Value }, r.Value.Percentiles)
		for q := range r.Quarters {
			held("counted", func(p simulate.Path) unit.Amount { return p.Counted[q] }, r.Quarters[q].Percentiles)
		}
		slices.SortFunc(all, func(a, b simulate.Path) int { return order(a.Reached) - order(b.Reached) })
		for i, percent := range r.Percents {
			rank := max(1, int(math.Ceil(percent/100*float64(len(all))-1e-9)))
			if want := all[rank-1].Reached; r.Dates[i] != want {
				t.Errorf("%+v: percentile %v of the date is %q, want %q", test.o, percent, r.Dates[i], want)
			}
		}
	}
}

// order orders dates, none last.
func order(r scenario.Reached) int {
	switch {
	case r.Before:
		return -1
	case r.Date.IsZero():
		return math.MaxInt32
	}
	return int(r.Date.Month)*40 + r.Date.Day
}
