package simulate

import (
	"headroom/scenario"
	"headroom/scenario/unit"
)

// atOnce is how many paths are computed at once: their amounts stay near the processor.
const atOnce = 128

// amounts are one amount for each of the paths computed at once.
type amounts = [atOnce]float64

// block computes many paths at once, in memory of its own: each goroutine needs its
// own. What a path is made of goes into factors, roots and limits, then compute sets the
// rest. What fits under the cap is added up by quarters; where the cap is applied, it is
// the ledger of package scenario that applies it.
type block struct {
	// factors are by year of the horizon what planned revenue is multiplied by, 0 or
	// more; roots are their twelfth roots after division by the factor of the year
	// before. Both are 1 in years that actuals settle wholly.
	factors, roots []amounts
	limits         amounts // the caps, without effect where the scenario has none

	counted []amounts // toward the cap, by quarter of the horizon, at its end
	paid    amounts
	forgone amounts
	value   amounts // present value of what is paid
	reached [atOnce]scenario.Reached

	p       *scenario.Prepared
	plans   []plan
	slivers amounts // headrooms below them are none
	counts  amounts // toward the cap so far
	due     [4]amounts
	worth   amounts
}

// load makes ready for the paths of p. What was loaded before is forgotten, its memory
// used again.
func (b *block) load(p *scenario.Prepared, s *scenario.Scenario) {
	years := s.LastYear - s.FirstYear + 1
	b.p = p
	if cap(b.factors) < years {
		b.factors, b.roots = make([]amounts, years), make([]amounts, years)
		b.counted, b.plans = make([]amounts, 4*years), make([]plan, years)
	}
	b.factors, b.roots, b.counted, b.plans = b.factors[:years], b.roots[:years], b.counted[:4*years], b.plans[:years]
	from := s.Terms.Share.CapStart()
	if !s.Terms.Share.Capped {
		from = s.FirstMonth()
	}
	for y := range b.plans {
		p.PathYear(&b.plans[y].PathYear, y)
		b.plans[y].sum(from)
	}
}

// compute computes the first n paths.
func (b *block) compute(n int) {
	for i := range n {
		a := b.p.Open(unit.Amount(b.limits[i]))
		b.limits[i], b.slivers[i], b.counts[i], b.reached[i] = float64(a.Cap), float64(a.Sliver), float64(a.Counted), a.Reached
		b.paid[i], b.forgone[i], b.value[i] = 0, 0, 0
	}
	for y := range b.plans {
		if !b.plans[y].whole {
			for i := range n {
				b.path(y, i)
			}
			continue
		}
		b.add(y, n)
		if b.plans[y].counts {
			b.count(y, n)
		} else {
			b.passBy(y, n)
		}
	}
}

// add sets due to what is due from the start of a year to the end of each of its
// quarters, and worth to the present value of all that is due in it.
func (b *block) add(y, n int) {
	plan, factors, roots := &b.plans[y], &b.factors[y], &b.roots[y]
	for j := range b.due {
		due, fixed, moving := &b.due[j], plan.fixedBy[j], plan.movingBy[j]
		for i := range n {
			due[i] = fixed + moving*factors[i]
		}
	}
	for i := range n {
		b.worth[i] = plan.fixedYear + plan.movingYear*factors[i]
	}
	d1, d2, d3, d4 := &b.due[0], &b.due[1], &b.due[2], &b.due[3]
	for _, r := range plan.Ramps {
		root, year, step, discount := float64(r.Root), float64(r.Year), plan.step, float64(r.Year)*plan.first
		for i := range n {
			q := root * roots[i] // of a month to the one before
			q2 := q * q
			u := q2 * q // of a quarter
			u2 := u * u
			quarter := 1 + q + q2
			month := factors[i] / (quarter * (1 + u) * (1 + u2)) // January of a year of 1
			first := year * month * quarter
			d1[i] += first
			d2[i] += first * (1 + u)
			d3[i] += first * (1 + u + u2)
			d4[i] += year * factors[i]
			x := q * step
			x2 := x * x
			x4 := x2 * x2
			b.worth[i] += discount * month * ((1 + x) * (1 + x2) * (1 + x4 + x4*x4))
		}
	}
}

// count pays what is due in a year that counts toward the cap from its start on.
// Where all of it fits under the cap nothing more is to be known of its months.
func (b *block) count(y, n int) {
	c1, c2, c3, c4 := &b.counted[4*y], &b.counted[4*y+1], &b.counted[4*y+2], &b.counted[4*y+3]
	for i := range n {
		so, year := b.counts[i], b.due[3][i]
		if b.reached[i].Ever() {
			c1[i], c2[i], c3[i], c4[i] = so, so, so, so
			b.forgone[i] += year
			continue
		}
		if b.limits[i]-so-year < b.slivers[i] {
			b.cross(y, i)
			continue
		}
		c1[i], c2[i], c3[i] = so+b.due[0][i], so+b.due[1][i], so+b.due[2][i]
		so += year
		c4[i], b.counts[i] = so, so
		b.paid[i] += year
		b.value[i] += b.worth[i]
	}
}

// passBy pays what is due in a year before payments count toward the cap.
func (b *block) passBy(y, n int) {
	for i := range n {
		b.paid[i] += b.due[3][i]
		b.value[i] += b.worth[i]
	}
	for j := range 4 {
		copy(b.counted[4*y+j][:n], b.counts[:n])
	}
}

// cross is count for a path and a year in which not all fits under the cap: of the
// quarter in which it ends each month is paid by itself.
func (b *block) cross(y, i int) {
	plan, so, quarter, before := &b.plans[y], b.counts[i], 0, 0.0
	for ; quarter < 3 && b.limits[i]-so-b.due[quarter][i] >= b.slivers[i]; quarter++ {
		before = b.due[quarter][i]
	}
	var due, paid, counted [3]unit.Amount
	worth := plan.quarter(&due, quarter, b.factors[y][i], b.roots[y][i])
	a := scenario.Account{Cap: unit.Amount(b.limits[i]), Sliver: unit.Amount(b.slivers[i]), Counted: unit.Amount(so + before)}
	b.p.Pay(&a, due[:], paid[:], counted[:], plan.January+unit.Month(3*quarter))
	if !a.Reached.Ever() { // by the last digits of a sum
		b.path(y, i)
		return
	}
	all, left := before, b.due[3][i]-b.due[quarter][i]
	for k := range due {
		all += float64(paid[k])
		left += max(0, float64(due[k]-paid[k]))
		worth += float64(paid[k] * plan.Worth[3*quarter+k])
	}
	b.paid[i] += all
	b.forgone[i] += max(0, left)
	b.value[i] += worth
	b.counts[i], b.reached[i] = float64(a.Counted), a.Reached
	for j := range 4 {
		b.counted[4*y+j][i] = float64(a.Counted)
		if j < quarter {
			b.counted[4*y+j][i] = so + b.due[j][i]
		}
	}
}

// path pays the months of a year of one path.
func (b *block) path(y, i int) {
	var due, paid, counted [12]unit.Amount
	plan := &b.plans[y]
	plan.months(&due, unit.Amount(b.factors[y][i]), unit.Amount(b.roots[y][i]))
	a := scenario.Account{Cap: unit.Amount(b.limits[i]), Sliver: unit.Amount(b.slivers[i]), Counted: unit.Amount(b.counts[i]), Reached: b.reached[i]}
	b.p.Pay(&a, due[:], paid[:], counted[:], plan.January)
	b.counts[i], b.reached[i] = float64(a.Counted), a.Reached
	for j := range 4 {
		b.counted[4*y+j][i] = float64(counted[3*j+2])
	}
	for k := range due {
		b.paid[i] += float64(paid[k])
		b.forgone[i] += max(0, float64(due[k]-paid[k]))
		b.value[i] += float64(paid[k] * plan.Worth[k])
	}
}
