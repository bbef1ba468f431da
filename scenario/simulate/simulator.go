package simulate

import (
	"context"
	"math"

	"headroom/scenario"
	"headroom/scenario/simulate/lanes"
	"headroom/scenario/simulate/memory"
	"headroom/scenario/simulate/rank"
)

const (
	// stripes is in how many parts a run is summed up. It does not depend on how many
	// processors there are, and so neither does any digit of a result.
	stripes = 16
	// errorStripes is the same for each further scramble.
	errorStripes = 4
	// storePaths is how many paths may be kept whole to select percentiles from.
	storePaths = 1 << 17
	// pilotPaths is how many paths tell roughly where the percentiles of a larger run lie.
	pilotPaths = 32768
	// keepStore is how many bytes of amounts are kept from one run for the next.
	keepStore = 2 << 20
)

// A Simulator makes runs, one at a time, and keeps for the next one what can be used
// again: its draws, at most 8 MiB in all. The zero value uses all processors.
type Simulator struct {
	Workers int // how many goroutines; 0 for one a processor

	crew    crew
	draws   draws
	shocks  shocks
	base    base
	p       *scenario.Prepared
	o       Options
	drivers []int // the dimensions of what may drive a result
	sums    []sums
	total   [1 + scrambles]sums
	without sums // all but one stripe
	store   []float64
	sieves  []rank.Sieve
	found   []float64 // percentiles by series
	ranks   []int
	missed  []bool // by series: whether its percentiles lie elsewhere
	moves   []effect
	into    *Result

	keeping   keeping
	paying    paying
	selecting selecting
	sieving   sieving
	ranking   moving
}

// Three series follow those of what is counted by each quarter.
const (
	seriesPaid = iota
	seriesForgone
	seriesValue
	seriesMore
)

// Run computes p under its uncertainty into a result, whose memory is used again. The
// error is what is wrong with the options, or that of a context that ended.
func (m *Simulator) Run(ctx context.Context, p *scenario.Prepared, o Options, into *Result) error {
	o, err := o.filled()
	if err != nil {
		return err
	}
	m.load(ctx, p, o)
	m.into = into
	m.crew.steps = float64(blocks(o.Paths) * m.sets())
	if err := m.keepDraws(len(m.shocks.years)); err != nil {
		return err
	}
	err = m.payAll()
	if err == nil && o.Ran != nil {
		o.Ran()
	}
	if err == nil && !o.Coarse {
		err = m.drive()
	}
	if err == nil {
		err = m.pay(o.Paths, nil, 1, m.sets())
	}
	m.letGo()
	if err != nil {
		return err
	}
	m.report()
	if o.Progress != nil {
		o.Progress(1)
	}
	return nil
}

// letGo lets go what is too large to be kept for the next run. A run that was given up
// has sifted amounts that nobody has read.
func (m *Simulator) letGo() {
	large := len(m.store) > keepStore/8 || m.sieves != nil
	m.sieves = nil
	if large {
		m.store = nil
	}
	for _, w := range m.crew.workers {
		w.sifted, w.room = nil, rank.Room{}
		if large {
			w.scratch = nil
		}
	}
}

// load makes ready for runs of p.
func (m *Simulator) load(ctx context.Context, p *scenario.Prepared, o Options) {
	m.p, m.o = p, o
	m.crew.set(m.Workers)
	m.crew.ctx, m.crew.progress, m.crew.told = ctx, o.Progress, 0
	m.crew.done.Store(0)
	if m.draws.normal == nil {
		m.draws.normal = lanes.NewNormal()
	}
	s := p.Scenario()
	m.shocks.set(&s)
	years := len(m.shocks.years)
	for _, w := range m.crew.workers {
		w.paths.load(p, &s)
	}
	m.base.set(&s, &m.crew.workers[0].paths)
	m.drivers = m.drivers[:0]
	for y := m.shocks.first; y <= m.shocks.last; y++ {
		if m.shocks.years[y].sd != 0 {
			m.drivers = append(m.drivers, y)
		}
	}
	if !m.shocks.certainCap() {
		m.drivers = append(m.drivers, years)
	}
	for _, w := range m.crew.workers {
		if days := int(m.base.calendar.days()) + 2; cap(w.days) < days {
			w.days = make([]int, days)
		} else {
			w.days = w.days[:days]
		}
		clear(w.days)
	}
}

// sets is how many sets of draws the run takes.
func (m *Simulator) sets() int {
	if m.o.Sampling == Sobol && !m.o.Coarse {
		return 1 + scrambles
	}
	return 1
}

// blocks is in how many blocks so many paths are computed.
func blocks(paths int) int { return (paths + atOnce - 1) / atOnce }

// keepDraws makes what is kept of draws, of the growth of so many years and the cap, where it
// is not there yet.
func (m *Simulator) keepDraws(years int) error {
	if !m.draws.set(m.o, years+1, m.sets()) {
		return nil
	}
	m.keeping.m = m
	last, n := stripesOf(m.draws.sets - 1)
	err := m.crew.run(&m.keeping, last+n)
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

// span returns which paths are in one of so many parts of equally many blocks.
func span(part, parts, paths int) (from, to int) {
	n := blocks(paths)
	return min(part*n/parts*atOnce, paths), min((part+1)*n/parts*atOnce, paths)
}

// series is how many series of amounts a run has.
func (m *Simulator) series() int { return len(m.base.counted) + seriesMore }

// follows reports whether a series follows from that of the last quarter: what is paid is
// what counts by then, where all of it does.
func (m *Simulator) follows(series int) bool {
	return series == len(m.base.counted)+seriesPaid && m.base.all
}

// payAll has the paths of the run itself pay, and finds the percentiles.
func (m *Simulator) payAll() error {
	paths := m.o.Paths
	if paths > storePaths {
		return m.sift()
	}
	if size := m.series() * paths; cap(m.store) < size {
		m.store = make([]float64, size)
	} else {
		m.store = m.store[:size]
	}
	if err := m.pay(paths, m.store, 0, 1); err != nil {
		return err
	}
	return m.selectAll(paths)
}

// pay has paths of some sets pay, those of the run itself into store or else into the
// sieves.
func (m *Simulator) pay(paths int, store []float64, from, to int) error {
	if from == to {
		return nil
	}
	first, _ := stripesOf(from)
	last, n := stripesOf(to - 1)
	for len(m.sums) < last+n {
		m.sums = append(m.sums, sums{})
	}
	m.paying = paying{m, paths, first, store}
	if err := m.crew.run(&m.paying, last+n-first); err != nil {
		return err
	}
	for set := from; set < to; set++ {
		m.total[set].reset(len(m.base.counted), len(m.drivers))
		first, n := stripesOf(set)
		for i := range n {
			m.total[set].merge(&m.sums[first+i])
		}
	}
	return nil
}

// stripesOf returns where the stripes of a set are, and how many.
func stripesOf(set int) (first, n int) {
	if set == 0 {
		return 0, stripes
	}
	return stripes + (set-1)*errorStripes, errorStripes
}

// stripeOf is the reverse: of which set a stripe is, which one, and of how many.
func stripeOf(part int) (set, stripe, of int) {
	if part < stripes {
		return 0, part, stripes
	}
	part -= stripes
	return 1 + part/errorStripes, part % errorStripes, errorStripes
}

// A paying has paths pay, a stripe of a set at a time.
type paying struct {
	m     *Simulator
	paths int
	first int // stripe
	store []float64
}

func (y *paying) do(w *worker, part int) {
	part += y.first
	set, stripe, of := stripeOf(part)
	m, s := y.m, &y.m.sums[part]
	s.reset(len(m.base.counted), len(m.drivers))
	from, to := span(stripe, of, y.paths)
	for ; from < to; from += atOnce {
		if !m.crew.step() {
			return
		}
		n := min(atOnce, to-from)
		w.draw(&m.draws, &m.shocks, set, from, n, &w.paths)
		w.paths.compute(n, set == 0)
		s.add(w, &m.base, n, set == 0)
		if !m.o.Coarse {
			m.relate(w, s, n)
		}
		if set == 0 {
			y.keep(w, from, n)
		}
	}
	if !m.o.Coarse {
		m.know(s, part)
	}
}

// relate adds up how what n paths pay, and when, goes with their draws.
func (m *Simulator) relate(w *worker, s *sums, n int) {
	w.results.Set(&w.more, &w.late, n)
	for i, dim := range m.drivers {
		d, to := &w.drawn[dim], &s.drivers[i].parts
		if m.knows(dim) {
			to.AddResults(d.value, d.part, &w.results)
		} else {
			to.Add(d.value, d.part, &w.results)
		}
	}
}

// know adds what is known of the draws of a stripe.
func (m *Simulator) know(s *sums, part int) {
	for i, dim := range m.drivers {
		if m.knows(dim) {
			s.drivers[i].parts.Know(m.draws.growthKnown(part, dim))
		}
	}
}

// knows reports whether it is known what follows from the draws of a dimension alone: from
// those of the cap it does not.
func (m *Simulator) knows(dim int) bool { return m.draws.kept && dim < len(m.shocks.years) }

// keep keeps what n paths of the run itself pay.
func (y *paying) keep(w *worker, from, n int) {
	for _, day := range w.paths.Day[:n] {
		w.days[int(day)+1]++
	}
	quarters := len(w.paths.counted)
	for s := range quarters + seriesMore {
		if y.m.follows(s) {
			continue
		}
		values := w.series(s, quarters)[:n]
		if y.store == nil {
			y.m.sieves[s].Sift(&w.sifted[s], values)
		} else {
			copy(y.store[s*y.paths+from:], values)
		}
	}
}

// series returns the amounts of a series that were computed last.
func (w *worker) series(s, quarters int) []float64 {
	switch s - quarters {
	case seriesPaid:
		return w.paths.paid[:]
	case seriesForgone:
		return w.paths.Forgone[:]
	case seriesValue:
		return w.paths.Value[:]
	}
	return w.paths.counted[s][:]
}

// selectAll finds the percentiles of what is stored.
func (m *Simulator) selectAll(paths int) error {
	m.findRanks(paths)
	m.selecting = selecting{m, paths}
	return m.crew.run(&m.selecting, m.series())
}

// findRanks finds the ranks that percentiles lie between, and makes room for them.
func (m *Simulator) findRanks(paths int) {
	m.ranks = rank.Of(m.ranks[:0], m.o.Percentiles, paths)
	if size := m.series() * (len(m.o.Percentiles) + len(m.ranks)); cap(m.found) < size {
		m.found = make([]float64, size)
	} else {
		m.found = m.found[:size]
	}
}

// percentilesOf returns room for the percentiles of a series, and for the values they
// lie between.
func (m *Simulator) percentilesOf(series int) (percentiles, values []float64) {
	n := len(m.o.Percentiles)
	room := m.found[series*(n+len(m.ranks)):]
	return room[:n], room[n : n+len(m.ranks)]
}

// A selecting selects percentiles, a series at a time.
type selecting struct {
	m     *Simulator
	paths int
}

func (s *selecting) do(w *worker, part int) {
	if s.m.follows(part) {
		return
	}
	if cap(w.scratch) < s.paths {
		w.scratch = make([]float64, s.paths)
	}
	out, values := s.m.percentilesOf(part)
	rank.Select(values, s.m.ranks, s.m.store[part*s.paths:(part+1)*s.paths], w.scratch[:s.paths])
	rank.Between(out, s.m.o.Percentiles, s.m.ranks, values, s.paths)
}

// sift makes a run of more paths than are stored.
func (m *Simulator) sift() error {
	for wide := 4.0; ; wide *= 2 {
		done := m.crew.done.Load()
		if err := m.pilot(wide); err != nil {
			return err
		}
		m.crew.done.Store(done)
		for _, w := range m.crew.workers {
			clear(w.days)
		}
		if err := m.pay(m.o.Paths, nil, 0, 1); err != nil {
			return err
		}
		m.findRanks(m.o.Paths)
		m.sieving.narrow = false
		if err := m.crew.run(&m.sieving, m.series()); err != nil {
			return err
		}
		missed := false
		for _, miss := range m.missed {
			missed = missed || miss
		}
		if !missed {
			return nil
		}
	}
}

// pilot sets the sieves by some paths of the run.
func (m *Simulator) pilot(wide float64) error {
	size := m.series()
	m.store = memory.For(size * pilotPaths)
	if err := m.pay(pilotPaths, m.store, 0, 1); err != nil {
		return err
	}
	m.sieves, m.missed = make([]rank.Sieve, size), make([]bool, size)
	m.sieving = sieving{m: m, narrow: true, wide: wide}
	if err := m.crew.run(&m.sieving, size); err != nil {
		return err
	}
	pool := rank.NewPool(m.store) // what the pilot paid is known now
	m.store = nil
	for _, w := range m.crew.workers {
		w.sifted = make([]rank.Sifted, size)
		for i := range w.sifted {
			w.sifted[i].Start(pool)
		}
	}
	return nil
}

// A sieving sets sieves, or reads percentiles from them, a series at a time.
type sieving struct {
	m      *Simulator
	narrow bool
	wide   float64
}

func (s *sieving) do(w *worker, part int) {
	m := s.m
	if m.follows(part) {
		m.missed[part] = false
		return
	}
	if s.narrow {
		if len(w.scratch) < pilotPaths {
			w.scratch = make([]float64, pilotPaths)
		}
		m.sieves[part].Set(m.o.Percentiles, m.store[part*pilotPaths:(part+1)*pilotPaths], w.scratch, s.wide)
		return
	}
	parts := make([]*rank.Sifted, len(m.crew.workers))
	for i, w := range m.crew.workers {
		parts[i] = &w.sifted[part]
	}
	out, values := m.percentilesOf(part)
	m.missed[part] = !m.sieves[part].Ranked(values, m.ranks, parts, &w.room)
	for _, p := range parts {
		*p = rank.Sifted{}
	}
	if !m.missed[part] {
		rank.Between(out, m.o.Percentiles, m.ranks, values, m.o.Paths)
	}
}

// An effect says whether a draw moves a result at all.
type effect struct{ paid, day bool }

// drive finds which draws move a result at all.
func (m *Simulator) drive() error {
	for len(m.moves) < len(m.drivers) {
		m.moves = append(m.moves, effect{})
	}
	m.ranking.m = m
	return m.crew.run(&m.ranking, len(m.drivers))
}

// A moving finds whether results move, a draw at a time: some paths are taken again
// with the draws of others in its place.
type moving struct{ m *Simulator }

func (r *moving) do(w *worker, part int) {
	m, dim := r.m, r.m.drivers[part]
	moved := &m.moves[part]
	*moved = effect{}
	const tries, few = 4, 16
	for try := range 1 + min(tries, blocks(m.o.Paths)) {
		// Nearly all draws move nearly all paths: a few of them tell.
		from, n := 0, min(few, m.o.Paths)
		if try > 0 {
			from = (try - 1) * blocks(m.o.Paths) / tries * atOnce
			n = min(atOnce, m.o.Paths-from)
		}
		w.draw(&m.draws, &m.shocks, 0, from, n, &w.paths)
		w.paths.compute(n, false)
		copy(w.more[:n], w.paths.paid[:n])
		day := w.paths.Day
		if dim == len(m.shocks.years) {
			first := w.paths.Limits[0]
			copy(w.paths.Limits[:n-1], w.paths.Limits[1:n])
			w.paths.Limits[n-1] = first
		} else {
			d := &w.drawn[dim]
			first := d.value[0]
			copy(d.ownValue[:n], d.value[1:n])
			d.ownValue[n-1], d.value = first, d.ownValue[:n]
			w.apply(&m.shocks, n, &w.paths)
		}
		w.paths.compute(n, false)
		for i := range n {
			moved.paid = moved.paid || math.Abs(w.more[i]-w.paths.paid[i]) > 0.005
			moved.day = moved.day || day[i] != w.paths.Day[i]
		}
		if moved.paid && moved.day {
			return
		}
	}
}
