package deal

import (
	"slices"
	"strings"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/words"
)

// The words of the Deal view: what terms say, side by side, and what changing
// them is worth.

// termNames are what the table calls the terms, and their names in the inspection
// file.
var termNames = map[compare.Kind]struct{ name, words string }{
	compare.Rate:         {"rate", "Share rate"},
	compare.Cap:          {"cap", "Total cap"},
	compare.CapStart:     {"cap-start", "Cap counts from"},
	compare.Window:       {"window", "Share window"},
	compare.AGI:          {"agi", "Share to Microsoft"},
	compare.ReverseShare: {"reverse", "Reverse share to OpenAI"},
	compare.Clouds:       {"clouds", "Other clouds"},
	compare.License:      {"license", "License"},
}

// termName returns what the table calls a term. The clauses on AGI are one term,
// called by the share where its clause is among those that differ, unless others
// are part of what they are worth.
func termName(t compare.TermWorth) string {
	if t.Group.Kind == compare.AGI {
		moves := t.Net != 0 || t.Revenue != 0
		if !differsIn(t, "terms.share.endsAtAGI") || moves && len(t.Fields) > 1 {
			return "All AGI clauses"
		}
	}
	if n, ok := termNames[t.Group.Kind]; ok {
		return n.words
	}
	return words.UpperFirst(t.Group.String())
}

func differsIn(t compare.TermWorth, path string) bool {
	return slices.ContainsFunc(t.Fields, func(d compare.Difference) bool { return d.Path == path })
}

// bothWords says what the terms of two scenarios provide on t. Where the usual
// words do not tell the two apart, the fields that differ do.
func bothWords(t compare.TermWorth, prior, amended scenario.Scenario) (before, after string) {
	before, after = termWords(t, prior), termWords(t, amended)
	if before != after {
		return before, after
	}
	return fieldWords(t, 0, prior), fieldWords(t, 1, amended)
}

// fieldWords says what one side has in each field of t.
func fieldWords(t compare.TermWorth, side int, s scenario.Scenario) string {
	var said []string
	for _, d := range t.Fields {
		value := "none"
		if v := d.Values[side]; v.Set {
			value = words.Value(d.Path, v.SourceValue)
		}
		said = append(said, words.Input(s, d.Path)+": "+value)
	}
	return strings.Join(said, ", ")
}

// termWords says what the terms of s provide on t.
func termWords(t compare.TermWorth, s scenario.Scenario) string {
	switch terms := s.Terms; t.Group.Kind {
	case compare.Rate:
		return words.ShareRates(terms.Share)
	case compare.Cap:
		return words.ShareCap(terms.Share)
	case compare.CapStart:
		return words.CapStart(terms.Share)
	case compare.Window:
		return words.Window(terms.Share)
	case compare.AGI:
		return words.AGIClauses(terms, func(path string) bool { return differsIn(t, path) })
	case compare.ReverseShare:
		return words.ReverseShare(terms.Reverse, s)
	case compare.Clouds:
		return words.OtherClouds(terms.OtherClouds, s.FirstMonth())
	case compare.License:
		return words.License(terms.License)
	}
	return ""
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
