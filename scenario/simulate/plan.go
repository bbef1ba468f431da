package simulate

import (
	"headroom/scenario"
	"headroom/scenario/course"
	"headroom/scenario/simulate/lanes"
	"headroom/scenario/unit"
)

// A plan is what is due in a year of the horizon, with what is added up of it once for
// all paths.
type plan struct {
	scenario.PathYear
	lanes.Year

	// whole says that all months of ramps are due, that payments of all months count
	// toward the cap or those of none, and that each month is worth step times the one
	// before. The rest is known only then.
	whole                   bool
	counts                  bool       // toward the cap from the year's start on, whole or not
	fixedWorth, movingWorth [4]float64 // present values, up to the start of each quarter
}

// allMonths has a bit for each month of a year.
const allMonths = 1<<12 - 1

// sum adds up what paths that need not be followed by month are made of.
func (y *plan) sum(from unit.Month) {
	f := &y.Worth
	y.counts = from <= y.January
	y.whole = y.counts || from > y.January+11
	ramps := 0.0
	for _, r := range y.PathYear.Ramps {
		y.whole = y.whole && r.Months == allMonths
		ramps += float64(r.Year)
	}
	step := 1.0
	switch {
	case f[0] != 0:
		step = float64(f[1] / f[0])
	case f[11] != 0:
		y.whole = false
	}
	y.FixedWorth, y.MovingWorth = 0, 0
	var fixed, moving float64
	for k := range 12 {
		fixed += float64(y.Settled[k])
		moving += float64(y.Level[k])
		if k%3 == 0 {
			y.fixedWorth[k/3], y.movingWorth[k/3] = y.FixedWorth, y.MovingWorth
		}
		y.FixedWorth += float64(y.Settled[k] * f[k])
		y.MovingWorth += float64(y.Level[k] * f[k])
		y.Fixed[k/3], y.Moving[k/3] = fixed, moving
	}
	y.Moving[3] = moving + ramps
	y.Year.Ramps = y.Year.Ramps[:0]
	for _, r := range y.PathYear.Ramps {
		y.Year.Ramps = append(y.Year.Ramps, lanes.Ramp{Root: float64(r.Root), Year: float64(r.Year), Value: float64(r.Year * f[0]), Step: step})
	}
}

// due returns what is due in all of a whole year.
func (y *plan) due(factor float64) float64 { return y.Fixed[3] + float64(y.Moving[3]*factor) }

// months sets due to what is due in each month of a path.
func (y *plan) months(due *[12]unit.Amount, factor, root unit.Amount) {
	for k := range due {
		due[k] = y.Settled[k] + y.Level[k]*factor
	}
	for _, r := range y.PathYear.Ramps {
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
func (y *plan) quarter(months *[3]unit.Amount, quarter int, factor, root float64, last lanes.Rise) (worth float64) {
	worth = y.fixedWorth[quarter] + y.movingWorth[quarter]*factor
	for k := range months {
		months[k] = y.Settled[3*quarter+k] + y.Level[3*quarter+k]*unit.Amount(factor)
	}
	for at := range y.Year.Ramps {
		r, g := &y.Year.Ramps[at], last
		if at != len(y.Year.Ramps)-1 {
			g = r.Rise(factor, root)
		}
		u, x := g.Root*g.Root*g.Root, g.Root*r.Step
		x3 := x * x * x
		// Which quarter it is is hard to foresee: what all would need is looked up.
		before, start := [4]float64{0, 1, 1 + x3, 1 + x3 + x3*x3}, [4]float64{1, u, u * u, u * u * u}
		worth += r.Value * g.Month * (1 + x + x*x) * before[quarter]
		month := r.Year * g.Month * start[quarter]
		for k := range months {
			months[k] += unit.Amount(month)
			month *= g.Root
		}
	}
	return worth
}
