package plot

import (
	"cmp"
	"math"
	"slices"

	"headroom/scenario"
	"headroom/scenario/plot/layout"
	"headroom/scenario/plot/paint"
	"headroom/scenario/unit"
)

// A planLine is where the line of the plan is far from what counts, the farthest
// place first.
type planLine struct {
	spots []paint.Spot
	above bool // the plan
}

// drawPlan draws what would count by the plan where it differs visibly from all lines,
// the first of which is that of what counts, and reports whether there is any such
// place. Below another line it would fill the gaps of its dashes.
func (d *Drawing) drawPlan(share scenario.Share, lines ...[]vertex) (line planLine, shown bool) {
	f, plan := &d.Frame, d.track.plan
	low := float64(f.Top)
	if share.Capped {
		low = math.Min(low, 0.9*float64(share.Cap)) // near the cap the name would be taken for its
	}
	first, last, farthest := -1, -1, -1
	apart := make([]float64, len(plan)) // pixels, above 0 where the plan is above
	for i, v := range plan {
		if apart[i] = d.apart(v, lines); math.Abs(apart[i]) < d.Unit {
			continue
		}
		if first < 0 {
			first = i
		}
		last = i
		if v.v <= float64(f.Top) && (farthest < 0 || math.Abs(apart[i]) > math.Abs(apart[farthest])) {
			farthest = i
		}
	}
	if farthest < 0 || math.Abs(apart[farthest]) < leastApart*d.Unit {
		return planLine{}, false
	}
	spots := d.curve(plan[max(0, first-1):min(len(plan), last+2)])
	if len(spots) < 2 {
		return planLine{}, false
	}
	d.Line(d.Colors.Axis, widthPlan*d.Unit, nil, spots...)
	d.Avoid(spots)
	line.above = apart[farthest] > 0
	for _, back := range []int{0, 4, 8, -4, 12, 2, 6} {
		i := farthest - back
		if i >= first && i <= last && plan[i].v <= low && math.Abs(apart[i]) >= 0.4*math.Abs(apart[farthest]) {
			line.spots = append(line.spots, paint.XY(f.XAt(plan[i].t), f.Y(unit.Amount(plan[i].v))))
		}
	}
	return line, true
}

// apart returns by how many pixels a vertex is above the nearest of some lines, below
// 0 where it is below that; 0 where it is out of sight.
func (d *Drawing) apart(v vertex, lines [][]vertex) float64 {
	f, nearest := &d.Frame, math.Inf(1)
	if !d.Shows(v.t) {
		return 0
	}
	for i, line := range lines {
		value := at(line, v.t)
		if i == 0 && math.Min(v.v, value) > float64(f.Top) {
			return 0
		}
		if off := f.Y(unit.Amount(value)) - f.Y(unit.Amount(v.v)); math.Abs(off) < math.Abs(nearest) {
			nearest = off
		}
	}
	return nearest
}

// labelPlan names the line of the plan, on the side where what counts is not, with a
// thin line to it where the name does not stand close by.
func (d *Drawing) labelPlan(line planLine, bodies ...string) {
	u, rise := d.Unit, layout.TextRise*layout.SizeSmall*d.Unit
	lb := layout.Label{Bodies: bodies, Size: layout.SizeSmall, Color: d.Colors.Muted, Minor: true}
	over := func(at paint.Spot) {
		lb.Places = append(lb.Places, layout.At(at.X-8*u, at.Y-6*u, 1), layout.At(at.X-14*u, at.Y-18*u, 1), layout.At(at.X-14*u, at.Y-34*u, 1))
	}
	under := func(at paint.Spot) {
		lb.Places = append(lb.Places, layout.At(at.X+10*u, at.Y+4*u+rise, 0), layout.At(at.X+10*u, at.Y+16*u+rise, 0), layout.At(at.X+26*u, at.Y+4*u+rise, 0))
	}
	sides := []func(paint.Spot){under, over}
	if line.above {
		slices.Reverse(sides)
	}
	for _, side := range sides {
		for _, at := range line.spots {
			side(at)
		}
	}
	box, placed := d.Settle(lb)
	if !placed {
		return
	}
	middle := (box.Top + box.Bottom) / 2
	left, right := paint.XY(box.Left-2*u, middle), paint.XY(box.Right+2*u, middle)
	nearest := func(to paint.Spot) (at paint.Spot, far float64) {
		at = slices.MinFunc(line.spots, func(a, b paint.Spot) int { return cmp.Compare(gap(a, to), gap(b, to)) })
		return at, gap(at, to)
	}
	at, far := nearest(left)
	end := left
	if other, closer := nearest(right); closer < far {
		at, far, end = other, closer, right
	}
	if far > 16*u {
		d.Line(d.Colors.Axis, u, nil, end, at)
	}
}

// gap returns how far two spots lie apart.
func gap(a, b paint.Spot) float64 { return math.Hypot(a.X-b.X, a.Y-b.Y) }
