package rank

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
)

// kinds are values of every kind: smooth, wide, of one value, of a few, capped, with a value
// that most of them have in between.
func kinds(r *rand.Rand, n int) map[string][]float64 {
	out := map[string][]float64{}
	for name, draw := range map[string]func() float64{
		"even":           r.Float64,
		"normal":         r.NormFloat64,
		"wide":           func() float64 { return math.Exp(20 * r.NormFloat64()) },
		"all alike":      func() float64 { return 38e9 },
		"all nothing":    func() float64 { return 0 },
		"of three":       func() float64 { return float64(r.IntN(3)) },
		"capped":         func() float64 { return min(38e9, 38e9+1e9*r.NormFloat64()) },
		"from 0 on":      func() float64 { return max(0, 1e9*r.NormFloat64()) },
		"one in between": func() float64 { return []float64{0.5, r.Float64(), 0.5}[r.IntN(3)] },
		"nearly alike":   func() float64 { return 38e9 + 1e-5*float64(r.IntN(4)) },
		"rarely another": func() float64 { return map[bool]float64{true: 1e12, false: 1}[r.IntN(20000) == 0] },
	} {
		values := make([]float64, n)
		for i := range values {
			values[i] = draw()
		}
		out[name] = values
	}
	return out
}

func TestRanksAreThoseOfValuesInOrder(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{1, 2, 100, 5000, 40_000} {
		for name, values := range kinds(r, n) {
			ordered := slices.Sorted(slices.Values(values))
			ranks := Of(nil, []float64{0, 0.1, 5, 50, 95, 100}, n)
			found := make([]float64, len(ranks))
			before := slices.Clone(values)
			Select(found, ranks, values, make([]float64, n))
			if !slices.Equal(before, values) {
				t.Fatalf("%d values, %s: selecting puts them in another order", n, name)
			}
			for i, rank := range ranks {
				if found[i] != ordered[rank] {
					t.Errorf("%d values, %s: rank %d is %v, want %v", n, name, rank, found[i], ordered[rank])
				}
			}
		}
	}
}

func TestASieveFindsTheSame(t *testing.T) {
	t.Parallel()
	const n, pilot = 60_000, 3000
	many := make([]float64, Most)
	for i := range many {
		many[i] = float64(i + 1)
	}
	r := rand.New(rand.NewPCG(3, 4))
	for _, percents := range [][]float64{{50}, {5, 10, 25, 50, 75, 90, 95}, {0, 0.01, 99.99, 100}, many} {
		for name, values := range kinds(r, n) {
			for _, goroutines := range []int{1, 3} {
				what := fmt.Sprintf("%s, %d percentiles, %d goroutines", name, len(percents), goroutines)
				var s Sieve
				s.Set(percents, values[:pilot], make([]float64, pilot), 6)
				parts, pool := make([]*Sifted, goroutines), NewPool(make([]float64, 4*chunk)) // enough for some
				for i := range parts {
					parts[i] = &Sifted{}
					parts[i].Start(pool)
				}
				var wait sync.WaitGroup
				for i, part := range parts {
					wait.Go(func() {
						for from := 0; from < n; from += 100 {
							// One takes far more than its part.
							if max(0, from/100%8-8+goroutines) == i {
								s.Sift(part, values[from:from+100])
							}
						}
					})
				}
				wait.Wait()
				ranks := Of(nil, percents, n)
				found := make([]float64, len(ranks))
				if !s.Ranked(found, ranks, parts, new(Room)) {
					t.Errorf("%s: not found", what)
					continue
				}
				ordered := slices.Sorted(slices.Values(values))
				for i, rank := range ranks {
					if found[i] != ordered[rank] {
						t.Errorf("%s: rank %d is %v, want %v", what, rank, found[i], ordered[rank])
					}
				}
			}
		}
	}
}

// A pilot that does not look like the rest is found out.
func TestASieveSaysWhereItMisses(t *testing.T) {
	values := make([]float64, 10_000)
	for i := range values {
		values[i] = float64(i)
	}
	var s Sieve
	s.Set([]float64{50}, values[:1000], make([]float64, 1000), 4)
	var f Sifted
	f.Start(NewPool(nil))
	for from := 0; from < len(values); from += 100 {
		s.Sift(&f, values[from:from+100])
	}
	var found [2]float64
	if s.Ranked(found[:], []int{4999, 5000}, []*Sifted{&f}, new(Room)) {
		t.Errorf("found %v, which it cannot know", found)
	}
}

// What all values have in common takes no room.
func TestASieveKeepsLittle(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for name, values := range kinds(r, 200_000) {
		if name == "of three" || name == "nearly alike" {
			continue // as many as there are percentiles
		}
		var s Sieve
		s.Set([]float64{5, 10, 25, 50, 75, 90, 95}, values[:32768], make([]float64, 32768), 4)
		var f Sifted
		f.Start(NewPool(nil))
		for from := 0; from < len(values); from += 100 {
			s.Sift(&f, values[from:from+100])
		}
		if part := float64(f.values()) / float64(len(values)); part > 0.25 {
			t.Errorf("%s: %.0f%% of all values are kept", name, 100*part)
		}
	}
}

// BenchmarkSift takes 128 values.
func BenchmarkSift(b *testing.B) {
	r := rand.New(rand.NewPCG(7, 8))
	values := kinds(r, 1<<16)["normal"]
	var s Sieve
	s.Set([]float64{5, 10, 25, 50, 75, 90, 95}, values[:32768], make([]float64, 32768), 4)
	var f Sifted
	f.Start(NewPool(nil))
	for i := 0; b.Loop(); i++ {
		from := i * 128 % len(values)
		f.kept = f.kept[:0]
		s.Sift(&f, values[from:from+128])
	}
}
