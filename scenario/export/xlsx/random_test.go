package xlsx_test

import (
	"fmt"
	"math/rand/v2"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// A dice makes sound scenarios with everything a workbook follows: the same seed, the
// same scenario.
type dice struct{ *rand.Rand }

func newDice(seed uint64) dice { return dice{rand.New(rand.NewPCG(seed, 20))} }

func (d dice) chance(p float64) bool     { return d.Float64() < p }
func (d dice) between(low, high int) int { return low + d.IntN(high-low+1) }
func (d dice) rate() unit.Rate           { return unit.Rate([]float64{1, 0.2, 0.5, d.Float64()}[d.IntN(4)]) }

func (d dice) billion(most float64) unit.Amount {
	return unit.Amount([]float64{1, 0.5, d.Float64(), d.Float64()}[d.IntN(4)] * most * 1e9)
}

// near is a month of the horizon, or up to a year before or after.
func (d dice) near(s scenario.Scenario) unit.Month {
	return unit.Month(d.between(int(s.FirstMonth())-12, int(s.LastMonth())+12))
}

func (d dice) scenario() scenario.Scenario {
	s := scenario.Scenario{ID: "random", Name: "Random", Color: "#0072B2", FirstYear: 2026, LastYear: 2026 + d.IntN(6)}
	if d.chance(0.3) {
		s.FirstYear = d.between(2020, 2030)
		s.LastYear = s.FirstYear + d.IntN(5)
	}
	s.Outlook.Shape = []scenario.Shape{scenario.ShapeRamp, scenario.ShapeRamp, scenario.ShapeEven}[d.IntN(3)]
	s.Outlook.AfterActuals = []scenario.AfterActuals{"", scenario.KeepYear, scenario.KeepMonths, scenario.Rescale, scenario.HoldPace}[d.IntN(5)]
	if d.chance(0.5) {
		s.Outlook.AGIVerified = d.near(s)
	}
	for i := range d.between(0, 4) {
		s.Outlook.Streams = append(s.Outlook.Streams, d.stream(s, i))
	}
	d.terms(&s)
	s.Valuation.DiscountRate = unit.Rate([]float64{0.1, 0, -0.3, d.Float64(), 3}[d.IntN(5)])
	if d.chance(0.5) {
		s.Valuation.AsOf = d.near(s)
	}
	if d.chance(0.2) {
		s.Uncertainty = &scenario.Uncertainty{Correlation: 0.5, GrowthSD: scenario.ByYear{{Year: s.FirstYear, Rate: 0.1}}}
	}
	d.cap(&s)
	return s
}

func (d dice) stream(s scenario.Scenario, i int) scenario.Stream {
	channels := []scenario.Channel{scenario.ChannelDirect, scenario.ChannelDirect, scenario.ChannelOtherCloud, scenario.ChannelAzure}
	st := scenario.Stream{
		Name: fmt.Sprintf("Stream %d", i+1), Channel: channels[d.IntN(len(channels))], Base: d.billion(40), Shared: d.rate(),
	}
	if d.chance(0.1) {
		st.Base = 0
	}
	if d.chance(0.35) {
		st.Launch = d.between(s.FirstYear, s.LastYear+1)
	}
	for year := s.FirstYear; year <= s.LastYear+d.IntN(2); year++ {
		if st.Launch == 0 || year > st.Launch || d.chance(0.2) {
			growth := []float64{0, d.Float64()*2 - 0.4, d.Float64() * 2, -0.9, 5}[d.IntN(5)]
			st.Growth = append(st.Growth, scenario.YearRate{Year: year, Rate: unit.Rate(growth)})
		}
	}
	if d.chance(0.6) {
		d.actuals(s, &st)
	}
	return st
}

// actuals gives a stream some months and quarters, with gaps.
func (d dice) actuals(s scenario.Scenario, st *scenario.Stream) {
	last := unit.Month(d.between(int(s.FirstMonth())-4, int(s.LastMonth())+4))
	for m := s.FirstMonth() - 6; m <= last; m++ {
		p := unit.Period{First: m, Months: 1}
		if quarter := (unit.Period{First: m, Months: 3}); quarter.IsPart() && d.chance(0.5) {
			p = quarter
		}
		if d.chance(0.7) {
			st.Actuals = append(st.Actuals, scenario.Actual{Period: p, Amount: d.billion(3) * unit.Amount(p.Months)})
		}
		m += unit.Month(p.Months) - 1
	}
}

func (d dice) terms(s *scenario.Scenario) {
	t := &s.Terms
	t.Share.Rate = d.rate()
	for year := s.FirstYear - 1; year <= s.LastYear+1; year++ {
		if d.chance(0.15) {
			t.Share.RatesByYear = append(t.Share.RatesByYear, scenario.YearRate{Year: year, Rate: d.rate()})
		}
	}
	window := func() (from, through unit.Month) {
		if d.chance(0.5) {
			return s.FirstMonth(), s.LastMonth()
		}
		from, through = d.near(*s), d.near(*s)
		return min(from, through), max(from, through)
	}
	t.Share.From, t.Share.Through = window()
	t.Share.EndsAtAGI = d.chance(0.4)
	if d.chance(0.3) {
		t.Share.CapFrom = min(t.Share.Through, d.near(*s))
	}
	if d.chance(0.3) {
		t.Share.AlreadyPaid = d.billion(5)
	}
	if d.chance(0.6) {
		t.Reverse = &scenario.Reverse{Rate: d.rate(), EndsAtAGI: d.chance(0.5)}
		t.Reverse.From, t.Reverse.Through = window()
	}
	if d.chance(0.8) {
		t.OtherClouds.OpensAtAGI = d.chance(0.5)
		t.OtherClouds.AzureLeadMonths = []int{0, 0, 1, d.IntN(24)}[d.IntN(4)]
		if d.chance(0.7) {
			t.OtherClouds.From = d.near(*s)
		}
	}
	if d.chance(0.5) {
		t.License = &scenario.License{Through: d.near(*s), Exclusive: scenario.ExclusiveUntilAGI}
	}
}

// cap gives most scenarios a cap worth looking at: within what is due, at the very end
// of a month, or within a sliver of what was counted before.
func (d dice) cap(s *scenario.Scenario) {
	if d.chance(0.15) {
		return
	}
	share := &s.Terms.Share
	p, err := scenario.Project(*s)
	if err != nil {
		panic(err)
	}
	share.Capped, share.Cap = true, share.AlreadyPaid+p.Total.Due*unit.Amount(d.Float64())
	month := p.Months[d.IntN(len(p.Months))]
	switch d.IntN(6) {
	case 0:
		share.Cap = month.Cumulative
	case 1:
		share.Cap = share.AlreadyPaid + unit.Amount([]float64{0, 0.004, 0.0061}[d.IntN(3)])
	case 2:
		share.Cap = 38e9
	}
	share.Cap = min(share.Cap, scenario.MaxAmount)
}
