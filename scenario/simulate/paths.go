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

	lanes.Accounts           // of paths
	counted        []amounts // toward the cap, by quarter of the horizon, at its end
	paid           amounts
	day            [atOnce]int32 // on which the cap is reached, as the calendar numbers them

	p        *scenario.Prepared
	calendar calendar
	plans    []plan
	already  float64 // counted before the horizon
	apart    amounts // paid without counting
	earned   lanes.Earned
	crossing [atOnce]uint8 // paths that reach the cap in a year
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

// compute computes the first n paths.
func (b *block) compute(n int) {
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
	clear(b.Forgone[:n])
	clear(b.Value[:n])
	clear(b.apart[:n])
	never := b.calendar.days()
	for i := range n {
		limit, sliver, before := b.p.Limit(unit.Amount(b.Limits[i]))
		b.Limits[i], b.Slivers[i], b.Counts[i], b.day[i], b.Live[i] = float64(limit), float64(sliver), b.already, never, ^uint64(0)
		if before {
			b.day[i], b.Live[i] = -1, 0
		}
	}
}

// part finds which of the first n paths have reached the cap.
func (b *block) part(n int) {
	never := b.calendar.days()
	for i := range n {
		b.Live[i] = 0
		if b.day[i] == never {
			b.Live[i] = ^uint64(0)
		}
	}
}

// count pays what is due in a year that counts toward the cap from its start on.
// Where all of it fits under the cap nothing more is to be known of its months.
func (b *block) count(y, n int) {
	plan, factors := &b.plans[y], &b.factors[y]
	plan.Earn(&b.earned, factors, &b.roots[y], n)
	b.Fill(&plan.Year, &b.earned, factors, (*[4]amounts)(b.counted[4*y:]), n)
	for _, at := range b.Crossing(&b.crossing) {
		b.reach(y, int(at%atOnce))
	}
}

// passBy pays what is due in a year before payments count toward the cap.
func (b *block) passBy(y, n int) {
	plan, factors := &b.plans[y], &b.factors[y]
	plan.Earn(&b.earned, factors, &b.roots[y], n)
	for i := range n {
		b.apart[i] += plan.due(factors[i])
		b.Value[i] += b.earned.Worth[i]
	}
	for j := range 4 {
		copy(b.counted[4*y+j][:n], b.Counts[:n])
	}
}

// reach is count for a path and a year in which not all fits under the cap: of the
// quarter in which it ends the months are paid each by itself. Where the last digits of a
// sum have it otherwise, all of its months are.
func (b *block) reach(y, i int) {
	plan, factor, e := &b.plans[y], b.factors[y][i], &b.earned
	so, limit, sliver := b.Counts[i], b.Limits[i], b.Slivers[i]
	by := [5]float64{0, e.By[0][i], e.By[1][i], e.By[2][i], plan.due(factor)} // due before each quarter, and in all
	quarter := one(limit-so-by[1] >= sliver) + one(limit-so-by[2] >= sliver) + one(limit-so-by[3] >= sliver)
	var due [3]unit.Amount
	worth := plan.quarter(&due, quarter, factor, b.roots[y][i], lanes.Rise{Month: e.Month[i], Root: e.Root[i]})
	a := account.Account{Cap: unit.Amount(limit), Sliver: unit.Amount(sliver), Counted: unit.Amount(so + by[quarter])}
	month, left, ok := a.Fill(&due, plan.January+unit.Month(3*quarter))
	if !ok {
		b.path(y, i)
		if b.day[i] != b.calendar.days() {
			b.Live[i] = 0
		}
		return
	}
	f := (*[3]unit.Amount)(plan.Worth[3*quarter:])
	first, second := due[0]*f[0], due[1]*f[1]
	b.Value[i] += worth + float64([3]unit.Amount{0, first, first + second}[month]+left*f[month])
	if saved := by[4] - (limit - so); saved > 0 {
		b.Forgone[i] += saved
	}
	b.Counts[i], b.day[i], b.Live[i] = limit, b.calendar.day(a.Reached), 0
	for j := range 4 {
		b.counted[4*y+j][i] = [2]float64{limit, so + by[j+1]}[one(j < quarter)]
	}
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
	a := account.Account{Cap: unit.Amount(b.Limits[i]), Sliver: unit.Amount(b.Slivers[i]), Counted: unit.Amount(b.Counts[i])}
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
		b.Forgone[i] += max(0, float64(due[k]-paid[k]))
		b.Value[i] += float64(paid[k] * plan.Worth[k])
	}
	if !plan.counts {
		b.apart[i] += all - (float64(a.Counted) - b.Counts[i])
	}
	b.Counts[i] = float64(a.Counted)
}
