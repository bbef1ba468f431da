package simulate

import (
	"headroom/scenario"
	"headroom/scenario/account"
	"headroom/scenario/simulate/lanes"
	"headroom/scenario/unit"
)

// atOnce is how many paths are computed at once.
const atOnce = lanes.AtOnce

// amounts are one amount for each of the paths computed at once.
type amounts = lanes.Amounts

// block computes many paths at once, in memory of its own: each goroutine needs its
// own. What a path is made of goes into factors, roots and limits, then compute sets the
// rest. Where a year fits under the cap as a whole it is added up by quarters; where the cap
// is applied, it is the ledger of package scenario that applies it.
type block struct {
	// factors are by year of the horizon what planned revenue is multiplied by, 0 or
	// more; roots are their twelfth roots after division by the factor of the year
	// before. Both are 1 in years that actuals settle wholly.
	factors, roots []amounts

	lanes.Accounts           // of paths; days are as the calendar numbers them
	counted        []amounts // toward the cap, by quarter of the horizon, at its end
	paid           amounts

	p        *scenario.Prepared
	calendar calendar
	plans    []plan
	already  float64 // counted before the horizon
	capped   bool
	quarters bool    // whether counted is asked for
	apart    amounts // paid without counting
	earned   lanes.Earned
	crossing [atOnce]uint8 // paths that reach the cap in a year
}

// load makes ready for the paths of p. What was loaded before is forgotten, its memory
// used again.
func (b *block) load(p *scenario.Prepared, s *scenario.Scenario) {
	years := s.LastYear - s.FirstYear + 1
	b.p, b.already, b.capped = p, float64(s.Terms.Share.AlreadyPaid), s.Terms.Share.Capped
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
		b.plans[y].sum(from, &b.calendar)
	}
}

// countsAll reports whether all payments count, so that what is paid is what counts, less
// what was counted before the horizon.
func (b *block) countsAll() bool { return b.plans[0].counts }

// compute computes the first n paths, and what they count by the end of each quarter where
// that is asked for.
func (b *block) compute(n int, quarters bool) {
	b.quarters = quarters
	b.open(n)
	for y := range b.plans {
		switch plan := &b.plans[y]; {
		case !plan.whole:
			for i := range n {
				b.path(y, i)
			}
			b.part(n)
		case plan.counts:
			b.count(y, n)
		default:
			b.passBy(y, n)
		}
	}
	for i := range n {
		b.paid[i] = b.apart[i] + (b.Counts[i] - b.already)
	}
}

// open begins the first n paths.
func (b *block) open(n int) {
	clear(b.apart[:n])
	b.Open(b.already, b.calendar.never(), n)
	if b.capped {
		return
	}
	a := account.Uncapped(unit.Amount(b.already))
	for i := range n {
		b.Limits[i], b.Slivers[i], b.Day[i], b.Live[i] = float64(a.Cap), float64(a.Sliver), b.calendar.never(), ^uint64(0)
	}
}

// part finds which of the first n paths have reached the cap.
func (b *block) part(n int) {
	never := b.calendar.never()
	for i := range n {
		b.Live[i] = 0
		if b.Day[i] == never {
			b.Live[i] = ^uint64(0)
		}
	}
}

// count pays what is due in a year that counts toward the cap from its start on. Where
// rounding makes its sum disagree with its quarters, all of its months are paid
// each by itself.
func (b *block) count(y, n int) {
	plan, factors := &b.plans[y], &b.factors[y]
	roots, counted := &b.roots[y], (*[4]amounts)(b.counted[4*y:])
	if !b.quarters {
		counted = nil
	}
	plan.Earn(&b.earned, factors, roots, n)
	b.Fill(&plan.Year, &b.earned, factors, counted, n)
	b.Reach(&plan.Year, &b.earned, factors, roots, counted, n)
	for _, at := range b.Crossing(&b.crossing) {
		i := int(at % atOnce)
		b.path(y, i)
		if b.Day[i] != b.calendar.never() {
			b.Live[i] = 0
		}
	}
}

// passBy pays what is due in a year before payments count toward the cap.
func (b *block) passBy(y, n int) {
	plan, factors := &b.plans[y], &b.factors[y]
	plan.Earn(&b.earned, factors, &b.roots[y], n)
	for i := range n {
		b.apart[i] += plan.Due(factors[i])
		b.Value[i] += b.earned.Worth[i]
	}
	if !b.quarters {
		return
	}
	for j := range 4 {
		copy(b.counted[4*y+j][:n], b.Counts[:n])
	}
}

// path pays the months of a year of one path.
func (b *block) path(y, i int) {
	var due, paid, counted [12]unit.Amount
	plan, never := &b.plans[y], b.calendar.never()
	plan.months(&due, unit.Amount(b.factors[y][i]), unit.Amount(b.roots[y][i]))
	a := account.Account{Cap: unit.Amount(b.Limits[i]), Sliver: unit.Amount(b.Slivers[i]), Counted: unit.Amount(b.Counts[i])}
	if b.Day[i] != never {
		a.Reached.Before = true // or earlier in it, which is the same to what is paid now
	}
	b.p.Pay(&a, due[:], paid[:], counted[:], plan.January)
	if b.Day[i] == never {
		b.Day[i] = float64(b.calendar.day(a.Reached))
	}
	for j := range 4 {
		b.counted[4*y+j][i] = float64(counted[3*j+2])
	}
	all := 0.0
	for k := range due {
		all += float64(paid[k])
		b.Forgone[i] += max(0, float64(due[k]-paid[k]))
		b.Value[i] += float64(paid[k] * plan.Worth[k])
	}
	if !plan.counts {
		b.apart[i] += all - (float64(a.Counted) - b.Counts[i])
	}
	b.Counts[i] = float64(a.Counted)
}
