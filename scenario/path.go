package scenario

import "headroom/scenario/unit"

// Path computes the results of one path of a simulation, without allocating: the
// planned revenue of every stream is multiplied in each year of the horizon by one of
// the factors, which are 0 or more, and limit is the cap where the scenario has one.
// Within a year the path's own revenue ramps; the factor of the year before the horizon
// is 1. What counts toward the cap at the end of each quarter goes into counted, unless
// that is nil. With factors of 1 and the scenario's own cap the results are bit for bit
// what Total gives.
//
// Months that an actual covers, and all months that are settled by actuals, are as they
// are on every path. The other months of the year in which that ends are multiplied by
// its factor; factors of years that are wholly settled count as 1.
func (p *Prepared) Path(factors []float64, limit unit.Amount, counted []unit.Amount) Totals {
	s := &p.s
	l := newLedger(s)
	if l.capped {
		l.setCap(limit)
	}
	w := newWalk(s, l)
	n, before := len(p.starts), 1.0
	var roots [MaxHorizon]unit.Amount
	for y, factor := range factors {
		if y < p.settled {
			continue
		}
		roots[y] = 1
		if before != 0 && factor != 0 && factor != before {
			roots[y] = twelfthRoot(unit.Amount(factor / before))
		}
		before = factor
	}
	for y := range p.years {
		var e earnings
		switch {
		case y < p.settled:
			e = p.years[y]
		case p.months != nil:
			p.vary(&e, y, unit.Amount(factors[y]), roots[y], w.month)
		default:
			for i := range n {
				c := p.courses[y*n+i].times(unit.Amount(factors[y]), roots[y])
				p.starts[i].earn(&e, &c, w.month)
			}
		}
		w.next(&e, &p.factors[y])
		if counted != nil {
			for q := range 4 {
				counted[4*y+q] = w.year.counted[3*q+2]
			}
		}
	}
	return w.totals()
}

// vary adds to e what all streams earn on a path in a year, counted from 0, that
// actuals do not wholly settle.
func (p *Prepared) vary(e *earnings, y int, factor, root unit.Amount, january unit.Month) {
	n, settled := len(p.starts), int(p.through-january)+1 // months of the year
	for i := range p.starts {
		t, course := &p.starts[i], &p.courses[y*n+i]
		switch {
		case settled > 0:
			months := p.months[y*n+i].months
			p.months[y*n+i].multiply(&months, settled, factor)
			t.add(e, &months, january)
		case t.past.last == 0:
			c := course.times(factor, root)
			t.earn(e, &c, january)
		default:
			var months [12]unit.Amount
			p.months[y*n+i].path(&months, course, factor, root)
			t.add(e, &months, january)
		}
	}
}

// multiply multiplies the months that are not settled, by an actual or with all those
// before the one with the given index.
func (y *monthly) multiply(months *[12]unit.Amount, settled int, factor unit.Amount) {
	for k := settled; k < 12; k++ {
		if y.actual>>k&1 == 0 {
			months[k] *= factor
		}
	}
}

// path sets months to those of a path whose plan goes by c times the factor.
func (y *monthly) path(months *[12]unit.Amount, c *course, factor, root unit.Amount) {
	plan := c.times(factor, root)
	plan.months(months)
	for k := range months[:y.after] {
		if y.actual>>k&1 == 1 {
			months[k] = y.months[k]
		}
	}
	if y.held {
		hold := y.hold.times(factor, root)
		hold.after(months, y.after)
		return
	}
	for k := y.after; k < 12; k++ {
		months[k] *= y.scale
	}
}

// layOutMonths lays out what each stream earns month by month, of which paths are
// made.
func (p *Prepared) layOutMonths() {
	n := len(p.starts)
	p.months = make([]monthly, len(p.courses))
	for i := range p.starts {
		past, january := p.starts[i].past, p.s.FirstMonth()
		for y := range p.years {
			past.next(&p.months[y*n+i], &p.courses[y*n+i], january)
			january += 12
		}
	}
}
