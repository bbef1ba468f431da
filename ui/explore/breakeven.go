package explore

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/explain"
	"headroom/scenario/plot"
	"headroom/scenario/plot/swept"
	"headroom/scenario/sweep"
	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/desk"
	"headroom/ui/inspect"
	"headroom/ui/look"
	"headroom/ui/sheet"
	"headroom/ui/why"
)

// A breakEven says what it would take for the cap to be reached at the end of each year.
type breakEven struct {
	v *View
	laid
	table *sheet.Sheet
	bar   *desk.TableBar
	rows  []sweep.BreakEven
}

func newBreakEven(v *View) *breakEven {
	p := &breakEven{v: v, table: sheet.New("break-even")}
	p.bar = desk.NewTableBar(v.desk, "break-even.copy", p.table)
	save := v.pictureButton("break-even", p)
	p.bar.Says, p.bar.Cue.Brief = "Click again or press Enter: why, or make it a scenario", "Click again or Enter: more"
	p.table.Offers = p.offers
	p.table.OnScrollPast = func(e *fyne.ScrollEvent) { v.scroll.Scrolled(e) }
	p.content = look.NewCard(look.Stack(2, container.New(look.NewColumns(6, look.Stretch, look.Natural), p.bar.Head(swept.EvensHead), save), p.table), look.CardPad)
	p.named = []inspect.Widget{p.table, p.bar.Copy, save}
	return p
}

func (p *breakEven) picture() (plot.Chart, string) {
	return swept.Evens{Subject: p.v.desk.Book.Subject(p.v.of), Years: p.rows}, "What would it take for the cap to be reached at the end of each year?"
}

func (p *breakEven) show() {
	s, prepared, ok := p.v.looked()
	p.ok = false
	if !ok {
		return
	}
	p.table.SetSubject(s.ID)
	rows, err := sweep.BreakEvens(prepared)
	p.rows, p.ok = rows, err == nil
	if err != nil {
		p.table.Set([]sheet.Column{{Title: ""}}, [][]sheet.Cell{{sheet.Words(words.Sentence(err))}})
		return
	}
	header := []sheet.Column{{Title: ""}}
	cap := []sheet.Cell{sheet.Words(swept.EvensCap)}
	shift := []sheet.Cell{sheet.Words(swept.EvensShift)}
	pace := []sheet.Cell{sheet.Words(swept.EvensPace)}
	paced := false
	for _, row := range rows {
		header = append(header, sheet.Column{Title: strconv.Itoa(row.By.Year())})
		cap, shift = append(cap, desk.NoCell()), append(shift, desk.NoCell())
		pace = append(pace, desk.NoCell())
		last := len(cap) - 1
		if !row.NoCap {
			cap[last] = desk.AmountCell(row.Cap)
		}
		if !row.NoShift {
			shift[last] = desk.PartCell(row.Shift.Points())
		}
		if !row.NoPace {
			pace[last], paced = desk.AmountCell(row.Pace), true
		}
	}
	lines := [][]sheet.Cell{cap, shift}
	if paced {
		lines = append(lines, pace)
	}
	p.table.Set(header, lines)
}

// offers is what can be asked and done about a cap, a shift or a pace.
func (p *breakEven) offers(row, column int) []*fyne.MenuItem {
	s, _, ok := p.v.looked()
	if !ok || column < 1 || column > len(p.rows) {
		return nil
	}
	switch of := p.rows[column-1]; {
	case row == 0 && !of.NoCap:
		return offers(p.v.desk, s, explain.CapReached, edit.Setting{Input: scenario.InputCap, Value: float64(of.Cap)})
	case row == 1 && !of.NoShift:
		return offers(p.v.desk, s, explain.CapReached, edit.Setting{Input: scenario.InputGrowthShift, Value: float64(of.Shift)})
	case row == 2 && !of.NoPace:
		return p.paced(s, of.Pace)
	}
	return nil
}

// paced is what can be asked and done about a pace, which is no input: it is held by
// revenue that comes in evenly after the actuals.
func (p *breakEven) paced(s scenario.Scenario, pace unit.Amount) []*fyne.MenuItem {
	items := []*fyne.MenuItem{fyne.NewMenuItem(desk.AskWhy, func() { why.Ask(p.v.desk, explain.Whole(s, explain.Pace)) })}
	at, ok := sweep.AtPace(s, pace)
	if !ok {
		return items
	}
	says := pace.Table() + " a year from " + (s.ActualsThrough() + 1).Short()
	return append(items, fyne.NewMenuItem("Make it a scenario ("+says+")", func() { addScenario(p.v.desk, s, named(s, at, says)) }))
}
