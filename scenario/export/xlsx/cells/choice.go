package cells

import (
	"headroom/scenario"
	"headroom/scenario/field"
	"headroom/scenario/words"
)

// The words for what is on or off.
const (
	Yes = "yes"
	No  = "no"
)

// Choices returns the words that a cell for a field may hold, with what files call
// them; nil where it holds a number or a month.
func Choices(f field.Field) (shown, filed []string) {
	if f.Kind == field.Truth {
		return []string{Yes, No}, []string{"true", "false"}
	}
	filed = f.Kind.Choices()
	for _, word := range filed {
		shown = append(shown, words.Value(f.Path, scenario.TextValue(word)))
	}
	return shown, filed
}

// Unit says in what a figure is given, and what its cell says where it is empty.
func (in Input) Unit() string {
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
	case in.Fixed():
		return said + ", fixed in a workbook"
	case in.None != "":
		return said + "; empty: " + in.None
	}
	return said
}
