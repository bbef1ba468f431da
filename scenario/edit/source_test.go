package edit_test

import (
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/field"
	"headroom/scenario/unit"
)

// TestBackToSource gives every field a source, one by one, and goes back to it.
func TestBackToSource(t *testing.T) {
	number, word, truth := scenario.NumberValue, scenario.TextValue, scenario.TruthValue
	tests := []struct {
		path  string
		value scenario.SourceValue
		name  string
	}{
		{"lastYear", number(2029), "set last year back to source"},
		{"outlook.shape", word("even"), "set shape back to source"},
		{"outlook.agiVerified", word("2029-06"), "set AGI month back to source"},
		{"outlook.streams[0].channel", word("azure"), "set channel back to source"},
		{"outlook.streams[1].launch", number(2027), "set launch of Hardware back to source"},
		{"outlook.streams[0].base", number(13.07e9), "set base revenue back to source"},
		{"outlook.streams[1].shared", number(0.5), "set shared part of Hardware back to source"},
		{"outlook.streams[0].growth.2028", number(0.75), "set 2028 growth back to source"},
		{"outlook.streams[0].revenue.2025", number(13.07e9), "set 2025 revenue back to source"},
		{"outlook.streams[0].revenue.2027", number(62e9), "set 2027 revenue back to source"},
		{"outlook.streams[2].revenue.2028", number(15e9), "set 2028 revenue of Azure resale back to source"},
		{"terms.share.rate", number(0.15), "set rate back to source"},
		{"terms.share.ratesByYear.2030", number(0.1), "set 2030 rate back to source"},
		{"terms.share.from", word("2025-10"), "set share from back to source"},
		{"terms.share.through", word("2032-12"), "set share through back to source"},
		{"terms.share.capFrom", word("2026-05"), "set cap counts from back to source"},
		{"terms.share.cap", number(40e9), "set cap back to source"},
		{"terms.share.alreadyPaid", number(1e9), "set counted before back to source"},
		{"terms.share.endsAtAGI", truth(true), "set share ends at AGI back to source"},
		{"terms.reverse.rate", number(0.1), "set reverse rate back to source"},
		{"terms.reverse.from", word("2025-10"), "set reverse share from back to source"},
		{"terms.reverse.through", word("2032-12"), "set reverse share through back to source"},
		{"terms.reverse.endsAtAGI", truth(true), "set reverse share ends at AGI back to source"},
		{"terms.otherClouds.from", word("2027-01"), "set other clouds from back to source"},
		{"terms.otherClouds.azureLeadMonths", number(6), "set Azure lead back to source"},
		{"terms.otherClouds.opensAtAGI", truth(true), "set other clouds open at AGI back to source"},
		{"terms.license.through", word("2033-12"), "set license through back to source"},
		{"terms.license.exclusive", word("yes"), "set license back to source"},
		{"valuation.discountRate", number(0.08), "set discount rate back to source"},
		{"valuation.asOf", word("2026-05"), "set valuation as of back to source"},
		{"uncertainty.growthSD.2029", number(0.2), "set 2029 growth uncertainty back to source"},
		{"uncertainty.correlation", number(0.25), "set correlation back to source"},
		{"uncertainty.capRange.low", number(30e9), "set low end of cap back to source"},
		{"uncertainty.capRange.high", number(45e9), "set high end of cap back to source"},
	}
	for _, test := range tests {
		w := many(1)
		w.Scenarios[0].Sources = map[string]scenario.Source{test.path: {Value: test.value, Status: scenario.StatusReported}}
		s := edit.New(w)
		if _, ok := field.SourceOf(of(t, s, "a"), test.path); ok {
			t.Errorf("%s is its source's to begin with", test.path)
		}
		do(t, s, edit.BackToSource("a", test.path))
		if _, ok := field.SourceOf(of(t, s, "a"), test.path); !ok {
			got, _ := field.Figure(of(t, s, "a"), test.path)
			t.Errorf("%s has become %+v, want %+v", test.path, got, test.value)
		}
		if s.UndoName() != test.name {
			t.Errorf("undo %q, want %q", s.UndoName(), test.name)
		}
	}
}

func TestBackToSourceRefused(t *testing.T) {
	w := many(1)
	w.Scenarios[0].Sources = map[string]scenario.Source{
		"terms.share.cap":  {Value: scenario.TextValue("38"), Status: scenario.StatusReported},
		"terms.share.from": {Value: scenario.TextValue("soon"), Status: scenario.StatusReported},
		"terms.name":       {Value: scenario.TextValue("Deal"), Status: scenario.StatusReported},
		"terms.share.rate": {Value: scenario.NumberValue(20), Status: scenario.StatusReported},
	}
	s := edit.New(w)
	kind := ": cannot go back to its source: it holds a number, not a text"
	for path, want := range map[string]string{
		"terms.share.cap":         "terms.share.cap" + kind,
		"terms.name":              "terms.name: cannot go back to its source: nothing sets this field",
		"terms.share.from":        `terms.share.from: cannot go back to its source: "soon" is not a month written YYYY-MM`,
		"terms.share.rate":        "terms.share.rate: ",
		"terms.share.through":     "terms.share.through: there is no source to go back to",
		"outlook.streams[9].base": "outlook.streams[9].base: there is no source to go back to",
	} {
		if err := s.Do(edit.BackToSource("a", path)); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("error %v, want %s", err, want)
		}
	}
}

func TestBackToSourceMakesTheRangeAnew(t *testing.T) {
	w := many(1)
	w.Scenarios[0].Sources["uncertainty.capRange.low"] = scenario.Source{Value: scenario.NumberValue(35e9), Status: scenario.StatusEstimate}
	s := edit.New(w)
	do(t, s, edit.RemoveUncertainty("a"), edit.BackToSource("a", "uncertainty.capRange.low"))
	if got, want := *of(t, s, "a").Uncertainty.CapRange, (scenario.CapRange{Low: 35e9, High: 38e9}); got != want {
		t.Errorf("the range is %v, want %v", got, want)
	}
}

func TestAChangedFigureCanGoBack(t *testing.T) {
	const path = "outlook.streams[0].revenue.2027"
	s := open(t, 1)
	do(t, s, edit.SetGrowth("a", 0, 2027, 0.6))
	a := of(t, s, "a")
	if _, ok := field.SourceOf(a, path); ok || a.Sources[path].Value.Number != 40e9 {
		t.Error("a changed figure is still its source's, or the source is gone")
	}
	do(t, s, edit.BackToSource("a", path))
	if got := of(t, s, "a").Revenue(0, 2030); got != unit.Amount(112.5e9) {
		t.Errorf("with one year back at its source the last one earns %v, want 112.5e9", float64(got))
	}
}
