package scenario

import (
	"headroom/scenario/unit"
)

// A StreamMonth is what one stream earns in a month, in US dollars.
type StreamMonth struct {
	Month     unit.Month
	Plan      unit.Amount // what the outlook planned, whatever the terms allow
	Potential unit.Amount // the actual, or else the forecast, whatever the terms allow
	Earned    unit.Amount // what the terms allow of it
	Actual    bool        // whether Potential is an actual
}

// StreamMonths returns what one stream, by index, earns in each month of the
// horizon. Earned of all direct and other-cloud streams is the revenue of Project.
func (s Scenario) StreamMonths(stream int) []StreamMonth {
	out := make([]StreamMonth, 0, s.LastMonth()-s.FirstMonth()+1)
	t := newTrack(&s, stream)
	for year := s.FirstYear; year <= s.LastYear; year++ {
		january := unit.NewMonth(year, 1)
		t.enter(year, s.Outlook.Shape == ShapeEven, &unknown, &unknown)
		var plan [12]unit.Amount
		t.course.Months(&plan)
		y := monthly{months: plan}
		if t.past.last != 0 {
			t.past.next(&y, &t.course, january)
		}
		for k, potential := range y.months {
			m := StreamMonth{Month: january + unit.Month(k), Plan: plan[k], Potential: potential, Actual: y.actual&(1<<k) != 0}
			if !t.never && m.Month >= t.from {
				m.Earned = potential
			}
			out = append(out, m)
		}
	}
	return out
}

// ShareWindow returns the first and the last month of the share, which AGI may end
// early; from is after through where nothing is left of it.
func (s Scenario) ShareWindow() (from, through unit.Month) {
	w := shareWindow(&s)
	return w.from, w.through
}

// ReverseWindow returns the first and the last month of the reverse share, which AGI may
// end early; from is after through where there is none, or nothing is left of it.
func (s Scenario) ReverseWindow() (from, through unit.Month) {
	w := reverseWindow(&s)
	return w.from, w.through
}
