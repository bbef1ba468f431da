package why

import (
	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/explain"
	"headroom/scenario/words"
)

// Orders is the rule of all steps that add up to a difference.
const Orders = "What an input accounts for is its effect averaged over all orders in which the inputs can be changed, so that no order is favored and the steps add up."

// FieldLine says what two scenarios have in a field.
func FieldLine(of scenario.Scenario, d compare.Difference) explain.Line {
	value := func(v compare.Value) string {
		if !v.Set {
			return "none"
		}
		return words.Value(d.Path, v.SourceValue)
	}
	return explain.Line{Label: words.Input(of, d.Path), Formula: value(d.Values[0]) + " to " + value(d.Values[1])}
}
