package export_test

import (
	"bytes"
	"reflect"
	"slices"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/export"
	"headroom/scenario/plot"
	"headroom/scenario/plot/risk"
	"headroom/scenario/plot/swept"
	"headroom/scenario/preset"
	"headroom/scenario/simulate"
	"headroom/scenario/solve"
	"headroom/scenario/unit"
)

func views() map[string]export.View {
	return map[string]export.View{
		"one":         {Kind: plot.KindCumulative, Scenarios: []string{"february-2026"}, Axis: plot.AxisDue},
		"one's years": {Kind: plot.KindYears, Scenarios: []string{"slump"}},
		"four":        {Kind: plot.KindCompare, Scenarios: []string{"slump", "july-2026", "february-2026", "february-2026-prior"}, Reference: "february-2026"},
		"an overlay":  {Kind: plot.KindCompare, Scenarios: []string{"slump", "july-2026"}, Layout: plot.LayoutOverlay, Face: plot.KindYears},
		"a bridge":    {Kind: plot.KindBridge, Scenarios: []string{"february-2026-prior", "february-2026"}, Result: compare.Net},
		"a deal":      {Kind: plot.KindDeal, Scenarios: []string{"february-2026"}},
		"a deal between scenarios": {
			Kind: plot.KindDeal, Scenarios: []string{"slump"}, Prior: "february-2026-prior",
		},
		"a tornado": {Kind: swept.KindTornado, Scenarios: []string{"slump"}, Swept: export.Swept{
			Result: solve.Paid, Spider: true, Ranges: []export.SweptRange{{Input: scenario.InputCap, Low: 20e9, High: 50e9}},
		}},
		"a map": {Kind: swept.KindMap, Scenarios: []string{"february-2026"}, Swept: export.Swept{Ranges: []export.SweptRange{
			{Input: scenario.InputRate, Low: 0.1, High: 0.3, Steps: 5}, {Input: scenario.GrowthOf(2028), Low: 0, High: 1, Steps: 17},
		}}},
		"a fan":             {Kind: risk.KindFan, Scenarios: []string{"february-2026"}, Axis: plot.AxisDue, Risk: export.RiskView{Paths: 1000, Seed: 7, Sampling: simulate.Latin, Mean: true}},
		"a fan with a path": {Kind: risk.KindFan, Scenarios: []string{"july-2026"}, Risk: export.RiskView{Seed: 2, Path: 311}},
		"what is paid":      {Kind: risk.KindPaid, Scenarios: []string{"slump"}, Risk: export.RiskView{Paths: 2000, Seed: 5}},
		"what drives it":    {Kind: risk.KindDrivers, Scenarios: []string{"february-2026"}, Risk: export.RiskView{Sampling: simulate.Random}},
		"dates":             {Kind: risk.KindDates, Scenarios: []string{"slump"}, Risk: export.RiskView{Rising: true}},
		"dates of several":  {Kind: risk.KindDates, Scenarios: []string{"slump", "february-2026"}, Risk: export.RiskView{Paths: 500}},
		"a strip": {Kind: swept.KindStrip, Scenarios: []string{"slump"}, Swept: export.Swept{
			Result: solve.Paid, Sought: export.Sought{Input: solve.Rate, Target: "30000000000"},
		}},
		"safe ranges":                  {Kind: swept.KindSafe, Scenarios: []string{"february-2026"}, Swept: export.Swept{Result: solve.CapReached, Holds: "year"}},
		"a safe order":                 {Kind: swept.KindSafe, Scenarios: []string{"february-2026", "slump"}, Swept: export.Swept{Result: solve.Paid, Holds: "order"}},
		"break-even":                   {Kind: swept.KindEvens, Scenarios: []string{"july-2026"}},
		"a map as it is first":         {Kind: swept.KindMap, Scenarios: []string{"july-2026"}},
		"a deal under the prior terms": {Kind: plot.KindDeal, Scenarios: []string{"february-2026-prior"}},
	}
}

func drawn(t testing.TB, w scenario.Workspace, v export.View) plot.Picture {
	t.Helper()
	pic, err := export.NewPicture(w, v, plot.Options{Width: 320, Height: 200, Title: "A title", Date: "Nov 22, 2026"})
	if err != nil {
		t.Fatal(err)
	}
	return pic
}

func bytesOf(t testing.TB, pic plot.Picture, remember bool) []byte {
	t.Helper()
	data, err := export.Picture(pic, export.FormatPNG, remember)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func extracted(t testing.TB, data []byte) export.Record {
	t.Helper()
	m, err := export.Extract(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestPicturesOfViewsThatCannotBe(t *testing.T) {
	w := preset.Default()
	w.Scenarios = slices.Clone(w.Scenarios)
	w.Scenarios[w.Find("july-2026")].LastYear = 2029
	for _, c := range []struct {
		v    export.View
		want string
	}{
		{export.View{Kind: "pie", Scenarios: []string{"slump"}}, `"pie"`},
		{export.View{Kind: plot.KindYears, Scenarios: []string{"slump", "july-2026"}}, "one scenario"},
		{export.View{Kind: plot.KindYears, Scenarios: []string{"nobody"}}, `no scenario "nobody"`},
		{export.View{Kind: plot.KindCompare, Scenarios: []string{"slump"}, Reference: "july-2026"}, "none of the scenarios compared"},
		{export.View{Kind: plot.KindBridge, Scenarios: []string{"slump"}}, "needs two"},
		{export.View{Kind: plot.KindBridge, Scenarios: []string{"slump", "july-2026"}}, "same years"},
		{export.View{Kind: plot.KindDeal, Scenarios: []string{"slump", "july-2026"}}, "one scenario"},
		{export.View{Kind: swept.KindTornado, Scenarios: []string{"slump"}, Swept: export.Swept{Ranges: []export.SweptRange{{Input: scenario.InputRate, High: 2}}}}, "not between 0% and 100%"},
		{export.View{Kind: swept.KindMap, Scenarios: []string{"slump"}, Swept: export.Swept{Ranges: []export.SweptRange{{Input: scenario.InputRate, High: 1, Steps: 3}}}}, "of two inputs, not of 1"},
		{export.View{Kind: risk.KindFan, Scenarios: []string{"slump"}, Risk: export.RiskView{Paths: 100, Path: 101}}, "path 101 is not one of 1 to 100"},
		{export.View{Kind: risk.KindFan, Scenarios: []string{"slump"}, Risk: export.RiskView{Path: -1}}, "path -1 is not one of 1 to 8192"},
		{export.View{Kind: plot.KindDeal, Scenarios: []string{"slump"}, Prior: "nobody"}, `no scenario "nobody"`},
	} {
		_, err := export.NewPicture(w, c.v, plot.Options{Width: 9, Height: 9})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: error %v, want %q", c.v, err, c.want)
		}
	}
}

// A kind that is offered is drawn as what it says, and each has a view among those
// that are tried.
func TestEveryKindDrawsItself(t *testing.T) {
	tried := map[plot.Kind]bool{}
	for name, v := range views() {
		tried[v.Kind] = true
		if got := drawn(t, preset.Default(), v).Kind(); got != v.Kind {
			t.Errorf("%s: asked for %s, drawn is %s", name, v.Kind, got)
		}
	}
	for _, kind := range export.Kinds() {
		if fewest, most := export.Takes(kind); !tried[kind] || fewest < 1 || most < fewest {
			t.Errorf("%s: tried %v, with %d to %d scenarios", kind, tried[kind], fewest, most)
		}
	}
}

// A chart that is held by its address is the same chart.
func TestAChartByItsAddressIsTheSame(t *testing.T) {
	pic := drawn(t, preset.Default(), views()["four"])
	c := pic.Chart.(plot.Compare)
	_, want := export.Shown(pic)
	pic.Chart = &c
	if _, got := export.Shown(pic); !reflect.DeepEqual(got, want) || got.Reference == "" {
		t.Errorf("it is shown as %+v, want %+v", got, want)
	}
}

func TestAViewOfTheScenariosGiven(t *testing.T) {
	for _, c := range []struct {
		says  string
		asked export.View
		ids   []string
		want  export.View
	}{
		{"one", export.View{Kind: plot.KindYears}, []string{"a"}, export.View{Kind: plot.KindYears, Scenarios: []string{"a"}}},
		{
			"a comparison names its reference",
			export.View{Kind: plot.KindCompare, Reference: "b"},
			[]string{"a", "b"},
			export.View{Kind: plot.KindCompare, Reference: "b", Scenarios: []string{"a", "b"}},
		},
		{
			"a bridge begins with it",
			export.View{Kind: plot.KindBridge, Reference: "b"},
			[]string{"a", "b"},
			export.View{Kind: plot.KindBridge, Scenarios: []string{"b", "a"}},
		},
		{
			"a deal of two has its prior terms",
			export.View{Kind: plot.KindDeal, Reference: "b"},
			[]string{"a", "b"},
			export.View{Kind: plot.KindDeal, Scenarios: []string{"a"}, Prior: "b"},
		},
		{"a deal of one", export.View{Kind: plot.KindDeal}, []string{"a"}, export.View{Kind: plot.KindDeal, Scenarios: []string{"a"}}},
	} {
		given := slices.Clone(c.ids)
		if got := c.asked.Of(given); !reflect.DeepEqual(got, c.want) || !slices.Equal(given, c.ids) {
			t.Errorf("%s: %+v, want %+v", c.says, got, c.want)
		}
	}
}

func TestADealUnderThePriorTermsShowsTheAmendedOnes(t *testing.T) {
	pic := drawn(t, preset.Default(), export.View{Kind: plot.KindDeal, Scenarios: []string{"february-2026-prior"}})
	amended, _ := preset.FindTerms("amended-2026-04")
	if s := pic.Subjects()[0]; !reflect.DeepEqual(s.Scenario.Terms, amended.Terms) || s.Projection.Total.Paid != unit.Amount(38e9) {
		t.Errorf("the terms are %q, %v is paid", s.Scenario.Terms.Name, s.Projection.Total.Paid)
	}
}
