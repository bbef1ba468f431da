package simulate

import (
	"cmp"
	"math"
	"slices"

	"headroom/scenario/simulate/lanes"
	"headroom/scenario/simulate/rank"
	"headroom/scenario/unit"
)

// report puts what a run has found into its result.
func (m *Simulator) report() {
	r, o, run := m.into, m.o, &m.total[0]
	s := m.p.Scenario()
	r.Paths, r.Seed, r.Sampling, r.Capped = o.Paths, o.Seed, o.Sampling, s.Terms.Share.Capped
	r.Percents = append(r.Percents[:0], o.Percentiles...)
	r.Reached = m.estimate(func(t *sums) float64 { return float64(t.reached) / float64(t.paths) }, nil)
	for _, w := range m.crew.workers[1:] {
		for d, n := range w.days {
			m.crew.workers[0].days[d] += n
		}
	}
	r.Before = float64(m.crew.workers[0].days[0]) / float64(run.paths)
	m.reportQuarters()
	m.reportDates()
	quarters := len(m.base.counted)
	if m.base.all {
		_, counted := m.percentilesOf(quarters - 1)
		percentiles, paid := m.percentilesOf(quarters + seriesPaid)
		for i, v := range counted {
			paid[i] = v - m.base.already
		}
		rank.Between(percentiles, o.Percentiles, m.ranks, paid, o.Paths)
	}
	m.spread(&r.Paid, m.base.paid, func(t *sums) *moment { return &t.paid }, quarters+seriesPaid)
	m.spread(&r.Forgone, m.base.forgone, func(t *sums) *moment { return &t.forgone }, quarters+seriesForgone)
	m.spread(&r.Value, m.base.value, func(t *sums) *moment { return &t.value }, quarters+seriesValue)
	r.PriceOfCap = m.estimate(func(t *sums) float64 { return float64(t.saved) / float64(t.paths) }, nil)
	r.AveragingGap = Estimate{-run.paid.mean(run.paths), r.Paid.Mean.Error}
	m.reportRanking()
}

func (m *Simulator) reportQuarters() {
	r, run, days := m.into, &m.total[0], m.crew.workers[0].days
	quarters := len(m.base.counted)
	if cap(r.Quarters) < quarters {
		r.Quarters = make([]Quarter, quarters)
	}
	r.Quarters = r.Quarters[:quarters]
	by, day := days[0], int32(0)
	for q := range r.Quarters {
		for ; day < m.base.calendar.start[3*q+3]; day++ {
			by += days[day+1]
		}
		quarter := &r.Quarters[q]
		quarter.First = m.base.calendar.first + unit.Month(3*q)
		quarter.Mean = unit.Amount(m.base.counted[q] + run.counted[q]/float64(run.paths))
		quarter.ReachedBy = float64(by) / float64(run.paths)
		quarter.Percentiles = m.amounts(quarter.Percentiles, q)
	}
}

// amounts sets out to the percentiles of a series.
func (m *Simulator) amounts(out []unit.Amount, series int) []unit.Amount {
	values, _ := m.percentilesOf(series)
	out = out[:0]
	for _, v := range values {
		out = append(out, unit.Amount(v))
	}
	return out
}

// reportDates finds the percentiles of the date, which are days of the calendar.
func (m *Simulator) reportDates() {
	r := m.into
	r.Dates = r.Dates[:0]
	days := m.crew.workers[0].days
	day, before := 0, 0
	for _, percent := range m.o.Percentiles {
		for at := rank.Nearest(percent, m.o.Paths); before+days[day] <= at; day++ {
			before += days[day]
		}
		r.Dates = append(r.Dates, m.base.calendar.reached(int32(day-1)))
	}
}

func (m *Simulator) spread(out *Spread, of float64, part func(*sums) *moment, series int) {
	out.Mean = m.estimate(func(t *sums) float64 { return of + part(t).mean(t.paths) }, part)
	out.Percentiles = m.amounts(out.Percentiles, series)
}

// estimate returns what a run says and how far it may be off: by the further scrambles,
// or else by the sample, where moment gives its sums, and is nil for a probability.
func (m *Simulator) estimate(of func(*sums) float64, moment func(*sums) *moment) Estimate {
	run := &m.total[0]
	out := Estimate{Value: of(run)}
	switch {
	case m.o.Coarse:
	case m.o.Sampling == Sobol:
		out.Error = m.scattered(of)
	case moment != nil:
		out.Error = moment(run).sampled(run.paths)
	default:
		out.Error = binomial(out.Value, run.paths)
	}
	return out
}

// scattered returns the standard deviation of an estimate over the further scrambles.
func (m *Simulator) scattered(of func(*sums) float64) float64 {
	return scatter(func(i int) float64 { return of(&m.total[i]) })
}

// scatter returns the standard deviation of what the further scrambles say, which are
// numbered from 1 on.
func scatter(of func(i int) float64) float64 {
	mean, square := 0.0, 0.0
	for i := 1; i <= scrambles; i++ {
		mean += of(i) / scrambles
	}
	for i := 1; i <= scrambles; i++ {
		off := of(i) - mean
		square += off * off
	}
	return math.Sqrt(square / (scrambles - 1))
}

// binomial returns the standard error of a probability found by n independent paths.
func binomial(p float64, n int) float64 { return math.Sqrt(p * (1 - p) / float64(n)) }

func (m *Simulator) reportRanking() {
	r := m.into
	r.Ranking = r.Ranking[:0]
	if m.o.Coarse {
		return
	}
	for i, dim := range m.drivers {
		d := Driver{}
		if dim < len(m.shocks.years) {
			d.Year = m.base.calendar.first.Year() + dim
		}
		if m.moves[i].paid {
			d.Paid = m.explains(i, paidOf, func(t *sums) *moment { return &t.paid })
		}
		if m.moves[i].day {
			d.Date = m.explains(i, dayOf, func(t *sums) *moment { return &t.day })
		}
		r.Ranking = append(r.Ranking, d)
	}
	slices.SortStableFunc(r.Ranking, func(a, b Driver) int {
		return cmp.Or(cmp.Compare(b.Date.Value, a.Date.Value), cmp.Compare(b.Paid.Value, a.Paid.Value))
	})
}

// explains returns what a driver explains of a result. Of independent draws the error is
// found by leaving each stripe out in turn.
func (m *Simulator) explains(driver int, of func(*lanes.Part) *lanes.Relation, part func(*sums) *moment) Estimate {
	sobol := m.o.Sampling == Sobol
	// Of few Sobol points the parts hold too few to be spread evenly.
	independent := !sobol || m.o.Paths < 512
	index := func(t *sums) float64 {
		return t.drivers[driver].index(of, *part(t), t.paths, independent)
	}
	out := Estimate{Value: index(&m.total[0])}
	if sobol {
		out.Error = m.scattered(index)
		return out
	}
	var values [stripes]float64
	mean := 0.0
	for i := range values {
		m.without.reset(len(m.base.counted), len(m.drivers))
		for k := range stripes {
			if k != i {
				m.without.merge(&m.sums[k])
			}
		}
		values[i] = index(&m.without)
		mean += values[i] / stripes
	}
	square := 0.0
	for _, v := range values {
		square += (v - mean) * (v - mean)
	}
	out.Error = math.Sqrt(square * (stripes - 1) / stripes)
	return out
}
