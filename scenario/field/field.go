// Package field has every input of a scenario once: its path, what it holds and
// within which range, how it is read, written and left empty. All that names, shows,
// edits, compares or checks an input asks here, and so do the sources, which name
// inputs by their paths. It says nothing of what follows from an input.
package field

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"headroom/scenario"
	"headroom/scenario/fault"
	"headroom/scenario/unit"
)

// A Field is one input of a scenario: where it lies, what it holds and within
// which range, how it is read and written.
type Field struct {
	Path string // within the scenario: outlook.streams[1].growth.2027
	at   key
	*spec
}

// A key says which of the fields of one kind is meant.
type key struct {
	stream int         // index, 0 outside streams
	year   int         // 0 where the field is not given by year
	period unit.Period // none where the field is not given by month or quarter
}

// A spec is what all fields of one pattern have in common.
type spec struct {
	// Pattern is the path with [] for a stream's index, YYYY for a year and PERIOD
	// for a month or a quarter.
	Pattern string
	// Name is what the screen calls the input, such as "Total cap"; %d in it is the
	// year or the period. Of a stream's input it comes after the stream's name.
	Name string
	// Short names the input in the middle of a sentence, such as "cap" in "set cap";
	// empty where no change sets it by its path.
	Short string
	Kind  Kind
	// Low and High are the range of a number, both included, but for growth, which
	// is above Low.
	Low, High float64
	// None is what an input shows that may be left empty and is; empty where it needs
	// a value.
	None string

	rank int // place in order
	access
}

func (f *spec) byYear() bool   { return strings.HasSuffix(f.Pattern, ".YYYY") }
func (f *spec) byPeriod() bool { return strings.HasSuffix(f.Pattern, ".PERIOD") }
func (f *spec) ofStream() bool { return strings.HasPrefix(f.Pattern, "outlook.streams[].") }

// A Kind is what a field holds, and so how it is written and edited.
type Kind int

// The kinds of fields. Those up to Count hold a number, those from Month
// on a text or a truth value.
const (
	Amount       Kind = iota // US dollars
	Rate                     // a fraction, written 20%
	Growth                   // a fraction, written +129%
	Ratio                    // a plain number, such as a correlation
	Year                     // a calendar year
	Count                    // a number of months
	Month                    // YYYY-MM
	Truth                    // on or off
	Shape                    // a Shape
	Channel                  // a Channel
	Exclusivity              // an Exclusive
	AfterActuals             // an AfterActuals
	Label                    // a text that no payment depends on: names, notes, ids
)

// IsNumber reports whether fields of this kind hold a number.
func (k Kind) IsNumber() bool { return k <= Count }

// Choices returns the words that a field of this kind may hold; nil where it is
// no choice among words.
func (k Kind) Choices() []string {
	switch k {
	case Shape:
		return []string{string(scenario.ShapeRamp), string(scenario.ShapeEven)}
	case Channel:
		return []string{string(scenario.ChannelDirect), string(scenario.ChannelOtherCloud), string(scenario.ChannelAzure)}
	case Exclusivity:
		return []string{string(scenario.ExclusiveNo), string(scenario.ExclusiveUntilAGI), string(scenario.ExclusiveYes)}
	case AfterActuals:
		return []string{string(scenario.KeepYear), string(scenario.KeepMonths), string(scenario.Rescale), string(scenario.HoldPace)}
	}
	return nil
}

// Stream returns the index of the stream that the field belongs to, -1 for none.
func (f Field) Stream() int {
	if f.ofStream() {
		return f.at.stream
	}
	return -1
}

// Year returns the year of a field that is given by year, 0 for others.
func (f Field) Year() int { return f.at.year }

// Period returns the month or quarter of an actual, none for other fields.
func (f Field) Period() unit.Period { return f.at.period }

// Compare orders fields as the form does: stream by stream, then the rest, each
// kind of field by year or period. It is negative where f comes before g.
func (f Field) Compare(g Field) int {
	if a, b := f.ofStream(), g.ofStream(); a != b {
		if a {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(f.at.stream, g.at.stream), cmp.Compare(f.rank, g.rank), cmp.Compare(f.at.year, g.at.year),
		cmp.Compare(f.at.period.First, g.at.period.First), cmp.Compare(f.at.period.Months, g.at.period.Months))
}

// Named returns the field's name with its year or period in it.
func (f Field) Named() string { return f.dated(f.Name) }

// Shortly returns the field's short name with its year or period in it.
func (f Field) Shortly() string { return f.dated(f.Short) }

func (f Field) dated(name string) string {
	when := f.at.period.Words()
	if f.at.year != 0 {
		when = strconv.Itoa(f.at.year)
	}
	return strings.Replace(name, "%d", when, 1)
}

// Given returns the value of the field in s as Figure does.
func (f Field) Given(s scenario.Scenario) (scenario.SourceValue, bool) {
	if f.Stream() >= len(s.Outlook.Streams) {
		return scenario.SourceValue{}, false
	}
	return f.get(&s, f.at)
}

// Put gives the field a value, which it need not be sound with: Check tells. It
// makes the parts of s that the field lies in, such as a reverse share, and writes
// to nothing that s shares with another scenario. It is refused, and s left as it
// is, where the value is of another kind, where s lacks the stream, and where the
// field only follows from others.
func (f Field) Put(s *scenario.Scenario, v scenario.SourceValue) error {
	if err := f.refuses(s); err != nil {
		return err
	}
	if err := f.Takes(v); err != nil {
		return fault.List{{Path: f.Path, Message: err.Error()}}
	}
	f.set(s, f.at, v)
	return nil
}

// Clear leaves the field empty. It is refused where it needs a value.
func (f Field) Clear(s *scenario.Scenario) error {
	if err := f.refuses(s); err != nil {
		return err
	}
	if f.None == "" {
		return fault.List{{Path: f.Path, Message: "cannot be empty; give it a value"}}
	}
	f.clear(s, f.at)
	return nil
}

func (f Field) refuses(s *scenario.Scenario) error {
	switch {
	case f.set == nil:
		return fault.List{{Path: f.Path, Message: "follows from other inputs and cannot be set by itself"}}
	case f.Stream() >= len(s.Outlook.Streams):
		return fault.List{{Path: f.Path, Message: "there is no such stream"}}
	}
	return nil
}

// Takes says what is wrong where v is of another kind than the field holds. It
// does not look at ranges.
func (f Field) Takes(v scenario.SourceValue) error {
	want := scenario.SourceText
	switch {
	case f.Kind.IsNumber():
		want = scenario.SourceNumber
	case f.Kind == Truth:
		want = scenario.SourceTruth
	}
	switch {
	case v.Kind != want:
		return fmt.Errorf("it holds %s, not %s", kindWords(want), kindWords(v.Kind))
	case f.Kind == Month:
		_, err := unit.ParseMonth(v.Text)
		return err
	case (f.Kind == Year || f.Kind == Count) && v.Number != float64(int(v.Number)):
		return fmt.Errorf("%s is not a whole number", unit.Number(v.Number))
	}
	return nil
}

func kindWords(k scenario.SourceKind) string {
	switch k {
	case scenario.SourceNumber:
		return "a number"
	case scenario.SourceTruth:
		return "true or false"
	}
	return "a text"
}
