package scenario

import (
	"fmt"

	"headroom/scenario/course"
	"headroom/scenario/unit"
	"headroom/scenario/worth"
)

// A Prepared is a scenario checked and laid out once, for callers that ask
// thousands of times what follows from it with something changed: by a Variant with
// other inputs, Under other terms, on the paths of a simulation. It never changes, and any number of goroutines may ask it at once.
type Prepared struct {
	s       Scenario
	years   []earnings
	starts  []track         // of the streams, before the first year
	courses []course.Course // by year, and within a year by stream
	factors []worth.Factors // by year
	months  []monthly       // like courses; nil without actuals
	ledger  ledger          // before the first year
	through unit.Month      // the month through which all is settled, before the horizon where none is
}

// Prepare checks s and lays it out. The error is the Faults that Check finds.
func Prepare(s Scenario) (*Prepared, error) {
	if faults := s.Check(); faults != nil {
		return nil, faults
	}
	years := s.LastYear - s.FirstYear + 1
	p := &Prepared{
		s: s, years: make([]earnings, years), factors: make([]worth.Factors, years),
		courses: make([]course.Course, years*len(s.Outlook.Streams)),
	}
	newDiscount(&p.s).All(p.factors, p.s.FirstMonth())
	p.ledger = newLedger(&p.s)
	for i := range s.Outlook.Streams {
		p.starts = append(p.starts, newTrack(&p.s, i))
	}
	layOut(&p.s, p.years, p.courses, p.courses, 0)
	p.through = max(p.s.actualsThrough(), s.FirstMonth()-1)
	if p.s.hasActuals() {
		p.layOutMonths()
	}
	return p, nil
}

// Scenario returns the scenario that was prepared.
func (p *Prepared) Scenario() Scenario { return p.s }

// layOut lays out the revenue of all years, counted from 0, from the given one on.
// What is known of the ramps of their courses, as they were or otherwise, saves time.
func layOut(s *Scenario, years []earnings, courses, known []course.Course, from int) {
	n, even := len(s.Outlook.Streams), s.Outlook.Shape == ShapeEven
	clear(years[from:])
	for i := range n {
		t := newTrack(s, i)
		if from > 0 {
			t.course = courses[(from-1)*n+i]
		}
		for y := from; y < len(years); y++ {
			t.enter(s.FirstYear+y, even, &courses[y*n+i], &known[y*n+i])
			courses[y*n+i] = t.course
		}
		if t.past.last != 0 {
			t.layOut(years, courses[i:], n, from, s.FirstMonth())
			continue
		}
		january := s.FirstMonth() + unit.Month(12*from)
		for y := from; y < len(years); y++ {
			t.earn(&years[y], &courses[y*n+i], january)
			january += 12
		}
	}
}

// layOut lays out the years of a stream with actuals from the given one on; those
// before it say how it goes on. Its courses are every n-th; the first year begins
// with january.
func (t *track) layOut(years []earnings, courses []course.Course, n, from int, january unit.Month) {
	var m monthly
	for y := range years {
		t.past.next(&m, &courses[y*n], january)
		if y >= from {
			t.add(&years[y], &m.months, january)
		}
		january += 12
	}
}

// Under computes the results of the outlook under other terms and another
// valuation, without allocating: bit for bit what Total gives. Revenue is not laid out
// again, so other clouds have to open when they did. The error is the Faults that
// Check finds, or that they do not.
func (p *Prepared) Under(t Terms, v Valuation) (Totals, error) {
	s := p.s
	s.Terms, s.Valuation = t, v
	var c checker
	if c.deal(&t, &v); c.Found != nil {
		return Totals{}, c.Found
	}
	if t.OtherClouds != p.s.Terms.OtherClouds {
		return Totals{}, fmt.Errorf("terms.otherClouds: the scenario was prepared with others; prepare it with these")
	}
	w := newWalk(&s, newLedger(&s))
	if v == p.s.Valuation {
		w.through(p.years, p.factors)
		return w.totals(), nil
	}
	value := newDiscount(&s)
	for y := range p.years {
		var f worth.Factors
		value.Next(&f, w.month)
		w.next(&p.years[y], &f)
	}
	return w.totals(), nil
}

// layOutMonths lays out what each stream earns month by month, of which paths are
// made.
func (p *Prepared) layOutMonths() {
	n := len(p.starts)
	p.months = make([]monthly, len(p.courses))
	for i := range p.starts {
		past, january := p.starts[i].past, p.s.FirstMonth()
		for y := range p.years {
			past.next(&p.months[y*n+i], &p.courses[y*n+i], january)
			january += 12
		}
	}
}
