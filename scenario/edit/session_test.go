package edit_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/unit"
)

func TestDoAndUndo(t *testing.T) {
	s := open(t, 2)
	start := s.Workspace()
	nothing := func() bool { return !s.Undo() && !s.Redo() }
	change := func() bool { return s.Do(edit.SetCap("b", 40e9)) == nil }
	const name = "set cap to $40.0B"
	for _, c := range []struct {
		sentence string
		act      func() bool
		want     stage
	}{
		{"a session begins with nothing done", nothing, stage{limit: 38e9}},
		{"a change raises the revision and can be undone", change, stage{dirty: true, revision: 1, undo: name, limit: 40e9}},
		{"undone it leads back, and nothing is to be saved", s.Undo, stage{revision: 2, redo: name, limit: 38e9}},
		{"redone it leads to the end again", s.Redo, stage{dirty: true, revision: 3, undo: name, limit: 40e9}},
		{"there is nothing to redo at the end", func() bool { return !s.Redo() }, stage{dirty: true, revision: 3, undo: name, limit: 40e9}},
	} {
		if !c.act() {
			t.Errorf("%s: it is not so", c.sentence)
		}
		if got := stageOf(t, s); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.sentence, got, c.want)
		}
		if capOf(t, s, "a") != 38e9 || start.Scenarios[1].Terms.Share.Cap != 38e9 {
			t.Errorf("%s: the change is not only where it belongs", c.sentence)
		}
	}
	s.Undo()
	if !reflect.DeepEqual(s.Workspace().Scenarios, start.Scenarios) {
		t.Error("undo does not lead back to the start")
	}
}

// A stage is what a session says of itself, with the cap of the scenario b.
type stage struct {
	dirty      bool
	revision   int
	undo, redo string
	limit      unit.Amount
}

func stageOf(t *testing.T, s *edit.Session) stage {
	t.Helper()
	return stage{s.Dirty(), s.Revision(), s.UndoName(), s.RedoName(), capOf(t, s, "b")}
}

func TestAChangeThatChangesNothingIsNoStep(t *testing.T) {
	s := open(t, 2)
	s.Subscribe(func() { t.Error("told of nothing") })
	do(t, s, edit.SetCap("a", 38e9), edit.MoveScenario("a", 0), edit.RenameWorkspace("Many"), edit.Select("a"),
		edit.SetCompared("a"), edit.SetReference("a"), edit.Group("nothing"), edit.Change{})
	if s.Dirty() || s.Revision() != 0 || s.UndoName() != "" {
		t.Errorf("dirty %t, revision %d, undo %q", s.Dirty(), s.Revision(), s.UndoName())
	}
}

func TestRefusedChangesLeaveEverything(t *testing.T) {
	tests := []struct {
		change edit.Change
		want   string
	}{
		{edit.SetCap("a", -1), "terms.share.cap: "},
		{edit.SetRate("a", 1.4), "terms.share.rate: "},
		{edit.SetCap("x", 1), `this scenario is not there any more`},
		{edit.DeleteScenario("x"), `this scenario is not there any more`},
		{edit.Select("x"), "view.selected: "},
		{edit.SetCompared("a", "x"), "view.compared[1]: "},
		{edit.SetReference("x"), "view.reference: "},
		{edit.AddScenario(scenario.Scenario{Name: "Bare"}), "firstYear: "},
		{edit.RenameScenario("a", ""), "name: "},
		{edit.RenameWorkspace("a\nb"), "name: "},
		{edit.RenameStream("a", 1, "OpenAI"), "outlook.streams[1].name: "},
		{edit.SetBase("a", 3, 1), "outlook.streams[3].base: there is no such stream"},
		{edit.SetBase("a", -1, 1), "outlook.streams[-1].base: cannot be set: nothing sets this field"},
		{edit.Group("both", edit.SetCap("a", 1e9), edit.DeleteScenario("b"), edit.SetRate("a", 2)), "terms.share.rate: "},
		{edit.Group("both", edit.DeleteScenario("b"), edit.SetRate("b", 0.1)), `this scenario is not there any more`},
		{edit.Revise("a", "swap ids", func(s scenario.Scenario) (scenario.Scenario, error) {
			s.ID = "b"
			return s, nil
		}), `swap ids: the id of scenario "a" may not change to "b"`},
		{edit.Revise("a", "fail", func(s scenario.Scenario) (scenario.Scenario, error) {
			return s, errors.New("no room")
		}), "no room"},
	}
	for _, test := range tests {
		s := open(t, 3)
		do(t, s, edit.SetCap("a", 39e9))
		s.Undo()
		do(t, s, edit.SetRate("a", 0.1))
		before, revision := s.Workspace(), s.Revision()
		s.Subscribe(func() { t.Errorf("told of a refused change: %s", test.want) })
		err := s.Do(test.change)
		if err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("error %v, want %s", err, test.want)
		}
		if !reflect.DeepEqual(s.Workspace(), before) || s.Revision() != revision || s.UndoName() != "set rate to 10%" {
			t.Errorf("a refused change has left something: %s", test.want)
		}
	}
}

func TestDirtyFollowsUndo(t *testing.T) {
	s := open(t, 1)
	do(t, s, edit.SetCap("a", 39e9))
	markSaved(s)
	if s.Dirty() {
		t.Error("dirty after saving")
	}
	do(t, s, edit.SetCap("a", 40e9))
	if !s.Dirty() {
		t.Error("a change after saving merged into the saved step")
	}
	s.Undo()
	if s.Dirty() {
		t.Error("dirty where it was saved")
	}
	s.Undo()
	if !s.Dirty() {
		t.Error("clean before where it was saved")
	}
	s.Redo()
	if s.Dirty() {
		t.Error("dirty where it was saved, by redo")
	}
	s.Undo()
	do(t, s, edit.SetCap("a", 39e9))
	if !s.Dirty() {
		t.Error("clean on another branch than the saved one")
	}
	s.Undo()
	if !s.Dirty() {
		t.Error("clean although the saved state cannot be reached any more")
	}
	markSaved(s)
	s.MarkUnsaved()
	if !s.Dirty() || s.UndoName() != "" {
		t.Error("clean after being marked unsaved")
	}
	markSaved(s)
	if s.Dirty() {
		t.Error("dirty after saving what was marked unsaved")
	}
}

func TestReplace(t *testing.T) {
	s := open(t, 2)
	do(t, s, edit.SetCap("a", 39e9))
	s.Replace(many(3))
	if s.Dirty() || s.UndoName() != "" || s.Undo() || s.Revision() != 2 || s.Len() != 3 || capOf(t, s, "a") != 38e9 {
		t.Errorf("dirty %t, undo %q, revision %d, %d scenarios", s.Dirty(), s.UndoName(), s.Revision(), s.Len())
	}
	if s.ScenarioRevision("a") != 2 || s.ScenarioRevision("c") != 2 {
		t.Error("what was computed from the workspace before counts as good")
	}
}

func TestScenarioRevision(t *testing.T) {
	s := open(t, 3)
	check := func(when string, want ...int) {
		t.Helper()
		for i, id := range []string{"a", "b", "c"} {
			if got := s.ScenarioRevision(id); got != want[i] {
				t.Errorf("%s %s has revision %d, want %d", when, id, got, want[i])
			}
		}
	}
	check("at first", 0, 0, 0)
	do(t, s, edit.SetCap("b", 39e9))
	check("after a change of b", 0, 1, 0)
	do(t, s, edit.Select("c"), edit.MoveScenario("c", 0))
	check("after looking at c and moving it", 0, 1, 3)
	do(t, s, edit.DeleteScenario("a"))
	check("after deleting a", -1, 1, 3)
	s.Undo()
	check("after undoing that", 5, 1, 3)
	s.Undo()
	s.Undo()
	check("after undoing all", 5, 7, 6)
}

func TestSubscribersAreToldInOrder(t *testing.T) {
	s := open(t, 1)
	var told []string
	s.Subscribe(func() { told = append(told, "first") })
	cancel := s.Subscribe(func() { told = append(told, "second") })
	s.Subscribe(func() { told = append(told, "third") })
	do(t, s, edit.SetCap("a", 39e9))
	cancel()
	cancel()
	s.Undo()
	if got := strings.Join(told, " "); got != "first second third first third" {
		t.Errorf("told %s", got)
	}
}

func TestASubscriberMayChangeTheWorkspace(t *testing.T) {
	s := open(t, 1)
	var seen []int
	s.Subscribe(func() {
		if s.Revision() == 1 {
			do(t, s, edit.SetRate("a", 0.1))
		}
	})
	s.Subscribe(func() { seen = append(seen, s.Revision()) })
	do(t, s, edit.SetCap("a", 39e9))
	if !reflect.DeepEqual(seen, []int{2, 2}) {
		t.Errorf("the second subscriber saw revisions %v", seen)
	}
}

func TestWhatIsHandedOutStays(t *testing.T) {
	s := open(t, 3)
	handed := s.Workspace()
	want := many(3)
	do(t, s, edit.SetCap("a", 39e9), edit.RemoveStream("b", 0), edit.SetGrowth("c", 0, 2027, 0.5), edit.DeleteScenario("a"),
		edit.DuplicateScenario("b", ""), edit.MoveScenario("c", 0), edit.SetReverseRate("c", 0.1), edit.SetCompared("c", "b"), edit.ShiftGrowth("c", 0.1))
	for s.Undo() {
	}
	for s.Redo() {
	}
	if !reflect.DeepEqual(handed, want) {
		t.Error("a workspace handed out has been written to")
	}
}

func TestAPreviewTouchesNothing(t *testing.T) {
	s := open(t, 3)
	before := of(t, s, "b")
	made, err := edit.Preview(before, edit.SetCap("b", 39e9))
	if err != nil || made.Terms.Share.Cap != 39e9 {
		t.Errorf("made is a cap of %v, %v", made.Terms.Share.Cap, err)
	}
	if got := of(t, s, "b"); got.Terms.Share.Cap != before.Terms.Share.Cap || s.UndoName() != "" || s.Revision() != 0 {
		t.Error("the preview is done")
	}
	do(t, s, edit.SetCap("b", 39e9))
	if got := of(t, s, "b"); !reflect.DeepEqual(got, made) {
		t.Error("what is done is another than what was previewed")
	}
	if got, err := edit.Preview(before, edit.SetCap("b", -1)); err == nil || !reflect.DeepEqual(got, before) {
		t.Errorf("what is refused is previewed: %v", err)
	}
}
