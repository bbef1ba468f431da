package draw

import "math/bits"

// MaxDims is the number of dimensions of the longest horizon: its years and the cap.
const MaxDims = 51

// A direction is what the direction numbers of one dimension are made of: a primitive
// polynomial over the field of two elements, a bit for each coefficient, and as many
// first numbers as its degree.
type direction struct {
	polynomial uint64
	first      []uint64
}

const (
	// digits is the number of binary digits of a point: with half of the last one added
	// it is a float64, never 0 and never 1.
	digits = 52
	// indexBits is the number of binary digits of the number of a point.
	indexBits = 24
	// blockBits is that of the points that are made at once.
	blockBits = 7
)

// Sobol makes scrambled Sobol points, each dimension by itself: a random linear matrix
// scramble with a digital shift, after J. Matoušek, "On the L2-discrepancy for anchored
// boxes" (1998).
type Sobol struct {
	dims []sobolDim
}

type sobolDim struct {
	columns [indexBits]uint64
	shift   uint64
	block   [1 << blockBits]uint64 // the first points, without the shift
}

// Set scrambles the given number of dimensions.
func (s *Sobol) Set(dims int, seed, scramble uint64) {
	if cap(s.dims) < dims {
		s.dims = make([]sobolDim, dims)
	}
	s.dims = s.dims[:dims]
	for d := range s.dims {
		s.dims[d].set(d, stream{state: key(seed, scramble, uint64(d))})
	}
}

func (s *sobolDim) set(dim int, random stream) {
	for c := range s.columns {
		s.columns[c] = 0
	}
	var column [indexBits]uint64
	plainColumns(&column, dim)
	for row := range digits {
		// The digits above this one are mixed in at random, the digit itself always.
		at := uint64(1) << (digits - 1 - row)
		mask := at | random.next()&^(at<<1-1)&(1<<digits-1)
		for c, v := range column {
			s.columns[c] |= uint64(bits.OnesCount64(mask&v)&1) * at
		}
	}
	s.shift = random.next() >> (64 - digits)
	for i := 1; i < len(s.block); i++ {
		low := bits.TrailingZeros(uint(i))
		s.block[i] = s.block[i&(i-1)] ^ s.columns[low]
	}
}

// plainColumns sets the direction numbers of a dimension, the first digit of a point on
// top.
func plainColumns(out *[indexBits]uint64, dim int) {
	if dim == 0 {
		for c := range out {
			out[c] = 1 << (digits - 1 - c)
		}
		return
	}
	d := &directions[dim-1]
	degree := len(d.first)
	for c := range out {
		if c < degree {
			out[c] = d.first[c] << (digits - 1 - c)
			continue
		}
		v := out[c-degree] ^ out[c-degree]>>degree
		for k := 1; k < degree; k++ {
			if d.polynomial>>(degree-k)&1 == 1 {
				v ^= out[c-k]
			}
		}
		out[c] = v
	}
}

// Fill sets out to the coordinates of the points from the given one on, which is a
// multiple of the block.
func (s *Sobol) Fill(dim, from int, out []float64) {
	d := &s.dims[dim]
	base := d.shift
	for rest := uint(from >> blockBits); rest != 0; rest &= rest - 1 {
		base ^= d.columns[blockBits+bits.TrailingZeros(rest)]
	}
	for i := range out {
		out[i] = float64(int64((base^d.block[i&(1<<blockBits-1)])<<1|1)) * (1.0 / (1 << 53))
	}
}
