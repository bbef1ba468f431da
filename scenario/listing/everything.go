package listing

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/explain"
	"headroom/scenario/field"
	"headroom/scenario/statement"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// Everything returns all figures of scenarios in full precision, for programs: one a
// row, with the model's names. A figure that is a number stands under value, in the
// unit that unit names: USD, fraction, days, or number; a date, a month or a word
// stands under text. Of what is not set there is no row. The scenarios are those of w
// with the given ids, or all where none are given; an id that is not there is an error.
// Watch, unless nil, is told which part is done, from 0 to 1; an error it returns ends
// the work.
func Everything(w scenario.Workspace, scenarios []string, watch func(done float64) error) ([]byte, error) {
	e := everything{rows: [][]string{{
		"part", "scenario", "name", "stream", "period", "field", "value", "unit", "text", "status", "source", "url",
	}}}
	ids := scenarios
	if len(ids) == 0 {
		for _, s := range w.Scenarios {
			ids = append(ids, s.ID)
		}
	}
	var subjects []compare.Subject
	for _, id := range ids {
		at := w.Find(id)
		if at < 0 {
			return nil, fmt.Errorf("there is no scenario %q", id)
		}
		p, err := scenario.Project(w.Scenarios[at])
		if err != nil {
			return nil, fmt.Errorf("project scenario %q: %w", id, err)
		}
		subjects = append(subjects, compare.Subject{Scenario: w.Scenarios[at], Projection: p})
	}
	for i, s := range subjects {
		if watch != nil {
			if err := watch(float64(i) / float64(len(subjects))); err != nil {
				return nil, err
			}
		}
		if err := e.scenario(s); err != nil {
			return nil, err
		}
	}
	if err := e.differences(subjects, max(0, slices.Index(ids, w.View.Selected)), len(scenarios) > 0); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := csv.NewWriter(&out).WriteAll(e.rows); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// everything gathers rows.
type everything struct {
	rows     [][]string
	id, name string // of the scenario at hand
}

// A row's figure and what is said of it.
type figure struct{ value, unit, text string }

func dollars(a unit.Amount) figure           { return figure{value: cell(a), unit: "USD"} }
func fraction(r unit.Rate) figure            { return figure{value: number(float64(r)), unit: "fraction"} }
func inWords(text string) figure             { return figure{text: words.SpreadsheetText(text)} }
func (e *everything) of(s scenario.Scenario) { e.id, e.name = s.ID, s.Name }

func (e *everything) add(part, stream, period, name string, f figure, more ...string) {
	row := []string{part, words.SpreadsheetText(e.id), words.SpreadsheetText(e.name), words.SpreadsheetText(stream), period, name, f.value, f.unit, f.text, "", "", ""}
	for i, text := range more {
		row[9+i] = words.SpreadsheetText(text)
	}
	e.rows = append(e.rows, row)
}

// scenario adds all that is to be said of one scenario.
func (e *everything) scenario(s compare.Subject) error {
	e.of(s.Scenario)
	e.results(s.Projection.Total)
	for f := range field.Of(s.Scenario) {
		e.input(s.Scenario, f)
	}
	for _, by := range Periods() {
		rows, err := by.rows(s.Projection)
		if err != nil {
			return err
		}
		for _, row := range rows {
			e.period(by, row, s.Projection)
		}
	}
	st, err := statement.New(s.Scenario)
	if err != nil {
		return err
	}
	for _, q := range st.Quarters {
		e.statement(q)
	}
	for _, w := range s.Projection.Warnings {
		e.add("warning", "", "", w.Path, inWords(w.Message))
	}
	if err := e.risk(s.Scenario); err != nil {
		return err
	}
	return e.explore(s.Scenario)
}

func (e *everything) results(t scenario.Totals) {
	e.add("result", "", "", "cap-reached", inWords(t.Reached.String()))
	for _, result := range compare.Results() {
		e.add("result", "", "", string(result), dollars(result.Of(&t)))
	}
	if used, ok := t.CapUsed(); ok {
		e.add("result", "", "", "cap-used", fraction(used))
	}
	if rate, ok := t.EffectiveRate(); ok {
		e.add("result", "", "", "effective-rate", fraction(rate))
	}
	if t.Capped {
		e.add("result", "", "", "headroom", dollars(t.Headroom))
	}
	e.add("result", "", "", "cumulative", dollars(t.Cumulative))
}

// input adds an input, with where it comes from.
func (e *everything) input(s scenario.Scenario, f field.Field) {
	value, set := f.Given(s)
	if !set || f.Kind == field.Label {
		return
	}
	in, stream := explain.At(s, f.Path), ""
	if i := f.Stream(); i >= 0 {
		stream = s.Outlook.Streams[i].Name
	}
	source, url := "", ""
	if in.Source != nil {
		source, url = in.Source.Publisher, in.Source.URL
	}
	e.add("input", stream, "", f.Path, inputFigure(f, value), in.Status(), source, url)
}

func inputFigure(f field.Field, v scenario.SourceValue) figure {
	switch v.Kind {
	case scenario.SourceText:
		return inWords(v.Text)
	case scenario.SourceTruth:
		return inWords(strconv.FormatBool(v.Truth))
	}
	name := "number"
	switch f.Kind {
	case field.Amount:
		name = "USD"
	case field.Rate, field.Growth:
		name = "fraction"
	}
	return figure{value: number(v.Number), unit: name}
}

func (e *everything) period(by Period, row scenario.Row, p scenario.Projection) {
	part, period := string(by), by.label(row)
	for _, f := range []struct {
		name   string
		amount unit.Amount
	}{
		{"revenue", row.Revenue},
		{"due", row.Due},
		{"paid", row.Paid},
		{"cumulative", row.Cumulative},
		{"forgone", row.Forgone},
		{"reverse", row.Reverse},
		{"net", row.Net},
	} {
		e.add(part, "", period, f.name, dollars(f.amount))
	}
	if p.Total.Capped {
		e.add(part, "", period, "headroom", dollars(row.Headroom))
	}
	if through := actualIn(p, row); through != 0 {
		e.add(part, "", period, "actualsThrough", inWords(through.String()))
	}
}

// statement adds what a statement says of a quarter besides the quarter's own rows.
func (e *everything) statement(q statement.Quarter) {
	e.add("statement", "", q.Name(), "fiscalQuarter", inWords(q.FiscalName()))
	e.add("statement", "", q.Name(), "rate", fraction(q.Rate))
	for _, f := range []struct {
		name   string
		amount unit.Amount
	}{
		{"opening", q.Opening},
		{"base", q.Base},
		{"uncounted", q.Uncounted},
		{"closing", q.Closing},
		{"planBase", q.Plan.Base},
		{"planDue", q.Plan.Due},
		{"planPaid", q.Plan.Paid()},
		{"planClosing", q.Plan.Closing},
	} {
		e.add("statement", "", q.Name(), f.name, dollars(f.amount))
	}
	if q.Capped {
		e.add("statement", "", q.Name(), "room", dollars(q.Room))
	}
	for _, l := range q.Streams {
		for _, f := range []struct {
			name   string
			amount unit.Amount
		}{
			{"revenue", l.Revenue},
			{"resale", l.Resale},
			{"outside", l.Outside},
			{"unshared", l.Unshared},
			{"base", l.Base},
			{"barred", l.Barred},
		} {
			e.add("statement", l.Name, q.Name(), f.name, dollars(f.amount))
		}
	}
}

// differences adds what each scenario differs by from the first, and which inputs make
// how much of the difference in what is paid.
func (e *everything) differences(of []compare.Subject, main int, given bool) error {
	if given {
		main = 0
	}
	if len(of) < 2 {
		return nil
	}
	c, err := compare.New(of, main)
	if err != nil {
		return fmt.Errorf("compare: %w", err)
	}
	from := "difference from " + of[main].Scenario.ID
	reached := c.CapReached()
	for i, s := range of {
		if i == main {
			continue
		}
		e.of(s.Scenario)
		if reached[i].Compared {
			e.add(from, "", "", "cap-reached", figure{value: strconv.Itoa(reached[i].Days), unit: "days"})
		}
		for _, result := range compare.Results() {
			e.add(from, "", "", string(result), dollars(c.Total(result)[i].Change))
		}
		b, err := compare.NewBridge(of[main].Scenario, s.Scenario, compare.Paid)
		if err != nil {
			continue // they do not cover the same years: there is no bridge between them
		}
		for _, step := range b.Steps {
			e.add("bridge from "+of[main].Scenario.ID, step.Group.Stream, "", step.Group.Field(), dollars(step.Change))
		}
	}
	return nil
}
