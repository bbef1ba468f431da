package compare_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/unit"
)

func TestStepsOfRandomPairsAddUpToTheCentAndMirror(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2026))
	seen := map[compare.Kind]bool{}
	for i := range 300 {
		base := changed(of(t, "february-2026"), func(st []scenario.Stream) { st[0].Actuals = nil })
		base.Outlook.Streams = append(slices.Clip(base.Outlook.Streams), stream("Elsewhere", 2e9))
		base.Outlook.Streams[2].Channel = scenario.ChannelOtherCloud
		from, to := varied(base, r, 0.1), varied(base, r, 0.15)
		result := compare.Bridged()[i%4]
		there, back := bridge(t, from, to, result), bridge(t, to, from, result)
		addsUp(t, "there", there)
		addsUp(t, "back", back)
		if !slices.Equal(groups(there), groups(back)) {
			t.Fatalf("there by %q, back by %q", groups(there), groups(back))
		}
		for j, step := range there.Steps {
			other := back.Steps[j]
			if !near(step.Change, -other.Change) || !near(step.Due, -other.Due) || !near(step.Revenue, -other.Revenue) {
				t.Errorf("%s: %v there, %v back", step.Group, step, other)
			}
			seen[step.Group.Kind] = true
		}
	}
	for kind := compare.Base; kind <= compare.SomeStreams; kind++ {
		if !seen[kind] && kind != compare.OtherTerms && kind != compare.SomeStreams {
			t.Errorf("no pair differs in %s", compare.Group{Kind: kind})
		}
	}
}

// TestStepsAreMeansOverAllOrders computes a bridge a second way: scenarios made
// by hand, changed one input after the other in every order.
func TestStepsAreMeansOverAllOrders(t *testing.T) {
	from, to := of(t, "february-2026"), of(t, "february-2026")
	to.Terms.Share.Rate = 0.15
	to.Terms.Share.Cap = 25e9
	to.Terms.Share.AlreadyPaid = 3e9
	to = changed(to, func(streams []scenario.Stream) {
		streams[0].Base = 15e9
		streams[0].Growth = streams[0].Growth.With(2027, 0.4)
	})
	moves := map[string]func(s *scenario.Scenario){
		"base revenue": func(s *scenario.Scenario) {
			*s = changed(*s, func(st []scenario.Stream) { st[0].Base = 15e9 })
		},
		"growth 2027": func(s *scenario.Scenario) {
			*s = changed(*s, func(st []scenario.Stream) { st[0].Growth = st[0].Growth.With(2027, 0.4) })
		},
		"share rate":                   func(s *scenario.Scenario) { s.Terms.Share.Rate = 0.15 },
		"cap":                          func(s *scenario.Scenario) { s.Terms.Share.Cap = 25e9 },
		"cap start and counted before": func(s *scenario.Scenario) { s.Terms.Share.AlreadyPaid = 3e9 },
	}
	for _, result := range compare.Bridged() {
		want, orders := map[string]unit.Amount{}, 0
		eachOrder(slices.Collect(keys(moves)), func(order []string) {
			orders++
			s := from
			before := total(t, s)
			for _, name := range order {
				moves[name](&s)
				after := total(t, s)
				want[name] += result.Of(&after) - result.Of(&before)
				before = after
			}
		})
		b := bridge(t, from, to, result)
		if len(b.Steps) != len(moves) || orders != 120 {
			t.Fatalf("%d orders, steps %q", orders, groups(b))
		}
		for name, sum := range want {
			if got := stepOf(t, b, name).Change; !near(got, sum/120) {
				t.Errorf("%s: %s accounts for %v, over all orders for %v", result, name, got, sum/120)
			}
		}
	}
}

func keys[V any](m map[string]V) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// eachOrder calls f with every order of names.
func eachOrder(names []string, f func([]string)) {
	var place func(n int)
	place = func(n int) {
		if n == len(names) {
			f(names)
			return
		}
		for i := n; i < len(names); i++ {
			names[n], names[i] = names[i], names[n]
			place(n + 1)
			names[n], names[i] = names[i], names[n]
		}
	}
	place(0)
}

// TestTwoGroupsByHand is the worked case, 134.6 due and 38 paid, against half the
// rate and a cap of 60: by the rate alone 38 is paid of 67.3, by the cap alone 60
// of 134.6, by both 60 of 67.3. So the rate accounts for ((38-38) + (60-60)) / 2
// = 0 and the cap for 22; in what is due the rate for -67.3 and the cap for 0. With
// a cap of 80 the rate accounts for ((38-38) + (67.3-80)) / 2 = -6.35 and the cap
// for ((80-38) + (67.3-38)) / 2 = 35.65.
func TestTwoGroupsByHand(t *testing.T) {
	for _, c := range []struct{ cap, rateStep, capStep unit.Amount }{
		{60e9, 0, 22e9},
		{80e9, -6.35e9, 35.65e9},
	} {
		from, to := of(t, "february-2026"), of(t, "february-2026")
		to.Terms.Share.Rate, to.Terms.Share.Cap = 0.1, c.cap
		b := bridge(t, from, to, compare.Paid)
		if len(b.Steps) != 2 {
			t.Fatalf("steps %q", groups(b))
		}
		rate, limit := stepOf(t, b, "share rate"), stepOf(t, b, "cap")
		if !near(rate.Change, c.rateStep) || !near(limit.Change, c.capStep) {
			t.Errorf("cap %v: the rate accounts for %v, the cap for %v", c.cap, rate.Change, limit.Change)
		}
		whole := c.rateStep + c.capStep
		for step, want := range map[compare.Step]unit.Amount{rate: c.rateStep / whole, limit: c.capStep / whole} {
			if part, known := b.Part(step); !known || !near(unit.Amount(part), want) {
				t.Errorf("cap %v: %s is %v of the whole, known %v, want %v", c.cap, step.Group, part, known, want)
			}
		}
		if totals := b.Totals(); !near(totals[0], 38e9+b.Steps[0].Change) || !near(totals[1], 38e9+whole) {
			t.Errorf("cap %v: it comes to %v, want at last %v", c.cap, totals, 38e9+whole)
		}
		if !near(rate.Due, -67.3e9) || limit.Due != 0 || !near(rate.Absorbed(), -67.3e9-c.rateStep) {
			t.Errorf("cap %v: in due the rate accounts for %v, the cap for %v", c.cap, rate.Due, limit.Due)
		}
	}
}

func TestOfScenariosThatPayAlikeTheBridgeIsEmpty(t *testing.T) {
	from := of(t, "february-2026")
	to := from
	to.ID, to.Name, to.Note, to.Color = "other", "Other", "Another", "#000000"
	to.Outlook.Name, to.Outlook.Preset, to.Terms.Name, to.Terms.Preset = "", "", "", ""
	to.Terms.License = nil
	to.Uncertainty = &scenario.Uncertainty{Correlation: 0.3}
	to.Terms.Share.CapFrom = to.Terms.Share.CapStart() // said rather than left out, or the other way
	to.Valuation.AsOf = to.AsOf()
	to = changed(to, func(st []scenario.Stream) { st[0].Growth = st[0].Growth.With(2031, 9).With(2025, 1) })
	to.Terms.Share.RatesByYear = scenario.ByYear{{Year: 2031, Rate: 1}}
	for _, result := range compare.Results() {
		if b := bridge(t, from, to, result); b.Steps != nil || b.Change() != 0 || b.Merged != nil {
			t.Errorf("%s: %q, difference %v", result, groups(b), b.Change())
		}
	}
}

// TestNothingIsAPartOfNoDifference changes growth after the cap was reached, so that
// what differs moves no payment, and then what is paid by less than tables show.
func TestNothingIsAPartOfNoDifference(t *testing.T) {
	for _, c := range []struct {
		says  string
		cap   unit.Amount
		known bool
	}{
		{"the same cap", 38e9, false},
		{"a cap a cent higher", 38e9 + 0.01, false},
		{"a cap $10M higher", 38.01e9, true},
	} {
		from, to := of(t, "february-2026"), of(t, "february-2026")
		to.Terms.Share.Cap = c.cap
		to = changed(to, func(st []scenario.Stream) { st[0].Growth = st[0].Growth.With(2030, 0.1) })
		b := bridge(t, from, to, compare.Paid)
		if part, known := b.Part(b.Steps[0]); known != c.known {
			t.Errorf("%s: a step is %v of the difference, known %v", c.says, part, known)
		}
	}
}

func TestWhatHasNoEffectGetsZero(t *testing.T) {
	from, to := of(t, "february-2026"), of(t, "february-2026")
	// The cap is reached in November 2028: later growth pays nothing. What is
	// paid depends on no resale, no discount, and on no AGI without a clause.
	to = changed(to, func(st []scenario.Stream) {
		st[0].Base *= 1.1
		st[0].Growth = st[0].Growth.With(2029, 0.1).With(2030, 3)
		st[1].Base *= 2
	})
	to.Valuation.DiscountRate = 0.2
	to.Outlook.AGIVerified = unit.NewMonth(2028, 1)
	to.Terms.Reverse = nil
	to.Terms.OtherClouds.AzureLeadMonths = 7
	to.Terms.Share.Cap = 40e9
	b := bridge(t, from, to, compare.Paid)
	for _, step := range b.Steps {
		if moves := step.Group.Kind == compare.Cap; (step.Change != 0) != moves {
			t.Errorf("%s accounts for %v", step.Group, step.Change)
		}
	}
	if got, want := len(b.Steps), 9; got != want {
		t.Errorf("%d steps, want %d: %q", got, want, groups(b))
	}
	if stepOf(t, b, "growth 2030").Due <= 0 {
		t.Error("growth of 2030 adds nothing to what is due")
	}
}

func TestDifferentHorizonsAreRefused(t *testing.T) {
	from, to := of(t, "february-2026"), of(t, "february-2026")
	to.ID, to.LastYear = "shorter", 2029
	_, err := compare.NewBridge(from, to, compare.Paid)
	if err == nil || !strings.Contains(err.Error(), "covers 2026 to 2030, the other 2026 to 2029") {
		t.Errorf("error %v", err)
	}
}

func TestWhatCannotBeComputedIsRefused(t *testing.T) {
	good, bad := of(t, "february-2026"), of(t, "february-2026")
	bad.ID, bad.Terms.Share.Rate = "bad", 1.1
	for _, pair := range [][2]scenario.Scenario{{good, bad}, {bad, good}} {
		_, err := compare.NewBridge(pair[0], pair[1], compare.Paid)
		if err == nil || !strings.Contains(err.Error(), `"bad"`) || !strings.Contains(err.Error(), "terms.share.rate") {
			t.Errorf("error %v", err)
		}
	}
	if _, err := compare.NewBridge(good, good, "cap-reached"); err == nil {
		t.Error("a bridge in a date is built")
	}
}
