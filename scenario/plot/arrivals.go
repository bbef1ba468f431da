package plot

import (
	"cmp"
	"math"
	"slices"

	"headroom/scenario/plot/paint"
	"headroom/scenario/unit"
)

// An arrival is a day on which lines of an overlay reach their caps. Lines that
// do so on the same day have it in common, so that it is written once.
type arrival struct {
	date  unit.Date
	spots []paint.Spot // of the marks, each once, the highest first
}

// arrivals returns the days on which caps are reached, in the order of subjects.
func arrivals(reached []reaching) []arrival {
	var all []arrival
	for _, r := range reached {
		if r.date.IsZero() {
			continue
		}
		i := slices.IndexFunc(all, func(a arrival) bool { return a.date == r.date })
		if i < 0 {
			i, all = len(all), append(all, arrival{date: r.date})
		}
		same := func(s paint.Spot) bool { return math.Abs(s.Y-r.at.Y) < 0.5 }
		if !slices.ContainsFunc(all[i].spots, same) {
			all[i].spots = append(all[i].spots, r.at)
		}
	}
	for _, a := range all {
		slices.SortFunc(a.spots, func(p, q paint.Spot) int { return cmp.Compare(p.Y, q.Y) })
	}
	return all
}

// joinMarks joins the marks of one day, which lie above one another where caps differ:
// so one date is seen to stand for all of them.
func (l *layout) joinMarks(a arrival) {
	if len(a.spots) > 1 {
		l.line(l.colors.muted, 1.2*l.unit, l.dashes(dashDrop), a.spots...)
		l.avoid(a.spots)
	}
}

// labelDates says when caps are reached, each day once, beside its marks. The day
// of the month is left out only where no other date would then read the same.
func (l *layout) labelDates(all []arrival) {
	for _, a := range all {
		bodies := []string{a.date.Medium()}
		alike := func(b arrival) bool { return b.date != a.date && b.date.Month == a.date.Month }
		if !slices.ContainsFunc(all, alike) {
			bodies = append(bodies, a.date.Month.Short())
		}
		l.settle(label{bodies: bodies, size: sizeText, bold: true, color: l.colors.text, places: l.besideMarks(a)})
	}
}

// besideMarks returns where the date of an arrival may stand: beside the line that
// joins its marks, where there is room between them, else around each of them.
func (l *layout) besideMarks(a arrival) []place {
	u, rise := l.unit, textRise*l.textSize()
	var places []place
	for i := 1; i < len(a.spots); i++ {
		high, low := a.spots[i-1], a.spots[i]
		if low.Y-high.Y > 2*l.textSize() {
			baseline := (high.Y+low.Y)/2 + capHeight/2*l.textSize()
			places = append(places, place{high.X + 12*u, baseline, 0}, place{high.X - 12*u, baseline, 1})
		}
	}
	for _, step := range []float64{14, 34, 54} {
		for _, at := range a.spots {
			x, y := at.X, at.Y
			places = append(places,
				place{x + 12*u, y + step*u + rise, 0}, place{x - 12*u, y - (step-4)*u, 1},
				place{x - 12*u, y + step*u + rise, 1}, place{x + 12*u, y - (step-4)*u, 0})
		}
	}
	return places
}
