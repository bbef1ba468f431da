package edit_test

import (
	"testing"

	"headroom/scenario"
	"headroom/scenario/edit"
)

func TestChangesOfOneFieldMergeUntilSealed(t *testing.T) {
	s := open(t, 2)
	do(t, s, edit.SetCap("a", 39e9), edit.SetCap("a", 40e9), edit.SetCap("a", 41e9))
	if s.Revision() != 3 || s.UndoName() != "set cap to $41.0B" {
		t.Errorf("revision %d, undo %q", s.Revision(), s.UndoName())
	}
	s.Seal()
	do(t, s, edit.SetCap("a", 42e9))
	s.Undo()
	if got := capOf(t, s, "a"); got != 41e9 {
		t.Errorf("undoing what came after the seal leads to %v", got)
	}
	s.Undo()
	if got := capOf(t, s, "a"); got != 38e9 || s.UndoName() != "" {
		t.Errorf("undoing the merged step leads to %v, with %q left", got, s.UndoName())
	}
}

func TestOtherFieldsDoNotMerge(t *testing.T) {
	s := open(t, 2)
	do(t, s, edit.SetCap("a", 39e9), edit.SetCap("b", 39e9), edit.SetRate("b", 0.1), edit.SetGrowth("b", 0, 2027, 0.6), edit.SetGrowth("b", 0, 2028, 0.6))
	want := []string{"set 2028 growth to +60.0%", "set 2027 growth to +60.0%", "set rate to 10%", "set cap to $39.0B", "set cap to $39.0B", ""}
	for _, name := range want {
		if s.UndoName() != name {
			t.Errorf("undo %q, want %q", s.UndoName(), name)
		}
		s.Undo()
	}
}

func TestUndoEndsTheOpenStep(t *testing.T) {
	s := open(t, 1)
	do(t, s, edit.SetCap("a", 39e9), edit.Select("a"), edit.SetCap("a", 40e9))
	s.Undo()
	s.Redo()
	do(t, s, edit.SetCap("a", 41e9))
	s.Undo()
	if got := capOf(t, s, "a"); got != 40e9 {
		t.Errorf("a change after redo merged with the step before: %v", got)
	}
}

func TestADragCountsFromWhereItBegan(t *testing.T) {
	s := open(t, 1)
	do(t, s, edit.SetCap("a", 0), edit.SetCap("a", 76e9))
	if got, want := *of(t, s, "a").Uncertainty.CapRange, (scenario.CapRange{Low: 70e9, High: 82e9}); got != want {
		t.Errorf("the range of the cap is %v after a drag through 0, want %v", got, want)
	}
	s.Seal()
	do(t, s, edit.ShiftGrowth("a", 0.5), edit.ShiftGrowth("a", 0.25))
	if got, _ := of(t, s, "a").Outlook.Streams[0].Growth.Get(2026); got != 1.25 {
		t.Errorf("growth of 1 shifted by 0.25 at the end of a drag is %v", got)
	}
}

func TestAStepThatComesToNothingIsGone(t *testing.T) {
	s := open(t, 1)
	do(t, s, edit.SetRate("a", 0.1))
	markSaved(s)
	do(t, s, edit.SetRate("a", 0.3))
	s.Undo()
	told := 0
	s.Subscribe(func() { told++ })
	do(t, s, edit.SetCap("a", 39e9))
	if !s.Dirty() || s.RedoName() != "" {
		t.Errorf("in the middle of a drag: dirty %t, redo %q", s.Dirty(), s.RedoName())
	}
	do(t, s, edit.SetCap("a", 38e9))
	s.Seal()
	if s.Dirty() || s.UndoName() != "set rate to 10%" || s.RedoName() != "set rate to 30%" {
		t.Errorf("after a drag there and back: dirty %t, undo %q, redo %q", s.Dirty(), s.UndoName(), s.RedoName())
	}
	if told != 3 {
		t.Errorf("told %d times, want after each change and the seal", told)
	}
	s.Seal()
	if told != 3 {
		t.Error("told of a seal that ended nothing")
	}
}

func TestARepeatedChangeOfADragIsNoNews(t *testing.T) {
	s := open(t, 1)
	do(t, s, edit.SetCap("a", 39e9), edit.SetCap("a", 39e9))
	if s.Revision() != 1 {
		t.Errorf("revision %d, want 1", s.Revision())
	}
}

func TestARefusedChangeLeavesTheOpenStepOpen(t *testing.T) {
	s := open(t, 1)
	do(t, s, edit.SetCap("a", 39e9))
	if err := s.Do(edit.SetCap("a", -1)); err == nil || capOf(t, s, "a") != 39e9 {
		t.Errorf("error %v, cap %v", err, capOf(t, s, "a"))
	}
	do(t, s, edit.SetCap("a", 40e9))
	s.Undo()
	if got := capOf(t, s, "a"); got != 38e9 {
		t.Errorf("the step began at %v, want 38e9", got)
	}
}

func TestGiveUp(t *testing.T) {
	s := open(t, 1)
	do(t, s, edit.SetRate("a", 0.1))
	s.Undo()
	if s.GiveUp() {
		t.Error("gave up what was not begun")
	}
	do(t, s, edit.SetCap("a", 39e9), edit.SetCap("a", 40e9))
	if !s.GiveUp() || capOf(t, s, "a") != 38e9 || s.UndoName() != "" || s.RedoName() != "set rate to 10%" || s.Dirty() {
		t.Errorf("after giving up: cap %v, undo %q, redo %q, dirty %t", capOf(t, s, "a"), s.UndoName(), s.RedoName(), s.Dirty())
	}
	if s.Revision() != 5 || s.ScenarioRevision("a") != 5 {
		t.Errorf("revision %d, of the scenario %d, want 5", s.Revision(), s.ScenarioRevision("a"))
	}
}
