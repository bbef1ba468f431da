package solve

import "math"

// turns looks where the result turns back before it has come to the target, whether it
// does come to it between two points, and adds the points where it turns.
func (a *aim) turns() {
	samples := a.points
	for from := 0; from < len(samples); {
		to := from // of as many points as give the same
		for to+1 < len(samples) && math.Abs(samples[to+1].key-samples[from].key) <= a.tolerance {
			to++
		}
		side := a.side(samples[from])
		if (side == -1 || side == 1) && a.nears(samples, from, from-1, side) && a.nears(samples, to, to+1, side) && to-from < len(samples)-1 {
			a.add(a.turn(samples[max(from-1, 0)].x, samples[min(to+1, len(samples)-1)].x, side))
		}
		from = to + 1
	}
}

// nears reports whether a point is nearer to the target than one beside it, on the
// same side; at an end of the range it counts as nearer.
func (a *aim) nears(samples []point, i, beside, side int) bool {
	if beside < 0 || beside >= len(samples) {
		return true
	}
	return a.side(samples[beside]) == side && (samples[i].key-samples[beside].key)*float64(side) < 0
}

// turn returns the point between two values whose result comes nearest to the target
// from a side, or one that comes to it, by dividing the span in the golden ratio.
func (a *aim) turn(low, high float64, side int) point {
	const part = 0.6180339887498949
	p, q := a.at(high-part*(high-low)), a.at(low+part*(high-low))
	for range 48 {
		switch {
		case a.side(p) != side:
			return p
		case a.side(q) != side:
			return q
		}
		if (p.key-q.key)*float64(side) < 0 {
			high, q = q.x, p
			p = a.at(high - part*(high-low))
		} else {
			low, p = p.x, q
			q = a.at(low + part*(high-low))
		}
	}
	if (p.key-q.key)*float64(side) < 0 {
		return p
	}
	return q
}
