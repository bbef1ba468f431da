package plan

import (
	"fmt"
	"math"
	"slices"

	"headroom/scenario"
	"headroom/scenario/actuals"
	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/desk"
	"headroom/ui/sheet"
)

// actualWords says of a row that all of it is actual, or how much, after its name, and
// the same in little room; empty where nothing is.
func actualWords(p scenario.Projection, r scenario.Row) (words, brief string) {
	switch {
	case r.Through <= p.ActualsThrough:
		return " actual", " actual"
	case r.From <= p.ActualsThrough:
		known, months := p.ActualsThrough-r.From+1, r.Through-r.From+1
		return fmt.Sprintf(", %d of %d months actual", known, months), fmt.Sprintf(", %d of %d actual", known, months)
	}
	return "", ""
}

// offerAgainst shows the choice of actual against plan where there are actuals.
func (v *View) offerAgainst(s scenario.Scenario) {
	offered := s.RuleYear() != 0
	if !offered && v.periods.Selected() == against {
		v.periods.Display(years)
	}
	v.against.SetSelected(v.periods.Selected() == against)
	switch {
	case offered && !v.against.Visible():
		v.against.Show()
	case !offered && v.against.Visible():
		v.against.Hide()
	}
}

// showAgainst shows by quarter what was earned against what was planned, of the stream
// in the form or of all of OpenAI's own together, up to the end of the year of the
// last that is known, and what came to date.
func (v *View) showAgainst(s scenario.Scenario, p scenario.Projection) {
	streams, whose := v.form.actualStreams(s), "all of OpenAI's own revenue"
	if len(streams) == 1 {
		whose = s.Outlook.Streams[streams[0]].Name
	}
	months := actuals.Against(s, streams...)
	quarters := months.By(func(m unit.Month) int { return 4*m.Year() + m.Quarter() })
	shown, settled := 0, 0
	for i, q := range quarters {
		if q.Known > 0 {
			shown = i - i%4 + 4
		}
		if q.Known == q.Months() && settled == i {
			settled++
		}
	}
	shown = max(shown, min(4, len(quarters)))
	var cells [][]sheet.Cell
	for i, q := range quarters[:shown] {
		row := p.Quarters[i]
		name := unit.Period{First: q.From, Months: 3}.Words()
		switch {
		case q.Known == q.Months():
			name += " actual"
		case q.Known > 0:
			name += fmt.Sprintf(", %d of %d months", q.Known, q.Months())
		}
		cells = append(cells, append(varianceCells(name, q), desk.AmountCell(row.Paid), desk.AmountCell(row.Cumulative)))
	}
	cells = append(cells, varianceCells("To date", months.Sum()))
	v.showFoot(whose+". Where not all of a quarter is known, its plan is that of the months that are.", whose)
	v.rows = append(slices.Clip(p.Quarters[:shown]), scenario.Row{From: s.FirstMonth(), Through: s.LastMonth()})
	v.table.SetSubject(s.ID + " against " + whose)
	v.table.Set(againstColumns(), cells)
	v.table.SetSettled(settled)
	v.table.SetHighlight(-1)
}

// typeActual takes a character that is typed on what a quarter earned to its field in the
// form, and reports whether it did.
func (v *View) typeActual(row, column int, r rune) bool {
	const actual = 1                                                                 // column
	if v.periods.Selected() != against || column != actual || row >= len(v.rows)-1 { // the last is what came to date
		return false
	}
	if !v.form.goTo(v.form.actualPath(unit.Period{First: v.rows[row].From, Months: 3})) {
		return false
	}
	v.desk.Window.Canvas().Focused().TypedRune(r)
	return true
}

// varianceCells are those of one span. The plan of one in which nothing is known is
// that of all of it.
func varianceCells(name string, q actuals.Variance) []sheet.Cell {
	if q.Known == 0 {
		return []sheet.Cell{sheet.Words(name), desk.NoCell(), desk.AmountCell(q.Plan), desk.NoCell(), desk.NoCell()}
	}
	part := desk.NoCell()
	if r, known := q.Relative(); known && !math.IsInf(float64(r), 0) {
		part = desk.PartCell(r.Growth())
	}
	return []sheet.Cell{
		sheet.Words(name), desk.AmountCell(q.Actual), desk.AmountCell(q.Planned), desk.DeltaCell(q.Difference()), part,
	}
}

func againstColumns() []sheet.Column {
	return []sheet.Column{
		{Title: "Quarter"},
		{Title: "Actual", Unit: desk.USD, Hint: "What was earned, as far as the terms allow it"},
		{Title: "Plan", Unit: desk.USD, Hint: "What was planned for the months that are known, or else for the whole quarter"},
		{Title: "Difference", Unit: desk.USD, Hint: "Actual less plan"},
		{Title: "in %", Hint: "The difference as a part of the plan"},
		{Title: words.Paid, Unit: desk.USD, Hint: "What OpenAI pays Microsoft of all of its revenue in the quarter"},
		{Title: words.Cumulative, Unit: desk.USD, Hint: "All payments that count, up to the end of the quarter"},
	}
}
