package lanes

import (
	"math"
	"math/bits"

	"headroom/scenario/account"
	"headroom/scenario/unit"
)

// A Year is what is due in a year of which all months are alike in that they are due,
// and each is worth so many times the one before.
type Year struct {
	// Due by the end of each quarter, on all paths alike and times the factor of the path:
	// the first three without ramps, the last with them.
	Fixed, Moving [4]float64
	// Present values of all year, likewise, without ramps.
	FixedWorth, MovingWorth float64
	Ramps                   []Ramp
	Months                  Months
}

// Due returns what is due in all of the year on a path with a factor.
func (y *Year) Due(factor float64) float64 { return y.Fixed[3] + float64(y.Moving[3]*factor) }

// A Ramp grows from month to month.
type Ramp struct {
	Root  float64 // what a month is to the one before on a path without shock
	Year  float64 // due in all twelve months on such a path
	Value float64 // the same, as much as January is worth of it
	Step  float64 // what the worth of a month is to that of the one before
}

// A rise is how a ramp grows on a path.
type rise struct {
	month float64 // what January is of the year, times the factor
	root  float64 // what a month is to the one before
}

// rise returns how a ramp grows on a path with a factor, of which root is the twelfth
// root over that of the year before.
func (r *Ramp) rise(factor, root float64) rise {
	q := float64(r.Root * root)
	u := float64(float64(q*q) * q)
	return rise{factor / float64(float64((1+q+float64(q*q))*(1+u))*(1+float64(u*u))), q}
}

// Earned is what is due of each path in a year.
type Earned struct {
	By    [3]Amounts // by the end of each of the first three quarters
	Worth Amounts    // present value of all
}

// Earn computes the first n paths, with their factors, of which roots are the twelfth
// roots over those of the year before.
func (y *Year) Earn(e *Earned, factors, roots *Amounts, n int) {
	from := side(n)
	if from > 0 {
		earn(y, e, factors, roots, from)
	}
	y.earn(e, factors, roots, from, n)
}

func (y *Year) earn(e *Earned, factors, roots *Amounts, from, to int) {
	for i := from; i < to; i++ {
		at := i % AtOnce
		f := factors[at]
		by1, by2, by3 := y.Fixed[0]+float64(y.Moving[0]*f), y.Fixed[1]+float64(y.Moving[1]*f), y.Fixed[2]+float64(y.Moving[2]*f)
		worth := y.FixedWorth + float64(y.MovingWorth*f)
		for k := range y.Ramps {
			r := &y.Ramps[k]
			g := r.rise(f, roots[at])
			q2 := float64(g.root * g.root)
			u := float64(q2 * g.root)
			first := float64(float64(r.Year*g.month) * (1 + g.root + q2))
			by1 += first
			by2 += float64(first * (1 + u))
			by3 += float64(first * (1 + u + float64(u*u)))
			x := float64(g.root * r.Step)
			x2 := float64(x * x)
			x4 := float64(x2 * x2)
			worth += float64(float64(r.Value*g.month) * float64(float64((1+x)*(1+x2))*(1+x4+float64(x4*x4))))
		}
		e.By[0][at], e.By[1][at], e.By[2][at], e.Worth[at] = by1, by2, by3, worth
	}
}

// Accounts are how far payments of each path have come toward its cap.
type Accounts struct {
	Limits  Amounts // the caps
	Slivers Amounts // headrooms below them are none
	Counts  Amounts // toward the cap
	Forgone Amounts
	Value   Amounts        // present value of what is paid
	Day     Amounts        // on which the cap is reached
	Live    [AtOnce]uint64 // all bits set on paths that have not reached the cap, else none
	// crossing has a byte for each four paths, and a bit of it for each of which a year
	// does not fit.
	crossing [AtOnce / 4]uint8
}

// Open opens accounts with the caps of the first n paths, as account.Open does: so much was
// counted before, and never stands for no day.
func (a *Accounts) Open(already, never float64, n int) {
	from := side(n)
	if from > 0 {
		open(a, already, never, from)
	}
	a.open(already, never, from, n)
}

func (a *Accounts) open(already, never float64, from, to int) {
	for i := from; i < to; i++ {
		at := i % AtOnce
		one := account.Open(unit.Amount(already), unit.Amount(a.Limits[at]))
		a.Slivers[at], a.Counts[at], a.Day[at], a.Live[at] = float64(one.Sliver), already, never, ^uint64(0)
		a.Forgone[at], a.Value[at] = 0, 0
		if one.Reached.Before {
			a.Day[at], a.Live[at] = -1, 0
		}
	}
}

// Tally returns how many of the first n paths reach the cap, and of how many a higher cap
// would take more.
func (a *Accounts) Tally(already, never float64, n int) (reached, saved int) {
	from := side(n)
	if from > 0 {
		reached, saved = tally(a, already, never, from)
	}
	r, s := a.tally(already, never, from, n)
	return reached + r, saved + s
}

func (a *Accounts) tally(already, never float64, from, to int) (reached, saved int) {
	for i := from; i < to; i++ {
		at := i % AtOnce
		if a.Day[at] < never {
			reached++
		}
		if a.Forgone[at] > 0 && already < a.Limits[at] {
			saved++
		}
	}
	return reached, saved
}

// Fill pays what is due in a year on the first n paths where all of it fits under the cap,
// and nothing where the cap is reached. counted is set to what counts by the end of each
// quarter, where it is not nil. Those that reach the cap in it are left to Reach.
func (a *Accounts) Fill(y *Year, e *Earned, factors *Amounts, counted *[4]Amounts, n int) {
	clear(a.crossing[:])
	from := side(n)
	if from > 0 {
		fill(a, y, e, factors, counted, from)
	}
	a.fill(y, e, factors, counted, from, n)
}

func (a *Accounts) fill(y *Year, e *Earned, factors *Amounts, counted *[4]Amounts, from, to int) {
	for i := from; i < to; i++ {
		at := i % AtOnce
		due := y.Due(factors[at])
		so, live := a.Counts[at], a.Live[at]
		fits := uint64(0)
		if a.Limits[at]-so-due >= a.Slivers[at] {
			fits = live
		}
		// Which it is of a path is hard to foresee, so that nothing is added instead.
		if counted != nil {
			for j := range e.By {
				counted[j][at] = so + masked(e.By[j][at], fits)
			}
			counted[3][at] = so + masked(due, fits)
		}
		a.Counts[at] = so + masked(due, fits)
		a.Value[at] += masked(e.Worth[at], fits)
		a.Forgone[at] += masked(due, ^live)
		a.crossing[at/4] |= uint8(live&^fits&1) << (at % 4)
	}
}

func masked(v float64, mask uint64) float64 {
	return math.Float64frombits(math.Float64bits(v) & mask)
}

// Crossing returns the paths that reach the cap in the year that was filled last and on
// which nothing is done yet, in the memory of out.
func (a *Accounts) Crossing(out *[AtOnce]uint8) []uint8 {
	n := 0
	for at, four := range a.crossing {
		for ; four != 0; four &= four - 1 {
			out[n%AtOnce] = uint8(4*at + bits.TrailingZeros8(four))
			n++
		}
	}
	return out[:n]
}
