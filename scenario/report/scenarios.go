package report

import (
	"strconv"
	"strings"

	"headroom/scenario"
	"headroom/scenario/explain"
	"headroom/scenario/field"
	"headroom/scenario/plot"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// scenarios shows each scenario: when its cap is reached, year by year, and what goes
// into it.
func (m maker) scenarios() ([]Section, error) {
	sections := []Section{{ID: "scenarios", Title: "The scenarios", Level: 1}}
	if !m.several() {
		sections[0].Title = "The scenario"
	}
	for _, s := range m.subjects {
		says, err := saysOf(s)
		if err != nil {
			return nil, err
		}
		section := Section{ID: "scenario-" + s.ID, Title: s.Name, Level: 2, Blocks: []Block{
			Paragraph{sentenceOf(s), Plain},
			Figure{
				Chart: plot.Cumulative{Subject: s.drawn()}, Axis: plot.AxisCap, Width: 900, Height: 400, NarrowWidth: 380, NarrowHeight: 300,
				Caption: words.UpperFirst(s.Name) + ": what counts toward the cap, and the share before the cap, over time",
				Says:    says,
			},
			yearsTable(s), allInputs(s),
		}}
		if len(s.projection.Warnings) > 0 {
			section.Blocks = append(section.Blocks, oddities(s))
		}
		sections = append(sections, section)
		if err := m.pace.step(); err != nil {
			return nil, err
		}
	}
	return sections, nil
}

// saysOf says in sentences what a chart over time shows, and why.
func saysOf(s subject) ([]string, error) {
	says := []string{sentenceOf(s)}
	e, err := explain.Of(s.Scenario, explain.Whole(s.Scenario, explain.CapReached))
	if err != nil {
		return nil, err
	}
	for _, r := range e.Rules {
		says = append(says, words.UpperFirst(strings.TrimSuffix(r.Text, "."))+".")
	}
	var years []string
	for _, y := range s.projection.Years {
		years = append(years, strconv.Itoa(y.From.Year())+" "+y.Cumulative.Table())
	}
	return append(says, "Counted toward the cap by the end of each year: "+strings.Join(years, ", ")+"."), nil
}

// yearsTable shows a scenario year by year.
func yearsTable(s subject) Table {
	capped := s.total().Capped
	t := Table{Caption: "Year by year", Columns: []Column{
		{"Year", Words},
		{"Known", Words},
		{words.Revenue, Dollars},
		{"Share before\nthe cap", Dollars},
		{words.Paid, Dollars},
		{"Counted toward\nthe cap", Dollars},
		{words.Headroom, Dollars},
		{"Saved by\nthe cap", Dollars},
		{"Reverse share\nto OpenAI", Dollars},
		{"Net to\nMicrosoft", Dollars},
	}}
	for _, y := range s.projection.Years {
		headroom := Text("no cap")
		if capped {
			headroom = Amount(y.Headroom)
		}
		t.Rows = append(t.Rows, flowsRow(RowPlain, strconv.Itoa(y.From.Year()), known(s.projection, y), y.Flows, Amount(y.Cumulative), headroom))
	}
	t.Rows = append(t.Rows, flowsRow(RowTotal, "Total", "", s.total().Flows, Nothing(), Nothing()))
	t.keep(func(i int) bool { return i != 6 || capped })
	return t
}

func flowsRow(kind RowKind, name, known string, f scenario.Flows, counted, headroom Cell) Row {
	return Row{Kind: kind, Cells: []Cell{
		Text(name), Text(known), Amount(f.Revenue), Amount(f.Due), Amount(f.Paid), counted, headroom,
		Amount(f.Forgone), Amount(f.Reverse), Amount(f.Net),
	}}
}

// known says what of a year is actual.
func known(p scenario.Projection, row scenario.Row) string {
	switch through := min(p.ActualsThrough, row.Through); {
	case through < row.From:
		return "forecast"
	case through == row.Through:
		return "actual"
	default:
		return strconv.Itoa(int(through-row.From)+1) + " of 12 months actual"
	}
}

// allInputs lists everything that goes into a scenario, stream by stream.
func allInputs(s subject) Table {
	t := inputsTable("What goes into it")
	group := ""
	for _, in := range inputsOf(s) {
		if next := groupOf(s, in.Path); next != group {
			group = next
			t.Rows = append(t.Rows, Row{Kind: RowHeading, Cells: []Cell{Text(group)}})
		}
		row := inputRow(in)
		if i, rest, ok := field.SplitStream(in.Path); ok {
			row.Cells[0].Text = words.UpperFirst(strings.TrimPrefix(in.Name, s.Outlook.Streams[i].Name+", "))
			row.Cells[1].Text += growthIn(s, i, rest)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// growthIn returns the growth that makes a year's revenue, to stand behind it.
func growthIn(s subject, stream int, rest string) string {
	year, isRevenue := strings.CutPrefix(rest, "revenue.")
	n, err := strconv.Atoi(year)
	if !isRevenue || err != nil {
		return ""
	}
	growth, ok := s.Outlook.Streams[stream].Growth.Get(n)
	if !ok {
		return ""
	}
	return ", " + unit.Rate(growth).Growth()
}

// groupOf names what an input belongs to.
func groupOf(s subject, path string) string {
	if i, _, ok := field.SplitStream(path); ok {
		return s.Outlook.Streams[i].Name + " (" + s.Outlook.Streams[i].Channel.Words() + ")"
	}
	switch part, _, _ := strings.Cut(path, "."); part {
	case "terms":
		if s.Terms.Name != "" {
			return "Terms: " + s.Terms.Name
		}
		return "Terms"
	case "valuation":
		return "Valuation"
	case "uncertainty":
		return "Uncertainty"
	}
	if s.Outlook.Name != "" {
		return "Outlook: " + s.Outlook.Name
	}
	return "Outlook"
}

// oddities lists what is odd in a scenario.
func oddities(s subject) List {
	var l List
	for _, w := range s.projection.Warnings {
		l.Items = append(l.Items, "Note on "+explain.At(s.Scenario, w.Path).Name+": "+w.Message+".")
	}
	return l
}
