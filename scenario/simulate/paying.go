package simulate

const (
	// stripes is in how many parts a run is summed up. It does not depend on how many
	// processors there are, and so neither does any digit of a result.
	stripes = 16
	// errorStripes is the same for each further scramble.
	errorStripes = 4
)

// blocks is in how many blocks so many paths are computed.
func blocks(paths int) int { return (paths + atOnce - 1) / atOnce }

// span returns which paths are in one of so many parts of equally many blocks.
func span(part, parts, paths int) (from, to int) {
	n := blocks(paths)
	return min(part*n/parts*atOnce, paths), min((part+1)*n/parts*atOnce, paths)
}

// pay has paths of some sets pay, those of the run itself into store or else into the
// sieves.
func (m *Simulator) pay(paths int, store []float64, from, to int) error {
	if from == to {
		return nil
	}
	first, _ := stripesOf(from)
	end := stripesOfAll(to)
	for len(m.sums) < end {
		m.sums = append(m.sums, sums{})
	}
	m.paying = paying{m, paths, first, store}
	if err := m.crew.run(&m.paying, end-first); err != nil {
		return err
	}
	for set := from; set < to; set++ {
		m.total[set].reset(len(m.base.counted), len(m.drivers))
		first, n := stripesOf(set)
		for i := range n {
			m.total[set].merge(&m.sums[first+i])
		}
	}
	return nil
}

// stripesOf returns where the stripes of a set are, and how many.
func stripesOf(set int) (first, n int) {
	if set == 0 {
		return 0, stripes
	}
	return stripesOfAll(set), errorStripes
}

// stripesOfAll returns how many stripes so many sets have.
func stripesOfAll(sets int) int { return stripes + (sets-1)*errorStripes }

// stripeOf is the reverse: of which set a stripe is, which one, and of how many.
func stripeOf(part int) (set, stripe, of int) {
	if part < stripes {
		return 0, part, stripes
	}
	part -= stripes
	return 1 + part/errorStripes, part % errorStripes, errorStripes
}

// A paying has paths pay, a stripe of a set at a time.
type paying struct {
	m     *Simulator
	paths int
	first int // stripe
	store []float64
}

func (y *paying) do(w *worker, part int) {
	part += y.first
	set, stripe, of := stripeOf(part)
	m, s := y.m, &y.m.sums[part]
	s.reset(len(m.base.counted), len(m.drivers))
	from, to := span(stripe, of, y.paths)
	for ; from < to; from += atOnce {
		if !m.crew.step() {
			return
		}
		n := min(atOnce, to-from)
		w.draw(&m.draws, &m.shocks, set, from, n, &w.paths)
		w.paths.compute(n, set == 0)
		s.add(w, &m.base, n, set == 0)
		if !m.o.Coarse {
			m.relate(w, s, n)
		}
		if set == 0 {
			y.keep(w, from, n)
		}
	}
	if !m.o.Coarse {
		m.know(s, part)
	}
}

// relate adds up how what n paths pay, and when, goes with their draws.
func (m *Simulator) relate(w *worker, s *sums, n int) {
	w.results.Set(&w.more, &w.late, n)
	for i, dim := range m.drivers {
		d, to := &w.drawn[dim], &s.drivers[i].parts
		if m.knows(dim) {
			to.AddResults(d.value, d.part, &w.results)
		} else {
			to.Add(d.value, d.part, &w.results)
		}
	}
}

// know adds what is known of the draws of a stripe.
func (m *Simulator) know(s *sums, part int) {
	for i, dim := range m.drivers {
		if m.knows(dim) {
			s.drivers[i].parts.Know(m.draws.growthKnown(part, dim))
		}
	}
}

// knows reports whether the sums over the draws of a dimension alone are kept. Those of the
// cap are not.
func (m *Simulator) knows(dim int) bool { return m.draws.kept && dim < len(m.shocks.years) }

// keep keeps what n paths of the run itself pay.
func (y *paying) keep(w *worker, from, n int) {
	for _, day := range w.paths.Day[:n] {
		w.days[int(day)+1]++
	}
	quarters := len(w.paths.counted)
	for s := range quarters + seriesMore {
		if y.m.follows(s) {
			continue
		}
		values := w.series(s, quarters)[:n]
		if y.store == nil {
			y.m.sieves[s].Sift(&w.sifted[s], values)
		} else {
			copy(y.store[s*y.paths+from:], values)
		}
	}
}

// series returns the amounts of a series that were computed last.
func (w *worker) series(s, quarters int) []float64 {
	switch s - quarters {
	case seriesPaid:
		return w.paths.paid[:]
	case seriesForgone:
		return w.paths.Forgone[:]
	case seriesValue:
		return w.paths.Value[:]
	}
	return w.paths.counted[s][:]
}
