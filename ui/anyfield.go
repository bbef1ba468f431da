package ui

import (
	"math"
	"slices"
	"strings"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/unit"
	"headroom/ui/field"
)

// An anyField edits the field of a scenario that a path names, whatever its
// kind.
type anyField struct {
	widget  field.Inspectable
	display func(v scenario.SourceValue, given bool)
}

// newAnyField returns a field for the path within the scenario id; name is its
// own in the inspection file. It is false for paths that no field edits.
func (p *Planner) newAnyField(id, path, name string) (anyField, bool) {
	set := func(v scenario.SourceValue) error { return plain(p.session.Do(edit.SetFigure(id, path, v))) }
	switch pathKind(path) {
	case "month":
		m := field.NewMonth(name, noMonth(path))
		m.OnEdit = func(v unit.Month) error { return p.setMonth(id, path, v) }
		m.OnCommit = p.seal
		return anyField{m, func(v scenario.SourceValue, _ bool) {
			month, err := unit.ParseMonth(v.Text)
			if err != nil {
				month = 0
			}
			m.Display(month)
		}}, true
	case "truth":
		c := field.NewCheck(name, "", func(on bool) {
			p.doOnce(edit.SetFigure(id, path, scenario.TruthValue(on)))
		})
		return anyField{c, func(v scenario.SourceValue, _ bool) { c.Display(v.Truth) }}, true
	case "word":
		values, words := optionsOf(path)
		c := field.NewChoice(name, words, func(i int) {
			p.doOnce(edit.SetFigure(id, path, scenario.TextValue(values[i])))
		})
		return anyField{c, func(v scenario.SourceValue, _ bool) {
			if i := slices.Index(values, v.Text); i >= 0 {
				c.Display(i)
			}
		}}, true
	case "":
		return anyField{}, false
	}
	n := field.NewNumber(name, formatOf(path))
	n.OnEdit = func(v float64) error {
		if math.IsNaN(v) {
			return plain(p.session.Do(edit.ClearFigure(id, path)))
		}
		return set(scenario.NumberValue(v))
	}
	n.OnCommit = p.seal
	return anyField{n, func(v scenario.SourceValue, given bool) {
		switch {
		case given:
			n.Display(v.Number)
		case formatOf(path).None != "":
			n.Display(math.NaN())
		default:
			n.Display(0)
		}
	}}, true
}

// setMonth gives a field that holds a month one, or none.
func (p *Planner) setMonth(id, path string, m unit.Month) error {
	if !m.IsZero() {
		return plain(p.session.Do(edit.SetFigure(id, path, scenario.MonthValue(m))))
	}
	return plain(p.session.Do(edit.ClearFigure(id, path)))
}

// noMonth is what a month that may be left out shows then.
func noMonth(path string) string {
	switch path {
	case "terms.share.capFrom", "valuation.asOf":
		return "the start"
	case "terms.otherClouds.from", "outlook.agiVerified":
		return "never"
	}
	return ""
}

// pathKind returns how the field that path names is edited: as a month, a truth
// value, a word or a number; empty where it is not.
func pathKind(path string) string {
	last := path[strings.LastIndexByte(path, '.')+1:]
	switch {
	case last == "from", last == "through", last == "capFrom", last == "agiVerified", last == "asOf":
		return "month"
	case last == "endsAtAGI", last == "opensAtAGI":
		return "truth"
	case last == "shape", last == "exclusive", last == "channel":
		return "word"
	case last == "name", last == "firstYear", strings.HasPrefix(path, "uncertainty"):
		return ""
	}
	return "number"
}

// formatOf returns how the number that path names is written.
func formatOf(path string) field.Format {
	last := path[strings.LastIndexByte(path, '.')+1:]
	switch {
	case path == "terms.share.cap":
		return amountFormat("no cap")
	case last == "base", last == "alreadyPaid":
		return amountFormat("")
	case strings.Contains(path, ".revenue."):
		return revenueFormat()
	case strings.Contains(path, ".growth."):
		return growthFormat("")
	case last == "azureLeadMonths":
		return countFormat("month", "months", 120)
	case last == "launch", last == "lastYear":
		return yearFormat()
	case last == "discountRate":
		return rateFormat(-0.5, 10)
	}
	return rateFormat(0, 1)
}

// optionsOf returns what a field that holds a word can hold, and what the screen
// calls it.
func optionsOf(path string) (values, words []string) {
	switch path[strings.LastIndexByte(path, '.')+1:] {
	case "shape":
		return textsOf(shapes), wordsOf(shapes)
	case "exclusive":
		return textsOf(exclusivities), wordsOf(exclusivities)
	case "channel":
		return textsOf(channels), wordsOf(channels)
	}
	return nil, nil
}

func textsOf[T ~string](values []T) []string {
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = string(v)
	}
	return texts
}

// wordsOf returns what the screen calls the values.
func wordsOf[T interface{ Words() string }](values []T) []string {
	words := make([]string, len(values))
	for i, v := range values {
		words[i] = v.Words()
	}
	return words
}
