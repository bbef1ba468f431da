package store

import (
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/pin"
	"headroom/scenario/unit"
)

// everyField reads the file that gives every field of the format.
func everyField(t testing.TB) string {
	t.Helper()
	data, err := os.ReadFile("testdata/every-field.headroom.json")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// least is a file that gives what it must, with fields of the workspace and of
// the scenario added.
func least(workspace, scenario string) string {
	return `{"format":"headroom-workspace","version":2,"scenarios":[{"id":"a","name":"A","outlook":{"streams":[]},` +
		`"terms":{"share":{"rate":0.2,"from":"2026-01","through":"2030-12"}}` + scenario + `}]` + workspace + `}`
}

// lines returns the faults of a file.
func lines(t *testing.T, file string) []string {
	t.Helper()
	_, err := Decode(strings.NewReader(file))
	if err == nil {
		return nil
	}
	var unsound *Unsound
	if !errors.As(err, &unsound) {
		t.Fatalf("error %v, want an *Unsound", err)
	}
	return unsound.Lines()
}

func wantLines(t *testing.T, file string, want ...string) {
	t.Helper()
	if got := lines(t, file); !reflect.DeepEqual(got, want) {
		t.Errorf("of %s\nfaults\n  %s\nwant\n  %s", unit.Brief(file, mostTold), strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

// ratesFrom returns the rates of a year and those after it.
func ratesFrom(year int, rates ...unit.Rate) (out scenario.ByYear) {
	for i, rate := range rates {
		out = append(out, scenario.YearRate{Year: year + i, Rate: rate})
	}
	return out
}

func TestDecodeReadsEveryField(t *testing.T) {
	got, err := Decode(strings.NewReader(everyField(t)))
	if err != nil {
		t.Fatal(err)
	}
	month := unit.NewMonth
	want := scenario.Workspace{
		Name: "OpenAI and Microsoft, 2026 to 2030",
		View: scenario.View{Selected: "february-2026", Compared: []string{"february-2026"}, Reference: "february-2026"},
		Scenarios: []scenario.Scenario{{
			ID: "february-2026", Name: "February 2026 plan", Color: "#0072B2", FirstYear: 2026, LastYear: 2030,
			Outlook: scenario.Outlook{
				Name: "OpenAI plan, February 2026", Preset: "plan-2026-02", Shape: scenario.ShapeRamp, AGIVerified: month(2029, 6),
				AfterActuals: scenario.KeepYear,
				Streams: []scenario.Stream{
					{
						Name: "OpenAI", Channel: scenario.ChannelDirect, Base: 13.07e9, Shared: 1,
						Growth: ratesFrom(2026, 1.2953, 1.0667, 0.8226, 0.6283, 0.5435),
						Actuals: scenario.Actuals{
							{Period: unit.Period{First: month(2026, 1), Months: 3}, Amount: 5.7e9},
							{Period: unit.Period{First: month(2026, 4), Months: 3}, Amount: 6.7e9},
							{Period: unit.Period{First: month(2026, 7), Months: 1}, Amount: 3.3e9},
						},
					},
					{
						Name: "Hardware", Channel: scenario.ChannelDirect, Launch: 2027, Base: 1e9, Shared: 1,
						Growth: ratesFrom(2028, 1, 0.5, 0.4),
					},
				},
			},
			Terms: scenario.Terms{
				Name: "Amended, 27 April 2026", Preset: "amended-2026-04",
				Share: scenario.Share{
					Rate: 0.2, RatesByYear: ratesFrom(2030, 0.15), From: month(2026, 1), Through: month(2030, 12),
					CapFrom: month(2026, 1), Capped: true, Cap: 38e9,
				},
				Reverse:     &scenario.Reverse{Rate: 0.2, From: month(2026, 1), Through: month(2026, 4)},
				OtherClouds: scenario.OtherClouds{From: month(2026, 5)},
				License:     &scenario.License{Through: month(2032, 12), Exclusive: scenario.ExclusiveNo},
			},
			Valuation: scenario.Valuation{DiscountRate: 0.1, AsOf: month(2026, 1)},
			Uncertainty: &scenario.Uncertainty{
				GrowthSD:    ratesFrom(2026, 0.05, 0.15, 0.2, 0.25, 0.25),
				Correlation: 0.5, CapRange: &scenario.CapRange{Low: 35e9, High: 41e9},
			},
			Pin: &pin.Pin{Input: "growth-shift", Result: "cap-reached", Date: "2028-11-23"},
			Sources: map[string]scenario.Source{
				"terms.share.cap":                 {Value: scenario.NumberValue(38e9), Status: scenario.StatusReported, Publisher: "The Information", Date: "2026-05-11"},
				"outlook.streams[0].revenue.2027": {Value: scenario.NumberValue(62e9), Status: scenario.StatusReported, Publisher: "The Information"},
			},
		}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("Decode = %+v\nwant %+v", got, want)
	}
}

func TestDecodeFillsInWhatIsLeftOut(t *testing.T) {
	got, err := Decode(strings.NewReader(least("", `,"uncertainty":{}`)))
	if err != nil {
		t.Fatal(err)
	}
	want := scenario.Workspace{Scenarios: []scenario.Scenario{{
		ID: "a", Name: "A", FirstYear: 2026, LastYear: 2030,
		Outlook:     scenario.Outlook{Shape: scenario.ShapeRamp},
		Terms:       scenario.Terms{Share: scenario.Share{Rate: 0.2, From: unit.NewMonth(2026, 1), Through: unit.NewMonth(2030, 12)}},
		Valuation:   scenario.Valuation{DiscountRate: 0.1},
		Uncertainty: &scenario.Uncertainty{},
	}}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("Decode = %+v\nwant %+v", got, want)
	}
}

func TestDecodeTakesAnyWayToWriteTheSame(t *testing.T) {
	want, err := Decode(strings.NewReader(least(`,"name":"Né"`, `,"firstYear":2030,"note":"a/b"`)))
	if err != nil {
		t.Fatal(err)
	}
	for name, file := range map[string]string{
		"byte order mark":      "\ufeff" + least(`,"name":"Né"`, `,"firstYear":2030,"note":"a/b"`),
		"white space":          "\r\n\t " + strings.ReplaceAll(least(`,"name":"Né"`, `,"firstYear":2030,"note":"a/b"`), ",", " ,\r\n\t") + " \n",
		"escapes":              least(`,"n\u0061me":"N\u00e9"`, `,"firstYear":2030,"note":"\u0061\/b"`),
		"whole numbers":        least(`,"name":"Né"`, `,"firstYear":2.030e3,"lastYear":2030.0,"note":"a/b"`),
		"minus zero":           least(`,"name":"Né"`, `,"firstYear":2030,"note":"a/b","valuation":{"discountRate":1e-1},"uncertainty":{"correlation":-0}`),
		"empty, null and less": least(`,"name":"Né","view":{"compared":[]}`, `,"firstYear":2030,"note":"a/b","sources":{},"valuation":{},"color":"#000000"`),
	} {
		got, err := Decode(strings.NewReader(file))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got.Scenarios[0].Uncertainty, got.Scenarios[0].Color = nil, ""
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: Decode = %+v\nwant %+v", name, got, want)
		}
	}
}

func TestMinusZeroIsZero(t *testing.T) {
	w, err := Decode(strings.NewReader(least("", `,"valuation":{"discountRate":-0.0}`)))
	if err != nil {
		t.Fatal(err)
	}
	if rate := float64(w.Scenarios[0].Valuation.DiscountRate); 1/rate < 0 {
		t.Error("a minus zero was kept")
	}
}

func TestFaultsOfFieldsAreNamedByPath(t *testing.T) {
	for _, test := range []struct{ file, want string }{
		{least(`,"name":null`, ""), "name: null is not a text; leave the field out"},
		{least(`,"name":""`, ""), "name: is empty; leave the field out"},
		{least(`,"name":["x"]`, ""), "name: a list is not a text"},
		{least(`,"Name":"x"`, ""), "Name: unknown field; it is written name"},
		{least(`,"nickname":"x"`, ""), "nickname: unknown field"},
		{least(`,"a\nb":"x"`, ""), `a\nb: unknown field`},
		{least(`,"":"x"`, ""), `"": unknown field`},
		{least(`,"version":2`, ""), "version: given twice"},
		{least(`,"view":{"selected":"b"}`, ""), `view.selected: "b" is the id of no scenario`},
		{least(`,"view":{"reference":""}`, ""), `view.reference: is empty; leave the field out`},
		{least(`,"view":{"compared":["a",1]}`, ""), `view.compared[1]: 1 is not a text`},
		{least(`,"view":{"compared":["a","a"]}`, ""), `view.compared[1]: "a" comes twice`},
		{least(`,"view":{"compared":"a"}`, ""), `view.compared: "a" is not a list`},
		{least(`,"view":[]`, ""), `view: a list is not an object`},
		{least("", `,"name":"B"`), "scenarios[0].name: given twice"},
		{least("", `,"color":"blue"`), `scenarios[0].color: "blue" is not a color written #RRGGBB`},
		{least("", `,"color":""`), `scenarios[0].color: is empty; leave the field out`},
		{least("", `,"firstYear":2026.5`), "scenarios[0].firstYear: 2026.5 is not a whole number"},
		{least("", `,"firstYear":"2026"`), `scenarios[0].firstYear: "2026" is not a number`},
		{least("", `,"firstYear":1e300`), "scenarios[0].firstYear: 1e300 is out of range"},
		{least("", `,"firstYear":2101`), "scenarios[0].firstYear: 2101 is not between 2000 and 2100"},
		{least("", `,"firstYear":2031`), "scenarios[0].lastYear: 2030 is before the first year, 2031"},
		{least("", `,"valuation":{"discountRate":1e999}`), "scenarios[0].valuation.discountRate: 1e999 is too large a number"},
		{least("", `,"valuation":{"discountRate":10.1}`), "scenarios[0].valuation.discountRate: 10.1 is not between -0.5 and 10"},
		{least("", `,"valuation":{"asOf":"2026-13"}`), `scenarios[0].valuation.asOf: "2026-13" is not a month written YYYY-MM`},
		{least("", `,"valuation":{"asOf":"1999-12"}`), "scenarios[0].valuation.asOf: 1999-12 is not between 2000-01 and 2100-12"},
		{least("", `,"valuation":{"asOf":""}`), `scenarios[0].valuation.asOf: "" is not a month written YYYY-MM`},
		{least("", `,"uncertainty":null`), "scenarios[0].uncertainty: null is not an object; leave the field out"},
		{least("", `,"uncertainty":{"growthSD":{"26":1}}`), "scenarios[0].uncertainty.growthSD.26: is not a year from 2000 to 2100"},
		{least("", `,"uncertainty":{"growthSD":{"1999":1}}`), "scenarios[0].uncertainty.growthSD.1999: is not a year from 2000 to 2100"},
		{least("", `,"uncertainty":{"growthSD":{"2026":1,"2026":1}}`), "scenarios[0].uncertainty.growthSD.2026: given twice"},
		{least("", `,"uncertainty":{"growthSD":{"2026":null}}`), "scenarios[0].uncertainty.growthSD.2026: null is not a number; leave the field out"},
		{least("", `,"uncertainty":{"growthSD":{"2026":6}}`), "scenarios[0].uncertainty.growthSD.2026: 6 is not between 0 and 5"},
		{least("", `,"uncertainty":{"growthSD":[]}`), "scenarios[0].uncertainty.growthSD: a list is not an object"},
		{least("", `,"uncertainty":{"capRange":{"low":1,"high":2}}`), "scenarios[0].uncertainty.capRange: needs a cap: set terms.share.cap or leave the range out"},
		{least("", `,"sources":{"terms.share.cup":{"value":1}}`), "scenarios[0].sources.terms.share.cup: names no field of the scenario"},
		{least("", `,"sources":{"terms.share.cap":{"value":1}}`), "scenarios[0].sources.terms.share.cap.status: missing"},
		{least("", `,"sources":{"terms.share.cap":{"value":[],"status":"estimate"}}`), "scenarios[0].sources.terms.share.cap.value: a list is not a number, a text, true or false"},
		{least("", `,"sources":{"terms.share.cap":{"value":1e400,"status":"estimate"}}`), "scenarios[0].sources.terms.share.cap.value: 1e400 is too large a number"},
		{least("", `,"sources":{"terms.share.cap":{"value":1,"status":"estimate","date":""}}`), "scenarios[0].sources.terms.share.cap.date: is empty; leave the field out"},
		{least("", `,"sources":{"terms.share.cap":{"value":1,"status":"estimate","date":"May 2026"}}`), `scenarios[0].sources.terms.share.cap.date: "May 2026" is not a date written YYYY-MM-DD`},
		{least("", `,"sources":{"terms.share.cap":{"value":1,"status":"estimate"},"terms.share.cap":1}`), "scenarios[0].sources.terms.share.cap: given twice"},
		{least("", `,"sources":{"outlook.streams[0].base":{"value":1,"status":"estimate"}}`), "scenarios[0].sources.outlook.streams[0].base: names no field of the scenario"},
	} {
		wantLines(t, test.file, test.want)
	}
}

func TestFaultsOfWhatIsNeededAreNamedByPath(t *testing.T) {
	sound := everyField(t)
	for _, test := range []struct{ old, new, want string }{
		{`"format": "headroom-workspace",`, ``, "format: missing"},
		{`"headroom-workspace"`, `"other"`, `format: "other" is not headroom-workspace`},
		{`"headroom-workspace"`, `7`, `format: 7 is not a text`},
		{`"version": 2`, `"version": 0`, "version: 0 is no version that this Headroom reads; the newest is 2"},
		{`"version": 2`, `"version": "1"`, `version: "1" is not a number`},
		{`"version": 2`, `"version": 1.5`, "version: 1.5 is not a whole number"},
		{`"version": 2,`, ``, "version: missing"},
		{`"channel": "direct", "launch"`, `"launch"`, "scenarios[0].outlook.streams[1].channel: missing"},
		{`"launch": 2027`, `"launch": 2025.5`, "scenarios[0].outlook.streams[1].launch: 2025.5 is not a whole number"},
		{`"launch": 2027`, `"launch": 0`, "scenarios[0].outlook.streams[1].launch: 0 stands for nothing; leave the field out"},
		{`"launch": 2027`, `"launch": 2025`, "scenarios[0].outlook.streams[1].launch: 2025 is before the first year, 2026"},
		{`"name": "Hardware"`, `"name": "OpenAI"`, `scenarios[0].outlook.streams[1].name: "OpenAI" is the name of another stream`},
		{`"name": "Hardware"`, `"name": null`, `scenarios[0].outlook.streams[1].name: null is not a text`},
		{`"growth": {"2028": 1.0, "2029": 0.5, "2030": 0.4}`, `"growth": {"2028": 1.0, "2030": 0.4}`, "scenarios[0].outlook.streams[1].growth.2029: missing"},
		{`"growth": {"2028": 1.0, "2029": 0.5, "2030": 0.4}`, `"growth": 7`, "scenarios[0].outlook.streams[1].growth: 7 is not an object"},
		{`"2029": 0.5`, `"2029": "0.5"`, `scenarios[0].outlook.streams[1].growth.2029: "0.5" is not a number`},
		{`"2029": 0.5`, `"2029": -1`, `scenarios[0].outlook.streams[1].growth.2029: -1 is not above -1 and at most 100`},
		{`"share": {"rate": 0.20,`, `"share": {"rate": 1.4,`, "scenarios[0].terms.share.rate: 1.4 is not between 0 and 1"},
		{`"share": {"rate": 0.20,`, `"share": {`, "scenarios[0].terms.share.rate: missing"},
		{`"through": "2030-12"`, `"through": 2030`, "scenarios[0].terms.share.through: 2030 is not a text"},
		{`"through": "2030-12", "capFrom": "2026-01"`, `"through": "2025-12"`, "scenarios[0].terms.share.through: 2025-12 is before 2026-01, where it begins"},
		{`"capFrom": "2026-01"`, `"capFrom": "2031-01"`, "scenarios[0].terms.share.capFrom: 2031-01 is after 2030-12, where the share ends"},
		{`"cap": 38e9,`, `"cap": "38e9",`, `scenarios[0].terms.share.cap: "38e9" is not a number`},
		{`"cap": 38e9,`, `"cap": 42e9,`, "scenarios[0].uncertainty.capRange.high: 41e9 is below the cap, 42e9"},
		{`"endsAtAGI": false},
        "reverse"`, `"endsAtAGI": 0}, "reverse"`, "scenarios[0].terms.share.endsAtAGI: 0 is not true or false"},
		{`"through": "2026-04"`, `"through": "2026"`, `scenarios[0].terms.reverse.through: "2026" is not a month written YYYY-MM`},
		{`"through": "2026-04", `, ``, "scenarios[0].terms.reverse.through: missing"},
		{`"azureLeadMonths": 0`, `"azureLeadMonths": -1`, "scenarios[0].terms.otherClouds.azureLeadMonths: -1 is not between 0 and 120"},
		{`"through": "2032-12", "exclusive"`, `"exclusive"`, "scenarios[0].terms.license.through: missing"},
		{`"exclusive": "no"`, `"exclusive": "No"`, `scenarios[0].terms.license.exclusive: "No" is not no, until-agi or yes`},
		{`"low": 35e9, `, ``, "scenarios[0].uncertainty.capRange.low: missing"},
		{`"shape": "ramp"`, `"shape": "RAMP"`, `scenarios[0].outlook.shape: "RAMP" is not ramp or even`},
	} {
		if !strings.Contains(sound, test.old) {
			t.Fatalf("the file does not have %s", test.old)
		}
		wantLines(t, strings.Replace(sound, test.old, test.new, 1), test.want)
	}
}

func TestOfANewerVersionOnlyThatIsSaid(t *testing.T) {
	const want = "version: 3 is newer than 2, the newest that this Headroom reads; open the file with a newer one"
	for _, file := range []string{
		`{"format":"headroom-workspace","version":3,"scenarios":7,"scenes":[]}`,
		`{"scenarios":[{}],"version":3,"format":"headroom-workspace"}`,
		`{"version":3}`,
		`{"format":"headroom-workspace","version":3,"broken":`,
	} {
		wantLines(t, file, want)
	}
	wantLines(t, `{"format":"headroom-workspace","version":1e999}`, strings.Replace(want, "3", "1e999", 1))
	wantLines(t, `{"format":"shopping list","version":3,"scenarios":[]}`,
		`format: "shopping list" is not headroom-workspace`,
		"version: 3 is no version that this Headroom reads; the newest is 2")
}
