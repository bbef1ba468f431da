package compare

import (
	"cmp"
	"strconv"
	"strings"
)

// A Group is a set of inputs whose effect is given as one.
type Group struct {
	Kind   Kind
	Year   int    // where Kind is Growth
	Stream string // name of the stream where Kind is OneStream
}

// A Kind is what the inputs of a group are about.
type Kind int

// The kinds of groups, in the order of a bridge. Azure streams apart, revenue is
// that of streams that both sides have.
const (
	Base         Kind = iota + 1 // base, launch year and shared part of streams
	Growth                       // of one year, of all streams
	AllGrowth                    // of all years, where there would be too many groups
	Shape                        // of revenue within a year
	Actuals                      // what streams have earned
	AfterActuals                 // how streams go on after it
	Rate                         // of the share, in all years
	Cap                          // its amount, or that there is none
	CapStart                     // cap counts from, counted before
	Window                       // first and last month of the share
	AGI                          // its month, and the clauses that depend on it
	ReverseShare                 // its rate and window, or that there is none
	Clouds                       // when other clouds open, and Azure's lead
	OtherTerms                   // all terms but the cap, where there would be too many groups
	AzureStreams                 // all of the streams that Microsoft resells
	Discounting                  // discount rate and as-of month
	OneStream                    // a stream that only one side has, or has in another channel
	SomeStreams                  // all such streams, where there would be too many groups
	License                      // moves no payment
	Spread                       // how uncertain growth and cap are; moves no payment of the plan
	Horizon                      // first and last year
)

// kinds hold a kind's name in files and in words.
var kinds = map[Kind]struct{ field, words string }{
	Base:         {"outlook.streams.base", "base revenue"},
	Growth:       {"outlook.streams.growth", "growth"},
	AllGrowth:    {"outlook.streams.growth", "growth of all years"},
	Shape:        {"outlook.shape", "shape within the year"},
	Actuals:      {"outlook.streams.actuals", "actuals"},
	AfterActuals: {"outlook.afterActuals", "rule after the actuals"},
	Rate:         {"terms.share.rate", "share rate"},
	Cap:          {"terms.share.cap", "cap"},
	CapStart:     {"terms.share.capFrom", "cap start and counted before"},
	Window:       {"terms.share.from", "share window"},
	AGI:          {"outlook.agiVerified", "AGI, month and clauses"},
	ReverseShare: {"terms.reverse", "reverse share"},
	Clouds:       {"terms.otherClouds", "other clouds"},
	OtherTerms:   {"terms", "all terms but the cap"},
	AzureStreams: {"outlook.streams.azure", "Azure streams"},
	Discounting:  {"valuation", "valuation"},
	OneStream:    {"outlook.streams", "stream"},
	SomeStreams:  {"outlook.streams", "streams that differ as a whole"},
	License:      {"terms.license", "license"},
	Spread:       {"uncertainty", "uncertainty"},
	Horizon:      {"lastYear", "horizon"},
}

// Field returns the name of the group in files: the path of its field, or of
// what its fields have in common. Of a stream the path does not say which.
func (g Group) Field() string {
	if g.Kind == Growth {
		return kinds[Growth].field + "." + strconv.Itoa(g.Year)
	}
	return kinds[g.Kind].field
}

// String returns the group in words, such as growth 2027.
func (g Group) String() string {
	words := kinds[g.Kind].words
	switch g.Kind {
	case Growth:
		return words + " " + strconv.Itoa(g.Year)
	case OneStream:
		return words + " " + g.Stream
	}
	return words
}

// inOrder compares groups by their order in a bridge, which does not depend on
// the side from which one looks.
func (g Group) inOrder(h Group) int {
	return cmp.Or(cmp.Compare(g.Kind, h.Kind), cmp.Compare(g.Year, h.Year), strings.Compare(g.Stream, h.Stream))
}
