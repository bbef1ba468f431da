package report_test

import (
	"testing"

	"headroom/scenario/preset"
	"headroom/scenario/report"
	"headroom/scenario/statement"
)

func TestTheStatementIsSummedByMicrosoftsFiscalYears(t *testing.T) {
	for _, s := range preset.Default().Scenarios {
		st, err := statement.New(s)
		if err != nil {
			t.Fatal(err)
		}
		table := report.StatementFiscalYears(st)
		years := st.FiscalYears()
		if len(table.Rows) != len(years)+1 {
			t.Fatalf("%s: there are %d rows for %d fiscal years", s.ID, len(table.Rows), len(years))
		}
		paid := -1
		for i, c := range table.Columns {
			if c.Title == "Paid" {
				paid = i
			}
		}
		for i, year := range years {
			if got := table.Rows[i].Cells[paid].Text; got != year.Paid().Table() {
				t.Errorf("%s, fiscal year %d: paid is %s, want %s", s.ID, year.From.FiscalYear(), got, year.Paid().Table())
			}
		}
		// January 2026 to December 2030 begin and end in the middle of a fiscal year.
		if first := table.Rows[0].Cells; first[0].Text != "FY2026" || first[1].Text != "Jan 2026 to Jun 2026" {
			t.Errorf("%s: the first year is %q, %q", s.ID, first[0].Text, first[1].Text)
		}
		if second := table.Rows[1].Cells; second[0].Text != "FY2027" || second[1].Text != "" {
			t.Errorf("%s: the second year is %q, %q", s.ID, second[0].Text, second[1].Text)
		}
	}
}
