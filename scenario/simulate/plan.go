package simulate

import (
	"headroom/scenario"
	"headroom/scenario/unit"
)

// A plan is what is due in a year of the horizon, with what is added up of it once for
// all paths.
type plan struct {
	scenario.PathYear

	// whole says that all months of ramps are due, that payments of all months count
	// toward the cap or those of none, and that each month is worth step times the one
	// before. The rest is known only then.
	whole                   bool
	counts                  bool       // toward the cap
	fixedBy, movingBy       [4]float64 // due by the end of each quarter: on all paths alike, and times the factor
	fixedWorth, movingWorth [4]float64 // present values, up to the start of each quarter
	fixedYear, movingYear   float64    // those of all year
	first, step             float64    // factor of January, and of each month to the one before
}

// allMonths has a bit for each month of a year.
const allMonths = 1<<12 - 1

// sum adds up what paths that need not be followed by month are made of.
func (y *plan) sum(from unit.Month) {
	f := &y.Worth
	y.counts = from <= y.January
	y.whole = y.counts || from > y.January+11
	for _, r := range y.Ramps {
		y.whole = y.whole && r.Months == allMonths
	}
	y.first, y.step = float64(f[0]), 1
	switch {
	case f[0] != 0:
		y.step = float64(f[1] / f[0])
	case f[11] != 0:
		y.whole = false
	}
	y.fixedYear, y.movingYear = 0, 0
	var fixed, moving float64
	for k := range 12 {
		fixed += float64(y.Settled[k])
		moving += float64(y.Level[k])
		if k%3 == 0 {
			y.fixedWorth[k/3], y.movingWorth[k/3] = y.fixedYear, y.movingYear
		}
		y.fixedYear += float64(y.Settled[k] * f[k])
		y.movingYear += float64(y.Level[k] * f[k])
		y.fixedBy[k/3], y.movingBy[k/3] = fixed, moving
	}
}

// months sets due to what is due in each month of a path.
func (y *plan) months(due *[12]unit.Amount, factor, root unit.Amount) {
	for k := range due {
		due[k] = y.Settled[k] + y.Level[k]*factor
	}
	for _, r := range y.Ramps {
		q := r.Root * root
		month := r.Year * factor / unit.Amount(powers(float64(q)))
		for k := range due {
			if r.Months>>k&1 == 1 {
				due[k] += month
			}
			month *= q
		}
	}
}

// quarter sets months to what is due in each month of a quarter of a path in a whole year,
// and returns the present value of all that is due before it in the year.
func (y *plan) quarter(months *[3]unit.Amount, quarter int, factor, root float64) (worth float64) {
	worth = y.fixedWorth[quarter] + y.movingWorth[quarter]*factor
	for k := range months {
		months[k] = y.Settled[3*quarter+k] + y.Level[3*quarter+k]*unit.Amount(factor)
	}
	for _, r := range y.Ramps {
		q := float64(r.Root) * root
		month := float64(r.Year) * factor / powers(q)
		x := q * y.step
		u, discount := q*q*q, y.first
		for range quarter {
			worth += discount * month * (1 + x + x*x)
			month *= u
			discount *= y.step * y.step * y.step
		}
		for k := range months {
			months[k] += unit.Amount(month)
			month *= q
		}
	}
	return worth
}

// powers returns the sum of the first twelve powers of root, from 0 on.
func powers(root float64) float64 {
	square := root * root
	fourth := square * square
	return (1 + root) * (1 + square) * (1 + fourth + fourth*fourth)
}
