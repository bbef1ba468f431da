package simulate

import "headroom/scenario/simulate/lanes"

// draw draws the first n paths from the given one on of a set, and makes paths of them.
func (w *worker) draw(d *draws, s *shocks, set, from, n int, paths *block) {
	years := len(s.years)
	for y := s.first; y <= s.last; y++ {
		d.growth(&w.drawn[y], set, y, from, n)
	}
	w.apply(s, n, paths)
	if s.certainCap() {
		for i := range n {
			paths.Limits[i] = s.cap.Mode
		}
		return
	}
	limit := &w.drawn[years]
	d.limits(limit, set, years, from, n)
	s.cap.Fill(limit.value)
	copy(paths.Limits[:n], limit.value)
}

// apply makes factors of the draws of growth.
func (w *worker) apply(s *shocks, n int, paths *block) {
	taken := 0.0 // half of the variance so far
	for y := range s.years {
		sh, factors, roots := &s.years[y], &paths.factors[y], &paths.roots[y]
		before := &certain
		if y > 0 {
			before = &paths.factors[y-1]
		}
		if y < s.first || y > s.last {
			*roots = certain
			copy(factors[:n], before[:n])
			continue
		}
		half := sh.variance / 2
		w.exponential.Grow(&lanes.Growth{
			Own: sh.own, Carried: sh.carried, SD: sh.sd, Drift: half - taken,
			Draws: w.drawn[y].value, Shocks: &w.z, Before: before, Roots: roots, Factors: factors,
		}, n)
		taken = half
	}
}

// certain are the factors of what does not differ from what is planned.
var certain = func() (ones amounts) {
	for i := range ones {
		ones[i] = 1
	}
	return ones
}()
