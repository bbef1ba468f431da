package picture

import (
	"slices"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/plot"
	"headroom/scenario/preset"
	"headroom/scenario/unit"
	"headroom/ui/desktest"
)

func TestAPictureNamesWhoseFiguresItShows(t *testing.T) {
	published, slump := desktest.Shipped(t, "february-2026"), desktest.Shipped(t, "slump")
	changed := func(change func(s *scenario.Scenario)) scenario.Scenario {
		s := published
		s.Outlook.Streams = slices.Clone(s.Outlook.Streams)
		change(&s)
		return s
	}
	blank := preset.New("blank", "Blank", preset.BlankOutlook(), preset.BlankTerms())
	ownTerms := preset.New("terms", "Terms", preset.Outlooks()[1], preset.BlankTerms())
	const own, estimates, times, cnbc, leak = "own figures", "estimates by Headroom", "Financial Times", "CNBC", "TechCrunch"
	const through = "Actual through Jun 2026"
	const journal = "The Wall Street Journal" // of the second quarter
	for _, tc := range []struct {
		says      string
		scenarios []scenario.Scenario
		kind      plot.Kind
		names     []string
		nots      []string
	}{
		{"as shipped", []scenario.Scenario{published}, plot.KindCumulative, []string{through, times, cnbc, journal}, []string{own, estimates, leak}},
		{"as shipped, the deal", []scenario.Scenario{published}, plot.KindDeal, []string{times, leak}, []string{own}},
		{"years of an illustration", []scenario.Scenario{slump}, plot.KindCumulative, []string{estimates}, []string{own}},
		{"another cap", []scenario.Scenario{changed(func(s *scenario.Scenario) { s.Terms.Share.Cap = 40e9 })}, plot.KindCumulative, []string{own, times}, nil},
		{"a rate of one year", []scenario.Scenario{changed(func(s *scenario.Scenario) {
			s.Terms.Share.RatesByYear = scenario.ByYear{{Year: 2029, Rate: unit.Rate(0.1)}}
		})}, plot.KindCumulative, []string{own}, nil},
		{"a stream added", []scenario.Scenario{changed(func(s *scenario.Scenario) {
			added := preset.BlankOutlook().Outlook.Streams[0]
			added.Name = "Other"
			s.Outlook.Streams = append(s.Outlook.Streams, added)
		})}, plot.KindCumulative, []string{own}, nil},
		{"a plan as it was then", []scenario.Scenario{desktest.Shipped(t, "april-2025")}, plot.KindCumulative, []string{times}, []string{own, journal, through}},
		{"an actual of one's own", []scenario.Scenario{changed(func(s *scenario.Scenario) {
			s.Outlook.Streams[0].Actuals = s.Outlook.Streams[0].Actuals.With(unit.Period{First: unit.NewMonth(2026, 7), Months: 3}, 10.4e9)
		})}, plot.KindCumulative, []string{"Actual through Sep 2026", own, journal}, nil},
		{"two that are actual through other months", []scenario.Scenario{changed(func(s *scenario.Scenario) {
			s.Outlook.Streams[0].Actuals = s.Outlook.Streams[0].Actuals.With(unit.Period{First: unit.NewMonth(2026, 7), Months: 3}, 10.4e9)
		}), published}, plot.KindCumulative, []string{"Actual through Jun 2026 and Sep 2026"}, nil},
		{"an actual outside the years shown", []scenario.Scenario{changed(func(s *scenario.Scenario) {
			s.Outlook.Streams[0].Actuals = s.Outlook.Streams[0].Actuals.With(unit.Period{First: unit.NewMonth(2025, 10), Months: 3}, 10.4e9)
		})}, plot.KindCumulative, nil, []string{own}},
		{"own terms", []scenario.Scenario{ownTerms}, plot.KindCumulative, []string{own, times}, []string{cnbc}},
		{"nothing published", []scenario.Scenario{blank}, plot.KindCumulative, []string{own}, []string{times, cnbc, estimates}},
		{"a published one beside a blank one", []scenario.Scenario{published, blank}, plot.KindCumulative, []string{own, times, cnbc}, nil},
	} {
		var of []plot.Subject
		for _, s := range tc.scenarios {
			projection, err := scenario.Project(s)
			if err != nil {
				t.Fatal(err)
			}
			of = append(of, plot.Subject{Scenario: s, Projection: projection})
		}
		chart := plot.Chart(plot.Compare{Subjects: of})
		if tc.kind == plot.KindDeal {
			chart = plot.Deal{Subject: of[0]}
		}
		got := strings.Split(credits(plot.Picture{Chart: chart}), "; ")
		for _, name := range tc.names {
			if !slices.Contains(got, name) {
				t.Errorf("%s: %q does not name %s", tc.says, got, name)
			}
		}
		for _, name := range tc.nots {
			if slices.Contains(got, name) {
				t.Errorf("%s: %q names %s", tc.says, got, name)
			}
		}
		if got[len(got)-1] != "computed with Headroom" {
			t.Errorf("%s: %q does not end with the program", tc.says, got)
		}
	}
}
