package risk

import (
	"fmt"
	"strconv"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"headroom/scenario"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/desk"
	"headroom/ui/look"
	"headroom/ui/sheet"
)

// drivers say which draw explains how much of the spread.
type drivers struct {
	view     *View
	card     *look.Card
	sentence *look.Text
	table    *sheet.Sheet
	bar      *desk.TableBar
}

func newDrivers(v *View) *drivers {
	d := &drivers{view: v, table: sheet.New("risk.drivers"), sentence: look.NewText("")}
	d.sentence.Yielding = true
	d.table.Wraps = true
	d.bar = desk.NewTableBar(v.desk, "risk.drivers.copy", d.table)
	d.card = look.NewCard(container.NewBorder(look.Stack(2, d.bar.Head("What drives it"), d.sentence), nil, nil, nil, container.New(layout.NewCustomPaddedLayout(0, 2, 0, 0), d.table)), look.CardPad)
	return d
}

func (d *drivers) show() {
	r := &d.view.runs.result
	s := d.view.runs.of
	d.table.SetSubject(s.ID)
	head := []sheet.Column{
		{Title: "Draw"},
		{Title: "Of the date", Hint: "Which part of the variance of the date this draw explains by itself"},
		{Title: "±", Copied: "Error of the date", Hint: "Standard error"},
		{Title: "Of paid", Hint: "Which part of the variance of what is paid this draw explains by itself"},
		{Title: "±", Copied: "Error of paid", Hint: "Standard error"},
	}
	if len(r.Ranking) == 0 {
		d.sentence.SetText("Nothing is uncertain")
		d.table.Set(head, nil)
		return
	}
	d.sentence.SetText(drives(s, r))
	var rows [][]sheet.Cell
	for _, of := range r.Ranking {
		rows = append(rows, []sheet.Cell{
			sheet.Words(words.Varied(s, of.Draw())),
			partOf(of.Date.Value), partOf(of.Date.Error), partOf(of.Paid.Value), partOf(of.Paid.Error),
		})
	}
	d.table.Set(head, rows)
}

func partOf(v float64) sheet.Cell {
	return sheet.Figure(percent(v), strconv.FormatFloat(v, 'f', -1, 64))
}

func percent(v float64) string {
	return strconv.FormatFloat(100*v, 'f', 1, 64) + "%"
}

// drives says in a sentence what matters most.
func drives(s scenario.Scenario, r *simulate.Result) string {
	most := func(of func(simulate.Driver) float64) (string, float64) {
		best := r.Ranking[0]
		for _, d := range r.Ranking {
			if of(d) > of(best) {
				best = d
			}
		}
		name := "The cap"
		if best.Year != 0 {
			name = year(best.Year) + "’s growth"
		}
		return name, of(best)
	}
	date, explains := most(func(d simulate.Driver) float64 { return d.Date.Value })
	if explains > 0.005 {
		return fmt.Sprintf("%s explains %s of the spread of the date", date, unit.Rate(float64(int(100*explains+0.5))/100).Percent())
	}
	paid, explains := most(func(d simulate.Driver) float64 { return d.Paid.Value })
	if explains > 0.005 {
		return fmt.Sprintf("%s explains %s of the spread of what is paid", paid, unit.Rate(float64(int(100*explains+0.5))/100).Percent())
	}
	return "No draw by itself explains much of the spread"
}
