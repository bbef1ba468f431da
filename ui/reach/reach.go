package reach

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2/container"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/solve"
	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/desk"
	"headroom/ui/field"
	"headroom/ui/inspect"
	"headroom/ui/look"
	"headroom/ui/prompt"
)

// The ways to reach the cap on another day, as the prompt offers them.
var reachedBy = []solve.Input{solve.GrowthShift, solve.Cap}

func On(d *desk.Desk) { Ask(d, solve.GrowthShift) }

// Ask asks on which day the cap is to be reached, and by what, which is first
// taken to be input: the typed equivalent of dragging the date on the chart. What
// solves it is shown before it is applied.
func Ask(d *desk.Desk, input solve.Input) {
	d.Commit()
	s, ok := d.Selected()
	if !ok {
		return
	}
	day := field.NewText("dialog.date", "such as Dec 31, 2029")
	by := field.NewChoice("dialog.by", []string{"Shifting all growth", "Changing the cap"}, nil)
	by.Display(slices.Index(reachedBy, input))
	answer := desk.NewOutcome(d)
	show := func() {
		target, doubt, err := unit.ReadDate(day.Reading())
		if err != nil {
			answer.Say("") // it is being typed
			return
		}
		input := reachedBy[by.Index()]
		answer.Work(func() desk.Finding {
			if doubt != "" {
				doubt = words.UpperFirst(doubt) + ". "
			}
			return desk.Finding{Words: doubt + solving(s, input, target)}
		})
	}
	day.OnType = func(string) { show() }
	by.OnEdit = func(int) { show() }
	if date := d.Book.Projection(s).Total.Reached.Date; !date.IsZero() {
		day.Display(date.Medium())
		answer.Say("This is when it is reached now. Type another day.")
	}
	columns := func() *look.Columns { return look.NewColumns(look.Gap, 96, 200) }
	d.Prompts.Show(prompt.Prompt{
		Name: "reach", Title: "Reach the cap on a date", Accept: "Apply", First: day,
		Fields: []inspect.Widget{day, by},
		Content: container.NewVBox(
			field.NewRow(columns(), field.NewLabel("Reached on"), day),
			field.NewRow(columns(), field.NewLabel("By"), by),
			answer.Content),
		OnAccept: answer.OrRefusal(func() string {
			day.Commit()
			target, _, err := unit.ReadDate(day.Value())
			if err != nil {
				return words.Sentence(err)
			}
			change, how, fault := reaching(s, reachedBy[by.Index()], target)
			if fault == "" {
				fault = d.TryOnce(change)
			}
			if fault != "" {
				answer.Say("") // it says the same
				return fault
			}
			d.Say(reached(how, target))
			return ""
		}),
	})
}

// reaching returns the change by which the cap is reached on a day, and what that
// sets; where there is none, why not.
func reaching(s scenario.Scenario, input solve.Input, target unit.Date) (change edit.Change, by, fault string) {
	answer, err := solve.Reached(s, input, target)
	switch {
	case err != nil:
		return change, "", words.Sentence(err)
	case !answer.Possible():
		return change, "", impossible(input, answer, target)
	case input == solve.Cap:
		limit := capOn(answer.Intervals[0], target)
		return edit.SetCap(s.ID, limit), "a cap of " + limit.Table(), ""
	}
	shift := unit.Rate(Roundest(answer.Intervals[0], WholePoint))
	return edit.ShiftGrowth(s.ID, shift), shift.Points() + " of all growth", ""
}

// reached says by what the cap is now reached on a day: that first, as it is what was
// asked for, and the bar may have no room for more.
func reached(by string, target unit.Date) string {
	return fmt.Sprintf("%s: cap reached %s", words.UpperFirst(by), target.Medium())
}

// solving says what solves the question when the cap is to be reached, and what
// comes of it, projected again; or that nothing does, and the nearest.
func solving(s scenario.Scenario, input solve.Input, target unit.Date) string {
	change, by, fault := reaching(s, input, target)
	if fault != "" {
		return fault
	}
	return "Solved by " + by + ". " + desk.Effect(s, change)
}

// capOn returns that of the caps that are reached on a day which is easiest to say: on
// a month's last day all that is due by then, as the cap line snaps to it, and else
// the roundest.
func capOn(i solve.Interval, day unit.Date) unit.Amount {
	if day.Day == day.Month.Days() {
		return unit.Amount(roundNear(i.High, i, 0.01e9))
	}
	return unit.Amount(Roundest(i, 1e9))
}

// impossible says that no value reaches a target, what was tried, and what comes
// nearest.
func impossible(input solve.Input, a solve.Answer, target unit.Date) string {
	tried := fmt.Sprintf("growth shifts of %s to %s", unit.Rate(a.Range.Low).Points(), unit.Rate(a.Range.High).Points())
	if input == solve.Cap {
		tried = fmt.Sprintf("caps of %s to %s", unit.Amount(a.Range.Low).Headline(), unit.Amount(a.Range.High).Headline())
	}
	said := fmt.Sprintf("The cap cannot be reached on %s: %s were tried.", target.Medium(), tried)
	if !a.Result.Date.IsZero() {
		said += fmt.Sprintf(" The nearest is %s.", a.Result.Date.Medium())
	}
	return said
}
