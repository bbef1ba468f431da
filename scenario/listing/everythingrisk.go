package listing

import (
	"context"
	"fmt"

	"headroom/scenario"
	"headroom/scenario/simulate"
	"headroom/scenario/solve"
	"headroom/scenario/sweep"
	"headroom/scenario/unit"
)

// risk adds how sure a scenario is, where its inputs are uncertain: what paths of the
// shipped number and seed come to.
func (e *everything) risk(s scenario.Scenario) error {
	if s.Uncertainty == nil {
		return nil
	}
	p, err := scenario.Prepare(s)
	if err != nil {
		return err
	}
	var simulator simulate.Simulator
	var r simulate.Result
	if err := simulator.Run(context.Background(), p, simulate.Options{}, &r); err != nil {
		return fmt.Errorf("risk of scenario %q: %w", s.ID, err)
	}
	add := func(period, name string, f figure) { e.add("risk", "", period, name, f) }
	part := func(v float64) figure { return fraction(unit.Rate(v)) }
	add("", "paths", figure{value: number(float64(r.Paths)), unit: "number"})
	if r.Capped {
		add("", "reached", part(r.Reached.Value))
		add("", "reached.error", part(r.Reached.Error))
		for i, d := range r.Dates {
			if day := d.String(); day != "" { // else not within the horizon
				add("", "cap-reached."+percentName(r.Percents[i]), inWords(day))
			}
		}
	}
	for _, of := range []struct {
		name string
		simulate.Spread
	}{{"paid", r.Paid}, {"forgone", r.Forgone}, {"present-value", r.Value}} {
		add("", of.name+".mean", dollars(unit.Amount(of.Mean.Value)))
		add("", of.name+".error", dollars(unit.Amount(of.Mean.Error)))
		for i, a := range of.Percentiles {
			add("", of.name+"."+percentName(r.Percents[i]), dollars(a))
		}
	}
	for _, q := range r.Quarters {
		add(unit.QuarterOf(q.First).String(), "cumulative.mean", dollars(q.Mean))
		for i, a := range q.Percentiles {
			add(unit.QuarterOf(q.First).String(), "cumulative."+percentName(r.Percents[i]), dollars(a))
		}
		if r.Capped {
			add(unit.QuarterOf(q.First).String(), "reachedBy", part(q.ReachedBy))
		}
	}
	for _, d := range r.Ranking {
		add("", "driver."+string(d.Draw()), part(d.Paid.Value))
	}
	return nil
}

// explore adds what moves the answer of a scenario, input by input over its first range,
// and what it would take for the cap to be reached at the end of each year.
func (e *everything) explore(s scenario.Scenario) error {
	p, err := scenario.Prepare(s)
	if err != nil {
		return err
	}
	result := solve.CapReached
	if !s.Terms.Share.Capped {
		result = solve.Paid
	}
	t, err := sweep.NewTornado(p, result, nil)
	if err != nil {
		return fmt.Errorf("tornado of scenario %q: %w", s.ID, err)
	}
	for _, b := range t.Bars {
		for _, end := range []struct {
			name string
			at   sweep.Point
		}{{"least", b.Least}, {"greatest", b.Greatest}} {
			if f, is := solved(result, end.at.Value); is {
				e.add("tornado of "+string(result), "", "", string(b.Input)+"."+end.name, f)
			}
		}
	}
	if !s.Terms.Share.Capped {
		return nil
	}
	rows, err := sweep.BreakEvens(p)
	if err != nil {
		return fmt.Errorf("break-even of scenario %q: %w", s.ID, err)
	}
	for _, row := range rows {
		add := func(name string, there bool, f figure) {
			if there {
				e.add("break-even", "", row.By.String(), name, f)
			}
		}
		add("cap", !row.NoCap, dollars(row.Cap))
		add("growthShift", !row.NoShift, fraction(row.Shift))
		add("pace", !row.NoPace, dollars(row.Pace))
	}
	return nil
}

// solved returns a result that was looked for, and false where there is none.
func solved(r solve.Result, v solve.Value) (figure, bool) {
	text := resultCell(r, v)
	switch {
	case text == "":
		return figure{}, false
	case r == solve.CapReached:
		return inWords(text), true
	}
	return figure{value: text, unit: "USD"}, true
}
