package scenario

import (
	"headroom/scenario/unit"
	"headroom/scenario/worth"
)

// Project computes what follows from s: every month of the horizon, the totals
// by quarter, calendar year and fiscal year, the results over the horizon, and
// warnings about what is odd in it. It is pure. The error is the Faults that
// Check finds.
func Project(s Scenario) (Projection, error) {
	if faults := s.Check(); faults != nil {
		return Projection{}, faults
	}
	years := s.LastYear - s.FirstYear + 1
	months := 12 * years
	rows := make([]Row, months+4*years+years+years+1)
	p := Projection{
		Months:      rows[:months:months],
		Quarters:    rows[months : months+4*years : months+4*years],
		Years:       rows[months+4*years : months+5*years : months+5*years],
		FiscalYears: rows[months+5*years:],
	}
	var shared []unit.Amount
	if p.ActualsThrough = s.actualsThrough(); p.ActualsThrough != 0 {
		shared = make([]unit.Amount, months)
	}
	p.Total = s.run(p.Months, shared)
	group(p.Quarters, p.Months, 3, 3)
	group(p.Years, p.Months, 12, 12)
	group(p.FiscalYears, p.Months, 6, 12)
	if shared != nil {
		p.Pace = s.pace(p.ActualsThrough, p.Months, shared)
	}
	p.Warnings = warnings(&s, &p)
	return p, nil
}

// Total computes the results over the horizon alone, without allocating: for
// callers that project thousands of variants. They are bit for bit those of
// Project. The error is the Faults that Check finds.
func Total(s Scenario) (Totals, error) {
	if faults := s.Check(); faults != nil {
		return Totals{}, faults
	}
	return s.run(nil, nil), nil
}

// run lays out the revenue of each year and walks through its months. It fills
// rows, one a month, and what of the revenue the share applies to, unless they are
// nil.
func (s *Scenario) run(rows []Row, shared []unit.Amount) Totals {
	if n := len(s.Outlook.Streams); n <= fewStreams {
		var few [fewStreams]track // most have no more: to clear room for all takes time
		return s.follow(few[:n], rows, shared)
	}
	var many [MaxStreams]track
	return s.follow(many[:len(s.Outlook.Streams)], rows, shared)
}

const fewStreams = 4

// follow is run with room for the tracks of the streams.
func (s *Scenario) follow(streams []track, rows []Row, shared []unit.Amount) Totals {
	for i := range streams {
		streams[i] = newTrack(s, i)
	}
	w, value := newWalk(s, newLedger(s)), newDiscount(s)
	even := s.Outlook.Shape == ShapeEven
	for year := s.FirstYear; year <= s.LastYear; year++ {
		var e earnings
		for i := range streams {
			streams[i].enter(year, even, &unknown, &unknown)
			streams[i].next(&e, w.month)
		}
		var f worth.Factors
		value.Next(&f, w.month)
		w.next(&e, &f)
		if rows != nil {
			w.fill(rows[:12], &e)
			rows = rows[12:]
		}
		if shared != nil {
			shared = shared[copy(shared, e.shared[:]):]
		}
	}
	return w.totals()
}

// group sums months into out: the first group is of first months, all others
// but a last, shorter one of size months.
func group(out, months []Row, first, size int) {
	length := first
	for i := range out {
		length = min(length, len(months))
		end := months[length-1]
		row := Row{From: months[0].From, Through: end.Through, Cumulative: end.Cumulative, Headroom: end.Headroom}
		for _, m := range months[:length] {
			row.Add(m.Flows)
		}
		out[i] = row
		months, length = months[length:], size
	}
}

// Add adds what others come to.
func (f *Flows) Add(g Flows) {
	f.Revenue += g.Revenue
	f.Due += g.Due
	f.Paid += g.Paid
	f.Forgone += g.Forgone
	f.Reverse += g.Reverse
	f.Net += g.Net
}
