package compare_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/preset"
	"headroom/scenario/unit"
)

// of returns a scenario of the default workspace, without what a changed cap
// would have to keep in step.
func of(tb testing.TB, id string) scenario.Scenario {
	tb.Helper()
	w := preset.Default()
	at := w.Find(id)
	if at < 0 {
		tb.Fatalf("there is no scenario %q", id)
	}
	s := w.Scenarios[at]
	s.Uncertainty, s.Sources = nil, nil
	return s
}

func total(t *testing.T, s scenario.Scenario) scenario.Totals {
	t.Helper()
	out, err := scenario.Total(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func bridge(t *testing.T, from, to scenario.Scenario, result compare.Result) compare.Bridge {
	t.Helper()
	b, err := compare.NewBridge(from, to, result)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// near reports whether two amounts are the same to the cent, or to the last bits
// of amounts so large that a number has no cents.
func near(a, b unit.Amount) bool {
	size := max(math.Abs(float64(a)), math.Abs(float64(b)))
	return math.Abs(float64(a-b)) < 0.01+size*1e-12
}

// addsUp holds the steps of a bridge to the differences between its ends.
func addsUp(t *testing.T, what string, b compare.Bridge) {
	t.Helper()
	var change, due, revenue unit.Amount
	for _, step := range b.Steps {
		change, due, revenue = change+step.Change, due+step.Due, revenue+step.Revenue
	}
	if !near(change, b.Change()) {
		t.Errorf("%s: the steps in %s add up to %v, the difference is %v", what, b.Result, change, b.Change())
	}
	if !near(due, b.To.Due-b.From.Due) || !near(revenue, b.To.Revenue-b.From.Revenue) {
		t.Errorf("%s: due adds up to %v of %v, revenue to %v of %v",
			what, due, b.To.Due-b.From.Due, revenue, b.To.Revenue-b.From.Revenue)
	}
}

// groups returns the groups of a bridge in words, in order.
func groups(b compare.Bridge) []string {
	var out []string
	for _, step := range b.Steps {
		out = append(out, step.Group.String())
	}
	return out
}

// stepOf returns the step of a group given in words.
func stepOf(t *testing.T, b compare.Bridge, words string) compare.Step {
	t.Helper()
	for _, step := range b.Steps {
		if step.Group.String() == words {
			return step
		}
	}
	t.Fatalf("there is no step %q among %q", words, groups(b))
	return compare.Step{}
}

// changed returns s with its own streams changed.
func changed(s scenario.Scenario, change func(streams []scenario.Stream)) scenario.Scenario {
	s.Outlook.Streams = slices.Clone(s.Outlook.Streams)
	change(s.Outlook.Streams)
	return s
}

// stream returns a direct stream that grows by half each year from 2026 to 2030.
func stream(name string, base unit.Amount) scenario.Stream {
	st := scenario.Stream{Name: name, Channel: scenario.ChannelDirect, Base: base, Shared: 1}
	for year := 2026; year <= 2030; year++ {
		st.Growth = st.Growth.With(year, 0.5)
	}
	return st
}

// varied returns s with about the given part of its inputs changed, each of them
// to something sound.
func varied(s scenario.Scenario, r *rand.Rand, part float64) scenario.Scenario {
	yes := func() bool { return r.Float64() < part }
	month := func() unit.Month { return unit.NewMonth(2025, 6) + unit.Month(r.IntN(70)) }
	set := func(chance bool, change func()) {
		if chance {
			change()
		}
	}
	s = changed(s, func(streams []scenario.Stream) {
		for i := range streams {
			st := &streams[i]
			set(yes(), func() { st.Base *= unit.Amount(2 * r.Float64()) })
			set(yes(), func() { st.Shared = unit.Rate(r.Float64()) })
			set(yes(), func() { st.Launch = 2026 + r.IntN(6) })
			set(yes(), func() { st.Name = fmt.Sprintf("Renamed %d", i) })
			set(yes(), func() {
				st.Channel = []scenario.Channel{"direct", "other-cloud", "azure"}[r.IntN(3)]
			})
			for year := 2026; year <= 2030; year++ {
				set(yes(), func() { st.Growth = st.Growth.With(year, unit.Rate(3*r.Float64()-0.9)) })
			}
			set(yes(), func() {
				for p := unit.NewMonth(2026, 1); p < unit.NewMonth(2026, 1)+unit.Month(r.IntN(30)); p += 3 {
					st.Actuals = append(st.Actuals, scenario.Actual{
						Period: unit.Period{First: p, Months: []int{1, 3}[r.IntN(2)]}, Amount: unit.Amount(20e9 * r.Float64()),
					})
				}
			})
			set(st.Launch > 2026 && yes(), func() { st.Growth = st.Growth.Without(2026) })
		}
	})
	share := &s.Terms.Share
	set(yes(), func() { s.Outlook.Shape = scenario.ShapeEven })
	set(yes(), func() {
		s.Outlook.AfterActuals = []scenario.AfterActuals{"keep-year", "keep-months", "rescale", "pace"}[r.IntN(4)]
	})
	set(yes(), func() { s.Outlook.AGIVerified = month() })
	set(yes(), func() { share.Rate = unit.Rate(r.Float64()) })
	set(yes(), func() { share.RatesByYear = scenario.ByYear{{Year: 2028, Rate: 0.1}} })
	set(yes(), func() { share.Capped, share.Cap = true, unit.Amount(60e9*r.Float64()) })
	set(yes(), func() { share.Capped, share.Cap = false, 0 })
	set(yes(), func() { share.AlreadyPaid = unit.Amount(50e9 * r.Float64()) })
	set(yes(), func() { share.From = month(); share.Through = max(share.Through, share.From) })
	set(yes(), func() { share.Through = share.From + unit.Month(r.IntN(70)) })
	set(yes(), func() { share.CapFrom = min(share.Through, month()) })
	share.CapFrom = min(share.CapFrom, share.Through)
	set(yes(), func() { share.EndsAtAGI = !share.EndsAtAGI })
	set(yes(), func() { s.Terms.Reverse = nil })
	set(yes(), func() {
		s.Terms.Reverse = &scenario.Reverse{Rate: 0.1, From: month(), Through: unit.LastMonth, EndsAtAGI: yes()}
	})
	set(yes(), func() { s.Terms.OtherClouds.From = month() })
	set(yes(), func() { s.Terms.OtherClouds.AzureLeadMonths = r.IntN(12) })
	set(yes(), func() { s.Terms.OtherClouds.OpensAtAGI = !s.Terms.OtherClouds.OpensAtAGI })
	set(yes(), func() { s.Valuation.DiscountRate = unit.Rate(r.Float64()) })
	set(yes(), func() { s.Valuation.AsOf = month() })
	return s
}
