package field

import "headroom/scenario"

// Figure returns the present value in s of the field that path names, or of a year's
// revenue (outlook.streams[0].revenue.2027), in the form a source gives it. Where
// the scenario leaves out a field that has a default, that is its value. It is
// false where path names nothing, and where the field is off or not set: the cap
// without a cap, a reverse share where there is none, growth of a year not given.
func Figure(s scenario.Scenario, path string) (scenario.SourceValue, bool) {
	f, found := At(path)
	if !found {
		return scenario.SourceValue{}, false
	}
	return f.Given(s)
}

// SourceOf returns the source in s of the field or the year's revenue that path
// names, as long as it still is the value the source gives. After a change it is
// the user's own, and there is none.
func SourceOf(s scenario.Scenario, path string) (scenario.Source, bool) {
	source, found := s.Sources[path]
	if !found {
		return scenario.Source{}, false
	}
	value, set := Figure(s, path)
	if !set || !value.Same(source.Value) {
		return scenario.Source{}, false
	}
	return source, true
}
