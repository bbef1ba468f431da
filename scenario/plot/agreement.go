package plot

import (
	"strings"
	"time"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// A Deal shows an agreement over time whose terms were amended.
type Deal struct {
	Subject Subject        // under the amended terms
	Prior   scenario.Terms // until the amendment
	// From is the first month under the amended terms. Zero derives it: from a day
	// in the name of the amended terms, or else from where these open other clouds
	// or end the reverse share. Where that says nothing either, all that is shown
	// is the amended terms.
	From unit.Month
	// Amended is the day of the amendment, for the words beside its line. Zero
	// takes that in the name of the amended terms, or else says the month.
	Amended unit.Date
}

var _ Chart = Deal{}

// A stretch is a time over which one term provides the same.
type stretch struct {
	from, through unit.Month // both included
	end           float64    // where it ends, in months since the year 0; 0 for the end of through
	words         []string   // shorter and shorter
	pale          bool       // agreed, but of lesser effect
}

// A term is one row of the timeline.
type term struct {
	names     [2]string // long and short
	payment   bool      // a flow of money, drawn in the scenario's color; rights are gray
	stretches []stretch
	notes     []string // what follows the last stretch, shorter and shorter
}

// An agreement is what a deal provides over time.
type agreement struct {
	prior, amended scenario.Terms
	effect         unit.Month // first month under the amended terms; zero for none
	day            unit.Date  // of the amendment; zero where not known
	agi            unit.Month // zero for never
	first, last    unit.Month // of the timeline
	reached        scenario.Reached
	horizon        unit.Month // last month of the projection
}

func newAgreement(c Deal) agreement {
	s := c.Subject
	a := agreement{
		prior: c.Prior, amended: s.Scenario.Terms, effect: c.From, day: c.Amended,
		agi: s.Scenario.Outlook.AGIVerified, reached: s.Projection.Total.Reached,
		first: s.Projection.Months[0].From, horizon: s.Projection.Months[len(s.Projection.Months)-1].Through,
	}
	a.last = a.horizon
	for _, t := range []scenario.Terms{a.prior, a.amended} {
		a.last = max(a.last, t.Share.Through)
		if t.License != nil {
			a.last = max(a.last, t.License.Through)
		}
	}
	a.last = min(a.last, a.first+maxMonths-1)
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
func (a agreement) derived() unit.Month {
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

// each calls f with the terms in force and the months they are.
func (a agreement) each(f func(t *scenario.Terms, from, through unit.Month)) {
	if a.effect > a.first {
		f(&a.prior, a.first, min(a.last, a.effect-1))
	}
	if a.effect <= a.last {
		f(&a.amended, max(a.first, a.effect), a.last)
	}
}

// within appends a stretch to out, as far as it lies within the given months. One
// that only goes on with what the last one says prolongs that.
func within(out []stretch, s stretch, from, through unit.Month) []stretch {
	s.from, s.through = max(s.from, from), min(s.through, through)
	if s.from > s.through {
		return out
	}
	if n := len(out); n > 0 && out[n-1].through+1 == s.from && out[n-1].pale == s.pale && out[n-1].words[0] == s.words[0] {
		out[n-1].through = s.through
		return out
	}
	return append(out, s)
}

// ended returns the last month of a window that may end at AGI.
func (a agreement) ended(through unit.Month, endsAtAGI bool) (last unit.Month, atAGI bool) {
	if endsAtAGI && !a.agi.IsZero() && a.agi < through {
		return a.agi, true
	}
	return through, false
}
