package report

import (
	"headroom/scenario/statement"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// StatementQuarter returns one quarter of a statement as a table that is read from
// its top: the opening balance, the revenue that the share applies to by stream, what
// is due and what is paid, the closing balance; beside it the plan, where actuals took
// the place of one.
func StatementQuarter(st statement.Statement, q statement.Quarter, by statement.Quartering) Table {
	name, other := by.Words(q)
	t := Table{
		Caption: "Statement for " + name + " (" + other + ", " + months(q) + "), " + q.Certainty(),
		Columns: []Column{{"", Words}, {name, Dollars}, {"Plan", Dollars}, {"Difference", Dollars}},
	}
	w := writer{table: &t, quarter: q}
	w.balances("at the beginning", func(a statement.Account) unit.Amount { return a.Opening }, func(a statement.Account) unit.Amount { return a.Room })
	for i, l := range q.Streams {
		w.stream(i, l)
	}
	w.total("Revenue shared", func(a statement.Account) unit.Amount { return a.Base })
	t.Rows = append(t.Rows, Row{Cells: []Cell{Text("Rate"), Rate(q.Rate), Rate(q.Plan.Rate), Nothing()}})
	w.total(words.Due, func(a statement.Account) unit.Amount { return a.Due })
	if q.Capped {
		w.line(words.Forgone, func(a statement.Account) unit.Amount { return -a.Saved })
	}
	w.total(words.Paid, statement.Account.Paid)
	if q.Uncounted != 0 || q.Plan.Uncounted != 0 {
		w.line("Paid, and does not count toward the cap", func(a statement.Account) unit.Amount { return a.Uncounted })
		w.line("Paid, and counts toward the cap", func(a statement.Account) unit.Amount { return a.Counted })
	}
	w.balances("at the end", func(a statement.Account) unit.Amount { return a.Closing }, func(a statement.Account) unit.Amount { return a.Headroom })
	t.keep(func(i int) bool { return i < 2 || st.Planned })
	t.Notes = statementNotes(st, shown{capped: q.Capped, planned: st.Planned, uncounted: q.Uncounted != 0})
	return t
}

// months names the months of a quarter, such as July to September 2026.
func months(q statement.Quarter) string {
	return q.From.Month().String() + " to " + q.Through.Long()
}

// A writer adds the lines of a quarter to its table.
type writer struct {
	table   *Table
	quarter statement.Quarter
}

func (w writer) line(name string, of func(statement.Account) unit.Amount) { w.add(RowPlain, name, of) }

func (w writer) total(name string, of func(statement.Account) unit.Amount) { w.add(RowTotal, name, of) }

func (w writer) add(kind RowKind, name string, of func(statement.Account) unit.Amount) {
	is, plan := of(w.quarter.Account), of(w.quarter.Plan)
	w.table.Rows = append(w.table.Rows, Row{Kind: kind, Cells: []Cell{Text(name), Amount(is), Amount(plan), Change(is - plan)}})
}

// balances adds what counts toward the cap at a time, and the room that is left.
func (w writer) balances(when string, counted, room func(statement.Account) unit.Amount) {
	if !w.quarter.Capped {
		w.total("Paid so far "+when, counted)
		return
	}
	w.total(words.Cumulative+" "+when, counted)
	w.line(words.Headroom+" "+when, room)
}

// stream adds what one stream earns, and what of it is excluded.
func (w writer) stream(i int, l statement.Line) {
	of := func(part func(statement.Line) unit.Amount) func(statement.Account) unit.Amount {
		return func(a statement.Account) unit.Amount { return part(a.Streams[i]) }
	}
	w.line(l.Name+", "+l.Channel.Words(), of(func(l statement.Line) unit.Amount { return l.Revenue }))
	plan := w.quarter.Plan.Streams[i]
	for _, part := range []struct {
		name string
		of   func(statement.Line) unit.Amount
	}{
		{"less Microsoft's resale", func(l statement.Line) unit.Amount { return -l.Resale }},
		{"less months without a share", func(l statement.Line) unit.Amount { return -l.Outside }},
		{"less the part not shared", func(l statement.Line) unit.Amount { return -l.Unshared }},
		{"not allowed by the terms, and no revenue", func(l statement.Line) unit.Amount { return l.Barred }},
	} {
		if part.of(l) != 0 || part.of(plan) != 0 {
			w.line("  "+part.name, of(part.of))
		}
	}
}
