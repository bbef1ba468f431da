package returned

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"headroom/scenario"
	"headroom/scenario/export/xlsx/cells"
	"headroom/scenario/field"
	"headroom/scenario/unit"
)

// reply reads what a cell says of an input.
func (r *reading) reply(in cells.Input, c content) (reply, error) {
	text := strings.TrimSpace(c.text)
	switch {
	case c.kind == "" && c.formula:
		return reply{}, errors.New("has a formula without a result; open the workbook in a spreadsheet, and save it there")
	case c.kind == "" || c.kind == "s" && text == "":
		return reply{}, nil
	case c.kind == "e":
		return reply{}, fmt.Errorf("holds the error %s", unit.QuoteBrief(text, 20))
	}
	var v scenario.SourceValue
	var err error
	switch {
	case in.Kind == field.Month:
		v, err = r.month(c.kind, text)
	case in.Kind == field.Amount:
		var amount unit.Amount
		if amount, err = cells.Dollars(text); err != nil || c.kind == "b" {
			return reply{}, notANumber(text)
		}
		v = scenario.NumberValue(float64(amount))
	case in.Kind.IsNumber():
		var n float64
		if n, err = cells.Number(text); err != nil || c.kind == "b" {
			return reply{}, notANumber(text)
		}
		v = scenario.NumberValue(n)
	default:
		v, err = word(in, c.kind, text)
	}
	if err == nil {
		err = in.Takes(v)
	}
	return reply{v, true}, err
}

func notANumber(text string) error {
	return fmt.Errorf("%s is not a number", unit.QuoteBrief(text, 60))
}

// month reads the month in which a day lies, or one written as files and people do.
func (r *reading) month(kind, text string) (scenario.SourceValue, error) {
	if kind == "n" {
		day, err := cells.Number(text)
		if day += r.since; err == nil && day >= 1 && day < cells.Never {
			return scenario.MonthValue(cells.MonthOf(day)), nil
		}
		return scenario.SourceValue{}, fmt.Errorf("%s is not a day", unit.QuoteBrief(text, 60))
	}
	if len(text) >= len("2029-06-15T") && text[4] == '-' && text[7] == '-' {
		text = text[:7] // a date as ISO 8601 has it
	}
	p, err := unit.ReadPeriod(text)
	if err != nil || p.Months != 1 {
		return scenario.SourceValue{}, fmt.Errorf("%s is not a month; write a day of it, such as 2029-06-15", unit.QuoteBrief(text, 60))
	}
	return scenario.MonthValue(p.First), nil
}

// word reads one of the words that an input may hold, as the sheet or a file has it.
func word(in cells.Input, kind, text string) (scenario.SourceValue, error) {
	shown, filed := cells.Choices(in.Field)
	if kind == "b" {
		text = strconv.FormatBool(text == "1" || strings.EqualFold(text, "true"))
	}
	same := func(word string) bool { return strings.EqualFold(word, text) }
	at := max(slices.IndexFunc(shown, same), slices.IndexFunc(filed, same))
	switch {
	case at < 0:
		return scenario.SourceValue{}, fmt.Errorf("%s is not one of: %s", unit.QuoteBrief(text, 60), strings.Join(shown, ", "))
	case in.Kind == field.Truth:
		return scenario.TruthValue(at == 0), nil
	}
	return scenario.TextValue(filed[at]), nil
}
