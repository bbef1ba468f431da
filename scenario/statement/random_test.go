package statement_test

import (
	"math/rand/v2"
	"strconv"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// randomScenario returns a sound scenario of a seed: streams of every channel, some
// with actuals, terms of every kind, and a cap that is mostly reached.
func randomScenario(seed uint64) scenario.Scenario {
	r := rand.New(rand.NewPCG(seed, 7))
	one := func(n int) bool { return r.IntN(n) == 0 }
	part := func() unit.Rate { return []unit.Rate{1, 0.2, 0, unit.Rate(r.Float64())}[r.IntN(4)] }
	s := scenario.Scenario{ID: "random", Name: "Random", FirstYear: 2026, LastYear: 2026 + r.IntN(3)}
	near := func() unit.Month { return s.FirstMonth() + unit.Month(r.IntN(48)-9) }

	s.Outlook.Shape = []scenario.Shape{scenario.ShapeRamp, scenario.ShapeEven}[r.IntN(2)]
	s.Outlook.AfterActuals = []scenario.AfterActuals{scenario.KeepYear, scenario.KeepMonths, scenario.Rescale, scenario.HoldPace}[r.IntN(4)]
	if one(2) {
		s.Outlook.AGIVerified = near()
	}
	for i := range r.IntN(4) {
		st := scenario.Stream{
			Name: strconv.Itoa(i), Base: unit.Amount(r.Float64() * 40e9), Shared: part(),
			Channel: []scenario.Channel{scenario.ChannelDirect, scenario.ChannelOtherCloud, scenario.ChannelAzure}[r.IntN(3)],
		}
		if one(4) {
			st.Launch = s.FirstYear + r.IntN(3)
		}
		for year := s.FirstYear; year <= s.LastYear; year++ {
			st.Growth = append(st.Growth, scenario.YearRate{Year: year, Rate: unit.Rate(r.Float64()*2 - 0.6)})
		}
		for q := range r.IntN(6) {
			p := unit.Period{First: s.FirstMonth() + unit.Month(3*q), Months: []int{1, 3}[r.IntN(2)]}
			if !one(3) {
				st.Actuals = st.Actuals.With(p, unit.Amount(r.Float64()*20e9))
			}
		}
		s.Outlook.Streams = append(s.Outlook.Streams, st)
	}
	share := &s.Terms.Share
	*share = scenario.Share{Rate: part(), From: near(), Capped: !one(6), EndsAtAGI: one(2), Cap: unit.Amount(r.Float64() * 30e9)}
	share.Through = share.From + unit.Month(r.IntN(60))
	if one(3) {
		share.RatesByYear = scenario.ByYear{{Year: 2027, Rate: part()}}
	}
	if one(3) {
		share.CapFrom = min(share.Through, near())
	}
	if one(3) {
		share.AlreadyPaid = unit.Amount(r.Float64() * 20e9)
	}
	if !share.Capped {
		share.Cap = 0
	}
	s.Terms.OtherClouds = scenario.OtherClouds{AzureLeadMonths: r.IntN(4), OpensAtAGI: one(2)}
	if !one(3) {
		s.Terms.OtherClouds.From = near()
	}
	return s
}
