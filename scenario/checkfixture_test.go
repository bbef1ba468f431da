package scenario_test

import (
	"strings"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// soundScenario has every field set, each within its range.
func soundScenario() scenario.Scenario {
	month := unit.NewMonth
	return scenario.Scenario{
		ID: "february-2026", Name: "February 2026 plan", Color: "#0072B2", Note: "Line one.\nLine two.",
		FirstYear: 2026, LastYear: 2030,
		Outlook: scenario.Outlook{
			Name: "OpenAI plan", Preset: "plan-2026-02", Shape: scenario.ShapeRamp, AGIVerified: month(2029, 6),
			AfterActuals: scenario.HoldPace,
			Streams: []scenario.Stream{
				{
					Name: "OpenAI", Channel: scenario.ChannelDirect, Base: 13.07e9, Shared: 1,
					Growth:  scenario.ByYear{{2025, 9}, {2026, 1.3}, {2027, 1.1}, {2028, 0.8}, {2029, 0.6}, {2030, 0.5}, {2031, 0.4}},
					Actuals: scenario.Actuals{{period("2025-Q4"), 3e9}, {period("2026-01"), 0}, {period("2026-Q2"), 6.7e9}},
				},
				{
					Name: "Hardware", Channel: scenario.ChannelOtherCloud, Launch: 2027, Base: 1e9, Shared: 0.5,
					Growth: scenario.ByYear{{2028, 1}, {2029, 0.5}, {2030, 0.4}},
				},
			},
		},
		Terms: scenario.Terms{
			Name: "Amended", Preset: "amended-2026-04",
			Share: scenario.Share{
				Rate: 0.2, RatesByYear: scenario.ByYear{{2030, 0.15}}, From: month(2026, 1), Through: month(2030, 12),
				CapFrom: month(2026, 3), Capped: true, Cap: 38e9, AlreadyPaid: 1e9, EndsAtAGI: true,
			},
			Reverse:     &scenario.Reverse{Rate: 0.2, From: month(2026, 1), Through: month(2026, 4)},
			OtherClouds: scenario.OtherClouds{From: month(2026, 5), AzureLeadMonths: 3, OpensAtAGI: true},
			License:     &scenario.License{Through: month(2032, 12), Exclusive: scenario.ExclusiveNo},
		},
		Valuation: scenario.Valuation{DiscountRate: 0.1, AsOf: month(2026, 1)},
		Uncertainty: &scenario.Uncertainty{
			GrowthSD: scenario.ByYear{{2026, 0.05}, {2027, 0.15}}, Correlation: 0.5,
			CapRange: &scenario.CapRange{Low: 35e9, High: 41e9},
		},
		Sources: map[string]scenario.Source{
			"terms.share.cap": {
				Value: scenario.NumberValue(38e9), Status: scenario.StatusReported,
				Publisher: "The Information", Title: "A cap", Date: "2026-05-11", URL: "https://example.com", Note: "One source.",
			},
			"outlook.streams[1].revenue.2027":    {Value: scenario.NumberValue(1e9), Status: scenario.StatusEstimate},
			"outlook.streams[0].actuals.2026-Q2": {Value: scenario.NumberValue(6.7e9), Status: scenario.StatusConfirmed},
			"terms.license.exclusive":            {Value: scenario.TextValue("no"), Status: scenario.StatusConfirmed},
		},
	}
}

// leastScenario has only what it must.
func leastScenario() scenario.Scenario {
	return scenario.Scenario{
		ID: "a", Name: "A", FirstYear: 2026, LastYear: 2030,
		Outlook: scenario.Outlook{Shape: scenario.ShapeRamp},
		Terms:   scenario.Terms{Share: scenario.Share{From: unit.NewMonth(2026, 1), Through: unit.NewMonth(2026, 1)}},
	}
}

func setGrowth(s *scenario.Scenario, rate float64) {
	s.Outlook.Streams[0].Growth = s.Outlook.Streams[0].Growth.With(2026, unit.Rate(rate))
}

func addGrowth(s *scenario.Scenario, year int) {
	s.Outlook.Streams[0].Growth = s.Outlook.Streams[0].Growth.With(year, 1)
}

func dropGrowth(s *scenario.Scenario, stream, year int) {
	s.Outlook.Streams[stream].Growth = s.Outlook.Streams[stream].Growth.Without(year)
}

// launch sets the second stream's launch, and its growth in the given years.
func launch(s *scenario.Scenario, year int, growth ...int) {
	s.Outlook.Streams[1].Launch, s.Outlook.Streams[1].Growth = year, nil
	for _, y := range growth {
		s.Outlook.Streams[1].Growth = s.Outlook.Streams[1].Growth.With(y, 0.1)
	}
}

func streams(n int) []scenario.Stream {
	out := make([]scenario.Stream, n)
	for i := range out {
		out[i] = scenario.Stream{Name: strings.Repeat("s", i+1), Channel: scenario.ChannelDirect, Launch: 2050}
	}
	return out
}

func source(s *scenario.Scenario, path string) {
	s.Sources[path] = scenario.Source{Value: scenario.TruthValue(true), Status: scenario.StatusConfirmed}
}

func editSource(s *scenario.Scenario, edit func(*scenario.Source)) {
	entry := s.Sources["terms.share.cap"]
	edit(&entry)
	s.Sources["terms.share.cap"] = entry
}

func know(s *scenario.Scenario, actuals ...scenario.Actual) { s.Outlook.Streams[0].Actuals = actuals }

func known(first unit.Month, months int, amount unit.Amount) scenario.Actual {
	return scenario.Actual{Period: unit.Period{First: first, Months: months}, Amount: amount}
}
