package draw

import (
	"math/bits"

	"headroom/scenario/simulate/lanes"
)

// A stream gives random numbers one after another.
type stream struct{ state uint64 }

func (s *stream) next() uint64 {
	s.state += lanes.Step
	return lanes.Mix(s.state)
}

// key makes the state of a stream from what it is for: no two uses have the same.
func key(seed, use, dim uint64) uint64 {
	return lanes.Mix(lanes.Mix(lanes.Mix(seed+lanes.Step)+use+1) + dim + 1)
}

// What the streams of other samplings than Sobol are for.
const (
	useRandom = 1 << 32
	useLatin  = useRandom + 1
)

// Random makes independent points.
type Random struct{ keys [MaxDims]uint64 }

// Set starts over with the given number of dimensions.
func (r *Random) Set(dims int, seed uint64) {
	for d := range dims {
		r.keys[d] = key(seed, useRandom, uint64(d))
	}
}

// Fill sets out to the coordinates of the points from the given one on.
func (r *Random) Fill(dim, from int, out []float64) {
	lanes.Units(out, r.keys[dim]+uint64(from)*lanes.Step)
}

// Latin makes points of which each dimension has exactly one in each of as many equal
// parts as there are points, at random otherwise.
type Latin struct {
	keys  [MaxDims]uint64
	paths uint64
	half  uint // binary digits of either half of what is shuffled
}

// Set starts over with the given number of dimensions, of so many points.
func (l *Latin) Set(dims, paths int, seed uint64) {
	l.paths = uint64(paths)
	l.half = uint(bits.Len64(l.paths-1)+1) / 2
	for d := range dims {
		l.keys[d] = key(seed, useLatin, uint64(d))
	}
}

// Fill sets out to the coordinates of the points from the given one on.
func (l *Latin) Fill(dim, from int, out []float64) {
	k := l.keys[dim]
	within := stream{lanes.Mix(k) + uint64(from)*lanes.Step}
	for i := range out {
		part := float64(l.shuffled(k, uint64(from+i)))
		out[i] = min((part+lanes.Unit(within.next()))/float64(l.paths), 1-1.0/(1<<53))
	}
}

// shuffled returns the place of a point after a random shuffle of all, found without
// keeping the others: a Feistel network shuffles a power of 4, and what falls outside
// goes round again.
func (l *Latin) shuffled(key, at uint64) uint64 {
	mask := uint64(1)<<l.half - 1
	for {
		left, right := at>>l.half, at&mask
		for round := range uint64(4) {
			left, right = right, left^lanes.Mix(right+key+round*lanes.Step)&mask
		}
		at = left<<l.half | right
		if at < l.paths {
			return at
		}
	}
}
