package simulate

import (
	"headroom/scenario/simulate/memory"
	"headroom/scenario/simulate/rank"
)

const (
	// storePaths is how many paths may be kept whole to select percentiles from.
	storePaths = 1 << 17
	// pilotPaths is how many paths tell roughly where the percentiles of a larger run lie.
	pilotPaths = 32768
	// keepStore is how many bytes of amounts are kept from one run for the next.
	keepStore = 2 << 20
)

// Three series follow those of what is counted by each quarter.
const (
	seriesPaid = iota
	seriesForgone
	seriesValue
	seriesMore
)

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
