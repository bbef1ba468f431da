package report

import (
	"strconv"

	"headroom/scenario"
	"headroom/scenario/plot/swept"
	"headroom/scenario/solve"
	"headroom/scenario/sweep"
	"headroom/scenario/words"
)

// explore says what moves the answer of the first scenario, and what it would take for
// the cap to be reached at the end of each year.
func (m maker) explore() ([]Section, error) {
	s := m.first()
	p, err := scenario.Prepare(s.Scenario)
	if err != nil {
		return nil, err
	}
	result := solve.CapReached
	if !s.Terms.Share.Capped {
		result = solve.Paid
	}
	tornado, err := sweep.NewTornado(p, result, nil)
	if err != nil {
		return nil, err
	}
	table := tornadoTable(s, tornado)
	section := Section{ID: "explore", Title: swept.TitleOf(result), Level: 1, Blocks: []Block{
		Paragraph{"Each input of " + words.Inner(s.Name, 60) + " is moved over a range by itself, all else equal.", Plain},
		Figure{
			Chart: swept.Tornado{Subject: s.drawn(), Tornado: tornado}, Width: 900, Height: 120 + 34*len(tornado.Bars),
			NarrowWidth: 380, NarrowHeight: 140 + 40*len(tornado.Bars),
			Caption: words.UpperFirst(words.Result(result)) + " of " + words.Inner(s.Name, 60) + ", as each input is moved from the low to the high end of its range",
			Says:    tornadoSays(table),
		},
		table,
	}}
	if s.Terms.Share.Capped {
		evens, err := breakEvenTable(p)
		if err != nil {
			return nil, err
		}
		section.Blocks = append(section.Blocks, evens)
	}
	return []Section{section}, nil
}

// tornadoTable says what each input does to the result.
func tornadoTable(s subject, t sweep.Tornado) Table {
	table := Table{Caption: words.Result(t.Result) + " over the range of each input", Columns: []Column{
		{"Input", Words}, {"As it is", Words}, {"From", Words}, {"To", Words}, {"Least", Words}, {"Greatest", Words}, {"Moved by", Words},
	}}
	if t.Result == solve.CapReached {
		table.Columns[4].Title, table.Columns[5].Title = "Earliest", "Latest"
	}
	for i := range t.Bars {
		b := &t.Bars[i]
		moved := b.Moved(t.Result)
		if b.Span == 0 && b.Reason != "" {
			moved = "nothing: " + b.Reason
		}
		table.Rows = append(table.Rows, Row{Cells: []Cell{
			Text(words.Varied(s.Scenario, b.Input)), Text(sweep.Own(s.Scenario, b.Input)),
			Text(sweep.Text(b.Input, b.Range.Low)), Text(sweep.Text(b.Input, b.Range.High)),
			Text(sweep.Said(s.Scenario, t.Result, b.Least.Value)), Text(sweep.Said(s.Scenario, t.Result, b.Greatest.Value)), Text(moved),
		}})
	}
	return table
}

// tornadoSays says in sentences what the table holds.
func tornadoSays(t Table) []string {
	var says []string
	for _, row := range t.Rows {
		c := row.Cells
		says = append(says, c[0].Text+", from "+c[2].Text+" to "+c[3].Text+": from "+c[4].Text+" to "+c[5].Text+".")
	}
	return says
}

// breakEvenTable says what it would take, each by itself, for the cap to be reached
// exactly at the end of each year.
func breakEvenTable(p *scenario.Prepared) (Table, error) {
	evens, err := sweep.BreakEvens(p)
	t := Table{Caption: "For the cap to be reached exactly at the end of a year, each by itself", Columns: []Column{
		{"By the end of", Words}, {"a cap of", Dollars}, {"or growth\nmoved by", Fraction}, {"or a pace, a year, of", Dollars},
	}}
	pace := false
	for _, e := range evens {
		row := []Cell{Text(strconv.Itoa(e.By.Year())), Text("–"), Text("–"), Text("–")}
		if !e.NoCap {
			row[1] = Amount(e.Cap)
		}
		if !e.NoShift {
			row[2] = Cell{Text: e.Shift.Points(), Kind: Fraction, Number: float64(e.Shift)}
		}
		if !e.NoPace {
			row[3], pace = Amount(e.Pace), true
		}
		t.Rows = append(t.Rows, Row{Cells: row})
	}
	t.keep(func(i int) bool { return i != 3 || pace })
	return t, err
}
