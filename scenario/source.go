package scenario

import (
	"math"

	"headroom/scenario/unit"
)

// A Source says where a figure of a scenario comes from.
type Source struct {
	Value     SourceValue
	Status    Status
	Publisher string
	Title     string
	Date      string // YYYY-MM-DD, empty where not given
	URL       string
	Note      string
}

// A Status says how sure a figure is.
type Status string

// The statuses.
const (
	StatusConfirmed Status = "confirmed" // stated by Microsoft or OpenAI
	StatusReported  Status = "reported"  // in the press, from unnamed people or leaked documents
	StatusEstimate  Status = "estimate"  // an analyst's, or derived
)

// A SourceValue is the figure as the source gives it: exactly one of a number,
// a text (a month, a word such as no) and a truth value.
type SourceValue struct {
	Kind   SourceKind
	Number float64 // where Kind is SourceNumber: dollars or a fraction
	Text   string  // where Kind is SourceText
	Truth  bool    // where Kind is SourceTruth
}

// A SourceKind says what kind of figure a source gives.
type SourceKind int

// The kinds of figures.
const (
	SourceNumber SourceKind = iota
	SourceText
	SourceTruth
)

// NumberValue returns the figure of a field that holds a number.
func NumberValue(v float64) SourceValue { return SourceValue{Kind: SourceNumber, Number: v} }

// MonthValue returns the figure of a field that holds a month.
func MonthValue(m unit.Month) SourceValue { return TextValue(m.String()) }

// TextValue returns the figure of a field that holds a word.
func TextValue(text string) SourceValue { return SourceValue{Kind: SourceText, Text: text} }

// TruthValue returns the figure of a field that is on or off.
func TruthValue(v bool) SourceValue { return SourceValue{Kind: SourceTruth, Truth: v} }

// Same reports whether w is still the figure v: equal, numbers to 1e-9 of their
// size.
func (v SourceValue) Same(w SourceValue) bool {
	if v.Kind == SourceNumber && w.Kind == SourceNumber {
		return math.Abs(v.Number-w.Number) <= 1e-9*math.Max(math.Abs(v.Number), math.Abs(w.Number))
	}
	return v == w
}
