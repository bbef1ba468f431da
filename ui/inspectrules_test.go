package ui

import (
	"math"
	"testing"

	"headroom/scenario"
	"headroom/scenario/edit"
)

// What both shipped plans give under each rule after the actuals, and the pace that
// the cap needs, is in the inspection file.
func TestTheResultsOfEachRuleAfterTheActuals(t *testing.T) {
	d := sitDefault(t)
	for _, tc := range []struct {
		rule           scenario.AfterActuals
		february, july any     // when the cap is reached
		due, present   float64 // of February's plan, in billions
	}{
		{scenario.KeepYear, "2028-11-23", "2028-08-24", 134.6, 31.7210},
		{scenario.KeepMonths, "2028-11-22", "2028-08-27", 134.6943, 31.7369},
		{scenario.Rescale, "2028-11-05", "2028-10-04", 139.9232, 31.8329},
		{scenario.HoldPace, nil, nil, 26.6, 21.0361},
	} {
		for id, want := range map[string]any{"february-2026": tc.february, "july-2026": tc.july} {
			d.p.Do(edit.Select(id))
			d.p.Do(edit.SetFigure(id, "outlook.afterActuals", scenario.TextValue(string(tc.rule))))
			got := d.results()
			if got["cap-reached"] != want || got["actuals-through"] != "2026-06" {
				t.Errorf("%s of %s: reached %v, want %v, actual through %v", tc.rule, id, got["cap-reached"], want, got["actuals-through"])
			}
			near := func(name string, billions, within float64) {
				t.Helper()
				if v, _ := got[name].(float64); math.Abs(v/1e9-billions) > within {
					t.Errorf("%s of %s: %s is %v, want %v", tc.rule, id, name, got[name], billions)
				}
			}
			if id == "february-2026" {
				near("due", tc.due, 0.5e-4)
				near("present-value", tc.present, 0.5e-4)
			}
			near("pace-now", 26.8, 1e-9)
			near("pace-needed:2027", 118.4, 1e-9)
			near("pace-needed:2030", 355.2/9, 1e-9)
		}
	}
}
