package simulate

import (
	"math"
	"slices"
	"sort"
)

// pilotPaths is how many paths tell roughly where the percentiles of a large run lie.
const pilotPaths = 32768

// A sieve finds exact percentiles of more values than there is memory for: a pilot run
// tells between which edges they lie, values there are kept, others only counted. Where
// a percentile turns out to lie elsewhere, the edges have to be set wider apart.
type sieve struct {
	edges []float64 // ascending; the values of a class are from one edge on, below the next
	keep  []bool    // by class: whether its values are kept
	exact []bool    // by class: whether all its values are its first edge
	low   float64   // where the table begins, and how many of its entries there are per dollar
	per   float64
	pilot []int             // values of each class in the pilot
	table [sieveTable]int16 // the class of all values of an entry, -1 where it has several
}

const sieveTable = 1024

// set makes a sieve for the percentiles of a run, given the values of a pilot. wide is
// how many standard errors of the pilot lie either side.
func (s *sieve) set(percents []float64, pilot, scratch []float64, wide float64) {
	n := len(pilot)
	ranks := make([]int, 0, 4*len(percents)+2)
	for _, percent := range percents {
		p := percent / 100
		at := p * float64(n-1)
		off := wide*math.Sqrt(p*(1-p)*float64(n)) + wide + 1
		ranks = append(ranks, max(-1, int(at-off)), min(max(0, int(at)), n-1), min(n, int(at+off)+1))
	}
	asked := slices.Clone(ranks)
	asked = append(asked, 0, n-1, n/1000, n-1-n/1000)
	slices.Sort(asked)
	asked = slices.Compact(asked)
	asked = slices.DeleteFunc(asked, func(r int) bool { return r < 0 || r >= n })
	found := make([]float64, len(asked))
	selectRanks(found, asked, pilot, scratch)
	value := func(rank int) float64 {
		switch {
		case rank < 0:
			return math.Inf(-1)
		case rank >= n:
			return math.Inf(1)
		}
		return found[sort.SearchInts(asked, rank)]
	}
	s.bracket(ranks, value)
	s.low = value(n / 1000)
	s.per = sieveTable / (value(n-1-n/1000) - s.low)
	if math.IsInf(s.per, 0) || math.IsNaN(s.per) {
		s.per = 0
	}
	s.tabulate()
	s.pilot = make([]int, len(s.keep))
	for _, v := range pilot {
		s.pilot[s.class(v)]++
	}
}

// bracket sets the edges. A value that the pilot has again and again has a class of its
// own, of which nothing needs to be kept.
func (s *sieve) bracket(ranks []int, value func(rank int) float64) {
	type span struct{ low, high float64 } // both included
	var spans []span
	var atoms []float64
	for i := 0; i < len(ranks); i += 3 {
		low, middle, high := value(ranks[i]), value(ranks[i+1]), value(ranks[i+2])
		spans = append(spans, span{low, high})
		if low == middle || middle == high {
			atoms = append(atoms, middle)
		}
	}
	edges := make([]float64, 0, 2*len(spans)+2*len(atoms))
	for _, a := range atoms {
		edges = append(edges, a, math.Nextafter(a, math.Inf(1)))
	}
	for _, sp := range spans {
		edges = append(edges, sp.low, math.Nextafter(sp.high, math.Inf(1)))
	}
	edges = slices.DeleteFunc(edges, func(v float64) bool { return math.IsInf(v, 0) })
	slices.Sort(edges)
	s.edges = slices.Compact(edges)
	s.keep, s.exact = make([]bool, len(s.edges)+1), make([]bool, len(s.edges)+1)
	for c := range s.keep {
		low, high := math.Inf(-1), math.Inf(1)
		if c > 0 {
			low = s.edges[c-1]
		}
		if c < len(s.edges) {
			high = s.edges[c]
		}
		s.exact[c] = high == math.Nextafter(low, math.Inf(1))
		for _, sp := range spans {
			s.keep[c] = s.keep[c] || !s.exact[c] && low <= sp.high && high > sp.low
		}
	}
}

// tabulate sets the table. Its ends take what lies beyond. Values and edges are given
// entries alike, so that an entry without an edge is of one class.
func (s *sieve) tabulate() {
	class := 0
	for b := range s.table {
		s.table[b] = int16(class)
		for class < len(s.edges) && s.entry(s.edges[class]) == b {
			class++
			s.table[b] = -1
		}
	}
	// Beyond its ends a value finds its class by itself, and rounding up to 0 is one.
	s.table[0] = -1
}

// entry returns the entry that a value is given, the first or the last one where it lies
// beyond the table.
func (s *sieve) entry(v float64) int {
	at := (v - s.low) * s.per
	if !(at > 0) {
		return 0
	}
	return int(min(at, sieveTable-1))
}

// class returns the class of a value.
func (s *sieve) class(v float64) int {
	low, high := 0, len(s.edges)
	for low < high {
		if middle := (low + high) / 2; s.edges[middle] <= v {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

// A sifted is what one goroutine has of a sieve: how many values of each class, and
// those that are kept.
type sifted struct {
	counts []int
	kept   [][]float64
}

// start makes room for one of so many goroutines that take so many paths.
func (s *sieve) start(f *sifted, paths, workers int) {
	f.counts, f.kept = make([]int, len(s.keep)), make([][]float64, len(s.keep))
	for c, n := range s.pilot {
		if s.keep[c] {
			f.kept[c] = make([]float64, 0, n*(paths/pilotPaths+1)/workers*9/8+64)
		}
	}
}

// sift takes values.
func (s *sieve) sift(f *sifted, values []float64) {
	for _, v := range values {
		c := -1
		if at := int((v - s.low) * s.per); uint(at) < sieveTable {
			c = int(s.table[at])
		}
		if c < 0 {
			c = s.class(v)
		}
		f.counts[c]++
		if s.keep[c] {
			f.kept[c] = append(f.kept[c], v)
		}
	}
}

// ranked sets out to the values at ranks, given what all goroutines have, and reports
// whether they are known.
func (s *sieve) ranked(out []float64, ranks []int, parts []*sifted) bool {
	before, next := 0, 0
	for c := range s.keep {
		n := 0
		for _, part := range parts {
			n += part.counts[c]
		}
		end := next
		for end < len(ranks) && ranks[end] < before+n {
			end++
		}
		switch {
		case end == next:
		case s.exact[c]:
			for i := next; i < end; i++ {
				out[i] = s.edges[c-1]
			}
		case !s.keep[c]:
			return false
		default:
			all := make([]float64, 0, n)
			for _, part := range parts {
				all = append(all, part.kept[c]...)
			}
			within(out[next:end], ranks[next:end], all, before)
		}
		before, next = before+n, end
	}
	return next == len(ranks)
}
