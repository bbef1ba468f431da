package plan

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario"
	"headroom/scenario/actuals"
	"headroom/scenario/edit"
	"headroom/scenario/words"
	"headroom/ui/look"
)

// ruleHints say of each rule what it does.
var ruleHints = map[scenario.AfterActuals]string{
	scenario.KeepYear:   "The rest of the year earns what its plan still lacks; later years as planned",
	scenario.KeepMonths: "Each month earns what was planned for it",
	scenario.Rescale:    "Each month earns as much more or less than planned as those with an actual did together",
	scenario.HoldPace:   "Each month earns what the last three earned on average, without growth",
}

// ruleBriefs are the rules where there is little room.
var ruleBriefs = map[scenario.AfterActuals]string{
	scenario.KeepMonths: "Keep the months", scenario.Rescale: "Same ratio to plan",
}

// A ruleRow is one rule to choose, with what it would come to.
type ruleRow struct {
	card               *look.CardButton
	dot, name          *look.Text
	reached, ofTheYear *look.Text
}

// ruleRows adds the rules by which streams go on after their actuals, each with the
// date at which the cap would be reached by it and what the year would come to.
func (f *form) ruleRows(s scenario.Scenario) {
	f.rows.Add(container.New(look.NewColumns(look.Gap, look.Stretch, look.Natural), look.NewHeading("After the actuals"), f.chip("outlook.afterActuals")))
	rows := make([]*ruleRow, 0, 4)
	for _, rule := range scenario.AfterActualsRules() {
		row := f.ruleRow(rule)
		rows = append(rows, row)
		f.rows.Add(row.card)
		f.lines[row.card] = row.card
		f.named = append(f.named, row.card)
	}
	f.shown = append(f.shown, func(s scenario.Scenario) {
		outcomes, err := actuals.RuleOutcomes(s)
		if err != nil { // the session lets no unsound scenario in
			return
		}
		for i, row := range rows {
			row.show(s, outcomes[i])
		}
	})
}

func (f *form) ruleRow(rule scenario.AfterActuals) *ruleRow {
	r := &ruleRow{dot: look.NewText(""), name: look.NewText(rule.Words()), reached: look.NewText(""), ofTheYear: look.NewMuted("")}
	r.name.Yielding, r.name.Brief = true, ruleBriefs[rule]
	r.reached.Bold = true
	r.reached.Align, r.ofTheYear.Align = fyne.TextAlignTrailing, fyne.TextAlignTrailing
	r.card = look.NewCardButton("actuals.rule."+string(rule),
		container.New(look.NewColumns(6, 8, look.Stretch, 84, 76), r.dot, r.name, r.reached, r.ofTheYear), 5,
		func() { f.desk.DoOnce(edit.SetAfterActuals(f.id(), rule)) })
	r.card.SetTooltip(ruleHints[rule])
	return r
}

func (r *ruleRow) show(s scenario.Scenario, o actuals.RuleOutcome) {
	chosen := s.Outlook.AfterActuals.Rule() == o.Rule
	r.card.SetSelected(chosen)
	mark, state := "", ""
	if chosen {
		mark, state = "•", ", chosen"
	}
	r.dot.SetText(mark)
	reached := words.ReachedDay(s, o.Totals)
	r.reached.SetText(reached)
	year := ""
	if at := s.RuleYear(); at != 0 {
		year = strconv.Itoa(at) + " " + o.Revenue.Brief()
	}
	r.ofTheYear.SetText(year)
	r.card.Text = o.Rule.Words() + ": " + reached
	if year != "" {
		r.card.Text += ", " + year
	}
	r.card.Text += state
}
