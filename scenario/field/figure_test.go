package field_test

import (
	"testing"

	"headroom/scenario"
	"headroom/scenario/field"
	"headroom/scenario/unit"
)

// period reads a month or a quarter.
func period(text string) unit.Period {
	p, err := unit.ParsePeriod(text)
	if err != nil {
		panic(err)
	}
	return p
}

// figured is a scenario in which every field is set to something of its own.
func figured() scenario.Scenario {
	month := unit.NewMonth
	return scenario.Scenario{
		ID: "a", Name: "A", Color: "#0072B2", Note: "why", FirstYear: 2026, LastYear: 2028,
		Outlook: scenario.Outlook{
			Name: "Plan", Preset: "plan", Shape: scenario.ShapeEven, AGIVerified: month(2027, 6),
			AfterActuals: scenario.Rescale,
			Streams: []scenario.Stream{
				{Name: "One", Channel: scenario.ChannelDirect, Base: 10e9, Shared: 0.5, Growth: scenario.ByYear{
					{Year: 2026, Rate: 1}, {Year: 2027, Rate: 0.5}, {Year: 2028, Rate: 0}, {Year: 2031, Rate: 0.25},
				}, Actuals: scenario.Actuals{{Period: period("2026-Q1"), Amount: 4e9}, {Period: period("2026-07"), Amount: 1e9}}},
				{Name: "Two", Channel: scenario.ChannelAzure, Launch: 2028, Base: 4e9, Shared: 1},
			},
		},
		Terms: scenario.Terms{
			Name: "Deal", Preset: "deal",
			Share: scenario.Share{
				Rate: 0.2, RatesByYear: scenario.ByYear{{Year: 2028, Rate: 0.15}}, From: month(2026, 1), Through: month(2028, 12),
				CapFrom: month(2026, 5), Capped: true, Cap: 38e9, AlreadyPaid: 2e9, EndsAtAGI: true,
			},
			Reverse:     &scenario.Reverse{Rate: 0.1, From: month(2026, 2), Through: month(2026, 4)},
			OtherClouds: scenario.OtherClouds{From: month(2026, 7), AzureLeadMonths: 3, OpensAtAGI: true},
			License:     &scenario.License{Through: month(2032, 12), Exclusive: scenario.ExclusiveUntilAGI},
		},
		Valuation: scenario.Valuation{DiscountRate: 0.1, AsOf: month(2026, 3)},
		Uncertainty: &scenario.Uncertainty{
			GrowthSD: scenario.ByYear{{Year: 2027, Rate: 0.15}}, Correlation: -0.5,
			CapRange: &scenario.CapRange{Low: 35e9, High: 41e9},
		},
	}
}

func TestFigure(t *testing.T) {
	tests := []struct {
		path string
		want scenario.SourceValue
	}{
		{"id", scenario.TextValue("a")},
		{"name", scenario.TextValue("A")},
		{"color", scenario.TextValue("#0072B2")},
		{"note", scenario.TextValue("why")},
		{"firstYear", scenario.NumberValue(2026)},
		{"lastYear", scenario.NumberValue(2028)},
		{"outlook.name", scenario.TextValue("Plan")},
		{"outlook.preset", scenario.TextValue("plan")},
		{"outlook.shape", scenario.TextValue("even")},
		{"outlook.agiVerified", scenario.TextValue("2027-06")},
		{"outlook.streams[0].name", scenario.TextValue("One")},
		{"outlook.streams[0].channel", scenario.TextValue("direct")},
		{"outlook.streams[1].launch", scenario.NumberValue(2028)},
		{"outlook.streams[0].base", scenario.NumberValue(10e9)},
		{"outlook.streams[0].shared", scenario.NumberValue(0.5)},
		{"outlook.streams[0].growth.2027", scenario.NumberValue(0.5)},
		{"outlook.streams[0].growth.2031", scenario.NumberValue(0.25)},
		{"outlook.streams[0].revenue.2025", scenario.NumberValue(10e9)},
		{"outlook.streams[0].revenue.2026", scenario.NumberValue(20e9)},
		{"outlook.streams[0].revenue.2028", scenario.NumberValue(30e9)},
		{"outlook.streams[1].revenue.2027", scenario.NumberValue(0)},
		{"outlook.streams[0].actuals.2026-Q1", scenario.NumberValue(4e9)},
		{"outlook.streams[0].actuals.2026-07", scenario.NumberValue(1e9)},
		{"outlook.afterActuals", scenario.TextValue("rescale")},
		{"outlook.streams[1].revenue.2028", scenario.NumberValue(4e9)},
		{"terms.name", scenario.TextValue("Deal")},
		{"terms.preset", scenario.TextValue("deal")},
		{"terms.share.rate", scenario.NumberValue(0.2)},
		{"terms.share.ratesByYear.2028", scenario.NumberValue(0.15)},
		{"terms.share.from", scenario.TextValue("2026-01")},
		{"terms.share.through", scenario.TextValue("2028-12")},
		{"terms.share.capFrom", scenario.TextValue("2026-05")},
		{"terms.share.cap", scenario.NumberValue(38e9)},
		{"terms.share.alreadyPaid", scenario.NumberValue(2e9)},
		{"terms.share.endsAtAGI", scenario.TruthValue(true)},
		{"terms.reverse.rate", scenario.NumberValue(0.1)},
		{"terms.reverse.from", scenario.TextValue("2026-02")},
		{"terms.reverse.through", scenario.TextValue("2026-04")},
		{"terms.reverse.endsAtAGI", scenario.TruthValue(false)},
		{"terms.otherClouds.from", scenario.TextValue("2026-07")},
		{"terms.otherClouds.azureLeadMonths", scenario.NumberValue(3)},
		{"terms.otherClouds.opensAtAGI", scenario.TruthValue(true)},
		{"terms.license.through", scenario.TextValue("2032-12")},
		{"terms.license.exclusive", scenario.TextValue("until-agi")},
		{"valuation.discountRate", scenario.NumberValue(0.1)},
		{"valuation.asOf", scenario.TextValue("2026-03")},
		{"uncertainty.growthSD.2027", scenario.NumberValue(0.15)},
		{"uncertainty.correlation", scenario.NumberValue(-0.5)},
		{"uncertainty.capRange.low", scenario.NumberValue(35e9)},
		{"uncertainty.capRange.high", scenario.NumberValue(41e9)},
	}
	for _, test := range tests {
		if got, ok := field.Figure(figured(), test.path); !ok || got != test.want {
			t.Errorf("%s is %+v, %t, want %+v", test.path, got, ok, test.want)
		}
	}
}

func TestFigureThatIsNotThere(t *testing.T) {
	for _, path := range []string{
		"", "terms", "terms.share", "terms.share.caps", "terms.share.ratesByYear.2026", "terms.share.ratesByYear.02028",
		"outlook.streams", "outlook.streams[0]", "outlook.streams[2].base", "outlook.streams[00].base", "outlook.streams[-1].base",
		"outlook.streams[0].launch", "outlook.streams[0].growth.2029", "outlook.streams[0].growth.", "outlook.streams[0].growth.x",
		"outlook.streams[0].revenue.2024", "outlook.streams[0].revenue.2029", "outlook.streams[0].revenue.2026.x",
		"uncertainty.growthSD.2026", "uncertainty.capRange", "valuation", "sources", "scenarios[0].name",
	} {
		if got, ok := field.Figure(figured(), path); ok {
			t.Errorf("%q is %+v, want none", path, got)
		}
	}
	for _, path := range []string{
		"color", "note", "outlook.name", "outlook.agiVerified", "terms.share.cap", "terms.reverse.rate", "terms.reverse.endsAtAGI",
		"terms.otherClouds.from", "terms.license.through", "terms.license.exclusive", "uncertainty.correlation",
	} {
		if got, ok := field.Figure((scenario.Scenario{FirstYear: 2026, LastYear: 2030}), path); ok {
			t.Errorf("%s of a bare scenario is %+v, want none", path, got)
		}
	}
}

func TestFigureDefaults(t *testing.T) {
	s := figured()
	s.Terms.Share.CapFrom, s.Valuation.AsOf, s.Uncertainty.CapRange = 0, 0, nil
	s.Terms.Share.From = unit.NewMonth(2026, 2)
	for path, want := range map[string]string{"terms.share.capFrom": "2026-02", "valuation.asOf": "2026-01"} {
		if got, ok := field.Figure(s, path); !ok || got.Text != want {
			t.Errorf("%s left out is %+v, %t, want %s", path, got, ok, want)
		}
	}
	if got, ok := field.Figure(s, "uncertainty.capRange.low"); ok {
		t.Errorf("a range left out is %+v", got)
	}
}

func TestSourceOf(t *testing.T) {
	const capPath, revenuePath = "terms.share.cap", "outlook.streams[0].revenue.2028"
	s := figured()
	s.Sources = map[string]scenario.Source{
		capPath:     {Value: scenario.NumberValue(38e9), Status: scenario.StatusReported},
		revenuePath: {Value: scenario.NumberValue(30e9), Status: scenario.StatusEstimate},
	}
	holds := func(path string, want bool, when string) {
		t.Helper()
		if source, ok := field.SourceOf(s, path); ok != want || ok && source != s.Sources[path] {
			t.Errorf("the source of %s %s: %t, want %t", path, when, ok, want)
		}
	}
	holds(capPath, true, "untouched")
	holds(revenuePath, true, "untouched")
	holds("terms.share.rate", false, "where none is given")
	s.Terms.Share.Cap = 38e9 * (1 + 0.9e-9)
	holds(capPath, true, "within 1e-9")
	s.Terms.Share.Cap = 38e9 * (1 + 1.1e-9)
	holds(capPath, false, "beyond 1e-9")
	s.Terms.Share.Cap = 38e9
	holds(capPath, true, "set back")
	s.Terms.Share.Capped = false
	holds(capPath, false, "with the cap off")
	s.Outlook.Streams[0].Growth = s.Outlook.Streams[0].Growth.With(2026, 1.1)
	holds(revenuePath, false, "after an earlier year grew more")
}

func TestSplitStream(t *testing.T) {
	if i, field, ok := field.SplitStream("outlook.streams[12].growth.2027"); i != 12 || field != "growth.2027" || !ok {
		t.Errorf("split into %d, %q, %t", i, field, ok)
	}
	for _, path := range []string{"", "outlook.streams[].base", "outlook.streams[1]", "outlook.streams[+1].base", "terms.share.cap"} {
		if i, field, ok := field.SplitStream(path); ok {
			t.Errorf("%q is split into %d, %q", path, i, field)
		}
	}
}
