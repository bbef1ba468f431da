package edit_test

import (
	"reflect"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/field"
)

// actual returns the change of one actual.
func actual(path string, v float64) edit.Change {
	return edit.SetFigure("a", path, scenario.NumberValue(v))
}

func TestAnActualTypedInSeveralGoesIsOneStep(t *testing.T) {
	s := open(t, 1)
	before := of(t, s, "a")
	for _, v := range []float64{5e9, 5.7e9} {
		do(t, s, actual("outlook.streams[0].actuals.2026-Q1", v))
	}
	do(t, s, edit.ClearFigure("a", "outlook.streams[0].actuals.2026-Q1"))
	if got := of(t, s, "a"); !reflect.DeepEqual(got, before) {
		t.Errorf("set and cleared it is %+v, want %+v", got.Outlook, before.Outlook)
	}
	do(t, s, actual("outlook.streams[0].actuals.2026-Q1", 5.7e9))
	s.Undo()
	if got := of(t, s, "a"); !reflect.DeepEqual(got, before) || s.UndoName() != "" {
		t.Errorf("undone it is %+v, with %q left to undo", got.Outlook, s.UndoName())
	}
}

func TestActualsThatCannotBeAreRefused(t *testing.T) {
	s := open(t, 1)
	do(t, s, actual("outlook.streams[0].actuals.2026-Q1", 5.7e9))
	before := of(t, s, "a")
	for path, want := range map[string]string{
		"outlook.streams[0].actuals.2026-02": "lies in 2026-Q1",
		"outlook.streams[0].actuals.2026-13": "nothing sets this field",
		"outlook.streams[0].actuals.2026":    "nothing sets this field",
		"outlook.streams[9].actuals.2026-02": "there is no such stream",
	} {
		if err := s.Do(actual(path, 1e9)); err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: %v, want %s", path, err, want)
		}
	}
	for _, v := range []float64{-1, 1.1e15} {
		if err := s.Do(actual("outlook.streams[0].actuals.2026-Q2", v)); err == nil || !strings.Contains(err.Error(), "not between 0 and 1e15") {
			t.Errorf("%v: %v", v, err)
		}
	}
	if got := of(t, s, "a"); !reflect.DeepEqual(got, before) {
		t.Errorf("what was refused has changed it to %+v", got.Outlook)
	}
}

func TestActualsStayWithTheirStreamAndOutlastTheHorizon(t *testing.T) {
	s := open(t, 1)
	do(t, s, actual("outlook.streams[2].actuals.2030-Q1", 3e9))
	s.Seal()
	do(t, s, edit.Revise("a", "source", func(sc scenario.Scenario) (scenario.Scenario, error) {
		sources := map[string]scenario.Source{"outlook.streams[2].actuals.2030-Q1": {Value: scenario.NumberValue(3e9), Status: scenario.StatusReported}}
		for path, source := range sc.Sources {
			sources[path] = source
		}
		sc.Sources = sources
		return sc, nil
	}), edit.SetLastYear("a", 2028), edit.RemoveStream("a", 1))
	after := of(t, s, "a")
	if got, ok := field.Figure(after, "outlook.streams[1].actuals.2030-Q1"); !ok || got.Number != 3e9 {
		t.Errorf("the actual is %+v, %t", got, ok)
	}
	if _, ok := field.SourceOf(after, "outlook.streams[1].actuals.2030-Q1"); !ok || len(after.Sources) != 4 {
		t.Errorf("the sources are %+v", after.Sources)
	}
}
