package solve

import (
	"cmp"
	"math"
	"slices"

	"headroom/scenario"
)

// A Look is a result along the legal range of one input, looked at once to answer any
// number of questions about where it lies. It belongs to one goroutine.
type Look struct{ *search }

// Along looks at a result along an input, which may be any that the scenario has. The
// error says that it has none such.
func Along(p *scenario.Prepared, input Input, result Result) (Look, error) {
	s, err := newSearch(p, input, result, true)
	if err != nil {
		return Look{}, err
	}
	return Look{s}, s.err
}

// Range returns the legal values.
func (l Look) Range() Interval { return l.span }

// Present returns the value that the scenario has, or the nearest legal one; without a
// cap the largest cap.
func (l Look) Present() float64 { return l.present }

// At returns the result with a legal value.
func (l Look) At(x float64) Value { return l.at(x).value }

// Of keys, those of days lie far below far, and those that tell by how much a cap is
// not reached far above it.
const (
	far     = 1e8
	farther = 1e9
)

// missing is the key of a cap that is not reached, by the part of it that is left: it
// comes down to a day's as the cap is about to be reached.
func missing(t *scenario.Totals) float64 {
	if !t.Capped || t.Cap == 0 {
		return 3 * farther
	}
	return farther * (1 + float64(t.Headroom/t.Cap))
}

// Within returns the values with which the result's key is from low to high, as
// intervals in ascending order. Their ends are the last values that do: among those
// within half a cent of the very last, or half of 1e-9 of a rate, the roundest.
func (l Look) Within(low, high float64) []Interval {
	if l.result == CapReached {
		low = min(low, far)
		if !math.IsInf(high, 1) {
			high = min(high, far)
		}
	}
	b := band{search: l.search, low: low, high: high, points: l.samples}
	if !l.ofMonths() {
		for _, edge := range []float64{low, high} {
			if !math.IsInf(edge, 0) {
				b.merge(l.aimAt(edge).points)
			}
		}
	}
	return b.intervals()
}

// A band is what a result may be.
type band struct {
	*search
	low, high float64
	points    []point
}

// merge adds points to those that are known.
func (b *band) merge(points []point) {
	all := slices.Concat(b.points, points)
	slices.SortFunc(all, func(p, q point) int { return cmp.Compare(p.x, q.x) })
	b.points = slices.CompactFunc(all, func(p, q point) bool { return p.x == q.x })
}

// side says on which side of the band a point is: -1 below, 0 in it, 1 above, 2 that
// there is no result.
func (b *band) side(p point) int {
	switch {
	case math.IsNaN(p.key):
		return 2
	case p.key < b.low:
		return -1
	case p.key > b.high:
		return 1
	}
	return 0
}

func (b *band) intervals() []Interval {
	var found []Interval
	for i, p := range b.points {
		side, before := b.side(p), 2
		if i > 0 {
			before = b.side(b.points[i-1])
		}
		switch {
		case side == 0 && (i == 0 || before != 0):
			low := p.x
			if i > 0 {
				low = b.end(p, b.points[i-1])
			}
			found = append(found, Interval{low, p.x})
		case side == 0:
			found[len(found)-1].High = p.x
		case i > 0 && before == 0:
			found[len(found)-1].High = b.end(b.points[i-1], p)
		case i > 0 && side*before == -1 && !b.ofMonths():
			found = append(found, b.between(b.points[i-1], p)...)
		}
	}
	return found
}

// end returns the last value in the band on the way from a point in it to one outside,
// beside it.
func (b *band) end(in, out point) float64 {
	if b.ofMonths() {
		return in.x
	}
	last := boundary(out.x, in.x, func(x float64) bool { return b.side(b.at(x)) != 0 })
	room := 5e-10
	if b.input == Cap || b.input == Base || b.input == scenario.InputAlreadyPaid {
		room = 0.005
	}
	inner := Interval{max(last-room, min(last, in.x)), min(last+room, max(last, in.x))}
	if round := roundest(last, inner); b.side(b.at(round)) == 0 {
		return round
	}
	return last
}

// between returns the interval in which the result passes the band on the way from a
// point on one side of it to one on the other, and none where it jumps over it.
func (b *band) between(p, q point) []Interval {
	before := b.side(p)
	first := b.at(boundary(p.x, q.x, func(x float64) bool { return b.side(b.at(x)) == before }))
	if b.side(first) != 0 {
		return nil
	}
	return []Interval{{b.end(first, p), b.end(first, q)}}
}
