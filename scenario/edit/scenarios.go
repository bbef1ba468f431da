package edit

import (
	"regexp"
	"slices"

	"headroom/scenario"
)

// AddScenario adds a scenario after the others and selects it. Where its id is
// empty or another has it, it gets a free one.
func AddScenario(s scenario.Scenario) Change {
	return Change{apply: func(d *draft) (string, error) {
		d.addLast(s)
		return "add " + s.Name, nil
	}}
}

// A Side is a scenario to be compared: the one with the given id, or where that is
// empty one to be added.
type Side struct {
	ID  string
	New scenario.Scenario
}

// CompareSides compares others with a reference, and nothing else, adding those that
// are new as AddScenario does, all as one undo step with the given name. What
// is selected stays so.
func CompareSides(name string, reference Side, others ...Side) Change {
	return Change{apply: func(d *draft) (string, error) {
		view := scenario.View{Selected: d.w.View.Selected}
		for _, side := range append([]Side{reference}, others...) {
			if side.ID == "" {
				side.ID = d.addLast(side.New)
			}
			view.Compared = append(view.Compared, side.ID)
		}
		view.Reference = view.Compared[0]
		d.w.View = view
		return name, nil
	}}
}

// addLast adds a scenario after the others under an id that no other has, and
// returns that.
func (d *draft) addLast(s scenario.Scenario) (id string) {
	if s.ID == "" {
		s.ID = freeID(d.w, s.Name)
	} else if d.find(s.ID) >= 0 {
		s.ID = freeID(d.w, s.ID)
	}
	d.add(len(d.w.Scenarios), s)
	return s.ID
}

// copied is the ending of a copy's name, or of its id.
var copied = regexp.MustCompile(`[ -]copy([ -][0-9]+)?$`)

// DuplicateScenario adds a copy of the scenario with the given id after it, in the
// given color, #RRGGBB or empty for that of its place, with an id of its own and
// "copy" in its name, and selects it. A copy of a copy is numbered on: "copy 2".
// Original and copy are compared from then on, since that is what a copy is made
// for; where more than MaxCompared would be, others give way.
func DuplicateScenario(id, color string) Change {
	return Change{apply: func(d *draft) (string, error) {
		at, err := d.locate(id)
		if err != nil {
			return "", err
		}
		original := d.w.Scenarios[at]
		s := original
		s.ID = freeID(d.w, copied.ReplaceAllString(id, "")+"-copy")
		s.Name = freeName(copied.ReplaceAllString(original.Name, ""), " copy", func(name string) bool {
			return slices.ContainsFunc(d.w.Scenarios, func(other scenario.Scenario) bool { return other.Name == name })
		})
		s.Color = color
		d.add(at+1, s)
		d.compare(original.ID, s.ID)
		return "duplicate " + original.Name, nil
	}}
}

// DeleteScenario deletes the scenario with the given id. Views do not point to it
// any more; where it was selected, its neighbor is.
func DeleteScenario(id string) Change {
	return Change{apply: func(d *draft) (string, error) {
		at, err := d.locate(id)
		if err != nil {
			return "", err
		}
		name := d.w.Scenarios[at].Name
		d.do(delta{kind: remove, at: at})
		d.lookNear(at)
		return "delete " + name, nil
	}}
}

// MoveScenario moves the scenario with the given id to the index to in the list,
// counted without it; the list's ends are its bounds.
func MoveScenario(id string, to int) Change {
	return Change{apply: func(d *draft) (string, error) {
		at, err := d.locate(id)
		if err != nil {
			return "", err
		}
		to := max(0, min(to, len(d.w.Scenarios)-1))
		name := d.w.Scenarios[at].Name
		d.do(delta{kind: move, at: at, to: to})
		return "move " + name, nil
	}}
}

// RenameScenario sets the name of a scenario.
func RenameScenario(id, name string) Change {
	words := func(s *scenario.Scenario) string { return "rename " + s.Name + " to " + name }
	return revise(id+"/name", id, words, func(s *scenario.Scenario) error {
		s.Name = name
		return nil
	})
}

// SetColor sets the color of a scenario, #RRGGBB, or empty for the one that the
// order of scenarios gives.
func SetColor(id, color string) Change {
	words := func(s *scenario.Scenario) string { return "recolor " + s.Name }
	return revise(id+"/color", id, words, func(s *scenario.Scenario) error {
		s.Color = color
		return nil
	})
}

// SetNote sets the note of a scenario.
func SetNote(id, note string) Change {
	words := func(s *scenario.Scenario) string { return "edit note of " + s.Name }
	return revise(id+"/note", id, words, func(s *scenario.Scenario) error {
		s.Note = note
		return nil
	})
}

// RenameWorkspace sets the name of the workspace, which may be empty.
func RenameWorkspace(name string) Change {
	return Change{apply: func(d *draft) (string, error) {
		d.do(delta{kind: title, text: name})
		return "rename workspace to " + name, nil
	}}
}

func (d *draft) add(at int, s scenario.Scenario) {
	d.do(delta{kind: insert, at: at, scenario: &s})
	d.w.View.Selected = s.ID
}
