package simulate_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"headroom/scenario"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
)

func prepare(tb testing.TB, s scenario.Scenario) *scenario.Prepared {
	tb.Helper()
	p, err := scenario.Prepare(s)
	if err != nil {
		tb.Fatalf("%v\n%+v", err, s)
	}
	return p
}

func run(tb testing.TB, s scenario.Scenario, o simulate.Options) *simulate.Result {
	tb.Helper()
	var m simulate.Simulator
	var r simulate.Result
	if err := m.Run(tb.Context(), prepare(tb, s), o, &r); err != nil {
		tb.Fatal(err)
	}
	return &r
}

// paths returns copies of all paths of a run.
func paths(tb testing.TB, s scenario.Scenario, o simulate.Options) []simulate.Path {
	tb.Helper()
	var m simulate.Simulator
	var all []simulate.Path
	err := m.Paths(tb.Context(), prepare(tb, s), o, func(p *simulate.Path) error {
		one := *p
		one.Factors = append([]float64(nil), p.Factors...)
		one.Counted = append([]unit.Amount(nil), p.Counted...)
		all = append(all, one)
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	return all
}

// worked is the first of the model's worked cases: 30, 62, 113, 184 and 284 billion in
// 2026 to 2030, a share of 20% and a cap of 38 billion.
func worked() scenario.Scenario {
	s := scenario.Scenario{ID: "worked", Name: "Worked", FirstYear: 2026, LastYear: 2030}
	st := scenario.Stream{Name: "OpenAI", Channel: scenario.ChannelDirect, Base: 13.07e9, Shared: 1}
	before := 13.07
	for i, revenue := range []float64{30, 62, 113, 184, 284} {
		st.Growth = st.Growth.With(2026+i, unit.Rate(revenue/before-1))
		before = revenue
	}
	s.Outlook = scenario.Outlook{Shape: scenario.ShapeRamp, Streams: []scenario.Stream{st}}
	s.Terms.Share = scenario.Share{Rate: 0.2, From: s.FirstMonth(), Through: s.LastMonth(), Capped: true, Cap: 38e9}
	s.Valuation.DiscountRate = 0.1
	return s
}

// uncertain returns s with standard deviations of growth from its first year on.
func uncertain(s scenario.Scenario, correlation float64, sds ...float64) scenario.Scenario {
	u := scenario.Uncertainty{Correlation: unit.Rate(correlation)}
	if s.Uncertainty != nil {
		u.CapRange = s.Uncertainty.CapRange
	}
	for i, sd := range sds {
		u.GrowthSD = u.GrowthSD.With(s.FirstYear+i, unit.Rate(sd))
	}
	s.Uncertainty = &u
	return s
}

// ranged returns s with a range of its cap.
func ranged(s scenario.Scenario, low, high float64) scenario.Scenario {
	u := scenario.Uncertainty{}
	if s.Uncertainty != nil {
		u = *s.Uncertainty
	}
	u.CapRange = &scenario.CapRange{Low: unit.Amount(low), High: unit.Amount(high)}
	s.Uncertainty = &u
	return s
}

// usual is worked with the uncertainty that the program proposes.
func usual() scenario.Scenario {
	return ranged(uncertain(worked(), 0.5, 0.05, 0.15, 0.2, 0.25, 0.25), 35e9, 41e9)
}

// year returns s with a horizon of one year, each month alike.
func year(s scenario.Scenario) scenario.Scenario {
	s.LastYear, s.Outlook.Shape = s.FirstYear, scenario.ShapeEven
	s.Terms.Share.Through = s.LastMonth()
	return s
}

// A dice makes sound scenarios with uncertainty of every kind.
type dice struct{ *rand.Rand }

func newDice(seed uint64) dice { return dice{rand.New(rand.NewPCG(seed, 18))} }

func (d dice) chance(p float64) bool { return d.Float64() < p }

func (d dice) month(s scenario.Scenario) unit.Month {
	return s.FirstMonth() + unit.Month(d.IntN(int(s.LastMonth()-s.FirstMonth())+1))
}

func (d dice) scenario() scenario.Scenario {
	s := scenario.Scenario{ID: "random", Name: "Random", FirstYear: 2020 + d.IntN(10)}
	s.LastYear = s.FirstYear + d.IntN(8)
	s.Outlook.Shape = scenario.ShapeRamp
	if d.chance(0.3) {
		s.Outlook.Shape = scenario.ShapeEven
	}
	if d.chance(0.4) {
		s.Outlook.AGIVerified = d.month(s)
	}
	rules := []scenario.AfterActuals{scenario.KeepYear, scenario.KeepMonths, scenario.Rescale, scenario.HoldPace}
	s.Outlook.AfterActuals = rules[d.IntN(len(rules))]
	for i := range 1 + d.IntN(4) {
		s.Outlook.Streams = append(s.Outlook.Streams, d.stream(s, i))
	}
	share := scenario.Share{Rate: unit.Rate(0.05 + d.Float64()/2), From: s.FirstMonth(), Through: s.LastMonth()}
	if d.chance(0.4) {
		share.From, share.Through = d.month(s), d.month(s)
		share.From, share.Through = min(share.From, share.Through), max(share.From, share.Through)
	}
	for y := s.FirstYear; y <= s.LastYear; y++ {
		if d.chance(0.2) {
			share.RatesByYear = share.RatesByYear.With(y, unit.Rate(d.Float64()/2))
		}
	}
	share.EndsAtAGI = d.chance(0.3)
	if d.chance(0.4) {
		share.CapFrom = min(share.Through, d.month(s))
	}
	if d.chance(0.4) {
		share.AlreadyPaid = unit.Amount(d.Float64() * 2e9)
	}
	s.Terms.Share = share
	if d.chance(0.7) {
		s.Terms.OtherClouds = scenario.OtherClouds{From: d.month(s), AzureLeadMonths: d.IntN(8), OpensAtAGI: d.chance(0.5)}
	}
	if total, err := scenario.Total(s); err == nil && d.chance(0.85) {
		s.Terms.Share.Capped = true
		s.Terms.Share.Cap = share.AlreadyPaid + total.Due*unit.Amount(d.Float64()*1.2)
	}
	s.Valuation.DiscountRate = unit.Rate(d.Float64() / 5)
	if d.chance(0.5) {
		s.Valuation.AsOf = d.month(s)
	}
	return d.uncertainty(s)
}

func (d dice) uncertainty(s scenario.Scenario) scenario.Scenario {
	u := scenario.Uncertainty{Correlation: unit.Rate([]float64{0, 0.5, 1, -1, d.Float64()*2 - 1}[d.IntN(5)])}
	for y := s.FirstYear - 1; y <= s.LastYear; y++ {
		if d.chance(0.7) {
			u.GrowthSD = u.GrowthSD.With(y, unit.Rate(d.Float64()*0.5))
		}
	}
	if limit := s.Terms.Share.Cap; s.Terms.Share.Capped && d.chance(0.6) {
		u.CapRange = &scenario.CapRange{Low: limit * unit.Amount(d.Float64()), High: limit * unit.Amount(1+d.Float64())}
	}
	s.Uncertainty = &u
	return s
}

func (d dice) stream(s scenario.Scenario, i int) scenario.Stream {
	st := scenario.Stream{
		Name: string(rune('A' + i)), Channel: scenario.ChannelDirect,
		Base: unit.Amount(d.Float64() * 20e9), Shared: unit.Rate(0.2 + 0.8*d.Float64()),
	}
	switch d.IntN(6) {
	case 0:
		st.Channel = scenario.ChannelAzure
	case 1:
		st.Channel = scenario.ChannelOtherCloud
	}
	if d.chance(0.3) {
		st.Launch = s.FirstYear + d.IntN(s.LastYear-s.FirstYear+2)
	}
	for y := s.FirstYear; y <= s.LastYear; y++ {
		if st.Launch == 0 || y > st.Launch {
			st.Growth = st.Growth.With(y, unit.Rate(d.Float64()*1.5-0.3))
		}
	}
	if d.chance(0.5) {
		return st
	}
	end := s.FirstMonth() + unit.Month(3*(1+d.IntN(10)))
	for m := s.FirstMonth(); m < min(end, s.LastMonth()-2); {
		p := unit.Period{First: m, Months: 3}
		if d.chance(0.4) {
			p.Months = 1
		}
		if p.Months == 1 || m%3 == 0 {
			if d.chance(0.9) {
				st.Actuals = st.Actuals.With(p, unit.Amount(d.Float64()*float64(p.Months)*2e9))
			}
			m += unit.Month(p.Months)
			continue
		}
		m++
	}
	return st
}

// near holds two amounts to a cent, or to 1e-12 of what they are made of.
func near(a, b, of unit.Amount) bool {
	return math.Abs(float64(a-b)) <= max(0.01, 1e-12*math.Abs(float64(of)))
}
