package simulate

import (
	"headroom/scenario"
	"headroom/scenario/account"
	"headroom/scenario/unit"
)

// atOnce is how many paths are computed at once: their amounts stay near the processor.
const atOnce = 128

// amounts are one amount for each of the paths computed at once.
type amounts = [atOnce]float64

// indices are of some of the paths computed at once. An index is taken modulo atOnce
// where it is used, which says to the compiler that it fits.
type indices = [atOnce]uint8

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
	value   amounts       // present value of what is paid
	day     [atOnce]int32 // on which the cap is reached, as the calendar numbers them

	p        *scenario.Prepared
	calendar calendar
	plans    []plan
	already  float64 // counted before the horizon
	slivers  amounts // headrooms below them are none
	counts   amounts // toward the cap so far
	apart    amounts // paid without counting
	due      [4]amounts
	worth    amounts

	// The paths that have not reached the cap, and those that have.
	live, gone []uint8
	// Of the live ones those of which all of a year fits, and those of which not.
	hold, cross []uint8

	ofLive, ofGone, ofHold, ofCross indices // the memory for them
}

// load makes ready for the paths of p. What was loaded before is forgotten, its memory
// used again.
func (b *block) load(p *scenario.Prepared, s *scenario.Scenario) {
	years := s.LastYear - s.FirstYear + 1
	b.p, b.already = p, float64(s.Terms.Share.AlreadyPaid)
	b.calendar.set(s)
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

// countsAll reports whether all payments count, so that what is paid is what counts, less
// what was counted before the horizon.
func (b *block) countsAll() bool { return b.plans[0].counts }

// compute computes the first n paths. What is counted by each quarter is left out unless
// it is asked for.
func (b *block) compute(n int, quarters bool) {
	b.open(n)
	for y := range b.plans {
		switch plan := &b.plans[y]; {
		case !plan.whole:
			for i := range n {
				b.path(y, i)
			}
			b.part(n)
		case plan.counts:
			b.count(y, quarters)
		default:
			b.passBy(y, n)
		}
	}
	for i := range n {
		b.paid[i] = b.apart[i] + (b.counts[i] - b.already)
	}
}

// open begins the first n paths.
func (b *block) open(n int) {
	clear(b.forgone[:n])
	clear(b.value[:n])
	clear(b.apart[:n])
	never, any := b.calendar.days(), false
	for i := range n {
		limit, sliver, before := b.p.Limit(unit.Amount(b.limits[i]))
		b.limits[i], b.slivers[i], b.counts[i], b.day[i] = float64(limit), float64(sliver), b.already, never
		b.ofLive[i] = uint8(i)
		if before {
			b.day[i], any = -1, true
		}
	}
	if b.live, b.gone = b.ofLive[:n], b.ofGone[:0]; any {
		b.part(n)
	}
}

// part finds which of the first n paths have reached the cap.
func (b *block) part(n int) {
	never := b.calendar.days()
	b.live, b.gone = b.ofLive[:0], b.ofGone[:0]
	for i := range n {
		if b.day[i] == never {
			b.live = append(b.live, uint8(i))
		} else {
			b.gone = append(b.gone, uint8(i))
		}
	}
}

// count pays what is due in a year that counts toward the cap from its start on.
// Where all of it fits under the cap nothing more is to be known of its months.
func (b *block) count(y int, quarters bool) {
	plan, factors := &b.plans[y], &b.factors[y]
	for _, at := range b.gone {
		i := at % atOnce
		b.forgone[i] += plan.due(factors[i])
	}
	// Which of the two it is of a path is hard to foresee, so both are written, and one of
	// them counts.
	hold, cross := 0, 0
	for _, at := range b.live {
		i := at % atOnce
		b.ofHold[hold%atOnce], b.ofCross[cross%atOnce] = at, at
		fits := one(b.limits[i]-b.counts[i]-plan.due(factors[i]) >= b.slivers[i])
		hold += fits
		cross += 1 - fits
	}
	b.hold, b.cross = b.ofHold[:hold], b.ofCross[:cross]
	if quarters {
		for _, at := range b.gone {
			i := at % atOnce
			so := b.counts[i]
			b.counted[4*y][i], b.counted[4*y+1][i], b.counted[4*y+2][i], b.counted[4*y+3][i] = so, so, so, so
		}
	}
	b.add(y, b.hold, quarters)
	c1, c2, c3, c4 := &b.counted[4*y], &b.counted[4*y+1], &b.counted[4*y+2], &b.counted[4*y+3]
	for _, at := range b.hold {
		i := at % atOnce
		so := b.counts[i]
		if quarters {
			c1[i], c2[i], c3[i] = so+b.due[0][i], so+b.due[1][i], so+b.due[2][i]
		}
		so += plan.due(factors[i])
		c4[i], b.counts[i] = so, so
		b.value[i] += b.worth[i]
	}
	if cross == 0 {
		return
	}
	n, all := len(b.live)+len(b.gone), true
	for _, at := range b.cross {
		all = b.reach(y, int(at%atOnce), quarters) && all
	}
	if !all {
		b.part(n)
		return
	}
	b.live = b.ofLive[:copy(b.ofLive[:], b.hold)]
	gone := len(b.gone)
	b.gone = b.ofGone[:gone+copy(b.ofGone[gone:], b.cross)]
}

// add sets due to what is due from the start of a year to the end of each of its first
// three quarters, where that is asked for, and worth to the present value of all that is
// due in it.
func (b *block) add(y int, paths []uint8, quarters bool) {
	plan, factors, roots := &b.plans[y], &b.factors[y], &b.roots[y]
	d1, d2, d3, worth := &b.due[0], &b.due[1], &b.due[2], &b.worth
	if !plan.plain {
		for _, at := range paths {
			i := at % atOnce
			worth[i] = plan.fixedYear + plan.movingYear*factors[i]
			d1[i] = plan.fixedBy[0] + plan.movingBy[0]*factors[i]
			d2[i] = plan.fixedBy[1] + plan.movingBy[1]*factors[i]
			d3[i] = plan.fixedBy[2] + plan.movingBy[2]*factors[i]
		}
	}
	for r := range plan.Ramps {
		ramp := plan.ramp(r)
		switch {
		case plan.plain && quarters:
			for _, at := range paths {
				i := at % atOnce
				g := ramp.growing(factors[i], roots[i])
				first := ramp.year * g.month * g.quarter
				d1[i], d2[i], d3[i] = first, first*(1+g.u), first*(1+g.u+g.u*g.u)
				worth[i] = ramp.worth(g.month, g.q)
			}
		case plan.plain:
			for _, at := range paths {
				i := at % atOnce
				g := ramp.growing(factors[i], roots[i])
				worth[i] = ramp.worth(g.month, g.q)
			}
		default:
			for _, at := range paths {
				i := at % atOnce
				g := ramp.growing(factors[i], roots[i])
				first := ramp.year * g.month * g.quarter
				d1[i] += first
				d2[i] += first * (1 + g.u)
				d3[i] += first * (1 + g.u + g.u*g.u)
				worth[i] += ramp.worth(g.month, g.q)
			}
		}
	}
}

// passBy pays what is due in a year before payments count toward the cap.
func (b *block) passBy(y, n int) {
	plan, factors := &b.plans[y], &b.factors[y]
	for i := range n {
		b.ofHold[i] = uint8(i)
	}
	b.add(y, b.ofHold[:n], false)
	for i := range n {
		b.apart[i] += plan.due(factors[i])
		b.value[i] += b.worth[i]
	}
	for j := range 4 {
		copy(b.counted[4*y+j][:n], b.counts[:n])
	}
}

// reach is count for a path and a year in which not all fits under the cap: of the
// quarter in which it ends the months are paid each by itself. It is false where the last
// digits of a sum may have it otherwise.
func (b *block) reach(y, i int, quarters bool) bool {
	plan, factor := &b.plans[y], b.factors[y][i]
	so, limit, sliver := b.counts[i], b.limits[i], b.slivers[i]
	by := [5]float64{4: plan.due(factor)} // due before each quarter, and in all
	for j := 0; !plan.plain && j < 3; j++ {
		by[j+1] = plan.fixedBy[j] + plan.movingBy[j]*factor
	}
	var g growing
	for r := range plan.Ramps {
		ramp := plan.ramp(r)
		g = ramp.growing(factor, b.roots[y][i])
		first := ramp.year * g.month * g.quarter
		by[1] += first
		by[2] += first * (1 + g.u)
		by[3] += first * (1 + g.u + g.u*g.u)
	}
	quarter := one(limit-so-by[1] >= sliver) + one(limit-so-by[2] >= sliver) + one(limit-so-by[3] >= sliver)
	var due [3]unit.Amount
	worth := plan.quarter(&due, quarter, factor, b.roots[y][i], g)
	a := account.Account{Cap: unit.Amount(limit), Sliver: unit.Amount(sliver), Counted: unit.Amount(so + by[quarter])}
	month, left, ok := a.Fill(&due, plan.January+unit.Month(3*quarter))
	if !ok {
		b.path(y, i)
		return false
	}
	f := (*[3]unit.Amount)(plan.Worth[3*quarter:])
	first, second := due[0]*f[0], due[1]*f[1]
	b.value[i] += worth + float64([3]unit.Amount{0, first, first + second}[month]+left*f[month])
	if saved := by[4] - (limit - so); saved > 0 {
		b.forgone[i] += saved
	}
	b.counts[i], b.day[i] = limit, b.calendar.day(a.Reached)
	for j := 0; quarters && j < 4; j++ {
		b.counted[4*y+j][i] = [2]float64{limit, so + by[j+1]}[one(j < quarter)]
	}
	return true
}

// one counts what is so: of what is hard to foresee it takes less time than to branch.
func one(so bool) int {
	if so {
		return 1
	}
	return 0
}

// path pays the months of a year of one path.
func (b *block) path(y, i int) {
	var due, paid, counted [12]unit.Amount
	plan, never := &b.plans[y], b.calendar.days()
	plan.months(&due, unit.Amount(b.factors[y][i]), unit.Amount(b.roots[y][i]))
	a := account.Account{Cap: unit.Amount(b.limits[i]), Sliver: unit.Amount(b.slivers[i]), Counted: unit.Amount(b.counts[i])}
	if b.day[i] != never {
		a.Reached.Before = true // or earlier in it, which is the same to what is paid now
	}
	b.p.Pay(&a, due[:], paid[:], counted[:], plan.January)
	if b.day[i] == never {
		b.day[i] = b.calendar.day(a.Reached)
	}
	for j := range 4 {
		b.counted[4*y+j][i] = float64(counted[3*j+2])
	}
	all := 0.0
	for k := range due {
		all += float64(paid[k])
		b.forgone[i] += max(0, float64(due[k]-paid[k]))
		b.value[i] += float64(paid[k] * plan.Worth[k])
	}
	if !plan.counts {
		b.apart[i] += all - (float64(a.Counted) - b.counts[i])
	}
	b.counts[i] = float64(a.Counted)
}
