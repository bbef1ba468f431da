package scenario

import "headroom/scenario/unit"

// fieldOrder are the inputs of a scenario: what says nothing about payments, then
// the rest in the order of the form. A new input needs its line here, and whatever
// goes through inputs knows it.
var fieldOrder = []*fieldSpec{
	{Pattern: "id", Kind: FieldLabel, access: texts(inScenario(func(s *Scenario) *string { return &s.ID }))},
	{Pattern: "name", Kind: FieldLabel, access: texts(inScenario(func(s *Scenario) *string { return &s.Name }))},
	{Pattern: "color", Kind: FieldLabel, access: texts(inScenario(func(s *Scenario) *string { return &s.Color }))},
	{Pattern: "note", Kind: FieldLabel, access: texts(inScenario(func(s *Scenario) *string { return &s.Note }))},
	{
		Pattern: "firstYear", Name: "First year", Kind: FieldYear, Low: MinYear, High: MaxYear,
		access: numbers(inScenario(func(s *Scenario) *int { return &s.FirstYear })),
	},
	{Pattern: "outlook.name", Kind: FieldLabel, access: texts(inScenario(func(s *Scenario) *string { return &s.Outlook.Name }))},
	{Pattern: "outlook.preset", Kind: FieldLabel, access: texts(inScenario(func(s *Scenario) *string { return &s.Outlook.Preset }))},
	{Pattern: "terms.name", Kind: FieldLabel, access: texts(inScenario(func(s *Scenario) *string { return &s.Terms.Name }))},
	{Pattern: "terms.preset", Kind: FieldLabel, access: texts(inScenario(func(s *Scenario) *string { return &s.Terms.Preset }))},

	{Pattern: "outlook.streams[].name", Name: "name", Kind: FieldLabel, access: texts(inStream(func(st *Stream) *string { return &st.Name }))},
	{
		Pattern: "outlook.streams[].channel", Name: "channel", Short: "channel", Kind: FieldChannel,
		access: texts(inStream(func(st *Stream) *Channel { return &st.Channel })),
	},
	{
		Pattern: "outlook.streams[].launch", Name: "launch", Short: "launch", Kind: FieldYear, Low: MinYear, High: MaxYear, None: "none",
		access: someYear(inStream(func(st *Stream) *int { return &st.Launch })),
	},
	{
		Pattern: "outlook.streams[].base", Name: "base revenue", Short: "base revenue", Kind: FieldAmount, High: MaxAmount,
		access: numbers(inStream(func(st *Stream) *unit.Amount { return &st.Base })),
	},
	{
		Pattern: "outlook.streams[].shared", Name: "shared part", Short: "shared part", Kind: FieldRate, High: 1,
		access: numbers(inStream(func(st *Stream) *unit.Rate { return &st.Shared })),
	},
	{
		Pattern: "outlook.streams[].revenue.YYYY", Name: "%d revenue", Short: "%d revenue", Kind: FieldAmount, High: MaxAmount,
		access: yearsRevenue(),
	},
	{
		Pattern: "outlook.streams[].growth.YYYY", Name: "%d growth", Short: "%d growth", Kind: FieldGrowth, Low: -1, High: MaxGrowth,
		access: years(inStream(func(st *Stream) *ByYear { return &st.Growth })),
	},
	{
		Pattern: "outlook.streams[].actuals.PERIOD", Name: "%d actual", Short: "%d actual", Kind: FieldAmount, High: MaxAmount, None: "unknown",
		access: actualAmounts(inStream(func(st *Stream) *Actuals { return &st.Actuals })),
	},

	{
		Pattern: "lastYear", Name: "Last year", Short: "last year", Kind: FieldYear, Low: MinYear, High: MaxYear,
		access: numbers(inScenario(func(s *Scenario) *int { return &s.LastYear })),
	},
	{
		Pattern: "outlook.shape", Name: "Revenue within a year", Short: "shape", Kind: FieldShape,
		access: texts(inScenario(func(s *Scenario) *Shape { return &s.Outlook.Shape })),
	},
	{
		Pattern: "outlook.afterActuals", Name: "After the actuals", Short: "rule after the actuals", Kind: FieldAfterActuals,
		access: afterActuals(),
	},

	{Pattern: "terms.share.cap", Name: "Total cap", Short: "cap", Kind: FieldAmount, High: MaxAmount, None: "no cap", access: theCap()},
	{
		Pattern: "terms.share.rate", Name: "Share rate", Short: "rate", Kind: FieldRate, High: 1,
		access: numbers(inScenario(func(s *Scenario) *unit.Rate { return &s.Terms.Share.Rate })),
	},
	{
		Pattern: "terms.share.ratesByYear.YYYY", Name: "Share rate of %d", Short: "%d rate", Kind: FieldRate, High: 1, None: "as in other years",
		access: years(inScenario(func(s *Scenario) *ByYear { return &s.Terms.Share.RatesByYear })),
	},
	{
		Pattern: "terms.share.from", Name: "Share paid from", Short: "share from", Kind: FieldMonth,
		access: months(inScenario(func(s *Scenario) *unit.Month { return &s.Terms.Share.From }), nil),
	},
	{
		Pattern: "terms.share.through", Name: "Share paid through", Short: "share through", Kind: FieldMonth,
		access: months(inScenario(func(s *Scenario) *unit.Month { return &s.Terms.Share.Through }), nil),
	},
	{
		Pattern: "terms.share.capFrom", Name: "Cap counts from", Short: "cap counts from", Kind: FieldMonth, None: "the start",
		access: months(inScenario(func(s *Scenario) *unit.Month { return &s.Terms.Share.CapFrom }),
			func(s *Scenario) unit.Month { return s.Terms.Share.CapStart() }),
	},
	{
		Pattern: "terms.share.alreadyPaid", Name: "Counted before", Short: "counted before", Kind: FieldAmount, High: MaxAmount,
		access: numbers(inScenario(func(s *Scenario) *unit.Amount { return &s.Terms.Share.AlreadyPaid })),
	},
	{
		Pattern: "terms.share.endsAtAGI", Name: "Share ends when AGI is verified", Short: "share ends at AGI", Kind: FieldTruth,
		access: truths(inScenario(func(s *Scenario) *bool { return &s.Terms.Share.EndsAtAGI })),
	},

	{
		Pattern: "terms.reverse.rate", Name: "Reverse share", Short: "reverse rate", Kind: FieldRate, High: 1,
		access: numbers(inReverse(func(r *Reverse) *unit.Rate { return &r.Rate })),
	},
	{
		Pattern: "terms.reverse.from", Name: "Reverse share paid from", Short: "reverse share from", Kind: FieldMonth,
		access: months(inReverse(func(r *Reverse) *unit.Month { return &r.From }), nil),
	},
	{
		Pattern: "terms.reverse.through", Name: "Reverse share paid through", Short: "reverse share through", Kind: FieldMonth,
		access: months(inReverse(func(r *Reverse) *unit.Month { return &r.Through }), nil),
	},
	{
		Pattern: "terms.reverse.endsAtAGI", Name: "Reverse share ends when AGI is verified", Short: "reverse share ends at AGI", Kind: FieldTruth,
		access: truths(inReverse(func(r *Reverse) *bool { return &r.EndsAtAGI })),
	},

	{
		Pattern: "terms.otherClouds.from", Name: "Other clouds from", Short: "other clouds from", Kind: FieldMonth, None: "never",
		access: months(inScenario(func(s *Scenario) *unit.Month { return &s.Terms.OtherClouds.From }), nil),
	},
	{
		Pattern: "terms.otherClouds.azureLeadMonths", Name: "Azure lead", Short: "Azure lead", Kind: FieldCount, High: MaxAzureLead,
		access: numbers(inScenario(func(s *Scenario) *int { return &s.Terms.OtherClouds.AzureLeadMonths })),
	},
	{
		Pattern: "terms.otherClouds.opensAtAGI", Name: "Other clouds open when AGI is verified", Short: "other clouds open at AGI", Kind: FieldTruth,
		access: truths(inScenario(func(s *Scenario) *bool { return &s.Terms.OtherClouds.OpensAtAGI })),
	},
	{
		Pattern: "terms.license.exclusive", Name: "License", Short: "license", Kind: FieldExclusivity,
		access: texts(inLicense(func(l *License) *Exclusive { return &l.Exclusive })),
	},
	{
		Pattern: "terms.license.through", Name: "License through", Short: "license through", Kind: FieldMonth,
		access: months(inLicense(func(l *License) *unit.Month { return &l.Through }), nil),
	},
	{
		Pattern: "outlook.agiVerified", Name: "AGI verified", Short: "AGI month", Kind: FieldMonth, None: "never",
		access: months(inScenario(func(s *Scenario) *unit.Month { return &s.Outlook.AGIVerified }), nil),
	},

	{
		Pattern: "valuation.discountRate", Name: "Discount rate", Short: "discount rate", Kind: FieldRate, Low: MinDiscount, High: MaxDiscount,
		access: numbers(inScenario(func(s *Scenario) *unit.Rate { return &s.Valuation.DiscountRate })),
	},
	{
		Pattern: "valuation.asOf", Name: "Valued as of", Short: "valuation as of", Kind: FieldMonth, None: "the start",
		access: months(inScenario(func(s *Scenario) *unit.Month { return &s.Valuation.AsOf }),
			func(s *Scenario) unit.Month { return s.AsOf() }),
	},

	{
		Pattern: "uncertainty.growthSD.YYYY", Name: "Uncertainty of %d growth", Short: "%d growth uncertainty",
		Kind: FieldRate, High: MaxSD, None: "none",
		access: years(inUncertainty(func(u *Uncertainty) *ByYear { return &u.GrowthSD })),
	},
	{
		Pattern: "uncertainty.correlation", Name: "Correlation of growth", Short: "correlation", Kind: FieldRatio, Low: -1, High: 1,
		access: numbers(inUncertainty(func(u *Uncertainty) *unit.Rate { return &u.Correlation })),
	},
	{
		Pattern: "uncertainty.capRange.low", Name: "Low end of the cap", Short: "low end of cap", Kind: FieldAmount, High: MaxAmount,
		access: numbers(inCapRange(func(r *CapRange) *unit.Amount { return &r.Low })),
	},
	{
		Pattern: "uncertainty.capRange.high", Name: "High end of the cap", Short: "high end of cap", Kind: FieldAmount, High: MaxAmount,
		access: numbers(inCapRange(func(r *CapRange) *unit.Amount { return &r.High })),
	},
}

// fieldSpecs are the inputs by pattern. Like fieldOrder it never changes.
var fieldSpecs = func() map[string]*fieldSpec {
	byPattern := make(map[string]*fieldSpec, len(fieldOrder))
	for i, spec := range fieldOrder {
		spec.rank = i
		byPattern[spec.Pattern] = spec
	}
	return byPattern
}()
