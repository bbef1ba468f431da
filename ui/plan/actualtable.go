package plan

import (
	"fmt"
	"math"

	"headroom/scenario"
	"headroom/scenario/actuals"
	"headroom/scenario/unit"
)

// An actualTable is what the lines of actuals show of one revision: what is known of
// the stream chosen, and its plan.
type actualTable struct {
	form   *form
	stream int
	first  unit.Month
	// By month of the horizon: what was planned, what is known of it, and whether it is
	// given by itself or only as part of its quarter.
	planned, known []unit.Amount
	given, whole   []bool
}

// take takes over what is known of a scenario.
func (t *actualTable) take(s scenario.Scenario) {
	months := int(s.LastMonth()-s.FirstMonth()) + 1
	t.first = s.FirstMonth()
	t.planned, t.known = make([]unit.Amount, months), make([]unit.Amount, months)
	t.given, t.whole = make([]bool, months), make([]bool, months)
	if t.stream == ownStreamsTogether {
		t.takeTogether(s)
		return
	}
	for i, m := range s.StreamMonths(t.stream) {
		t.planned[i] = m.Plan
		if m.Actual {
			t.known[i] = m.Potential
		}
	}
	for _, a := range s.Outlook.Streams[t.stream].Actuals {
		for m := a.Period.First; m <= a.Period.Last(); m++ {
			if i := int(m - t.first); i >= 0 && i < months {
				t.given[i], t.whole[i] = a.Period.Months == 1, a.Period.Months == 3
			}
		}
	}
}

// takeTogether takes over what is known of all of OpenAI's own streams together.
func (t *actualTable) takeTogether(s scenario.Scenario) {
	own := s.OwnStreams()
	for i, v := range actuals.Against(s, own...) {
		t.planned[i], t.known[i] = v.Plan, v.Actual
		t.given[i] = v.Known > 0
	}
	for _, stream := range own {
		for _, a := range s.Outlook.Streams[stream].Actuals {
			if i := int(a.Period.First - t.first); a.Period.Months == 3 && i >= 0 && i+3 <= len(t.given) {
				for k := range 3 {
					if t.given[i+k] {
						t.whole[i+k] = true
					}
				}
			}
		}
	}
	for i := range t.given {
		t.given[i] = t.given[i] && !t.whole[i]
	}
}

// months calls do for each month of a period, by its index.
func (t *actualTable) months(p unit.Period, do func(i int)) {
	for k := range p.Months {
		if i := int(p.First-t.first) + k; i >= 0 && i < len(t.planned) {
			do(i)
		}
	}
}

// value returns what is known of a period, NaN where that is not all of it; of a month
// whose quarter alone is known too.
func (t *actualTable) value(p unit.Period) float64 {
	var sum unit.Amount
	missing := false
	t.months(p, func(i int) {
		sum += t.known[i]
		missing = missing || !t.given[i] && (p.Months == 1 || !t.whole[i])
	})
	if missing {
		return math.NaN()
	}
	return roundedTo(float64(sum))
}

// roundedTo takes away what adding up the parts of a quarter adds.
func roundedTo(v float64) float64 { return math.Round(v*1e4) / 1e4 }

// plan returns what was planned for a period.
func (t *actualTable) plan(p unit.Period) (sum unit.Amount) {
	t.months(p, func(i int) { sum += t.planned[i] })
	return sum
}

// part says by how much of the plan more was earned, empty where it is not known.
func (t *actualTable) part(p unit.Period) string {
	v, plan := t.value(p), t.plan(p)
	if math.IsNaN(v) || plan <= 0 {
		return ""
	}
	return percentOf(unit.Rate(unit.Amount(v)/plan - 1))
}

// percentOf says a difference from a plan in whole percent, and of ten times the plan and
// more how many times it is, which has room.
func percentOf(r unit.Rate) string {
	switch whole := math.Round(float64(r) * 100); {
	case whole < 0:
		return fmt.Sprintf("−%.0f%%", -whole)
	case whole >= 99_950:
		return ">999×"
	case whole > 999:
		return fmt.Sprintf("%.0f×", 1+float64(r))
	case whole > 0:
		return fmt.Sprintf("+%.0f%%", whole)
	}
	return "0%"
}

// unknown is what the field of a period says while it is empty: of a quarter how many
// of its months are known, of a month its part of the quarter that is.
func (t *actualTable) unknown(p unit.Period) string {
	n, part := 0, ""
	t.months(p, func(i int) {
		if t.given[i] {
			n++
		}
		if t.whole[i] {
			part = t.known[i].Brief()
		}
	})
	switch {
	case p.Months == 1 && part != "":
		return part
	case p.Months == 3 && n > 0:
		return fmt.Sprintf("%d of 3", n)
	}
	return "unknown"
}
