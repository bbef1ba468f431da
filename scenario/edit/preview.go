package edit

import "headroom/scenario"

// Preview returns what a change of the scenario s would make of it, with nothing
// around it and nothing kept, such as to show what a question would lead to before
// it is answered. The error is what refuses the change.
func Preview(s scenario.Scenario, c Change) (scenario.Scenario, error) {
	session := New(scenario.Workspace{Scenarios: []scenario.Scenario{s}})
	if err := session.Do(c); err != nil {
		return s, err
	}
	return session.At(0), nil
}
