package explain

import (
	"slices"

	"headroom/scenario"
	"headroom/scenario/field"
	"headroom/scenario/words"
)

// An Input is a figure of a scenario with what is known of its origin.
type Input struct {
	Path    string // within the scenario
	Name    string // in the words of the screen, such as OpenAI, 2027 revenue
	Value   string // as it is now, empty where it is not set
	Source  *scenario.Source
	Changed bool   // it has a source, but is another value by now: it is the user's own
	Given   string // as the source gives it, empty without one
}

// Status returns the status of the figure as a word: that of its source, and
// "yours" where it was changed or never had one.
func (i Input) Status() string {
	if i.Source == nil || i.Changed {
		return "yours"
	}
	return string(i.Source.Status)
}

// At returns the figure of s at path, a field or a year's revenue.
func At(s scenario.Scenario, path string) Input {
	in := Input{Path: path, Name: words.Input(s, path)}
	value, set := field.Figure(s, path)
	if set {
		in.Value = words.Value(path, value)
	}
	if source, found := s.Sources[path]; found {
		in.Source = &source
		in.Given = words.Value(path, source.Value)
		_, still := field.SourceOf(s, path)
		in.Changed = !still
	}
	return in
}

// Sourced returns every figure of s that has a source, in the order of the form:
// revenue by stream and year, cap and share, other terms, valuation, uncertainty.
func Sourced(s scenario.Scenario) []Input {
	inputs := make([]Input, 0, len(s.Sources))
	for path := range s.Sources {
		inputs = append(inputs, At(s, path))
	}
	slices.SortFunc(inputs, func(a, b Input) int { return at(a.Path).Compare(at(b.Path)) })
	return inputs
}

// inputs returns the figures that were used and are set.
func (a *account) inputs() []Input {
	var inputs []Input
	for _, path := range a.paths {
		if in := At(a.s, path); in.Value != "" {
			inputs = append(inputs, in)
		}
	}
	return inputs
}

// at returns the field that the path of a source names, which a sound scenario
// has.
func at(path string) field.Field {
	f, _ := field.At(path)
	return f
}
