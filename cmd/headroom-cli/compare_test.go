package main

import (
	"encoding/csv"
	"encoding/json"
	"math"
	"strings"
	"testing"
)

// A comparison is the JSON of compare as its readers see it.
type comparison struct {
	Reference string
	Scenarios []struct {
		ID, Name   string
		Total      map[string]any
		Difference map[string]any
		Years      []struct {
			Year             int
			Paid, Difference *float64
		}
	}
	Inputs []struct {
		Field, Stream string
		Values        map[string]any
	}
	Bridges []struct {
		From, To, Result string
		Change           float64
		Steps            []struct {
			Field, Stream string
			Change, Due   float64
		}
		Merged []string
	}
}

func comparedJSON(t *testing.T, args ...string) comparison {
	t.Helper()
	var doc comparison
	if err := json.Unmarshal([]byte(must(t, append([]string{"compare", "--format", "json"}, args...)...)), &doc); err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestCompareSaysWhatTheAmendmentChanged(t *testing.T) {
	doc := comparedJSON(t, planned(t), "--scenario", "february-2026-prior,february-2026")
	if doc.Reference != "february-2026-prior" || len(doc.Scenarios) != 2 || doc.Scenarios[1].ID != "february-2026" {
		t.Fatalf("reference %q, scenarios %v", doc.Reference, doc.Scenarios)
	}
	prior, amended := doc.Scenarios[0], doc.Scenarios[1]
	amount(t, "paid by the prior terms", prior.Total["paid"].(float64), 134.6)
	amount(t, "difference in paid", amended.Difference["paid"].(float64), -96.6)
	amount(t, "difference in forgone", amended.Difference["forgone"].(float64), 96.6)
	amount(t, "difference of the reference", prior.Difference["paid"].(float64), 0)
	if amended.Total["capReached"] != "2028-11-23" || amended.Difference["capReached"] != nil {
		t.Errorf("reached %v, %v days", amended.Total["capReached"], amended.Difference["capReached"])
	}
	cap := doc.Inputs[0]
	if cap.Field != "terms.share.cap" || cap.Values["february-2026-prior"] != nil || cap.Values["february-2026"] != 38e9 {
		t.Errorf("the first input that differs is %v", cap)
	}
}

func TestCompareBridgesWhatTheAmendmentIsWorth(t *testing.T) {
	doc := comparedJSON(t, planned(t), "--scenario", "february-2026-prior,february-2026", "--bridge", "net")
	if len(doc.Bridges) != 1 {
		t.Fatalf("bridges %v", doc.Bridges)
	}
	b := doc.Bridges[0]
	want := map[string]float64{"terms.share.cap": -96.60, "terms.reverse": 20.22}
	sum := 0.0
	for _, step := range b.Steps {
		sum += step.Change
		if math.Abs(step.Change/1e9-want[step.Field]) > 0.005 {
			t.Errorf("%s accounts for %v, want %vB", step.Field, step.Change, want[step.Field])
		}
	}
	if b.From != "february-2026-prior" || b.To != "february-2026" || b.Result != "net" || math.Abs(sum-b.Change) > cent || math.Abs(sum/1e9+76.38) > 0.005 {
		t.Errorf("the bridge from %s to %s in %s: steps %v of %v", b.From, b.To, b.Result, sum, b.Change)
	}
}

func TestCompareHoldsAgainstTheReference(t *testing.T) {
	plan := planned(t)
	doc := comparedJSON(t, plan, "--scenario", "slump,february-2026,april-2025", "--reference", "february-2026", "--bridge", "paid")
	if len(doc.Bridges) != 2 || doc.Bridges[0].From != "february-2026" || doc.Bridges[0].To != "slump" || doc.Bridges[1].To != "april-2025" {
		t.Errorf("bridges %v", doc.Bridges)
	}
	// November 23, 2028, to March 11, 2029: 7 + 31 + 31 + 28 + 11 days.
	if days := doc.Scenarios[2].Difference["capReached"]; days != 108.0 {
		t.Errorf("the cap is reached %v days later", days)
	}
	if days := doc.Scenarios[0].Difference["capReached"]; days != nil {
		t.Errorf("a cap that is not reached differs by %v days", days)
	}
	if same := comparedJSON(t, plan, "--scenario", "slump,july-2026"); same.Reference != "slump" || len(same.Bridges) != 0 {
		t.Errorf("without a word the reference is %q, and there are bridges %v", same.Reference, same.Bridges)
	}
}

// horizonsApart are two scenarios of which one ends two years before the other.
const horizonsApart = `{"format": "headroom-workspace", "version": 2, "scenarios": [
  {"id": "long", "name": "=Long", "lastYear": 2028,
   "outlook": {"streams": [{"name": "A", "channel": "direct", "base": 12e9, "growth": {"2026": 0, "2027": 0, "2028": 0}}]},
   "terms": {"share": {"rate": 0.2, "from": "2026-01", "through": "2030-12"}}},
  {"id": "short", "name": "Short", "lastYear": 2026,
   "outlook": {"streams": [{"name": "=A", "channel": "direct", "base": 12e9, "growth": {"2026": 0}}]},
   "terms": {"share": {"rate": 0.2, "from": "2026-01", "through": "2030-12"}}}
]}`

func TestYearsThatAScenarioLacksAreBlank(t *testing.T) {
	file := holding(t, horizonsApart)
	doc := comparedJSON(t, file, "--scenario", "long,short")
	for i, year := range doc.Scenarios[1].Years {
		if year.Year != 2026+i || (year.Paid != nil) != (i == 0) || (year.Difference != nil) != (i == 0) {
			t.Errorf("year %+v", year)
		}
	}
	if len(doc.Scenarios[1].Years) != 3 {
		t.Errorf("%d years", len(doc.Scenarios[1].Years))
	}
	table := must(t, "compare", file, "--scenario", "long,short")
	if !strings.Contains(table, "=Long covers 2026 to 2028, Short covers 2026. Years that a scenario lacks are blank") {
		t.Errorf("the table does not say it:\n%s", table)
	}
	refused(t, statusFailed, []string{"compare", file, "--scenario", "long,short", "--bridge", "paid"},
		`a bridge from "long" to "short": one covers 2026 to 2028, the other 2026 to 2026`)
}

func TestCompareAsCSVHoldsEveryRowWhole(t *testing.T) {
	file := holding(t, horizonsApart)
	rows, err := csv.NewReader(strings.NewReader(must(t, "compare", file, "--scenario", "long,short", "--format", "csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	found := map[string][]string{}
	for _, row := range rows {
		found[row[1]+" "+row[2]+" "+row[3]] = row
	}
	for key, want := range map[string]string{
		"paid:2027  short":                   "result,paid:2027,,short,,,,",
		"cap-reached  long":                  "result,cap-reached,,long,,,,",
		"lastYear  short":                    "input,lastYear,,short,2026,,,",
		"outlook.streams[0].base '=A short":  "input,outlook.streams[0].base,'=A,short,12000000000,,,",
		"outlook.streams[0].shared '=A long": "input,outlook.streams[0].shared,'=A,long,,,,",
	} {
		if got := strings.Join(found[key], ","); got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
}

func TestScenariosThatAreAlike(t *testing.T) {
	text := strings.ReplaceAll(strings.ReplaceAll(horizonsApart, `"lastYear": 2026`, `"lastYear": 2028`), `"=A"`, `"A"`)
	text = strings.ReplaceAll(text, `{"2026": 0}`, `{"2026": 0, "2027": 0, "2028": 0}`)
	table := must(t, "compare", holding(t, text), "--scenario", "long,short", "--bridge", "paid")
	for _, want := range []string{"No inputs differ.", "No input that a payment depends on differs."} {
		if !strings.Contains(table, want) {
			t.Errorf("%q is not said:\n%s", want, table)
		}
	}
}
