package deal

import (
	"strconv"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/report"
	"headroom/ui/desk"
	"headroom/ui/sheet"
)

// The table of the Deal view: what each term is worth, and what all come to.

// A term is a row of the table: a term with its sources.
type term struct {
	compare.TermWorth
	name    string
	sources []termSource
}

// The columns. That of revenue is there only where a term allows or forbids any, and
// that of sources is the last.
const (
	columnTerm = iota
	columnPrior
	columnAmended
	columnOpenAI
	columnMicrosoft
)

// showTable shows the terms that differ, and what they add up to.
func (v *View) showTable(s scenario.Scenario, deal compare.Deal, prior, amended side) {
	v.terms, v.deal = nil, deal
	moves := false
	for _, t := range deal.Terms {
		moves = moves || t.Revenue != 0
		v.terms = append(v.terms, term{t, report.TermName(t), termSources(t, prior, amended)})
	}
	v.table.SetSubject(s.ID + " " + prior.name + " " + amended.name)
	head := head(prior, amended, moves)
	if len(v.terms) == 0 {
		v.table.Set(head, nil)
		v.table.SetHighlight(-1)
		return
	}
	var rows [][]sheet.Cell
	for _, t := range v.terms {
		row := t.cells(prior.scenario, amended.scenario)
		if moves {
			revenue := sheet.Cell{}
			if t.Revenue != 0 {
				revenue = desk.DeltaCell(t.Revenue)
			}
			row = append(row, revenue)
		}
		rows = append(rows, append(row, v.chip(t)))
	}
	net := []sheet.Cell{
		sheet.Words("Net through " + strconv.Itoa(s.LastYear)),
		{},
		{},
		desk.DeltaCell(deal.ToOpenAI()), desk.DeltaCell(deal.ToMicrosoft()),
	}
	if moves {
		net = append(net, sheet.Cell{Text: "not added in", Quiet: true})
	}
	v.table.Set(head, append(rows, append(net, sheet.Cell{})))
	v.table.SetHighlight(len(rows))
}

// head returns the names of the columns.
func head(prior, amended side, revenue bool) []sheet.Column {
	head := []sheet.Column{
		{Title: "Term"},
		{Title: prior.name, Words: true, Hint: "What the terms to change from provide"},
		{Title: amended.name, Words: true, Hint: "What the terms to change to provide"},
		{Title: "Worth to OpenAI", Unit: desk.USD, Hint: "By how much the term lowers what OpenAI pays, both ways together"},
		{Title: "Worth to Microsoft", Unit: desk.USD, Hint: "By how much the term raises what Microsoft receives, both ways together"},
	}
	if revenue {
		head = append(head, sheet.Column{
			Title: "Revenue allowed", Unit: desk.USD,
			Hint: "Revenue of OpenAI that the term allows, or with a minus forbids; no payment, so not added in",
		})
	}
	return append(head, sheet.Column{Title: "Source"})
}

// cells says a term: its words on both sides, and what it is worth or why it moves no
// money.
func (t term) cells(prior, amended scenario.Scenario) []sheet.Cell {
	before, after := report.TermWords(t.TermWorth, prior, amended)
	row := []sheet.Cell{{Text: t.name, Bold: true}, t.side(before, prior), t.side(after, amended)}
	if t.Reason != "" {
		return append(row, sheet.Cell{Text: idleWords(t.Reason), Quiet: true, Span: 2}, sheet.Cell{})
	}
	return append(row, desk.DeltaCell(t.ToOpenAI()), desk.DeltaCell(t.ToMicrosoft()))
}

// side returns the words of one side, which are copied as a figure where they are one.
func (t term) side(said string, s scenario.Scenario) sheet.Cell {
	share := s.Terms.Share
	switch {
	case t.Group.Kind == compare.Cap && share.Capped:
		return sheet.Figure(said, desk.Dollars(share.Cap))
	case t.Group.Kind == compare.Rate && said == share.Rate.Percent():
		return desk.PartCell(said)
	}
	return sheet.Words(said)
}

// chip says where a term comes from.
func (v *View) chip(t term) sheet.Cell {
	first, ok := chief(t.sources)
	if !ok {
		return sheet.Cell{}
	}
	return sheet.Cell{Chip: &sheet.Chip{
		Name: "deal.term." + termNames[t.Group.Kind] + ".source",
		Text: first.input.Status(), Hint: sourceHint(first),
		OnTapped: func() { v.onTermSources(t.name, t.sources) },
	}}
}
