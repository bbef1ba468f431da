package cells

import (
	"cmp"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"headroom/scenario"
	"headroom/scenario/field"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// An Input is a figure of a scenario that the sheet of inputs has a cell for. What
// the cell is called follows from the scenario's place and the input's path, so that
// a workbook that comes back is read without asking where its cells are by now.
type Input struct {
	field.Field
	// Given is whether the scenario says the input itself, and Value what it says.
	Given    bool
	Value    scenario.SourceValue
	scenario int // place in the workbook
}

// AheadQuarters is how many quarters after the last actual have cells for actuals to
// come.
const AheadQuarters = 8

// Inputs returns the inputs of a scenario in the order of the sheet.
func Inputs(place int, s scenario.Scenario) []Input {
	var all []Input
	add := func(f field.Field) {
		in := Input{Field: f, scenario: place}
		in.Value, in.Given = Given(s, f)
		all = append(all, in)
	}
	for f := range field.Of(s) {
		if f.Kind != field.Label && f.Period().IsZero() {
			add(f)
		}
	}
	for i := range s.Outlook.Streams {
		for _, p := range Periods(s, i) {
			f, _ := field.At(field.StreamPath(i, "actuals."+p.String()))
			add(f)
		}
	}
	slices.SortStableFunc(all, func(a, b Input) int {
		return cmp.Or(cmp.Compare(SectionOf(a.Field), SectionOf(b.Field)), a.Field.Compare(b.Field))
	})
	return all
}

// Given returns what a scenario says of a field itself, and not by what holds where
// it says nothing.
func Given(s scenario.Scenario, f field.Field) (scenario.SourceValue, bool) {
	v, ok := f.Given(s)
	if !ok || f.None == "" {
		return v, ok
	}
	cleared := s
	if err := f.Clear(&cleared); err == nil && reflect.DeepEqual(cleared, s) {
		return scenario.SourceValue{}, false
	}
	return v, true
}

// Periods returns the months and quarters of a stream for which the sheet has cells:
// those with an actual, and those of the horizon without one up to some quarters
// after the last.
func Periods(s scenario.Scenario, stream int) []unit.Period {
	var out []unit.Period
	covered := map[unit.Month]bool{}
	for _, a := range s.Outlook.Streams[stream].Actuals {
		out = append(out, a.Period)
		for m := a.Period.First; m <= a.Period.Last(); m++ {
			covered[m] = true
		}
	}
	end := s.FirstMonth() + 3*AheadQuarters - 1
	if last := s.LastActual(stream); last != 0 {
		end = last + 3*AheadQuarters + 2
	}
	end = min(end, s.LastMonth())
	for m := s.FirstMonth(); m <= end; m++ {
		quarter := unit.Period{First: m, Months: 3}
		switch {
		case covered[m]:
		case quarter.IsPart() && !covered[m+1] && !covered[m+2]:
			out = append(out, quarter)
			m += 2
		default:
			out = append(out, unit.Period{First: m, Months: 1})
		}
	}
	slices.SortFunc(out, func(a, b unit.Period) int { return cmp.Compare(a.First, b.First) })
	return out
}

// A Section is a part of the inputs with a heading of its own.
type Section int

// The sections, in the order of the sheet.
const (
	StreamSection Section = iota
	OutlookSection
	ShareSection
	ReverseSection
	CloudsSection
	LicenseSection
	ValuationSection
	UncertaintySection
)

var sectionWords = [...]string{
	OutlookSection: "Outlook", ShareSection: "Share to Microsoft", ReverseSection: "Reverse share to OpenAI",
	CloudsSection: "Other clouds", LicenseSection: "License (moves no money)", ValuationSection: "Valuation",
	UncertaintySection: "Uncertainty (kept, and not computed in this workbook)",
}

// String returns the heading of a section, empty for that of a stream, which has the
// stream's name.
func (s Section) String() string { return sectionWords[s] }

// SectionOf returns the section that a field is of.
func SectionOf(f field.Field) Section {
	for start, s := range map[string]Section{
		"outlook.streams": StreamSection, "terms.share.": ShareSection, "terms.reverse.": ReverseSection,
		"terms.otherClouds.": CloudsSection, "terms.license.": LicenseSection, "valuation.": ValuationSection,
		"uncertainty.": UncertaintySection,
	} {
		if strings.HasPrefix(f.Path, start) {
			return s
		}
	}
	return OutlookSection
}

// Words returns what the sheet calls the input: in the part of a stream without the
// stream's name.
func (in Input) Words(s scenario.Scenario) string {
	name := words.Input(s, in.Path)
	if i := in.Stream(); i >= 0 {
		name = strings.TrimPrefix(name, s.Outlook.Streams[i].Name+", ")
	}
	return words.UpperFirst(name)
}

// Fixed reports whether the input cannot be changed in a workbook, whose months are
// laid out.
func (in Input) Fixed() bool { return in.Path == "firstYear" }

// CellName returns the name by which workbooks know the cell: words of lower case with
// underscores between, such as scenario_1_terms_share_cap, since a name of letters and
// digits alone is taken for a cell by some.
func (in Input) CellName() string {
	return Name(in.scenario, in.Path)
}

// Name returns the name of the cell for an input, by the place of its scenario, from
// 0, and its path.
func Name(place int, path string) string {
	var b strings.Builder
	b.WriteString("scenario_" + strconv.Itoa(place+1) + "_")
	if stream, rest, ok := field.SplitStream(path); ok {
		b.WriteString("stream_" + strconv.Itoa(stream+1) + "_")
		path = rest
	}
	lower := false // whether what came last was a small letter
	for _, r := range path {
		switch {
		case r == '.' || r == '-':
			b.WriteByte('_')
		case unicode.IsUpper(r):
			if lower {
				b.WriteByte('_')
			}
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteRune(r)
		}
		lower = unicode.IsLower(r)
	}
	return b.String()
}
