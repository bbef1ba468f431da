package reach

import (
	"cmp"

	"fyne.io/fyne/v2/container"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/solve"
	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/desk"
	"headroom/ui/field"
	"headroom/ui/format"
	"headroom/ui/inspect"
	"headroom/ui/look"
	"headroom/ui/prompt"
)

// A shiftPrompt asks by how much to shift all growth, or on which day the cap is to
// be reached by that: each of the two fields follows the other as it is typed.
type shiftPrompt struct {
	desk   *desk.Desk
	start  scenario.Scenario
	shift  *field.Number
	day    *field.Text
	answer *desk.Outcome
	byDay  bool // the day was given last, and the shift follows
}

// Shift asks by how much to shift all growth.
func Shift(d *desk.Desk) {
	d.Commit()
	s, ok := d.Selected()
	if !ok {
		return
	}
	a := &shiftPrompt{desk: d, start: s, answer: desk.NewOutcome(d)}
	a.shift = field.NewNumber("dialog.shift", format.Shift())
	a.day = field.NewText("dialog.date", "")
	if !s.Terms.Share.Capped {
		a.day.SetPlaceHolder("no cap")
		a.day.Disable()
	}
	a.shift.OnType = func(string) { a.showShift() }
	a.shift.OnEdit = func(float64) error { // stepped by key, where nothing is typed
		a.showShift()
		return nil
	}
	a.day.OnType = func(string) { a.showDay() }
	a.showShift()
	columns := func() *look.Columns { return look.NewColumns(look.Gap, 120, 120) }
	d.Prompts.Show(prompt.Prompt{
		Name: "shift", Title: "Shift all growth", Accept: "Shift", First: a.shift,
		Message: "Adds as many percentage points to every growth of every stream. Give them, or the day the cap is to be reached on.",
		Fields:  []inspect.Widget{a.shift, a.day},
		Content: container.NewVBox(
			field.NewRow(columns(), field.NewLabel("Shift by"), a.shift),
			field.NewRow(columns(), field.NewLabel("Cap reached on"), a.day),
			a.answer.Content),
		OnAccept: a.answer.OrRefusal(a.onAccept),
	})
}

// showShift shows what the shift given would lead to, and on which day the cap is
// reached by it.
func (a *shiftPrompt) showShift() {
	a.byDay = false
	v, err := a.shift.Reading()
	if err != nil {
		a.answer.Say("") // it is being typed
		return
	}
	start, change := a.start, edit.ShiftGrowth(a.start.ID, unit.Rate(v))
	a.answer.Work(func() desk.Finding {
		day := ""
		if shifted, err := edit.Preview(start, change); err == nil {
			if after, err := words.SideOf(shifted); err == nil && !after.Total.Reached.Date.IsZero() {
				day = after.Total.Reached.Date.Medium()
			}
		}
		return desk.Finding{Words: desk.Effect(start, change), Then: func() {
			if start.Terms.Share.Capped {
				a.day.SetPlaceHolder(cmp.Or(day, "not reached"))
			}
			a.day.Display(day)
		}}
	})
}

// showDay shows by which shift the cap is reached on the day given.
func (a *shiftPrompt) showDay() {
	a.byDay = true
	target, doubt, err := unit.ReadDate(a.day.Reading())
	if err != nil {
		a.answer.Say("") // it is being typed
		return
	}
	start := a.start
	a.answer.Work(func() desk.Finding {
		if doubt != "" {
			doubt = words.UpperFirst(doubt) + ". "
		}
		answer, err := solve.Reached(start, solve.GrowthShift, target)
		switch {
		case err != nil:
			return desk.Finding{Words: words.Sentence(err)}
		case !answer.Possible():
			return desk.Finding{Words: doubt + impossible(solve.GrowthShift, answer, target)}
		}
		shift := Roundest(answer.Intervals[0], WholePoint)
		return desk.Finding{Words: doubt + desk.Effect(start, edit.ShiftGrowth(start.ID, unit.Rate(shift))), Then: func() { a.shift.Display(shift) }}
	})
}

// onAccept shifts all growth; it returns in words why that cannot be.
func (a *shiftPrompt) onAccept() string {
	d := a.desk
	var change edit.Change
	said := ""
	if a.byDay {
		target, _, err := unit.ReadDate(a.day.Reading())
		if err != nil {
			return words.Sentence(err)
		}
		var fault string
		if change, said, fault = reaching(a.start, solve.GrowthShift, target); fault != "" {
			a.answer.Say("") // it says the same
			return fault
		}
		said = reached(said, target)
	} else {
		if !a.shift.Commit() {
			return a.shift.ErrorText()
		}
		shift := unit.Rate(a.shift.Value())
		change, said = edit.ShiftGrowth(a.start.ID, shift), "All growth shifted by "+shift.Points()
	}
	if fault := d.TryOnce(change); fault != "" {
		a.answer.Say("")
		return fault
	}
	d.Say(said)
	return ""
}
