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
	cap         triangle
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
	s.first, s.last, s.cap = 0, -1, triangle{}
	if sc.Terms.Share.Capped {
		s.cap.set(sc)
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

// A triangle is the triangular distribution of the cap.
type triangle struct {
	low, mode, high float64
	below           float64 // probability of a value below the mode
	left, right     float64 // the squares of what lies either side, for a probability of 1
}

func (t *triangle) set(sc *scenario.Scenario) {
	limit := sc.Terms.Share.Cap
	low, high := limit, limit
	if u := sc.Uncertainty; u != nil && u.CapRange != nil {
		low, high = u.CapRange.Low, u.CapRange.High
	}
	t.low, t.mode, t.high = float64(low), float64(limit), float64(high)
	if wide := t.high - t.low; wide > 0 {
		t.below = (t.mode - t.low) / wide
		t.left, t.right = wide*(t.mode-t.low), wide*(t.high-t.mode)
	}
}

func (t *triangle) certain() bool { return t.low == t.high }

// fill puts in the place of probabilities the values below which they lie.
func (t *triangle) fill(values []float64) {
	// Which side of the mode one is on is hard to foresee: what it needs is looked up.
	from, sign, square := [2]float64{t.low, t.high}, [2]float64{1, -1}, [2]float64{t.left, t.right}
	for i, v := range values {
		side := 0
		if v >= t.below {
			side = 1
		}
		apart := [2]float64{v, 1 - v}
		values[i] = from[side] + sign[side]*math.Sqrt(apart[side]*square[side])
	}
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
