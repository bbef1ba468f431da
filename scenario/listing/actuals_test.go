package listing_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/listing"
	"headroom/scenario/preset"
	"headroom/scenario/unit"
)

// known returns a result with actuals of a quarter, in dollars a month.
func known(t *testing.T, capped bool) listing.Result {
	t.Helper()
	s := preset.Default().Scenarios[0]
	s.Uncertainty, s.Sources = nil, nil
	s.LastYear = s.FirstYear + 1
	s.Terms.Share.Capped = capped
	if !capped {
		s.Terms.Share.Cap = 0
	}
	s.Outlook.Streams = append([]scenario.Stream(nil), s.Outlook.Streams...)
	s.Outlook.Streams[0].Actuals = scenario.Actuals{{Period: unit.Period{First: s.FirstMonth(), Months: 3}, Amount: 6e9}}
	p, err := scenario.Project(s)
	if err != nil {
		t.Fatal(err)
	}
	return listing.Result{Scenario: s, Projection: p}
}

func TestJSONSaysThroughWhenIsActualAndThePace(t *testing.T) {
	for _, capped := range []bool{true, false} {
		data, err := listing.JSON([]listing.Result{known(t, capped)})
		if err != nil {
			t.Fatal(err)
		}
		var doc struct {
			Scenarios []struct {
				ActualsThrough *string
				Pace           *struct {
					Now    float64
					Needed []struct {
						By     string
						Annual *float64
					}
				}
			}
		}
		if err := json.Unmarshal(data, &doc); err != nil {
			t.Fatal(err)
		}
		got := doc.Scenarios[0]
		if got.ActualsThrough == nil || *got.ActualsThrough != "2026-03" || got.Pace == nil || math.Abs(got.Pace.Now-24e9) > 1e-3 || len(got.Pace.Needed) != 2 {
			t.Fatalf("capped %t: %+v", capped, got)
		}
		for i, by := range []string{"2026-12", "2027-12"} {
			if need := got.Pace.Needed[i]; need.By != by || (need.Annual != nil) != capped {
				t.Errorf("capped %t: needed %+v, want by %s", capped, need, by)
			}
		}
	}
}

func TestTablesMarkWhatIsActual(t *testing.T) {
	results := []listing.Result{known(t, true)}
	for by, want := range map[listing.Period][2]string{ // the labels of a table, the marks of a CSV
		listing.Year:       {"2026 actual to Mar|2027", "2026-03|"},
		listing.FiscalYear: {"FY2026 actual to Mar|FY2027|FY2028", "2026-03||"},
		listing.Quarter:    {"Q1 2026 actual|Q2 2026|Q3 2026", "2026-03||"},
		listing.Month:      {"Jan 2026 actual|Feb 2026 actual|Mar 2026 actual|Apr 2026", "2026-01|2026-02|2026-03|"},
	} {
		table := text(t)(listing.Table(results, by))
		for _, label := range strings.Split(want[0], "|") {
			if !strings.Contains(table, "\n  "+label+"  ") {
				t.Errorf("%s: no row %q in\n%s", by, label, table)
			}
		}
		rows := strings.Split(text(t)(listing.CSV(results, by)), "\n")[1:]
		for i, mark := range strings.Split(want[1], "|") {
			if !strings.HasSuffix(rows[i], ","+mark) {
				t.Errorf("%s: row %d is %s, want it to end in %q", by, i+1, rows[i], mark)
			}
		}
	}
}

func TestATableSaysThroughWhenIsActualAndThePace(t *testing.T) {
	for capped, want := range map[bool][]string{
		true:  {"Actual through           Mar 2026\n", "Pace now                 $24.00B a year\n", "for the cap by the end of 2026\n", "for the cap by the end of 2027\n"},
		false: {"Actual through           Mar 2026\n", "Pace now                 $24.00B a year\n"},
	} {
		table := text(t)(listing.Table([]listing.Result{known(t, capped)}, listing.Year))
		for _, line := range want {
			if !strings.Contains(table, line) {
				t.Errorf("capped %t: no %q in\n%s", capped, line, table)
			}
		}
		if got := strings.Contains(table, "Pace needed"); got != capped {
			t.Errorf("capped %t: a pace is needed: %t", capped, got)
		}
	}
	bare := text(t)(listing.Table([]listing.Result{january()}, listing.Year))
	if strings.Contains(strings.ToLower(bare), "actual") || strings.Contains(bare, "Pace") {
		t.Errorf("without actuals it says\n%s", bare)
	}
}
