package simulate

import (
	"context"
	"errors"
	"fmt"
	"math"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// A Path is one path of a run.
type Path struct {
	Index   int       // from 0
	Factors []float64 // by year: what planned revenue is multiplied by
	Cap     unit.Amount
	Counted []unit.Amount // toward the cap, by quarter, at its end
	Paid    unit.Amount
	Forgone unit.Amount
	Value   unit.Amount // present value of what is paid
	Reached scenario.Reached
}

// Paths makes the paths of a run again, in order, and hands each to visit, whose memory
// the next one takes. It ends with the first error of visit.
func (m *Simulator) Paths(ctx context.Context, p *scenario.Prepared, o Options, visit func(*Path) error) error {
	o, err := o.filled()
	if err != nil {
		return err
	}
	var path Path
	return m.walk(ctx, p, o, func(w *worker, from, n int) error {
		for i := range n {
			path.set(w, from, i)
			if err := visit(&path); err != nil {
				return err
			}
		}
		return nil
	})
}

// walk hands the paths of a run to visit, a block at a time.
func (m *Simulator) walk(ctx context.Context, p *scenario.Prepared, o Options, visit func(w *worker, from, n int) error) error {
	o.Coarse = o.Coarse || m.draws.sets < 2
	m.load(ctx, p, o)
	if err := m.keepDraws(len(m.shocks.years)); err != nil {
		return err
	}
	w := m.crew.workers[0]
	for from := 0; from < o.Paths; from += atOnce {
		if err := ctx.Err(); err != nil {
			return err
		}
		n := min(atOnce, o.Paths-from)
		w.draw(&m.draws, &m.shocks, 0, from, n, &w.paths)
		w.paths.compute(n, true)
		if err := visit(w, from, n); err != nil {
			return err
		}
	}
	return nil
}

// set makes p the path with an index of the block that begins with from.
func (p *Path) set(w *worker, from, i int) {
	b := &w.paths
	p.Index, p.Cap, p.Reached = from+i, unit.Amount(b.Limits[i]), b.calendar.reached(int32(b.Day[i]))
	p.Paid, p.Forgone, p.Value = unit.Amount(b.paid[i]), unit.Amount(b.Forgone[i]), unit.Amount(b.Value[i])
	p.Factors, p.Counted = p.Factors[:0], p.Counted[:0]
	for y := range b.factors {
		p.Factors = append(p.Factors, b.factors[y][i])
	}
	for q := range b.counted {
		p.Counted = append(p.Counted, unit.Amount(b.counted[q][i]))
	}
}

// errEnough ends a walk that has seen what it looked for.
var errEnough = errors.New("enough")

// Nearest returns, of so many first paths of a run, the one that is nearest to an amount
// counted toward the cap at the end of a quarter, counted from 0: of several the first.
func (m *Simulator) Nearest(ctx context.Context, p *scenario.Prepared, o Options, among, quarter int, amount unit.Amount) (Path, error) {
	var path Path
	o, err := o.filled()
	if err != nil {
		return path, err
	}
	s := p.Scenario()
	if quarters := 4 * (s.LastYear - s.FirstYear + 1); quarter < 0 || quarter >= quarters {
		return path, fmt.Errorf("quarter %d is not one of the %d of the horizon", quarter, quarters)
	}
	nearest := math.Inf(1)
	err = m.walk(ctx, p, o, func(w *worker, from, n int) error {
		for i, counted := range w.paths.counted[quarter][:min(n, among-from)] {
			if off := math.Abs(counted - float64(amount)); off < nearest {
				nearest = off
				path.set(w, from, i)
			}
		}
		if from+n >= among {
			return errEnough
		}
		return nil
	})
	if errors.Is(err, errEnough) {
		err = nil
	}
	return path, err
}

// Growth returns by how much revenue subject to the share would grow in each year of a
// path of a scenario, planned growth and the path's own together, and false for years in
// which nothing grows.
func (p *Path) Growth(s scenario.Scenario, year int) (unit.Rate, bool) {
	at := year - s.FirstYear
	if at < 0 || at >= len(p.Factors) {
		return 0, false
	}
	before, now := unit.Amount(0), unit.Amount(0)
	for i := range s.Outlook.Streams {
		if s.Outlook.Streams[i].Channel != scenario.ChannelAzure {
			before += s.Revenue(i, year-1)
			now += s.Revenue(i, year)
		}
	}
	now *= unit.Amount(p.Factors[at])
	if at > 0 {
		before *= unit.Amount(p.Factors[at-1])
	}
	if before <= 0 {
		return 0, false
	}
	return unit.Rate(now/before - 1), true
}
