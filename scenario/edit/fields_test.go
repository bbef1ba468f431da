package edit_test

import (
	"reflect"
	"testing"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/field"
	"headroom/scenario/unit"
)

// TestFields does every change of one field to the same scenario: the named
// figure becomes what is wanted, no other figure changes, and the menu says so.
func TestFields(t *testing.T) {
	month, number, truth := unit.NewMonth, scenario.NumberValue, scenario.TruthValue
	word := scenario.TextValue
	tests := []struct {
		change edit.Change
		path   string
		want   scenario.SourceValue
		name   string
	}{
		{edit.RenameScenario("a", "B"), "name", word("B"), "rename Plan a to B"},
		{edit.SetColor("a", "#0072B2"), "color", word("#0072B2"), "recolor Plan a"},
		{edit.SetNote("a", "why"), "note", word("why"), "edit note of Plan a"},
		{edit.SetLastYear("a", 2029), "lastYear", number(2029), "set last year to 2029"},
		{edit.SetShape("a", scenario.ShapeEven), "outlook.shape", word("even"), "set shape to a twelfth each month"},
		{edit.SetAGIVerified("a", month(2029, 6)), "outlook.agiVerified", word("2029-06"), "set AGI month to Jun 2029"},
		{edit.RenameStream("a", 1, "Devices"), "outlook.streams[1].name", word("Devices"), "rename stream Hardware to Devices"},
		{edit.SetChannel("a", 1, scenario.ChannelOtherCloud), "outlook.streams[1].channel", word("other-cloud"), "set channel of Hardware to sales through other clouds"},
		{edit.SetChannel("a", 0, scenario.ChannelAzure), "outlook.streams[0].channel", word("azure"), "set channel to Microsoft's Azure resale"},
		{edit.SetLaunch("a", 1, 2029), "outlook.streams[1].launch", number(2029), "set launch of Hardware to 2029"},
		{edit.SetBase("a", 0, 13.07e9), "outlook.streams[0].base", number(13.07e9), "set base revenue to $13.1B"},
		{edit.SetBase("a", 2, 5e9), "outlook.streams[2].base", number(5e9), "set base revenue of Azure resale to $5.0B"},
		{edit.SetShared("a", 0, 0.9), "outlook.streams[0].shared", number(0.9), "set shared part to 90%"},
		{edit.SetGrowth("a", 0, 2027, 0.6), "outlook.streams[0].growth.2027", number(0.6), "set 2027 growth to +60.0%"},
		{edit.SetGrowth("a", 2, 2027, -0.1), "outlook.streams[2].growth.2027", number(-0.1), "set 2027 growth of Azure resale to −10.0%"},
		{edit.SetGrowth("a", 0, 2035, 0.6), "outlook.streams[0].growth.2035", number(0.6), "set 2035 growth to +60.0%"},
		{edit.SetFigure("a", "outlook.streams[0].actuals.2026-Q1", number(5.7e9)), "outlook.streams[0].actuals.2026-Q1", number(5.7e9), "set Q1 2026 actual to $5.7B"},
		{edit.SetFigure("a", "outlook.streams[1].actuals.2026-07", number(0)), "outlook.streams[1].actuals.2026-07", number(0), "set Jul 2026 actual of Hardware to $0"},
		{edit.SetFigure("a", "outlook.afterActuals", word("pace")), "outlook.afterActuals", word("pace"), "set rule after the actuals to Hold the pace"},
		{edit.SetRate("a", 0.15), "terms.share.rate", number(0.15), "set rate to 15%"},
		{edit.SetRateOfYear("a", 2030, 0.15), "terms.share.ratesByYear.2030", number(0.15), "set 2030 rate to 15%"},
		{edit.SetShareFrom("a", month(2025, 12)), "terms.share.from", word("2025-12"), "set share from Dec 2025"},
		{edit.SetShareThrough("a", month(2032, 1)), "terms.share.through", word("2032-01"), "set share through Jan 2032"},
		{edit.SetCapFrom("a", month(2026, 5)), "terms.share.capFrom", word("2026-05"), "set cap counts from May 2026"},
		{edit.SetAlreadyPaid("a", 2e9), "terms.share.alreadyPaid", number(2e9), "set counted before to $2.0B"},
		{edit.SetEndsAtAGI("a", true), "terms.share.endsAtAGI", truth(true), "turn on share ends at AGI"},
		{edit.SetReverseRate("a", 0.1), "terms.reverse.rate", number(0.1), "set reverse rate to 10%"},
		{edit.SetReverseFrom("a", month(2026, 2)), "terms.reverse.from", word("2026-02"), "set reverse share from Feb 2026"},
		{edit.SetReverseThrough("a", month(2027, 4)), "terms.reverse.through", word("2027-04"), "set reverse share through Apr 2027"},
		{edit.SetReverseEndsAtAGI("a", true), "terms.reverse.endsAtAGI", truth(true), "turn on reverse share ends at AGI"},
		{edit.SetOtherCloudsFrom("a", month(2027, 1)), "terms.otherClouds.from", word("2027-01"), "set other clouds from Jan 2027"},
		{edit.SetAzureLead("a", 6), "terms.otherClouds.azureLeadMonths", number(6), "set Azure lead to 6 months"},
		{edit.SetAzureLead("a", 1), "terms.otherClouds.azureLeadMonths", number(1), "set Azure lead to 1 month"},
		{edit.SetOpensAtAGI("a", true), "terms.otherClouds.opensAtAGI", truth(true), "turn on other clouds open at AGI"},
		{edit.SetLicenseThrough("a", month(2033, 1)), "terms.license.through", word("2033-01"), "set license through Jan 2033"},
		{edit.SetExclusive("a", scenario.ExclusiveUntilAGI), "terms.license.exclusive", word("until-agi"), "set license to exclusive until AGI"},
		{edit.SetDiscountRate("a", 0.08), "valuation.discountRate", number(0.08), "set discount rate to 8%"},
		{edit.SetAsOf("a", month(2026, 10)), "valuation.asOf", word("2026-10"), "set valuation as of Oct 2026"},
		{edit.SetGrowthSD("a", 2028, 0.2), "uncertainty.growthSD.2028", number(0.2), "set 2028 growth uncertainty to 20%"},
		{edit.SetCorrelation("a", -0.5), "uncertainty.correlation", number(-0.5), "set correlation to −50%"},
		{edit.SetCapRange("a", 35e9, 45e9), "uncertainty.capRange.high", number(45e9), "set range of cap to $35.0B to $45.0B"},
		{edit.SetCapWithin("a", 39e9, 35e9, 41e9), "terms.share.cap", number(39e9), "set cap to $39.0B of $35.0B to $41.0B"},
	}
	for _, test := range tests {
		s := open(t, 1)
		before := of(t, s, "a")
		do(t, s, test.change)
		after := of(t, s, "a")
		if got, ok := field.Figure(after, test.path); !ok || got != test.want {
			t.Errorf("%s: %s is %+v, want %+v", test.name, test.path, got, test.want)
		}
		if s.UndoName() != test.name {
			t.Errorf("undo %q, want %q", s.UndoName(), test.name)
		}
		if !reflect.DeepEqual(before.Sources, after.Sources) {
			t.Errorf("%s: sources have changed", test.name)
		}
		for _, path := range fieldPaths {
			was, _ := field.Figure(before, path)
			if is, _ := field.Figure(after, path); is != was && path != test.path {
				t.Errorf("%s: %s has changed from %+v to %+v", test.name, path, was, is)
			}
		}
		s.Undo()
		if !reflect.DeepEqual(of(t, s, "a"), before) {
			t.Errorf("%s: undo does not lead back", test.name)
		}
	}
}

var fieldPaths = []string{
	"name", "color", "note", "firstYear", "lastYear", "outlook.name", "outlook.shape", "outlook.agiVerified",
	"outlook.streams[0].name", "outlook.streams[0].channel", "outlook.streams[0].launch", "outlook.streams[0].base",
	"outlook.afterActuals", "outlook.streams[0].actuals.2026-Q1", "outlook.streams[1].actuals.2026-07",
	"outlook.streams[0].shared", "outlook.streams[0].growth.2026", "outlook.streams[0].growth.2027", "outlook.streams[0].growth.2030",
	"outlook.streams[1].name", "outlook.streams[1].channel", "outlook.streams[1].launch", "outlook.streams[1].base",
	"outlook.streams[1].growth.2029", "outlook.streams[1].growth.2030", "outlook.streams[2].base", "outlook.streams[2].growth.2027",
	"terms.name", "terms.share.rate", "terms.share.ratesByYear.2030", "terms.share.from", "terms.share.through",
	"terms.share.capFrom", "terms.share.cap", "terms.share.alreadyPaid", "terms.share.endsAtAGI",
	"terms.reverse.rate", "terms.reverse.from", "terms.reverse.through", "terms.reverse.endsAtAGI",
	"terms.otherClouds.from", "terms.otherClouds.azureLeadMonths", "terms.otherClouds.opensAtAGI",
	"terms.license.through", "terms.license.exclusive", "valuation.discountRate", "valuation.asOf",
	"uncertainty.growthSD.2027", "uncertainty.growthSD.2028", "uncertainty.correlation", "uncertainty.capRange.low", "uncertainty.capRange.high",
}

func TestUnsetting(t *testing.T) {
	tests := []struct {
		change edit.Change
		gone   []string
		name   string
	}{
		{edit.RemoveCap("a"), []string{"terms.share.cap", "uncertainty.capRange.low"}, "remove cap"},
		{edit.ClearRateOfYear("a", 2029), []string{"terms.share.ratesByYear.2029"}, "clear 2029 rate"},
		{edit.SetReverse("a", nil), []string{"terms.reverse.rate"}, "remove reverse share"},
		{edit.SetLicense("a", nil), []string{"terms.license.through"}, "remove license"},
		{edit.SetOtherCloudsFrom("a", 0), []string{"terms.otherClouds.from"}, "set other clouds from never"},
		{edit.SetAGIVerified("a", 0), []string{"outlook.agiVerified"}, "set AGI month to never"},
		{edit.RemoveUncertainty("a"), []string{"uncertainty.correlation"}, "remove uncertainty"},
		{edit.ClearFigure("a", "outlook.streams[1].actuals.2026-Q1"), []string{"outlook.streams[1].actuals.2026-Q1"}, "clear Q1 2026 actual of Hardware"},
		{edit.SetLaunch("a", 1, 0), []string{"outlook.streams[1].launch"}, "set launch of Hardware to none"},
	}
	for _, test := range tests {
		s := open(t, 1)
		do(t, s, edit.SetRateOfYear("a", 2029, 0.1), edit.SetAGIVerified("a", unit.NewMonth(2029, 6)),
			edit.SetFigure("a", "outlook.streams[1].actuals.2026-Q1", scenario.NumberValue(1e9)))
		for _, path := range test.gone {
			if _, ok := field.Figure(of(t, s, "a"), path); !ok {
				t.Fatalf("%s: %s is not set to begin with", test.name, path)
			}
		}
		do(t, s, test.change)
		for _, path := range test.gone {
			if got, ok := field.Figure(of(t, s, "a"), path); ok {
				t.Errorf("%s: %s is %+v, want none", test.name, path, got)
			}
		}
		if s.UndoName() != test.name {
			t.Errorf("undo %q, want %q", s.UndoName(), test.name)
		}
	}
}

func TestWindowAndDefaults(t *testing.T) {
	s := open(t, 1)
	from, through := unit.NewMonth(2031, 1), unit.NewMonth(2032, 12)
	do(t, s, edit.SetCapFrom("a", 0), edit.SetShareThrough("a", through), edit.SetShareFrom("a", from), edit.SetAsOf("a", 0))
	a := of(t, s, "a")
	if a.Terms.Share.From != from || a.Terms.Share.Through != through || a.Terms.Share.CapStart() != from || a.AsOf() != unit.NewMonth(2026, 1) {
		t.Errorf("share %+v, as of %s", a.Terms.Share, a.AsOf())
	}
	if s.UndoName() != "set valuation as of the start" {
		t.Errorf("undo %q", s.UndoName())
	}
}

func TestPartsThatAreNotThere(t *testing.T) {
	s := open(t, 1)
	do(t, s, edit.SetReverse("a", nil), edit.SetLicense("a", nil))
	reverse, license := "terms.reverse: there is no reverse share; add one first", "terms.license: there is no license; add one first"
	for want, changes := range map[string][]edit.Change{
		reverse: {
			edit.SetReverseRate("a", 0.1), edit.SetReverseFrom("a", unit.FirstMonth), edit.SetReverseThrough("a", unit.LastMonth),
			edit.SetReverseEndsAtAGI("a", true),
		},
		license: {edit.SetLicenseThrough("a", unit.LastMonth), edit.SetExclusive("a", scenario.ExclusiveYes)},
	} {
		for _, change := range changes {
			if err := s.Do(change); err == nil || err.Error() != want {
				t.Errorf("error %v, want %s", err, want)
			}
		}
	}
	given := &scenario.Reverse{Rate: 0.1, From: unit.FirstMonth, Through: unit.LastMonth}
	do(t, s, edit.SetReverse("a", given), edit.SetLicense("a", &scenario.License{Through: unit.LastMonth, Exclusive: scenario.ExclusiveNo}))
	given.Rate = 0.9
	if got := of(t, s, "a").Terms.Reverse.Rate; got != 0.1 {
		t.Errorf("the reverse share is still the caller's: %v", got)
	}
	do(t, s, edit.RemoveUncertainty("a"), edit.SetGrowthSD("a", 2027, 0.1))
	if got := of(t, s, "a").Uncertainty; got == nil || got.CapRange != nil || len(got.GrowthSD) != 1 {
		t.Errorf("uncertainty made again is %+v", got)
	}
}

func TestTheRangeMovesWithTheCap(t *testing.T) {
	tests := []struct {
		to   unit.Amount
		want scenario.CapRange
	}{
		{76e9, scenario.CapRange{Low: 70e9, High: 82e9}},
		{19e9, scenario.CapRange{Low: 17.5e9, High: 20.5e9}},
		{1e15, scenario.CapRange{Low: 35e9 * (1e15 / 38e9), High: 1e15}},
		{0, scenario.CapRange{}},
	}
	for _, test := range tests {
		s := open(t, 1)
		do(t, s, edit.SetCap("a", test.to))
		if got := *of(t, s, "a").Uncertainty.CapRange; got != test.want {
			t.Errorf("the range of a cap moved to %v is %v, want %v", test.to, got, test.want)
		}
	}
	s := open(t, 1)
	do(t, s, edit.SetCap("a", 0), edit.Select("a"))
	s.Seal()
	do(t, s, edit.SetCap("a", 38e9))
	if got, want := *of(t, s, "a").Uncertainty.CapRange, (scenario.CapRange{Low: 0, High: 38e9}); got != want {
		t.Errorf("the range of a cap moved away from 0 is %v, want %v", got, want)
	}
	do(t, s, edit.RemoveCap("a"), edit.SetCap("a", 40e9))
	if u := of(t, s, "a").Uncertainty; u.CapRange != nil || u.Correlation != 0.5 {
		t.Errorf("a new cap has the uncertainty %+v", u)
	}
}
