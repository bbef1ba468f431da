package preset_test

import (
	"fmt"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/preset"
)

func TestEveryFigureOfTheTermsHasItsSource(t *testing.T) {
	for _, c := range []struct{ terms, path, value, status, publisher string }{
		{"amended-2026-04", "terms.share.rate", "0.2", "reported", "CNBC"},
		{"amended-2026-04", "terms.share.from", "2026-01", "estimate", "Headroom"},
		{"amended-2026-04", "terms.share.through", "2030-12", "confirmed", "Microsoft and OpenAI"},
		{"amended-2026-04", "terms.share.cap", "3.8e+10", "reported", "The Information"},
		{"amended-2026-04", "terms.share.capFrom", "2026-01", "estimate", "Headroom"},
		{"amended-2026-04", "terms.share.alreadyPaid", "0", "estimate", "Headroom"},
		{"amended-2026-04", "terms.share.endsAtAGI", "false", "confirmed", "Microsoft and OpenAI"},
		{"amended-2026-04", "terms.reverse.rate", "0.2", "reported", "TechCrunch"},
		{"amended-2026-04", "terms.reverse.through", "2026-04", "confirmed", "Microsoft and OpenAI"},
		{"amended-2026-04", "terms.otherClouds.from", "2026-05", "confirmed", "Microsoft and OpenAI"},
		{"amended-2026-04", "terms.otherClouds.azureLeadMonths", "0", "estimate", "Headroom"},
		{"amended-2026-04", "terms.license.through", "2032-12", "confirmed", "Microsoft and OpenAI"},
		{"amended-2026-04", "terms.license.exclusive", "no", "confirmed", "Microsoft and OpenAI"},
		{"amended-2026-04", "uncertainty.capRange.low", "3.5e+10", "estimate", "Headroom"},
		{"amended-2026-04", "uncertainty.capRange.high", "4.1e+10", "estimate", "Headroom"},
		{"prior-2025-10", "terms.share.rate", "0.2", "reported", "The Information"},
		{"prior-2025-10", "terms.share.through", "2030-12", "reported", "The Information"},
		{"prior-2025-10", "terms.share.endsAtAGI", "true", "confirmed", "OpenAI"},
		{"prior-2025-10", "terms.reverse.rate", "0.2", "reported", "TechCrunch"},
		{"prior-2025-10", "terms.reverse.through", "2030-12", "reported", "TechCrunch"},
		{"prior-2025-10", "terms.otherClouds.opensAtAGI", "true", "confirmed", "OpenAI"},
		{"prior-2025-10", "terms.license.through", "2032-12", "confirmed", "OpenAI"},
		{"prior-2025-10", "terms.license.exclusive", "until-agi", "confirmed", "OpenAI"},
	} {
		source, ok := made(t, "slump", c.terms).Sources[c.path]
		if !ok {
			t.Errorf("%s has no source of %s", c.terms, c.path)
			continue
		}
		got := [3]string{word(source.Value), string(source.Status), source.Publisher}
		if want := [3]string{c.value, c.status, c.publisher}; got != want {
			t.Errorf("%s, %s: %v, want %v", c.terms, c.path, got, want)
		}
	}
}

func TestTheTermsHoldTheFiguresTheirSourcesGive(t *testing.T) {
	for _, terms := range preset.AllTerms() {
		share, reverse, license := terms.Terms.Share, terms.Terms.Reverse, terms.Terms.License
		held := map[string]any{
			"terms.share.rate": float64(share.Rate), "terms.share.from": share.From, "terms.share.through": share.Through,
			"terms.share.alreadyPaid": float64(share.AlreadyPaid), "terms.share.endsAtAGI": share.EndsAtAGI,
			"terms.reverse.rate": float64(reverse.Rate), "terms.reverse.from": reverse.From,
			"terms.reverse.through": reverse.Through, "terms.reverse.endsAtAGI": reverse.EndsAtAGI,
			"terms.otherClouds.azureLeadMonths": terms.Terms.OtherClouds.AzureLeadMonths,
			"terms.otherClouds.opensAtAGI":      terms.Terms.OtherClouds.OpensAtAGI,
			"terms.license.through":             license.Through, "terms.license.exclusive": license.Exclusive,
		}
		if share.Capped {
			held["terms.share.cap"], held["terms.share.capFrom"] = float64(share.Cap), share.CapFrom
		}
		if from := terms.Terms.OtherClouds.From; !from.IsZero() {
			held["terms.otherClouds.from"] = from
		}
		if r := terms.CapRange; r != nil {
			held["uncertainty.capRange.low"], held["uncertainty.capRange.high"] = float64(r.Low), float64(r.High)
		}
		for path, value := range held {
			if got := word(terms.Sources[path].Value); got != fmt.Sprint(value) {
				t.Errorf("%s: the source of %s says %s, the terms hold %v", terms.ID, path, got, value)
			}
		}
		for path := range terms.Sources {
			if _, ok := held[path]; !ok {
				t.Errorf("%s has a source of %s, which it does not hold", terms.ID, path)
			}
		}
	}
}

func TestEveryFigureOfAnOutlookHasItsSource(t *testing.T) {
	for _, o := range preset.Outlooks() {
		s := made(t, o.ID, "prior-2025-10")
		for i, stream := range s.Outlook.Streams {
			at := fmt.Sprintf("outlook.streams[%d].", i)
			want := map[string]float64{at + "base": float64(stream.Base), at + "shared": 1}
			for _, g := range stream.Growth {
				want[at+fmt.Sprintf("revenue.%d", g.Year)] = float64(s.Revenue(i, g.Year))
			}
			for path, value := range want {
				source, ok := o.Sources[path]
				if !ok || !source.Value.Same(scenario.NumberValue(value)) {
					t.Errorf("%s: the source of %s gives %v, the stream holds %v", o.ID, path, source.Value, value)
				}
			}
		}
	}
}

func TestTheStatusOfRevenue(t *testing.T) {
	for _, c := range []struct {
		outlook string
		stream  int
		years   string
		want    scenario.Status
	}{
		{"plan-2026-02", 0, "2026 2027 2028 2029 2030", scenario.StatusReported},
		{"plan-2026-07", 0, "2026 2030", scenario.StatusReported},
		{"plan-2026-07", 0, "2027 2028 2029", scenario.StatusEstimate},
		{"plan-2025-04", 0, "2029 2030", scenario.StatusReported},
		{"plan-2025-04", 0, "2026 2027 2028", scenario.StatusEstimate},
		{"slump", 0, "2026 2027 2028 2029 2030", scenario.StatusEstimate},
		{"plan-2026-02-lines", 0, "2026 2027 2028 2029 2030", scenario.StatusEstimate},
		{"plan-2026-02", 1, "2026 2027 2028 2029 2030", scenario.StatusEstimate},
	} {
		s := made(t, c.outlook, "amended-2026-04")
		for _, year := range strings.Fields(c.years) {
			path := fmt.Sprintf("outlook.streams[%d].revenue.%s", c.stream, year)
			if got := s.Sources[path].Status; got != c.want {
				t.Errorf("%s: %s is %s, want %s", c.outlook, path, got, c.want)
			}
		}
	}
}

func TestEverySourceSaysWhereFrom(t *testing.T) {
	for _, s := range preset.Default().Scenarios {
		for path, source := range s.Sources {
			if lacks := lacking(source); lacks != "" {
				t.Errorf("%s: %s %s: %+v", s.ID, path, lacks, source)
			}
		}
		for _, path := range []string{
			"valuation.discountRate", "valuation.asOf", "uncertainty.correlation",
			"uncertainty.growthSD.2026", "uncertainty.growthSD.2030",
		} {
			if s.Sources[path].Status != scenario.StatusEstimate {
				t.Errorf("%s: %s is %q, want an estimate", s.ID, path, s.Sources[path].Status)
			}
		}
	}
}

// lacking says what a source does not tell, empty where it tells enough.
func lacking(source scenario.Source) string {
	ours, estimate := source.Publisher == "Headroom", source.Status == scenario.StatusEstimate
	switch {
	case source.Publisher == "":
		return "has no publisher"
	case ours && !estimate:
		return "is ours, and no estimate"
	case estimate && source.Note == "":
		return "is an estimate, and does not say what it rests on"
	case !ours && source.Title == "" && source.Date == "":
		return "cannot be looked up"
	case source.URL != "" && !strings.HasPrefix(source.URL, "https://"):
		return "links to what is not a page"
	}
	return ""
}

func TestYearsDerivedBetweenReportedOnesSaySo(t *testing.T) {
	sources := made(t, "plan-2025-04", "amended-2026-04").Sources
	for _, year := range []string{"2026", "2027", "2028"} {
		if note := sources["outlook.streams[0].revenue."+year].Note; !strings.Contains(note, "Derived here") {
			t.Errorf("the note on %s is %q", year, note)
		}
	}
}

func TestTheArticlesThatAreLinked(t *testing.T) {
	for _, c := range []struct{ outlook, terms, path, link string }{
		{"slump", "amended-2026-04", "terms.share.through", "https://blogs.microsoft.com/blog/2026/04/27/the-next-phase-of-the-microsoft-openai-partnership/"},
		{"slump", "amended-2026-04", "terms.share.rate", "https://www.cnbc.com/2026/04/27/openai-microsoft-partnership-revenue-cap.html"},
		{"slump", "amended-2026-04", "terms.reverse.rate", "https://techcrunch.com/2025/11/14/leaked-documents-shed-light-into-how-much-openai-pays-microsoft/"},
		{"slump", "prior-2025-10", "terms.share.endsAtAGI", "https://openai.com/index/next-chapter-of-microsoft-openai-partnership/"},
		{"plan-2026-07", "prior-2025-10", "outlook.streams[0].revenue.2030", "https://thenextweb.com/news/openai-856bn-compute-vs-600bn-reset-burn-improved"},
	} {
		if got := made(t, c.outlook, c.terms).Sources[c.path].URL; got != c.link {
			t.Errorf("%s under %s: %s links to %q, want %q", c.outlook, c.terms, c.path, got, c.link)
		}
	}
}

func TestTakingAnotherPresetLeavesTheRest(t *testing.T) {
	before := made(t, "plan-2026-02", "amended-2026-04")
	after := before
	for _, terms := range preset.AllTerms() {
		if terms.ID == "prior-2025-10" {
			after = terms.ApplyTo(before)
		}
	}
	if after.Terms.Preset != "prior-2025-10" || after.Outlook.Preset != "plan-2026-02" {
		t.Errorf("terms %s and outlook %s", after.Terms.Preset, after.Outlook.Preset)
	}
	if after.Uncertainty.CapRange != nil || before.Uncertainty.CapRange == nil {
		t.Error("the range of the cap did not go with the cap, or went from the former scenario too")
	}
	if _, ok := after.Sources["terms.share.cap"]; ok {
		t.Error("the source of a cap is left behind")
	}
	if _, ok := after.Sources["outlook.streams[0].revenue.2027"]; !ok {
		t.Error("the source of a revenue is gone")
	}
	if len(after.Uncertainty.GrowthSD) != 5 {
		t.Error("the spread of growth is gone")
	}
	bare := scenario.Scenario{}
	for _, terms := range preset.AllTerms() {
		if got := terms.ApplyTo(bare); (got.Uncertainty == nil) != (terms.CapRange == nil) {
			t.Errorf("%s gives a scenario without uncertainty %v", terms.ID, got.Uncertainty)
		}
	}
}

// word returns a figure as text.
func word(v scenario.SourceValue) string {
	switch v.Kind {
	case scenario.SourceText:
		return v.Text
	case scenario.SourceTruth:
		return fmt.Sprint(v.Truth)
	default:
		return fmt.Sprint(v.Number)
	}
}
