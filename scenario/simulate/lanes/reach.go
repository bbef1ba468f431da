package lanes

import "headroom/scenario/account"

// Months are what is due in each month of a year, by the month of its quarter and by
// quarter, and what is known of these months.
type Months struct {
	Fixed, Moving [3][4]float64 // due on all paths alike and times the factor, without ramps
	Worths        [3][4]float64 // what a dollar due is worth
	Starts        [3][4]float64 // number of the first day
	Days          [3][4]float64 // how many there are
	// Present values of what is due in the year before a quarter, without ramps.
	FixedBefore, MovingBefore [4]float64
}

// Reach pays what is due in the year that was filled last on those of the first n paths
// that reach the cap in it: whole quarters and months before, and of the month what is
// left. Those on which rounding makes the sums disagree are left to Crossing.
func (a *Accounts) Reach(y *Year, e *Earned, factors, roots *Amounts, counted *[4]Amounts, n int) {
	from := side(n)
	if from > 0 {
		reach(a, y, e, factors, roots, counted, from)
	}
	a.reach(y, e, factors, roots, counted, from, n)
}

func (a *Accounts) reach(y *Year, e *Earned, factors, roots *Amounts, counted *[4]Amounts, from, to int) {
	for i := from; i < to; i++ {
		at := i % AtOnce
		if a.crossing[at/4]>>(at%4)&1 == 0 {
			continue
		}
		f, m := factors[at], &y.Months
		so, limit, sliver := a.Counts[at], a.Limits[at], a.Slivers[at]
		left := limit - so
		by := [4]float64{0, e.By[0][at], e.By[1][at], e.By[2][at]}
		// The quarter is the number of those that fit, and so is the month: to count them
		// takes less time than to stop, which is at another one on each path.
		quarter := one(left-by[1] >= sliver) + one(left-by[2] >= sliver) + one(left-by[3] >= sliver)
		var due [3]float64
		for k := range due {
			due[k] = m.Fixed[k][quarter] + float64(m.Moving[k][quarter]*f)
		}
		worth := m.FixedBefore[quarter] + float64(m.MovingBefore[quarter]*f)
		for k := range y.Ramps {
			r := &y.Ramps[k]
			g := r.rise(f, roots[at])
			u := float64(float64(g.root*g.root) * g.root)
			x := float64(g.root * r.Step)
			x2 := float64(x * x)
			x3 := float64(x2 * x)
			// Which quarter it is is hard to foresee: what all would need is looked up.
			before := [4]float64{0, 1, 1 + x3, 1 + x3 + float64(x3*x3)}[quarter]
			start := [4]float64{1, u, float64(u * u), float64(float64(u*u) * u)}[quarter]
			worth += float64(float64(float64(r.Value*g.month)*(1+x+x2)) * before)
			month := float64(float64(r.Year*g.month) * start)
			for k := range due {
				due[k] += month
				month = float64(month * g.root)
			}
		}
		first := so + by[quarter] // counted before the first month
		second := first + due[0]
		third := second + due[1]
		month := one(limit-first-due[0] >= sliver) + one(limit-second-due[1] >= sliver) + one(limit-third-due[2] >= sliver)
		if month == 3 || !(due[month] > 0) {
			continue
		}
		rest := limit - [3]float64{first, second, third}[month]
		before := float64(due[0] * m.Worths[0][quarter])
		before = [3]float64{0, before, before + float64(due[1]*m.Worths[1][quarter])}[month]
		a.Value[at] += worth + (before + float64(rest*m.Worths[month][quarter]))
		if saved := y.Due(f) - left; saved > 0 {
			a.Forgone[at] += saved
		}
		a.Counts[at], a.Live[at] = limit, 0
		a.Day[at] = m.Starts[month][quarter] + (account.Day(rest/due[month], m.Days[month][quarter]) - 1)
		a.crossing[at/4] &^= 1 << (at % 4)
		if counted == nil {
			continue
		}
		for j := range counted {
			counted[j][at] = limit
			if j < quarter {
				counted[j][at] = so + by[j+1]
			}
		}
	}
}

// one counts what is so.
func one(so bool) int {
	if so {
		return 1
	}
	return 0
}
