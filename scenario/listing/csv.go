package listing

import (
	"bytes"
	"encoding/csv"
	"strconv"

	"headroom/scenario"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// CSV returns results in full precision, for spreadsheets: one row for each
// scenario and period, with the model's names above. Amounts are dollars, and a
// headroom without a cap is empty. The last column is the month through which revenue
// of the period is actual, empty where none of it is. A text that a spreadsheet would take for a
// formula begins with an apostrophe.
func CSV(results []Result, by Period) ([]byte, error) {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	head := []string{
		"scenario", "name", string(by), "revenue", "due", "paid",
		"cumulative", "headroom", "forgone", "reverse", "net",
		"actualsThrough",
	}
	if err := w.Write(head); err != nil {
		return nil, err
	}
	for _, r := range results {
		rows, err := by.rows(r.Projection)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			if err := w.Write(csvRow(r, by, row)); err != nil {
				return nil, err
			}
		}
	}
	w.Flush()
	return out.Bytes(), w.Error()
}

func csvRow(r Result, by Period, row scenario.Row) []string {
	headroom := ""
	if r.Projection.Total.Capped {
		headroom = cell(row.Headroom)
	}
	return []string{
		words.SpreadsheetText(r.Scenario.ID), words.SpreadsheetText(r.Scenario.Name), by.label(row),
		cell(row.Revenue), cell(row.Due), cell(row.Paid),
		cell(row.Cumulative), headroom, cell(row.Forgone), cell(row.Reverse), cell(row.Net),
		actualIn(r.Projection, row).String(),
	}
}

func cell(a unit.Amount) string { return number(float64(a)) }

// number writes v with the fewest digits that read back as v, without an
// exponent and never as -0.
func number(v float64) string {
	return strconv.FormatFloat(v+0, 'f', -1, 64)
}
