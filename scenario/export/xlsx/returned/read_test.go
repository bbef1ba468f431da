package returned_test

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"headroom/scenario"
	"headroom/scenario/export/xlsx/cells"
	"headroom/scenario/export/xlsx/returned"
	"headroom/scenario/export/xlsx/xlsxtest"
	"headroom/scenario/unit"
)

func read(t *testing.T, data []byte) returned.Workbook {
	t.Helper()
	back, err := returned.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return back
}

// small is a scenario with everything that a workbook has a cell for.
func small() scenario.Scenario {
	return scenario.Scenario{
		ID: "sent-out", Name: "Sent out", FirstYear: 2026, LastYear: 2027, Color: "#0072B2",
		Outlook: scenario.Outlook{Shape: scenario.ShapeRamp, Streams: []scenario.Stream{{
			Name: "OpenAI", Channel: scenario.ChannelDirect, Base: 13.07e9, Shared: 1,
			Growth:  scenario.ByYear{{Year: 2026, Rate: 1.2953}, {Year: 2027, Rate: 1.0667}},
			Actuals: scenario.Actuals{{Period: unit.Period{First: unit.NewMonth(2026, 1), Months: 3}, Amount: 5.7e9}},
		}}},
		Terms: scenario.Terms{
			Share:   scenario.Share{Rate: 0.2, From: unit.NewMonth(2026, 1), Through: unit.NewMonth(2027, 12), Capped: true, Cap: 38e9},
			Reverse: &scenario.Reverse{Rate: 0.2, From: unit.NewMonth(2026, 1), Through: unit.NewMonth(2026, 4)},
		},
		Valuation: scenario.Valuation{DiscountRate: 0.1},
	}
}

// changedBook returns a workbook of a scenario in which excelize has changed cells, by
// the paths of their inputs; nil empties one.
func changedBook(t *testing.T, s scenario.Scenario, values map[string]any) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(xlsxtest.Write(t, s)))
	if err != nil {
		t.Fatal(err)
	}
	for path, value := range values {
		found := false
		for _, n := range f.GetDefinedName() {
			if n.Name != cells.Name(0, path) {
				continue
			}
			found = true
			cell := strings.ReplaceAll(strings.TrimPrefix(n.RefersTo, "'Inputs'!"), "$", "")
			text, computed := value.(formula)
			if computed {
				value = nil
			}
			if err := f.SetCellValue("Inputs", cell, value); err != nil {
				t.Fatal(err)
			}
			if err := f.SetCellFormula("Inputs", cell, string(text)); computed && err != nil {
				t.Fatal(err)
			}
		}
		if !found {
			t.Fatalf("no cell is called %s", cells.Name(0, path))
		}
	}
	out, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

type formula string

func TestWhatIsChangedIsRead(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		sentence string
		cells    map[string]any
		change   func(s *scenario.Scenario)
		said     string
	}{
		{"a cap in billions", map[string]any{"terms.share.cap": 40.25}, func(s *scenario.Scenario) { s.Terms.Share.Cap = 40.25e9 }, "Total cap: $40.25B, was $38.00B (Inputs!B28)"},
		{"a number written as a text", map[string]any{"terms.share.cap": " 40 "}, func(s *scenario.Scenario) { s.Terms.Share.Cap = 40e9 }, "Total cap"},
		{"no cap", map[string]any{"terms.share.cap": nil}, func(s *scenario.Scenario) { s.Terms.Share.Capped, s.Terms.Share.Cap = false, 0 }, "Total cap: empty, was"},
		{"a rate of a year", map[string]any{"terms.share.ratesByYear.2027": 0.15}, func(s *scenario.Scenario) { s.Terms.Share.RatesByYear = scenario.ByYear{{Year: 2027, Rate: 0.15}} }, "Share rate of 2027: 15%, was empty"},
		{"a month by any day of it", map[string]any{"terms.share.through": 46538.0}, func(s *scenario.Scenario) { s.Terms.Share.Through = unit.NewMonth(2027, 5) }, "Share paid through: May 2027"},
		{"a month as files write it", map[string]any{"terms.share.through": "2027-05"}, func(s *scenario.Scenario) { s.Terms.Share.Through = unit.NewMonth(2027, 5) }, ""},
		{"a month as people write it", map[string]any{"terms.share.through": "May 2027"}, func(s *scenario.Scenario) { s.Terms.Share.Through = unit.NewMonth(2027, 5) }, ""},
		{"a choice from the list", map[string]any{"outlook.shape": "A TWELFTH each month"}, func(s *scenario.Scenario) { s.Outlook.Shape = scenario.ShapeEven }, ""},
		{"a choice as files have it", map[string]any{"outlook.afterActuals": "pace"}, func(s *scenario.Scenario) { s.Outlook.AfterActuals = scenario.HoldPace }, ""},
		{"yes", map[string]any{"terms.share.endsAtAGI": "yes"}, func(s *scenario.Scenario) { s.Terms.Share.EndsAtAGI = true }, ""},
		{"true", map[string]any{"terms.share.endsAtAGI": true}, func(s *scenario.Scenario) { s.Terms.Share.EndsAtAGI = true }, ""},
		{"an actual to come", map[string]any{"outlook.streams[0].actuals.2026-Q2": 6.7}, func(s *scenario.Scenario) {
			s.Outlook.Streams[0].Actuals = s.Outlook.Streams[0].Actuals.With(unit.Period{First: unit.NewMonth(2026, 4), Months: 3}, 6.7e9)
		}, "OpenAI, Q2 2026 actual: $6.70B, was empty"},
		{"an actual that is unknown after all", map[string]any{"outlook.streams[0].actuals.2026-Q1": nil}, func(s *scenario.Scenario) { s.Outlook.Streams[0].Actuals = nil }, ""},
		{"no reverse share", map[string]any{"terms.reverse.rate": nil, "terms.reverse.from": nil, "terms.reverse.through": nil}, func(s *scenario.Scenario) { s.Terms.Reverse = nil }, ""},
		{"a license", map[string]any{"terms.license.through": 46538.0}, func(s *scenario.Scenario) {
			s.Terms.License = &scenario.License{Through: unit.NewMonth(2027, 5), Exclusive: scenario.ExclusiveNo}
		}, ""},
		{"an earlier last year", map[string]any{"lastYear": 2026}, func(s *scenario.Scenario) { s.LastYear = 2026 }, "Last year: 2026, was 2027"},
		{"a range of the cap", map[string]any{"uncertainty.capRange.low": 30, "uncertainty.capRange.high": 50}, func(s *scenario.Scenario) {
			s.Uncertainty = &scenario.Uncertainty{CapRange: &scenario.CapRange{Low: 30e9, High: 50e9}}
		}, ""},
	} {
		back := read(t, changedBook(t, small(), c.cells))
		want := small()
		c.change(&want)
		if len(back.Changed) != 1 || !reflect.DeepEqual(back.Changed[0].Scenario, want) {
			t.Errorf("%s: %+v came back", c.sentence, back.Changed)
			continue
		}
		if said := back.Changed[0].Changes[0].String(); !strings.HasPrefix(said, c.said) {
			t.Errorf("%s: it says %q, want %q", c.sentence, said, c.said)
		}
		if !reflect.DeepEqual(back.Sent.Scenarios[0], small()) {
			t.Errorf("%s: what was sent is not what it was", c.sentence)
		}
	}
}

func TestTheRangeGoesWithTheCap(t *testing.T) {
	t.Parallel()
	uncertain := small()
	uncertain.Uncertainty = &scenario.Uncertainty{CapRange: &scenario.CapRange{Low: 35e9, High: 41e9}}
	for _, c := range []struct {
		sentence string
		cells    map[string]any
		want     *scenario.CapRange
		said     []string // of what moved
	}{
		{"it moves in the same ratio", map[string]any{"terms.share.cap": 57}, &scenario.CapRange{Low: 52.5e9, High: 61.5e9}, []string{
			"Low end of the cap: $52.50B, was $35.00B (with the cap)",
			"High end of the cap: $61.50B, was $41.00B (with the cap)",
		}},
		{"unless it was changed too", map[string]any{"terms.share.cap": 42, "uncertainty.capRange.high": 50}, &scenario.CapRange{Low: 35e9, High: 50e9}, nil},
		{"it goes where the cap does", map[string]any{"terms.share.cap": nil}, nil, []string{
			"Low end of the cap: empty, was $35.00B (with the cap)",
			"High end of the cap: empty, was $41.00B (with the cap)",
		}},
		{"it stays with the cap", map[string]any{"terms.share.rate": 0.1}, &scenario.CapRange{Low: 35e9, High: 41e9}, nil},
	} {
		back := read(t, changedBook(t, uncertain, c.cells))
		if len(back.Changed) != 1 || !reflect.DeepEqual(back.Changed[0].Scenario.Uncertainty.CapRange, c.want) {
			t.Errorf("%s: %+v came back", c.sentence, back.Changed)
			continue
		}
		var said []string
		for _, change := range back.Changed[0].Changes[len(c.cells):] {
			said = append(said, change.String())
		}
		if !slices.Equal(said, c.said) {
			t.Errorf("%s: it says %q, want %q", c.sentence, said, c.said)
		}
	}
}

func TestFaultsAreNamedByTheirCells(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		sentence string
		cells    map[string]any
		want     []string
	}{
		{"a text for a number", map[string]any{"terms.share.cap": "lots"}, []string{`, Sent out, Total cap: "lots" is not a number`}},
		{"an infinite amount", map[string]any{"terms.share.cap": "inf"}, []string{`, Total cap: "inf" is not a number`}},
		{"a hexadecimal amount", map[string]any{"terms.share.cap": "0x1p3"}, []string{`, Total cap: "0x1p3" is not a number`}},
		{"no number for a rate", map[string]any{"terms.share.rate": "NaN"}, []string{`, Share rate: "NaN" is not a number`}},
		{"a hexadecimal rate", map[string]any{"terms.share.rate": "0x1p-3"}, []string{`, Share rate: "0x1p-3" is not a number`}},
		{"a number out of range", map[string]any{"terms.share.rate": 1.4}, []string{", Sent out, Share rate: 1.4 is not between 0 and 1"}},
		{"several", map[string]any{"terms.share.rate": 1.4, "outlook.streams[0].base": -1}, []string{"Sent out, OpenAI, 2025 revenue: -1e9 is not between 0 and 1e15", "Share rate: 1.4"}},
		{"growth that is needed", map[string]any{"outlook.streams[0].growth.2027": nil}, []string{"OpenAI, 2027 growth: missing"}},
		{"what needs a value", map[string]any{"terms.share.rate": nil}, []string{"Share rate: is empty; it needs %"}},
		{"half a reverse share", map[string]any{"terms.reverse.from": nil}, []string{"Reverse share paid from: is empty, though the cells beside it are not"}},
		{"a window that ends before it begins", map[string]any{"terms.share.through": 40000.0}, []string{"Share paid through: 2009-07 is before 2026-01, where it begins"}},
		{"a word that is none", map[string]any{"outlook.shape": "flat"}, []string{`Revenue within a year: "flat" is not one of: grows month by month, a twelfth each month`}},
		{"a formula without its result", map[string]any{"terms.share.cap": formula("30+8")}, []string{"Total cap: has a formula without a result"}},
		{"another first year", map[string]any{"firstYear": 2025}, []string{"First year: cannot be changed in a workbook"}},
		{"a last year without months", map[string]any{"lastYear": 2030}, []string{"Last year: 2030 is after 2027"}},
		{"part of a month", map[string]any{"terms.otherClouds.azureLeadMonths": 1.5}, []string{"Azure lead: 1.5 is not a whole number"}},
		{"no day", map[string]any{"terms.share.from": -3.0}, []string{`Share paid from: "-3" is not a day`}},
		{"a range without a cap", map[string]any{"uncertainty.capRange.low": 30, "uncertainty.capRange.high": 50, "terms.share.cap": nil}, []string{"needs a cap"}},
	} {
		_, err := returned.Read(changedBook(t, small(), c.cells))
		if err == nil {
			t.Errorf("%s is taken", c.sentence)
			continue
		}
		lines := strings.Split(err.Error(), "\n")
		if len(lines) != len(c.want) {
			t.Errorf("%s: %q, want %q", c.sentence, lines, c.want)
			continue
		}
		for i := range lines {
			if !strings.HasPrefix(lines[i], "Inputs!B") || !strings.Contains(lines[i], c.want[i]) {
				t.Errorf("%s: %q, want %q", c.sentence, lines[i], c.want[i])
			}
		}
	}
}

// TestEveryProgramsWorkbookIsRead reads the workbook of the small scenario after it was
// saved by other programs, with a cap of 40 billion.
func TestEveryProgramsWorkbookIsRead(t *testing.T) {
	t.Parallel()
	want := small()
	want.Terms.Share.Cap = 40e9
	for _, program := range []string{"libreoffice", "gnumeric", "exceljs", "openpyxl", "sheetjs"} {
		data, err := os.ReadFile(filepath.Join("testdata", program+".xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		back := read(t, data)
		if len(back.Changed) != 1 || len(back.Changed[0].Changes) != 1 || !reflect.DeepEqual(back.Changed[0].Scenario, want) {
			t.Errorf("%s: %+v came back", program, back.Changed)
		}
	}
}

func TestRowsMayBeMoved(t *testing.T) {
	t.Parallel()
	f, err := excelize.OpenReader(bytes.NewReader(changedBook(t, small(), map[string]any{"terms.share.cap": 40})))
	if err != nil {
		t.Fatal(err)
	}
	if err := f.InsertRows("Inputs", 5, 3); err != nil {
		t.Fatal(err)
	}
	out, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	if back := read(t, out.Bytes()); len(back.Changed) != 1 || back.Changed[0].Scenario.Terms.Share.Cap != 40e9 {
		t.Errorf("%+v came back", back.Changed)
	}
}
