package sweep_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/solve"
	"headroom/scenario/sweep"
)

func tornado(t *testing.T, s scenario.Scenario, r solve.Result, ranges map[scenario.Input]sweep.Span) sweep.Tornado {
	t.Helper()
	out, err := sweep.NewTornado(prepared(t, s), r, ranges)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestBarsAreWhatProjectionsAlongThemGive(t *testing.T) {
	t.Parallel()
	turned, still := 0, 0
	for seed := range uint64(300) {
		d, p := random(t, seed)
		s, r := p.Scenario(), d.result()
		ranges := map[scenario.Input]sweep.Span{}
		for _, in := range sweep.TornadoInputs(s, r) {
			if d.chance(0.5) {
				ranges[in] = d.over(t, s, in)
			}
		}
		out, err := sweep.NewTornado(p, r, ranges)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if want := projected(t, s, r); out.Base != want || len(out.Bars) != len(sweep.TornadoInputs(s, r)) {
			t.Fatalf("seed %d: a base of %+v, want %+v; %d bars", seed, out.Base, want, len(out.Bars))
		}
		for i, bar := range out.Bars {
			if i > 0 && bar.Span > out.Bars[i-1].Span {
				t.Fatalf("seed %d: %s moves more than %s above it", seed, bar.Input, out.Bars[i-1].Input)
			}
			low, high := math.Inf(1), math.Inf(-1)
			if place := sweep.Place(s, r, out.Base); !math.IsNaN(place) {
				low, high = place, place
			}
			for k, point := range bar.Points {
				want := out.Base
				if point.X != bar.Value || bar.NoValue {
					want = projected(t, bar.Input.With(s, point.X), r)
				}
				if point.Value != want {
					t.Fatalf("seed %d: %s %v gives %+v, want %+v", seed, bar.Input, point.X, point.Value, want)
				}
				if k > 0 && point.X <= bar.Points[k-1].X {
					t.Fatalf("seed %d: %s: points out of order: %v", seed, bar.Input, bar.Points)
				}
				if place := sweep.Place(s, r, want); !math.IsNaN(place) {
					low, high = min(low, place), max(high, place)
				}
			}
			if at := func(v solve.Value) float64 { return sweep.Place(s, r, v) }; !math.IsInf(low, 0) && (at(bar.Least.Value) != low || at(bar.Greatest.Value) != high) {
				t.Fatalf("seed %d: %s goes from %v to %v, want %v to %v", seed, bar.Input, bar.Least, bar.Greatest, low, high)
			}
			inside := func(p sweep.Point) bool { return p.X > bar.Range.Low && p.X < bar.Range.High && p.X != bar.Value }
			if bar.Span > 0 && (inside(bar.Least) || inside(bar.Greatest)) {
				turned++
			}
			if bar.Span == 0 && bar.Reason != "" {
				still++
			}
		}
	}
	if turned < 5 || still < 200 {
		t.Errorf("%d bars turn within their range, %d are still and say why", turned, still)
	}
}

func TestTheTornadoOfThePlan(t *testing.T) {
	plain := february()
	plain.Uncertainty = nil
	out := tornado(t, plain, solve.CapReached, nil)
	if first := out.Bars[0]; first.Input != scenario.InputGrowthShift || first.Least.X != 0.2 || first.Greatest.X != -0.2 {
		t.Errorf("the first bar is %+v, want all growth shifted, by 20 points to the earliest date", first)
	}
	at := slices.IndexFunc(out.Bars, func(b sweep.Bar) bool { return b.Input == scenario.InputCap })
	limit := out.Bars[at]
	if limit.Range.Low != 30.4e9 || limit.Range.High != 45.6e9 || limit.Least.X != 30.4e9 || limit.Greatest.X != 45.6e9 {
		t.Errorf("the cap is moved %+v, want from $30.4B, the earliest, to $45.6B, the latest", limit)
	}
	if out.Base.String() != "2028-11-23" || len(limit.Points) != 5 {
		t.Errorf("the base is %s, the cap has %d points", out.Base, len(limit.Points))
	}
	for _, bar := range out.Bars {
		for in, want := range map[scenario.Input]string{
			scenario.GrowthOf(2029): "the cap is reached before 2029", scenario.GrowthOf(2030): "the cap is reached before 2030",
			scenario.InputThrough: "the cap is reached before the share ends",
		} {
			if bar.Input == in && (bar.Reason != want || bar.Span != 0) {
				t.Errorf("%s moves it by %v: %q, want %q", in, bar.Span, bar.Reason, want)
			}
		}
		if bar.Input == scenario.InputDiscount {
			t.Error("the discount rate has a bar, though a date does not depend on it")
		}
	}
	if n := len(tornado(t, plain, solve.PresentValue, nil).Bars); n != 13 {
		t.Errorf("the present value has %d bars, want 13", n)
	}
}

func TestStillBarsSayWhy(t *testing.T) {
	with := func(change func(s *scenario.Scenario)) scenario.Scenario {
		s := february()
		s.Uncertainty, s.Sources = nil, nil
		s.Outlook.Streams = slices.Clone(s.Outlook.Streams)
		change(&s)
		return s
	}
	for _, c := range []struct {
		says   string
		s      scenario.Scenario
		result solve.Result
		in     scenario.Input
		want   string
	}{
		{"no cap", with(func(s *scenario.Scenario) { s.Terms.Share.Capped, s.Terms.Share.Cap = false, 0 }), solve.Paid, scenario.InputAlreadyPaid, "there is no cap"},
		{"no cap to reach", with(func(s *scenario.Scenario) { s.Terms.Share.Capped, s.Terms.Share.Cap = false, 0 }), solve.CapReached, scenario.InputRate, "there is no cap"},
		{"no revenue", with(func(s *scenario.Scenario) { s.Outlook.Streams[0].Shared = 0 }), solve.Paid, scenario.InputRate, "nothing is due"},
		{"all paid", february(), solve.Paid, scenario.GrowthOf(2027), "all of the cap is paid either way"},
		{"too large a cap", with(func(s *scenario.Scenario) { s.Terms.Share.Cap = 500e9 }), solve.Paid, scenario.InputCap, "the cap is not reached"},
		{"never", with(func(s *scenario.Scenario) { s.Terms.Share.Cap = 500e9 }), solve.CapReached, scenario.GrowthOf(2026), "the cap is not reached by 2030"},
		{"before", with(func(s *scenario.Scenario) { s.Terms.Share.AlreadyPaid = 60e9 }), solve.CapReached, scenario.GrowthOf(2026), "the cap is reached before 2026"},
		{"a share that ends", with(func(s *scenario.Scenario) { s.Terms.Share.Through, s.Terms.Share.Cap = unitMonth(2028, 6), 500e9 }), solve.Paid, scenario.GrowthOf(2029), "the share ends before 2029"},
		{"a share that goes on", with(func(s *scenario.Scenario) { s.Terms.Share.Through, s.Terms.Share.Cap = unitMonth(2035, 6), 500e9 }), solve.Paid, scenario.InputThrough, "the share goes on after 2030"},
	} {
		out := tornado(t, c.s, c.result, nil)
		at := slices.IndexFunc(out.Bars, func(b sweep.Bar) bool { return b.Input == c.in })
		if bar := out.Bars[at]; bar.Span != 0 || bar.Reason != c.want {
			t.Errorf("%s: %s moves %s by %v: %q, want %q", c.says, c.in, c.result, bar.Span, bar.Reason, c.want)
		}
	}
}

func TestFirstRangesAreThoseOfTheModel(t *testing.T) {
	s := february()
	s.Terms.Share.CapFrom = unitMonth(2026, 3)
	s.Uncertainty = &scenario.Uncertainty{GrowthSD: scenario.ByYear{{Year: 2027, Rate: 0.1}}, CapRange: &scenario.CapRange{Low: 37e9, High: 50e9}}
	m := func(year, month int) float64 { return float64(unitMonth(year, month)) }
	g, _ := s.Outlook.Streams[0].Growth.Get(2028)
	h, _ := s.Outlook.Streams[0].Growth.Get(2027)
	for in, want := range map[scenario.Input]sweep.Span{
		scenario.InputCap:         {Low: 37e9, High: 50e9},
		scenario.InputRate:        {Low: 0.16, High: 0.24},
		scenario.InputBase:        {Low: 0.95 * 13.07e9, High: 1.05 * 13.07e9},
		scenario.InputGrowthShift: {Low: -0.2, High: 0.2},
		scenario.GrowthOf(2028):   {Low: float64(g) - 0.2, High: float64(g) + 0.2},
		scenario.GrowthOf(2027):   {Low: (1+float64(h))*math.Exp(-0.1) - 1, High: (1+float64(h))*math.Exp(0.1) - 1},
		scenario.InputCapFrom:     {Low: m(2026, 1), High: m(2026, 9)},
		scenario.InputThrough:     {Low: m(2029, 12), High: m(2030, 12)},
		scenario.InputAlreadyPaid: {Low: 0, High: 3.8e9},
		scenario.InputDiscount:    {Low: 0.07, High: 0.13},
	} {
		got, err := sweep.FirstRange(s, in)
		if err != nil || math.Abs(got.Low-want.Low) > 1e-9*(1+want.Low) || math.Abs(got.High-want.High) > 1e-9*(1+want.High) {
			t.Errorf("%s: %v, %v, want %v", in, got, err, want)
		}
	}
	s.Terms.Share.Rate = 0.99
	if got, _ := sweep.FirstRange(s, scenario.InputRate); got.High != 1 {
		t.Errorf("a rate of 99 %% is moved up to %v", got.High)
	}
	if _, err := sweep.NewTornado(prepared(t, s), solve.Paid, map[scenario.Input]sweep.Span{scenario.InputRate: {Low: 0, High: 2}}); err == nil || !strings.Contains(err.Error(), "not between 0% and 100%") {
		t.Errorf("a range beyond what is legal: %v", err)
	}
}
