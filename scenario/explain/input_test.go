package explain_test

import (
	"testing"

	"headroom/scenario"
	"headroom/scenario/explain"
)

// sourced is worked with sources for the cap, a year's revenue, and more.
func sourced() scenario.Scenario {
	s := worked()
	reported := func(v scenario.SourceValue) scenario.Source {
		return scenario.Source{Value: v, Status: scenario.StatusReported, Publisher: "The Paper"}
	}
	s.Terms.License = &scenario.License{Through: month(2032, 12), Exclusive: scenario.ExclusiveNo}
	s.Sources = map[string]scenario.Source{
		"uncertainty.correlation":         reported(scenario.NumberValue(0.5)),
		"terms.share.cap":                 reported(scenario.NumberValue(38e9)),
		"outlook.streams[0].revenue.2028": reported(scenario.NumberValue(113e9)),
		"outlook.streams[0].revenue.2027": reported(scenario.NumberValue(62e9)),
		"outlook.streams[0].base":         reported(scenario.NumberValue(13.07e9)),
		"outlook.shape":                   reported(scenario.TextValue("ramp")),
		"terms.share.from":                reported(scenario.TextValue("2026-01")),
		"terms.share.endsAtAGI":           reported(scenario.TruthValue(false)),
		"terms.license.exclusive":         reported(scenario.TextValue("no")),
		"terms.share.rate":                {Value: scenario.NumberValue(0.2), Status: scenario.StatusConfirmed},
	}
	return s
}

func TestSourcedFiguresInTheOrderOfTheForm(t *testing.T) {
	t.Parallel()
	s := sourced()
	s.Terms.Share.Cap = 40e9
	want := []struct{ name, value, given, status string }{
		{"OpenAI, 2025 revenue", "$13.07B", "$13.07B", "reported"},
		{"OpenAI, 2027 revenue", "$62.00B", "$62.00B", "reported"},
		{"OpenAI, 2028 revenue", "$113.00B", "$113.00B", "reported"},
		{"Revenue within a year", "a twelfth each month", "grows month by month", "yours"},
		{"Total cap", "$40.00B", "$38.00B", "yours"},
		{"Share rate", "20%", "20%", "confirmed"},
		{"Share paid from", "Jan 2026", "Jan 2026", "reported"},
		{"Share ends when AGI is verified", "no", "no", "reported"},
		{"License", "non-exclusive", "non-exclusive", "reported"},
		{"Correlation of growth", "", "0.5", "yours"}, // nothing is uncertain any more
	}
	got := explain.Sourced(s)
	if len(got) != len(want) {
		t.Fatalf("%d figures, want %d", len(got), len(want))
	}
	for i, w := range want {
		if g := got[i]; g.Name != w.name || g.Value != w.value || g.Given != w.given || g.Status() != w.status {
			t.Errorf("%d: %q %q %q %q, want %v", i, g.Name, g.Value, g.Given, g.Status(), w)
		}
	}
}

func TestGrowthIsSourcedThroughItsRevenue(t *testing.T) {
	t.Parallel()
	s := sourced()
	in := func(s scenario.Scenario) string {
		for _, in := range ask(t, s, year(explain.Due, 2027)).Inputs {
			if in.Path == "outlook.streams[0].revenue.2027" {
				return in.Status()
			}
		}
		return "missing"
	}
	if got := in(s); got != "reported" {
		t.Errorf("as published it is %s", got)
	}
	s.Outlook.Streams[0].Growth = s.Outlook.Streams[0].Growth.With(2027, 0.6)
	if got := in(s); got != "yours" {
		t.Errorf("with another growth it is %s", got)
	}
}

func TestInputsAreThoseOfTheFigure(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		question explain.Question
		want     []string
	}{
		{year(explain.Revenue, 2026), []string{"OpenAI, 2026 revenue", "OpenAI, 2025 revenue"}},
		{year(explain.Paid, 2027), []string{
			"Share rate", "OpenAI, 2027 revenue", "Share paid from", "Share paid through",
			"Total cap", "Cap counts from", "Counted before",
		}},
	} {
		var got []string
		for _, in := range ask(t, worked(), tc.question).Inputs {
			got = append(got, in.Name)
			if in.Source != nil || in.Status() != "yours" {
				t.Errorf("%s has no source, and is %s", in.Name, in.Status())
			}
		}
		if len(got) != len(tc.want) {
			t.Fatalf("%v, want %v", got, tc.want)
		}
		for i := range got {
			if got[i] != tc.want[i] {
				t.Errorf("%v, want %v", got, tc.want)
			}
		}
	}
}
