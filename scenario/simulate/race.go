package simulate

import (
	"context"
	"math"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// A Race holds two scenarios, A and B, against each other path by path, on the same
// draws. All but Difference are probabilities.
type Race struct {
	AFirst, BFirst Estimate // reaches the cap on an earlier day
	SameDay        Estimate
	Neither        Estimate // reaches it within the horizon
	APaysMore      Estimate
	Difference     Estimate // the mean of what A pays less what B pays, US dollars
	// DaysAhead is the mean number of days by which A is first, over the paths on which
	// both reach the cap within the horizon; the error is that of the sample. It is 0
	// where there are none.
	DaysAhead Estimate
}

// Race runs two scenarios against each other.
func (m *Simulator) Race(ctx context.Context, a, b *scenario.Prepared, o Options) (Race, error) {
	o, err := o.filled()
	if err != nil {
		return Race{}, err
	}
	var r racing
	r.m = m
	m.load(ctx, b, o)
	r.shocks[1].set(scenarioOf(b))
	r.calendars[1].set(scenarioOf(b))
	r.gap[1] = m.base.paid
	for _, w := range m.crew.workers {
		w.other.load(b, scenarioOf(b))
	}
	years := len(r.shocks[1].years)
	m.load(ctx, a, o)
	r.shocks[0].set(scenarioOf(a))
	r.calendars[0].set(scenarioOf(a))
	r.gap[0] = m.base.paid
	r.starts[1] = int32(unit.Date{Month: r.calendars[1].first, Day: 1}.DaysSince(unit.Date{Month: r.calendars[0].first, Day: 1}))
	if err := m.keepDraws(max(years, len(m.shocks.years))); err != nil {
		return Race{}, err
	}
	m.crew.steps = float64(blocks(o.Paths) * m.sets())
	r.sums = make([]raceSums, stripesOfAll(m.sets()))
	if err := m.crew.run(&r, len(r.sums)); err != nil {
		return Race{}, err
	}
	return r.report(m.sets()), nil
}

func scenarioOf(p *scenario.Prepared) *scenario.Scenario {
	s := p.Scenario()
	return &s
}

// raceSums are what is added up over some paths.
type raceSums struct {
	paths                              int
	first, second, same, neither, paid int
	both                               int // reach the cap within the horizon
	more, days                         moment
}

func (s *raceSums) merge(o *raceSums) {
	s.paths += o.paths
	s.first += o.first
	s.second += o.second
	s.same += o.same
	s.neither += o.neither
	s.paid += o.paid
	s.both += o.both
	s.more.merge(o.more)
	s.days.merge(o.days)
}

// A racing has paths of two scenarios pay, a stripe of a set at a time.
type racing struct {
	m         *Simulator
	shocks    [2]shocks
	calendars [2]calendar
	starts    [2]int32   // days by which either horizon begins after that of A
	gap       [2]float64 // what either projection pays
	sums      []raceSums
}

func (r *racing) do(w *worker, part int) {
	set, stripe, of := stripeOf(part)
	m, s, projected := r.m, &r.sums[part], r.gap[0]-r.gap[1]
	from, to := span(stripe, of, m.o.Paths)
	for ; from < to; from += atOnce {
		if !m.crew.step() {
			return
		}
		n := min(atOnce, to-from)
		w.draw(&m.draws, &r.shocks[0], set, from, n, &w.paths)
		w.paths.compute(n, false)
		w.draw(&m.draws, &r.shocks[1], set, from, n, &w.other)
		w.other.compute(n, false)
		s.paths += n
		for i := range n {
			a, b := int32(w.paths.Day[i]), int32(w.other.Day[i])
			s.more.add(w.paths.paid[i] - w.other.paid[i] - projected)
			// To less than a cent they pay the same.
			if w.paths.paid[i] > w.other.paid[i]+0.005 {
				s.paid++
			}
			ahead := r.ahead(a, b)
			aEver, bEver := a < r.calendars[0].days(), b < r.calendars[1].days()
			switch {
			case !aEver && !bEver:
				s.neither++
				continue
			case ahead > 0:
				s.first++
			case ahead < 0:
				s.second++
			default:
				s.same++
			}
			if aEver && bEver && a >= 0 && b >= 0 {
				s.both++
				s.days.add(ahead)
			}
		}
	}
}

// ahead returns by how many days A is first, given the days of either calendar; before the
// horizon comes first and never last.
func (r *racing) ahead(a, b int32) float64 { return r.day(1, b) - r.day(0, a) }

func (r *racing) day(of int, day int32) float64 {
	switch {
	case day < 0:
		return math.MinInt32
	case day == r.calendars[of].days():
		return math.MaxInt32
	}
	return float64(r.starts[of] + day)
}

// report makes the race of its sums.
func (r *racing) report(sets int) Race {
	var totals [1 + scrambles]raceSums
	for set := range sets {
		first, n := stripesOf(set)
		for i := range n {
			totals[set].merge(&r.sums[first+i])
		}
	}
	estimate := func(of func(*raceSums) float64, sampled func(*raceSums) float64) Estimate {
		out := Estimate{Value: of(&totals[0])}
		switch {
		case r.m.o.Coarse:
		case sets == 1:
			out.Error = sampled(&totals[0])
		default:
			out.Error = scatter(func(i int) float64 { return of(&totals[i]) })
		}
		return out
	}
	probability := func(count func(*raceSums) int) Estimate {
		part := func(s *raceSums) float64 { return float64(count(s)) / float64(s.paths) }
		return estimate(part, func(s *raceSums) float64 { return binomial(part(s), s.paths) })
	}
	out := Race{
		AFirst:    probability(func(s *raceSums) int { return s.first }),
		BFirst:    probability(func(s *raceSums) int { return s.second }),
		SameDay:   probability(func(s *raceSums) int { return s.same }),
		Neither:   probability(func(s *raceSums) int { return s.neither }),
		APaysMore: probability(func(s *raceSums) int { return s.paid }),
		Difference: estimate(
			func(s *raceSums) float64 { return r.gap[0] - r.gap[1] + s.more.mean(s.paths) },
			func(s *raceSums) float64 { return s.more.sampled(s.paths) }),
	}
	if run := &totals[0]; run.both > 0 {
		out.DaysAhead = Estimate{run.days.mean(run.both), run.days.sampled(run.both)}
	}
	return out
}
