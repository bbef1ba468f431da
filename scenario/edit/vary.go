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
		to := from
		to.ID, to.Name, to.Color, to.Note = s.ID, s.Name, s.Color, s.Note
		for _, set := range settings {
			if set.Input != scenario.InputCap {
				to = set.Input.With(to, set.Value)
				continue
			}
			amend, err := setter("terms.share.cap", scenario.NumberValue(set.Value))
			if err != nil {
				return err
			}
			if err := amend(&to); err != nil {
				return err
			}
		}
		*s = to
		return nil
	})
}
