package ui

import (
	"math"
	"strings"

	"fyne.io/fyne/v2"

	"headroom/scenario"
	"headroom/scenario/unit"
	"headroom/ui/look"
)

// chip adds to the form the status of a figure: that of its source while the
// figure is as published, "yours" once it was changed, and nothing for a figure
// without a source.
func (f *form) chip(path string) fyne.CanvasObject {
	chip := look.NewChip(path+".source", "", "", nil)
	f.add(chip, func(s scenario.Scenario) {
		source, known := s.Sources[path]
		if !known {
			chip.Hide()
			return
		}
		chip.Show()
		word := string(source.Status)
		if _, still := s.SourceOf(path); !still {
			word = "yours"
		}
		chip.SetText(word)
		chip.SetTooltip(describe(source, word == "yours"))
	})
	return chip
}

// provenance says where the figure at path comes from, empty where it has no
// source.
func (f *form) provenance(s scenario.Scenario, path string) string {
	source, known := s.Sources[path]
	if !known {
		return ""
	}
	_, still := s.SourceOf(path)
	return describe(source, !still)
}

// describe says in words who gave a figure; of one the user changed, what it was.
func describe(source scenario.Source, changed bool) string {
	parts := []string{source.Publisher, source.Title, source.Date, source.Note}
	kept := parts[:0]
	for _, part := range parts {
		if part != "" {
			kept = append(kept, part)
		}
	}
	words := strings.Join(kept, "; ")
	status := string(source.Status)
	if words != "" {
		status += ": " + words
	}
	if changed {
		return "Yours. Published as " + sourceWords(source) + ", " + status
	}
	return strings.ToUpper(status[:1]) + status[1:]
}

// sourceWords says the figure that a source gives.
func sourceWords(source scenario.Source) string {
	switch v := source.Value; v.Kind {
	case scenario.SourceText:
		return v.Text
	case scenario.SourceTruth:
		if v.Truth {
			return "yes"
		}
		return "no"
	default:
		if math.Abs(v.Number) <= 100 {
			return unit.Rate(v.Number).Percent()
		}
		return unit.Amount(v.Number).Headline()
	}
}
