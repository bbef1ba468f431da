package sweep

import (
	"fmt"
	"sync"

	"headroom/scenario"
	"headroom/scenario/solve"
	"headroom/scenario/unit"
)

// A Grid is a result over two inputs.
type Grid struct {
	Scenario scenario.Scenario
	Result   solve.Result
	Base     solve.Value // as the scenario is
	X, Y     Axis
	cells    []solve.Value
}

// Cell returns the result with the i-th value of X and the j-th of Y. There is none
// where these do not go together: counting that would begin after the share ends.
func (g *Grid) Cell(i, j int) solve.Value { return g.cells[j*len(g.X.Values)+i] }

// NewGrid computes a result over two inputs on a number of goroutines, bit for bit as
// scenario.Total does for each. Both are counted from the scenario, as by
// scenario.Variant. The error says that both axes are of the same input, or that a value
// is not legal.
func NewGrid(p *scenario.Prepared, x, y Axis, r solve.Result, workers int) (Grid, error) {
	if x.Input == y.Input {
		return Grid{}, fmt.Errorf("%s on both axes; choose two inputs", x.Input)
	}
	total, err := p.Variant().Total()
	if err != nil {
		return Grid{}, err
	}
	g := Grid{
		Scenario: p.Scenario(), Result: r, Base: r.Of(&total), X: x, Y: y,
		cells: make([]solve.Value, len(x.Values)*len(y.Values)),
	}
	f := filling{grid: &g, outer: &g.Y, inner: &g.X, outerStep: len(x.Values), innerStep: 1}
	if f.turned() {
		f.outer, f.inner, f.outerStep, f.innerStep = f.inner, f.outer, f.innerStep, f.outerStep
	}
	divided(len(f.outer.Values), workers, func() func(int) {
		w := &filler{filling: &f, variant: p.Variant()}
		return w.line
	})
	return g, f.err
}

// A filling is how a grid is filled: line by line along the inner axis.
type filling struct {
	grid                 *Grid
	outer, inner         *Axis
	outerStep, innerStep int
	failed               sync.Mutex
	err                  error
}

// turned reports whether the lines should go along the other axis, so that most of what
// has been computed serves for the next cell.
func (f *filling) turned() bool {
	if f.outer.ofCap() != f.inner.ofCap() {
		return f.outer.ofCap()
	}
	if f.outer.Input == scenario.InputCap {
		return true // caps cost the least
	}
	return f.inner.weight(&f.grid.Scenario) > f.outer.weight(&f.grid.Scenario)
}

func (f *filling) fail(err error) {
	f.failed.Lock()
	defer f.failed.Unlock()
	if f.err == nil {
		f.err = err
	}
}

// A filler fills lines, with memory of its own.
type filler struct {
	*filling
	variant *scenario.Variant
	dues    scenario.Dues
	laidOut bool // whether dues are those of the scenario, where no axis changes them
}

// line fills the cells of one value of the outer axis.
func (w *filler) line(at int) {
	var err error
	if w.inner.ofCap() {
		err = w.alongCounting(at)
	} else {
		err = w.alongDue(at)
	}
	if err != nil {
		w.fail(err)
	}
}

// alongDue fills a line along which what is due changes, the cap being the scenario's.
func (w *filler) alongDue(at int) error {
	if err := w.variant.Set(w.outer.Input, w.outer.Values[at]); err != nil {
		return err
	}
	share := &w.grid.Scenario.Terms.Share
	cells := w.grid.cells
	for i, value := range w.inner.Values {
		if err := w.variant.Set(w.inner.Input, value); err != nil {
			return err
		}
		if err := w.variant.Dues(&w.dues); err != nil {
			return fmt.Errorf("with %s %s and %s %s: %w", w.outer.Input, Text(w.outer.Input, w.outer.Values[at]),
				w.inner.Input, Text(w.inner.Input, value), err)
		}
		cells[at*w.outerStep+i*w.innerStep] = w.value(share.Cap, share.Capped)
	}
	return nil
}

// alongCounting fills a line along which only counting toward the cap changes.
func (w *filler) alongCounting(at int) error {
	share := &w.grid.Scenario.Terms.Share
	c := counting{from: share.CapStart(), already: share.AlreadyPaid, limit: share.Cap, capped: share.Capped, through: share.Through}
	outer := w.outer.Values[at]
	if w.outer.ofCap() {
		c.set(w.outer.Input, outer)
	} else if err := w.variant.Set(w.outer.Input, outer); err != nil {
		return err
	}
	if w.outer.Input == scenario.InputThrough {
		c.through = unit.Month(outer)
	}
	if !w.outer.ofCap() || !w.laidOut {
		if err := w.variant.Dues(&w.dues); err != nil {
			return err
		}
		w.laidOut = true
	}
	values := w.inner.Values
	for i, value := range values {
		c.set(w.inner.Input, value)
		switch {
		case w.inner.Input == scenario.InputAlreadyPaid:
			if i%scenario.Lanes == 0 {
				var already [scenario.Lanes]unit.Amount
				for k := range already {
					already[k] = unit.Amount(values[min(i+k, len(values)-1)])
				}
				w.dues.Count(c.from, already[:]...)
			}
			w.dues.Lane(i % scenario.Lanes)
		case i == 0 || w.inner.Input != scenario.InputCap:
			w.dues.Count(c.from, c.already)
		}
		cell := solve.Value{None: true}
		if c.from <= c.through {
			cell = w.value(c.limit, c.capped)
		}
		w.grid.cells[at*w.outerStep+i*w.innerStep] = cell
	}
	return nil
}

// value returns the result under a cap, if there is one.
func (w *filler) value(limit unit.Amount, capped bool) solve.Value {
	var total scenario.Totals
	switch {
	case !capped:
		total = w.dues.Uncapped()
	case w.grid.Result == solve.CapReached:
		total.Reached = w.dues.Reached(limit)
	default:
		total = w.dues.Under(limit)
	}
	return w.grid.Result.Of(&total)
}

// A counting is how payments count toward the cap.
type counting struct {
	from, through  unit.Month
	already, limit unit.Amount
	capped         bool
}

func (c *counting) set(in scenario.Input, value float64) {
	switch in {
	case scenario.InputCap:
		c.capped, c.limit = true, unit.Amount(value)
	case scenario.InputAlreadyPaid:
		c.already = unit.Amount(value)
	case scenario.InputCapFrom:
		c.from = unit.Month(value)
	}
}
