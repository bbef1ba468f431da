package scenario_test

import (
	"strconv"
	"testing"

	"headroom/scenario"
	"headroom/scenario/field"
)

func TestWorkspaceFaults(t *testing.T) {
	sound := func() scenario.Workspace {
		a, b := soundScenario(), soundScenario()
		b.ID = "b"
		return scenario.Workspace{
			Name:      "Both",
			View:      scenario.View{Selected: "b", Compared: []string{"b", "february-2026"}, Reference: "february-2026"},
			Scenarios: []scenario.Scenario{a, b},
		}
	}
	if faults := field.CheckWorkspace(sound()); faults != nil {
		t.Fatalf("Check = %v, want no fault", faults)
	}
	if faults := field.CheckWorkspace(scenario.Workspace{}); faults != nil {
		t.Errorf("an empty workspace: Check = %v, want no fault", faults)
	}
	for _, test := range []struct {
		change func(*scenario.Workspace)
		want   string
	}{
		{func(w *scenario.Workspace) { w.Name = "\x7f" }, "name: has the control character U+007F"},
		{func(w *scenario.Workspace) { w.View.Selected = "c" }, `view.selected: "c" is the id of no scenario`},
		{func(w *scenario.Workspace) { w.View.Compared = []string{"b", "c"} }, `view.compared[1]: "c" is the id of no scenario`},
		{func(w *scenario.Workspace) { w.View.Compared = []string{"b", "b"} }, `view.compared[1]: "b" comes twice`},
		{func(w *scenario.Workspace) { w.View.Reference = "B" }, `view.reference: "B" is the id of no scenario`},
		{func(w *scenario.Workspace) { w.Scenarios[1].ID, w.View = "february-2026", scenario.View{} }, `scenarios[1].id: "february-2026" is the id of scenarios[0] already`},
		{func(w *scenario.Workspace) { w.Scenarios[1].Terms.Share.Rate = 1.4 }, "scenarios[1].terms.share.rate: 1.4 is not between 0 and 1"},
	} {
		w := sound()
		test.change(&w)
		if faults := field.CheckWorkspace(w); len(faults) != 1 || faults[0].String() != test.want {
			t.Errorf("Check = %v, want %s", faults, test.want)
		}
	}
}

func TestWorkspacesHoldAThousandScenarios(t *testing.T) {
	var w scenario.Workspace
	for i := range 1000 {
		s := leastScenario()
		s.ID = "id-" + strconv.Itoa(i)
		w.Scenarios = append(w.Scenarios, s)
	}
	if faults := field.CheckWorkspace(w); faults != nil {
		t.Errorf("1000 scenarios: Check = %v, want no fault", faults)
	}
	more := leastScenario()
	more.ID = "one-more"
	w.Scenarios = append(w.Scenarios, more)
	if faults := field.CheckWorkspace(w); len(faults) != 1 || faults[0].String() != "scenarios: has 1001 entries; at most 1000 are taken" {
		t.Errorf("1001 scenarios: Check = %v", faults)
	}
}
