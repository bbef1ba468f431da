package explain_test

import (
	"fmt"
	"math/rand/v2"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// A dice makes sound scenarios that touch every rule: the same seed, the same
// scenario.
type dice struct{ *rand.Rand }

func randomScenario(seed uint64) scenario.Scenario {
	d := dice{rand.New(rand.NewPCG(seed, 38))}
	s := scenario.Scenario{ID: "random", Name: "Random", FirstYear: 2026, LastYear: 2026 + d.IntN(6)}
	s.Outlook.Shape = scenario.ShapeRamp
	if d.chance(0.3) {
		s.Outlook.Shape = scenario.ShapeEven
	}
	if d.chance(0.5) {
		s.Outlook.AGIVerified = d.month(s)
	}
	for i := range d.IntN(5) {
		s.Outlook.Streams = append(s.Outlook.Streams, d.stream(s, i))
	}
	dice{rand.New(rand.NewPCG(seed, 39))}.actuals(&s)
	s.Terms.Share = d.share(s)
	if d.chance(0.6) {
		s.Terms.Reverse = &scenario.Reverse{Rate: d.part(), EndsAtAGI: d.chance(0.5)}
		s.Terms.Reverse.From, s.Terms.Reverse.Through = d.span(s)
	}
	s.Terms.OtherClouds.OpensAtAGI = d.chance(0.5)
	s.Terms.OtherClouds.AzureLeadMonths = d.IntN(2) * d.IntN(20)
	if d.chance(0.6) {
		s.Terms.OtherClouds.From = d.month(s)
	}
	s.Valuation.DiscountRate = unit.Rate(d.Float64()*0.6 - 0.2)
	if d.chance(0.5) {
		s.Valuation.AsOf = d.month(s)
	}
	return s
}

func (d dice) chance(p float64) bool { return d.Float64() < p }

func (d dice) part() unit.Rate {
	return []unit.Rate{0.2, 1, 0, unit.Rate(d.Float64())}[d.IntN(4)]
}

// month is within the horizon or a year around it.
func (d dice) month(s scenario.Scenario) unit.Month {
	months := int(s.LastMonth()-s.FirstMonth()) + 1
	return s.FirstMonth() - 12 + unit.Month(d.IntN(months+24))
}

func (d dice) span(s scenario.Scenario) (from, through unit.Month) {
	if d.chance(0.5) {
		return s.FirstMonth(), s.LastMonth()
	}
	from, through = d.month(s), d.month(s)
	return min(from, through), max(from, through)
}

func (d dice) stream(s scenario.Scenario, i int) scenario.Stream {
	channels := []scenario.Channel{scenario.ChannelDirect, scenario.ChannelOtherCloud, scenario.ChannelAzure}
	st := scenario.Stream{
		Name: fmt.Sprintf("Stream %d", i+1), Channel: channels[d.IntN(3)],
		Base: unit.Amount(d.Float64() * 30e9), Shared: 1,
	}
	if d.chance(0.2) {
		st.Base = 0
	}
	if d.chance(0.3) {
		st.Shared = d.part()
	}
	if d.chance(0.3) {
		st.Launch = s.FirstYear + d.IntN(s.LastYear-s.FirstYear+2)
	}
	for year := s.FirstYear; year <= s.LastYear; year++ {
		st.Growth = append(st.Growth, scenario.YearRate{Year: year, Rate: unit.Rate(d.Float64()*2.5 - 0.9)})
	}
	return st
}

// share mostly has a cap that is reached, sometimes at the very end of a month or
// within a sliver of what was counted before.
func (d dice) share(s scenario.Scenario) scenario.Share {
	share := scenario.Share{Rate: d.part(), EndsAtAGI: d.chance(0.4), Capped: d.chance(0.85)}
	share.From, share.Through = d.span(s)
	for year := s.FirstYear; year <= s.LastYear; year++ {
		if d.chance(0.2) {
			share.RatesByYear = append(share.RatesByYear, scenario.YearRate{Year: year, Rate: d.part()})
		}
	}
	if d.chance(0.4) {
		share.CapFrom = min(share.Through, d.month(s))
	}
	if d.chance(0.4) {
		share.AlreadyPaid = unit.Amount(d.Float64() * 5e9)
	}
	if !share.Capped {
		return share
	}
	open := s
	open.Terms.Share = share
	open.Terms.Share.Cap = 1e15
	p, err := scenario.Project(open)
	if err != nil {
		panic(err)
	}
	counted := p.Months[d.IntN(len(p.Months))].Cumulative
	sliver := 0.005 + counted*1e-12
	share.Cap = max(0, []unit.Amount{
		counted, counted * unit.Amount(d.Float64()), counted + sliver/2, counted * 1.1, 1e12,
		share.AlreadyPaid, share.AlreadyPaid / 2, share.AlreadyPaid + sliver/3, 0,
	}[d.IntN(9)])
	return share
}

// actuals gives half of the streams what they have earned, by month and quarter with
// gaps, and the scenario a rule for what comes after.
func (d dice) actuals(s *scenario.Scenario) {
	s.Outlook.AfterActuals = []scenario.AfterActuals{"", "keep-year", "keep-months", "rescale", "pace"}[d.IntN(5)]
	for i := range s.Outlook.Streams {
		if d.chance(0.5) {
			s.Outlook.Streams[i].Actuals = d.known(s.FirstMonth())
		}
	}
}

func (d dice) known(quarter unit.Month) (known scenario.Actuals) {
	for end := quarter + unit.Month(d.IntN(30)); quarter < end; quarter += 3 {
		months := [][]unit.Month{{0}, {1, 2}, {0, 1, 2}, {}, {}, {}}[d.IntN(6)]
		for _, k := range months {
			known = known.With(unit.Period{First: quarter + k, Months: 1}, unit.Amount(d.Float64()*5e9))
		}
		if len(months) == 0 && d.chance(0.8) {
			known = known.With(unit.Period{First: quarter, Months: 3}, unit.Amount(d.Float64()*15e9))
		}
	}
	return known
}
