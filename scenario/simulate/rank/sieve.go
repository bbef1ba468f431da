package rank

import (
	"math"
	"slices"
	"sort"
	"sync"

	"headroom/scenario/simulate/lanes"
	"headroom/scenario/simulate/memory"
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

// A Sifted is what one goroutine has of a sieve.
type Sifted struct {
	pool   *Pool
	counts [classes]int // by class that is not kept
	full   [][]float64  // of what is kept
	kept   []float64    // the rest of it
	keys   [atOnce]float64
}

// atOnce is how many values may be taken at once.
const atOnce = 128

// Start empties f, which takes its memory from a pool.
func (f *Sifted) Start(pool *Pool) { *f = Sifted{pool: pool} }

// chunks returns all that is kept.
func (f *Sifted) chunks() [][]float64 { return append(f.full, f.kept) }

// values returns how many are kept.
func (f *Sifted) values() int {
	n := len(f.kept)
	for _, chunk := range f.full {
		n += len(chunk)
	}
	return n
}

// A Pool is memory for what goroutines keep, a chunk at a time.
type Pool struct {
	lock sync.Mutex
	left []float64
}

const (
	// chunk is how many values each goroutine takes memory for at once.
	chunk = 2048
	// slab is the same for a pool.
	slab = 1024 * chunk
)

// NewPool returns a pool that begins with memory that is there.
func NewPool(memory []float64) *Pool { return &Pool{left: memory} }

func (p *Pool) chunk() []float64 {
	p.lock.Lock()
	defer p.lock.Unlock()
	if len(p.left) < chunk {
		p.left = memory.For(slab)
	}
	taken := p.left[:0:chunk]
	p.left = p.left[chunk:]
	return taken
}

// Sift takes values, at most 128 at once.
func (s *Sieve) Sift(f *Sifted, values []float64) {
	if cap(f.kept)-len(f.kept) < len(values) {
		f.full, f.kept = f.chunks(), f.pool.chunk()
	}
	keys := values
	if s.digits {
		keys = f.keys[:len(values)]
		for i, v := range values {
			keys[i] = s.key(v)
		}
	}
	// All values are put behind what is kept, and it is asked of none whether it is one:
	// where it is not the next one goes there.
	n := len(f.kept)
	room := f.kept[n : n+len(values)]
	from, kept := s.siftMany(f, room, values, keys)
	kept += s.sift(f, room[kept:], values[from:], keys[from:])
	f.kept = f.kept[:n+kept]
}

// siftMany takes some values, and returns how many and how many of them are kept.
func (s *Sieve) siftMany(f *Sifted, room, values, keys []float64) (taken, kept int) {
	taken, kept, before := s.ranges.Sift(room, values, keys)
	left := taken - kept
	for i, n := range before[:len(s.before)] {
		f.counts[s.before[i]&(classes-1)] += int(n)
		left -= int(n)
	}
	f.counts[s.after&(classes-1)] += left
	return taken, kept
}

func (s *Sieve) sift(f *Sifted, room, values, keys []float64) (kept int) {
	keys = keys[:len(values)]
	for i, v := range values {
		c := s.class[s.binOf(keys[i])&(sieveBins-1)] & (classes - 1)
		switch {
		case !s.kept[c]:
			f.counts[c]++
		case v == s.atoms[c]:
			f.counts[(c+1)&(classes-1)]++
		default:
			room[kept] = v
			kept++
		}
	}
	return kept
}

// A Room is memory to find ranks in: each goroutine needs its own.
type Room struct {
	bins            []uint16 // of what is kept
	values, scratch []float64
}

// Ranked sets out to the values at ranks, ascending and counted from 0, given what all
// goroutines have, and reports whether they are known.
func (s *Sieve) Ranked(out []float64, ranks []int, parts []*Sifted, room *Room) bool {
	var counts [classes]int
	var bins [sieveBins]int // of what is kept
	values := 0
	for _, part := range parts {
		values += part.values()
	}
	binned := slices.Grow(room.bins[:0], values)
	for _, part := range parts {
		for c := range s.classes {
			counts[c] += part.counts[c]
		}
		for _, chunk := range part.chunks() {
			for _, v := range chunk {
				b := s.bin(v) & (sieveBins - 1)
				binned = append(binned, uint16(b))
				bins[b]++
			}
		}
	}
	room.bins = binned
	// The bins are gone through as values are ordered, to see in which the ranks are.
	type wanted struct {
		from, to int // of the ranks
		before   int // values that are less
		atom     float64
		times    int
		values   []float64
	}
	var all []wanted
	var of [sieveBins]int // which of them a bin is, counted from 1
	before, next, amount := 0, 0, 0
	for b := 0; b < sieveBins && next < len(ranks); b++ {
		c := s.class[b]
		n, known, w := 0, false, wanted{from: next, before: before, atom: s.atoms[c]}
		switch {
		case s.kept[c]:
			n, known = bins[b], true
			if s.bin(w.atom) == b && w.atom == w.atom {
				w.times = counts[c+1]
				n += w.times
			}
		case b == 0 || s.class[b-1] != c:
			n = counts[c]
		}
		for next < len(ranks) && ranks[next] < before+n {
			next++
		}
		before += n
		if w.to = next; w.to == w.from {
			continue
		}
		if !known {
			return false
		}
		all = append(all, w)
		of[b] = len(all)
		amount += bins[b]
	}
	left := slices.Grow(room.values[:0], amount)
	room.values = left
	for b, at := range of {
		if at > 0 {
			all[at-1].values, left = left[:0:bins[b]], left[bins[b]:cap(left)]
		}
	}
	for _, part := range parts {
		for _, chunk := range part.chunks() {
			in := binned[:len(chunk)]
			for k, v := range chunk {
				if at := of[in[k]&(sieveBins-1)]; at > 0 {
					w := &all[at-1]
					w.values = append(w.values, v)
				}
			}
			binned = binned[len(in):]
		}
	}
	for i := range all {
		w := &all[i]
		room.scratch = slices.Grow(room.scratch[:0], len(w.values))
		amid(out[w.from:w.to], ranks[w.from:w.to], w.values, room.scratch[:len(w.values)], w.before, w.atom, w.times)
	}
	return next == len(ranks)
}

// amid selects ranks among values of which the least has the rank before, and a value
// that comes so many times more. scratch is as long as the values.
func amid(out []float64, ranks []int, values, scratch []float64, before int, atom float64, times int) {
	less := 0
	if times > 0 {
		for _, v := range values {
			if v < atom {
				less++
			}
		}
	}
	own := make([]int, 0, len(ranks)) // ranks among the values alone
	for _, rank := range ranks {
		switch at := rank - before; {
		case at < less || times == 0:
			own = append(own, at)
		case at >= less+times:
			own = append(own, at-times)
		}
	}
	found := make([]float64, len(own))
	if len(own) > 0 {
		Select(found, own, values, scratch)
	}
	for i, rank := range ranks {
		if at := rank - before; times > 0 && at >= less && at < less+times {
			out[i] = atom
			continue
		}
		out[i], found = found[0], found[1:]
	}
}
