package edit_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/field"
)

// looked returns a workspace of five scenarios, all compared, with c selected and
// the reference.
func looked(t *testing.T) *edit.Session {
	t.Helper()
	s := open(t, 5)
	do(t, s, edit.Select("c"), edit.SetCompared("a", "b", "c"), edit.SetReference("c"))
	return s
}

func TestStructure(t *testing.T) {
	tests := []struct {
		what              string
		change            edit.Change
		ids, name         string
		selected          string
		compared          string
		reference         string
		selectedOnUndoing string
	}{
		{"delete the selected one", edit.DeleteScenario("c"), "a b d e ", "delete Plan c", "d", "a b", "", "c"},
		{"delete the last one", edit.DeleteScenario("e"), "a b c d ", "delete Plan e", "c", "a b c", "c", "e"},
		{"delete the first one", edit.DeleteScenario("a"), "b c d e ", "delete Plan a", "c", "b c", "c", "a"},
		{"duplicate", edit.DuplicateScenario("b", ""), "a b b-copy c d e ", "duplicate Plan b", "b-copy", "a b c b-copy", "c", "c"},
		{"add", edit.AddScenario(plan("f", "Plan f")), "a b c d e f ", "add Plan f", "f", "a b c", "c", "c"},
		{"add one of an id taken", edit.AddScenario(plan("b", "Other")), "a b c d e b-2 ", "add Other", "b-2", "a b c", "c", "c"},
		{"add one without id", edit.AddScenario(plan("", "Änd so: April 2025!")), "a b c d e nd-so-april-2025 ", "add Änd so: April 2025!", "nd-so-april-2025", "a b c", "c", "c"},
		{"move down", edit.MoveScenario("b", 3), "a c d b e ", "move Plan b", "c", "a b c", "c", "b"},
		{"move up", edit.MoveScenario("d", 0), "d a b c e ", "move Plan d", "c", "a b c", "c", "d"},
		{"move beyond the end", edit.MoveScenario("a", 99), "b c d e a ", "move Plan a", "c", "a b c", "c", "a"},
		{"move beyond the start", edit.MoveScenario("b", -1), "b a c d e ", "move Plan b", "c", "a b c", "c", "b"},
		{
			"two at once", edit.Group("compare with prior terms", edit.DuplicateScenario("a", ""), edit.SetRate("a-copy", 0.1), edit.SetCompared("a", "a-copy")),
			"a a-copy b c d e ", "compare with prior terms", "a-copy", "a a-copy", "c", "c",
		},
		{
			"replace one by another", edit.Group("swap", edit.DeleteScenario("c"), edit.AddScenario(plan("g", "G"))),
			"a b d e g ", "swap", "g", "a b", "", "c",
		},
	}
	for _, test := range tests {
		s := looked(t)
		before := s.Workspace()
		do(t, s, test.change)
		check := func(when string) {
			t.Helper()
			v := s.View()
			if ids(s) != test.ids || v.Selected != test.selected || strings.Join(v.Compared, " ") != test.compared || v.Reference != test.reference {
				t.Errorf("%s, %s: %s, %+v", test.what, when, ids(s), v)
			}
			if s.UndoName() != test.name {
				t.Errorf("%s, %s: undo %q", test.what, when, s.UndoName())
			}
			if faults := field.CheckWorkspace(s.Workspace()); faults != nil {
				t.Errorf("%s, %s: %v", test.what, when, faults)
			}
		}
		check("done")
		s.Undo()
		if w := s.Workspace(); !reflect.DeepEqual(w.Scenarios, before.Scenarios) || w.View.Selected != test.selectedOnUndoing ||
			!reflect.DeepEqual(w.View.Compared, before.View.Compared) || w.View.Reference != before.View.Reference {
			t.Errorf("%s, undone: %s, %+v", test.what, ids(s), w.View)
		}
		s.Redo()
		if test.selected == "c" { // what moved or was deleted elsewhere is looked at again
			test.selected = s.View().Selected
		}
		check("redone")
	}
}

// Two that are missing for a comparison come, and go, as one.
func TestSidesAreComparedAsOneStep(t *testing.T) {
	for _, test := range []struct {
		says     string
		sides    []edit.Side
		compared string
		steps    bool
	}{
		{"both are there", []edit.Side{{ID: "b"}, {ID: "e"}}, "b e", false},
		{"one is new", []edit.Side{{ID: "b"}, {New: plan("", "New")}}, "b new", true},
		{"both are new", []edit.Side{{New: plan("", "New")}, {New: plan("", "New too")}}, "new new-too", true},
		{"under an id that is taken", []edit.Side{{New: plan("a", "New")}}, "a-2", true},
	} {
		s := looked(t)
		before := s.Workspace()
		do(t, s, edit.CompareSides("hold against", test.sides[0], test.sides[1:]...))
		v := s.View()
		if got := strings.Join(v.Compared, " "); got != test.compared || v.Reference != v.Compared[0] {
			t.Errorf("%s: compared are %s with %s, want %s", test.says, got, v.Reference, test.compared)
		}
		if got := s.UndoName() == "hold against"; got != test.steps {
			t.Errorf("%s: undo is %q", test.says, s.UndoName())
		}
		if s.Undo() && !reflect.DeepEqual(s.Workspace(), before) {
			t.Errorf("%s: one undo does not lead back, but to %+v", test.says, s.View())
		}
	}
}

func TestUndoSelectsWhatItConcerns(t *testing.T) {
	s := looked(t)
	do(t, s, edit.SetCap("b", 39e9), edit.Select("e"))
	s.Undo()
	if s.View().Selected != "b" {
		t.Errorf("undo selects %s, want b", s.View().Selected)
	}
	do(t, s, edit.Select("e"))
	s.Redo()
	if s.View().Selected != "b" {
		t.Errorf("redo selects %s, want b", s.View().Selected)
	}
}

func TestAViewChangedSinceIsKept(t *testing.T) {
	s := looked(t)
	do(t, s, edit.DeleteScenario("b"), edit.SetCompared("d", "e"), edit.SetReference("e"))
	s.Undo()
	if v := s.View(); v.Selected != "b" || strings.Join(v.Compared, " ") != "d e" || v.Reference != "e" {
		t.Errorf("after undo the view is %+v", v)
	}
	s.Redo()
	if v := s.View(); v.Selected != "c" || strings.Join(v.Compared, " ") != "d e" {
		t.Errorf("after redo the view is %+v", v)
	}
}

func TestUndoingAnAddedScenarioLooksAway(t *testing.T) {
	s := looked(t)
	do(t, s, edit.AddScenario(plan("f", "F")), edit.SetCompared("a", "f"), edit.SetReference("f"))
	s.Undo()
	if v := s.View(); v.Selected != "c" || strings.Join(v.Compared, " ") != "a" || v.Reference != "" {
		t.Errorf("the view is %+v", v)
	}
}

func TestViewChangesAreNoSteps(t *testing.T) {
	s := open(t, 3)
	do(t, s, edit.SetCap("a", 39e9))
	markSaved(s)
	revision := s.Revision()
	list := []string{"b", "c"}
	do(t, s, edit.Select("b"), edit.SetCompared(list...), edit.SetReference("c"))
	list[0] = "x"
	if s.Dirty() || s.UndoName() != "set cap to $39.0B" || s.Revision() != revision+3 {
		t.Errorf("dirty %t, undo %q, revision %d", s.Dirty(), s.UndoName(), s.Revision())
	}
	if v := s.View(); v.Selected != "b" || strings.Join(v.Compared, " ") != "b c" || v.Reference != "c" {
		t.Errorf("the view is %+v", v)
	}
	do(t, s, edit.Select(""), edit.SetCompared(), edit.SetReference(""))
	if v := s.View(); v.Selected != "" || len(v.Compared) != 0 || v.Reference != "" {
		t.Errorf("the view is %+v", v)
	}
	if selected, ok := s.Selected(); !ok || selected.ID != "a" {
		t.Error("with none selected the first is not shown")
	}
	if err := s.Do(edit.SetCompared("a", "a")); err == nil {
		t.Error("a scenario is compared with itself")
	}
}

func TestTheLastScenarioCanGo(t *testing.T) {
	for _, none := range [][]scenario.Scenario{nil, {}} {
		s := edit.New(scenario.Workspace{Scenarios: none})
		if _, ok := s.Selected(); ok {
			t.Error("one of no scenarios is selected")
		}
		do(t, s, edit.AddScenario(plan("a", "A")), edit.DeleteScenario("a"))
		if v := s.View(); s.Len() != 0 || v.Selected != "" || s.ScenarioRevision("a") != -1 {
			t.Errorf("%d scenarios, view %+v", s.Len(), v)
		}
		s.Undo()
		if s.Len() != 1 || s.View().Selected != "a" {
			t.Errorf("%d scenarios, view %+v", s.Len(), s.View())
		}
		s.Undo()
		if got := s.Workspace(); !reflect.DeepEqual(got, scenario.Workspace{Scenarios: none}) {
			t.Errorf("undone to %+v", got)
		}
	}
}

func TestAThousandScenariosAreEnough(t *testing.T) {
	s := open(t, 1000)
	for what, change := range map[string]edit.Change{"another": edit.AddScenario(plan("x", "X")), "a copy": edit.DuplicateScenario("a", "")} {
		if err := s.Do(change); err == nil || !strings.HasPrefix(err.Error(), "scenarios: ") {
			t.Errorf("%s is answered with %v", what, err)
		}
	}
	do(t, s, edit.DeleteScenario("b"), edit.DuplicateScenario("a", ""))
	if at := s.Index("a-copy"); at != 1 || s.Index("c") != 2 || s.Index("b") != -1 || s.Name() != "Many" {
		t.Errorf("the copy is at %d, what follows at %d, what was deleted at %d", at, s.Index("c"), s.Index("b"))
	}
}

func TestCopiesOfCopies(t *testing.T) {
	s := open(t, 1)
	long := strings.Repeat("ä", scenario.MaxName)
	do(t, s, edit.DuplicateScenario("a", ""), edit.DuplicateScenario("a", ""), edit.DuplicateScenario("a-copy", ""), edit.RenameScenario("a", long), edit.DuplicateScenario("a", ""))
	want := map[string]string{
		"a-copy": "Plan a copy", "a-copy-2": "Plan a copy 2", "a-copy-3": "Plan a copy 3",
		"a-copy-4": strings.Repeat("ä", scenario.MaxName-len(" copy")) + " copy",
	}
	for id, name := range want {
		if got := of(t, s, id).Name; got != name {
			t.Errorf("%s is named %q, want %q", id, got, name)
		}
	}
	if got := ids(s); got != "a a-copy-4 a-copy-2 a-copy a-copy-3 " {
		t.Errorf("copies are in the order %s", got)
	}
}

func TestTheIDOfAnAddedScenarioIsMadeOfItsName(t *testing.T) {
	w := scenario.Workspace{Scenarios: []scenario.Scenario{
		plan("stall", "1"), plan("stall-2", "2"), plan("scenario", "3"), plan(strings.Repeat("a", 64), "4"),
	}}
	tests := []struct{ name, want string }{
		{"Stall", "stall-3"},
		{"April 2025 plan", "april-2025-plan"},
		{"--A  b--", "a-b"},
		{"?", "scenario-2"},
		{"日本", "scenario-2"},
		{strings.Repeat("A", 70), strings.Repeat("a", 62) + "-2"},
		{strings.Repeat("b", 63) + " c", strings.Repeat("b", 63)},
	}
	for _, test := range tests {
		s := edit.New(w)
		do(t, s, edit.AddScenario(plan("", test.name)))
		if got := s.View().Selected; got != test.want {
			t.Errorf("the id made of %q is %q, want %q", test.name, got, test.want)
		}
	}
}

// A copy is made to be compared with its original, so it is compared at once. What
// has to make room for it is neither of the two, nor what differences are counted
// from.
func TestACopyIsComparedWithItsOriginal(t *testing.T) {
	for _, test := range []struct {
		says, original, reference string
		before                    []string
		want                      string
	}{
		{"nothing was", "b", "", nil, "b b-copy"},
		{"the original was", "b", "", []string{"b"}, "b b-copy"},
		{"another was", "b", "", []string{"a"}, "a b b-copy"},
		{"as many as fit were", "b", "", []string{"a", "b", "c", "d"}, "a b c b-copy"},
		{"as many others were", "b", "", []string{"a", "c", "d", "e"}, "a c b b-copy"},
		{"the last was the reference", "b", "e", []string{"a", "c", "d", "e"}, "a e b b-copy"},
		{"the first was the original", "a", "", []string{"a", "b", "c", "d"}, "a b c a-copy"},
	} {
		s := open(t, 5)
		do(t, s, edit.SetCompared(test.before...), edit.SetReference(test.reference))
		do(t, s, edit.DuplicateScenario(test.original, "#009E73"))
		if got := strings.Join(s.View().Compared, " "); got != test.want {
			t.Errorf("%s: compared are %s, want %s", test.says, got, test.want)
		}
		if got := of(t, s, test.original+"-copy").Color; got != "#009E73" {
			t.Errorf("%s: the copy has the color %q", test.says, got)
		}
		s.Undo()
		if got := s.View().Compared; !slices.Equal(got, test.before) {
			t.Errorf("%s: undone, compared are %q", test.says, got)
		}
	}
}

func TestDuplicatingThriceAndUndoing(t *testing.T) {
	s := looked(t)
	before := s.Workspace()
	for range 3 {
		selected, _ := s.Selected()
		do(t, s, edit.DuplicateScenario(selected.ID, "#009E73"))
	}
	if got := ids(s); got != "a b c c-copy c-copy-2 c-copy-3 d e " {
		t.Errorf("the scenarios are %s", got)
	}
	for range 3 {
		s.Undo()
	}
	if got := s.Workspace(); !reflect.DeepEqual(got, before) {
		t.Errorf("three undos lead to %+v", got.View)
	}
}
