package edit

import (
	"strings"

	"headroom/scenario"
	"headroom/scenario/field"
)

// SetFigure gives the field that path names a value, as its own change does: the
// same field, whoever sets it. It is refused where no change sets that field, or
// the value is of another kind.
func SetFigure(id, path string, v scenario.SourceValue) Change { return set(id, path, v) }

// ClearFigure leaves the field that path names empty, and merges with what sets it.
// It is refused where the field cannot be empty.
func ClearFigure(id, path string) Change {
	words := func(s *scenario.Scenario) string { return "clear " + wordsOf(s, path) }
	return revise(id+"/"+path, id, words, func(s *scenario.Scenario) error {
		amend, err := clearer(path)
		if err != nil {
			return err
		}
		return amend(s)
	})
}

// CopyFigure gives the field that path names what another scenario has in the
// field that fromPath names, also where that is nothing. A reverse share or a
// license that only the other has comes whole. It is refused where the field
// cannot be empty but is so in the other.
func CopyFigure(id, path string, from scenario.Scenario, fromPath string) Change {
	words := func(s *scenario.Scenario) string {
		name := wordsOf(s, path)
		if _, given := field.Figure(from, fromPath); given && MovesRange(*s, path) {
			name += ", and move its range,"
		}
		return "copy " + name + " from " + from.Name
	}
	return revise("", id, words, func(s *scenario.Scenario) error {
		switch {
		case strings.HasPrefix(path, "terms.reverse.") && (s.Terms.Reverse == nil || from.Terms.Reverse == nil):
			s.Terms.Reverse = from.Terms.Reverse
			return nil
		case strings.HasPrefix(path, "terms.license.") && (s.Terms.License == nil || from.Terms.License == nil):
			s.Terms.License = from.Terms.License
			return nil
		}
		v, given := field.Figure(from, fromPath)
		if !given {
			amend, err := clearer(path)
			if err != nil {
				return err
			}
			return amend(s)
		}
		amend, err := setter(path, v)
		if err != nil {
			return refuse(path, "cannot be copied from %s: %v", from.Name, err)
		}
		return amend(s)
	})
}
