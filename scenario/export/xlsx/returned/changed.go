package returned

import (
	"strings"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// A Workbook is what came back in a workbook.
type Workbook struct {
	Sent    scenario.Workspace // as it was sent, without notes
	Changed []Changed          // the scenarios with other figures, in the order sent; nil for none
}

// A Changed is a scenario in which figures were changed, and which.
type Changed struct {
	Scenario scenario.Scenario // as changed, with the id it was sent with
	Changes  []Change          // in the order of the inputs, then what moved with them
}

// A Change is an input that was changed, in words.
type Change struct {
	Cell string // where it stands, such as Inputs!B7, or with what it moved
	Name string // of the input
	Was  string // what was sent, "empty" for nothing
	Is   string
}

// String returns the change as one line.
func (c Change) String() string { return c.Name + ": " + c.Is + ", was " + c.Was + " (" + c.Cell + ")" }

// Scenarios returns the scenarios that were changed.
func (r Workbook) Scenarios() []scenario.Scenario {
	var out []scenario.Scenario
	for _, c := range r.Changed {
		out = append(out, c.Scenario)
	}
	return out
}

// Unsound is the error of a workbook in which inputs were changed to what no scenario
// can have: each names its cell and says what is wrong.
type Unsound []Wrong

// A Wrong is a cell with something wrong.
type Wrong struct {
	Cell    string // such as Inputs!B7
	Name    string // of the input
	Message string
}

// Lines returns what is wrong, one a line.
func (u Unsound) Lines() []string {
	lines := make([]string, len(u))
	for i, w := range u {
		lines[i] = unit.Printable(w.Cell + ", " + w.Name + ": " + w.Message)
	}
	return lines
}

// Error returns the lines as one text.
func (u Unsound) Error() string { return strings.Join(u.Lines(), "\n") }

var _ error = Unsound(nil)
