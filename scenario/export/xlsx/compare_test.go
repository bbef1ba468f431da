package xlsx_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"headroom/scenario"
	"headroom/scenario/export/xlsx/xlsxtest"
	"headroom/scenario/statement"
	"headroom/scenario/unit"
)

// shownCells returns the cells of a sheet as they are shown.
func shownCells(t *testing.T, data []byte, sheet string) [][]string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestDifferencesAreFromTheReference(t *testing.T) {
	t.Parallel()
	for reference, want := range map[string][]string{
		"":              {"February 2026 plan, difference", "April 2025 plan, difference"},
		"july-2026":     {"February 2026 plan, difference", "April 2025 plan, difference"},
		"february-2026": {"July 2026 plan, difference", "April 2025 plan, difference"},
		"april-2025":    {"July 2026 plan, difference", "February 2026 plan, difference"},
		"none":          {"February 2026 plan, difference", "April 2025 plan, difference"},
	} {
		r := shipped()
		r.Workspace.Scenarios = r.Workspace.Scenarios[:3]
		r.Reference = reference
		rows := shownCells(t, written(t, r), "Compare")
		if got := rows[3][4:]; !slices.Equal(got, want) {
			t.Errorf("from %q: the differences are %q, want %q", reference, got, want)
		}
		saved := slices.IndexFunc(rows, func(row []string) bool { return len(row) > 0 && row[0] == "Saved by the cap" })
		if got := map[string]string{"february-2026": "$30.12 bn", "april-2025": "$71.12 bn"}[reference]; got != "" && rows[saved][4] != got {
			t.Errorf("from %q: the first saves %s more, want %s", reference, rows[saved][4], got)
		}
	}
}

// One stream in two parts earns the same, but for the last digits of sums.
func TestWhatIsEqualDoesNotDiffer(t *testing.T) {
	t.Parallel()
	for part := unit.Amount(0.05); part < 0.5; part += 0.05 {
		whole := shipped().Workspace.Scenarios[1]
		whole.Sources = nil
		split := whole
		split.ID, split.Name = "split", "Split"
		one := whole.Outlook.Streams[0]
		one.Actuals = nil
		whole.Outlook.Streams = []scenario.Stream{one}
		some, rest := one, one
		some.Name, rest.Name = "Some", "Rest"
		some.Base, rest.Base = one.Base*part, one.Base-one.Base*part
		split.Outlook.Streams = []scenario.Stream{some, rest}
		for _, row := range shownCells(t, xlsxtest.Write(t, whole, split), "Compare")[4:] {
			if len(row) < 4 || row[0] == "" || row[0] == "Inputs that differ" {
				break
			}
			if strings.Trim(row[3], "-$0.% bn") != "" || strings.HasPrefix(row[3], "-") {
				t.Errorf("%.2f of it apart: %s differs by %s", part, row[0], row[3])
			}
		}
	}
}

// barred has 1.2 billion a year sold by other clouds, which the terms allow from July
// 2027 on.
func barred() scenario.Scenario {
	s := scenario.Scenario{ID: "barred", Name: "Barred", FirstYear: 2026, LastYear: 2028}
	s.Outlook.Shape = scenario.ShapeEven
	flat := scenario.ByYear{{Year: 2026}, {Year: 2027}, {Year: 2028}}
	s.Outlook.Streams = []scenario.Stream{{Name: "Clouds", Channel: scenario.ChannelOtherCloud, Base: 1.2e9, Shared: 1, Growth: flat}}
	s.Terms.Share = scenario.Share{Rate: 0.2, From: unit.NewMonth(2026, 1), Through: unit.NewMonth(2028, 12)}
	s.Terms.OtherClouds = scenario.OtherClouds{From: unit.NewMonth(2027, 7)}
	s.Valuation.DiscountRate = 0.1
	return s
}

func TestTheStatementSaysWhatTheTermsDoNotAllowAndSumsFiscalYears(t *testing.T) {
	t.Parallel()
	s := barred()
	st, err := statement.New(s)
	if err != nil {
		t.Fatal(err)
	}
	rows := shownCells(t, xlsxtest.Write(t, s), "Statement")
	find := func(name string) []string {
		i := slices.IndexFunc(rows, func(row []string) bool { return len(row) > 0 && row[0] == name })
		if i < 0 {
			t.Fatalf("there is no row %q", name)
		}
		return rows[i]
	}
	column := slices.Index(find("Quarter"), "Clouds: not allowed by the terms")
	if column < 0 {
		t.Fatalf("the columns are %q", find("Quarter"))
	}
	for name, want := range map[string]string{
		"Q1 2026": "0.300", "Q2 2027": "0.300", "Q3 2027": "0.000", "Total": "1.800",
		"FY2026": "0.600", "FY2027": "1.200", "FY2028": "0.000", "FY2029": "0.000",
	} {
		if got := find(name)[column]; got != want {
			t.Errorf("%s: %s are not allowed, want %s", name, got, want)
		}
	}
	if total := st.Total(); total.Streams[0].Barred != 1.8e9 {
		t.Errorf("the engine says %v", total.Streams[0].Barred)
	}
}
