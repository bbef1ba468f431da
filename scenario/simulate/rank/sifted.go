package rank

import (
	"sync"

	"headroom/scenario/simulate/memory"
)

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

// Start empties f, which takes its memory from a pool: nothing can be sifted before.
func (f *Sifted) Start(pool *Pool) { *f = Sifted{pool: pool} }

// chunks returns all that is kept.
func (f *Sifted) chunks() [][]float64 {
	if f.kept == nil {
		return f.full
	}
	return append(f.full[:len(f.full):len(f.full)], f.kept)
}

// values returns how many are kept.
func (f *Sifted) values() int {
	n := len(f.kept)
	for _, chunk := range f.full {
		n += len(chunk)
	}
	return n
}

// A Pool is memory for what goroutines keep, a chunk at a time. Several may take from it at
// once.
type Pool struct {
	lock sync.Mutex
	left []float64
}

const (
	// chunk is how many values a goroutine takes memory for at once. Each has one for each
	// series that is only partly full, so that it is small.
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
		if f.kept != nil {
			f.full = append(f.full, f.kept)
		}
		f.kept = f.pool.chunk()
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
