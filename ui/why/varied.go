package why

import (
	"headroom/scenario"
	"headroom/scenario/explain"
	"headroom/ui/desk"
)

// AskVaried explains a figure of a scenario that is none of the workspace: of one that is
// varied, and named so. Its figures have no sources to go back to.
func AskVaried(d *desk.Desk, s scenario.Scenario, q explain.Question) {
	d.Commit()
	projection, err := scenario.Project(s)
	if err != nil || d.Prompts.Name() != "" {
		return // the values of an input that a chart has are legal ones
	}
	open(&why{desk: d, scenario: s, projection: projection, question: q, named: true, varied: true})
}
