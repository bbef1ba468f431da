package listing

import (
	"bytes"
	"encoding/csv"

	"headroom/scenario/statement"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// StatementCSV returns statements in full precision, for spreadsheets: a row for each
// quarter, and one below it for each stream. Amounts are dollars and rates fractions;
// what is planned stands beside what is. Room and headroom without a cap are empty, so
// is the month through which a quarter is actual where none of it is.
func StatementCSV(of []Stated) ([]byte, error) {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	rows := [][]string{{
		"scenario", "name", "quarter", "fiscalQuarter", "stream", "channel", "actualThrough",
		"opening", "room", "revenue", "resale", "outside", "unshared", "base", "barred", "rate", "due", "paid", "uncounted",
		"forgone", "closing", "headroom", "planBase", "planDue", "planPaid", "planClosing",
	}}
	for _, s := range of {
		for _, q := range s.quarters() {
			rows = append(rows, quarterRecord(s.Statement, q))
			for i, l := range q.Streams {
				rows = append(rows, streamRecord(s.Statement, q, l, q.Plan.Streams[i]))
			}
		}
	}
	if err := w.WriteAll(rows); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func quarterRecord(st statement.Statement, q statement.Quarter) []string {
	s := st.Scenario
	return []string{
		words.SpreadsheetText(s.ID), words.SpreadsheetText(s.Name), q.Name(), q.FiscalName(), "", "", q.Actual.String(),
		cell(q.Opening), cellWhere(q.Room, q.Capped), cell(q.Revenue), "", "", "", cell(q.Base), "", number(float64(q.Rate)),
		cell(q.Due), cell(q.Paid()), cell(q.Uncounted), cell(q.Saved), cell(q.Closing), cellWhere(q.Headroom, q.Capped),
		cell(q.Plan.Base), cell(q.Plan.Due), cell(q.Plan.Paid()), cell(q.Plan.Closing),
	}
}

func streamRecord(st statement.Statement, q statement.Quarter, l, plan statement.Line) []string {
	s := st.Scenario
	record := []string{
		words.SpreadsheetText(s.ID), words.SpreadsheetText(s.Name), q.Name(), q.FiscalName(),
		words.SpreadsheetText(l.Name), string(l.Channel), "", "", "",
	}
	for _, a := range []unit.Amount{l.Revenue, l.Resale, l.Outside, l.Unshared, l.Base, l.Barred} {
		record = append(record, cell(a))
	}
	return append(record, "", "", "", "", "", "", "", cell(plan.Base), "", "", "")
}
