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
	s.cap.fill(limit.value)
	copy(paths.limits[:n], limit.value)
}

// apply makes factors of the draws of growth.
func (w *worker) apply(s *shocks, n int, paths *block) {
	before := 0.0 // half of the variance so far
	z, shift := w.z[:n], w.shift[:n]
	for y := range s.years {
		sh, factors, roots := &s.years[y], paths.factors[y][:n], paths.roots[y][:n]
		if y < s.first || y > s.last {
			for i := range n {
				roots[i], factors[i] = 1, 1
			}
			if y > s.first {
				copy(factors, paths.factors[y-1][:n])
			}
			continue
		}
		half := sh.variance / 2
		e, drift := w.drawn[y].value[:n], half-before
		before = half
		if y == s.first {
			for i, e := range e {
				z[i] = sh.own * e
				shift[i] = (sh.sd*z[i] - drift) * (1.0 / 12)
			}
		} else {
			for i, e := range e {
				z[i] = sh.own*e + sh.carried*z[i]
				shift[i] = (sh.sd*z[i] - drift) * (1.0 / 12)
			}
		}
		w.exponential.Fill(roots, shift)
		for i, root := range roots {
			r3 := root * root * root
			r6 := r3 * r3
			factors[i] = r6 * r6
		}
		if y > s.first {
			for i, f := range paths.factors[y-1][:n] {
				factors[i] *= f
			}
		}
	}
}
