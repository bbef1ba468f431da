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
	"headroom/scenario/preset"
	"headroom/scenario/unit"
)

func views() map[string]export.View {
	return map[string]export.View{
		"one":         {Kind: plot.KindCumulative, Scenarios: []string{"february-2026"}, Axis: plot.AxisDue},
		"one's years": {Kind: plot.KindYears, Scenarios: []string{"stall"}},
		"four":        {Kind: plot.KindCompare, Scenarios: []string{"stall", "july-2026", "february-2026", "february-2026-prior"}, Reference: "february-2026"},
		"an overlay":  {Kind: plot.KindCompare, Scenarios: []string{"stall", "july-2026"}, Layout: plot.LayoutOverlay, Face: plot.KindYears},
		"a bridge":    {Kind: plot.KindBridge, Scenarios: []string{"february-2026-prior", "february-2026"}, Result: compare.Net},
		"a deal":      {Kind: plot.KindDeal, Scenarios: []string{"february-2026"}},
		"a deal between scenarios": {
			Kind: plot.KindDeal, Scenarios: []string{"stall"}, Prior: "february-2026-prior",
		},
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

func extracted(t testing.TB, data []byte) export.Memory {
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
	w.Scenarios[1].LastYear = 2029
	for _, c := range []struct {
		v    export.View
		want string
	}{
		{export.View{Kind: plot.KindYears, Scenarios: []string{"nobody"}}, `no scenario "nobody"`},
		{export.View{Kind: plot.KindCompare, Scenarios: []string{"stall"}, Reference: "july-2026"}, "none of the scenarios compared"},
		{export.View{Kind: plot.KindBridge, Scenarios: []string{"stall"}}, "needs two"},
		{export.View{Kind: plot.KindBridge, Scenarios: []string{"stall", "july-2026"}}, "same years"},
		{export.View{Kind: plot.KindDeal, Scenarios: []string{"stall", "july-2026"}}, "one scenario"},
		{export.View{Kind: plot.KindDeal, Scenarios: []string{"stall"}, Prior: "nobody"}, `no scenario "nobody"`},
	} {
		_, err := export.NewPicture(w, c.v, plot.Options{Width: 9, Height: 9})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: error %v, want %q", c.v, err, c.want)
		}
	}
}

func TestADealUnderThePriorTermsShowsTheAmendedOnes(t *testing.T) {
	pic := drawn(t, preset.Default(), export.View{Kind: plot.KindDeal, Scenarios: []string{"february-2026-prior"}})
	amended, _ := preset.FindTerms("amended-2026-04")
	if s := pic.Subjects[0]; !reflect.DeepEqual(s.Scenario.Terms, amended.Terms) || s.Projection.Total.Paid != unit.Amount(38e9) {
		t.Errorf("the terms are %q, %v is paid", s.Scenario.Terms.Name, s.Projection.Total.Paid)
	}
}
