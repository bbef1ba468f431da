package solve_test

import (
	"fmt"
	"math"
	"math/rand/v2"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// A dice makes sound scenarios of the kinds in which results turn as an input moves:
// rates that end early, terms that AGI ends, launches, a reverse share, counting that
// begins late, a valuation in the middle.
type dice struct{ *rand.Rand }

func newDice(seed uint64) dice                  { return dice{rand.New(rand.NewPCG(seed, 14))} }
func (d dice) chance(p float64) bool            { return d.Float64() < p }
func (d dice) between(low, high int) int        { return low + d.IntN(high-low+1) }
func (d dice) value(of ...float64) float64      { return of[d.IntN(len(of))] }
func (d dice) rate(of ...float64) unit.Rate     { return unit.Rate(d.value(append(of, d.Float64())...)) }
func (d dice) amount(of ...float64) unit.Amount { return unit.Amount(d.value(of...)) }

func (d dice) month(s scenario.Scenario) unit.Month {
	return unit.Month(d.between(int(s.FirstMonth()), int(s.LastMonth())))
}

// scenario returns a scenario of one to five years.
func (d dice) scenario() scenario.Scenario {
	s := scenario.Scenario{ID: "random", Name: "Random", FirstYear: 2026, LastYear: 2026 + d.IntN(5)}
	s.Outlook.Shape = scenario.ShapeRamp
	if d.chance(0.3) {
		s.Outlook.Shape = scenario.ShapeEven
	}
	if d.chance(0.4) {
		s.Outlook.AGIVerified = d.month(s)
	}
	channels := []scenario.Channel{scenario.ChannelDirect, scenario.ChannelDirect, scenario.ChannelAzure, scenario.ChannelOtherCloud}
	for i := range d.between(1, 3) {
		st := scenario.Stream{
			Name: fmt.Sprintf("Stream %d", i+1), Channel: channels[0], Base: d.amount(12e9, 1e9, d.Float64()*50e9), Shared: d.rate(1, 1, 1),
		}
		if i > 0 {
			st.Channel = channels[d.IntN(len(channels))]
		}
		if i > 0 && d.chance(0.3) {
			st.Launch = d.between(s.FirstYear, s.LastYear)
		}
		for year := s.FirstYear; year <= s.LastYear; year++ {
			st.Growth = st.Growth.With(year, unit.Rate(d.value(0, d.Float64()*1.5, d.Float64()*2-0.9)))
		}
		s.Outlook.Streams = append(s.Outlook.Streams, st)
	}
	s.Terms = d.terms(s)
	s.Valuation.DiscountRate = unit.Rate(d.value(0.1, 0.1, 0, -0.2, 3))
	if d.chance(0.5) {
		s.Valuation.AsOf = d.month(s)
	}
	return s
}

func (d dice) terms(s scenario.Scenario) scenario.Terms {
	share := scenario.Share{Rate: d.rate(0.2, 0.2), From: s.FirstMonth(), Through: s.LastMonth(), EndsAtAGI: d.chance(0.4)}
	for year := s.FirstYear; year <= s.LastYear; year++ {
		if d.chance(0.2) {
			share.RatesByYear = share.RatesByYear.With(year, d.rate(0, 0))
		}
	}
	if d.chance(0.3) {
		share.Through = d.month(s)
	}
	if d.chance(0.3) {
		share.CapFrom = min(share.Through, d.month(s))
	}
	if d.chance(0.85) {
		share.Capped, share.Cap = true, d.amount(1e9, 10e9, d.Float64()*60e9, d.Float64()*5e9)
		share.AlreadyPaid = d.amount(0, 0, 0, d.Float64()*10e9)
	}
	t := scenario.Terms{Share: share}
	if d.chance(0.5) {
		t.Reverse = &scenario.Reverse{Rate: d.rate(0.2), From: s.FirstMonth(), Through: s.LastMonth(), EndsAtAGI: d.chance(0.3)}
		if d.chance(0.3) {
			t.Reverse.Through = d.month(s)
		}
	}
	if d.chance(0.7) {
		t.OtherClouds = scenario.OtherClouds{From: d.month(s), OpensAtAGI: d.chance(0.5)}
	}
	return t
}

// values returns n values of an input, ascending, spread in one of several ways.
func (d dice) values(low, high, present float64, n int) []float64 {
	if usual := low + 3*(present-low); d.chance(0.4) && usual > low && usual < high {
		high = usual
	}
	near := d.chance(0.5)
	out := make([]float64, n)
	for i := range out {
		part := float64(i) / float64(n-1)
		if near { // to the low end
			part = math.Pow(1e-9, 1-part)
		}
		out[i] = min(high, low+part*(high-low))
	}
	return out
}
