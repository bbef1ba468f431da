package simulate

import "math"

// A driver is what is known of one draw to see what it explains by itself, after I. M.
// Sobol, "Sensitivity estimates for nonlinear mathematical models" (1993): the range of
// the draw is divided into parts that are equally likely, and in each a line is fitted
// through what is paid and when. What the parts' means and lines explain of the variance
// is the first-order index; that the mean over all other draws is nearly straight within
// a part makes it exact to far below what is drawn.
type driver struct{ parts [rankParts]rankPart }

// A rankPart is what is added up over the paths whose draw lies in one part.
type rankPart struct {
	n, x, xx  float64
	paid, day relation
}

// A relation is of a result: its sum, and that of its products with the draw.
type relation struct{ y, xy float64 }

// add adds the paths of a block.
func (d *driver) add(x []float64, part []uint8, paid, day []float64) {
	part, paid, day = part[:len(x)], paid[:len(x)], day[:len(x)]
	for i, x := range x {
		p := &d.parts[part[i]&(rankParts-1)]
		p.n++
		p.x += x
		p.xx += x * x
		p.paid.y += paid[i]
		p.paid.xy += x * paid[i]
		p.day.y += day[i]
		p.day.xy += x * day[i]
	}
}

// merge adds what another has added up, times a sign.
func (d *driver) merge(o *driver, sign float64) {
	for i := range d.parts {
		p, q := &d.parts[i], &o.parts[i]
		p.n += sign * q.n
		p.x += sign * q.x
		p.xx += sign * q.xx
		p.paid.y += sign * q.paid.y
		p.paid.xy += sign * q.paid.xy
		p.day.y += sign * q.day.y
		p.day.xy += sign * q.day.xy
	}
}

// index returns the first-order index of a result that has the given moment over n
// paths. Independent draws explain a little by chance, which is taken off; Sobol points
// are spread too evenly for that.
func (d *driver) index(of func(*rankPart) *relation, m moment, n int, independent bool) float64 {
	mean := m.mean(n)
	total := m.square - float64(n)*mean*mean
	if total <= 1e-18*m.square || total <= 0 {
		return 0
	}
	explained, fitted := -float64(n)*mean*mean, -1.0
	for i := range d.parts {
		p := &d.parts[i]
		if p.n < 1 {
			continue
		}
		r := of(p)
		explained += r.y * r.y / p.n
		fitted++
		if spread := p.xx - p.x*p.x/p.n; p.n > 2 && spread > 1e-12*p.xx {
			along := r.xy - p.x*r.y/p.n
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

func paidOf(p *rankPart) *relation { return &p.paid }
func dayOf(p *rankPart) *relation  { return &p.day }
