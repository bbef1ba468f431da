package listing

import (
	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/unit"
)

// A Compared is a comparison with the bridges asked for, from its reference.
type Compared struct {
	Comparison compare.Comparison
	Bridges    []compare.Bridge
}

// CompareJSON returns a comparison in full precision, for programs: the totals of
// each scenario and what they differ by from the reference, years that any
// horizon has, the inputs that differ, and the steps of bridges. What does not
// exist, and cannot be compared, is null; dates differ in days.
func CompareJSON(c Compared) ([]byte, error) {
	subjects := c.Comparison.Subjects
	doc := jsonComparison{
		Reference: subjects[c.Comparison.Reference].Scenario.ID,
		Scenarios: make([]jsonCompared, len(subjects)),
		Inputs:    []jsonInput{},
		Bridges:   []jsonBridge{},
	}
	for i, s := range subjects {
		doc.Scenarios[i] = jsonCompared{
			ID: s.Scenario.ID, Name: s.Scenario.Name, Total: newJSONTotal(s.Projection.Total),
			Difference: newJSONDifference(c.Comparison, i), Years: newJSONComparedYears(c.Comparison, i),
		}
	}
	for _, d := range c.Comparison.Inputs() {
		input := jsonInput{Field: d.Path, Stream: d.Stream, Values: map[string]any{}}
		for i, v := range d.Values {
			input.Values[subjects[i].Scenario.ID] = jsonValue(v)
		}
		doc.Inputs = append(doc.Inputs, input)
	}
	for _, b := range c.Bridges {
		doc.Bridges = append(doc.Bridges, newJSONBridge(b))
	}
	return marshal(doc)
}

type jsonComparison struct {
	Reference string         `json:"reference"`
	Scenarios []jsonCompared `json:"scenarios"`
	Inputs    []jsonInput    `json:"inputs"`
	Bridges   []jsonBridge   `json:"bridges"`
}

type jsonCompared struct {
	ID         string             `json:"id"`
	Name       string             `json:"name"`
	Total      jsonTotal          `json:"total"`
	Difference jsonDifference     `json:"difference"`
	Years      []jsonComparedYear `json:"years"`
}

type jsonDifference struct {
	Revenue             decimal  `json:"revenue"`
	Due                 decimal  `json:"due"`
	Paid                decimal  `json:"paid"`
	Forgone             decimal  `json:"forgone"`
	Reverse             decimal  `json:"reverse"`
	Net                 decimal  `json:"net"`
	CapReached          *int     `json:"capReached"` // days
	CapUsed             *decimal `json:"capUsed"`
	EffectiveRate       *decimal `json:"effectiveRate"`
	PresentValue        decimal  `json:"presentValue"`
	PresentValueForgone decimal  `json:"presentValueForgone"`
}

type jsonComparedYear struct {
	Year       int      `json:"year"`
	Paid       *decimal `json:"paid"`
	Difference *decimal `json:"difference"`
}

type jsonInput struct {
	Field  string         `json:"field"`
	Stream string         `json:"stream,omitempty"`
	Values map[string]any `json:"values"` // by id of the scenario
}

type jsonBridge struct {
	From   string     `json:"from"`
	To     string     `json:"to"`
	Result string     `json:"result"`
	Change decimal    `json:"change"`
	Steps  []jsonStep `json:"steps"`
	Merged []string   `json:"merged"` // fields of steps that stand for several groups
}

type jsonStep struct {
	Field  string  `json:"field"`
	Stream string  `json:"stream,omitempty"`
	Change decimal `json:"change"`
	Due    decimal `json:"due"`
}

func newJSONDifference(c compare.Comparison, i int) jsonDifference {
	of := func(r compare.Result) decimal { return decimal(c.Total(r)[i].Change) }
	out := jsonDifference{
		Revenue: of(compare.Revenue), Due: of(compare.Due), Paid: of(compare.Paid),
		Forgone: of(compare.Forgone), Reverse: of(compare.Reverse), Net: of(compare.Net),
		PresentValue: of(compare.PresentValue), PresentValueForgone: of(compare.PresentValueForgone),
	}
	if reached := c.CapReached()[i]; reached.Compared {
		out.CapReached = &reached.Days
	}
	used, effective := c.CapUsed()[i], c.EffectiveRate()[i]
	out.CapUsed = rateOrNull(used.Change, used.Compared)
	out.EffectiveRate = rateOrNull(effective.Change, effective.Compared)
	return out
}

func newJSONComparedYears(c compare.Comparison, i int) []jsonComparedYear {
	first, last := c.Years()
	out := make([]jsonComparedYear, 0, last-first+1)
	for year := first; year <= last; year++ {
		cell := c.InYear(compare.Paid, year)[i]
		out = append(out, jsonComparedYear{year, amountOrNull(cell.Value, cell.Known), amountOrNull(cell.Change, cell.Compared)})
	}
	return out
}

func newJSONBridge(b compare.Bridge) jsonBridge {
	out := jsonBridge{
		From: b.From.ID, To: b.To.ID, Result: string(b.Result), Change: decimal(b.Change()),
		Steps: make([]jsonStep, len(b.Steps)), Merged: make([]string, len(b.Merged)),
	}
	for i, s := range b.Steps {
		out.Steps[i] = jsonStep{s.Group.Field(), s.Group.Stream, decimal(s.Change), decimal(s.Due)}
	}
	for i, g := range b.Merged {
		out.Merged[i] = g.Field()
	}
	return out
}

// jsonValue returns a value as a document holds it: a number, a text, a truth
// value, or nil where it is not set.
func jsonValue(v compare.Value) any {
	switch {
	case !v.Set:
		return nil
	case v.Kind == scenario.SourceText:
		return v.Text
	case v.Kind == scenario.SourceTruth:
		return v.Truth
	}
	return decimal(v.Number)
}

func amountOrNull(a unit.Amount, ok bool) *decimal {
	if !ok {
		return nil
	}
	v := decimal(a)
	return &v
}
