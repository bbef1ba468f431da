package main

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
)

// parsed returns what a call prints as JSON.
func parsed[T any](t *testing.T, args ...string) (out T) {
	t.Helper()
	text := must(t, append(args, "--format", "json")...)
	from := json.NewDecoder(strings.NewReader(text))
	from.DisallowUnknownFields()
	if err := from.Decode(&out); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	return out
}

func isNear(got any, want float64) bool {
	v, ok := got.(float64)
	return ok && math.Abs(v-want) <= 1e-4*math.Max(1, math.Abs(want))
}

func TestBreakEvenOfTheWorkedCase(t *testing.T) {
	out := parsed[struct {
		Scenario string
		Rows     []struct {
			By          string
			Cap         any
			GrowthShift any
			Pace        any
		}
	}](t, "break-even", planned(t), "--scenario", "february-2026")
	// What is due by the end of each year, and the pace of the model's worked case.
	for i, want := range [][2]float64{{6e9, 355.2e9}, {18.4e9, 118.4e9}, {41e9, 71.04e9}, {77.8e9, 50.742857e9}, {134.6e9, 39.466667e9}} {
		if row := out.Rows[i]; !isNear(row.Cap, want[0]) || row.GrowthShift == nil || !isNear(row.Pace, want[1]) {
			t.Errorf("%+v, want a cap and a pace of %v", row, want)
		}
	}
}

func TestRangeSaysBetweenWhichCapsTheYearStays(t *testing.T) {
	type ranges struct {
		Scenario, Holds, Statement string
		Ranges                     []struct {
			Input               string
			Value, Low, High    any
			LowLimit, HighLimit bool
			Others              [][2]any
		}
	}
	out := parsed[ranges](t, "range", planned(t), "--scenario", "february-2026", "--holds", "year")
	if first := out.Ranges[0]; out.Statement != "the cap is reached in 2028" || first.Input != "cap" || !isNear(first.Low, 18.4e9) || !isNear(first.High, 41e9) || first.LowLimit || first.HighLimit {
		t.Errorf("%q: %+v, want caps from 18.4 to 41.0 billion", out.Statement, first)
	}
	out = parsed[ranges](t, "range", planned(t), "--scenario", "february-2026-prior", "--holds", "reached")
	if first := out.Ranges[0]; out.Statement != "no cap is reached by 2030" || first.Value != nil || !isNear(first.Low, 134.6e9) || !first.HighLimit {
		t.Errorf("%q: %+v, want caps above 134.6 billion, and none now", out.Statement, first)
	}
	for _, r := range out.Ranges {
		if r.Input == "through" && (r.Low != "2026-01" || r.High != "2100-12") {
			t.Errorf("the share may end from %v to %v, want months as files write them", r.Low, r.High)
		}
	}
}

func TestMapHasTheCellsOfTheDesign(t *testing.T) {
	out := parsed[struct {
		Scenario, Result string
		X, Y             struct {
			Input  string
			Values []any
		}
		Cells [][]any
	}](t, "map", planned(t), "--scenario", "february-2026", "--x", "cap=20B:56B:7", "--y", "growth-shift=-30%:30%:7", "--result", "cap-reached")
	if len(out.X.Values) != 7 || len(out.Cells) != 7 || out.X.Values[3] != 38e9 || out.Y.Values[3] != 0.0 {
		t.Fatalf("%+v", out)
	}
	if mid, last, first := out.Cells[3][3], out.Cells[0][6].(string), out.Cells[6][0].(string); mid != "2028-11-23" || last[:7] != "2030-05" || first[:7] != "2027-11" {
		t.Errorf("the middle is %v, least growth and the largest cap %s, most growth and the smallest cap %s", mid, last, first)
	}
}

func TestTornadoMovesInputsOverTheRangesGiven(t *testing.T) {
	out := parsed[struct {
		Scenario, Result string
		Base             any
		Bars             []struct {
			Input                                              string
			Value, Low, High, Least, LeastAt, Greatest, Reason any
			GreatestAt                                         any
			Points                                             [][2]any
		}
	}](t, "tornado", planned(t), "--scenario", "february-2026", "--result", "cap-reached", "--range", "cap=18.5B:200B", "--range", "capFrom=2026-01:2026-03")
	found := 0
	for _, b := range out.Bars {
		switch b.Input {
		case "cap":
			found++
			if b.Low != 18.5e9 || b.High != 200e9 || b.Least == nil || b.Greatest != nil || b.GreatestAt == 38e9 || len(b.Points) != 6 {
				t.Errorf("%+v, want five values and its own, the largest of which is not reached", b)
			}
		case "capFrom":
			found++
			if b.Low != "2026-01" || len(b.Points) != 3 || b.Points[0][1] != "2028-11-23" {
				t.Errorf("%+v, want three months", b)
			}
		case "growth:2030":
			found++
			if b.Reason != "the cap is reached before 2030" {
				t.Errorf("%+v", b)
			}
		}
	}
	if found != 3 || out.Base != "2028-11-23" {
		t.Errorf("%+v", out)
	}
}

func TestWhatCannotBeMovedIsAFailure(t *testing.T) {
	plan := planned(t)
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"tornado", plan, "--scenario", "slump", "--result", "paid", "--range", "rate=0:200%"}, "is not between 0% and 100%"},
		{[]string{"tornado", plan, "--scenario", "slump", "--result", "paid", "--range", "cap=2B:1B"}, "the low end, $2.00B, is above the high one, $1.00B"},
		{[]string{"map", plan, "--scenario", "slump", "--x", "growth:2040=0:1:3", "--y", "cap=1B:2B:3", "--result", "paid"}, "the horizon is 2026 to 2030"},
		{[]string{"map", plan, "--scenario", "slump", "--x", "cap=1B:2B:3", "--y", "cap=1B:2B:3", "--result", "paid"}, "choose two inputs"},
		{[]string{"range", plan, "--scenario", "slump,february-2026-prior", "--holds", "order", "--result", "cap-used"}, "it has no cap"},
		{[]string{"break-even", plan, "--scenario", "nobody"}, `there is no scenario "nobody"`},
	} {
		refused(t, statusFailed, c.args, c.want)
	}
}
