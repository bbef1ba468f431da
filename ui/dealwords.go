package ui

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/explain"
	"headroom/scenario/unit"
)

// The words of the Deal view: what terms say, side by side, and what changing
// them is worth.

// favor says in whose favor a change of terms is that is worth so much to OpenAI,
// large: the net of all payments through the last year.
func favor(worth unit.Amount, lastYear int) string {
	through := " through " + strconv.Itoa(lastYear)
	switch text := worth.Headline(); {
	case text == unit.Amount(0).Headline():
		return "No money either way" + through
	case worth < 0:
		return (-worth).Headline() + " in Microsoft's favor" + through
	default:
		return text + " in OpenAI's favor" + through
	}
}

// dealNames are what the table calls the terms, and their names in the inspection
// file.
var dealNames = map[compare.Kind]struct{ name, words string }{
	compare.Rate:         {"rate", "Share rate"},
	compare.Cap:          {"cap", "Total cap"},
	compare.CapStart:     {"cap-start", "Cap counts from"},
	compare.Window:       {"window", "Share window"},
	compare.AGI:          {"agi", "Share to Microsoft"},
	compare.ReverseShare: {"reverse", "Reverse share to OpenAI"},
	compare.Clouds:       {"clouds", "Other clouds"},
	compare.License:      {"license", "License"},
}

// dealName returns what the table calls a term. The clauses on AGI are one term,
// called by the share where its clause is among those that differ, unless others
// are part of what they are worth.
func dealName(t compare.TermWorth) string {
	if t.Group.Kind == compare.AGI {
		moves := t.Net != 0 || t.Revenue != 0
		if !differsIn(t, "terms.share.endsAtAGI") || moves && len(t.Fields) > 1 {
			return "All AGI clauses"
		}
	}
	if n, ok := dealNames[t.Group.Kind]; ok {
		return n.words
	}
	return upperFirst(t.Group.String())
}

func differsIn(t compare.TermWorth, path string) bool {
	return slices.ContainsFunc(t.Fields, func(d compare.Difference) bool { return d.Path == path })
}

// bothWords says what the terms of two scenarios provide on t. Where the usual
// words do not tell the two apart, the fields that differ do.
func bothWords(t compare.TermWorth, prior, amended scenario.Scenario) (before, after string) {
	before, after = dealWords(t, prior), dealWords(t, amended)
	if before != after {
		return before, after
	}
	return fieldWords(t, 0, prior), fieldWords(t, 1, amended)
}

// fieldWords says what one side has in each field of t.
func fieldWords(t compare.TermWorth, side int, s scenario.Scenario) string {
	var words []string
	for _, d := range t.Fields {
		value := "none"
		if v := d.Values[side]; v.Set {
			value = explain.Value(d.Path, v.SourceValue)
		}
		words = append(words, explain.Name(s, d.Path)+": "+value)
	}
	return strings.Join(words, ", ")
}

// dealWords says what the terms of s provide on t.
func dealWords(t compare.TermWorth, s scenario.Scenario) string {
	switch terms := s.Terms; t.Group.Kind {
	case compare.Rate:
		return rateWords(terms.Share)
	case compare.Cap:
		return capWords(terms.Share)
	case compare.CapStart:
		return capStartWords(terms.Share)
	case compare.Window:
		return terms.Share.From.Short() + " through " + terms.Share.Through.Short()
	case compare.AGI:
		return agiWords(t, terms)
	case compare.ReverseShare:
		return reverseWords(terms.Reverse, s)
	case compare.Clouds:
		return cloudsWords(terms.OtherClouds, s.FirstMonth())
	case compare.License:
		return licenseWords(terms.License)
	}
	return ""
}

// rateWords says the rate of the share, and those of years with another.
func rateWords(share scenario.Share) string {
	var words strings.Builder
	words.WriteString(share.Rate.Percent())
	for i := 0; i < len(share.RatesByYear); {
		first := share.RatesByYear[i]
		last := first
		for i++; i < len(share.RatesByYear) && share.RatesByYear[i] == (scenario.YearRate{Year: last.Year + 1, Rate: first.Rate}); i++ {
			last = share.RatesByYear[i]
		}
		if first.Rate == share.Rate {
			continue
		}
		fmt.Fprintf(&words, ", %s in %d", first.Rate.Percent(), first.Year)
		switch last.Year - first.Year {
		case 0:
		case 1:
			fmt.Fprintf(&words, " and %d", last.Year)
		default:
			fmt.Fprintf(&words, " to %d", last.Year)
		}
	}
	return words.String()
}

// capWords says the cap as shortly as tells it from another.
func capWords(share scenario.Share) string {
	if !share.Capped {
		return "none"
	}
	return exactAmount(share.Cap)
}

// exactAmount writes an amount as in a headline, or in as much detail as it takes
// to say all of it.
func exactAmount(a unit.Amount) string {
	for _, text := range []string{a.Headline(), a.Table()} {
		if read, err := unit.ParseAmount(text, unit.Billions); err == nil && read == a {
			return text
		}
	}
	return "$" + a.Full()
}

func capStartWords(share scenario.Share) string {
	words := share.CapStart().Short()
	if share.AlreadyPaid > 0 {
		words += ", " + exactAmount(share.AlreadyPaid) + " counted before"
	}
	return words
}

// throughWords says until when something holds, the last month included.
func throughWords(m unit.Month) string {
	if m.Month() == 12 {
		return "through " + strconv.Itoa(m.Year())
	}
	return "through " + m.Short()
}

// agiWords says what the clauses on AGI that differ provide.
func agiWords(t compare.TermWorth, terms scenario.Terms) string {
	if differsIn(t, "terms.share.endsAtAGI") {
		share := "share"
		if len(terms.Share.RatesByYear) == 0 {
			share = terms.Share.Rate.Percent()
		}
		if terms.Share.EndsAtAGI {
			return share + " until AGI is verified"
		}
		return share + " " + throughWords(terms.Share.Through) + ", whatever AGI does"
	}
	var clauses []string
	if differsIn(t, "terms.reverse.endsAtAGI") {
		clauses = append(clauses, either(terms.Reverse != nil && terms.Reverse.EndsAtAGI,
			"reverse share until AGI", "reverse share whatever AGI does"))
	}
	if differsIn(t, "terms.otherClouds.opensAtAGI") {
		clauses = append(clauses, either(terms.OtherClouds.OpensAtAGI,
			"other clouds after AGI", "other clouds whatever AGI does"))
	}
	return strings.Join(clauses, ", ")
}

func either(holds bool, yes, no string) string {
	if holds {
		return yes
	}
	return no
}

// reverseWords says the reverse share as far as the horizon of s goes.
func reverseWords(reverse *scenario.Reverse, s scenario.Scenario) string {
	if reverse == nil || reverse.Through < s.FirstMonth() || reverse.From > s.LastMonth() {
		return "none"
	}
	words := reverse.Rate.Percent()
	if reverse.From > s.FirstMonth() {
		words += " from " + reverse.From.Short()
	}
	switch {
	case reverse.Through < s.LastMonth():
		return words + " " + throughWords(reverse.Through) + ", then none"
	case reverse.From > s.FirstMonth():
		return words
	}
	return words + " of Azure resale"
}

// cloudsWords says which clouds may sell, as seen from the first month.
func cloudsWords(clouds scenario.OtherClouds, first unit.Month) string {
	if clouds.From.IsZero() {
		return either(clouds.OpensAtAGI, "API only on Azure until AGI", "API only on Azure")
	}
	words := "any cloud"
	if clouds.From > first {
		words += " from " + clouds.From.Short()
	}
	words += ", Azure first"
	if clouds.AzureLeadMonths > 0 {
		words += " by " + count(clouds.AzureLeadMonths, "month", "months")
	}
	return words
}

func licenseWords(license *scenario.License) string {
	if license == nil {
		return "none"
	}
	words := license.Exclusive.Words()
	if license.Exclusive == scenario.ExclusiveUntilAGI {
		words += ","
	}
	return words + " " + throughWords(license.Through)
}

// idleWords says why a term moves no money.
func idleWords(reason string) string { return strings.TrimPrefix(reason, "it ") }

// outlookWords names the outlook of s, and says where it is no longer as it was
// published.
func outlookWords(s scenario.Scenario, changed bool) string {
	switch {
	case s.Outlook.Name == "":
		return s.Name
	case changed:
		return s.Outlook.Name + ", changed"
	}
	return s.Outlook.Name
}
