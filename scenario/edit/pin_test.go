package edit_test

import (
	"testing"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/pin"
	"headroom/scenario/preset"
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

func TestAnUnsoundPinIsRefused(t *testing.T) {
	s := edit.New(preset.Default())
	if err := s.Do(edit.SetPin("february-2026", pin.Pin{Input: "colour", Result: "paid"})); err == nil {
		t.Error("a color is pinned")
	}
}
