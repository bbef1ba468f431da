package report

import (
	"fmt"
	"slices"
	"strconv"

	"headroom/scenario/compare"
	"headroom/scenario/plot"
	"headroom/scenario/words"
)

// across is how many scenarios stand beside one another in a table.
const across = 4

// comparison holds the scenarios against the first: a chart, results, inputs, and what
// makes the difference in what is paid.
func (m maker) comparison() ([]Section, error) {
	if !m.several() {
		return nil, nil
	}
	c, err := compare.New(m.comparedSubjects(), m.main)
	if err != nil {
		return nil, err
	}
	section := Section{ID: "comparison", Title: "Comparison", Level: 1, Blocks: []Block{
		Paragraph{words.Answer(m.sides(), m.main) + ". Differences are from " + words.Inner(m.first().Name, 60) + ".", Plain},
		m.comparedFigure(),
	}}
	for _, t := range m.blocks(func(at []int) Table { return resultsTable(c, at) }) {
		section.Blocks = append(section.Blocks, t)
	}
	sections := []Section{section}
	if inputs := c.Inputs(); len(inputs) > 0 {
		differ := Section{ID: "inputs", Title: "Inputs that differ", Level: 2}
		for _, t := range m.blocks(func(at []int) Table { return differingTable(c, inputs, at) }) {
			differ.Blocks = append(differ.Blocks, t)
		}
		sections = append(sections, differ)
	}
	bridges, err := m.bridges()
	return append(sections, bridges...), err
}

// blocks returns tables of a few scenarios each, the reference in all of them.
func (m maker) blocks(table func(at []int) Table) []Table {
	var others []int
	for i := range m.subjects {
		if i != m.main {
			others = append(others, i)
		}
	}
	var tables []Table
	for part := range slices.Chunk(others, across-1) {
		tables = append(tables, table(append([]int{m.main}, part...)))
	}
	return tables
}

// comparedFigure shows the reference and the next scenarios beside one another.
func (m maker) comparedFigure() Figure {
	of := []plot.Subject{m.first().drawn()}
	says := []string{m.first().Name + ": " + sentenceOf(m.first())}
	for i, s := range m.subjects {
		if i != m.main && len(of) < plot.MaxSubjects {
			of = append(of, s.drawn())
			says = append(says, s.Name+": "+sentenceOf(s))
		}
	}
	height := 380
	if len(of) > 2 {
		height = 640
	}
	return Figure{
		Chart: plot.Compare{Subjects: of, Layout: plot.LayoutSide, Face: plot.KindCumulative}, Axis: plot.AxisCap, Width: 900, Height: height, NarrowWidth: 380, NarrowHeight: 250 * len(of),
		Caption: "What counts toward the cap, and the share before the cap, on the same axes", Says: says,
	}
}

// resultsTable shows results of some scenarios, and what they differ by from the
// first of them.
func resultsTable(c compare.Comparison, at []int) Table {
	t := Table{Caption: "Results of " + namesOf(c, at), Columns: []Column{{"Result", Words}}}
	for n, i := range at {
		t.Columns = append(t.Columns, Column{words.Inner(c.Subjects[i].Scenario.Name, 48), Dollars})
		if n > 0 {
			t.Columns = append(t.Columns, Column{"Difference", Dollars})
		}
	}
	reached, used, effective := c.CapReached(), c.CapUsed(), c.EffectiveRate()
	for _, row := range c.Rows() {
		amounts := c.Amounts(row)
		line := []Cell{Text(RowName(row))}
		for n, i := range at {
			var value, difference Cell
			switch row.Kind {
			case compare.RowReached:
				value, difference = reachedCells(c, i, reached[i])
			case compare.RowCapUsed:
				value, difference = rateCells(used[i], "–")
			case compare.RowEffectiveRate:
				value, difference = rateCells(effective[i], "–")
			default:
				value, difference = amountCells(amounts[i])
			}
			if line = append(line, value); n > 0 {
				line = append(line, difference)
			}
		}
		t.Rows = append(t.Rows, Row{Cells: line})
	}
	if !c.SameHorizon() {
		t.Notes = append(t.Notes, "The scenarios do not cover the same years: a total is of the years of its own scenario.")
	}
	return t
}

// RowName returns what people call a row of a comparison.
func RowName(row compare.Row) string {
	switch row.Kind {
	case compare.RowReached:
		return words.CapReached
	case compare.RowCapUsed:
		return words.CapUsed
	case compare.RowEffectiveRate:
		return words.EffectiveRate
	case compare.RowYear:
		return words.Result(row.Result) + " in " + strconv.Itoa(row.Year)
	}
	return words.Result(row.Result)
}

func reachedCells(c compare.Comparison, i int, cell compare.ReachedCell) (value, difference Cell) {
	s := c.Subjects[i]
	value = Text(words.ReachedDay(s.Scenario, s.Projection.Total))
	if date := cell.Reached.Date; !date.IsZero() {
		value = Day(date)
	}
	if cell.Compared && cell.Days != 0 {
		difference = Cell{Text: words.SignedDays(cell.Days), Kind: Days, Number: float64(cell.Days)}
	}
	return value, difference
}

func rateCells(c compare.RateCell, none string) (value, difference Cell) {
	if !c.Known {
		return Text(none), Nothing()
	}
	if c.Differs() {
		difference = Cell{Text: c.Change.Points(), Kind: Fraction, Number: float64(c.Change)}
	}
	return Rate(c.Value), difference
}

func amountCells(c compare.Cell) (value, difference Cell) {
	if !c.Known {
		return Nothing(), Nothing()
	}
	if c.Differs() {
		difference = Change(c.Change)
	}
	return Amount(c.Value), difference
}

// differingTable shows the inputs that differ between scenarios, of some of them.
func differingTable(c compare.Comparison, inputs []compare.Difference, at []int) Table {
	t := Table{Caption: namesOf(c, at), Columns: []Column{{"Input", Words}}}
	for _, i := range at {
		t.Columns = append(t.Columns, Column{words.Inner(c.Subjects[i].Scenario.Name, 48), Words})
	}
	for _, d := range inputs {
		row, alike := []Cell{Text(inputName(c, d))}, true
		for _, i := range at {
			value := "–"
			if v := d.Values[i]; v.Set {
				value = words.Value(d.Path, v.SourceValue)
			}
			row = append(row, Text(value))
			alike = alike && d.Values[i] == d.Values[at[0]]
		}
		if !alike {
			t.Rows = append(t.Rows, Row{Cells: row})
		}
	}
	return t
}

// inputName returns what people call an input that differs, as the first scenario has
// it that has it.
func inputName(c compare.Comparison, d compare.Difference) string {
	at := max(0, slices.Index(d.Paths, d.Path))
	return words.Input(c.Subjects[at].Scenario, d.Path)
}

// namesOf names some of the subjects.
func namesOf(c compare.Comparison, at []int) string {
	var others []string
	for _, i := range at[1:] {
		others = append(others, words.Inner(c.Subjects[i].Scenario.Name, 48))
	}
	return words.Inner(c.Subjects[at[0]].Scenario.Name, 48) + " beside " + words.List(others)
}

// bridges split the difference in what is paid between the first scenario and each of
// the others, as far as a report has room for them.
func (m maker) bridges() ([]Section, error) {
	const most = 6
	var sections []Section
	for i, s := range m.subjects {
		if i == m.main || len(sections) == most {
			continue
		}
		b, err := compare.NewBridge(m.first().Scenario, s.Scenario, compare.Paid)
		if err != nil {
			continue // they do not cover the same years: there is no bridge between them
		}
		if len(b.Steps) == 0 {
			continue
		}
		sections = append(sections, Section{
			ID: "bridge-" + s.ID, Level: 2, Title: "From " + words.Inner(b.From.Name, 48) + " to " + words.Inner(b.To.Name, 48),
			Blocks: []Block{m.bridgeFigure(b, s), bridgeTable(b)},
		})
	}
	return sections, nil
}

func (m maker) bridgeFigure(b compare.Bridge, to subject) Figure {
	var says []string
	for _, step := range b.Steps {
		says = append(says, words.UpperFirst(step.Group.String())+": "+step.Change.Delta()+".")
	}
	return Figure{
		Chart: plot.Bridge{From: m.first().drawn(), To: to.drawn(), Difference: &b}, Width: 900, Height: 140 + 34*len(b.Steps), NarrowWidth: 380, NarrowHeight: 160 + 40*len(b.Steps),
		Caption: fmt.Sprintf("What is paid, from %s (%s) to %s (%s), input by input", b.From.Name, b.From.Amount.Headline(), b.To.Name, b.To.Amount.Headline()),
		Says:    says,
	}
}

func bridgeTable(b compare.Bridge) Table {
	t := Table{Caption: "What makes the difference in what is paid", Columns: []Column{
		{"Input", Words}, {words.Paid, Dollars}, {words.Due, Dollars}, {words.Absorbed, Dollars}, {"Part of the\ndifference", Fraction},
	}}
	t.Rows = append(t.Rows, Row{Kind: RowTotal, Cells: []Cell{Text(b.From.Name), Amount(b.From.Amount), Amount(b.From.Due), Nothing(), Nothing()}})
	for _, step := range b.Steps {
		part := Nothing()
		if p, ok := b.Part(step); ok {
			part = Rate(p)
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{
			Text(words.UpperFirst(step.Group.String())), Change(step.Change), Change(step.Due), Change(step.Absorbed()), part,
		}})
	}
	t.Rows = append(t.Rows, Row{Kind: RowTotal, Cells: []Cell{Text(b.To.Name), Amount(b.To.Amount), Amount(b.To.Due), Nothing(), Nothing()}})
	if note := b.Note(); note != "" {
		t.Notes = append(t.Notes, note+".")
	}
	return t
}
