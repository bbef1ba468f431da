package report

import (
	"context"
	"fmt"
	"strconv"

	"headroom/scenario"
	"headroom/scenario/plot/risk"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// risk says how sure the first scenario is, where it is uncertain.
func (m maker) risk() ([]Section, error) {
	s := m.first()
	if s.Uncertainty == nil {
		return nil, nil
	}
	p, err := scenario.Prepare(s.Scenario)
	if err != nil {
		return nil, err
	}
	var simulator simulate.Simulator
	var r simulate.Result
	if err := simulator.Run(context.Background(), p, simulate.Options{}, &r); err != nil {
		return nil, fmt.Errorf("risk of scenario %q: %w", s.ID, err)
	}
	says := sureOf(s, r)
	section := Section{ID: "risk", Title: "How sure it is", Level: 1, Blocks: []Block{
		Paragraph{says[0], Plain},
		Figure{
			Chart: risk.Fan{Subject: s.drawn(), Result: r}, Width: 900, Height: 400, NarrowWidth: 380, NarrowHeight: 300,
			Caption: words.UpperFirst(s.Name) + ": what counts toward the cap on half and on nine tenths of " + r.Drawn(),
			Says:    says,
		},
		outcomesTable(s, r), yearEndsTable(s, r),
	}}
	if len(r.Ranking) > 0 {
		section.Blocks = append(section.Blocks, driversTable(s, r))
	}
	return []Section{section}, nil
}

// sureOf says in sentences how likely and when the cap is reached.
func sureOf(s subject, r simulate.Result) []string {
	says := []string{"Growth is uncertain" + rangeWords(s) + ", as the inputs of " + words.Inner(s.Name, 60) + " say. Of " + r.Drawn() + ","}
	if !r.Capped {
		says[0] += " none has a cap to reach."
	} else {
		says[0] += " " + simulate.Likely(r.Reached.Value) + " reach the cap by " + strconv.Itoa(s.LastYear) + " (standard error " + words.PartOf(unit.Rate(r.Reached.Error)) + ")"
		if median, ok := r.MedianDate(); ok && !median.Date.IsZero() {
			says[0] += ", and half of all by " + median.Date.Medium()
		}
		says[0] += "."
	}
	says = append(says, "Paid through "+strconv.Itoa(s.LastYear)+": "+unit.Amount(r.Paid.Mean.Value).Headline()+" on average, "+s.total().Paid.Headline()+" by the plan.")
	if low, ok := r.At(r.Paid, 5); ok {
		if high, ok := r.At(r.Paid, 95); ok {
			says = append(says, "On nine of ten paths what is paid lies between "+low.Headline()+" and "+high.Headline()+".")
		}
	}
	return says
}

// rangeWords says that the cap is uncertain too, where it is.
func rangeWords(s subject) string {
	if s.Uncertainty.CapRange == nil {
		return ""
	}
	return ", and so is the cap"
}

// outcomesTable shows percentiles of the results.
func outcomesTable(s subject, r simulate.Result) Table {
	t := Table{Caption: "Results on the paths", Columns: []Column{{"Result", Words}, {"By the plan", Dollars}, {"Mean", Dollars}}}
	for _, p := range r.Percents {
		t.Columns = append(t.Columns, Column{percentile(p), Dollars})
	}
	if r.Capped {
		row := []Cell{Text(words.CapReached), reachedCell(s), Nothing()}
		for _, d := range r.Dates {
			row = append(row, dateOf(s, d))
		}
		t.Rows = append(t.Rows, Row{Cells: row})
	}
	for _, of := range []struct {
		name string
		plan unit.Amount
		simulate.Spread
	}{
		{words.Paid, s.total().Paid, r.Paid}, {words.Forgone, s.total().Forgone, r.Forgone}, {words.PresentValue, s.total().PresentValue, r.Value},
	} {
		row := []Cell{Text(of.name), Amount(of.plan), Amount(unit.Amount(of.Mean.Value))}
		for _, a := range of.Percentiles {
			row = append(row, Amount(a))
		}
		t.Rows = append(t.Rows, Row{Cells: row})
	}
	t.Notes = []string{"A percentile is what so many of a hundred paths stay below; paths that do not reach the cap count as later than all others."}
	return t
}

// percentile names a percentile as a column does.
func percentile(p float64) string { return strconv.FormatFloat(p, 'f', -1, 64) + "%" }

// dateOf says when the cap is reached on a path.
func dateOf(s subject, r scenario.Reached) Cell {
	switch {
	case r.Before:
		return Text("before " + strconv.Itoa(s.FirstYear))
	case r.Date.IsZero():
		return Text("not by " + strconv.Itoa(s.LastYear))
	}
	return Day(r.Date)
}

// yearEndsTable shows what counts toward the cap by the end of each year, and how
// likely it is reached by then.
func yearEndsTable(s subject, r simulate.Result) Table {
	t := Table{Caption: "Counted toward the cap by the end of each year", Columns: []Column{{"Year", Words}, {"By the plan", Dollars}, {"Mean", Dollars}}}
	for _, p := range r.Percents {
		t.Columns = append(t.Columns, Column{percentile(p), Dollars})
	}
	t.Columns = append(t.Columns, Column{"Cap reached\nby then", Fraction})
	for i := 3; i < len(r.Quarters); i += 4 {
		q, year := r.Quarters[i], s.projection.Years[i/4]
		row := []Cell{Text(strconv.Itoa(year.From.Year())), Amount(year.Cumulative), Amount(q.Mean)}
		for _, a := range q.Percentiles {
			row = append(row, Amount(a))
		}
		row = append(row, Cell{Text: simulate.Likely(q.ReachedBy), Kind: Fraction, Number: q.ReachedBy})
		t.Rows = append(t.Rows, Row{Cells: row})
	}
	last := len(t.Columns) - 1
	t.keep(func(i int) bool { return i != last || r.Capped })
	return t
}

// driversTable shows what drives the spread.
func driversTable(s subject, r simulate.Result) Table {
	t := Table{
		Caption: "What drives the spread: the part that each draw explains by itself",
		Columns: []Column{{"Draw", Words}, {"Of what is paid", Fraction}, {"Of the date", Fraction}},
	}
	for _, d := range r.Ranking {
		t.Rows = append(t.Rows, Row{Cells: []Cell{
			Text(words.Varied(s.Scenario, d.Draw())), Rate(unit.Rate(d.Paid.Value)), Rate(unit.Rate(d.Date.Value)),
		}})
	}
	return t
}
