package xlsx

import (
	"headroom/scenario"
	"headroom/scenario/export/xlsx/cells"
	"headroom/scenario/field"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// shownValue returns the figure of a field as a cell holds it.
func shownValue(f field.Field, v scenario.SourceValue) any {
	switch {
	case v.Kind == scenario.SourceTruth && v.Truth:
		return cells.Yes
	case v.Kind == scenario.SourceTruth:
		return cells.No
	case f.Kind == field.Month:
		m, err := unit.ParseMonth(v.Text)
		if err != nil {
			return v.Text
		}
		return cells.Serial(m)
	case v.Kind == scenario.SourceText:
		return words.Value(f.Path, v)
	case f.Kind == field.Amount:
		return cells.Billions(unit.Amount(v.Number))
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
