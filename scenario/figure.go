package scenario

import (
	"strconv"
	"strings"
)

// Figure returns the present value of the field that path names, or of a year's
// revenue (outlook.streams[0].revenue.2027), in the form a source gives it. Where
// the scenario leaves out a field that has a default, that is its value. It is
// false where path names nothing, and where the field is off or not set: the cap
// without a cap, a reverse share where there is none, growth of a year not given.
func (s Scenario) Figure(path string) (SourceValue, bool) {
	f, found := FieldAt(path)
	if !found {
		return SourceValue{}, false
	}
	return f.Given(s)
}

// SourceOf returns the source of the field or the year's revenue that path
// names, as long as it still is the value the source gives. After a change it is
// the user's own, and there is none.
func (s Scenario) SourceOf(path string) (Source, bool) {
	source, found := s.Sources[path]
	if !found {
		return Source{}, false
	}
	value, set := s.Figure(path)
	if !set || !value.Same(source.Value) {
		return Source{}, false
	}
	return source, true
}

// SplitStream takes the path of a stream's field apart:
// outlook.streams[1].growth.2027 is the stream with the index 1 and its field
// growth.2027. It is false where path is no such path.
func SplitStream(path string) (stream int, field string, ok bool) {
	rest, found := strings.CutPrefix(path, "outlook.streams[")
	index, field, closed := strings.Cut(rest, "].")
	if !found || !closed || len(index) > 1 && index[0] == '0' {
		return 0, "", false
	}
	n, err := strconv.ParseUint(index, 10, 16)
	return int(n), field, err == nil
}
