package returned

import (
	"strings"

	"headroom/scenario"
	"headroom/scenario/export/xlsx/cells"
	"headroom/scenario/field"
)

// A part is something that a scenario has whole or not at all.
type part struct {
	start  string // of the paths of its inputs
	needed []string
	remove func(s *scenario.Scenario)
}

// parts are those of a scenario, the inner before the outer.
var parts = []part{
	{"terms.reverse.", []string{"rate", "from", "through"}, func(s *scenario.Scenario) { s.Terms.Reverse = nil }},
	{"terms.license.", []string{"through"}, func(s *scenario.Scenario) { s.Terms.License = nil }},
	{"uncertainty.capRange.", []string{"low", "high"}, func(s *scenario.Scenario) {
		if s.Uncertainty != nil {
			rest := *s.Uncertainty
			rest.CapRange = nil
			s.Uncertainty = &rest
		}
	}},
	{"uncertainty.", nil, func(s *scenario.Scenario) { s.Uncertainty = nil }},
}

// partOf returns the part that an input belongs to, nil for none.
func partOf(in cells.Input) *part {
	for i := range parts {
		if strings.HasPrefix(in.Path, parts[i].start) {
			return &parts[i]
		}
	}
	return nil
}

// parts takes away the parts of a scenario of which all cells are empty, and reports
// those of which some are.
func (r *reading) parts(s *scenario.Scenario, inputs []cells.Input, read map[string]reply) {
	for _, p := range parts {
		given, changed := false, false
		var missing []cells.Input
		for _, in := range inputs {
			if !strings.HasPrefix(in.Path, p.start) {
				continue
			}
			is := read[in.Path]
			changed = changed || !is.same(reply{in.Value, in.Given})
			given = given || is.given && in.Kind != field.Truth && in.Kind != field.Exclusivity
			if !is.given && p.needs(in) {
				missing = append(missing, in)
			}
		}
		switch {
		case !changed:
		case !given:
			p.remove(s)
		default:
			p.complete(s)
			for _, in := range missing {
				r.fault(in, *s, "is empty, though the cells beside it are not; fill it, or empty them all")
			}
		}
	}
}

// needs reports whether the part cannot be without an input.
func (p part) needs(in cells.Input) bool {
	for _, name := range p.needed {
		if in.Path == p.start+name {
			return true
		}
	}
	return false
}

// complete gives what a part may leave open what it then is.
func (p part) complete(s *scenario.Scenario) {
	if l := s.Terms.License; p.start == "terms.license." && l != nil && l.Exclusive == "" {
		open := *l
		open.Exclusive = scenario.ExclusiveNo
		s.Terms.License = &open
	}
}
