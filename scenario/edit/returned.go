package edit

import (
	"slices"

	"headroom/scenario"
)

// TakeBack takes scenarios that were sent out and came back with other figures, as
// one step of history with the given name: each beside the one of its id, compared
// with it, or where replace is set in its place, with the note and the name that it
// has here, else in the color that it is given. One whose id is not there any more is added after the others.
func TakeBack(name string, returned []scenario.Scenario, replace bool) Change {
	return Change{apply: func(d *draft) (string, error) {
		for _, s := range returned {
			at := d.find(s.ID)
			switch {
			case at < 0:
				d.addLast(s)
			case replace:
				old := d.w.Scenarios[at]
				s.Name, s.Note, s.Color = old.Name, old.Note, old.Color
				s.Sources = old.Sources
				d.do(delta{kind: swap, at: at, scenario: &s})
			default:
				old := d.w.Scenarios[at]
				s.ID = freeID(d.w, s.ID+"-changed")
				s.Name = freeName(old.Name, ", changed", func(name string) bool {
					return slices.ContainsFunc(d.w.Scenarios, func(other scenario.Scenario) bool { return other.Name == name })
				})
				d.add(at+1, s)
				d.compare(old.ID, s.ID)
			}
		}
		return name, nil
	}}
}
