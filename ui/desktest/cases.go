package desktest

import (
	"reflect"
	"testing"

	"headroom/scenario"
	"headroom/scenario/preset"
	"headroom/scenario/unit"
)

// WorkedCase is the model's: due are $6.0B, $12.4B, $22.6B, $36.8B and $56.8B in
// 2026 to 2030, of which a cap of $38B lets $6.0B, $12.4B and $19.6B be paid; it is
// reached on November 23, 2028. Beside it stands a stream of Azure resale, on which
// a reverse share is paid in the first four months.
func WorkedCase() scenario.Scenario {
	s := FlatCase()
	s.ID, s.Name = "worked", "Worked case"
	direct := scenario.Stream{Name: "OpenAI", Channel: scenario.ChannelDirect, Base: 13.07e9, Shared: 1}
	before := 13.07
	for i, revenue := range []float64{30, 62, 113, 184, 284} {
		direct.Growth = direct.Growth.With(2026+i, unit.Rate(revenue/before-1))
		before = revenue
	}
	s.Outlook.Streams = []scenario.Stream{direct, {Name: "Azure resale", Channel: scenario.ChannelAzure, Base: 6e9, Shared: 1, Growth: flat()}}
	s.Terms.Share.Capped, s.Terms.Share.Cap = true, 38e9
	s.Terms.Reverse = &scenario.Reverse{Rate: 0.2, From: InMonth("2026-01"), Through: InMonth("2026-04")}
	s.Terms.OtherClouds.From = InMonth("2026-05")
	s.Terms.License = &scenario.License{Through: InMonth("2032-12"), Exclusive: scenario.ExclusiveNo}
	s.Sources = map[string]scenario.Source{
		"terms.share.cap": {Value: scenario.NumberValue(38e9), Status: "reported", Publisher: "The Information"},
		"outlook.streams[0].revenue.2027": {
			Value: scenario.NumberValue(62e9), Status: "reported", Publisher: "The Information", URL: "https://example.com/plan",
		},
	}
	return s
}

// FlatCase is the model's flat stream of $12B a year at a fifth: $0.2B are due a
// month, $2.4B a year, $12B in all, with no cap.
func FlatCase() scenario.Scenario {
	return scenario.Scenario{
		ID: "flat", Name: "Flat case", FirstYear: 2026, LastYear: 2030,
		Outlook: scenario.Outlook{Shape: scenario.ShapeRamp, Streams: []scenario.Stream{
			{Name: "OpenAI", Channel: scenario.ChannelDirect, Base: 12e9, Shared: 1, Growth: flat()},
		}},
		Terms:     scenario.Terms{Share: scenario.Share{Rate: 0.2, From: InMonth("2026-01"), Through: InMonth("2030-12")}},
		Valuation: scenario.Valuation{DiscountRate: 0.1},
	}
}

// TwoStreams has two direct flat streams, of $12B and of $6B a year.
func TwoStreams() scenario.Scenario {
	s := FlatCase()
	s.ID, s.Name = "two", "Two streams"
	s.Outlook.Streams = append(s.Outlook.Streams,
		scenario.Stream{Name: "Second", Channel: scenario.ChannelDirect, Base: 6e9, Shared: 1, Growth: flat()})
	return s
}

func flat() scenario.ByYear {
	var growth scenario.ByYear
	for year := 2026; year <= 2030; year++ {
		growth = growth.With(year, 0)
	}
	return growth
}

// Capped gives a case a cap.
func Capped(s scenario.Scenario, limit unit.Amount) scenario.Scenario {
	s.Terms.Share.Capped, s.Terms.Share.Cap = true, limit
	return s
}

// Called gives a case another id and name.
func Called(s scenario.Scenario, id, name string) scenario.Scenario {
	s.ID, s.Name = id, name
	return s
}

// SameScenario reports whether two scenarios are alike in all that is saved.
func SameScenario(a, b scenario.Scenario) bool { return reflect.DeepEqual(a, b) }

// InMonth reads a month such as 2028-11.
func InMonth(text string) unit.Month {
	m, err := unit.ParseMonth(text)
	if err != nil {
		panic(err)
	}
	return m
}

// AtFebruary is the shipped workspace with February's plan selected, with which the
// press computed, and held against the prior terms.
func AtFebruary() scenario.Workspace {
	w := preset.Default()
	w.View.Selected, w.View.Compared = "february-2026", []string{"february-2026", "february-2026-prior"}
	return w
}

// Shipped returns a scenario of the shipped workspace.
func Shipped(t testing.TB, id string) scenario.Scenario {
	t.Helper()
	w := preset.Default()
	at := w.Find(id)
	if at < 0 {
		t.Fatalf("no scenario %q is shipped", id)
	}
	return w.Scenarios[at]
}

// FlatUnder is the flat case under a cap, which $0.2B a month reach after as many
// months as it has fifths of a billion.
func FlatUnder(id string, limit unit.Amount) scenario.Scenario {
	return Capped(Called(FlatCase(), id, "Flat under "+limit.Headline()), limit)
}
