package simulate

import (
	"context"

	"headroom/scenario"
	"headroom/scenario/simulate/lanes"
	"headroom/scenario/simulate/rank"
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
	m.release()
	if err != nil {
		return err
	}
	m.report()
	if o.Progress != nil {
		o.Progress(1)
	}
	return nil
}

// release drops what is too large to be kept for the next run. A cancelled run
// has sifted amounts that nobody has read.
func (m *Simulator) release() {
	large := len(m.store) > keepStore/8 || m.sieves != nil
	m.sieves, m.paying.store = nil, nil
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
