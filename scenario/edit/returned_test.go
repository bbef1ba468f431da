package edit_test

import (
	"reflect"
	"testing"

	"headroom/scenario"
	"headroom/scenario/edit"
)

func TestTakeBack(t *testing.T) {
	t.Parallel()
	sent := func(id string) scenario.Scenario {
		s := many(3).Scenarios[0]
		s.ID, s.Name, s.Note, s.Terms.Share.Rate = id, "As sent", "", 0.07
		return s
	}
	first := many(3).Scenarios[0]
	first.Note = "mine"
	for _, c := range []struct {
		sentence string
		id       string
		replace  bool
		at       int
		name     string
		note     string
		count    int // beyond those before
	}{
		{"beside the one it was", first.ID, false, 1, first.Name + ", changed", "", 1},
		{"in its place, with its name and note", first.ID, true, 0, first.Name, "mine", 0},
		{"after the others where that is gone", "gone", false, len(many(3).Scenarios), "As sent", "", 1},
		{"and so where it should replace it", "gone", true, len(many(3).Scenarios), "As sent", "", 1},
	} {
		w := many(3)
		w.Scenarios[0] = first
		was := scenario.View{Selected: w.Scenarios[2].ID, Compared: []string{w.Scenarios[1].ID, w.Scenarios[2].ID}, Reference: w.Scenarios[2].ID}
		w.View = was
		session := edit.New(w)
		if err := session.Do(edit.TakeBack("open plan.xlsx", []scenario.Scenario{sent(c.id)}, c.replace)); err != nil {
			t.Errorf("%s: %v", c.sentence, err)
			continue
		}
		got := session.Workspace()
		s := got.Scenarios[c.at]
		if len(got.Scenarios) != len(w.Scenarios)+c.count || s.Name != c.name || s.Note != c.note || s.Terms.Share.Rate != 0.07 {
			t.Errorf("%s: %d scenarios, and %q with the note %q and the rate %v", c.sentence, len(got.Scenarios), s.Name, s.Note, s.Terms.Share.Rate)
		}
		compared := was
		if c.id == first.ID && !c.replace {
			compared.Compared, compared.Reference = []string{first.ID, s.ID}, first.ID
		}
		if !reflect.DeepEqual(got.View.Compared, compared.Compared) || got.View.Reference != compared.Reference {
			t.Errorf("%s: it compares %q with %q, want %q with %q", c.sentence, got.View.Compared, got.View.Reference, compared.Compared, compared.Reference)
		}
		if session.UndoName() != "open plan.xlsx" || !session.Undo() || len(session.Workspace().Scenarios) != len(w.Scenarios) || session.Undo() {
			t.Errorf("%s: it is not one step", c.sentence)
		}
	}
}
