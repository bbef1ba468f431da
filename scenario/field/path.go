package field

import (
	"iter"
	"strconv"
	"strings"

	"headroom/scenario"
	"headroom/scenario/fault"
	"headroom/scenario/unit"
)

// At returns the field that path names in a scenario with any number of
// streams, set or not, and false where path names none. A year's revenue of a
// stream (outlook.streams[0].revenue.2027) is a field that follows from others.
func At(path string) (Field, bool) {
	frame, field, at := "", path, key{}
	if stream, rest, ok := SplitStream(path); ok {
		frame, field, at.stream = "outlook.streams[].", rest, stream
	}
	what, when := field, ""
	if dot := strings.LastIndexByte(field, '.'); dot >= 0 {
		switch last := field[dot+1:]; {
		case len(last) == len("2026-Q1") && last[4] == '-':
			at.period, _ = unit.ParsePeriod(last)
			what, when = field[:dot+1], "PERIOD"
		default:
			if year, ok := scenario.ParseYear(last); ok {
				at.year, what, when = year, field[:dot+1], "YYYY"
			}
		}
	}
	pattern := frame + what + when
	sp, found := specs[pattern]
	if !found || sp.byYear() && at.year == 0 || sp.byPeriod() && at.period.IsZero() || sp.ofStream() && path == pattern {
		return Field{Path: path, spec: &spec{}}, false
	}
	return Field{Path: path, at: at, spec: sp}, true
}

// Of goes through the fields of s: those of every stream, those by year in each
// year of the horizon and in each other year that s gives, and the actuals that it
// gives. Other fields that are not set are among them, those that only follow from
// others are not.
func Of(s scenario.Scenario) iter.Seq[Field] {
	return func(yield func(Field) bool) {
		for _, sp := range order {
			if sp.set == nil {
				continue
			}
			for _, path := range pathsOf(&s, sp) {
				if f, _ := At(path); !yield(f) {
					return
				}
			}
		}
	}
}

// pathsOf returns the paths of the fields of one pattern.
func pathsOf(s *scenario.Scenario, sp *spec) []string {
	streams := []string{sp.Pattern}
	if sp.ofStream() {
		streams = make([]string, len(s.Outlook.Streams))
		for i := range streams {
			streams[i] = strings.Replace(sp.Pattern, "[]", "["+strconv.Itoa(i)+"]", 1)
		}
	}
	var paths []string
	if sp.byPeriod() {
		for i, path := range streams {
			for _, a := range s.Outlook.Streams[i].Actuals {
				paths = append(paths, strings.TrimSuffix(path, "PERIOD")+a.Period.String())
			}
		}
		return paths
	}
	if !sp.byYear() {
		return streams
	}
	for i, path := range streams {
		for year := scenario.MinYear; year <= scenario.MaxYear; year++ {
			_, given := sp.get(s, key{stream: i, year: year})
			if given || year >= s.FirstYear && year <= s.LastYear {
				paths = append(paths, strings.TrimSuffix(path, "YYYY")+strconv.Itoa(year))
			}
		}
	}
	return paths
}

// Names reports whether path names a field of a scenario with the given
// number of streams, or a year's revenue of a stream: terms.share.cap,
// outlook.streams[0].growth.2027, outlook.streams[0].revenue.2027. The field need
// not be set, nor the year be within the horizon: what a source says of the cap
// is kept while the cap is off.
func Names(path string, streams int) bool {
	f, found := At(path)
	return found && f.Stream() < streams
}

// StreamPath returns the path of a stream's field, such as growth.2027 of the stream
// with the index 1: outlook.streams[1].growth.2027.
func StreamPath(stream int, name string) string { return fault.StreamPath(stream, name) }

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
