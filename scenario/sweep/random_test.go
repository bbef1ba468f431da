package sweep_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"headroom/scenario"
	"headroom/scenario/preset"
	"headroom/scenario/solve"
	"headroom/scenario/unit"
)

// A dice makes sound scenarios out of the shipped ones: the same seed, the same scenario.
type dice struct{ *rand.Rand }

func newDice(seed uint64) dice             { return dice{rand.New(rand.NewPCG(seed, 19))} }
func (d dice) chance(p float64) bool       { return d.Float64() < p }
func (d dice) value(of ...float64) float64 { return of[d.IntN(len(of))] }

func (d dice) month(s scenario.Scenario) unit.Month {
	return s.FirstMonth() + unit.Month(d.IntN(int(s.LastMonth()-s.FirstMonth())+1))
}

// scenario returns a scenario in which much is another than in the shipped one: streams,
// counting, windows, clauses, actuals and what goes on after them.
func (d dice) scenario() scenario.Scenario {
	all := preset.Default().Scenarios
	s := all[d.IntN(len(all))]
	s.Sources = nil
	s.Outlook.Streams = slices.Clone(s.Outlook.Streams)
	for i := range s.Outlook.Streams {
		st := &s.Outlook.Streams[i]
		if d.chance(0.8) {
			st.Actuals = nil
		}
		st.Base *= unit.Amount(d.value(1, 0.5+d.Float64()))
		for _, g := range st.Growth {
			st.Growth = st.Growth.With(g.Year, unit.Rate(d.value(0, float64(g.Rate), float64(g.Rate)*d.Float64(), d.Float64()-0.5)))
		}
	}
	if d.chance(0.3) {
		first := s.Outlook.Streams[0]
		first.Name, first.Channel = "Second", []scenario.Channel{scenario.ChannelDirect, scenario.ChannelAzure, scenario.ChannelOtherCloud}[d.IntN(3)]
		first.Base *= unit.Amount(d.Float64())
		s.Outlook.Streams = append(s.Outlook.Streams, first)
	}
	if d.chance(0.3) {
		s.Outlook.Shape = scenario.ShapeEven
	}
	if d.chance(0.3) {
		s.Outlook.AGIVerified = d.month(s)
	}
	d.actuals(&s)
	d.share(&s)
	return s
}

func (d dice) actuals(s *scenario.Scenario) {
	if !d.chance(0.4) {
		return
	}
	st := &s.Outlook.Streams[0]
	st.Actuals = nil
	for m := s.FirstMonth(); m <= s.FirstMonth()+unit.Month(d.IntN(20)); m++ {
		if d.chance(0.9) {
			st.Actuals = st.Actuals.With(unit.Period{First: m, Months: 1}, st.Base/12*unit.Amount(d.Float64()*3))
		}
	}
	if last := len(s.Outlook.Streams) - 1; last > 0 {
		d.quarters(s, last)
	}
	rules := []scenario.AfterActuals{"", scenario.KeepMonths, scenario.Rescale, scenario.HoldPace}
	s.Outlook.AfterActuals = rules[d.IntN(len(rules))]
}

// quarters gives a stream some actual quarters, whose last may end months before or after
// those of another stream.
func (d dice) quarters(s *scenario.Scenario, stream int) {
	st := &s.Outlook.Streams[stream]
	st.Actuals = nil
	for q := range unit.Month(d.IntN(7)) {
		st.Actuals = st.Actuals.With(unit.Period{First: s.FirstMonth() + 3*q, Months: 3}, st.Base/4*unit.Amount(d.Float64()*3))
	}
}

func (d dice) share(s *scenario.Scenario) {
	share := &s.Terms.Share
	share.RatesByYear = nil
	if d.chance(0.3) {
		share.RatesByYear = share.RatesByYear.With(d.month(*s).Year(), unit.Rate(d.value(0, d.Float64())))
	}
	if d.chance(0.2) {
		share.Through = max(share.From, d.month(*s)+unit.Month(d.IntN(24)))
	}
	share.CapFrom = 0
	if d.chance(0.3) {
		share.CapFrom = min(share.Through, d.month(*s))
	}
	share.EndsAtAGI = d.chance(0.3)
	if d.chance(0.9) {
		share.Capped, share.Cap = true, unit.Amount(d.value(38e9, d.Float64()*60e9, d.Float64()*5e9, 1e9))
		share.AlreadyPaid = unit.Amount(d.value(0, 0, d.Float64()*10e9))
	} else {
		share.Capped, share.Cap = false, 0
	}
	if u := s.Uncertainty; u != nil {
		own := *u
		own.CapRange = nil
		s.Uncertainty = &own
	}
}

// random returns a random scenario, prepared.
func random(t *testing.T, seed uint64) (dice, *scenario.Prepared) {
	t.Helper()
	d := newDice(seed)
	return d, prepared(t, d.scenario())
}

func prepared(tb testing.TB, s scenario.Scenario) *scenario.Prepared {
	tb.Helper()
	p, err := scenario.Prepare(s)
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

// february is the plan of the worked cases, without actuals: the cap of $38B is reached on
// Nov 23, 2028.
func february() scenario.Scenario {
	w := preset.Default()
	s := w.Scenarios[w.Find("february-2026")]
	s.Outlook.Streams = slices.Clone(s.Outlook.Streams)
	for i := range s.Outlook.Streams {
		s.Outlook.Streams[i].Actuals = nil
	}
	return s
}

// projected returns a result of s as Project computes it.
func projected(t *testing.T, s scenario.Scenario, r solve.Result) solve.Value {
	t.Helper()
	p, err := scenario.Project(s)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return r.Of(&p.Total)
}

// result returns one of the results.
func (d dice) result() solve.Result {
	all := solve.Results()
	return all[d.IntN(len(all))]
}

// over returns some range of an input within what is legal.
func (d dice) over(t *testing.T, s scenario.Scenario, in scenario.Input) solve.Interval {
	t.Helper()
	low, high, err := in.Range(s)
	if err != nil {
		t.Fatal(err)
	}
	v := in.Value(s)
	switch in {
	case scenario.InputCap, scenario.InputAlreadyPaid, scenario.InputBase:
		return solve.Interval{Low: min(high, max(low, v*d.Float64())), High: min(high, v+60e9*d.Float64())}
	case scenario.InputCapFrom, scenario.InputThrough:
		return solve.Interval{Low: max(low, v-math.Floor(30*d.Float64())), High: min(high, v+math.Floor(30*d.Float64()))}
	}
	return solve.Interval{Low: max(low, v-d.Float64()), High: min(high, v+d.Float64())}
}
