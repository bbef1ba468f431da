package draw

import "testing"

// filler makes the points of any sampling.
type filler interface {
	Fill(dim, from int, out []float64)
}

func allSamplings(dims, paths int, seed uint64) map[string]filler {
	s, l, r := &Sobol{}, &Latin{}, &Random{}
	s.Set(dims, seed, 0)
	l.Set(dims, paths, seed)
	r.Set(dims, seed)
	return map[string]filler{"sobol": s, "latin": l, "random": r}
}

// coordinates returns a dimension of all points.
func coordinates(f filler, dim, paths int) []float64 {
	out := make([]float64, paths)
	for from := 0; from < paths; from += 1 << blockBits {
		f.Fill(dim, from, out[from:min(paths, from+1<<blockBits)])
	}
	return out
}

// Each dimension of Sobol and Latin points has one point in each of as many parts; pairs
// of dimensions of Sobol points have one in each box of any elementary shape that they
// promise.
func TestPointsAreSpreadEvenly(t *testing.T) {
	const dims, paths = 51, 1 << 12
	for name, f := range allSamplings(dims, paths, 7) {
		for dim := range dims {
			seen, twice := make([]bool, paths), 0
			for _, v := range coordinates(f, dim, paths) {
				if v <= 0 || v >= 1 {
					t.Fatalf("%s: a coordinate of %v", name, v)
				}
				if at := int(v * paths); seen[at] {
					twice++
				} else {
					seen[at] = true
				}
			}
			if (twice == 0) != (name != "random") {
				t.Errorf("%s, dimension %d: %d parts have no point of their own", name, dim, twice)
			}
		}
	}
	s := allSamplings(dims, paths, 7)["sobol"]
	x, y := coordinates(s, 0, paths), coordinates(s, 1, paths)
	for across := 0; across <= 12; across++ {
		seen := map[[2]int]bool{}
		for i := range x {
			seen[[2]int{int(x[i] * float64(int(1)<<across)), int(y[i] * float64(int(1)<<(12-across)))}] = true
		}
		if len(seen) != paths {
			t.Errorf("%d of %d boxes of %d by %d have a point", len(seen), paths, 1<<across, 1<<(12-across))
		}
	}
}

// Unscrambled, the first points of the first dimensions are those of the tables of Joe
// and Kuo, by a recursion written out from their definition.
func TestDirectionNumbersAreJoeAndKuos(t *testing.T) {
	for dim := range MaxDims {
		var columns [indexBits]uint64
		plainColumns(&columns, dim)
		m := make([]uint64, indexBits+1) // odd, the k-th below 2^k
		for k := 1; k <= indexBits; k++ {
			if dim == 0 {
				m[k] = 1
			} else if d := directions[dim-1]; k <= len(d.first) {
				m[k] = d.first[k-1]
			} else {
				s := len(d.first)
				m[k] = m[k-s]<<s ^ m[k-s]
				for j := 1; j < s; j++ {
					a := d.polynomial >> (s - j) & 1
					m[k] ^= a * m[k-j] << j
				}
			}
			if m[k]%2 == 0 || m[k] >= 1<<k {
				t.Fatalf("dimension %d: the number %d is %d", dim, k, m[k])
			}
			if columns[k-1] != m[k]<<(digits-k) {
				t.Fatalf("dimension %d: column %d is %b, want %b", dim, k, columns[k-1], m[k]<<(digits-k))
			}
		}
	}
}

func TestSeedsAndScramblesDiffer(t *testing.T) {
	a := coordinates(allSamplings(2, 256, 1)["sobol"], 0, 256)
	var again, other Sobol
	again.Set(2, 1, 0)
	other.Set(2, 1, 1)
	for i, v := range coordinates(&again, 0, 256) {
		if v != a[i] {
			t.Fatalf("point %d of the same seed is %v, was %v", i, v, a[i])
		}
	}
	same := 0
	for i, v := range coordinates(&other, 0, 256) {
		if v == a[i] {
			same++
		}
	}
	if same > 2 {
		t.Errorf("%d points of another scramble are the same", same)
	}
}

func BenchmarkSobol(b *testing.B) {
	out := make([]float64, 128)
	var s Sobol
	s.Set(1, 1, 0)
	for i := 0; b.Loop(); i++ {
		if i%128 == 0 {
			s.Fill(0, i%(1<<20), out)
		}
	}
}
