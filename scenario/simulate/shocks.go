package simulate

import (
	"math"

	"headroom/scenario"
	"headroom/scenario/simulate/lanes"
	"headroom/scenario/unit"
)

// shocks are the uncertainty of a scenario as paths take it: which draws move which
// year's growth by how much.
type shocks struct {
	first, last int // years, counted from 0, whose draws matter; last is -1 for none
	years       []shock
	cap         lanes.Triangle
}

// A shock is that of one year's log growth.
type shock struct {
	sd       float64
	variance float64 // of the sum of the shocks up to this year
	carried  float64 // part of the shock of the year before
	own      float64 // part of its own draw
}

// set makes s the shocks of a scenario.
func (s *shocks) set(sc *scenario.Scenario) {
	years := sc.LastYear - sc.FirstYear + 1
	if cap(s.years) < years {
		s.years = make([]shock, years)
	}
	s.years = s.years[:years]
	clear(s.years)
	s.first, s.last, s.cap = 0, -1, lanes.Triangle{}
	if sc.Terms.Share.Capped {
		s.cap = triangleOf(sc)
	}
	if sc.Uncertainty == nil {
		return
	}
	start, part := begins(sc)
	s.first = start
	rho := float64(sc.Uncertainty.Correlation)
	var summed float64 // how far the shocks up to a year go together with that of the year
	var variance float64
	for y := start; y < years; y++ {
		sd, _ := sc.Uncertainty.GrowthSD.Get(sc.FirstYear + y)
		sh := &s.years[y]
		sh.sd, sh.carried, sh.own = float64(sd), rho, math.Sqrt(1-rho*rho)
		if y == start {
			sh.sd, sh.carried, sh.own = float64(sd)*part, 0, 1
		}
		// summed is the covariance of the sum up to the year before with z of that
		// year; z of this year goes with it by rho.
		summed *= rho
		variance += sh.sd*sh.sd + 2*sh.sd*summed
		summed += sh.sd
		sh.variance = max(0, variance)
		if sh.sd != 0 {
			s.last = y
		}
	}
}

// begins returns the first year, counted from 0, that is uncertain, and by what its
// deviation is multiplied: where actuals settle part of it, the rest is less uncertain.
func begins(sc *scenario.Scenario) (year int, part float64) {
	through := sc.ActualsThrough()
	if through == 0 {
		return 0, 1
	}
	known := int(through + 1 - sc.FirstMonth())
	if left := 12 - known%12; left < 12 {
		return known / 12, math.Sqrt(float64(left) / 12)
	}
	return known / 12, 1
}

// certainCap reports whether the cap is the same on all paths.
func (s *shocks) certainCap() bool { return s.cap.Low == s.cap.High }

// triangleOf returns how the cap of a scenario is distributed.
func triangleOf(sc *scenario.Scenario) (t lanes.Triangle) {
	limit := sc.Terms.Share.Cap
	low, high := limit, limit
	if u := sc.Uncertainty; u != nil && u.CapRange != nil {
		low, high = u.CapRange.Low, u.CapRange.High
	}
	t.Set(float64(low), float64(limit), float64(high))
	return t
}

// Band returns what revenue subject to the share is at the 5th and the 95th percentile of
// growth up to and in a year of the horizon; what actuals settle of it is certain. Where
// the year is not uncertain both are the projection's. The error is the faults of the
// scenario.
func Band(sc scenario.Scenario, year int) (low, high unit.Amount, err error) {
	p, err := scenario.Project(sc)
	if err != nil || year < sc.FirstYear || year > sc.LastYear {
		return 0, 0, err
	}
	var s shocks
	s.set(&sc)
	v := s.years[year-sc.FirstYear].variance
	wide := -lanes.Quantile(0.05) * math.Sqrt(v)
	down, up := unit.Amount(math.Exp(-wide-v/2)), unit.Amount(math.Exp(wide-v/2))
	through := sc.ActualsThrough()
	for _, m := range p.Months {
		switch {
		case m.From.Year() != year:
		case m.From <= through || v == 0:
			low += m.Revenue
			high += m.Revenue
		default:
			low += m.Revenue * down
			high += m.Revenue * up
		}
	}
	return low, high, nil
}
