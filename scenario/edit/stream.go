package edit

import (
	"slices"
	"strconv"

	"headroom/scenario"
	"headroom/scenario/field"
	"headroom/scenario/unit"
)

// AddStream adds a stream after the others of a scenario, under a name that no
// other has. Where it grows in a year without growth, it gets that of the year
// before.
func AddStream(id string, stream scenario.Stream) Change {
	return choice(id, "add stream "+stream.Name, func(s *scenario.Scenario) error {
		added := stream
		added.Name = freeName(stream.Name, "", func(name string) bool {
			return slices.ContainsFunc(s.Outlook.Streams, func(other scenario.Stream) bool { return other.Name == name })
		})
		fill(s, &added)
		s.Outlook.Streams = append(slices.Clip(s.Outlook.Streams), added)
		return nil
	})
}

// RemoveStream removes a stream, by index, with its sources. Those of the streams
// after it follow them to their new indices.
func RemoveStream(id string, stream int) Change {
	words := func(s *scenario.Scenario) string { return "remove stream " + streamName(s, stream) }
	return revise("", id, words, onStream(stream, func(s *scenario.Scenario, _ *scenario.Stream) error {
		s.Outlook.Streams = slices.Delete(s.Outlook.Streams, stream, stream+1)
		s.Sources = withoutStream(s.Sources, stream)
		return nil
	}))
}

// RenameStream sets the name of a stream, by index.
func RenameStream(id string, stream int, name string) Change {
	words := func(s *scenario.Scenario) string { return "rename stream " + streamName(s, stream) + " to " + name }
	return revise(id+"/"+field.StreamPath(stream, "name"), id, words,
		onStream(stream, func(_ *scenario.Scenario, st *scenario.Stream) error {
			st.Name = name
			return nil
		}))
}

// SetChannel sets the channel of a stream, by index.
func SetChannel(id string, stream int, channel scenario.Channel) Change {
	return set(id, field.StreamPath(stream, "channel"), scenario.TextValue(string(channel)))
}

// SetLaunch sets the launch year of a stream, by index, to a year from the first
// one on, or to none where year is 0. Where the stream then grows in a year
// without growth, it gets that of the year before.
func SetLaunch(id string, stream, year int) Change {
	to := " to " + strconv.Itoa(year)
	if year == 0 {
		to = " to none"
	}
	return streamField(id, stream, "launch", "set launch", to, setLaunch(stream, year))
}

// SetBase sets the base of a stream, by index: 0 to 1e15.
func SetBase(id string, stream int, base unit.Amount) Change {
	return setAmount(id, field.StreamPath(stream, "base"), base)
}

// SetShared sets the part of a stream's revenue, by index, that a share applies
// to: 0 to 1.
func SetShared(id string, stream int, shared unit.Rate) Change {
	return setRate(id, field.StreamPath(stream, "shared"), shared)
}

func setLaunch(stream, year int) amendment {
	return onStream(stream, func(s *scenario.Scenario, st *scenario.Stream) error {
		st.Launch = year
		fill(s, st)
		return nil
	})
}

// streamField is field for a field of a stream. The name for the menu says which
// stream it is after do, unless it is the first.
func streamField(id string, stream int, path, do, to string, amend amendment) Change {
	return streamChange(id+"/"+field.StreamPath(stream, path), id, stream, do, to, amend)
}

func streamChange(key, id string, stream int, do, to string, amend amendment) Change {
	return revise(key, id, func(s *scenario.Scenario) string {
		if stream > 0 {
			return do + " of " + streamName(s, stream) + to
		}
		return do + to
	}, amend)
}

// onStream returns the amendment that f makes to one stream of a scenario, in
// streams copied for it.
func onStream(stream int, f func(s *scenario.Scenario, st *scenario.Stream) error) amendment {
	return func(s *scenario.Scenario) error {
		if stream < 0 || stream >= len(s.Outlook.Streams) {
			return refuse(field.StreamPath(stream, "name"), "there is no such stream")
		}
		s.Outlook.Streams = slices.Clone(s.Outlook.Streams)
		return f(s, &s.Outlook.Streams[stream])
	}
}

func streamName(s *scenario.Scenario, stream int) string {
	if stream < 0 || stream >= len(s.Outlook.Streams) {
		return strconv.Itoa(stream + 1)
	}
	return s.Outlook.Streams[stream].Name
}

// withoutStream returns sources without those of one stream, and with those of
// the streams after it under their new indices.
func withoutStream(sources map[string]scenario.Source, stream int) map[string]scenario.Source {
	if sources == nil {
		return nil
	}
	out := make(map[string]scenario.Source, len(sources))
	for path, source := range sources {
		switch at, rest, ok := field.SplitStream(path); {
		case !ok || at < stream:
			out[path] = source
		case at > stream:
			out[field.StreamPath(at-1, rest)] = source
		}
	}
	return out
}

// fill gives a stream growth for each year of the horizon in which it grows and
// has none: that of the year before it, else of the next that has one, else 0.
func fill(s *scenario.Scenario, st *scenario.Stream) {
	first, last := s.FirstYear, s.LastYear
	if st.Launch != 0 {
		first = st.Launch + 1
	}
	if first < scenario.MinYear || last > scenario.MaxYear {
		return // for the check to refuse
	}
	for year := first; year <= last; year++ {
		if _, given := st.Growth.Get(year); !given {
			st.Growth = st.Growth.With(year, nearby(st.Growth, year))
		}
	}
}

func nearby(growth scenario.ByYear, year int) unit.Rate {
	var rate unit.Rate
	for i := len(growth) - 1; i >= 0; i-- {
		rate = growth[i].Rate
		if growth[i].Year < year {
			break
		}
	}
	return rate
}
