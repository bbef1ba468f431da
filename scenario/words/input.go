package words

import (
	"strconv"
	"strings"

	"headroom/scenario"
	"headroom/scenario/field"
	"headroom/scenario/unit"
)

// Input returns what the screen calls the field of s that path names, such as
// "Total cap" or "OpenAI, 2027 revenue"; of a path that names none, the path.
func Input(s scenario.Scenario, path string) string {
	f, found := field.At(path)
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
	f, found := field.At(path)
	kind := field.Ratio
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

func text(kind field.Kind, v string) string {
	switch kind {
	case field.Month:
		if m, err := unit.ParseMonth(v); err == nil {
			return m.Short()
		}
	case field.Shape:
		return scenario.Shape(v).Words()
	case field.Channel:
		return scenario.Channel(v).Words()
	case field.Exclusivity:
		return scenario.Exclusive(v).Words()
	case field.AfterActuals:
		return scenario.AfterActuals(v).Words()
	}
	return v
}

func number(kind field.Kind, v float64) string {
	switch kind {
	case field.Amount:
		return unit.Amount(v).Table()
	case field.Rate:
		return unit.Rate(v).Percent()
	case field.Growth:
		return unit.Rate(v).Growth()
	case field.Count:
		return Count(int(v), "month", "months")
	}
	return strings.Replace(strconv.FormatFloat(v+0, 'f', -1, 64), "-", "−", 1)
}
