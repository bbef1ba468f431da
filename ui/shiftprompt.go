package ui

import (
	"cmp"

	"fyne.io/fyne/v2/container"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/solve"
	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/field"
	"headroom/ui/format"
	"headroom/ui/inspect"
	"headroom/ui/look"
	"headroom/ui/prompt"
)

// A shiftPrompt asks by how much to shift all growth, or on which day the cap is to
// be reached by that: each of the two fields follows the other as it is typed.
type shiftPrompt struct {
	planner *Planner
	start   scenario.Scenario
	shift   *field.Number
	day     *field.Text
	answer  *outcome
	byDay   bool // the day was given last, and the shift follows
}

// onShiftGrowth asks by how much to shift all growth.
func (p *Planner) onShiftGrowth() {
	p.Commit()
	s, ok := p.Selected()
	if !ok {
		return
	}
	d := &shiftPrompt{planner: p, start: s, answer: newOutcome(p)}
	d.shift = field.NewNumber("dialog.shift", format.Shift())
	d.day = field.NewText("dialog.date", "")
	if !s.Terms.Share.Capped {
		d.day.SetPlaceHolder("no cap")
		d.day.Disable()
	}
	d.shift.OnType = func(string) { d.showShift() }
	d.shift.OnEdit = func(float64) error { // stepped by key, where nothing is typed
		d.showShift()
		return nil
	}
	d.day.OnType = func(string) { d.showDay() }
	d.showShift()
	columns := func() *look.Columns { return look.NewColumns(look.Gap, 120, 120) }
	p.Prompts.Show(prompt.Prompt{
		Name: "shift", Title: "Shift all growth", Accept: "Shift", First: d.shift,
		Message: "Adds as many percentage points to every growth of every stream. Give them, or the day the cap is to be reached on.",
		Fields:  []inspect.Widget{d.shift, d.day},
		Content: container.NewVBox(
			field.NewRow(columns(), field.NewLabel("Shift by"), d.shift),
			field.NewRow(columns(), field.NewLabel("Cap reached on"), d.day),
			d.answer.content),
		OnAccept: d.answer.orRefusal(d.onAccept),
	})
}

// showShift shows what the shift given would lead to, and on which day the cap is
// reached by it.
func (d *shiftPrompt) showShift() {
	d.byDay = false
	v, err := d.shift.Reading()
	if err != nil {
		d.answer.say("") // it is being typed
		return
	}
	start, change := d.start, edit.ShiftGrowth(d.start.ID, rate(v))
	d.answer.work(func() finding {
		day := ""
		if shifted, err := edit.Preview(start, change); err == nil {
			if after, err := words.SideOf(shifted); err == nil && !after.Total.Reached.Date.IsZero() {
				day = after.Total.Reached.Date.Medium()
			}
		}
		return finding{effect(start, change), func() {
			if start.Terms.Share.Capped {
				d.day.SetPlaceHolder(cmp.Or(day, "not reached"))
			}
			d.day.Display(day)
		}}
	})
}

// showDay shows by which shift the cap is reached on the day given.
func (d *shiftPrompt) showDay() {
	d.byDay = true
	target, doubt, err := unit.ReadDate(d.day.Reading())
	if err != nil {
		d.answer.say("") // it is being typed
		return
	}
	start := d.start
	d.answer.work(func() finding {
		if doubt != "" {
			doubt = words.UpperFirst(doubt) + ". "
		}
		answer, err := solve.Reached(start, solve.GrowthShift, target)
		switch {
		case err != nil:
			return finding{words: words.Sentence(err)}
		case !answer.Possible():
			return finding{words: doubt + impossible(solve.GrowthShift, answer, target)}
		}
		shift := roundest(answer.Intervals[0], wholePoint)
		return finding{doubt + effect(start, edit.ShiftGrowth(start.ID, rate(shift))), func() { d.shift.Display(shift) }}
	})
}

// onAccept shifts all growth; it returns in words why that cannot be.
func (d *shiftPrompt) onAccept() string {
	p := d.planner
	var change edit.Change
	said := ""
	if d.byDay {
		target, _, err := unit.ReadDate(d.day.Reading())
		if err != nil {
			return words.Sentence(err)
		}
		var fault string
		if change, said, fault = reaching(d.start, solve.GrowthShift, target); fault != "" {
			d.answer.say("") // it says the same
			return fault
		}
		said = reached(said, target)
	} else {
		if !d.shift.Commit() {
			return d.shift.ErrorText()
		}
		shift := rate(d.shift.Value())
		change, said = edit.ShiftGrowth(d.start.ID, shift), "All growth shifted by "+shift.Points()
	}
	if fault := p.TryOnce(change); fault != "" {
		d.answer.say("")
		return fault
	}
	p.bar.say(said)
	return ""
}
