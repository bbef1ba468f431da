package solve

import (
	"math"
	"slices"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// A Growth is the growth of one stream, by index, in one year.
type Growth struct{ Stream, Year int }

// FindShift is Find for the shift of all growth but some, which stays as it is. The error
// says that no growth is left to shift, or that a stream does not grow in a year.
func FindShift(p *scenario.Prepared, held []Growth, result Result, target Value) (Answer, error) {
	low, high, err := GrowthShift.Range(without(p.Scenario(), held))
	if err != nil {
		return Answer{}, err
	}
	v, own := p.Variant(), p.Scenario()
	for _, h := range held {
		rate, _ := own.Outlook.Streams[h.Stream].Growth.Get(h.Year)
		if err := v.SetGrowth(h.Stream, h.Year, rate); err != nil {
			return Answer{}, err
		}
	}
	return newSearchOf(v, Interval{low, high}, p, GrowthShift, result, false).answer(target)
}

// without returns a scenario that lacks some growth.
func without(s scenario.Scenario, held []Growth) scenario.Scenario {
	s.Outlook.Streams = slices.Clone(s.Outlook.Streams)
	for _, h := range held {
		st := &s.Outlook.Streams[h.Stream]
		st.Growth = st.Growth.Without(h.Year)
	}
	return s
}

// A YearDue is what is due of one year, and counts toward the cap, by the growth of
// one stream in that year: what a point of the cumulative chart stands for.
type YearDue struct {
	variant      *scenario.Variant // nil where nothing of the year counts
	stream, year int
}

// DueOf returns what is due of a year by the growth of a stream, by index. The error is
// the Faults of s, or that the stream does not grow in that year.
func DueOf(s scenario.Scenario, stream, year int) (*YearDue, error) {
	share := &s.Terms.Share
	from := max(share.From, unit.NewMonth(year, 1))
	if share.Capped {
		from = max(from, share.CapStart())
	}
	d := &YearDue{stream: stream, year: year}
	through := min(share.Through, unit.NewMonth(year, 12))
	if through < from {
		return d, nil
	}
	// Without a cap, and with a share of these months alone, all that is due is it.
	*share = scenario.Share{
		Rate: share.Rate, RatesByYear: share.RatesByYear, From: from, Through: through, EndsAtAGI: share.EndsAtAGI,
	}
	s.Uncertainty = nil
	p, err := scenario.Prepare(s)
	if err != nil {
		return nil, err
	}
	d.variant = p.Variant()
	growth, _ := s.Outlook.Streams[stream].Growth.Get(year)
	return d, d.variant.SetGrowth(stream, year, growth)
}

// At returns what is due with a growth, which is above -1 and at most
// scenario.MaxGrowth.
func (d *YearDue) At(growth unit.Rate) unit.Amount {
	if d.variant == nil {
		return 0
	}
	// The stream grows in that year, and so takes any legal growth.
	_ = d.variant.SetGrowth(d.stream, d.year, growth)
	total, err := d.variant.Total()
	if err != nil {
		return unit.Amount(math.NaN())
	}
	return total.Due
}

// Growth returns the least growth with which no less than an amount is due, or the
// highest legal one where less is due with all.
func (d *YearDue) Growth(due unit.Amount) unit.Rate {
	return unit.Rate(boundary(math.Nextafter(-1, 0), scenario.MaxGrowth, func(g float64) bool { return d.At(unit.Rate(g)) < due }))
}

// Moves reports whether what is due depends on the growth at all.
func (d *YearDue) Moves() bool { return d.At(scenario.MaxGrowth) > d.At(0) }
