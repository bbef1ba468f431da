package rank

import (
	"math"
	"slices"
	"sort"

	"headroom/scenario/simulate/lanes"
)

// A Sieve finds exact percentiles of more values than there is memory for: a pilot tells
// roughly where they lie, values near them are kept, others only counted. Where a
// percentile turns out to lie elsewhere, the sieve has to be set wider.
//
// The range of the pilot is divided into bins, and bins in a row make a class. A value
// never lies in an earlier bin than a lesser one, so that to count classes is to rank
// them.
type Sieve struct {
	digits   bool    // whether bins are of the digits of values instead of themselves
	low, per float64 // where the bins begin, and how many there are for each 1
	class    [sieveBins]uint16
	kept     [classes]bool    // by class
	atoms    [classes]float64 // by kept class: the value that has the next class to itself, NaN for none
	classes  int
	atomic   bool // whether there is any

	// What is kept, as ranges of bins, unless these are too many or there are atoms; and
	// which classes come before each and after the last.
	ranges lanes.Ranges
	before []uint16
	after  uint16
}

const (
	sieveBins = 1024
	// Most is for how many percentiles a sieve may be set.
	Most = 99
	// classes are as many as there may be, and some more: each percentile may have one
	// of its own, one of an atom and the one after it.
	classes = 512
)

// Set makes a sieve for percentiles, 0 to 100 and at most Most, given the values of a
// pilot. scratch is as long as these. wide is how many standard errors of the pilot are
// kept on either side.
func (s *Sieve) Set(percents []float64, pilot, scratch []float64, wide float64) {
	n := len(pilot)
	ranks := make([]int, 0, 3*len(percents))
	for _, percent := range percents {
		p := percent / 100
		at := p * float64(n-1)
		off := wide*math.Sqrt(p*(1-p)*float64(n)) + wide + 1
		ranks = append(ranks, max(-1, int(at-off)), min(max(0, int(at)), n-1), min(n, int(at+off)+1))
	}
	asked := append(slices.Clone(ranks), n/1000, n-1-n/1000)
	slices.Sort(asked)
	asked = slices.Compact(asked)
	asked = slices.DeleteFunc(asked, func(r int) bool { return r < 0 || r >= n })
	found := make([]float64, len(asked))
	Select(found, asked, pilot, scratch)
	value := func(rank int) float64 {
		switch {
		case rank < 0:
			return math.Inf(-1)
		case rank >= n:
			return math.Inf(1)
		}
		return found[sort.SearchInts(asked, rank)]
	}
	set := func(digits bool) (kept int) {
		s.digits = digits
		s.low = s.key(value(n / 1000))
		s.per = sieveBins / (s.key(value(n-1-n/1000)) - s.low)
		if math.IsInf(s.per, 0) || math.IsNaN(s.per) {
			s.per = 0
		}
		s.divide(ranks, value)
		for _, v := range pilot {
			if s.kept[s.classOf(v)] {
				kept++
			}
		}
		return kept
	}
	// Where the greatest are thousands of times the least, most lie in a few bins: digits
	// tell them apart.
	if kept := set(false); kept > n/4 && s.low >= 0 && set(true) > kept {
		set(false)
	}
}

// key returns the number by which a value is given a bin.
func (s *Sieve) key(v float64) float64 {
	if s.digits {
		return float64(int64(math.Float64bits(v)))
	}
	return v
}

// divide makes classes of the bins: those around each percentile are kept. A value that
// the pilot has again and again has a class of its own, of which nothing needs to be.
func (s *Sieve) divide(ranks []int, value func(rank int) float64) {
	var near [sieveBins]bool
	var atoms []float64
	for i := 0; i < len(ranks); i += 3 {
		low, middle, high := value(ranks[i]), value(ranks[i+1]), value(ranks[i+2])
		for b := s.bin(low); b <= s.bin(high); b++ {
			near[b] = true
		}
		if low == middle || middle == high {
			atoms = append(atoms, middle)
		}
	}
	s.kept, s.classes, s.atomic = [classes]bool{}, 0, len(atoms) > 0
	for c := range s.atoms {
		s.atoms[c] = math.NaN()
	}
	for b, kept := range near {
		if b == 0 || kept != near[b-1] {
			if b > 0 && near[b-1] {
				s.classes++ // is left for an atom
			}
			s.kept[s.classes] = kept
			s.classes++
		}
		s.class[b] = uint16(s.classes - 1)
	}
	s.classes++
	for _, a := range atoms {
		s.atoms[s.class[s.bin(a)]] = a
	}
	s.setRanges(near[:])
}

// setRanges sets the ranges by what is kept of the bins.
func (s *Sieve) setRanges(near []bool) {
	var pairs [][2]int16
	s.before, s.after = s.before[:0], 0
	for b, kept := range near {
		switch {
		case kept && b == 0: // and all that is less
			pairs, s.before = append(pairs, [2]int16{lanes.Least}), append(s.before, 0)
		case kept && !near[b-1]:
			pairs, s.before = append(pairs, [2]int16{int16(b)}), append(s.before, s.class[b-1])
		case !kept && b > 0 && near[b-1]:
			pairs[len(pairs)-1][1] = int16(b)
		}
	}
	if near[len(near)-1] { // and all that is more
		pairs[len(pairs)-1][1] = lanes.Farthest
	} else {
		s.after = s.class[len(near)-1]
	}
	if s.atomic || len(pairs) > lanes.MostRanges {
		pairs, s.before = nil, s.before[:0]
	}
	s.ranges.Set(s.low, s.per, pairs)
}

// bin returns the bin of a value.
func (s *Sieve) bin(v float64) int { return s.binOf(s.key(v)) }

// binOf returns the bin of a key, the first or the last one where it lies beyond.
func (s *Sieve) binOf(key float64) int {
	at := int((key - s.low) * s.per)
	switch {
	case uint(at) < sieveBins:
		return at
	case key > s.low:
		return sieveBins - 1
	}
	return 0
}

func (s *Sieve) classOf(v float64) uint16 {
	c := s.class[s.bin(v)]
	if v == s.atoms[c] {
		c++
	}
	return c
}
