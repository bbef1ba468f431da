package simulate

import (
	"math"

	"headroom/scenario"
	"headroom/scenario/simulate/lanes"
	"headroom/scenario/unit"
)

// A base is what the projection pays. Sums are of what paths differ from it by, which
// loses no digits and makes the mean of what does not move exact.
type base struct {
	counted              []float64
	paid, forgone, value float64
	day                  float64
	already              float64 // counted toward the cap before
	all                  bool    // whether all that is paid counts
	calendar             calendar
}

// A calendar numbers the days of a horizon from 0 on; -1 is before it, and its number of
// days after it.
type calendar struct {
	first unit.Month
	start []int32 // number of the first day of each month, and of the day after the last
}

func (c *calendar) set(s *scenario.Scenario) {
	c.first = s.FirstMonth()
	c.start = append(c.start[:0], 0)
	for m := c.first; m <= s.LastMonth(); m++ {
		c.start = append(c.start, c.start[len(c.start)-1]+int32(m.Days()))
	}
}

func (c *calendar) day(r scenario.Reached) int32 {
	switch {
	case r.Before:
		return -1
	case r.Date.IsZero():
		return c.days()
	}
	return c.start[r.Date.Month-c.first] + int32(r.Date.Day) - 1
}

// days returns how many days the horizon has.
func (c *calendar) days() int32 { return c.start[len(c.start)-1] }

// never returns the number that stands for no day of the horizon.
func (c *calendar) never() float64 { return float64(c.days()) }

// reached is the reverse of day.
func (c *calendar) reached(day int32) scenario.Reached {
	if day < 0 {
		return scenario.Reached{Before: true}
	}
	for k := len(c.start) - 2; k >= 0 && day < c.days(); k-- {
		if day >= c.start[k] {
			return scenario.Reached{Date: unit.Date{Month: c.first + unit.Month(k), Day: int(day-c.start[k]) + 1}}
		}
	}
	return scenario.Reached{}
}

// set makes b that of a scenario, of one path on which nothing happens.
func (b *base) set(s *scenario.Scenario, one *block) {
	b.calendar.set(s)
	for y := range one.factors {
		one.factors[y][0], one.roots[y][0] = 1, 1
	}
	one.Limits[0] = float64(s.Terms.Share.Cap)
	one.compute(1, true)
	b.counted = b.counted[:0]
	for q := range one.counted {
		b.counted = append(b.counted, one.counted[q][0])
	}
	b.paid, b.forgone, b.value = one.paid[0], one.Forgone[0], one.Value[0]
	b.day, b.already, b.all = one.Day[0], float64(s.Terms.Share.AlreadyPaid), one.countsAll()
}

// A moment is a sum and a sum of squares.
type moment struct{ sum, square float64 }

func (m *moment) add(v float64) {
	m.sum += v
	m.square += float64(v * v)
}

// addAll adds what the first n amounts are more than another, which out is set to.
func (m *moment) addAll(out, of *amounts, than float64, n int) {
	sum, square := lanes.Differ(out, of, than, n)
	m.sum += sum
	m.square += square
}

func (m *moment) merge(o moment) {
	m.sum += o.sum
	m.square += o.square
}

// mean returns the mean of n values.
func (m moment) mean(n int) float64 { return m.sum / float64(n) }

// sampled returns the standard error of the mean of n independent values.
func (m moment) sampled(n int) float64 {
	if n < 2 {
		return 0
	}
	mean := m.mean(n)
	return math.Sqrt(max(0, m.square-float64(n)*mean*mean) / float64(n-1) / float64(n))
}

// sums are what is added up over some paths of a run.
type sums struct {
	paths                     int
	counted                   []float64 // by quarter
	paid, forgone, value, day moment
	saved                     int // paths of which a higher cap would take more
	reached                   int // paths that reach the cap
	drivers                   []driver
}

func (s *sums) reset(quarters, drivers int) {
	if cap(s.counted) < quarters {
		s.counted = make([]float64, quarters)
	}
	if cap(s.drivers) < drivers {
		s.drivers = make([]driver, drivers)
	}
	*s = sums{counted: s.counted[:quarters], drivers: s.drivers[:drivers]}
	clear(s.counted)
	clear(s.drivers)
}

// merge adds what others have added up.
func (s *sums) merge(o *sums) {
	s.paths += o.paths
	for q, v := range o.counted {
		s.counted[q] += v
	}
	s.paid.merge(o.paid)
	s.forgone.merge(o.forgone)
	s.value.merge(o.value)
	s.day.merge(o.day)
	s.saved += o.saved
	s.reached += o.reached
	for d := range o.drivers {
		s.drivers[d].merge(&o.drivers[d])
	}
}

// add adds up the first n paths, and what is counted by each quarter where that is asked
// for.
func (s *sums) add(w *worker, b *base, n int, quarters bool) {
	p := &w.paths
	s.paths += n
	reached, saved := p.Tally(b.already, b.calendar.never(), n)
	s.reached += reached
	s.saved += saved
	s.forgone.addAll(&w.more, &p.Forgone, b.forgone, n)
	s.value.addAll(&w.more, &p.Value, b.value, n)
	s.paid.addAll(&w.more, &p.paid, b.paid, n)
	s.day.addAll(&w.late, &p.Day, b.day, n)
	if !quarters {
		return
	}
	for q := range s.counted {
		s.counted[q] += lanes.Above(&p.counted[q], b.counted[q], n)
	}
}
