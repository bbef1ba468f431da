package compare

import (
	"fmt"
	"slices"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/explain"
	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/why"
)

// Why a figure of a comparison is what it is: that of a scenario as in Plan, and a
// difference as what it is the difference of, input by input where that can be told.

// onAsk explains a cell of the table of results.
func (v *View) onAsk(row, column int) {
	rows := v.comparison.Rows()
	if row < 0 || row >= len(rows) {
		return
	}
	asked, of := rows[row], comparedColumn{v.comparison.Reference, partValue}
	if column > 0 && column <= len(v.columns) {
		of = v.columns[column-1]
	}
	if of.part == partValue {
		s := v.comparison.Subjects[of.subject].Scenario
		if q, ok := questionOf(s, asked); ok {
			why.AskOf(v.desk, s, q)
		}
		return
	}
	if e, ok := explainDifference(v.comparison, asked, of); ok {
		why.Account(v.desk, e)
	}
}

// questionOf returns the question for a row of a scenario, false where its horizon
// lacks it.
func questionOf(s scenario.Scenario, row compare.Row) (explain.Question, bool) {
	switch row.Kind {
	case compare.RowReached:
		return explain.Whole(s, explain.CapReached), true
	case compare.RowCapUsed:
		return explain.Whole(s, explain.CapUsed), true
	case compare.RowEffectiveRate:
		return explain.Whole(s, explain.EffectiveRate), true
	case compare.RowYear:
		january := unit.NewMonth(row.Year, 1)
		return explain.Question{Figure: explain.Figure(row.Result), From: january, Through: january + 11}, row.Year >= s.FirstYear && row.Year <= s.LastYear
	}
	return explain.Whole(s, explain.Figure(row.Result)), true
}

// explainDifference lays out a difference: what it is between, and what makes it. It
// is false where there is none.
func explainDifference(c compare.Comparison, row compare.Row, of comparedColumn) (explain.Explanation, bool) {
	subject, reference := c.Subjects[of.subject], c.Subjects[c.Reference]
	name, other := subject.Scenario.Name, reference.Scenario.Name
	e := explain.Explanation{Title: rowName(c, row) + ", difference from " + other}
	between := func(value, base, change string) {
		e.Answer = change
		e.Steps = append(e.Steps, explain.Step{
			Heading: "Difference",
			Lines:   []explain.Line{{Label: name, Text: value}, {Label: other, Formula: "the reference, taken off", Text: base}},
			Total:   explain.Line{Label: "Difference", Text: change},
		})
	}
	switch row.Kind {
	case compare.RowReached:
		cell := c.CapReached()[of.subject]
		between(words.ReachedDay(subject.Scenario, subject.Projection.Total),
			words.ReachedDay(reference.Scenario, reference.Projection.Total), words.Later(cell.Days))
		return e, cell.Compared
	case compare.RowCapUsed, compare.RowEffectiveRate:
		cell := c.CapUsed()[of.subject]
		if row.Kind == compare.RowEffectiveRate {
			cell = c.EffectiveRate()[of.subject]
		}
		between(cell.Value.Percent(), (cell.Value - cell.Change).Percent(), cell.Change.Points())
		return e, cell.Compared
	}
	cell := c.Amounts(row)[of.subject]
	if !cell.Compared {
		return e, false
	}
	e.Answer, e.Amount = cell.Change.Delta(), cell.Change
	base := cell.Value - cell.Change
	e.Steps = append(e.Steps, explain.Step{
		Heading: "Difference",
		Lines: []explain.Line{
			explain.AmountLine(name, "", cell.Value),
			explain.AmountLine(other, "the reference, taken off", 0-base),
		},
		Total: explain.Line{Label: "Difference", Amount: cell.Change, Text: cell.Change.Delta()},
	})
	if relative, known := cell.Relative(); known && cell.Differs() {
		e.Steps = append(e.Steps, explain.Step{Heading: "In percent", Total: explain.Line{
			Label: "Difference in percent", Formula: "as a part of " + base.Table(), Text: relative.Growth(),
		}})
	}
	if row.Kind == compare.RowTotal && slices.Contains(compare.Bridged(), row.Result) {
		if b, err := compare.NewBridge(reference.Scenario, subject.Scenario, row.Result); err == nil && len(b.Steps) > 0 {
			e.Steps = append(e.Steps, bridgeStep(b))
			e.Rules = append(e.Rules, explain.Rule{Text: why.Orders})
		}
	}
	if row.Kind == compare.RowYear && cell.Differs() {
		e.Rules = append(e.Rules, decided(row, reference.Scenario, subject.Scenario)...)
		if lines := differing([2]scenario.Scenario{reference.Scenario, subject.Scenario}, nil); len(lines) > 0 {
			e.Steps = append(e.Steps, explain.Step{Heading: "Inputs that differ", Lines: lines})
		}
	}
	return e, true
}

// decided says what decided about a row in each of some scenarios. A single year has
// no bridge: that the cap was used up before it begins is the doing of all inputs.
func decided(row compare.Row, scenarios ...scenario.Scenario) []explain.Rule {
	var rules []explain.Rule
	for _, s := range scenarios {
		q, ok := questionOf(s, row)
		if !ok {
			continue
		}
		e, err := explain.Of(s, q)
		if err != nil {
			continue // the figure itself stands there, and its own explanation says why not
		}
		for _, r := range e.Rules {
			rules = append(rules, explain.Rule{Kind: r.Kind, Text: s.Name + ": " + r.Text})
		}
	}
	return rules
}

// bridgeStep lists what makes a difference, input by input.
func bridgeStep(b compare.Bridge) explain.Step {
	step := explain.Step{
		Heading: "Input by input",
		Total:   explain.DeltaLine("Difference in "+words.Result(b.Result), "", b.Change()),
	}
	for _, s := range b.Steps {
		step.Lines = append(step.Lines, explain.DeltaLine(words.UpperFirst(s.Group.String()), "", s.Change))
	}
	return step
}

// onAsk explains a cell of the table of steps.
func (b *bridgePanel) onAsk(row, column int) {
	if b.fault != "" {
		return
	}
	if end := slices.Index([]int{0, len(b.bridge.Steps) + 1}, row); end >= 0 {
		figure := explain.Figure(b.key.result)
		if column == bridgeDue {
			figure = explain.Due
		}
		why.AskOf(b.desk, b.ends[end], explain.Whole(b.ends[end], figure))
		return
	}
	if step := row - 1; step >= 0 && step < len(b.bridge.Steps) {
		why.Account(b.desk, b.explainStep(b.bridge.Steps[step]))
	}
}

// explainStep lays out a step: what differs, what of it the cap lets through, and what
// it is a part of.
func (b *bridgePanel) explainStep(s compare.Step) explain.Explanation {
	result := words.Result(b.key.result)
	e := explain.Explanation{
		Title:  fmt.Sprintf("%s in %s, from %s to %s", words.UpperFirst(s.Group.String()), result, b.bridge.From.Name, b.bridge.To.Name),
		Answer: s.Change.Delta(), Amount: s.Change,
		Rules: []explain.Rule{{Text: why.Orders}},
	}
	if lines := differing(b.ends, &s.Group); len(lines) > 0 {
		e.Steps = append(e.Steps, explain.Step{Heading: "What differs", Lines: lines})
	}
	if b.key.result == compare.Paid {
		e.Steps = append(e.Steps, explain.Step{
			Heading: "What of it is paid",
			Lines:   []explain.Line{explain.DeltaLine(words.Due, "", s.Due), explain.DeltaLine(words.Absorbed, "taken off", 0-s.Absorbed())},
			Total:   explain.DeltaLine(result, "", s.Change),
		})
	}
	e.Steps = append(e.Steps, bridgeStep(b.bridge))
	return e
}

// differing says in which inputs of a group two scenarios differ, nil for all groups.
func differing(ends [2]scenario.Scenario, group *compare.Group) []explain.Line {
	var lines []explain.Line
	for _, d := range compare.Inputs(ends[:], 0) {
		if group == nil || d.Group == *group {
			lines = append(lines, why.FieldLine(ends[0], d))
		}
	}
	return lines
}
