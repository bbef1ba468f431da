package plot

import (
	"cmp"
	"math"
	"slices"

	"headroom/scenario/plot/layout"
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
func (d *Drawing) joinMarks(a arrival) {
	if len(a.spots) > 1 {
		d.Line(d.Colors.Muted, 1.2*d.Unit, d.Dashes(layout.DashDrop), a.spots...)
		d.Avoid(a.spots)
	}
}

// labelDates says when caps are reached, each day once, beside its marks. The day
// of the month is left out only where no other date would then read the same.
func (d *Drawing) labelDates(all []arrival) {
	for _, a := range all {
		bodies := []string{a.date.Medium()}
		alike := func(b arrival) bool { return b.date != a.date && b.date.Month == a.date.Month }
		if !slices.ContainsFunc(all, alike) {
			bodies = append(bodies, a.date.Month.Short())
		}
		d.Settle(layout.Label{Bodies: bodies, Size: layout.SizeText, Bold: true, Color: d.Colors.Text, Places: d.besideMarks(a)})
	}
}

// besideMarks returns where the date of an arrival may stand: beside the line that
// joins its marks, where there is room between them, else around each of them.
func (d *Drawing) besideMarks(a arrival) []layout.Place {
	u, rise := d.Unit, layout.TextRise*d.TextSize()
	var places []layout.Place
	for i := 1; i < len(a.spots); i++ {
		high, low := a.spots[i-1], a.spots[i]
		if low.Y-high.Y > 2*d.TextSize() {
			baseline := (high.Y+low.Y)/2 + layout.CapHeight/2*d.TextSize()
			places = append(places, layout.At(high.X+12*u, baseline, 0), layout.At(high.X-12*u, baseline, 1))
		}
	}
	for _, step := range []float64{14, 34, 54} {
		for _, at := range a.spots {
			x, y := at.X, at.Y
			places = append(places,
				layout.At(x+12*u, y+step*u+rise, 0), layout.At(x-12*u, y-(step-4)*u, 1),
				layout.At(x-12*u, y+step*u+rise, 1), layout.At(x+12*u, y-(step-4)*u, 0))
		}
	}
	return places
}
