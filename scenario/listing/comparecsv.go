package listing

import (
	"bytes"
	"encoding/csv"
	"strconv"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// CompareCSV returns a comparison in full precision, for spreadsheets: a row for
// each result, year, input and step of a bridge of each scenario, with the
// model's names. Amounts are dollars, rates and relative differences fractions,
// dates differ in days; what does not exist is empty. Of a step of a bridge,
// difference is its effect on the result that field names, and due that on the
// share before the cap.
func CompareCSV(c Compared) ([]byte, error) {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	rows := [][]string{{"part", "field", "stream", "scenario", "value", "difference", "relative", "due"}}
	rows = append(rows, resultRecords(c.Comparison)...)
	for _, d := range c.Comparison.Inputs() {
		for i, v := range d.Values {
			rows = append(rows, []string{"input", d.Path, words.SpreadsheetText(d.Stream), idOf(c.Comparison, i), plainValue(v), "", "", ""})
		}
	}
	for _, b := range c.Bridges {
		part := "bridge " + string(b.Result)
		for _, s := range b.Steps {
			rows = append(rows, []string{part, s.Group.Field(), words.SpreadsheetText(s.Group.Stream), b.To.ID, "", cell(s.Change), "", cell(s.Due)})
		}
	}
	if err := w.WriteAll(rows); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func resultRecords(c compare.Comparison) [][]string {
	var rows [][]string
	add := func(field string, i int, value, difference, relative string) {
		rows = append(rows, []string{"result", field, "", idOf(c, i), value, difference, relative, ""})
	}
	amounts := func(field string, cells []compare.Cell) {
		for i, v := range cells {
			relative := ""
			if part, ok := v.Relative(); ok {
				relative = number(float64(part))
			}
			add(field, i, cellWhere(v.Value, v.Known), cellWhere(v.Change, v.Compared), relative)
		}
	}
	for i, reached := range c.CapReached() {
		days := ""
		if reached.Compared {
			days = strconv.Itoa(reached.Days)
		}
		add("cap-reached", i, reached.Reached.String(), days, "")
	}
	for i, used := range c.CapUsed() {
		add("cap-used", i, rateWhere(used.Value, used.Known), rateWhere(used.Change, used.Compared), "")
	}
	for i, rate := range c.EffectiveRate() {
		add("effective-rate", i, rateWhere(rate.Value, rate.Known), rateWhere(rate.Change, rate.Compared), "")
	}
	for _, result := range compare.Results() {
		amounts(string(result), c.Total(result))
	}
	for year, last := c.Years(); year <= last; year++ {
		amounts("paid:"+strconv.Itoa(year), c.InYear(compare.Paid, year))
	}
	return rows
}

func idOf(c compare.Comparison, i int) string {
	return words.SpreadsheetText(c.Subjects[i].Scenario.ID)
}

func cellWhere(a unit.Amount, ok bool) string {
	if !ok {
		return ""
	}
	return cell(a)
}

func rateWhere(r unit.Rate, ok bool) string {
	if !ok {
		return ""
	}
	return number(float64(r))
}

// plainValue returns a value as a file writes it, empty where it is not set.
func plainValue(v compare.Value) string {
	switch {
	case !v.Set:
		return ""
	case v.Kind == scenario.SourceText:
		return words.SpreadsheetText(v.Text)
	case v.Kind == scenario.SourceTruth:
		return strconv.FormatBool(v.Truth)
	}
	return number(v.Number)
}
