// Package fault says what is wrong with data, each fault at the field it is in, and
// has the checks that find most of them: of numbers and their ranges, months, words,
// names and other texts. What the fields are it does not know.
package fault

import (
	"strings"

	"headroom/scenario/unit"
)

// A Fault is one thing wrong with a scenario or a workspace, at the field that
// Path names: scenarios[2].terms.share.rate, or from the scenario on where it is
// a scenario that was checked.
type Fault struct{ Path, Message string }

// String returns the fault as PATH: MESSAGE on one line, with control characters
// escaped.
func (f Fault) String() string {
	return unit.Printable(f.Path) + ": " + unit.Printable(f.Message)
}

// A List is all that is wrong, in the order of the fields. No faults are nil.
type List []Fault

// Error returns the faults, one a line.
func (f List) Error() string {
	lines := make([]string, len(f))
	for i := range f {
		lines[i] = f[i].String()
	}
	return strings.Join(lines, "\n")
}

// Err returns f as an error, nil where there are no faults.
func (f List) Err() error {
	if len(f) == 0 {
		return nil
	}
	return f
}

// Under returns the same faults seen from further up: path is that of what was
// checked, such as scenarios[2].
func (f List) Under(path string) List {
	out := make(List, len(f))
	for i := range f {
		out[i] = Fault{path + "." + f[i].Path, f[i].Message}
	}
	return out
}

// Quoted returns text in quotation marks, cut where it is long. It leaves an id of
// the length allowed whole.
func Quoted(text string) string { return unit.QuoteBrief(text, MaxID) }
