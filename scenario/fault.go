package scenario

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

// Faults are all that is wrong, in the order of the fields. No faults are nil.
type Faults []Fault

// Error returns the faults, one a line.
func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i := range f {
		lines[i] = f[i].String()
	}
	return strings.Join(lines, "\n")
}

// Err returns f as an error, nil where there are no faults.
func (f Faults) Err() error {
	if len(f) == 0 {
		return nil
	}
	return f
}

// Under returns the same faults seen from further up: path is that of what was
// checked, such as scenarios[2].
func (f Faults) Under(path string) Faults {
	out := make(Faults, len(f))
	for i := range f {
		out[i] = Fault{path + "." + f[i].Path, f[i].Message}
	}
	return out
}

// quoted returns text in quotation marks, cut where it is long. It leaves an id of
// the length allowed whole.
func quoted(text string) string { return unit.QuoteBrief(text, MaxID) }
