package listing_test

import (
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/listing"
	"headroom/scenario/unit"
)

// january is the projection of a made-up horizon of which only one month is
// laid out, with figures that are easy to tell apart.
func january() listing.Result {
	row := scenario.Row{
		From: unit.NewMonth(2026, 1), Through: unit.NewMonth(2026, 1),
		Flows:      scenario.Flows{Revenue: 10e9, Due: 2e9, Paid: 1.5e9, Forgone: 0.5e9, Reverse: 2.5e9, Net: -1e9},
		Cumulative: 1.5e9, Headroom: 0.25,
	}
	r := listing.Result{Scenario: scenario.Scenario{ID: "a", Name: "R&D <é>", FirstYear: 2026, LastYear: 2026}}
	r.Scenario.Valuation.DiscountRate = 0.105
	r.Projection = scenario.Projection{
		Months: []scenario.Row{row}, Quarters: []scenario.Row{row}, Years: []scenario.Row{row}, FiscalYears: []scenario.Row{row},
		Total: scenario.Totals{
			Flows: row.Flows, Capped: true, Cap: 3e9, Cumulative: 1.5e9,
			Reached:      scenario.Reached{Date: unit.Date{Month: unit.NewMonth(2028, 11), Day: 23}},
			PresentValue: 1.25e9, PresentValueForgone: 1e-7,
		},
		Warnings: []scenario.Warning{{Path: "terms.share.cap", Message: "odd but not wrong"}},
	}
	return r
}

const januaryJSON = `{
  "scenarios": [
    {
      "id": "a",
      "name": "R&D <é>",
      "total": {
        "revenue": 10000000000,
        "due": 2000000000,
        "paid": 1500000000,
        "forgone": 500000000,
        "reverse": 2500000000,
        "net": -1000000000,
        "capReached": "2028-11-23",
        "capUsed": 0.5,
        "effectiveRate": 0.15,
        "presentValue": 1250000000,
        "presentValueForgone": 0.0000001
      },
      "actualsThrough": null,
      "pace": null,
      "warnings": [
        {
          "path": "terms.share.cap",
          "message": "odd but not wrong"
        }
      ],
      "years": [
        {
          "year": 2026,
          FLOWS
        }
      ],
      "quarters": [
        {
          "quarter": "2026-Q1",
          FLOWS
        }
      ],
      "months": [
        {
          "month": "2026-01",
          FLOWS
        }
      ]
    }
  ]
}
`

const januaryFlows = `"revenue": 10000000000,
          "due": 2000000000,
          "paid": 1500000000,
          "cumulative": 1500000000,
          "headroom": 0.25,
          "forgone": 500000000,
          "reverse": 2500000000,
          "net": -1000000000`

func TestJSONIsLaidOutAsTheModelSays(t *testing.T) {
	got := text(t)(listing.JSON([]listing.Result{january()}))
	if want := strings.ReplaceAll(januaryJSON, "FLOWS", januaryFlows); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestJSONOfNothing(t *testing.T) {
	if got := text(t)(listing.JSON(nil)); got != "{\n  \"scenarios\": []\n}\n" {
		t.Errorf("got %s", got)
	}
	empty := text(t)(listing.JSON([]listing.Result{{}}))
	for _, list := range []string{"warnings", "years", "quarters", "months"} {
		if !strings.Contains(empty, `"`+list+`": []`) {
			t.Errorf("%s is not an empty list in %s", list, empty)
		}
	}
}

func TestJSONSaysNullWhereThereIsNothingToSay(t *testing.T) {
	for _, c := range []struct {
		about  string
		change func(*scenario.Totals)
		want   []string
	}{
		{"a cap within the horizon", func(*scenario.Totals) {}, []string{`"capReached": "2028-11-23"`, `"capUsed": 0.5`, `"headroom": 0.25`}},
		{"reached before the horizon", func(t *scenario.Totals) { t.Reached = scenario.Reached{Before: true} }, []string{`"capReached": "before"`}},
		{"never reached", func(t *scenario.Totals) { t.Reached = scenario.Reached{} }, []string{`"capReached": null`, `"capUsed": 0.5`}},
		{"no cap", func(t *scenario.Totals) { t.Capped, t.Cap, t.Reached = false, 0, scenario.Reached{} }, []string{`"capReached": null`, `"capUsed": null`, `"headroom": null`}},
		{"a cap of 0", func(t *scenario.Totals) { t.Cap = 0 }, []string{`"capUsed": null`, `"headroom": 0.25`}},
		{"no revenue", func(t *scenario.Totals) { t.Revenue = 0 }, []string{`"effectiveRate": null`}},
		{"nothing paid of some revenue", func(t *scenario.Totals) { t.Paid = 0 }, []string{`"effectiveRate": 0`}},
	} {
		r := january()
		c.change(&r.Projection.Total)
		got := text(t)(listing.JSON([]listing.Result{r}))
		for _, want := range c.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: no %s", c.about, want)
			}
		}
	}
}

func TestNumbersAreWrittenInFullAndPlain(t *testing.T) {
	negativeZero := unit.Amount(0)
	negativeZero *= -1
	for _, c := range []struct {
		v    unit.Amount
		want string
	}{
		{38e9, "38000000000"},
		{1e21, "1000000000000000000000"},
		{13.07e9, "13070000000"},
		{1.0 / 3, "0.3333333333333333"},
		{1e-9, "0.000000001"},
		{negativeZero, "0"},
		{-2.5, "-2.5"},
	} {
		r := january()
		r.Projection.Total.Net = c.v
		r.Projection.Years[0].Net = c.v
		if got := text(t)(listing.JSON([]listing.Result{r})); !strings.Contains(got, `"net": `+c.want+",\n") {
			t.Errorf("JSON of %v is not %s", float64(c.v), c.want)
		}
		if got := text(t)(listing.CSV([]listing.Result{r}, listing.Year)); !strings.HasSuffix(got, ","+c.want+",\n") {
			t.Errorf("CSV of %v is not %s but %s", float64(c.v), c.want, got)
		}
	}
}

func TestCSV(t *testing.T) {
	const titles = ",revenue,due,paid,cumulative,headroom,forgone,reverse,net,actualsThrough\n"
	const flows = ",10000000000,2000000000,1500000000,1500000000,0.25,500000000,2500000000,-1000000000,\n"
	for by, label := range map[listing.Period]string{
		listing.Year: "2026", listing.FiscalYear: "FY2026", listing.Quarter: "2026-Q1", listing.Month: "2026-01",
	} {
		got := text(t)(listing.CSV([]listing.Result{january()}, by))
		if want := "scenario,name," + string(by) + titles + "a,R&D <é>," + label + flows; got != want {
			t.Errorf("by %s: got\n%s\nwant\n%s", by, got, want)
		}
	}
	uncapped := january()
	uncapped.Projection.Total.Capped = false
	if got := text(t)(listing.CSV([]listing.Result{uncapped}, listing.Year)); !strings.Contains(got, "1500000000,,500000000") {
		t.Errorf("without a cap the headroom is not empty: %s", got)
	}
	if _, err := listing.CSV([]listing.Result{january()}, "week"); err == nil {
		t.Error("a week is a period")
	}
}

func TestCSVQuotesFormulasAway(t *testing.T) {
	for name, want := range map[string]string{
		"=1+1":             "'=1+1",
		"+1":               "'+1",
		"-1":               "'-1",
		"@SUM(A1)":         "'@SUM(A1)",
		"  =1+1":           "'  =1+1",
		"＝1+1":             "'＝1+1",
		"\t=1+1":           `\t=1+1`,
		"1-1":              "1-1",
		"a=b":              "a=b",
		"":                 "",
		"a, b":             `"a, b"`,
		`say "x"`:          `"say ""x"""`,
		"=HYPERLINK(\"\")": `"'=HYPERLINK("""")"`,
		"two\nlines":       `two\nlines`,
	} {
		r := january()
		r.Scenario.Name = name
		got := text(t)(listing.CSV([]listing.Result{r}, listing.Year))
		if line := strings.Split(got, "\n")[1]; !strings.HasPrefix(line, "a,"+want+",2026,") {
			t.Errorf("the name %q is written as %s", name, line)
		}
	}
}

// text returns a function that takes what a writer returns.
func text(t *testing.T) func([]byte, error) string {
	t.Helper()
	return func(data []byte, err error) string {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
}
