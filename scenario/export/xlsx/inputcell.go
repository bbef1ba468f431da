package xlsx

import (
	"headroom/scenario"
	"headroom/scenario/field"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// The words for what is on or off.
const (
	yes = "yes"
	no  = "no"
)

// choices returns the words that a cell for a field may hold, with what files call
// them; nil where it holds a number or a month.
func choices(f field.Field) (shown, filed []string) {
	if f.Kind == field.Truth {
		return []string{yes, no}, []string{"true", "false"}
	}
	filed = f.Kind.Choices()
	for _, word := range filed {
		shown = append(shown, words.Value(f.Path, scenario.TextValue(word)))
	}
	return shown, filed
}

// shownValue returns the figure of a field as a cell holds it.
func shownValue(f field.Field, v scenario.SourceValue) any {
	switch {
	case v.Kind == scenario.SourceTruth && v.Truth:
		return yes
	case v.Kind == scenario.SourceTruth:
		return no
	case f.Kind == field.Month:
		m, err := unit.ParseMonth(v.Text)
		if err != nil {
			return v.Text
		}
		return serial(m)
	case v.Kind == scenario.SourceText:
		return words.Value(f.Path, v)
	case f.Kind == field.Amount:
		return billions(unit.Amount(v.Number))
	}
	return v.Number
}

// inputStyle returns how the cell of an input looks, and unlike it the same figure
// where it is not put in.
func inputStyle(kind field.Kind) (put, shown style) {
	switch kind {
	case field.Amount:
		return inputMoney, money
	case field.Rate, field.Growth:
		return inputPercent, percent
	case field.Ratio:
		return inputFactor, factor
	case field.Year, field.Count:
		return inputWhole, whole
	case field.Month:
		return inputMonth, month
	}
	return inputText, plain
}

// unitOf says in what a figure is given, and what its cell says where it is empty.
func (in input) unitOf() string {
	said := ""
	switch in.Kind {
	case field.Amount:
		said = "$ billion"
	case field.Rate, field.Growth:
		said = "%"
	case field.Year:
		said = "year"
	case field.Count:
		said = "months"
	case field.Month:
		said = "month"
	case field.Ratio:
		said = "from −1 to 1"
	case field.Truth:
		said = "yes or no"
	default:
		said = "choose from the list"
	}
	switch {
	case in.fixed():
		return said + ", fixed in a workbook"
	case in.None != "":
		return said + "; empty: " + in.None
	}
	return said
}
