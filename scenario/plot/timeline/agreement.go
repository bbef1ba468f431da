package timeline

import (
	"strings"
	"time"

	"headroom/scenario"
	"headroom/scenario/plot/layout"
	"headroom/scenario/unit"
)

// A Stretch is a time over which one term provides the same.
type Stretch struct {
	From, Through unit.Month // both included
	End           float64    // where it ends, in months since the year 0; 0 for the end of Through
	Words         []string   // shorter and shorter
	Pale          bool       // agreed, but of lesser effect
}

// A Row is what one term provides over time.
type Row struct {
	Names     [2]string // long and short
	Payment   bool      // a flow of money, drawn in the scenario's color; rights are gray
	Stretches []Stretch
	Notes     []string // what follows the last stretch, shorter and shorter
}

// An Agreement is what terms and those that amend them provide over time.
type Agreement struct {
	prior, amended scenario.Terms
	effect         unit.Month // first month under the amended terms; zero for none
	day            unit.Date  // of the amendment; zero where not known
	agi            unit.Month // zero for never
	first, last    unit.Month // of the timeline
	reached        scenario.Reached
	horizon        unit.Month // last month of the projection
}

// New returns the agreement of a scenario under its terms, which amended the prior
// ones: with effect from a month, on a day. Zero derives these, as far as the terms
// and their names have them; where the month cannot be derived, all is the amended
// terms.
func New(s scenario.Scenario, p scenario.Projection, prior scenario.Terms, effect unit.Month, day unit.Date) Agreement {
	a := Agreement{
		prior: prior, amended: s.Terms, effect: effect, day: day,
		agi: s.Outlook.AGIVerified, reached: p.Total.Reached,
		first: p.Months[0].From, horizon: p.Months[len(p.Months)-1].Through,
	}
	a.last = a.horizon
	for _, t := range []scenario.Terms{a.prior, a.amended} {
		a.last = max(a.last, t.Share.Through)
		if t.License != nil {
			a.last = max(a.last, t.License.Through)
		}
	}
	a.last = min(a.last, a.first+layout.MaxMonths-1)
	if a.day.IsZero() {
		a.day = dayIn(a.amended.Name)
	}
	if a.effect.IsZero() {
		a.effect = a.derived()
	}
	if !a.day.IsZero() && inForce(a.day) != a.effect {
		a.day = unit.Date{}
	}
	return a
}

// inForce returns the first month that terms of a day are in force for most of.
func inForce(day unit.Date) unit.Month {
	if days := day.Month.Days(); 2*(days-day.Day+1) < days {
		return day.Month + 1
	}
	return day.Month
}

// derived returns the first month under the amended terms, as these have it.
func (a Agreement) derived() unit.Month {
	if !a.day.IsZero() {
		return inForce(a.day)
	}
	before, after := a.prior.OtherClouds.From, a.amended.OtherClouds.From
	if !after.IsZero() && (before.IsZero() || after < before) {
		return after
	}
	if p, q := a.prior.Reverse, a.amended.Reverse; p != nil && q != nil && q.Through < p.Through {
		return q.Through + 1
	}
	return 0
}

// dayIn returns the day in a name of terms such as "Amended, April 27, 2026" or
// "Amended, 27 April 2026", and the zero value where there is none.
func dayIn(name string) unit.Date {
	_, rest, _ := strings.Cut(name, ",")
	for _, format := range []string{"January 2, 2006", "2 January 2006", "Jan 2, 2006", "2006-01-02"} {
		t, err := time.Parse(format, strings.TrimSpace(rest))
		if m := unit.NewMonth(t.Year(), t.Month()); err == nil && m >= unit.FirstMonth && m <= unit.LastMonth {
			return unit.Date{Month: m, Day: t.Day()}
		}
	}
	return unit.Date{}
}

// Effect returns the first month under the amended terms, zero for none, and the day of
// the amendment, zero where it is not known.
func (a Agreement) Effect() (unit.Month, unit.Date) { return a.effect, a.day }

// Span returns the first and the last month that it is shown over.
func (a Agreement) Span() (from, through unit.Month) { return a.first, a.last }

// each calls f with the terms in force and the months they are.
func (a Agreement) each(f func(t *scenario.Terms, from, through unit.Month)) {
	if a.effect > a.first {
		f(&a.prior, a.first, min(a.last, a.effect-1))
	}
	if a.effect <= a.last {
		f(&a.amended, max(a.first, a.effect), a.last)
	}
}

// within appends a stretch to out, as far as it lies within the given months. One
// that only goes on with what the last one says prolongs that.
func within(out []Stretch, s Stretch, from, through unit.Month) []Stretch {
	s.From, s.Through = max(s.From, from), min(s.Through, through)
	if s.From > s.Through {
		return out
	}
	if n := len(out); n > 0 && out[n-1].Through+1 == s.From && out[n-1].Pale == s.Pale && out[n-1].Words[0] == s.Words[0] {
		out[n-1].Through = s.Through
		return out
	}
	return append(out, s)
}

// ended returns the last month of a window that may end at AGI.
func (a Agreement) ended(through unit.Month, endsAtAGI bool) (last unit.Month, atAGI bool) {
	if endsAtAGI && !a.agi.IsZero() && a.agi < through {
		return a.agi, true
	}
	return through, false
}
