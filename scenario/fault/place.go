package fault

import (
	"strconv"
	"strings"

	"headroom/scenario/unit"
)

// A Place is a field within a scenario, put together to a path only where it is
// wrong.
type Place struct {
	stream int    // of outlook.streams, counted from 1; 0 for none
	source string // key of sources, empty for none
	field  string
	part   int // the year, or a month or quarter as Of packs it; 0 for none
}

// At returns the place of a field that is given once in a scenario or a workspace.
func At(field string) Place { return Place{field: field} }

// InStream returns the place of a field of the stream with the given index.
func InStream(index int, field string) Place { return Place{stream: index + 1, field: field} }

// StreamPath returns the path of a field of the stream with the given index, which need
// not be one that there is: outlook.streams[1].growth.2029.
func StreamPath(index int, field string) string {
	return "outlook.streams[" + strconv.Itoa(index) + "]." + field
}

// InSource returns the place of a field of the source for the given path; of the
// source itself where the field is empty.
func InSource(path, field string) Place { return Place{source: path, field: field} }

// In returns the place of one year of a field that is given by year.
func (p Place) In(year int) Place {
	p.part = year
	return p
}

// Of returns the place of a month or quarter, in a number below 0: places are made
// by the dozen for every projection, and so are small.
func (p Place) Of(period unit.Period) Place {
	p.part = -(int(period.First)*16 + period.Months)
	return p
}

// String returns the path: outlook.streams[1].growth.2029.
func (p Place) String() string {
	path := p.field
	if p.stream > 0 {
		path = StreamPath(p.stream-1, path)
	}
	if p.source != "" {
		path = strings.TrimSuffix("sources."+p.source+"."+path, ".")
	}
	switch {
	case p.part > 0:
		path += "." + strconv.Itoa(p.part)
	case p.part < 0:
		path += "." + unit.Period{First: unit.Month(-p.part / 16), Months: -p.part % 16}.String()
	}
	return path
}
