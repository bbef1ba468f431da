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
	whole  bool
	counts bool // toward the cap from the year's start on, whole or not
}

// allMonths has a bit for each month of a year.
const allMonths = 1<<12 - 1

// sum adds up what paths that need not be followed by month are made of.
func (y *plan) sum(from unit.Month, c *calendar) {
	f, m := &y.Worth, &y.Months
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
			m.FixedBefore[k/3], m.MovingBefore[k/3] = y.FixedWorth, y.MovingWorth
		}
		start := c.start[y.January+unit.Month(k)-c.first:]
		m.Fixed[k%3][k/3], m.Moving[k%3][k/3], m.Worths[k%3][k/3] = float64(y.Settled[k]), float64(y.Level[k]), float64(f[k])
		m.Starts[k%3][k/3], m.Days[k%3][k/3] = float64(start[0]), float64(start[1]-start[0])
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
