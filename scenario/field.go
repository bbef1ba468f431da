package scenario

import (
	"cmp"
	"fmt"
	"iter"
	"strconv"
	"strings"

	"headroom/scenario/fault"
	"headroom/scenario/unit"
)

// A Field is one input of a scenario: where it lies, what it holds and within
// which range, how it is read and written. All that names, shows, edits, compares
// or checks an input asks here.
type Field struct {
	Path string // within the scenario: outlook.streams[1].growth.2027
	at   fieldKey
	*fieldSpec
}

// A fieldKey says which of the fields of one kind is meant.
type fieldKey struct {
	stream int         // index, 0 outside streams
	year   int         // 0 where the field is not given by year
	period unit.Period // none where the field is not given by month or quarter
}

// A fieldSpec is what all fields of one pattern have in common.
type fieldSpec struct {
	// Pattern is the path with [] for a stream's index, YYYY for a year and PERIOD
	// for a month or a quarter.
	Pattern string
	// Name is what the screen calls the input, such as "Total cap"; %d in it is the
	// year or the period. Of a stream's input it comes after the stream's name.
	Name string
	// Short names the input in the middle of a sentence, such as "cap" in "set cap";
	// empty where no change sets it by its path.
	Short string
	Kind  FieldKind
	// Low and High are the range of a number, both included, but for growth, which
	// is above Low.
	Low, High float64
	// None is what an input shows that may be left empty and is; empty where it needs
	// a value.
	None string

	rank int // place in fieldOrder
	access
}

func (f *fieldSpec) byYear() bool   { return strings.HasSuffix(f.Pattern, ".YYYY") }
func (f *fieldSpec) byPeriod() bool { return strings.HasSuffix(f.Pattern, ".PERIOD") }
func (f *fieldSpec) ofStream() bool { return strings.HasPrefix(f.Pattern, "outlook.streams[].") }

// A FieldKind is what a field holds, and so how it is written and edited.
type FieldKind int

// The kinds of fields. Those up to FieldCount hold a number, those from FieldMonth
// on a text or a truth value.
const (
	FieldAmount       FieldKind = iota // US dollars
	FieldRate                          // a fraction, written 20%
	FieldGrowth                        // a fraction, written +129%
	FieldRatio                         // a plain number, such as a correlation
	FieldYear                          // a calendar year
	FieldCount                         // a number of months
	FieldMonth                         // YYYY-MM
	FieldTruth                         // on or off
	FieldShape                         // a Shape
	FieldChannel                       // a Channel
	FieldExclusivity                   // an Exclusive
	FieldAfterActuals                  // an AfterActuals
	FieldLabel                         // a text that no payment depends on: names, notes, ids
)

// IsNumber reports whether fields of this kind hold a number.
func (k FieldKind) IsNumber() bool { return k <= FieldCount }

// Choices returns the words that a field of this kind may hold; nil where it is
// no choice among words.
func (k FieldKind) Choices() []string {
	switch k {
	case FieldShape:
		return []string{string(ShapeRamp), string(ShapeEven)}
	case FieldChannel:
		return []string{string(ChannelDirect), string(ChannelOtherCloud), string(ChannelAzure)}
	case FieldExclusivity:
		return []string{string(ExclusiveNo), string(ExclusiveUntilAGI), string(ExclusiveYes)}
	case FieldAfterActuals:
		return []string{string(KeepYear), string(KeepMonths), string(Rescale), string(HoldPace)}
	}
	return nil
}

// FieldAt returns the field that path names in a scenario with any number of
// streams, set or not, and false where path names none. A year's revenue of a
// stream (outlook.streams[0].revenue.2027) is a field that follows from others.
func FieldAt(path string) (Field, bool) {
	frame, field, at := "", path, fieldKey{}
	if stream, rest, ok := SplitStream(path); ok {
		frame, field, at.stream = "outlook.streams[].", rest, stream
	}
	what, when := field, ""
	if dot := strings.LastIndexByte(field, '.'); dot >= 0 {
		switch last := field[dot+1:]; {
		case isYear(last):
			at.year, _ = strconv.Atoi(last)
			what, when = field[:dot+1], "YYYY"
		case len(last) == len("2026-Q1") && last[4] == '-':
			at.period, _ = unit.ParsePeriod(last)
			what, when = field[:dot+1], "PERIOD"
		}
	}
	pattern := frame + what + when
	spec, found := fieldSpecs[pattern]
	if !found || spec.byYear() && at.year == 0 || spec.byPeriod() && at.period.IsZero() || spec.ofStream() && path == pattern {
		return Field{Path: path, fieldSpec: &fieldSpec{}}, false
	}
	return Field{Path: path, at: at, fieldSpec: spec}, true
}

// Fields goes through the fields of s: those of every stream, those by year in each
// year of the horizon and in each other year that s gives, and the actuals that it
// gives. Other fields that are not
// set are among them, those that only follow from others are not.
func (s Scenario) Fields() iter.Seq[Field] {
	return func(yield func(Field) bool) {
		for _, spec := range fieldOrder {
			if spec.set == nil {
				continue
			}
			for _, path := range s.pathsOf(spec) {
				if f, _ := FieldAt(path); !yield(f) {
					return
				}
			}
		}
	}
}

// pathsOf returns the paths of the fields of one pattern.
func (s *Scenario) pathsOf(spec *fieldSpec) []string {
	streams := []string{spec.Pattern}
	if spec.ofStream() {
		streams = make([]string, len(s.Outlook.Streams))
		for i := range streams {
			streams[i] = strings.Replace(spec.Pattern, "[]", "["+strconv.Itoa(i)+"]", 1)
		}
	}
	var paths []string
	if spec.byPeriod() {
		for i, path := range streams {
			for _, a := range s.Outlook.Streams[i].Actuals {
				paths = append(paths, strings.TrimSuffix(path, "PERIOD")+a.Period.String())
			}
		}
		return paths
	}
	if !spec.byYear() {
		return streams
	}
	for i, path := range streams {
		for year := MinYear; year <= MaxYear; year++ {
			_, given := spec.get(s, fieldKey{stream: i, year: year})
			if given || year >= s.FirstYear && year <= s.LastYear {
				paths = append(paths, strings.TrimSuffix(path, "YYYY")+strconv.Itoa(year))
			}
		}
	}
	return paths
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
func (f Field) Given(s Scenario) (SourceValue, bool) {
	if f.Stream() >= len(s.Outlook.Streams) {
		return SourceValue{}, false
	}
	return f.get(&s, f.at)
}

// Put gives the field a value, which it need not be sound with: Check tells. It
// makes the parts of s that the field lies in, such as a reverse share, and writes
// to nothing that s shares with another scenario. It is refused, and s left as it
// is, where the value is of another kind, where s lacks the stream, and where the
// field only follows from others.
func (f Field) Put(s *Scenario, v SourceValue) error {
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
func (f Field) Clear(s *Scenario) error {
	if err := f.refuses(s); err != nil {
		return err
	}
	if f.None == "" {
		return fault.List{{Path: f.Path, Message: "cannot be empty; give it a value"}}
	}
	f.clear(s, f.at)
	return nil
}

func (f Field) refuses(s *Scenario) error {
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
func (f Field) Takes(v SourceValue) error {
	want := SourceText
	switch {
	case f.Kind.IsNumber():
		want = SourceNumber
	case f.Kind == FieldTruth:
		want = SourceTruth
	}
	switch {
	case v.Kind != want:
		return fmt.Errorf("it holds %s, not %s", kindWords(want), kindWords(v.Kind))
	case f.Kind == FieldMonth:
		_, err := unit.ParseMonth(v.Text)
		return err
	case (f.Kind == FieldYear || f.Kind == FieldCount) && v.Number != float64(int(v.Number)):
		return fmt.Errorf("%s is not a whole number", unit.Number(v.Number))
	}
	return nil
}

func kindWords(k SourceKind) string {
	switch k {
	case SourceNumber:
		return "a number"
	case SourceTruth:
		return "true or false"
	}
	return "a text"
}

func isYear(text string) bool {
	if len(text) != 4 {
		return false
	}
	year, err := strconv.ParseUint(text, 10, 16)
	return err == nil && year >= MinYear && year <= MaxYear
}
