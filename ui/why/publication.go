package why

import (
	"strings"

	"headroom/scenario"
	"headroom/scenario/explain"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// Describe says in words who gave a figure that has a source; of one the user
// changed, what it was.
func Describe(in explain.Input) string {
	switch {
	case Supposed(in):
		return "Yours: no source gives a month"
	case in.Source == nil && strings.Contains(in.Path, ".actuals."):
		return "Yours: an actual that was entered"
	case in.Source == nil:
		return "Yours: a year added to the published ones"
	}
	status := string(in.Source.Status)
	parts := Publication(in.Source)
	if in.Source.Note != "" {
		parts = strings.TrimPrefix(parts+"; "+in.Source.Note, "; ")
	}
	if parts != "" {
		status += ": " + parts
	}
	if in.Changed {
		return "Yours. Published as " + in.Given + ", " + status
	}
	return words.UpperFirst(status)
}

// Publication names who published a figure, where and when; nothing without a
// source.
func Publication(source *scenario.Source) string {
	if source == nil {
		return ""
	}
	date := source.Date
	if d, err := unit.ParseDate(date); err == nil {
		date = d.Medium()
	}
	var parts []string
	for _, part := range []string{source.Publisher, source.Title, date} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, "; ")
}

// Supposed reports whether a figure is the month of AGI, which no source gives.
func Supposed(in explain.Input) bool { return in.Path == "outlook.agiVerified" && in.Value != "" }
