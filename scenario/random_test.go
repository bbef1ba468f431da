package scenario_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"sort"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// A dice makes sound scenarios of every kind: the same seed, the same scenario.
type dice struct{ *rand.Rand }

// randomScenario returns the scenario of a seed.
func randomScenario(seed uint64) scenario.Scenario {
	d := dice{rand.New(rand.NewPCG(seed, 2026))}
	s := scenario.Scenario{ID: "random", Name: "Random", FirstYear: 2026, LastYear: 2030}
	if d.chance(0.6) {
		s.FirstYear = d.between(2000, 2100)
		s.LastYear = min(2100, s.FirstYear+d.pick(0, d.between(0, 10), d.between(0, 49)))
	}
	s.Outlook.Shape = scenario.ShapeRamp
	if d.chance(0.3) {
		s.Outlook.Shape = scenario.ShapeEven
	}
	if d.chance(0.5) {
		s.Outlook.AGIVerified = d.month(s)
	}
	for i := range d.pick(0, 1, 1, 2, 3, 5, 8) {
		s.Outlook.Streams = append(s.Outlook.Streams, d.stream(s, i))
	}
	s.Terms = d.terms(s)
	s.Valuation.DiscountRate = unit.Rate(d.value(0.1, 0, -0.5, 10, d.Float64()))
	if d.chance(0.5) {
		s.Valuation.AsOf = d.month(s)
	}
	dice{rand.New(rand.NewPCG(seed, 1998))}.actuals(&s)
	d.limit(&s)
	return s
}

func (d dice) chance(p float64) bool       { return d.Float64() < p }
func (d dice) between(low, high int) int   { return low + d.IntN(high-low+1) }
func (d dice) pick(of ...int) int          { return of[d.IntN(len(of))] }
func (d dice) value(of ...float64) float64 { return of[d.IntN(len(of))] }
func (d dice) fraction() unit.Rate         { return unit.Rate(d.value(1, 1, 0, 0.2, d.Float64())) }
func inRange(year int) int                 { return min(2100, max(2000, year)) }
func clamp(m unit.Month) unit.Month        { return min(unit.LastMonth, max(unit.FirstMonth, m)) }

func (d dice) amount(of ...float64) unit.Amount {
	return unit.Amount(min(1e15, max(0, d.value(of...))))
}

// month is mostly within the horizon, sometimes up to two years outside.
func (d dice) month(s scenario.Scenario) unit.Month {
	return clamp(unit.Month(d.between(int(s.FirstMonth())-24, int(s.LastMonth())+24)))
}

// span is a window: all of the horizon, some of it, or beyond.
func (d dice) span(s scenario.Scenario) (from, through unit.Month) {
	if d.chance(0.5) {
		return s.FirstMonth(), s.LastMonth()
	}
	from, through = d.month(s), d.month(s)
	return min(from, through), max(from, through)
}

func (d dice) stream(s scenario.Scenario, i int) scenario.Stream {
	channels := []scenario.Channel{
		scenario.ChannelDirect, scenario.ChannelDirect, scenario.ChannelOtherCloud, scenario.ChannelAzure,
	}
	st := scenario.Stream{
		Name:    fmt.Sprintf("Stream %d", i+1),
		Channel: channels[d.IntN(len(channels))],
		Base:    d.amount(d.Float64()*50e9, d.Float64()*50e9, 1e9, 0, 1e-3, 1e15),
		Shared:  d.fraction(),
	}
	if d.chance(0.4) {
		st.Launch = min(2100, d.between(s.FirstYear, s.LastYear+1))
	}
	kind := d.IntN(6)
	for year := inRange(s.FirstYear - 2); year <= inRange(s.LastYear+2); year++ {
		needed := year >= s.FirstYear && year <= s.LastYear && (st.Launch == 0 || year > st.Launch)
		if needed || d.chance(0.1) {
			st.Growth = append(st.Growth, scenario.YearRate{Year: year, Rate: d.growth(kind)})
		}
	}
	return st
}

// growth is of one kind in all years of a stream, so that extremes add up.
func (d dice) growth(kind int) unit.Rate {
	switch kind {
	case 0:
		return 0
	case 1:
		return unit.Rate(d.value(-0.999999, -0.5, -0.999999999999, 100, 1))
	case 2:
		return unit.Rate(d.value(100, d.Float64()*100))
	}
	return unit.Rate(d.Float64()*2 - 0.5)
}

func (d dice) terms(s scenario.Scenario) scenario.Terms {
	var t scenario.Terms
	t.Share.Rate = d.fraction()
	for year := inRange(s.FirstYear - 1); year <= inRange(s.LastYear+1) && d.chance(0.8); year++ {
		if d.chance(0.3) {
			t.Share.RatesByYear = append(t.Share.RatesByYear, scenario.YearRate{Year: year, Rate: d.fraction()})
		}
	}
	t.Share.From, t.Share.Through = d.span(s)
	t.Share.EndsAtAGI = d.chance(0.4)
	if d.chance(0.4) {
		t.Share.CapFrom = min(t.Share.Through, d.month(s))
	}
	t.Share.AlreadyPaid = d.amount(0, 0, d.Float64()*1e10)
	if d.chance(0.5) {
		t.Reverse = &scenario.Reverse{Rate: d.fraction(), EndsAtAGI: d.chance(0.5)}
		t.Reverse.From, t.Reverse.Through = d.span(s)
	}
	if d.chance(0.8) {
		t.OtherClouds.OpensAtAGI = d.chance(0.5)
		t.OtherClouds.AzureLeadMonths = d.pick(0, 0, 1, d.between(0, 24), 120)
		if d.chance(0.7) {
			t.OtherClouds.From = d.month(s)
		}
	}
	return t
}

// limit gives most scenarios a cap that is worth looking at: somewhere in what
// is due, at the very end of a month, or within a sliver of what was counted
// before.
func (d dice) limit(s *scenario.Scenario) {
	if d.chance(0.15) {
		return
	}
	share := &s.Terms.Share
	share.Capped = true
	var ends []float64
	sum := num(0)
	for _, m := range dueTruth(*s) {
		if m.due.Sign() > 0 && m.month >= share.CapFrom {
			sum = plus(sum, m.due)
			end, _ := sum.Float64()
			ends = append(ends, end)
		}
	}
	already := float64(share.AlreadyPaid)
	if len(ends) > 0 && d.chance(0.8) {
		exact := ends[d.IntN(len(ends))]
		share.Cap = d.amount(already+exact*d.Float64(), already+exact*d.Float64(), already+exact, exact)
	} else {
		share.Cap = d.amount(38e9, 0, 1e15, 0.004)
	}
	if d.chance(0.2) {
		sliver, _ := sliverTruth(*share).Float64()
		cap := float64(share.Cap)
		share.AlreadyPaid = d.amount(cap, cap-sliver*0.99, cap-sliver*1.01, cap-3*sliver, cap+sliver, cap*1.5, cap/2)
	}
}

// within reports whether a computed amount is a true one, to the larger of a
// cent and 1e-9 of the amounts it is made of.
func within(got unit.Amount, want *big.Float, scales ...*big.Float) bool {
	tolerance := num(0.01)
	for _, scale := range append(scales, want) {
		if part := mult(num(1e-9), num(0).Abs(scale)); part.Cmp(tolerance) > 0 {
			tolerance = part
		}
	}
	return num(0).Abs(less(amount(got), want)).Cmp(tolerance) <= 0
}

// A tally counts which sides of the model random scenarios touch, so that a
// generator that misses one fails.
type tally map[string]int

func (t tally) count(sentence string, happened bool) {
	if _, ok := t[sentence]; !ok {
		t[sentence] = 0
	}
	if happened {
		t[sentence]++
	}
}

func (t tally) rare(least int) []string {
	var names []string
	for name, n := range t {
		if n < least {
			names = append(names, fmt.Sprintf("%s: %d", name, n))
		}
	}
	sort.Strings(names)
	return names
}
