package edit

import (
	"slices"

	"headroom/scenario"
)

// TakeBack takes scenarios that were sent out and came back with other figures, as
// one undo step with the given name: each beside the one of its id, in the color
// that it is given, or where replace is set in its place, with the note, the name and
// the color that it has here. One whose id is not there any more is added after the
// others. What stands beside what was sent is compared with that and with nothing else,
// as far as there is room.
func TakeBack(name string, returned []scenario.Scenario, replace bool) Change {
	return Change{apply: func(d *draft) (string, error) {
		var pairs []string // sent and come back, in turn
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
				pairs = append(pairs, old.ID, s.ID)
			}
		}
		if len(pairs) > 0 {
			d.w.View.Compared = pairs[:min(len(pairs), MaxCompared)]
			d.w.View.Reference = pairs[0]
		}
		return name, nil
	}}
}
