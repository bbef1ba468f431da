package edit

import (
	"strings"

	"headroom/scenario"
)

// A Setting is an input given a value.
type Setting struct {
	Input scenario.Input
	Value float64 // in the input's unit
}

// Vary gives inputs of a scenario values, counted from what it was: a shift of growth is
// one of the growths that from has. A name for the menu says what is done. Variations of
// the same inputs merge, so that dragging two at once is one step. A cap's range moves
// with it.
func Vary(id, name string, from scenario.Scenario, settings ...Setting) Change {
	key := id + "/varied"
	var inputs []string
	for _, set := range settings {
		inputs = append(inputs, string(set.Input))
	}
	return revise(key+"/"+strings.Join(inputs, "/"), id, func(*scenario.Scenario) string { return name }, func(s *scenario.Scenario) error {
		to := vary(from, settings...)
		to.ID, to.Name, to.Color, to.Note = s.ID, s.Name, s.Color, s.Note
		*s = to
		return nil
	})
}

// vary returns a scenario with inputs set, the range of a cap moved along.
func vary(s scenario.Scenario, settings ...Setting) scenario.Scenario {
	for _, set := range settings {
		if set.Input != scenario.InputCap {
			s = set.Input.With(s, set.Value)
			continue
		}
		if amend, err := setter("terms.share.cap", scenario.NumberValue(set.Value)); err == nil {
			_ = amend(&s) // what is not legal, the check of the change finds
		}
	}
	return s
}
