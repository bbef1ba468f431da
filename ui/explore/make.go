package explore

import (
	"fyne.io/fyne/v2"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/explain"
	"headroom/scenario/preset"
	"headroom/scenario/sweep"
	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/desk"
	"headroom/ui/why"
)

// varied returns a scenario with some inputs set, named so. Nothing is pinned in it: it is
// to have the values that it is named by.
func varied(s scenario.Scenario, settings ...edit.Setting) scenario.Scenario {
	made := s
	for _, set := range settings {
		made = set.Input.With(made, set.Value)
	}
	return named(s, made, said(s, settings))
}

// named returns what was made of a scenario, named by what was set in it.
func named(s, made scenario.Scenario, says string) scenario.Scenario {
	end := ", " + says
	made.Name = unit.Shorten(s.Name, scenario.MaxName-len([]rune(end))) + end
	made.Pin = nil
	return made
}

// said says what inputs are set to: "total cap $41.00B, growth, all years +5.0 pp".
func said(s scenario.Scenario, settings []edit.Setting) string {
	says := ""
	for i, set := range settings {
		if i > 0 {
			says += ", "
		}
		says += words.LowerFirst(words.Varied(s, set.Input)) + " " + sweep.Text(set.Input, set.Value)
	}
	return says
}

// makeScenario adds a scenario that is another with some inputs set, beside it. The one
// that is looked at stays that, so that more can be tried from it.
func makeScenario(d *desk.Desk, s scenario.Scenario, settings ...edit.Setting) {
	addScenario(d, s, varied(s, settings...))
}

func addScenario(d *desk.Desk, s, made scenario.Scenario) {
	made.ID, made.Color, made.Note = "", preset.Color(d.Session.Len()), ""
	if fault := d.TryOnce(edit.Group("add "+made.Name, edit.AddScenario(made), edit.Select(s.ID))); fault != "" {
		d.Prompts.Tell("error", "This cannot be made a scenario", fault)
		return
	}
	d.Say("Added " + made.Name)
}

// apply sets inputs of a scenario, as one step that can be undone.
func apply(d *desk.Desk, s scenario.Scenario, settings ...edit.Setting) {
	if fault := d.TryOnce(edit.Vary(s.ID, setting(s, settings), s, settings...)); fault != "" {
		d.Prompts.Tell("error", "This cannot be set", fault)
	}
}

// setting says what setting inputs does, for the menu.
func setting(s scenario.Scenario, settings []edit.Setting) string {
	var what []string
	for _, set := range settings {
		what = append(what, words.LowerFirst(words.Varied(s, set.Input))+" to "+sweep.Text(set.Input, set.Value))
	}
	return "set " + words.List(what)
}

// offers is what the menu of a figure offers that follows from inputs set so.
func offers(d *desk.Desk, s scenario.Scenario, f explain.Figure, settings ...edit.Setting) []*fyne.MenuItem {
	with := said(s, settings)
	return []*fyne.MenuItem{
		fyne.NewMenuItem(desk.AskWhy+" ("+with+")", func() { why.AskVaried(d, varied(s, settings...), explain.Whole(s, f)) }),
		fyne.NewMenuItem("Make it a scenario ("+with+")", func() { makeScenario(d, s, settings...) }),
		fyne.NewMenuItem(words.UpperFirst(setting(s, settings)), func() { apply(d, s, settings...) }),
	}
}

// ownOffer explains a result of the scenario as it is.
func ownOffer(d *desk.Desk, s scenario.Scenario, f explain.Figure) *fyne.MenuItem {
	return fyne.NewMenuItem(desk.AskWhy+" (now)", func() { why.Ask(d, explain.Whole(s, f)) })
}
