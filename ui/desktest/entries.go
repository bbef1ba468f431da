package desktest

import (
	"headroom/scenario"
	"headroom/scenario/unit"
)

// An EntryCase types into one field of the form.
type EntryCase struct {
	Path  string
	Types string
	Get   func(s scenario.Scenario) any
	Want  any
	Shows string // the field, once it is left
	Undo  string // what the menu would undo
}

// EntryCases type into every field of the form of the worked case that can be typed
// into.
func EntryCases() []EntryCase {
	growth := func(year int) func(s scenario.Scenario) any {
		return func(s scenario.Scenario) any { v, _ := s.Outlook.Streams[0].Growth.Get(year); return v }
	}
	revenue := func(year int) func(s scenario.Scenario) any {
		return func(s scenario.Scenario) any { return s.Revenue(0, year).Table() }
	}
	return []EntryCase{
		{"outlook.streams[0].base", "14B", func(s scenario.Scenario) any { return s.Outlook.Streams[0].Base }, unit.Amount(14e9), "$14.0B", "set base revenue to $14.0B"},
		{"outlook.streams[0].growth.2026", "129%", growth(2026), unit.Rate(1.29), "+129.0%", "set 2026 growth to +129.0%"},
		{"outlook.streams[0].growth.2027", "60", growth(2027), unit.Rate(0.6), "+60.0%", "set 2027 growth to +60.0%"},
		{"outlook.streams[0].growth.2028", "2.29x", growth(2028), unit.Rate(1.29), "+129.0%", "set 2028 growth to +129.0%"},
		{"outlook.streams[0].growth.2029", "-99%", growth(2029), unit.Rate(-0.99), "−99.0%", "set 2029 growth to −99.0%"},
		{"outlook.streams[0].growth.2030", "10000%", growth(2030), unit.Rate(100), "+10,000%", "set 2030 growth to +10,000.0%"},
		{"outlook.streams[0].revenue.2026", "26.14", revenue(2026), "$26.14B", "$26.1B", "set 2026 revenue to $26.1B"},
		{"outlook.streams[0].revenue.2027", "$60bn", revenue(2027), "$60.00B", "$60.0B", "set 2027 revenue to $60.0B"},
		{"outlook.streams[0].revenue.2028", "62,000,000,000", revenue(2028), "$62.00B", "$62.0B", "set 2028 revenue to $62.0B"},
		{"outlook.streams[0].revenue.2029", "226B", revenue(2029), "$226.00B", "$226.0B", "set 2029 revenue to $226.0B"},
		{"outlook.streams[0].revenue.2030", "92", revenue(2030), "$92.00B", "$92.0B", "set 2030 revenue to $92.0B"},
		{"terms.share.cap", "40", func(s scenario.Scenario) any { return s.Terms.Share.Cap }, unit.Amount(40e9), "$40.0B", "set cap to $40.0B"},
		{"terms.share.cap", "no cap", func(s scenario.Scenario) any { return s.Terms.Share.Capped }, false, "", "remove cap"},
		{"terms.share.rate", "25", func(s scenario.Scenario) any { return s.Terms.Share.Rate }, unit.Rate(0.25), "25%", "set rate to 25%"},
		{"terms.share.from", "2026-07", func(s scenario.Scenario) any { return s.Terms.Share.From }, InMonth("2026-07"), "Jul 2026", "set share from Jul 2026"},
		{"terms.share.through", "june 2029", func(s scenario.Scenario) any { return s.Terms.Share.Through }, InMonth("2029-06"), "Jun 2029", "set share through Jun 2029"},
		{"terms.share.capFrom", "2027-01", func(s scenario.Scenario) any { return s.Terms.Share.CapFrom }, InMonth("2027-01"), "Jan 2027", "set cap counts from Jan 2027"},
		{"terms.share.alreadyPaid", "2B", func(s scenario.Scenario) any { return s.Terms.Share.AlreadyPaid }, unit.Amount(2e9), "$2.00B", "set counted before to $2.0B"},
		{"terms.reverse.rate", "12.5%", func(s scenario.Scenario) any { return s.Terms.Reverse.Rate }, unit.Rate(0.125), "12.5%", "set reverse rate to 12.5%"},
		{"terms.reverse.from", "2026-02", func(s scenario.Scenario) any { return s.Terms.Reverse.From }, InMonth("2026-02"), "Feb 2026", "set reverse share from Feb 2026"},
		{"terms.reverse.through", "2030-12", func(s scenario.Scenario) any { return s.Terms.Reverse.Through }, InMonth("2030-12"), "Dec 2030", "set reverse share through Dec 2030"},
		{"terms.otherClouds.from", "never", func(s scenario.Scenario) any { return s.Terms.OtherClouds.From }, unit.Month(0), "", "set other clouds from never"},
		{"terms.otherClouds.azureLeadMonths", "3 months", func(s scenario.Scenario) any { return s.Terms.OtherClouds.AzureLeadMonths }, 3, "3 months", "set Azure lead to 3 months"},
		{"terms.license.through", "2031-06", func(s scenario.Scenario) any { return s.Terms.License.Through }, InMonth("2031-06"), "Jun 2031", "set license through Jun 2031"},
		{"outlook.agiVerified", "2029-06", func(s scenario.Scenario) any { return s.Outlook.AGIVerified }, InMonth("2029-06"), "Jun 2029", "set AGI month to Jun 2029"},
		{"lastYear", "2032", func(s scenario.Scenario) any { return s.LastYear }, 2032, "2032", "set last year to 2032"},
		{"lastYear", "2026", func(s scenario.Scenario) any { return s.LastYear }, 2026, "2026", "set last year to 2026"},
		{"valuation.discountRate", "0", func(s scenario.Scenario) any { return s.Valuation.DiscountRate }, unit.Rate(0), "0%", "set discount rate to 0%"},
		{"valuation.asOf", "2026-11", func(s scenario.Scenario) any { return s.Valuation.AsOf }, InMonth("2026-11"), "Nov 2026", "set valuation as of Nov 2026"},
	}
}
