package scenario

import (
	"fmt"
	"slices"
	"strconv"

	"headroom/scenario/course"
	"headroom/scenario/fault"
	"headroom/scenario/unit"
	"headroom/scenario/worth"
)

// A Variant is a prepared scenario with some inputs changed. It has memory of its
// own, in which it computes without allocating: each goroutine needs its own.
type Variant struct {
	p       *Prepared
	a       altered
	factors []worth.Factors
	years   []earnings
	courses []course.Course
	stale   int  // the first year, counted from 0, whose revenue is not yet laid out
	changed bool // whether terms or valuation were, since they were last found to be sound
}

// Variant returns a variant in which nothing is changed yet.
func (p *Prepared) Variant() *Variant {
	return &Variant{
		p: p, a: newAltered(&p.s), stale: len(p.years),
		years: slices.Clone(p.years), courses: slices.Clone(p.courses), factors: slices.Clone(p.factors),
	}
}

// Set changes an input to a value. The value counts from the prepared scenario: to
// shift growth twice is to shift it by the second value. Inputs add up, but for a year's
// growth, which is as it was set whatever the shift. The error says why the scenario
// has no such input; whether a value is legal, Total finds.
func (v *Variant) Set(in Input, value float64) error {
	year, ok := v.a.set(in, value)
	if !ok {
		_, _, err := in.Range(v.p.s)
		return err
	}
	if in == InputDiscount {
		newDiscount(&v.a.s).All(v.factors, v.a.s.FirstMonth())
	}
	v.change(year)
	return nil
}

// SetGrowth changes the growth of one stream, by index, in one year. The error says
// that it does not grow then.
func (v *Variant) SetGrowth(stream, year int, growth unit.Rate) error {
	if !v.a.setGrowth(stream, year, growth) {
		return fmt.Errorf("%s: the stream does not grow in that year", fault.StreamPath(stream, "growth."+strconv.Itoa(year)))
	}
	v.change(year)
	return nil
}

// Reset takes all changes back.
func (v *Variant) Reset() {
	v.a.reset()
	copy(v.factors, v.p.factors)
	v.changed = true
	v.change(v.p.s.FirstYear)
}

// Scenario returns the scenario as it is now, in memory of its own. Where the cap is
// outside the range that its uncertainty gives it, that range is left out.
func (v *Variant) Scenario() Scenario { return v.a.scenario() }

// Total computes the results over the horizon without allocating: bit for bit what
// the function Total gives for the scenario as it is now. The error is the fault.List that
// Check finds in it.
func (v *Variant) Total() (Totals, error) {
	s := &v.a.s
	if faults := v.check(); faults != nil {
		return Totals{}, faults
	}
	v.layOut()
	w := newWalk(s, newLedger(s))
	w.through(v.years, v.factors)
	return w.totals(), nil
}

// layOut lays out the revenue that is not as it was any more.
func (v *Variant) layOut() {
	if v.stale < len(v.years) {
		layOut(&v.a.s, v.years, v.courses, v.p.courses, v.stale)
		v.stale = len(v.years)
	}
}

// change notes from which year on revenue changes; terms do after the last one.
func (v *Variant) change(year int) {
	v.changed = v.changed || year > v.a.s.LastYear
	v.stale = min(v.stale, year-v.p.s.FirstYear)
}

// check returns what Check finds in what was changed: all else was sound when it
// was prepared.
func (v *Variant) check() fault.List {
	var c checker
	if v.stale < len(v.years) {
		for i := range v.a.s.Outlook.Streams {
			st := &v.a.s.Outlook.Streams[i]
			c.amount(fault.InStream(i, "base"), st.Base)
			for _, g := range st.Growth {
				if !mayGrow(g.Rate) { // the years are as they were
					c.growth(fault.InStream(i, "growth"), st.Growth)
					break
				}
			}
		}
	}
	if v.changed {
		c.deal(&v.a.s.Terms, &v.a.s.Valuation)
		v.changed = c.Found != nil
	}
	return c.Found
}
