package report

import (
	"headroom/scenario/statement"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// Statement returns all quarters of a statement as a table, with the sum of each year
// below its quarters. Columns in which nothing happens are left out.
func Statement(st statement.Statement, by statement.Quartering) Table {
	t := Table{Caption: "Statement by quarter"}
	shown := shownOf(st)
	for _, c := range quarterColumns {
		t.Columns = append(t.Columns, Column{c.title, c.kind})
	}
	sums, names := st.Sums(by)
	rest := st.Quarters
	for i, sum := range sums {
		for len(rest) > 0 && rest[0].From <= sum.Through {
			name, other := by.Words(rest[0])
			t.Rows = append(t.Rows, quarterRow(rest[0], RowPlain, name, other))
			rest = rest[1:]
		}
		t.Rows = append(t.Rows, quarterRow(sum, RowTotal, names[i], ""))
	}
	t.Rows = append(t.Rows, quarterRow(st.Total(), RowTotal, "Total", ""))
	t.Columns[1].Title = "Fiscal\nquarter"
	if by == statement.FiscalQuarters {
		t.Columns[1].Title = "Calendar\nquarter"
	}
	t.keep(func(i int) bool { return quarterColumns[i].shows == nil || quarterColumns[i].shows(shown) })
	t.Notes = statementNotes(st, shown)
	return t
}

// A shown is what a statement has to say anywhere.
type shown struct{ capped, planned, actual, uncounted, saved bool }

func shownOf(st statement.Statement) shown {
	total := st.Total()
	return shown{
		capped: total.Capped, planned: st.Planned, actual: total.Actual != 0,
		uncounted: total.Uncounted != 0, saved: total.Saved != 0,
	}
}

// quarterColumns are all columns that a statement can have.
var quarterColumns = []struct {
	title string
	kind  Kind
	shows func(s shown) bool // whether there is anything to say; nil for always
	cell  func(q statement.Quarter) Cell
}{
	{"Quarter", Words, nil, nil},
	{"", Words, nil, nil},
	{"Known", Words, nil, func(q statement.Quarter) Cell { return Text(q.Certainty()) }},
	{"Opening,\ncounted", Dollars, nil, func(q statement.Quarter) Cell { return Amount(q.Opening) }},
	{"Room under\nthe cap", Dollars, func(s shown) bool { return s.capped }, func(q statement.Quarter) Cell { return Amount(q.Room) }},
	{"Revenue\nshared", Dollars, nil, func(q statement.Quarter) Cell { return Amount(q.Base) }},
	{"Rate", Fraction, nil, func(q statement.Quarter) Cell {
		if q.OneRate {
			return Rate(q.Rate)
		}
		return Nothing()
	}},
	{"Share before\nthe cap", Dollars, nil, func(q statement.Quarter) Cell { return Amount(q.Due) }},
	{"Paid", Dollars, nil, func(q statement.Quarter) Cell { return Amount(q.Paid()) }},
	{"of it not\ncounted", Dollars, func(s shown) bool { return s.uncounted }, func(q statement.Quarter) Cell { return Amount(q.Uncounted) }},
	{"Saved by\nthe cap", Dollars, func(s shown) bool { return s.saved }, func(q statement.Quarter) Cell { return Amount(q.Saved) }},
	{"Closing,\ncounted", Dollars, nil, func(q statement.Quarter) Cell { return Amount(q.Closing) }},
	{"Headroom", Dollars, func(s shown) bool { return s.capped }, func(q statement.Quarter) Cell { return Amount(q.Headroom) }},
	{"Paid against\nthe plan", Dollars, func(s shown) bool { return s.planned }, func(q statement.Quarter) Cell { return Change(q.Paid() - q.Plan.Paid()) }},
}

func quarterRow(q statement.Quarter, kind RowKind, name, other string) Row {
	row := Row{Kind: kind, Cells: []Cell{Text(name), Text(other)}}
	for _, c := range quarterColumns[2:] {
		row.Cells = append(row.Cells, c.cell(q))
	}
	if kind == RowTotal {
		row.Cells[2] = Nothing()
	}
	return row
}

// statementNotes say what the figures of a statement leave open.
func statementNotes(st statement.Statement, shown shown) []string {
	share := st.Scenario.Terms.Share
	var notes []string
	if share.AlreadyPaid > 0 {
		notes = append(notes, words.Exact(share.AlreadyPaid)+" was counted before "+st.Scenario.FirstMonth().Short()+".")
	}
	if shown.uncounted {
		notes = append(notes, "Payments count toward the cap from "+share.CapStart().Short()+" on; what is paid before does not.")
	}
	if !shown.capped {
		notes = append(notes, "There is no cap: all that is due is paid.")
	}
	if shown.planned {
		notes = append(notes, "The plan is the outlook as it was before any actual.")
	}
	return notes
}

// A streamsColumn is a column of the tables of streams.
type streamsColumn struct {
	title string
	of    func(l statement.Line) unit.Amount
}

var streamsColumns = []streamsColumn{
	{"Revenue", func(l statement.Line) unit.Amount { return l.Revenue }},
	{"Microsoft's\nresale", func(l statement.Line) unit.Amount { return -l.Resale }},
	{"In months\nwithout a share", func(l statement.Line) unit.Amount { return -l.Outside }},
	{"Part not\nshared", func(l statement.Line) unit.Amount { return -l.Unshared }},
	{"Revenue\nshared", func(l statement.Line) unit.Amount { return l.Base }},
	{"Not allowed\nby the terms", func(l statement.Line) unit.Amount { return l.Barred }},
}

// always are the columns of streams that are shown even where they say nothing.
func (c streamsColumn) always() bool { return c.title == "Revenue" || c.title == "Revenue\nshared" }

// StatementFiscalYears returns what the quarters of each of Microsoft's fiscal years come
// to together. Those at the ends of the horizon may lack quarters, which is said.
func StatementFiscalYears(st statement.Statement) Table {
	t := Table{Caption: "By Microsoft's fiscal year, July to June"}
	shown := shownOf(st)
	for _, c := range quarterColumns {
		t.Columns = append(t.Columns, Column{c.title, c.kind})
	}
	t.Columns[0].Title, t.Columns[1].Title = "Fiscal\nyear", "Of it"
	sums, names := st.Sums(statement.FiscalQuarters)
	for i, sum := range sums {
		part := ""
		if sum.Through-sum.From < 11 {
			part = sum.From.Short() + " to " + sum.Through.Short()
		}
		row := quarterRow(sum, RowPlain, names[i], part)
		row.Cells[2] = Text(certaintyOf(sum))
		t.Rows = append(t.Rows, row)
	}
	t.Rows = append(t.Rows, quarterRow(st.Total(), RowTotal, "Total", ""))
	t.keep(func(i int) bool {
		if i == 1 {
			return sums[0].Through-sums[0].From < 11 || sums[len(sums)-1].Through-sums[len(sums)-1].From < 11
		}
		return quarterColumns[i].shows == nil || quarterColumns[i].shows(shown)
	})
	return t
}

// certaintyOf says what of the quarters of a year is actual.
func certaintyOf(year statement.Quarter) string {
	switch year.Actual {
	case 0:
		return "forecast"
	case year.Through:
		return "actual"
	}
	return "actual to " + year.Actual.Short()
}

// StatementStreams returns what of each stream the share applies to and what it does
// not, by quarter, and whether that says more than the statement itself: where there
// are several streams, or something is excluded.
func StatementStreams(st statement.Statement, by statement.Quartering) (t Table, more bool) {
	names := make([]string, len(st.Quarters))
	for i, q := range st.Quarters {
		names[i], _ = by.Words(q)
	}
	return streamsTable(st, "Quarter", st.Quarters, names)
}

// StatementYears returns the same by calendar year.
func StatementYears(st statement.Statement) (t Table, more bool) {
	years, names := st.Sums(statement.CalendarQuarters)
	return streamsTable(st, "Year", years, names)
}

func streamsTable(st statement.Statement, period string, of []statement.Quarter, names []string) (t Table, more bool) {
	t = Table{Caption: "Revenue that the share applies to, by stream", Columns: []Column{{period, Words}, {"Stream", Words}}}
	for _, c := range streamsColumns {
		t.Columns = append(t.Columns, Column{c.title, Dollars})
	}
	add := func(name string, a statement.Account, kind RowKind) {
		for _, l := range a.Streams {
			row := Row{Kind: kind, Cells: []Cell{Text(name), Text(l.Name)}}
			for _, c := range streamsColumns {
				row.Cells = append(row.Cells, Amount(c.of(l)))
			}
			t.Rows = append(t.Rows, row)
			name = ""
		}
	}
	for i, q := range of {
		add(names[i], q.Account, RowPlain)
	}
	total := st.Total()
	add("Total", total.Account, RowTotal)
	more = len(total.Streams) > 1
	t.keep(func(i int) bool {
		if i < 2 || streamsColumns[i-2].always() {
			return true
		}
		for _, l := range total.Streams {
			if streamsColumns[i-2].of(l) != 0 {
				more = true
				return true
			}
		}
		return false
	})
	return t, more
}

// statements state each scenario by quarter, and by year what each stream brings.
func (m maker) statements() ([]Section, error) {
	sections := []Section{{ID: "statement", Title: "Statement by quarter", Level: 1}}
	for _, s := range m.subjects {
		st, err := statement.New(s.Scenario)
		if err != nil {
			return nil, err
		}
		section := Section{ID: "statement-" + s.ID, Title: s.Name, Level: 2, Blocks: []Block{
			Statement(st, statement.CalendarQuarters), StatementFiscalYears(st),
		}}
		if streams, more := StatementYears(st); more {
			section.Blocks = append(section.Blocks, streams)
		}
		sections = append(sections, section)
		if err := m.pace.step(); err != nil {
			return nil, err
		}
	}
	return sections, nil
}
