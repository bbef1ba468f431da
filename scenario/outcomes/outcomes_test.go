package outcomes_test

import (
	"context"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/outcomes"
	"headroom/scenario/preset"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
)

// prepared returns a shipped scenario, changed.
func prepared(t *testing.T, id string, change func(*scenario.Scenario)) *scenario.Prepared {
	t.Helper()
	w := preset.Default()
	s := w.Scenarios[w.Find(id)]
	if change != nil {
		change(&s)
	}
	p, err := scenario.Prepare(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func certain(s *scenario.Scenario) { s.Uncertainty = nil }

func certainCap(s *scenario.Scenario) {
	u := *s.Uncertainty
	u.CapRange = nil
	s.Uncertainty = &u
}

// Every path lies in one bin or in the peak, and each bin holds the paths that it says.
func TestEveryPathIsCountedOnce(t *testing.T) {
	for _, c := range []struct {
		says   string
		id     string
		change func(*scenario.Scenario)
		peak   bool // whether there is one
		bins   bool // whether there are any
	}{
		{"an uncertain cap", "february-2026", nil, false, true},
		{"a certain cap that most reach", "february-2026", certainCap, true, true},
		{"no cap", "february-2026-prior", nil, false, true},
		{"nothing uncertain", "february-2026", certain, true, false},
		{"nothing is paid", "february-2026", func(s *scenario.Scenario) {
			certainCap(s)
			s.Terms.Share.Rate = 0
		}, true, false},
		{"a cap that counts late", "february-2026", func(s *scenario.Scenario) {
			certainCap(s)
			s.Terms.Share.CapFrom = unit.NewMonth(2027, 1)
		}, false, true},
	} {
		t.Run(c.says, func(t *testing.T) {
			p, o := prepared(t, c.id, c.change), simulate.Options{Paths: 2000, Seed: 3}
			var m simulate.Simulator
			got, err := outcomes.Count(t.Context(), &m, p, o)
			if err != nil {
				t.Fatal(err)
			}
			if (got.Peak.Paths > 0) != c.peak || (len(got.Bins) > 0) != c.bins || len(got.Bins) > 52 {
				t.Fatalf("the peak has %d paths, and there are %d bins", got.Peak.Paths, len(got.Bins))
			}
			want := slices.Clone(got.Bins)
			for i := range want {
				want[i].Full, want[i].Short = 0, 0
			}
			at, less, more := 0, 0, 0
			if err := m.Paths(t.Context(), p, o, func(path *simulate.Path) error {
				if c.peak && math.Abs(float64(path.Paid-got.Peak.Amount)) <= 0.5 {
					at++
					return nil
				}
				switch n := len(want); {
				case path.Paid < want[0].From:
					less++
				case path.Paid >= want[n-1].To:
					more++
				}
				for i := range want {
					if b := &want[i]; path.Paid >= b.From && path.Paid < b.To {
						if path.Reached.Ever() {
							b.Full++
						} else {
							b.Short++
						}
					}
				}
				return nil
			}); err != nil {
				t.Fatal(err)
			}
			if at != got.Peak.Paths || less != got.Less || more != got.More || max(less, more) > 2 || !slices.Equal(want, got.Bins) {
				t.Errorf("counted one by one the peak has %d paths, and bins are\n%+v, not %d and\n%+v", at, want, got.Peak.Paths, got.Bins)
			}
			sum := got.Peak.Paths + got.Less
			for i, b := range got.Bins {
				if below := got.Below(i); !c.peak && math.Abs(below-float64(sum)/2000) > 1e-12 {
					t.Errorf("below bin %d are %v, want %d of 2000", i, below, sum)
				}
				sum += b.Paths()
				if c.peak && b.Full > 0 {
					t.Errorf("%d paths with the whole cap lie beside the peak, at %s", b.Full, b.From.Table())
				}
			}
			sum += got.More
			if sum != 2000 || got.Paths != 2000 {
				t.Errorf("%d paths are counted, of %d", sum, got.Paths)
			}
		})
	}
}

// What lies below a bin includes a peak that does.
func TestThePeakCountsBelowWhatPaysMore(t *testing.T) {
	of := outcomes.Paid{
		Paths: 100, Peak: outcomes.Peak{Amount: 10, Paths: 40},
		Bins: []outcomes.Bin{{From: 0, To: 10, Short: 15}, {From: 10, To: 20, Short: 25}, {From: 20, To: 30, Full: 20}},
	}
	for bin, want := range []float64{0, 0.15, 0.8} {
		if got := of.Below(bin); math.Abs(got-want) > 1e-12 {
			t.Errorf("below bin %d is %v, want %v", bin, got, want)
		}
	}
}

// A path found again by its index is the one that was found by its place.
func TestAPathIsFoundAgain(t *testing.T) {
	p := prepared(t, "february-2026", nil)
	for _, o := range []simulate.Options{{}, {Paths: 500, Sampling: simulate.Latin, Seed: 9}, {Paths: 1 << 16, Sampling: simulate.Latin}} {
		var m, other simulate.Simulator
		near, err := outcomes.Nearest(t.Context(), &m, p, o, 9, 20e9)
		if err != nil {
			t.Fatal(err)
		}
		again, err := outcomes.At(t.Context(), &other, p, o, near.Index)
		if err != nil || again.Index != near.Index || again.Paid != near.Paid || !slices.Equal(again.Counted, near.Counted) || !slices.Equal(again.Factors, near.Factors) {
			t.Errorf("%+v: path %d is found as %+v, %v", o, near.Index, again, err)
		}
		most := outcomes.Shown(o)
		for _, index := range []int{-1, most} {
			if _, err := outcomes.At(t.Context(), &other, p, o, index); err == nil || !strings.Contains(err.Error(), "is not one of 1 to ") {
				t.Errorf("%+v: path %d: %v", o, index, err)
			}
		}
		if _, err := outcomes.At(t.Context(), &other, p, o, most-1); err != nil {
			t.Errorf("%+v: the last path: %v", o, err)
		}
	}
}

// What is shown or counted of a run is of that run, also where it is only a part: a
// Latin hypercube of fewer paths is another one.
func TestAPartOfARunIsOfThatRun(t *testing.T) {
	p := prepared(t, "february-2026", nil)
	for _, sampling := range simulate.Samplings() {
		var m, other simulate.Simulator
		o := simulate.Options{Paths: 20_000, Sampling: sampling, Seed: 4}
		if sampling == simulate.Latin {
			o.Paths = outcomes.Most + 1000
		}
		const asked = 4321
		var path simulate.Path
		var paid []unit.Amount
		if err := m.Paths(t.Context(), p, o, func(of *simulate.Path) error {
			if of.Index == asked {
				path = *of
				path.Counted, path.Factors = slices.Clone(of.Counted), slices.Clone(of.Factors)
			}
			if of.Index < outcomes.Most {
				paid = append(paid, of.Paid)
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		got, err := outcomes.At(t.Context(), &other, p, o, asked)
		if err != nil || !reflect.DeepEqual(got, path) {
			t.Errorf("%s: path %d is %+v, %v; want %+v", sampling, asked, got, err, path)
		}
		near, err := outcomes.Nearest(t.Context(), &other, p, o, 9, path.Counted[9])
		if err != nil || !reflect.DeepEqual(near, path) {
			t.Errorf("%s: the path nearest to path %d is %+v, %v", sampling, asked, near, err)
		}
		counted, err := outcomes.Count(t.Context(), &other, p, o)
		if err != nil || counted.Paths != min(o.Paths, outcomes.Most) {
			t.Fatalf("%s: %d paths are counted, %v", sampling, counted.Paths, err)
		}
		for _, bin := range counted.Bins {
			want := 0
			for _, v := range paid {
				if v >= bin.From && v < bin.To && math.Abs(float64(v-counted.Peak.Amount)) > 0.5 {
					want++
				}
			}
			if off := bin.Paths() - want; off < -1 || off > 1 { // an amount at an edge
				t.Errorf("%s: %d paths pay from %v to %v, want %d", sampling, bin.Paths(), bin.From, bin.To, want)
			}
		}
	}
}

// What ends early says why.
func TestCountingEndsWithItsContext(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	var m simulate.Simulator
	if _, err := outcomes.Count(ctx, &m, prepared(t, "february-2026", nil), simulate.Options{}); err == nil {
		t.Error("a context that has ended is not told")
	}
	if _, err := outcomes.Count(t.Context(), &m, prepared(t, "february-2026", nil), simulate.Options{Sampling: "grid"}); err == nil {
		t.Error("a sampling that there is not is taken")
	}
}
