package edit

import (
	"headroom/scenario"
	"headroom/scenario/field"
	"headroom/scenario/unit"
)

// BackToSource gives the field or the year's revenue that path names the value of
// its source again. Later years keep their growth. It is refused where there is
// no source, or it is of a field that no change sets.
func BackToSource(id, path string) Change {
	words := func(s *scenario.Scenario) string { return "set " + wordsOf(s, path) + " back to source" }
	return revise("", id, words, func(s *scenario.Scenario) error {
		source, found := s.Sources[path]
		if !found {
			return refuse(path, "there is no source to go back to")
		}
		if f, found := field.At(path); found && !f.Period().IsZero() {
			given := scenario.Actual{Period: f.Period(), Amount: unit.Amount(source.Value.Number)}
			return setActuals(f.Stream(), []scenario.Actual{given})(s)
		}
		amend, err := setter(path, source.Value)
		if err != nil {
			return refuse(path, "cannot go back to its source: %v", err)
		}
		return amend(s)
	})
}
