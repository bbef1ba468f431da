package simulate

import (
	"headroom/scenario"
	"headroom/scenario/course"
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
	plain                   bool       // of one ramp and nothing else
	counts                  bool       // toward the cap from the year's start on, whole or not
	moving                  float64    // due in all year, times the factor, ramps and all
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
	ramps := 0.0
	for _, r := range y.Ramps {
		y.whole = y.whole && r.Months == allMonths
		ramps += float64(r.Year)
	}
	y.plain = len(y.Ramps) == 1 && y.Settled == [12]unit.Amount{} && y.Level == y.Settled
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
	y.moving = moving + ramps
}

// due returns what is due in all of a whole year.
func (y *plan) due(factor float64) float64 { return y.fixedBy[3] + y.moving*factor }

// A ramp is that of a whole year, with what makes present values of it.
type ramp struct{ root, year, first, step float64 }

func (y *plan) ramp(at int) ramp {
	r := &y.Ramps[at]
	return ramp{float64(r.Root), float64(r.Year), y.first, y.step}
}

// A growing is how a ramp grows on a path: each month earns q times what the one before
// it does, a quarter u times.
type growing struct {
	q, u    float64
	month   float64 // what January is of the year, times the factor
	quarter float64 // what the first quarter is of January
}

func (r ramp) growing(factor, root float64) growing {
	q := r.root * root
	q2 := q * q
	u := q2 * q
	quarter := 1 + q + q2
	return growing{q, u, factor / (quarter * (1 + u) * (1 + u*u)), quarter}
}

// worth returns the present value of all that is due of the ramp.
func (r ramp) worth(month, q float64) float64 {
	x := q * r.step
	x2 := x * x
	x4 := x2 * x2
	return r.year * r.first * month * ((1 + x) * (1 + x2) * (1 + x4 + x4*x4))
}

// months sets due to what is due in each month of a path.
func (y *plan) months(due *[12]unit.Amount, factor, root unit.Amount) {
	for k := range due {
		due[k] = y.Settled[k] + y.Level[k]*factor
	}
	for _, r := range y.Ramps {
		q := r.Root * root
		month := r.Year * factor / unit.Amount(course.Powers(float64(q)))
		for k := range due {
			if r.Months>>k&1 == 1 {
				due[k] += month
			}
			month *= q
		}
	}
}

// quarter sets months to what is due in each month of a quarter of a path in a whole year,
// and returns the present value of all that is due before it in the year. How the last
// ramp grows is known.
func (y *plan) quarter(months *[3]unit.Amount, quarter int, factor, root float64, last growing) (worth float64) {
	*months = [3]unit.Amount{}
	if !y.plain {
		worth = y.fixedWorth[quarter] + y.movingWorth[quarter]*factor
		for k := range months {
			months[k] = y.Settled[3*quarter+k] + y.Level[3*quarter+k]*unit.Amount(factor)
		}
	}
	for at := range y.Ramps {
		r, g := y.ramp(at), last
		if at != len(y.Ramps)-1 {
			g = r.growing(factor, root)
		}
		x := g.q * r.step
		x3 := x * x * x
		// Which quarter it is is hard to foresee: what all would need is looked up.
		before, start := [4]float64{0, 1, 1 + x3, 1 + x3 + x3*x3}, [4]float64{1, g.u, g.u * g.u, g.u * g.u * g.u}
		january := r.year * g.month
		worth += r.first * january * (1 + x + x*x) * before[quarter]
		month := january * start[quarter]
		for k := range months {
			months[k] += unit.Amount(month)
			month *= g.q
		}
	}
	return worth
}
