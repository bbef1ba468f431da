package scenario_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/unit"
)

func TestValuesOfARangeAreLegalAndThosePastItAreNot(t *testing.T) {
	t.Parallel()
	for seed := range scenarios(t, 1000) {
		s := randomScenario(8_000_000 + seed)
		for _, in := range scenario.Inputs(s) {
			low, high, err := in.Range(s)
			if err != nil || low > high {
				t.Fatalf("seed %d: %s from %v to %v: %v", seed, in, low, high, err)
			}
			for _, value := range []float64{low, high} {
				if faults := in.With(s, value).Check(); faults != nil {
					t.Fatalf("seed %d: %s %v: %v", seed, in, value, faults)
				}
			}
			step := max(1e-9, 1e-9*high)
			if in == scenario.InputCapFrom || in == scenario.InputThrough {
				step = 1
			}
			shift := in == scenario.InputGrowthShift // of it some ends are those of use
			if in.With(s, low-step).Check() == nil && !(shift && low == -1) {
				t.Fatalf("seed %d: %s: %v is legal too", seed, in, low-step)
			}
			if in.With(s, high+step).Check() == nil && !(shift && high == 10) {
				t.Fatalf("seed %d: %s: %v is legal too", seed, in, high+step)
			}
		}
	}
}

func TestTheOwnValueOfAnInputChangesNothing(t *testing.T) {
	t.Parallel()
	for seed := range scenarios(t, 500) {
		s := randomScenario(9_000_000 + seed)
		s.Terms.Share.RatesByYear = nil
		for _, in := range scenario.Inputs(s) {
			if _, year := in.Year(); year || in == scenario.InputCap && !s.Terms.Share.Capped {
				continue // streams may grow differently, and a cap is put on
			}
			if got := mustTotal(in.With(s, in.Value(s))); got != mustTotal(s) {
				t.Fatalf("seed %d: %s %v changes %+v to %+v", seed, in, in.Value(s), mustTotal(s), got)
			}
		}
	}
}

// outlook is the plan with further streams: sales that grow by half in all years, and
// Azure's.
func outlook() scenario.Scenario {
	s := plan()
	own := flatStream("Own", scenario.ChannelDirect)
	own.Growth = nil
	for year := s.FirstYear; year <= s.LastYear; year++ {
		own.Growth = own.Growth.With(year, 0.5)
	}
	own.Base = 2 * s.Outlook.Streams[0].Base
	s.Outlook.Streams = append(slices.Clone(s.Outlook.Streams), own, flatStream("Azure", scenario.ChannelAzure))
	return s
}

func TestWhatInputsStandFor(t *testing.T) {
	s := outlook()
	base := s.Outlook.Streams[0].Base
	if got := scenario.InputBase.Value(s); got != float64(3*base) {
		t.Errorf("the base is %v, want the 3 * %v of the direct streams", got, base)
	}
	scaled := scenario.InputBase.With(s, float64(6*base))
	for i := range s.Outlook.Streams {
		if got, want := scaled.Outlook.Streams[i].Base, 2*s.Outlook.Streams[i].Base; got != want {
			t.Errorf("with the double base stream %d has %v, want %v", i, got, want)
		}
	}
	shifted := scenario.InputGrowthShift.With(s, 0.25)
	for i := range s.Outlook.Streams {
		for j, g := range s.Outlook.Streams[i].Growth {
			if got := shifted.Outlook.Streams[i].Growth[j].Rate; got != g.Rate+0.25 {
				t.Errorf("shifted by 0.25 stream %d grows by %v, not by %v and so much", i, got, g.Rate)
			}
		}
	}
	year := scenario.GrowthOf(2027)
	grown := year.With(s, 0.75)
	for i, want := range []unit.Rate{0.75, 0.75, 0} {
		if got, _ := grown.Outlook.Streams[i].Growth.Get(2027); got != want {
			t.Errorf("stream %d grows by %v in 2027, want %v", i, got, want)
		}
	}
	if got := year.Value(grown); got != 0.75 {
		t.Errorf("the growth of 2027 is %v after it was set to 0.75", got)
	}
	together := float64((s.Revenue(0, 2027)+s.Revenue(1, 2027))/(s.Revenue(0, 2026)+s.Revenue(1, 2026)) - 1)
	if got := year.Value(s); math.Abs(got-together) > 1e-12 {
		t.Errorf("the growth of 2027 is %v, want %v, that of both streams together", got, together)
	}
	s.Terms.Share.RatesByYear = scenario.ByYear{{Year: 2028, Rate: 0.1}}
	if got := scenario.InputRate.With(s, 0.15).Terms.Share; got.Rate != 0.15 || got.RatesByYear != nil {
		t.Errorf("a rate of 15%% leaves %+v", got)
	}
}

func TestTheRangeOfACapMovesWithIt(t *testing.T) {
	s := plan()
	s.Uncertainty = &scenario.Uncertainty{Correlation: 0.5, CapRange: &scenario.CapRange{Low: 35e9, High: 41e9}}
	for value, want := range map[float64]scenario.CapRange{
		38e9: {Low: 35e9, High: 41e9}, 76e9: {Low: 70e9, High: 82e9}, 19e9: {Low: 17.5e9, High: 20.5e9}, 0: {},
	} {
		changed := scenario.InputCap.With(s, value)
		if faults := changed.Check(); faults != nil {
			t.Errorf("a cap of %v: %v", value, faults)
		}
		if changed.Uncertainty.Correlation != 0.5 || *changed.Uncertainty.CapRange != want {
			t.Errorf("a cap of %v leaves the range %+v, want %+v", value, *changed.Uncertainty.CapRange, want)
		}
	}
	if other := scenario.InputRate.With(s, 0.1); *other.Uncertainty.CapRange != *s.Uncertainty.CapRange || s.Uncertainty.CapRange.Low != 35e9 {
		t.Errorf("with another rate the range is %+v, and that of the scenario it came from %+v", *other.Uncertainty.CapRange, *s.Uncertainty.CapRange)
	}
	s.Uncertainty.CapRange, s.Terms.Share.Capped, s.Terms.Share.Cap = nil, false, 0
	if capped := scenario.InputCap.With(s, 38e9); capped.Uncertainty.CapRange != nil {
		t.Errorf("a cap put on where there was none has the range %+v", *capped.Uncertainty.CapRange)
	}
}

func TestInputsThatAScenarioDoesNotHave(t *testing.T) {
	late := plan()
	late.Outlook.Streams = slices.Clone(late.Outlook.Streams)
	late.Outlook.Streams[0].Launch = 2028
	nothing := plan()
	nothing.Outlook.Streams = nil
	for _, c := range []struct {
		s    scenario.Scenario
		in   scenario.Input
		says string
	}{
		{plan(), "growth:2025", "the horizon is 2026 to 2030"},
		{plan(), "growth:2031", "the horizon is 2026 to 2030"},
		{plan(), "growth:28", "is not an input"},
		{plan(), "growth:", "is not an input"},
		{plan(), "shape", "is not an input"},
		{plan(), "", "is not an input"},
		{late, "growth:2028", "no direct stream grows in 2028"},
		{nothing, "growth:2028", "no direct stream grows in 2028"},
		{nothing, "growth-shift", "no stream has a growth to shift"},
		{nothing, "base", "no direct stream has a base"},
	} {
		if _, _, err := c.in.Range(c.s); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("the range of %q: %v, want %q", c.in, err, c.says)
		}
		if err := prepare(t, c.s).Variant().Set(c.in, 0.5); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("setting %q: %v, want %q", c.in, err, c.says)
		}
		if got := mustTotal(c.in.With(c.s, 0.5)); got != mustTotal(c.s) {
			t.Errorf("%q changes the scenario", c.in)
		}
		if slices.Contains(scenario.Inputs(c.s), c.in) {
			t.Errorf("%q is among the inputs", c.in)
		}
	}
	if _, _, err := scenario.GrowthOf(2029).Range(late); err != nil {
		t.Errorf("the year after the launch: %v", err)
	}
}
