package report

import (
	"testing"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/field"
	"headroom/scenario/unit"
)

// termOf returns a term of which the named fields differ.
func termOf(kind compare.Kind, paths ...string) compare.TermWorth {
	t := compare.TermWorth{Group: compare.Group{Kind: kind}}
	for _, path := range paths {
		t.Fields = append(t.Fields, compare.Difference{Path: path})
	}
	return t
}

func month(year int, m int) unit.Month { return unit.NewMonth(year, 1) + unit.Month(m-1) }

func TestWordsOfTerms(t *testing.T) {
	share := scenario.Share{Rate: 0.2, From: month(2026, 1), Through: month(2030, 12)}
	agi := termOf(compare.AGI, "terms.share.endsAtAGI", "terms.reverse.endsAtAGI", "terms.otherClouds.opensAtAGI")
	clauses := termOf(compare.AGI, "terms.reverse.endsAtAGI", "terms.otherClouds.opensAtAGI")
	rate, limit, window := termOf(compare.Rate), termOf(compare.Cap), termOf(compare.Window)
	start, reverse, clouds, license := termOf(compare.CapStart), termOf(compare.ReverseShare), termOf(compare.Clouds), termOf(compare.License)
	with := func(change func(terms *scenario.Terms)) scenario.Terms {
		terms := scenario.Terms{Share: share}
		change(&terms)
		return terms
	}
	back := func(rate unit.Rate, from, through unit.Month) scenario.Terms {
		return with(func(t *scenario.Terms) { t.Reverse = &scenario.Reverse{Rate: rate, From: from, Through: through} })
	}
	open := func(from unit.Month, lead int, agi bool) scenario.Terms {
		return with(func(t *scenario.Terms) {
			t.OtherClouds = scenario.OtherClouds{From: from, AzureLeadMonths: lead, OpensAtAGI: agi}
		})
	}
	licensed := func(through unit.Month, e scenario.Exclusive) scenario.Terms {
		return with(func(t *scenario.Terms) { t.License = &scenario.License{Through: through, Exclusive: e} })
	}
	capped := func(limit unit.Amount) scenario.Terms {
		return with(func(t *scenario.Terms) { t.Share.Capped, t.Share.Cap = true, limit })
	}
	for _, c := range []struct {
		term  compare.TermWorth
		terms scenario.Terms
		want  string
	}{
		{limit, scenario.Terms{}, "none"},
		{limit, capped(38e9), "$38.0B"},
		{limit, capped(38.25e9), "$38.25B"},
		{limit, capped(38123456789), "$38.123456789B"},
		{limit, capped(0), "$0"},
		{rate, with(func(*scenario.Terms) {}), "20%"},
		{rate, with(func(t *scenario.Terms) { t.Share.RatesByYear = scenario.ByYear{{Year: 2029, Rate: 0.15}} }), "20%, 15% in 2029"},
		{rate, with(func(t *scenario.Terms) {
			t.Share.RatesByYear = scenario.ByYear{{Year: 2026, Rate: 0.2}, {Year: 2027, Rate: 0.15}, {Year: 2028, Rate: 0.15}, {Year: 2030, Rate: 0.15}}
		}), "20%, 15% in 2027 and 2028, 15% in 2030"},
		{rate, with(func(t *scenario.Terms) {
			t.Share.RatesByYear = scenario.ByYear{{Year: 2028, Rate: 0.15}, {Year: 2029, Rate: 0.15}, {Year: 2030, Rate: 0.15}}
		}), "20%, 15% in 2028 to 2030"},
		{window, with(func(t *scenario.Terms) { t.Share.Through = month(2031, 6) }), "Jan 2026 through Jun 2031"},
		{start, with(func(*scenario.Terms) {}), "Jan 2026"},
		{start, with(func(t *scenario.Terms) { t.Share.CapFrom, t.Share.AlreadyPaid = month(2026, 5), 2e9 }), "May 2026, $2.0B counted before"},
		{agi, with(func(t *scenario.Terms) { t.Share.EndsAtAGI = true }), "20% until AGI is verified"},
		{agi, with(func(*scenario.Terms) {}), "20% through 2030, whatever AGI does"},
		{agi, with(func(t *scenario.Terms) { t.Share.Through = month(2030, 11) }), "20% through Nov 2030, whatever AGI does"},
		{agi, with(func(t *scenario.Terms) { t.Share.RatesByYear = scenario.ByYear{{Year: 2030, Rate: 0.15}} }), "share through 2030, whatever AGI does"},
		{clauses, with(func(t *scenario.Terms) { t.Reverse = &scenario.Reverse{EndsAtAGI: true} }), "reverse share until AGI, other clouds whatever AGI does"},
		{clauses, open(0, 0, true), "reverse share whatever AGI does, other clouds after AGI"},
		{reverse, scenario.Terms{}, "none"},
		{reverse, back(0.2, month(2026, 1), month(2030, 12)), "20% of Azure resale"},
		{reverse, back(0.2, month(2025, 1), month(2031, 12)), "20% of Azure resale"},
		{reverse, back(0.2, month(2026, 1), month(2026, 4)), "20% through Apr 2026, then none"},
		{reverse, back(0.2, month(2026, 1), month(2030, 11)), "20% through Nov 2030, then none"},
		{reverse, back(0.1, month(2026, 2), month(2028, 12)), "10% from Feb 2026 through 2028, then none"},
		{reverse, back(0.1, month(2026, 2), month(2030, 12)), "10% from Feb 2026"},
		{reverse, back(0.1, month(2025, 1), month(2025, 12)), "none"},
		{reverse, back(0.1, month(2031, 1), month(2031, 12)), "none"},
		{clouds, open(0, 0, false), "API only on Azure"},
		{clouds, open(0, 0, true), "API only on Azure until AGI"},
		{clouds, open(month(2026, 1), 0, false), "any cloud, Azure first"},
		{clouds, open(month(2026, 5), 0, true), "any cloud from May 2026, Azure first"},
		{clouds, open(month(2026, 5), 1, false), "any cloud from May 2026, Azure first by 1 month"},
		{clouds, open(month(2025, 5), 6, false), "any cloud, Azure first by 6 months"},
		{license, scenario.Terms{}, "none"},
		{license, licensed(month(2032, 12), scenario.ExclusiveNo), "non-exclusive through 2032"},
		{license, licensed(month(2032, 6), scenario.ExclusiveYes), "exclusive through Jun 2032"},
		{license, licensed(month(2032, 12), scenario.ExclusiveUntilAGI), "exclusive until AGI, through 2032"},
	} {
		s := scenario.Scenario{FirstYear: 2026, LastYear: 2030, Terms: c.terms}
		if got := termWords(c.term, s); got != c.want {
			t.Errorf("%s: %q, want %q", c.term.Group, got, c.want)
		}
	}
}

func TestWhatTheWordsDoNotTellApartTheFieldsDo(t *testing.T) {
	prior := scenario.Scenario{FirstYear: 2026, LastYear: 2030, Terms: scenario.Terms{
		Reverse: &scenario.Reverse{Rate: 0.2, From: month(2026, 1), Through: month(2031, 6)},
	}}
	amended := prior
	amended.Terms.Reverse = &scenario.Reverse{Rate: 0.2, From: month(2026, 1), Through: month(2031, 12)}
	both := termOf(compare.ReverseShare, "terms.reverse.through")
	for _, s := range []scenario.Scenario{prior, amended} {
		value, set := field.Figure(s, "terms.reverse.through")
		both.Fields[0].Values = append(both.Fields[0].Values, compare.Value{SourceValue: value, Set: set})
	}
	before, after := TermWords(both, prior, amended)
	if before != "Reverse share paid through: Jun 2031" || after != "Reverse share paid through: Dec 2031" {
		t.Errorf("%q and %q", before, after)
	}
}

func TestNamesOfTerms(t *testing.T) {
	moving := func(t compare.TermWorth, net, revenue unit.Amount) compare.TermWorth {
		t.Net, t.Revenue = net, revenue
		return t
	}
	one := termOf(compare.AGI, "terms.share.endsAtAGI")
	two := termOf(compare.AGI, "terms.share.endsAtAGI", "terms.otherClouds.opensAtAGI")
	for _, c := range []struct {
		term compare.TermWorth
		want string
	}{
		{one, "Share to Microsoft"},
		{two, "Share to Microsoft"},
		{moving(one, 1e9, 0), "Share to Microsoft"},
		{moving(two, 1e9, 0), "All AGI clauses"},
		{moving(two, 0, 1e9), "All AGI clauses"},
		{termOf(compare.AGI, "terms.otherClouds.opensAtAGI"), "All AGI clauses"},
		{termOf(compare.Cap), "Total cap"},
		{termOf(compare.OtherTerms), "All terms but the cap"},
	} {
		if got := TermName(c.term); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
