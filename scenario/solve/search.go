package solve

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"headroom/scenario"
)

// A search looks along one input of a scenario for one result.
type search struct {
	variant *scenario.Variant
	input   Input
	result  Result
	span    Interval
	present float64 // the value the scenario has, or the nearest legal one
	samples []point // ascending, over all of the span
	graded  bool    // whether keys tell by how much a cap is not reached
	err     error   // the first that a value met with
}

// A point is one value of the input, and what it gives.
type point struct {
	x     float64
	key   float64
	value Value
}

func newSearch(p *scenario.Prepared, input Input, result Result, graded bool) (*search, error) {
	low, high, err := input.Range(p.Scenario())
	if err != nil {
		return nil, err
	}
	return newSearchIn(Interval{low, high}, p, input, result, graded), nil
}

// newSearchIn looks along some of an input.
func newSearchIn(span Interval, p *scenario.Prepared, input Input, result Result, graded bool) *search {
	return newSearchOf(p.Variant(), span, p, input, result, graded)
}

// newSearchOf looks along some of an input of a variant in which other figures may have
// been set.
func newSearchOf(v *scenario.Variant, span Interval, p *scenario.Prepared, input Input, result Result, graded bool) *search {
	s := &search{variant: v, input: input, result: result, graded: graded, span: span}
	s.present = s.span.nearest(input.Value(p.Scenario()))
	if input == Cap && !p.Scenario().Terms.Share.Capped {
		s.present = s.span.High // no cap is the same as one that is never reached
	}
	for _, x := range s.grid() {
		s.samples = append(s.samples, s.at(x))
	}
	return s
}

// at returns what a value gives. A value that the scenario does not take gives
// nothing, and its error is that of the search.
func (s *search) at(x float64) point {
	err := s.variant.Set(s.input, x)
	var total scenario.Totals
	if err == nil {
		total, err = s.variant.Total()
	}
	if err != nil && s.err == nil {
		s.err = fmt.Errorf("with %s %g: %w", s.input, x, err)
	}
	v := s.result.Of(&total)
	v.None = v.None || err != nil
	key := s.result.Key(v)
	if s.graded && math.IsInf(key, 1) {
		key = missing(&total)
	}
	return point{x: x, key: key, value: v}
}

// solve returns the intervals in which the result is the target, and that value of
// them which is nearest to the present one; where there are none, the value with the
// nearest result.
func (s *search) solve(target float64) ([]Interval, float64) {
	a := s.aimAt(target)
	found := a.intervals()
	if len(found) == 0 {
		return nil, a.closest()
	}
	return found, s.nearest(found)
}

// nearest returns the value of intervals that is nearest to the present one.
func (s *search) nearest(intervals []Interval) float64 {
	best := intervals[0].nearest(s.present)
	for _, interval := range intervals[1:] {
		if v := interval.nearest(s.present); math.Abs(v-s.present) < math.Abs(best-s.present) {
			best = v
		}
	}
	return best
}

// An aim is a target looked for along the samples.
type aim struct {
	*search
	target    float64
	tolerance float64
	points    []point // the samples, and what was found between them
}

func (s *search) aimAt(target float64) *aim {
	a := &aim{search: s, target: target, tolerance: s.result.Tolerance(target), points: s.samples}
	a.turns()
	return a
}

// side says on which side of the target a point is: -1 below, 0 on it, 1 above, 2 that
// there is no result.
func (a *aim) side(p point) int {
	switch {
	case math.IsNaN(p.key):
		return 2
	case p.key == a.target:
		return 0
	case p.key < a.target-a.tolerance:
		return -1
	case p.key > a.target+a.tolerance:
		return 1
	}
	return 0
}

// intervals returns where the result is the target, between points on different
// sides of it.
func (a *aim) intervals() []Interval {
	var found []Interval
	var open *Interval
	closeAt := func(high float64) {
		open.High = high
		found = append(found, a.narrowed(*open))
		open = nil
	}
	for i, p := range a.points {
		switch side := a.side(p); {
		case i == 0 && side == 0:
			open = &Interval{Low: p.x}
		case i == 0 || side == a.side(a.points[i-1]):
		case side == 0:
			open = &Interval{Low: a.edge(p, a.points[i-1])}
		case open != nil:
			closeAt(a.edge(a.points[i-1], p))
		default:
			if between, ok := a.passed(a.points[i-1], p); ok {
				found = append(found, between)
			}
		}
	}
	if open != nil {
		closeAt(a.points[len(a.points)-1].x)
	}
	return found
}

// edge returns the last value on the way from a point on the target to one beside it
// that is on the target.
func (a *aim) edge(on, beside point) float64 {
	return boundary(beside.x, on.x, func(x float64) bool { return a.side(a.at(x)) != 0 })
}

// passed returns the interval between two points on different sides in which the
// result is the target. It is false where the result jumps over it, as dates do.
func (a *aim) passed(p, q point) (Interval, bool) {
	before, after := a.side(p), a.side(q)
	if before == 2 || after == 2 {
		return Interval{}, false
	}
	first := boundary(p.x, q.x, func(x float64) bool { return a.side(a.at(x)) == before })
	last := boundary(q.x, p.x, func(x float64) bool { return a.side(a.at(x)) == after })
	if a.side(a.at(first)) == 0 && a.side(a.at(last)) == 0 {
		return a.narrowed(Interval{min(first, last), max(first, last)}), true
	}
	if a.result == CapReached {
		return Interval{}, false
	}
	// So steep that the target lies between two neighboring values.
	p, q = a.at(last), a.at(first)
	if math.Abs(q.key-a.target) < math.Abs(p.key-a.target) {
		p = q
	}
	return Interval{p.x, p.x}, true
}

// narrowed returns the one value of an interval that it stands for, where the result
// moves through the tolerance along it: the present one, or else the roundest near the
// middle. Where the result stays, it returns the interval.
func (a *aim) narrowed(i Interval) Interval {
	if a.tolerance == 0 || i.Low == i.High {
		return i
	}
	quarter := (i.High - i.Low) / 4
	before := a.at(i.Low).key
	for k := 1; k <= 4; k++ {
		key := a.at(min(i.Low+float64(k)*quarter, i.High)).key
		if math.Abs(key-before) < a.tolerance/16 {
			return i
		}
		before = key
	}
	if a.present >= i.Low && a.present <= i.High {
		return Interval{a.present, a.present}
	}
	for _, end := range []float64{a.span.Low, a.span.High} {
		if (end == i.Low || end == i.High) && math.Abs(a.at(end).key-a.target) < a.tolerance/4 {
			return Interval{end, end}
		}
	}
	v := roundest(i.Low+2*quarter, Interval{i.Low + quarter, i.High - quarter})
	return Interval{v, v}
}

// add puts a point among the others.
func (a *aim) add(p point) {
	at, found := slices.BinarySearchFunc(a.points, p.x, func(q point, x float64) int { return cmp.Compare(q.x, x) })
	if !found {
		a.points = slices.Insert(slices.Clone(a.points), at, p)
	}
}
