package solve

import "math"

// closest returns the value whose result is nearest to a target that no value
// reaches: of dates one at an end of the range, or beside a jump over the target,
// where these are among the nearest; of amounts the one nearest to the present value.
func (a *aim) closest() float64 {
	best, distance := a.at(a.present), math.Inf(1)
	consider := func(p point) {
		if d := a.result.distance(p.key, a.target); d < distance-a.tolerance || d < distance && a.tolerance == 0 {
			best, distance = p, d
		}
	}
	if a.tolerance > 0 {
		consider(best)
	}
	for i := 1; i < len(a.points); i++ {
		p, q := a.points[i-1], a.points[i]
		if side := a.side(p); side != a.side(q) {
			first := boundary(p.x, q.x, func(x float64) bool { return a.side(a.at(x)) == side })
			consider(a.at(math.Nextafter(first, p.x)))
			consider(a.at(first))
		}
	}
	consider(a.points[0])
	consider(a.points[len(a.points)-1])
	for _, p := range a.points {
		consider(p)
	}
	if a.tolerance > 0 {
		if same := a.aimAt(best.key).intervals(); len(same) > 0 {
			return a.nearest(same)
		}
	}
	return best.x
}
