package edit

import (
	"errors"
	"fmt"
	"reflect"
	"slices"

	"headroom/scenario"
	"headroom/scenario/fault"
	"headroom/scenario/field"
)

// A Change is something to do to a workspace, made by one of the functions of
// this package and done by Session.Do. The zero value does nothing.
type Change struct {
	key   string // changes of the same field have the same; empty for what never merges
	apply func(d *draft) (name string, err error)
}

// Group returns the changes as one, done in order as one undo step with
// the given name, or not at all. It never merges with another.
func Group(name string, changes ...Change) Change {
	return Change{apply: func(d *draft) (string, error) {
		for _, c := range changes {
			if c.apply == nil {
				continue
			}
			if _, err := c.apply(d); err != nil {
				return "", err
			}
		}
		return name, nil
	}}
}

// Revise changes the scenario with the given id by a function of it, under a
// name for the menu such as "add Hardware". The function returns a new scenario
// of the same id that shares with the old one only what it does not write to; its
// error refuses the change. Revisions never merge.
func Revise(id, name string, f func(scenario.Scenario) (scenario.Scenario, error)) Change {
	return revise("", id, func(*scenario.Scenario) string { return name }, func(s *scenario.Scenario) error {
		revised, err := f(*s)
		if err != nil {
			return err
		}
		if revised.ID != s.ID {
			return fmt.Errorf("%s: the id of scenario %q may not change to %q", name, s.ID, revised.ID)
		}
		*s = revised
		return nil
	})
}

// An amendment changes a copy of a scenario. Slices, maps and what pointers point
// to are shared with the original: it replaces them.
type amendment func(s *scenario.Scenario) error

// revise returns the change of one scenario. The name for the menu is made from
// the scenario as it was.
func revise(key, id string, name func(*scenario.Scenario) string, amend amendment) Change {
	return Change{key: key, apply: func(d *draft) (string, error) {
		at, err := d.locate(id)
		if err != nil {
			return "", err
		}
		amended := d.w.Scenarios[at]
		words := name(&amended)
		if err := amend(&amended); err != nil {
			return "", err
		}
		d.do(delta{kind: swap, at: at, scenario: &amended})
		return words, nil
	}}
}

// changeOf returns the change of the field of a scenario that path names, which
// merges with further ones of the same field.
func changeOf(id, path, name string, amend amendment) Change {
	return revise(id+"/"+path, id, func(*scenario.Scenario) string { return name }, amend)
}

// choice is changeOf for what is chosen at once rather than dragged or typed, and
// never merges.
func choice(id, name string, amend amendment) Change {
	return revise("", id, func(*scenario.Scenario) string { return name }, amend)
}

// refuse returns the error that the field which path names cannot be changed so.
func refuse(path, format string, args ...any) error {
	return fault.List{{Path: path, Message: fmt.Sprintf(format, args...)}}
}

// A draft is a state while one change is done to it, with what has been done so
// far.
type draft struct {
	*state
	deltas  []delta
	touched []string // ids of the scenarios that deltas are about, the last one last

	unpinned bool // whether what was pinned has been taken over
}

// locate returns the index of the scenario with the given id.
func (d *draft) locate(id string) (int, error) {
	if at := d.find(id); at >= 0 {
		return at, nil
	}
	return 0, errors.New("this scenario is not there any more")
}

func (d *draft) do(change delta) {
	id := ""
	switch change.kind {
	case swap, insert:
		id = change.scenario.ID
	case remove, move:
		id = d.w.Scenarios[change.at].ID
	}
	if id != "" {
		d.touched = append(slices.DeleteFunc(d.touched, func(other string) bool { return other == id }), id)
	}
	change.flip(d.state)
	d.deltas = append(d.deltas, change)
}

// check returns what is wrong after the change, as an error. What the change did
// not touch is taken to be sound: that keeps an edit quick among a thousand
// scenarios.
func (d *draft) check(before scenario.View) error {
	for _, id := range d.touched {
		if at := d.find(id); at >= 0 {
			if err := field.Check(d.w.Scenarios[at]).Err(); err != nil {
				return err
			}
		}
	}
	frame := func(done delta) bool { return done.kind != swap }
	if slices.ContainsFunc(d.deltas, frame) || !sameView(before, d.w.View) {
		return field.CheckFrame(d.w).Err()
	}
	return nil
}

// same reports whether two scenarios are alike in all fields.
func same(a, b *scenario.Scenario) bool { return reflect.DeepEqual(a, b) }
