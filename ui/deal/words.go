package deal

import (
	"strings"

	"headroom/scenario"
	"headroom/scenario/compare"
)

// The words of the Deal view beside those that reports have too.

// termNames are the names of the terms in the inspection file.
var termNames = map[compare.Kind]string{
	compare.Rate:         "rate",
	compare.Cap:          "cap",
	compare.CapStart:     "cap-start",
	compare.Window:       "window",
	compare.AGI:          "agi",
	compare.ReverseShare: "reverse",
	compare.Clouds:       "clouds",
	compare.License:      "license",
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
