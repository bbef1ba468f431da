package ui

import (
	"slices"
	"strings"

	"headroom/scenario"
	"headroom/scenario/explain"
)

// credits is the source line of a picture: who published the revenue and the terms
// of the share that it shows, whether some are the user's own, and the program.
func credits(scenarios []scenario.Scenario) string {
	var publishers []string
	own := false
	for _, s := range scenarios {
		blank := true
		for _, in := range explain.Sourced(s) {
			if !strings.HasPrefix(in.Path, "outlook.") && !strings.HasPrefix(in.Path, "terms.share.") {
				continue
			}
			blank = false
			switch publisher := in.Source.Publisher; {
			case in.Changed:
				own = true
			case publisher != "" && publisher != Name && !slices.Contains(publishers, publisher):
				publishers = append(publishers, publisher)
			}
		}
		own = own || blank
	}
	if own {
		publishers = append(publishers, "own figures")
	}
	if len(publishers) == 0 {
		return Name
	}
	return strings.Join(publishers, ", ") + "; computed with " + Name
}
