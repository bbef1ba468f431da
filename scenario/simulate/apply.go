package simulate

// draw draws the first n paths from the given one on of a set, and makes paths of them.
func (w *worker) draw(d *draws, s *shocks, set, from, n int, paths *block) {
	years := len(s.years)
	for y := s.first; y <= s.last; y++ {
		d.growth(&w.drawn[y], set, y, from, n)
	}
	w.apply(s, n, paths)
	if s.cap.certain() {
		for i := range n {
			paths.limits[i] = s.cap.mode
		}
		return
	}
	limit := &w.drawn[years]
	d.uniform(limit, set, years, from, n)
	for i, v := range limit.value {
		limit.value[i] = s.cap.value(v)
		paths.limits[i] = limit.value[i]
	}
}

// apply makes factors of the draws of growth.
func (w *worker) apply(s *shocks, n int, paths *block) {
	before := 0.0 // half of the variance so far
	for y := range s.years {
		sh, factors, roots := &s.years[y], &paths.factors[y], &paths.roots[y]
		if y < s.first || y > s.last {
			for i := range n {
				roots[i], factors[i] = 1, 1
				if y > s.first {
					factors[i] = paths.factors[y-1][i]
				}
			}
			continue
		}
		half := sh.variance / 2
		e, drift := w.drawn[y].value, half-before
		before = half
		for i := range n {
			z := sh.own * e[i]
			if y > s.first {
				z += sh.carried * w.z[i]
			}
			w.z[i] = z
			root := w.exponential.of((sh.sd*z - drift) * (1.0 / 12))
			roots[i] = root
			r3 := root * root * root
			r6 := r3 * r3
			factors[i] = r6 * r6
			if y > s.first {
				factors[i] *= paths.factors[y-1][i]
			}
		}
	}
}
