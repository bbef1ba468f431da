package simulate

import (
	"headroom/scenario/simulate/draw"
	"headroom/scenario/simulate/lanes"
)

const (
	// scrambles is how many further scrambles of Sobol points tell how far a run may be
	// off.
	scrambles = 8
	// keepDraws is how many bytes of draws are at most kept from one run for the next.
	keepDraws = 11 << 19
)

// draws are what paths are made of. They depend on sampling, seed and number of paths
// alone, so that what is kept of them serves any scenario and any edit.
type draws struct {
	sampling Sampling
	seed     uint64
	paths    int
	dims     int
	sets     int // the run itself and, of Sobol points, its further scrambles

	sobol  [1 + scrambles]draw.Sobol
	latin  draw.Latin
	random draw.Random
	normal *lanes.Normal

	kept    bool
	plain   bool          // without parts
	values  []float64     // normal, by set, dimension and path
	parts   []uint8       // of the range, likewise
	uniform []float64     // of the last dimension, by set and path
	known   []lanes.Known // of values, by stripe and dimension
}

// set makes ready for a run, and reports whether there is something to be kept that is
// yet to be made, one block after another.
func (d *draws) set(o Options, dims, sets int) (changed bool) {
	d.plain = o.Coarse && keptBytes(o.Paths, dims, sets) > keepDraws
	if d.sampling == o.Sampling && d.seed == o.Seed && d.paths == o.Paths && d.dims >= dims && d.sets >= sets {
		return false
	}
	d.sampling, d.seed, d.paths, d.dims, d.sets = o.Sampling, o.Seed, o.Paths, dims, sets
	switch d.sampling {
	case Sobol:
		for i := range sets {
			d.sobol[i].Set(dims, d.seed, uint64(i))
		}
	case Latin:
		d.latin.Set(dims, d.paths, d.seed)
	case Random:
		d.random.Set(dims, d.seed)
	}
	size := sets * dims * d.paths
	d.kept = keptBytes(d.paths, dims, sets) <= keepDraws
	if !d.kept {
		d.values, d.parts, d.uniform, d.known = nil, nil, nil, nil
		return false
	}
	if cap(d.values) < size {
		d.values, d.parts = make([]float64, size), make([]uint8, size)
	}
	if cap(d.uniform) < sets*d.paths {
		d.uniform = make([]float64, sets*d.paths)
	}
	d.values, d.parts, d.uniform = d.values[:size], d.parts[:size], d.uniform[:sets*d.paths]
	if size := stripesOfAll(sets) * dims; cap(d.known) < size {
		d.known = make([]lanes.Known, size)
	} else {
		d.known = d.known[:size]
		clear(d.known)
	}
	return true
}

// keptBytes is how much there is to be kept.
func keptBytes(paths, dims, sets int) int {
	return sets*paths*(dims*(8+1)+8) + stripesOfAll(sets)*dims*knownBytes
}

// knownBytes is the size of lanes.Known.
const knownBytes = lanes.InParts * 3 * 8

// forget makes the next run draw again: this one was cancelled.
func (d *draws) forget() { d.paths = 0 }

// A drawn is what is drawn of a dimension for the paths of a block.
type drawn struct {
	value []float64 // normal for a year, between 0 and 1 for the cap
	part  []uint8   // of the range
	// The memory for both where they are not kept.
	ownValue [atOnce]float64
	ownPart  [atOnce]uint8
}

// growth sets out to n draws of the growth of the year that the dimension is of.
func (d *draws) growth(out *drawn, set, dim, from, n int) {
	if d.kept {
		at := (set*d.dims+dim)*d.paths + from
		out.value, out.part = d.values[at:at+n], d.parts[at:at+n]
		return
	}
	d.draw(out, set, dim, from, n)
	d.normal.Fill(out.value, out.value)
}

// limits is growth for the draws of the cap, which may be changed.
func (d *draws) limits(out *drawn, set, dim, from, n int) {
	if !d.kept || dim != d.dims-1 {
		d.draw(out, set, dim, from, n)
		return
	}
	out.value = out.ownValue[:n]
	copy(out.value, d.uniform[set*d.paths+from:])
	at := (set*d.dims+dim)*d.paths + from
	out.part = d.parts[at : at+n]
}

// draw sets out to n draws of a dimension that are not kept, between 0 and 1.
func (d *draws) draw(out *drawn, set, dim, from, n int) {
	out.value = out.ownValue[:n]
	switch d.sampling {
	case Sobol:
		d.sobol[set].Fill(dim, from, out.value)
	case Latin:
		d.latin.Fill(dim, from, out.value)
	case Random:
		d.random.Fill(dim, from, out.value)
	}
	if d.plain {
		return
	}
	out.part = out.ownPart[:n]
	lanes.PartsOf(out.part, out.value)
}

// growthKnown returns what is known of the growth that is kept of a dimension in a stripe.
func (d *draws) growthKnown(stripe, dim int) *lanes.Known { return &d.known[stripe*d.dims+dim] }

// keep makes what is kept of n paths of a set, which belong to a stripe.
func (d *draws) keep(own *drawn, stripe, set, from, n int) {
	for dim := range d.dims {
		d.draw(own, set, dim, from, n)
		if dim == d.dims-1 {
			copy(d.uniform[set*d.paths+from:], own.value)
		}
		at := (set*d.dims+dim)*d.paths + from
		d.normal.Fill(d.values[at:at+n], own.value)
		copy(d.parts[at:at+n], own.part)
		d.growthKnown(stripe, dim).Add(d.values[at:at+n], own.part)
	}
}

// keepDraws makes what is kept of draws, of the growth of so many years and the cap, where it
// is not there yet.
func (m *Simulator) keepDraws(years int) error {
	if !m.draws.set(m.o, years+1, m.sets()) {
		return nil
	}
	m.keeping.m = m
	err := m.crew.run(&m.keeping, stripesOfAll(m.draws.sets))
	if err != nil {
		m.draws.forget()
	}
	return err
}

// A keeping makes draws that are kept, a stripe of a set at a time.
type keeping struct{ m *Simulator }

func (k *keeping) do(w *worker, part int) {
	set, stripe, of := stripeOf(part)
	from, to := span(stripe, of, k.m.o.Paths)
	for ; from < to; from += atOnce {
		k.m.draws.keep(&w.drawn[0], part, set, from, min(atOnce, to-from))
	}
}
