package solve_test

import (
	"math"
	"testing"

	"headroom/scenario"
	"headroom/scenario/preset"
	"headroom/scenario/solve"
	"headroom/scenario/unit"
)

func february(t *testing.T) scenario.Scenario {
	t.Helper()
	w := preset.Default()
	return w.Scenarios[w.Find("february-2026")]
}

func date(t *testing.T, text string) unit.Date {
	t.Helper()
	d, err := unit.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func reached(t *testing.T, s scenario.Scenario) scenario.Reached {
	t.Helper()
	total, err := scenario.Total(s)
	if err != nil {
		t.Fatal(err)
	}
	return total.Reached
}

func TestAnswersAreExactlyTheValuesThatReachTheTarget(t *testing.T) {
	grids := map[solve.Input][]float64{}
	for v := 0.0; v <= 140e9; v += 0.25e9 {
		grids[solve.Cap] = append(grids[solve.Cap], v)
	}
	for v := -0.54; v <= 3; v += 0.005 {
		grids[solve.GrowthShift] = append(grids[solve.GrowthShift], v)
	}
	for _, shape := range []scenario.Shape{scenario.ShapeRamp, scenario.ShapeEven} {
		s := february(t)
		s.Outlook.Shape = shape
		for input, grid := range grids {
			for _, target := range []string{"2026-01-01", "2026-05-17", "2028-11-23", "2028-11-24", "2028-12-31", "2029-12-31", "2030-12-31"} {
				answer, err := solve.Reached(s, input, date(t, target))
				if err != nil {
					t.Fatal(err)
				}
				for _, v := range grid {
					hit := reached(t, input.With(s, v)).Date == date(t, target)
					if within := contains(answer.Intervals, v); within != hit {
						t.Errorf("%s %s to %s: %v reaches it: %v, in the answer: %v", shape, input, target, v, hit, within)
					}
				}
				for _, interval := range answer.Intervals {
					checkEdges(t, s, input, answer.Range, interval, date(t, target))
				}
			}
		}
	}
}

// checkEdges tries the values at both ends of an interval and just past them.
func checkEdges(t *testing.T, s scenario.Scenario, input solve.Input, span, interval solve.Interval, target unit.Date) {
	t.Helper()
	for _, v := range []float64{interval.Low, interval.High, (interval.Low + interval.High) / 2} {
		if got := reached(t, input.With(s, v)).Date; got != target {
			t.Errorf("%s %v gives %s, not %s", input, v, got, target)
		}
	}
	if below := math.Nextafter(interval.Low, math.Inf(-1)); below >= span.Low && reached(t, input.With(s, below)).Date == target {
		t.Errorf("%s: %v just below the answer reaches the target too", input, below)
	}
	if above := math.Nextafter(interval.High, math.Inf(1)); above <= span.High && reached(t, input.With(s, above)).Date == target {
		t.Errorf("%s: %v just above the answer reaches the target too", input, above)
	}
}

func contains(intervals []solve.Interval, v float64) bool {
	for _, i := range intervals {
		if v >= i.Low && v <= i.High {
			return true
		}
	}
	return false
}

func TestThePresentValueIsTheAnswerWhereItReachesTheTarget(t *testing.T) {
	s := february(t)
	answer, err := solve.Reached(s, solve.Cap, date(t, "2028-11-23"))
	if err != nil || !answer.Possible() || answer.Value != 38e9 {
		t.Errorf("got %v, %v, want the cap of 38e9 that the plan has", answer.Value, err)
	}
	answer, err = solve.Reached(s, solve.GrowthShift, date(t, "2028-11-23"))
	if err != nil || !answer.Possible() || answer.Value != 0 {
		t.Errorf("got a shift of %v, %v, want none", answer.Value, err)
	}
}

func TestTheAnswerComesWithItsResult(t *testing.T) {
	s := february(t)
	target := date(t, "2029-12-31")
	for _, input := range []solve.Input{solve.Cap, solve.GrowthShift} {
		answer, err := solve.Reached(s, input, target)
		if err != nil || !answer.Possible() {
			t.Fatalf("%s: %v", input, err)
		}
		if answer.Result.Date != target || reached(t, input.With(s, answer.Value)) != answer.Result.Reached {
			t.Errorf("%s: the scenario of the answer gives %v, the answer says %v", input, reached(t, input.With(s, answer.Value)), answer.Result)
		}
	}
}

func TestWhatCannotBeReachedSaysSoWithTheNearest(t *testing.T) {
	flat := scenario.Scenario{
		ID: "flat", Name: "Flat", FirstYear: 2026, LastYear: 2027,
		Outlook: scenario.Outlook{Shape: scenario.ShapeRamp, Streams: []scenario.Stream{{
			Name: "All", Channel: scenario.ChannelDirect, Base: 12e9, Shared: 1,
			Growth: scenario.ByYear{{Year: 2026, Rate: 0}, {Year: 2027, Rate: 0}},
		}}},
		Terms: scenario.Terms{Share: scenario.Share{
			Rate: 0.2, From: unit.NewMonth(2026, 1), Through: unit.NewMonth(2027, 6), Capped: true, Cap: 10e9,
		}},
	}
	// The share ends in June 2027: no cap is reached after it.
	answer, err := solve.Reached(flat, solve.Cap, date(t, "2027-07-15"))
	if err != nil {
		t.Fatal(err)
	}
	if answer.Possible() {
		t.Errorf("got %v, want nothing: no share is due in July 2027", answer.Intervals)
	}
	if answer.Result.Date != date(t, "2027-06-30") {
		t.Errorf("nearest is %s, want the last day of the share", answer.Result.Date)
	}
	if answer.Range != (solve.Interval{Low: 0, High: 1e15}) {
		t.Errorf("range tried is %v", answer.Range)
	}
	uncapped := flat
	uncapped.Terms.Share.Capped, uncapped.Terms.Share.Cap = false, 0
	if answer, err := solve.Reached(uncapped, solve.GrowthShift, date(t, "2027-01-01")); err != nil || answer.Possible() {
		t.Errorf("without a cap: got %v, %v, want nothing", answer.Intervals, err)
	}
}

func TestShiftsKeepEveryGrowthLegal(t *testing.T) {
	s := february(t)
	streams := append([]scenario.Stream(nil), s.Outlook.Streams...)
	streams[0].Growth = streams[0].Growth.With(2030, 95).With(2029, -0.9)
	s.Outlook.Streams = streams
	answer, err := solve.Reached(s, solve.GrowthShift, date(t, "2028-06-30"))
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range []float64{answer.Range.Low, answer.Range.High} {
		if faults := solve.GrowthShift.With(s, v).Check(); faults != nil {
			t.Errorf("a shift of %v: %v", v, faults)
		}
	}
	if answer.Range.High > 5 || answer.Range.Low < -0.1000001 {
		t.Errorf("range is %v, but +95%%·100 leaves 5 to the top and −90%% leaves 0.1 to the bottom", answer.Range)
	}
}

// The values tried are all that a scenario takes, and no others.
func TestTheRangesEndWhereAScenarioTakesNoMore(t *testing.T) {
	s := february(t)
	for _, input := range []solve.Input{solve.Cap, solve.GrowthShift} {
		answer, err := solve.Reached(s, input, date(t, "2028-06-30"))
		if err != nil {
			t.Fatal(err)
		}
		beyond := func(v, to float64) float64 { // by more than an addition to a growth rounds off
			return v + math.Copysign(max(math.Abs(v)*1e-12, 1e-12), to)
		}
		for _, end := range []struct{ last, next float64 }{
			{answer.Range.Low, beyond(answer.Range.Low, -1)}, {answer.Range.High, beyond(answer.Range.High, 1)},
		} {
			if faults := input.With(s, end.last).Check(); faults != nil {
				t.Errorf("%s %v: %v", input, end.last, faults)
			}
			limit := input == solve.GrowthShift && (end.last == -1 || end.last == 10) // of what is tried, not of what is legal
			if faults := input.With(s, end.next).Check(); faults == nil && !limit {
				t.Errorf("%s %v, beyond the range, is taken", input, end.next)
			}
		}
	}
}

// Beside -100 % the floats lie so close together that the way to the first legal
// shift must not go from one to the next.
func TestAGrowthBesideItsLeastIsShifted(t *testing.T) {
	for _, above := range []float64{1e-3, 1e-6, 1e-9, 1e-13, 1.2e-16} {
		s := february(t)
		streams := append([]scenario.Stream(nil), s.Outlook.Streams...)
		streams[0].Growth = streams[0].Growth.With(2030, unit.Rate(-1+above))
		s.Outlook.Streams = streams
		answer, err := solve.Reached(s, solve.GrowthShift, date(t, "2029-03-31"))
		if err != nil {
			t.Errorf("%v above -100%%: %v", above, err)
			continue
		}
		if faults := solve.GrowthShift.With(s, answer.Range.Low).Check(); faults != nil || answer.Range.Low > 0 {
			t.Errorf("%v above -100%%, a shift of %v: %v", above, answer.Range.Low, faults)
		}
	}
}

func TestWithoutAGrowthNothingCanBeShifted(t *testing.T) {
	s := february(t)
	s.Outlook.Streams = nil
	s.Sources = nil
	if _, err := solve.Reached(s, solve.GrowthShift, date(t, "2028-06-30")); err == nil {
		t.Error("no error")
	}
	if _, err := solve.Reached(s, "colour", date(t, "2028-06-30")); err == nil {
		t.Error("an unknown input is no error")
	}
}
