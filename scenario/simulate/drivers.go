package simulate

import (
	"math"

	"headroom/scenario/simulate/lanes"
)

// A driver is what is known of one draw to see what it explains by itself, after I. M.
// Sobol, "Sensitivity estimates for nonlinear mathematical models" (1993): the range of
// the draw is divided into parts that are equally likely, and in each a line is fitted
// through what is paid and when. What the parts' means and lines explain of the variance
// is the first-order index; that the mean over all other draws is nearly straight within
// a part makes it exact to far below what is drawn.
type driver struct{ parts lanes.Parts }

// merge adds what another has added up.
func (d *driver) merge(o *driver) {
	for i := range d.parts {
		p, q := &d.parts[i], &o.parts[i]
		p.N += q.N
		p.X += q.X
		p.XX += q.XX
		p.Paid.Y += q.Paid.Y
		p.Paid.XY += q.Paid.XY
		p.Day.Y += q.Day.Y
		p.Day.XY += q.Day.XY
	}
}

// index returns the first-order index of a result that has the given moment over n
// paths. Independent draws explain a little by chance, which is taken off; Sobol points
// are spread too evenly for that.
func (d *driver) index(of func(*lanes.Part) *lanes.Relation, m moment, n int, independent bool) float64 {
	mean := m.mean(n)
	total := m.square - float64(n)*mean*mean
	if total <= 1e-18*m.square || total <= 0 {
		return 0
	}
	explained, fitted := -float64(n)*mean*mean, -1.0
	for i := range d.parts {
		p := &d.parts[i]
		if p.N < 1 {
			continue
		}
		r := of(p)
		explained += r.Y * r.Y / p.N
		fitted++
		if spread := p.XX - p.X*p.X/p.N; p.N > 2 && spread > 1e-12*p.XX {
			along := r.XY - p.X*r.Y/p.N
			explained += along * along / spread
			fitted++
		}
	}
	if independent {
		if left := float64(n) - fitted - 1; left > 0 {
			explained -= fitted * (total - explained) / left
		}
	}
	return math.Min(1, math.Max(0, explained/total))
}

func paidOf(p *lanes.Part) *lanes.Relation { return &p.Paid }
func dayOf(p *lanes.Part) *lanes.Relation  { return &p.Day }

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
		// Nearly every draw moves nearly every path, so that a few of them suffice.
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
