package sweep_test

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"headroom/scenario"
	"headroom/scenario/solve"
	"headroom/scenario/sweep"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

func unitMonth(year, month int) unit.Month { return unit.NewMonth(year, time.Month(month)) }

func side(t *testing.T, s scenario.Scenario) words.Side {
	t.Helper()
	out, err := words.SideOf(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// holds says by a projection whether a statement about a scenario is still true.
type holds func(t *testing.T, s scenario.Scenario) bool

// statements returns the three of a scenario, and how each is checked.
func statements(t *testing.T, s, other scenario.Scenario, r solve.Result) ([]sweep.Statement, []holds) {
	t.Helper()
	own, their := side(t, s), side(t, other)
	order, err := sweep.InOrder([]words.Side{own, their}, r)
	all := []sweep.Statement{sweep.ReachedInYear(s, &own.Total), sweep.ReachedAtAll(s, &own.Total)}
	year := func(v solve.Value) int {
		switch {
		case v.Before:
			return -1
		case !v.Ever():
			return 1
		}
		return v.Date.Month.Year()
	}
	rank := func(total *scenario.Totals) int {
		v, w := r.Of(total), r.Of(&their.Total)
		a, b := sweep.Place(s, r, v), sweep.Place(s, r, w)
		switch {
		case math.IsNaN(a):
			return 2
		case r == solve.CapReached && v.Reached == w.Reached:
			return 0
		case r == solve.CapReached && !w.Ever():
			return -1
		case r == solve.CapReached && !v.Ever():
			return 1
		case r == solve.CapReached && w.Before, r == solve.CapReached && !v.Before && w.Date.Before(v.Date):
			return 1
		case r == solve.CapReached:
			return -1
		case math.Abs(a-b) <= r.Tolerance(b):
			return 0
		case a < b:
			return -1
		}
		return 1
	}
	checks := []holds{
		func(t *testing.T, v scenario.Scenario) bool {
			return year(projected(t, v, solve.CapReached)) == year(solve.Value{Reached: own.Total.Reached})
		},
		func(t *testing.T, v scenario.Scenario) bool {
			now, was := projected(t, v, solve.CapReached), own.Total.Reached
			return now.Ever() == was.Ever() && (!was.Before || now.Before)
		},
	}
	if err == nil {
		all = append(all, order)
		checks = append(checks, func(t *testing.T, v scenario.Scenario) bool {
			now := side(t, v)
			return rank(&now.Total) == rank(&own.Total)
		})
	}
	return all, checks
}

// TestSafeRangesAgainstAFineScan holds what is within a safe range, and what lies beside
// it, to projections of many values, most of them where results are wont to turn.
func TestSafeRangesAgainstAFineScan(t *testing.T) {
	t.Parallel()
	n := uint64(120)
	if testing.Short() {
		n = 25
	}
	for seed := range n {
		d, p := random(t, seed)
		s := p.Scenario()
		all, checks := statements(t, s, newDice(seed+10_000).scenario(), d.result())
		found, err := sweep.SafeRanges(p, all, 1+d.IntN(3))
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		for k, list := range found {
			safe := list[d.IntN(len(list))]
			spans := safe.Others
			if safe.Holds {
				spans = append(slices.Clone(spans), safe.Range)
			}
			within := func(x float64) bool {
				return slices.ContainsFunc(spans, func(i sweep.Span) bool { return i.Low <= x && x <= i.High })
			}
			// Within half a cent or half of 1e-9 of an end nothing is promised.
			near := func(x float64) bool {
				return slices.ContainsFunc(spans, func(i sweep.Span) bool {
					return min(math.Abs(x-i.Low), math.Abs(x-i.High)) <= max(0.01, 1e-15*math.Abs(x)) && math.Abs(x) > 1000 ||
						min(math.Abs(x-i.Low), math.Abs(x-i.High)) <= 1e-9
				})
			}
			values := d.scan(t, s, safe.Input, 800)
			for _, i := range spans {
				values = append(values, i.Low, i.High)
			}
			for _, x := range values {
				if got, want := within(x), checks[k](t, safe.Input.With(s, x)); got != want && (!near(x) || got) {
					t.Errorf("seed %d: %q with %s %v is %v, want %v; safe are %+v\nscenario %+v",
						seed, all[k].Text, safe.Input, x, got, want, safe, s)
					break
				}
			}
		}
	}
}

// Of a base of b a fifth is paid up to 2 billion, and of half as much resale a fifth comes
// back: the net rises to 1 billion, with a base of 10 billion, and falls from there on.
func TestFurtherIntervalsAreNamed(t *testing.T) {
	still := scenario.ByYear{{Year: 2026, Rate: 0}}
	first, last := unitMonth(2026, 1), unitMonth(2026, 12)
	s := scenario.Scenario{
		ID: "turning", Name: "Turning", FirstYear: 2026, LastYear: 2026,
		Outlook: scenario.Outlook{Shape: scenario.ShapeEven, Streams: []scenario.Stream{
			{Name: "Own", Channel: scenario.ChannelDirect, Base: 4e9, Shared: 1, Growth: still},
			{Name: "Azure", Channel: scenario.ChannelAzure, Base: 2e9, Shared: 1, Growth: still},
		}},
		Terms: scenario.Terms{
			Share:   scenario.Share{Rate: 0.2, From: first, Through: last, Capped: true, Cap: 2e9},
			Reverse: &scenario.Reverse{Rate: 0.2, From: first, Through: last},
		},
	}
	other := scenario.InputBase.With(s, 5e9)
	order, err := sweep.InOrder([]words.Side{side(t, s), side(t, other)}, solve.Net)
	if err != nil {
		t.Fatal(err)
	}
	found, err := sweep.SafeRanges(prepared(t, s), []sweep.Statement{order}, 1)
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(found[0], func(r sweep.Safe) bool { return r.Input == scenario.InputBase })
	base := found[0][at]
	if !base.Holds || base.Range.Low != 0 || math.Abs(base.Range.High-5e9) > 0.2 || len(base.Others) != 1 || math.Abs(base.Others[0].Low-15e9) > 0.2 {
		t.Errorf("%q with bases %+v, want up to 5 billion and from 15 billion on", order.Text, base)
	}
}

func TestWithRatesByYearOneRateNeedNotHold(t *testing.T) {
	s := february()
	s.Terms.Share.Rate = 0.05
	for year := s.FirstYear; year <= s.LastYear; year++ {
		s.Terms.Share.RatesByYear = s.Terms.Share.RatesByYear.With(year, 0.2)
	}
	own := side(t, s)
	found, err := sweep.SafeRanges(prepared(t, s), []sweep.Statement{sweep.ReachedInYear(s, &own.Total)}, 1)
	if err != nil {
		t.Fatal(err)
	}
	rate := found[0][1]
	if rate.Input != scenario.InputRate || rate.Holds || len(rate.Others) != 1 || math.Abs(rate.Others[0].Low-0.2*38/41) > 1e-6 {
		t.Errorf("%+v, want that 5 %% does not hold, and from 18.54 %% on does", rate)
	}
}

// scan returns values of an input: some over all that is legal, some close to the lowest
// and some around the own one.
func (d dice) scan(t *testing.T, s scenario.Scenario, in scenario.Input, n int) []float64 {
	t.Helper()
	low, high, err := in.Range(s)
	if err != nil {
		t.Fatal(err)
	}
	own := in.Value(s)
	if sweep.IsMonth(in) {
		var out []float64
		for m := max(low, float64(s.FirstMonth()-30)); m <= min(high, float64(s.LastMonth()+30)); m++ {
			out = append(out, m)
		}
		return out
	}
	out := make([]float64, n)
	for i := range out {
		part := (float64(i) + d.Float64()) / float64(n)
		switch i % 4 {
		case 0:
			out[i] = low + part*(high-low)
		case 1:
			out[i] = low + math.Pow(1e-9, part)*(high-low)
		case 2:
			out[i] = low + 2*part*(own-low)
		default:
			out[i] = low + part*min(high-low, 3)
			if high > 1000 {
				out[i] = part * 140e9
			}
		}
		out[i] = min(high, max(low, out[i]))
	}
	return out
}

func TestTheSafeRangesOfThePlan(t *testing.T) {
	s := february()
	other := s
	other.Name, other.Terms.Share.Cap, other.Uncertainty = "Less", 30e9, nil
	all, _ := statements(t, s, other, solve.Paid)
	if want := []string{"the cap is reached in 2028", "the cap is reached by 2030", "February 2026 plan ranks above Less by amount paid"}; all[0].Text != want[0] || all[1].Text != want[1] || !strings.Contains(all[2].Text, " ranks above Less by amount paid") {
		t.Errorf("the statements are %q, %q and %q", all[0].Text, all[1].Text, all[2].Text)
	}
	found, err := sweep.SafeRanges(prepared(t, s), all, 2)
	if err != nil {
		t.Fatal(err)
	}
	// A cap is reached in 2028 between what is due by the end of 2027, 18.4 billion, and of
	// 2028, 41.0: both to what growth of four digits makes of them.
	for k, want := range [][2]float64{{18.4e9, 41e9}, {0, 134.6e9}, {30e9, 1e15}} {
		limit := found[k][0]
		if limit.Input != scenario.InputCap || !limit.Holds || math.Abs(limit.Range.Low-want[0]) > 0.2 || math.Abs(limit.Range.High-want[1]) > 0.2 {
			t.Errorf("%s with a cap from %.2f to %.2f, want %.2f to %.2f", all[k].Text, limit.Range.Low, limit.Range.High, want[0], want[1])
		}
	}
	if !found[2][0].HighLimit || found[2][0].LowLimit || !found[1][0].LowLimit || found[0][0].HighLimit {
		t.Error("only where the legal range ends is it a limit")
	}
	again, err := sweep.SafeRanges(prepared(t, s), all, 7)
	if err != nil || !reflect.DeepEqual(found, again) {
		t.Errorf("on seven goroutines the ranges are others, %v", err)
	}
}

func TestOrderIsSaidInWords(t *testing.T) {
	s := february()
	named := func(name string, limit unit.Amount) words.Side {
		v := s
		v.Name, v.Uncertainty = name, nil
		v.Terms.Share.Capped, v.Terms.Share.Cap = limit > 0, limit
		return side(t, v)
	}
	a, b, c, free := named("A", 38e9), named("B", 30e9), named("C", 50e9), named("Free", 0)
	for _, tc := range []struct {
		sides []words.Side
		r     solve.Result
		want  string
	}{
		{[]words.Side{a, b}, solve.Paid, "A ranks above B by "},
		{[]words.Side{b, a}, solve.Paid, "B ranks below A by "},
		{[]words.Side{a, a}, solve.Paid, "A and A rank alike by "},
		{[]words.Side{a, b}, solve.CapReached, "A reaches its cap after B"},
		{[]words.Side{b, a}, solve.CapReached, "B reaches its cap before A"},
		{[]words.Side{a, a}, solve.CapReached, "A and A reach their caps together"},
		{[]words.Side{free, free}, solve.CapReached, "neither Free nor Free reaches its cap"},
		{[]words.Side{a, b, c}, solve.Paid, "A is 2nd of 3 by "},
		{[]words.Side{b, a, c}, solve.CapReached, "B is 1st of 3 to reach its cap"},
		{[]words.Side{c, a, b}, solve.CapReached, "C is 3rd of 3 to reach its cap"},
		{[]words.Side{a, a, c}, solve.Paid, "level with another"},
	} {
		if st, err := sweep.InOrder(tc.sides, tc.r); err != nil || !strings.Contains(st.Text, tc.want) {
			t.Errorf("%q, %v, want %q", st.Text, err, tc.want)
		}
	}
	if _, err := sweep.InOrder([]words.Side{a, free}, solve.CapUsed); err == nil || !strings.Contains(err.Error(), "it has no cap") {
		t.Errorf("a rank by a cap that one has not: %v", err)
	}
}
