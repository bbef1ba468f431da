package explore

import (
	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/preset"
	"headroom/scenario/sweep"
	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/desk"
)

// make adds a scenario that is another with some inputs set, beside it. The one that is
// looked at stays that, so that more can be tried from it.
func makeScenario(d *desk.Desk, s scenario.Scenario, settings ...edit.Setting) {
	made, says := s, ""
	for i, set := range settings {
		made = set.Input.With(made, set.Value)
		if i > 0 {
			says += ", "
		}
		says += words.LowerFirst(words.Varied(s, set.Input)) + " " + sweep.Text(set.Input, set.Value)
	}
	end := ", " + says
	made.Name = unit.Shorten(s.Name, scenario.MaxName-len([]rune(end))) + end
	made.ID, made.Color, made.Note = "", preset.Color(d.Session.Len()), ""
	if fault := d.TryOnce(edit.Group("add "+made.Name, edit.AddScenario(made), edit.Select(s.ID))); fault != "" {
		d.Prompts.Tell("error", "This cannot be made a scenario", fault)
		return
	}
	d.Say("Added " + made.Name)
}

// apply sets inputs of a scenario, as one step that can be undone.
func apply(d *desk.Desk, s scenario.Scenario, settings ...edit.Setting) {
	if fault := d.TryOnce(edit.Vary(s.ID, named(s, settings), s, settings...)); fault != "" {
		d.Prompts.Tell("error", "This cannot be set", fault)
	}
}

// named says what setting inputs does, for the menu.
func named(s scenario.Scenario, settings []edit.Setting) string {
	var what []string
	for _, set := range settings {
		what = append(what, words.LowerFirst(words.Varied(s, set.Input))+" to "+sweep.Text(set.Input, set.Value))
	}
	return "set " + words.List(what)
}
