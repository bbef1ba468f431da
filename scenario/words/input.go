package words

import (
	"strconv"
	"strings"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// Input returns what the screen calls the field of s that path names, such as
// "Total cap" or "OpenAI, 2027 revenue"; of a path that names none, the path.
func Input(s scenario.Scenario, path string) string {
	f, found := scenario.FieldAt(path)
	i := f.Stream()
	switch {
	case !found || f.Name == "" || i >= len(s.Outlook.Streams):
		return path
	case i < 0:
		return f.Named()
	}
	st, name := s.Outlook.Streams[i], f.Named()
	if f.Pattern == "outlook.streams[].base" {
		earned := s.FirstYear - 1
		if st.Launch != 0 {
			earned = st.Launch
		}
		name = strconv.Itoa(earned) + " revenue"
	}
	return st.Name + ", " + name
}

// Value returns a figure as tables show that of the field at path.
func Value(path string, v scenario.SourceValue) string {
	f, found := scenario.FieldAt(path)
	kind := scenario.FieldRatio
	if found {
		kind = f.Kind
	}
	switch v.Kind {
	case scenario.SourceTruth:
		if v.Truth {
			return "yes"
		}
		return "no"
	case scenario.SourceText:
		return text(kind, v.Text)
	}
	return number(kind, v.Number)
}

func text(kind scenario.FieldKind, v string) string {
	switch kind {
	case scenario.FieldMonth:
		if m, err := unit.ParseMonth(v); err == nil {
			return m.Short()
		}
	case scenario.FieldShape:
		return scenario.Shape(v).Words()
	case scenario.FieldChannel:
		return scenario.Channel(v).Words()
	case scenario.FieldExclusivity:
		return scenario.Exclusive(v).Words()
	case scenario.FieldAfterActuals:
		return scenario.AfterActuals(v).Words()
	}
	return v
}

func number(kind scenario.FieldKind, v float64) string {
	switch kind {
	case scenario.FieldAmount:
		return unit.Amount(v).Table()
	case scenario.FieldRate:
		return unit.Rate(v).Percent()
	case scenario.FieldGrowth:
		return unit.Rate(v).Growth()
	case scenario.FieldCount:
		return Count(int(v), "month", "months")
	}
	return strings.Replace(strconv.FormatFloat(v+0, 'f', -1, 64), "-", "−", 1)
}
