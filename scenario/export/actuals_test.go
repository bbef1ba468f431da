package export_test

import (
	"encoding/json"
	"testing"

	"headroom/scenario"
	"headroom/scenario/export"
	"headroom/scenario/preset"
	"headroom/scenario/unit"
)

// known returns a result with actuals of a quarter, in dollars a month.
func known(t *testing.T, capped bool) export.Result {
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
	return export.Result{Scenario: s, Projection: p}
}

func TestJSONSaysThroughWhenIsActualAndThePace(t *testing.T) {
	for _, capped := range []bool{true, false} {
		data, err := export.JSON([]export.Result{known(t, capped)})
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
		if got.ActualsThrough == nil || *got.ActualsThrough != "2026-03" || got.Pace == nil || got.Pace.Now != 24e9 || len(got.Pace.Needed) != 2 {
			t.Fatalf("capped %t: %+v", capped, got)
		}
		for i, by := range []string{"2026-12", "2027-12"} {
			if need := got.Pace.Needed[i]; need.By != by || (need.Annual != nil) != capped {
				t.Errorf("capped %t: needed %+v, want by %s", capped, need, by)
			}
		}
	}
}
