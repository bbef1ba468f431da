package risk

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario/explain"
	"headroom/scenario/plot"
	"headroom/scenario/plot/risk"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/chartview"
	"headroom/ui/desk"
	"headroom/ui/inspect"
	"headroom/ui/look"
	"headroom/ui/sheet"
)

// drivers say which draw explains how much of the spread.
type drivers struct {
	view     *View
	card     *look.Card
	head     *cardHead
	sentence *sentence
	halves   *look.EvenLayout
	both     *fyne.Container
	chart    *desk.Chart
	frame    risk.DriversFrame
	table    *sheet.Sheet
	bar      *desk.TableBar
	front    *front
	save     *look.Button
	named    []inspect.Widget
}

func newDrivers(v *View) *drivers {
	d := &drivers{view: v, table: sheet.New("risk.drivers"), sentence: newSentence(v), halves: &look.EvenLayout{Gap: 16}}
	d.table.Wraps = true
	d.table.OnAsk = func(row, column int) { v.ask(d.whyCell(row, column)) }
	d.bar = desk.NewTableBar(v.desk, "risk.drivers.copy", d.table)
	d.chart = desk.NewPicture(v.desk, "risk.drivers.chart", fyne.NewSize(320, 290), d.picture)
	rows := &places{
		view: v, count: func() int { return len(d.frame.Rows) }, tell: d.tell,
		at: func(at fyne.Position) (int, bool) {
			row, ok := d.frame.RowAt(float64(at.Y))
			return row.Index, ok
		},
		why: func(i int) explain.Explanation { return d.whyCell(i, -1) },
	}
	rows.attach(d.chart)
	d.front = &front{d.picture, func() string { return "What drives it? " + d.sentence.Content() }}
	d.save = v.saver("risk.drivers.save", d.front)
	d.head = newCardHead("What drives it?", container.New(look.NewColumns(10, look.Natural, look.Natural), d.bar.Copy, d.save))
	d.both = container.New(d.halves, d.chart.View, container.NewBorder(d.bar.Cue, nil, nil, nil, d.table))
	d.card = look.NewCard(container.NewBorder(look.Stack(2, d.head.content, d.sentence.Paragraph), nil, nil, nil, d.both), look.CardPad)
	d.named = []inspect.Widget{d.save, d.chart.View, d.bar.Copy, d.table}
	return d
}

// layOut is called with the width that there is.
func (d *drivers) layOut(width float32) {
	d.head.flow.Width, d.halves.Width = width, width
	if half := (width - d.halves.Gap) / 2; half >= 320 {
		width = half
	}
	d.table.LayOut(width)
}

func (d *drivers) show() {
	r, s := &d.view.runs.result, d.view.runs.of
	if !d.view.runs.settled {
		return // what was known stays until there is more
	}
	d.table.SetSubject(s.ID)
	if len(r.Ranking) == 0 {
		d.sentence.say("Nothing is uncertain: every path is the single line of the projection")
		d.both.Hide()
		d.table.Set(driversHead(r), nil)
		return
	}
	d.both.Show()
	d.sentence.say(drives(r))
	var rows [][]sheet.Cell
	for _, of := range r.Ranking {
		row := []sheet.Cell{sheet.Words(words.Varied(s, of.Draw()))}
		if r.Capped {
			row = append(row, partOf(of.Date.Value), errorOf(of.Date.Error))
		}
		rows = append(rows, append(row, partOf(of.Paid.Value), errorOf(of.Paid.Error)))
	}
	d.table.Set(driversHead(r), rows)
	d.chart.View.Text = d.sentence.Content()
	d.chart.View.Stale()
}

func driversHead(r *simulate.Result) []sheet.Column {
	head := []sheet.Column{{Title: "Draw"}}
	if r.Capped {
		head = append(head, sheet.Column{Title: "Of the date", Hint: "Which part of the variance of the date this draw explains by itself"},
			sheet.Column{Title: "±", Copied: "Error of the date", Hint: "Standard error"})
	}
	return append(head, sheet.Column{Title: "Of paid", Hint: "Which part of the variance of what is paid this draw explains by itself"},
		sheet.Column{Title: "±", Copied: "Error of paid", Hint: "Standard error"})
}

func partOf(v float64) sheet.Cell {
	return sheet.Figure(unit.Rate(v).Tenths(), strconv.FormatFloat(v, 'f', -1, 64))
}

// errorOf shows a standard error of a part.
func errorOf(v float64) sheet.Cell {
	return sheet.Figure(strconv.FormatFloat(100*v, 'f', 2, 64)+"%", strconv.FormatFloat(v, 'f', -1, 64))
}

func (d *drivers) picture() (plot.Picture, bool) {
	r := d.view.runs
	if !r.known || !r.settled || len(r.result.Ranking) == 0 {
		return plot.Picture{}, false
	}
	return plot.Picture{
		Options: plot.Options{Theme: desk.PlotTheme()},
		Chart:   risk.Drivers{Subject: r.subject, Result: r.result, Frame: &d.frame},
	}, true
}

func (d *drivers) tell(i int) (chartview.Tip, fyne.Position) {
	r := &d.view.runs.result
	box := d.frame.Rows[i].Box
	at := fyne.NewPos(float32(box.Left+box.Right)/2, float32(box.Top+box.Bottom)/2)
	if i >= len(r.Ranking) {
		return chartview.Tip{Title: "…"}, at
	}
	of := r.Ranking[i]
	tip := chartview.Tip{Title: words.Varied(d.view.runs.of, of.Draw())}
	if r.Capped {
		tip.Rows = append(tip.Rows, chartview.TipRow{Label: "explains of the date", Value: unit.Rate(of.Date.Value).Tenths() + " ± " + points(of.Date.Error)})
	}
	tip.Rows = append(tip.Rows, chartview.TipRow{Label: "explains of what is paid", Value: unit.Rate(of.Paid.Value).Tenths() + " ± " + points(of.Paid.Error)})
	return tip, at
}

// whyCell explains a cell of the table, or all of a row where the column is below 1.
func (d *drivers) whyCell(row, column int) explain.Explanation {
	v := d.view
	s, r := v.runs.of, &v.runs.result
	if row < 0 || row >= len(r.Ranking) {
		return explain.Explanation{}
	}
	of := r.Ranking[row]
	name := words.Varied(s, of.Draw())
	paid := !r.Capped || column >= 3
	shown, what := of.Date, "the date"
	if paid {
		shown, what = of.Paid, "what is paid"
	}
	var lines []explain.Line
	part := func(label string, e simulate.Estimate) {
		lines = append(lines, explain.Line{Label: label, Formula: "of the variance, ± " + points(e.Error) + " percentage points", Text: unit.Rate(e.Value).Tenths()})
	}
	if r.Capped {
		part("Of the date", of.Date)
	}
	part("Of what is paid", of.Paid)
	return v.account(name+": of the spread of "+what, unit.Rate(shown.Value).Tenths(), []string{
		"This is the part of the variance that the draw explains by itself, the first-order Sobol index: how far the mean moves with this draw while all others vary freely. What draws explain only in combination is part of none of these.",
		fmt.Sprintf("A path that does not reach the cap by %d counts as the day after.", s.LastYear),
	}, lines...)
}

// drives says in a sentence what matters most, and what nearly as much.
func drives(r *simulate.Result) string {
	date := leading(r, func(d simulate.Driver) float64 { return d.Date.Value })
	paid := leading(r, func(d simulate.Driver) float64 { return d.Paid.Value })
	switch {
	case len(date) == 0 && len(paid) == 0:
		return "No draw by itself explains much of the spread"
	case len(date) == 0:
		return words.UpperFirst(names(paid)) + explainVerb(paid) + parts(paid) + " of the spread of what is paid"
	}
	said := words.UpperFirst(names(date)) + explainVerb(date) + parts(date) + " of the spread of the date"
	switch {
	case len(paid) == 0:
		return said
	case names(paid) == names(date):
		return said + ", and " + parts(paid) + " of that of what is paid"
	}
	return said + "; " + names(paid) + " " + parts(paid) + " of that of what is paid"
}

// A leader is a draw that matters most, or nearly so, with the part that it explains.
type leader struct {
	name string
	part float64
}

// nearly is how much of what the first draw explains the second has to, to be named beside
// it.
const nearly = 0.85

// leading returns the draw that explains the most of a result, if any explains much of it,
// and the next where it comes close.
func leading(r *simulate.Result, of func(simulate.Driver) float64) []leader {
	var all []leader
	for _, d := range r.Ranking {
		all = append(all, leader{nameOf(d), of(d)})
	}
	slices.SortStableFunc(all, func(a, b leader) int { return cmp.Compare(b.part, a.part) })
	switch {
	case len(all) == 0 || all[0].part <= 0.005:
		return nil
	case len(all) > 1 && all[1].part >= nearly*all[0].part:
		return all[:2]
	}
	return all[:1]
}

func names(list []leader) string {
	if len(list) == 2 {
		return list[0].name + " and " + list[1].name
	}
	return list[0].name
}

func parts(list []leader) string {
	if len(list) == 2 {
		return wholePercent(list[0].part) + " and " + wholePercent(list[1].part)
	}
	return wholePercent(list[0].part)
}

func explainVerb(list []leader) string {
	if len(list) == 2 {
		return " explain "
	}
	return " explains "
}

func nameOf(d simulate.Driver) string {
	if d.Year == 0 {
		return "the cap"
	}
	return year(d.Year) + "’s growth"
}

// wholePercent writes a part in whole percent.
func wholePercent(part float64) string { return unit.Rate(float64(int(100*part+0.5)) / 100).Percent() }
