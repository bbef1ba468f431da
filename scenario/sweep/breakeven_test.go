package sweep_test

import (
	"math"
	"testing"

	"headroom/scenario"
	"headroom/scenario/solve"
	"headroom/scenario/sweep"
	"headroom/scenario/unit"
)

// atEnd says by a projection whether the cap of s is reached at the very end of a month:
// on its last day, or, by what half a cent of it comes to, the first moment after.
func atEnd(t *testing.T, s scenario.Scenario, by unit.Month) bool {
	t.Helper()
	return projected(t, s, solve.CapReached).Reached == scenario.Reached{Date: unit.Date{Month: by, Day: by.Days()}}
}

func TestBreakEvenReachesTheCapAtTheEndOfTheYear(t *testing.T) {
	t.Parallel()
	caps, shifts := 0, 0
	for seed := range uint64(300) {
		_, p := random(t, seed)
		s := p.Scenario()
		rows, err := sweep.BreakEvens(p)
		if err != nil || len(rows) != s.LastYear-s.FirstYear+1 {
			t.Fatalf("seed %d: %d rows, %v", seed, len(rows), err)
		}
		projection, err := scenario.Project(s)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			if !row.NoCap {
				caps++
				if v := scenario.InputCap.With(s, float64(row.Cap)); !atEnd(t, v, row.By) {
					t.Fatalf("seed %d: a cap of %v is reached on %s, want at the end of %s", seed, row.Cap, projected(t, v, solve.CapReached), row.By)
				}
			}
			if !row.NoShift {
				shifts++
				v := scenario.InputGrowthShift.With(s, float64(row.Shift))
				if !atEnd(t, v, row.By) && !steep(t, s, row) {
					t.Fatalf("seed %d: a shift of %v reaches the cap on %s, want at the end of %s\n%+v", seed, row.Shift, projected(t, v, solve.CapReached), row.By, s)
				}
			}
			for _, need := range projection.Pace.Needed {
				if need.By == row.By && (need.Known == row.NoPace || need.Annual != row.Pace) {
					t.Fatalf("seed %d: pace %v, want %+v", seed, row.Pace, need)
				}
			}
		}
	}
	if caps < 300 || shifts < 200 {
		t.Errorf("only %d caps and %d shifts", caps, shifts)
	}
}

// steep reports whether the shift and the next one lie on either side of the end of the
// year: so much grows by it that no number lies between.
func steep(t *testing.T, s scenario.Scenario, row sweep.BreakEven) bool {
	t.Helper()
	day := func(shift float64) solve.Value {
		return projected(t, scenario.InputGrowthShift.With(s, shift), solve.CapReached)
	}
	v := float64(row.Shift)
	before, after := day(math.Nextafter(v, 1000)), day(math.Nextafter(v, -1000))
	return before.Date.Month <= row.By && !before.Date.IsZero() && (after.Date.IsZero() || after.Date.Month > row.By)
}

func TestTheBreakEvenOfThePlan(t *testing.T) {
	rows, err := sweep.BreakEvens(prepared(t, february()))
	if err != nil {
		t.Fatal(err)
	}
	// What is due by the end of each year: the cap that would just be reached. The shifts
	// are those of the worked picture, to a tenth of a point.
	for i, want := range []struct{ limit, shift float64 }{{6, 12.242}, {18.4, 1.151}, {41, -0.065}, {77.8, -0.42}, {134.6, -0.563}} {
		row := rows[i]
		if row.NoCap || math.Abs(float64(row.Cap)-want.limit*1e9) > 1 {
			t.Errorf("%s: a cap of %v, want %v billion", row.By, row.Cap, want.limit)
		}
		if row.NoShift || math.Abs(float64(row.Shift)-want.shift) > 0.0006 {
			t.Errorf("%s: a shift of %v, want %v", row.By, row.Shift, want.shift)
		}
		if !row.NoPace {
			t.Errorf("%s: a pace of %v without actuals", row.By, row.Pace)
		}
	}
}

// A pace held is a scenario of its own, in which the cap is reached when the pace says,
// whatever streams there are and through whichever month they are actual.
func TestAPaceMakesAScenarioThatReachesTheCapThen(t *testing.T) {
	t.Parallel()
	held, cut := 0, 0
	for seed := range uint64(1200) {
		_, p := random(t, seed)
		s := p.Scenario()
		projection, err := scenario.Project(s)
		if err != nil {
			t.Fatal(err)
		}
		if gapped(s, projection.ActualsThrough) {
			continue // whose plan is part of what was earned
		}
		for _, need := range projection.Pace.Needed {
			v, ok := sweep.AtPace(s, need.Annual)
			if !ok || !need.Known || need.Annual == 0 {
				continue
			}
			held++
			if straddled(s, projection.ActualsThrough) {
				cut++
			}
			if !atEnd(t, v, lastDue(t, v, need.By)) {
				t.Fatalf("seed %d: a pace of %v reaches the cap on %s, want at the end of %s\n%+v", seed, need.Annual, projected(t, v, solve.CapReached), need.By, s)
			}
			if v.Pin != nil || v.ID != s.ID || v.Outlook.AfterActuals != scenario.KeepMonths {
				t.Fatalf("seed %d: %+v", seed, v)
			}
		}
	}
	if held < 100 || cut < 20 {
		t.Errorf("only %d paces were held, %d of them from within a quarter", held, cut)
	}
}

// straddled reports whether an actual of OpenAI's own begins by a month and ends after it.
func straddled(s scenario.Scenario, through unit.Month) bool {
	for _, i := range s.OwnStreams() {
		for _, a := range s.Outlook.Streams[i].Actuals {
			if a.Period.First <= through && a.Period.Last() > through {
				return true
			}
		}
	}
	return false
}

// Where one stream is known through July and another by quarters, the pace begins in
// August in both, however even the months of the quarter are.
func TestAPaceBeginsWithinAnActualQuarter(t *testing.T) {
	for _, shape := range []scenario.Shape{scenario.ShapeEven, scenario.ShapeRamp} {
		s := february()
		s.Outlook.Shape = shape
		second := s.Outlook.Streams[0]
		second.Name, second.Base = "Second", second.Base/2
		s.Outlook.Streams = []scenario.Stream{s.Outlook.Streams[0], second}
		known := func(stream int, amount unit.Amount, periods ...unit.Period) {
			for _, p := range periods {
				st := &s.Outlook.Streams[stream]
				st.Actuals = st.Actuals.With(p, amount)
			}
		}
		first, july := s.FirstMonth(), unit.NewMonth(2026, 7)
		for m := first; m <= july; m++ {
			known(0, 2e9, unit.Period{First: m, Months: 1})
		}
		known(1, 3e9, unit.Period{First: first, Months: 3}, unit.Period{First: first + 3, Months: 3})
		known(1, 9e9, unit.Period{First: first + 6, Months: 3})
		p, err := scenario.Project(s)
		if err != nil || p.ActualsThrough != july {
			t.Fatalf("actual through %s, %v", p.ActualsThrough, err)
		}
		for _, need := range p.Pace.Needed {
			v, ok := sweep.AtPace(s, need.Annual)
			if !ok {
				t.Fatalf("%s months: no scenario of %v by %s", shape, need.Annual, need.By)
			}
			if !atEnd(t, v, need.By) {
				t.Errorf("%s months: %v a year reaches the cap on %s, want at the end of %s", shape, need.Annual, projected(t, v, solve.CapReached), need.By)
			}
			earned := unit.Amount(0)
			for i := range v.Outlook.Streams {
				earned += v.StreamMonths(i)[july+1-first].Earned
			}
			if math.Abs(float64(earned-need.Annual/12)) > 1 {
				t.Errorf("%s months: August earns %v, want %v", shape, earned, need.Annual/12)
			}
			if a := v.Outlook.Streams[1].Actuals; shape == scenario.ShapeEven && (len(a) != 3 || a[1].Period.Months != 3 || a[2].Period != (unit.Period{First: july, Months: 1})) {
				t.Errorf("%s months: known of the second stream is %v", shape, a)
			}
		}
	}
}

// lastDue returns the last month up to another in which something is due.
func lastDue(t *testing.T, s scenario.Scenario, by unit.Month) unit.Month {
	t.Helper()
	p, err := scenario.Project(s)
	if err != nil {
		t.Fatal(err)
	}
	for by > s.FirstMonth() && p.Months[by-s.FirstMonth()].Due == 0 {
		by--
	}
	return by
}

// gapped reports whether a month up to another is not actual in a stream that could have
// earned in it.
func gapped(s scenario.Scenario, through unit.Month) bool {
	for _, i := range s.OwnStreams() {
		for _, m := range s.StreamMonths(i) {
			if m.Month <= through && !m.Actual && m.Plan > 0 {
				return true
			}
		}
	}
	return false
}

func TestWithoutActualsThereIsNoPaceToHold(t *testing.T) {
	if v, ok := sweep.AtPace(february(), 40e9); ok {
		t.Errorf("a plan alone is held at a pace: %+v", v)
	}
}

func TestWhatIsNeverReachedHasNoBreakEven(t *testing.T) {
	s := february()
	s.Terms.Share.Through = unitMonth(2029, 6)
	s.Uncertainty = nil
	rows, err := sweep.BreakEvens(prepared(t, s))
	if err != nil {
		t.Fatal(err)
	}
	if rows[2].NoCap || !rows[3].NoCap || !rows[3].NoShift || !rows[4].NoCap {
		t.Errorf("a share through June 2029 breaks even at the end of 2029: %+v", rows[3:])
	}
	s.Terms.Share.AlreadyPaid = 40e9
	if rows, err = sweep.BreakEvens(prepared(t, s)); err != nil || !rows[0].NoShift || rows[0].NoCap {
		t.Errorf("a cap reached before the horizon: %+v, %v", rows[0], err)
	}
}
