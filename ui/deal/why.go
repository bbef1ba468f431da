package deal

import (
	"headroom/scenario"
	"headroom/scenario/explain"
	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/why"
)

// onAsk explains a cell of the table of terms.
func (v *View) onAsk(row, column int) {
	switch {
	case row >= 0 && row < len(v.terms) && column != columnOpenAI && column != columnMicrosoft:
		v.onTermSources(v.terms[row].name, v.terms[row].sources)
	case row >= 0 && row <= len(v.terms):
		why.Account(v.desk, v.explainWorth(row, column != columnMicrosoft))
	}
}

// explainWorth lays out what a term, or after the last all of them, is worth to one of
// the two.
func (v *View) explainWorth(row int, toOpenAI bool) explain.Explanation {
	worth := func(toMicrosoft unit.Amount) unit.Amount { return toMicrosoft }
	whom := "Microsoft"
	if toOpenAI {
		worth, whom = func(toMicrosoft unit.Amount) unit.Amount { return 0 - toMicrosoft }, "OpenAI"
	}
	whole := worth(v.deal.ToMicrosoft())
	all := explain.Step{Heading: "Term by term", Total: explain.DeltaLine("Net worth to "+whom, "", whole)}
	for _, t := range v.terms {
		all.Lines = append(all.Lines, explain.DeltaLine(t.name, idleWords(t.Reason), worth(t.Net)))
	}
	if row == len(v.terms) {
		const from, to = "under the terms to change from", "under the terms to change to"
		before, after := v.deal.Prior.Amount, v.deal.Amended.Amount
		lines := []explain.Line{explain.AmountLine(words.Net, to, after), explain.AmountLine(words.Net, from+", taken off", 0-before)}
		if toOpenAI { // who pays what Microsoft nets
			lines = []explain.Line{explain.AmountLine(words.Net, from, before), explain.AmountLine(words.Net, to+", taken off", 0-after)}
		}
		both := explain.Step{Heading: "Both sides", Lines: lines, Total: explain.DeltaLine("Net worth to "+whom, "", whole)}
		return explain.Explanation{
			Title: "All terms, worth to " + whom, Answer: whole.Delta(), Amount: whole,
			Steps: []explain.Step{both, all}, Rules: []explain.Rule{{Text: why.Orders}},
		}
	}
	t := v.terms[row]
	e := explain.Explanation{Title: t.name + ", worth to " + whom, Answer: worth(t.Net).Delta(), Amount: worth(t.Net)}
	if t.Reason != "" {
		e.Rules = append(e.Rules, explain.Rule{Text: "It moves no money: " + t.Reason + "."})
	} else {
		e.Rules = append(e.Rules, explain.Rule{Text: why.Orders})
	}
	var fields []explain.Line
	for _, d := range t.Fields {
		fields = append(fields, why.FieldLine(scenario.Scenario{}, d))
	}
	e.Steps = []explain.Step{{Heading: "What differs", Lines: fields}, all}
	return e
}
