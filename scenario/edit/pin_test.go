package edit_test

import (
	"slices"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/pin"
	"headroom/scenario/preset"
	"headroom/scenario/solve"
	"headroom/scenario/unit"
)

// pinnedPlan is a session on February's plan with growth tied to the end of 2029.
func pinnedPlan(t *testing.T) (*edit.Session, string) {
	t.Helper()
	w := preset.Default()
	s, id := edit.New(w), "february-2026"
	if err := s.Do(edit.SetPin(id, pin.Pin{Input: "growth-shift", Result: "cap-reached", Date: "2029-12-31"})); err != nil {
		t.Fatal(err)
	}
	s.Seal()
	return s, id
}

func reachedOn(t *testing.T, s *edit.Session, id string) string {
	t.Helper()
	v, _ := s.Scenario(id)
	total, err := scenario.Total(v)
	if err != nil {
		t.Fatal(err)
	}
	return total.Reached.String()
}

func TestWhatIsPinnedStaysThroughOtherEdits(t *testing.T) {
	s, id := pinnedPlan(t)
	if got := reachedOn(t, s, id); got != "2029-12-31" {
		t.Fatalf("pinned, the cap is reached on %s", got)
	}
	before, _ := s.Scenario(id)
	for _, limit := range []unit.Amount{40e9, 45e9, 50e9} { // dragged
		if err := s.Do(edit.SetCap(id, limit)); err != nil {
			t.Fatal(err)
		}
		if got := reachedOn(t, s, id); got != "2029-12-31" {
			t.Fatalf("with a cap of %v it is reached on %s", limit, got)
		}
	}
	s.Seal()
	after, _ := s.Scenario(id)
	was, _ := before.Outlook.Streams[0].Growth.Get(2028)
	now, _ := after.Outlook.Streams[0].Growth.Get(2028)
	if after.Terms.Share.Cap != 50e9 || now <= was {
		t.Errorf("a cap of %v takes growth of %v, before %v", after.Terms.Share.Cap, now, was)
	}
	s.Undo()
	if back, _ := s.Scenario(id); back.Terms.Share.Cap != before.Terms.Share.Cap || reachedOn(t, s, id) != "2029-12-31" {
		t.Error("one undo does not take back the edit with what it led to")
	}
}

func TestWhereAPinIsImpossibleTheInputStays(t *testing.T) {
	s, id := pinnedPlan(t)
	before, _ := s.Scenario(id)
	if err := s.Do(edit.RemoveCap(id)); err != nil {
		t.Fatal(err)
	}
	after, _ := s.Scenario(id)
	was, _ := before.Outlook.Streams[0].Growth.Get(2028)
	now, _ := after.Outlook.Streams[0].Growth.Get(2028)
	if now != was || after.Pin == nil {
		t.Errorf("without a cap growth goes from %v to %v, the pin is %v", was, now, after.Pin)
	}
}

func TestUnpinnedTheInputStaysAndOthersMoveTheResult(t *testing.T) {
	s, id := pinnedPlan(t)
	if err := s.Do(edit.RemovePin(id)); err != nil {
		t.Fatal(err)
	}
	if got := reachedOn(t, s, id); got != "2029-12-31" {
		t.Errorf("unpinned it is reached on %s", got)
	}
	if err := s.Do(edit.SetCap(id, 30e9)); err != nil {
		t.Fatal(err)
	}
	if got := reachedOn(t, s, id); got == "2029-12-31" {
		t.Error("another cap is reached on the same day")
	}
}

// Who sets the pinned input itself, by whatever hand, is not overruled: the pin lets go in
// the same step, and one undo brings both back.
func TestSettingThePinnedInputLetsGoOfIt(t *testing.T) {
	for says, c := range map[string]struct {
		pinned pin.Pin
		change func(s scenario.Scenario) edit.Change
		goes   bool
	}{
		"the cap": {
			pin.Pin{Input: "cap", Result: "cap-reached", Date: "2029-12-31"},
			func(s scenario.Scenario) edit.Change { return edit.SetCap(s.ID, 40e9) }, true,
		},
		"no cap": {
			pin.Pin{Input: "cap", Result: "cap-reached", Date: "2029-12-31"},
			func(s scenario.Scenario) edit.Change { return edit.RemoveCap(s.ID) }, true,
		},
		"the cap within its range": {
			pin.Pin{Input: "cap", Result: "cap-reached", Date: "2029-12-31"},
			func(s scenario.Scenario) edit.Change { return edit.SetCapWithin(s.ID, 90e9, 70e9, 100e9) }, true,
		},
		"how sure growth is, of a pinned cap": {
			pin.Pin{Input: "cap", Result: "cap-reached", Date: "2029-12-31"},
			func(s scenario.Scenario) edit.Change { return edit.SetGrowthSD(s.ID, 2028, 0.4) }, false,
		},
		"the correlation, of a pinned cap": {
			pin.Pin{Input: "cap", Result: "cap-reached", Date: "2029-12-31"},
			func(s scenario.Scenario) edit.Change { return edit.SetCorrelation(s.ID, 0.9) }, false,
		},
		"one end of the range of a pinned cap": {
			pin.Pin{Input: "cap", Result: "cap-reached", Date: "2029-12-31"},
			func(s scenario.Scenario) edit.Change {
				return edit.SetCapRange(s.ID, s.Terms.Share.Cap-9e9, s.Uncertainty.CapRange.High)
			}, false,
		},
		"another uncertainty of a pinned cap": {
			pin.Pin{Input: "cap", Result: "cap-reached", Date: "2029-12-31"},
			func(s scenario.Scenario) edit.Change {
				return edit.SetUncertainty(s.ID, scenario.Uncertainty{Correlation: 0.1}, nil)
			}, false,
		},
		"no uncertainty of a pinned cap": {
			pin.Pin{Input: "cap", Result: "cap-reached", Date: "2029-12-31"},
			func(s scenario.Scenario) edit.Change { return edit.RemoveUncertainty(s.ID) }, false,
		},
		"the rate": {
			pin.Pin{Input: "rate", Result: "cap-reached", Date: "2029-12-31"},
			func(s scenario.Scenario) edit.Change { return edit.SetRate(s.ID, 0.2) }, true,
		},
		"the base": {
			pin.Pin{Input: "base", Result: "paid", Amount: 30e9},
			func(s scenario.Scenario) edit.Change { return edit.SetBase(s.ID, 0, 13e9) }, true,
		},
		"the growth of a year": {
			pin.Pin{Input: "growth:2028", Result: "paid", Amount: 30e9},
			func(s scenario.Scenario) edit.Change { return edit.SetGrowth(s.ID, 0, 2028, 0.5) }, true,
		},
		"the growth of another year": {
			pin.Pin{Input: "growth:2028", Result: "cap-reached", Date: "2029-03-31"},
			func(s scenario.Scenario) edit.Change { return edit.SetGrowth(s.ID, 0, 2027, 0.9) }, false,
		},
		"all growth": {
			pin.Pin{Input: "growth-shift", Result: "cap-reached", Date: "2029-12-31"},
			func(s scenario.Scenario) edit.Change {
				return edit.Vary(s.ID, "shift", s, edit.Setting{Input: scenario.InputGrowthShift, Value: 0.1})
			}, true,
		},
		"one growth of all": {
			pin.Pin{Input: "growth-shift", Result: "cap-reached", Date: "2029-12-31"},
			func(s scenario.Scenario) edit.Change { return edit.SetGrowth(s.ID, 0, 2028, 0.5) }, false,
		},
		"the cap beside another input": {
			pin.Pin{Input: "cap", Result: "cap-reached", Date: "2029-12-31"},
			func(s scenario.Scenario) edit.Change {
				return edit.Vary(s.ID, "both", s, edit.Setting{Input: scenario.InputCap, Value: 40e9}, edit.Setting{Input: scenario.InputGrowthShift, Value: 0.01})
			}, false,
		},
	} {
		t.Run(says, func(t *testing.T) {
			s, id := edit.New(preset.Default()), "february-2026"
			if err := s.Do(edit.SetPin(id, c.pinned)); err != nil {
				t.Fatal(err)
			}
			s.Seal()
			before, _ := s.Scenario(id)
			if err := s.Do(c.change(before)); err != nil {
				t.Fatal(err)
			}
			s.Seal()
			after, _ := s.Scenario(id)
			if (after.Pin == nil) != c.goes || strings.HasSuffix(s.UndoName(), ", unpinned") != c.goes {
				t.Errorf("the pin is %v after %q", after.Pin, s.UndoName())
			}
			if input, _, _ := edit.Pinned(&c.pinned); c.goes && input != solve.GrowthShift && input.Value(after) == input.Value(before) {
				t.Errorf("it stays at %v", input.Value(after))
			}
			s.Undo()
			if back, _ := s.Scenario(id); back.Pin == nil || *back.Pin != c.pinned || reachedOn(t, s, id) != dated(t, before) {
				t.Error("one undo does not bring back both")
			}
		})
	}
}

// Where the shift of all growth is pinned, a growth that is set stays as it was set, and the
// others move; where they cannot bring the result back, none does, and the pin stays.
func TestAGrowthThatIsSetUnderAPinOnAllStays(t *testing.T) {
	for says, c := range map[string]struct {
		year   int
		growth unit.Rate
		held   bool // whether the others can keep the date
	}{
		"more growth":                    {2028, 1, true},
		"less growth":                    {2027, 0.2, true},
		"close to nothing":               {2028, -0.9, true},
		"after the date, without effect": {2030, 0.9, true},
		"more than others can make up":   {2026, 99, false},
	} {
		t.Run(says, func(t *testing.T) {
			s, id := pinnedPlan(t)
			before, _ := s.Scenario(id)
			for _, by := range []unit.Rate{0.01, 0} { // dragged
				if err := s.Do(edit.SetGrowth(id, 0, c.year, c.growth-by)); err != nil {
					t.Fatal(err)
				}
			}
			s.Seal()
			after, _ := s.Scenario(id)
			if got, _ := after.Outlook.Streams[0].Growth.Get(c.year); got != c.growth || after.Pin == nil {
				t.Errorf("%d grows by %v, set to %v, the pin is %v", c.year, got, c.growth, after.Pin)
			}
			if got := reachedOn(t, s, id); (got == "2029-12-31") != c.held {
				t.Errorf("the cap is reached on %s", got)
			}
			by, first := unit.Rate(0), true
			for _, g := range before.Outlook.Streams[0].Growth {
				now, _ := after.Outlook.Streams[0].Growth.Get(g.Year)
				if g.Year == c.year {
					continue
				}
				if moved := now - g.Rate; first {
					by, first = moved, false
				} else if d := moved - by; d > 1e-9 || d < -1e-9 {
					t.Errorf("%d moves by %v, others by %v", g.Year, moved, by)
				}
			}
			if !c.held && by != 0 {
				t.Errorf("the others move by %v to no avail", by)
			}
			s.Undo()
			if back, _ := s.Scenario(id); reachedOn(t, s, id) != "2029-12-31" || back.Pin == nil {
				t.Error("one undo does not bring back both")
			}
		})
	}
}

// A row of all years, as one pastes it, has no growth that was set by itself: it is shifted
// as a whole.
func TestAWholeRowOfGrowthIsShiftedUnderAPin(t *testing.T) {
	s, id := pinnedPlan(t)
	now, _ := s.Scenario(id)
	growths := slices.Clone(now.Outlook.Streams[0].Growth)
	for i := range growths {
		growths[i].Rate += unit.Rate(0.02 * float64(i+1))
	}
	if err := s.Do(edit.SetGrowths(id, 0, growths)); err != nil {
		t.Fatal(err)
	}
	after, _ := s.Scenario(id)
	if got := reachedOn(t, s, id); got != "2029-12-31" || after.Pin == nil {
		t.Errorf("with every growth set the cap is reached on %s, the pin is %v", got, after.Pin)
	}
	for i := 1; i < len(growths); i++ {
		one, _ := after.Outlook.Streams[0].Growth.Get(growths[i-1].Year)
		next, _ := after.Outlook.Streams[0].Growth.Get(growths[i].Year)
		if d := (next - growths[i].Rate) - (one - growths[i-1].Rate); d > 1e-9 || d < -1e-9 {
			t.Errorf("%d moves by another shift than %d", growths[i].Year, growths[i-1].Year)
		}
	}
}

// A cap that is certain takes its first range along when both are set at once.
func TestAPinnedCapWithoutARangeIsTakenOverWithOne(t *testing.T) {
	for says, u := range map[string]*scenario.Uncertainty{
		"certain":                       nil,
		"of uncertain growth":           {GrowthSD: scenario.ByYear{{Year: 2028, Rate: 0.3}}},
		"of growth that hangs together": {Correlation: 0.4},
	} {
		t.Run(says, func(t *testing.T) {
			w := preset.Default()
			at := slices.IndexFunc(w.Scenarios, func(s scenario.Scenario) bool { return s.ID == "february-2026" })
			w.Scenarios[at].Uncertainty = u
			s, id := edit.New(w), "february-2026"
			for _, c := range []edit.Change{
				edit.SetPin(id, pin.Pin{Input: "cap", Result: "cap-reached", Date: "2029-12-31"}),
				edit.SetCapWithin(id, 90e9, 70e9, 100e9),
			} {
				if err := s.Do(c); err != nil {
					t.Fatal(err)
				}
				s.Seal()
			}
			if after, _ := s.Scenario(id); after.Pin != nil || after.Terms.Share.Cap != 90e9 {
				t.Errorf("the pin is %v, the cap %v", after.Pin, after.Terms.Share.Cap)
			}
		})
	}
}

func dated(t *testing.T, s scenario.Scenario) string {
	t.Helper()
	total, err := scenario.Total(s)
	if err != nil {
		t.Fatal(err)
	}
	return total.Reached.String()
}

func TestAnUnsoundPinIsRefused(t *testing.T) {
	s := edit.New(preset.Default())
	if err := s.Do(edit.SetPin("february-2026", pin.Pin{Input: "colour", Result: "paid"})); err == nil {
		t.Error("a color is pinned")
	}
}
