package field

import (
	"headroom/scenario"
	"headroom/scenario/unit"
)

// order are the inputs of a scenario: what says nothing about payments, then
// the rest in the order of the form. A new input needs its line here, and whatever
// goes through inputs knows it.
var order = []*spec{
	{Pattern: "id", Kind: Label, access: texts(inScenario(func(s *scenario.Scenario) *string { return &s.ID }))},
	{Pattern: "name", Kind: Label, access: texts(inScenario(func(s *scenario.Scenario) *string { return &s.Name }))},
	{Pattern: "color", Kind: Label, access: texts(inScenario(func(s *scenario.Scenario) *string { return &s.Color }))},
	{Pattern: "note", Kind: Label, access: texts(inScenario(func(s *scenario.Scenario) *string { return &s.Note }))},
	{
		Pattern: "firstYear", Name: "First year", Kind: Year, Low: scenario.MinYear, High: scenario.MaxYear,
		access: numbers(inScenario(func(s *scenario.Scenario) *int { return &s.FirstYear })),
	},
	{Pattern: "outlook.name", Kind: Label, access: texts(inScenario(func(s *scenario.Scenario) *string { return &s.Outlook.Name }))},
	{Pattern: "outlook.preset", Kind: Label, access: texts(inScenario(func(s *scenario.Scenario) *string { return &s.Outlook.Preset }))},
	{Pattern: "terms.name", Kind: Label, access: texts(inScenario(func(s *scenario.Scenario) *string { return &s.Terms.Name }))},
	{Pattern: "terms.preset", Kind: Label, access: texts(inScenario(func(s *scenario.Scenario) *string { return &s.Terms.Preset }))},

	{Pattern: "outlook.streams[].name", Name: "name", Kind: Label, access: texts(inStream(func(st *scenario.Stream) *string { return &st.Name }))},
	{
		Pattern: "outlook.streams[].channel", Name: "channel", Short: "channel", Kind: Channel,
		access: texts(inStream(func(st *scenario.Stream) *scenario.Channel { return &st.Channel })),
	},
	{
		Pattern: "outlook.streams[].launch", Name: "launch", Short: "launch", Kind: Year, Low: scenario.MinYear, High: scenario.MaxYear, None: "none",
		access: someYear(inStream(func(st *scenario.Stream) *int { return &st.Launch })),
	},
	{
		Pattern: "outlook.streams[].base", Name: "base revenue", Short: "base revenue", Kind: Amount, High: scenario.MaxAmount,
		access: numbers(inStream(func(st *scenario.Stream) *unit.Amount { return &st.Base })),
	},
	{
		Pattern: "outlook.streams[].shared", Name: "shared part", Short: "shared part", Kind: Rate, High: 1,
		access: numbers(inStream(func(st *scenario.Stream) *unit.Rate { return &st.Shared })),
	},
	{
		Pattern: "outlook.streams[].revenue.YYYY", Name: "%d revenue", Short: "%d revenue", Kind: Amount, High: scenario.MaxAmount,
		access: yearsRevenue(),
	},
	{
		Pattern: "outlook.streams[].growth.YYYY", Name: "%d growth", Short: "%d growth", Kind: Growth, Low: -1, High: scenario.MaxGrowth,
		access: years(inStream(func(st *scenario.Stream) *scenario.ByYear { return &st.Growth })),
	},
	{
		Pattern: "outlook.streams[].actuals.PERIOD", Name: "%d actual", Short: "%d actual", Kind: Amount, High: scenario.MaxAmount, None: "unknown",
		access: actualAmounts(inStream(func(st *scenario.Stream) *scenario.Actuals { return &st.Actuals })),
	},

	{
		Pattern: "lastYear", Name: "Last year", Short: "last year", Kind: Year, Low: scenario.MinYear, High: scenario.MaxYear,
		access: numbers(inScenario(func(s *scenario.Scenario) *int { return &s.LastYear })),
	},
	{
		Pattern: "outlook.shape", Name: "Revenue within a year", Short: "shape", Kind: Shape,
		access: texts(inScenario(func(s *scenario.Scenario) *scenario.Shape { return &s.Outlook.Shape })),
	},
	{
		Pattern: "outlook.afterActuals", Name: "After the actuals", Short: "rule after the actuals", Kind: AfterActuals,
		access: afterActuals(),
	},

	{Pattern: "terms.share.cap", Name: "Total cap", Short: "cap", Kind: Amount, High: scenario.MaxAmount, None: "no cap", access: theCap()},
	{
		Pattern: "terms.share.rate", Name: "Share rate", Short: "rate", Kind: Rate, High: 1,
		access: numbers(inScenario(func(s *scenario.Scenario) *unit.Rate { return &s.Terms.Share.Rate })),
	},
	{
		Pattern: "terms.share.ratesByYear.YYYY", Name: "Share rate of %d", Short: "%d rate", Kind: Rate, High: 1, None: "as in other years",
		access: years(inScenario(func(s *scenario.Scenario) *scenario.ByYear { return &s.Terms.Share.RatesByYear })),
	},
	{
		Pattern: "terms.share.from", Name: "Share paid from", Short: "share from", Kind: Month,
		access: months(inScenario(func(s *scenario.Scenario) *unit.Month { return &s.Terms.Share.From }), nil),
	},
	{
		Pattern: "terms.share.through", Name: "Share paid through", Short: "share through", Kind: Month,
		access: months(inScenario(func(s *scenario.Scenario) *unit.Month { return &s.Terms.Share.Through }), nil),
	},
	{
		Pattern: "terms.share.capFrom", Name: "Cap counts from", Short: "cap counts from", Kind: Month, None: "the start",
		access: months(inScenario(func(s *scenario.Scenario) *unit.Month { return &s.Terms.Share.CapFrom }),
			func(s *scenario.Scenario) unit.Month { return s.Terms.Share.CapStart() }),
	},
	{
		Pattern: "terms.share.alreadyPaid", Name: "Counted before", Short: "counted before", Kind: Amount, High: scenario.MaxAmount,
		access: numbers(inScenario(func(s *scenario.Scenario) *unit.Amount { return &s.Terms.Share.AlreadyPaid })),
	},
	{
		Pattern: "terms.share.endsAtAGI", Name: "Share ends when AGI is verified", Short: "share ends at AGI", Kind: Truth,
		access: truths(inScenario(func(s *scenario.Scenario) *bool { return &s.Terms.Share.EndsAtAGI })),
	},

	{
		Pattern: "terms.reverse.rate", Name: "Reverse share", Short: "reverse rate", Kind: Rate, High: 1,
		access: numbers(inReverse(func(r *scenario.Reverse) *unit.Rate { return &r.Rate })),
	},
	{
		Pattern: "terms.reverse.from", Name: "Reverse share paid from", Short: "reverse share from", Kind: Month,
		access: months(inReverse(func(r *scenario.Reverse) *unit.Month { return &r.From }), nil),
	},
	{
		Pattern: "terms.reverse.through", Name: "Reverse share paid through", Short: "reverse share through", Kind: Month,
		access: months(inReverse(func(r *scenario.Reverse) *unit.Month { return &r.Through }), nil),
	},
	{
		Pattern: "terms.reverse.endsAtAGI", Name: "Reverse share ends when AGI is verified", Short: "reverse share ends at AGI", Kind: Truth,
		access: truths(inReverse(func(r *scenario.Reverse) *bool { return &r.EndsAtAGI })),
	},

	{
		Pattern: "terms.otherClouds.from", Name: "Other clouds from", Short: "other clouds from", Kind: Month, None: "never",
		access: months(inScenario(func(s *scenario.Scenario) *unit.Month { return &s.Terms.OtherClouds.From }), nil),
	},
	{
		Pattern: "terms.otherClouds.azureLeadMonths", Name: "Azure lead", Short: "Azure lead", Kind: Count, High: scenario.MaxAzureLead,
		access: numbers(inScenario(func(s *scenario.Scenario) *int { return &s.Terms.OtherClouds.AzureLeadMonths })),
	},
	{
		Pattern: "terms.otherClouds.opensAtAGI", Name: "Other clouds open when AGI is verified", Short: "other clouds open at AGI", Kind: Truth,
		access: truths(inScenario(func(s *scenario.Scenario) *bool { return &s.Terms.OtherClouds.OpensAtAGI })),
	},
	{
		Pattern: "terms.license.exclusive", Name: "License", Short: "license", Kind: Exclusivity,
		access: texts(inLicense(func(l *scenario.License) *scenario.Exclusive { return &l.Exclusive })),
	},
	{
		Pattern: "terms.license.through", Name: "License through", Short: "license through", Kind: Month,
		access: months(inLicense(func(l *scenario.License) *unit.Month { return &l.Through }), nil),
	},
	{
		Pattern: "outlook.agiVerified", Name: "AGI verified", Short: "AGI month", Kind: Month, None: "never",
		access: months(inScenario(func(s *scenario.Scenario) *unit.Month { return &s.Outlook.AGIVerified }), nil),
	},

	{
		Pattern: "valuation.discountRate", Name: "Discount rate", Short: "discount rate", Kind: Rate, Low: scenario.MinDiscount, High: scenario.MaxDiscount,
		access: numbers(inScenario(func(s *scenario.Scenario) *unit.Rate { return &s.Valuation.DiscountRate })),
	},
	{
		Pattern: "valuation.asOf", Name: "Valued as of", Short: "valuation as of", Kind: Month, None: "the start",
		access: months(inScenario(func(s *scenario.Scenario) *unit.Month { return &s.Valuation.AsOf }),
			func(s *scenario.Scenario) unit.Month { return s.AsOf() }),
	},

	{
		Pattern: "uncertainty.growthSD.YYYY", Name: "Uncertainty of %d growth", Short: "%d growth uncertainty",
		Kind: Rate, High: scenario.MaxSD, None: "none",
		access: years(inUncertainty(func(u *scenario.Uncertainty) *scenario.ByYear { return &u.GrowthSD })),
	},
	{
		Pattern: "uncertainty.correlation", Name: "Correlation of growth", Short: "correlation", Kind: Ratio, Low: -1, High: 1,
		access: numbers(inUncertainty(func(u *scenario.Uncertainty) *unit.Rate { return &u.Correlation })),
	},
	{
		Pattern: "uncertainty.capRange.low", Name: "Low end of the cap", Short: "low end of cap", Kind: Amount, High: scenario.MaxAmount,
		access: numbers(inCapRange(func(r *scenario.CapRange) *unit.Amount { return &r.Low })),
	},
	{
		Pattern: "uncertainty.capRange.high", Name: "High end of the cap", Short: "high end of cap", Kind: Amount, High: scenario.MaxAmount,
		access: numbers(inCapRange(func(r *scenario.CapRange) *unit.Amount { return &r.High })),
	},
}

// specs are the inputs by pattern. Like order it never changes.
var specs = func() map[string]*spec {
	byPattern := make(map[string]*spec, len(order))
	for i, sp := range order {
		sp.rank = i
		byPattern[sp.Pattern] = sp
	}
	return byPattern
}()
