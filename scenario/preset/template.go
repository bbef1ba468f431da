package preset

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"headroom/scenario"
	"headroom/scenario/field"
	"headroom/scenario/unit"
)

// A StreamTemplate is a shipped stream that can be added to any scenario.
type StreamTemplate struct {
	ID, Name  string
	Note      string // what it is, in whole sentences
	Contained bool   // the plans already contain its revenue, so it is meant for TakeFrom

	stream  scenario.Stream
	start   int                        // year of the base
	sources map[string]scenario.Source // by path within the stream
}

// StreamTemplates returns the shipped templates for streams in the order they
// are offered.
func StreamTemplates() []StreamTemplate { return shipped().templates }

// Launched returns the template with its stream launched in another year, its
// growth moved along, or not launched but earning from before the first year on
// where year is 0.
func (t StreamTemplate) Launched(year int) StreamTemplate {
	t.stream.Launch = year
	return t
}

// Earning returns the template with another revenue to start from: that of the
// launch year, or of the year before the first. Its growth stays.
func (t StreamTemplate) Earning(base unit.Amount) StreamTemplate {
	t.stream.Base = base
	return t
}

// AddTo returns s with the template's stream added after its own, on top of
// what they earn, under a name no other stream has. Its years fit the horizon of
// s: a launch before it moves to its first year, and years beyond the template's
// copy its last growth. Sources come with the figures that are as published. It
// fails where s has no room for another stream.
func (t StreamTemplate) AddTo(s scenario.Scenario) (scenario.Scenario, error) {
	at := len(s.Outlook.Streams)
	if at >= scenario.MaxStreams {
		return s, fmt.Errorf("add stream %q: a scenario holds at most %d streams; remove one first", t.Name, scenario.MaxStreams)
	}
	stream, shift := t.fit(s.FirstYear, s.LastYear)
	stream.Name = freeName(t.Name, s.Outlook.Streams)
	s.Outlook.Streams = append(slices.Clip(s.Outlook.Streams), stream)
	if shift == 0 {
		sources := maps.Clone(s.Sources)
		if sources == nil {
			sources = map[string]scenario.Source{}
		}
		for path, source := range t.sources {
			sources[field.StreamPath(at, path)] = source
		}
		s.Sources = sources
	}
	return s, nil
}

// TakeFrom returns s with the template's stream added after its own and its
// annual revenue taken out of the direct stream at index from, so that together
// they earn a year what that stream did. It fails where from is no direct stream
// of s, or where that stream earns no more than what is to be taken out of a
// year.
func (t StreamTemplate) TakeFrom(s scenario.Scenario, from int) (scenario.Scenario, error) {
	if from < 0 || from >= len(s.Outlook.Streams) {
		return s, fmt.Errorf("take %q out of a stream: there is no stream at index %d", t.Name, from)
	}
	if stream := s.Outlook.Streams[from]; stream.Channel != scenario.ChannelDirect {
		return s, fmt.Errorf("take %q out of stream %q: it is not a direct one", t.Name, stream.Name)
	}
	added, err := t.AddTo(s)
	if err != nil {
		return s, err
	}
	less, err := lessened(added, from, len(s.Outlook.Streams))
	if err != nil {
		return s, fmt.Errorf("take %q out of stream %q: %w", t.Name, less.Name, err)
	}
	added.Outlook.Streams[from] = less
	return added, nil
}

// fit returns the template's stream for a horizon, and by how many years its
// figures had to move.
func (t StreamTemplate) fit(firstYear, lastYear int) (scenario.Stream, int) {
	stream := t.stream
	start := firstYear - 1
	if stream.Launch != 0 {
		start = max(stream.Launch, firstYear)
		stream.Launch = start
	}
	shift := start - t.start
	var growth scenario.ByYear
	for _, g := range stream.Growth {
		growth = append(growth, scenario.YearRate{Year: g.Year + shift, Rate: g.Rate})
	}
	if last := len(growth) - 1; last >= 0 {
		for year := growth[last].Year + 1; year <= lastYear; year++ {
			growth = append(growth, scenario.YearRate{Year: year, Rate: growth[last].Rate})
		}
	}
	stream.Growth = growth
	return stream, shift
}

// lessened returns the stream at index from without the revenue of the one at
// index taken. Years from which nothing has been taken keep their growth.
func lessened(s scenario.Scenario, from, taken int) (scenario.Stream, error) {
	stream := s.Outlook.Streams[from]
	touched := false
	var before unit.Amount
	for year := s.FirstYear - 1; year <= s.LastYear; year++ {
		earned, out := s.Revenue(from, year), s.Revenue(taken, year)
		left := earned - out
		if out > 0 && left <= 0 {
			return stream, fmt.Errorf("in %d it earns %s, and %s are to be taken out", year, earned.Table(), out.Table())
		}
		switch {
		case year < s.FirstYear && stream.Launch == 0, year == stream.Launch:
			stream.Base = left
		case stream.Grows(year) && (touched || out > 0):
			growth := unit.Rate(left/before) - 1
			if growth > scenario.MaxGrowth {
				return stream, fmt.Errorf("from %d to %d what is left of it would grow more than a hundredfold", year-1, year)
			}
			stream.Growth = stream.Growth.With(year, growth)
		}
		touched = touched || out > 0
		before = left
	}
	return stream, nil
}

func freeName(name string, streams []scenario.Stream) string {
	taken := func(name string) bool {
		return slices.ContainsFunc(streams, func(s scenario.Stream) bool { return s.Name == name })
	}
	free := name
	for n := 2; taken(free); n++ {
		free = name + " " + strconv.Itoa(n)
	}
	return free
}
