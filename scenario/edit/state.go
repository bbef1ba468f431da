package edit

import (
	"slices"

	"headroom/scenario"
)

// A state is a workspace that deltas are applied to. Its scenarios are copied
// before they are written to where someone else may hold them.
type state struct {
	w     scenario.Workspace
	lent  bool                // w.Scenarios has been handed out, or was handed in
	index map[string]int      // of scenarios by id; nil where it has to be made again
	empty []scenario.Scenario // no scenarios, as the workspace had them at first
}

func newState(w scenario.Workspace) state {
	st := state{w: w, lent: true}
	if len(w.Scenarios) == 0 {
		st.empty = w.Scenarios
	}
	return st
}

// find returns the index of the scenario with the given id, or -1.
func (st *state) find(id string) int {
	if st.index == nil {
		st.index = make(map[string]int, len(st.w.Scenarios))
		for i := range st.w.Scenarios {
			st.index[st.w.Scenarios[i].ID] = i
		}
	}
	if i, found := st.index[id]; found {
		return i
	}
	return -1
}

// own makes the scenarios the state's own to write to.
func (st *state) own() {
	if st.lent {
		st.w.Scenarios = slices.Clone(st.w.Scenarios)
		st.lent = false
	}
}

// A kind says what a delta does.
type kind int

const (
	swap   kind = iota // the scenario at an index for another of the same id
	insert             // a scenario at an index
	remove             // the scenario at an index
	move               // the scenario at an index to another
	title              // the workspace's name
)

// A delta is one elementary change of a state. Flipping it applies it and turns
// it into the one that takes it back, so that an undo step holds no more
// than what it needs: one scenario, not a workspace.
type delta struct {
	kind     kind
	at, to   int
	scenario *scenario.Scenario // swap, insert, and of remove once flipped
	text     string             // title
}

func (d *delta) flip(st *state) {
	switch d.kind {
	case swap:
		st.own()
		st.w.Scenarios[d.at], *d.scenario = *d.scenario, st.w.Scenarios[d.at]
	case insert:
		st.own()
		st.w.Scenarios = slices.Insert(st.w.Scenarios, d.at, *d.scenario)
		st.index = nil
		d.kind, d.scenario = remove, nil
	case remove:
		st.own()
		removed := st.w.Scenarios[d.at]
		st.w.Scenarios = slices.Delete(st.w.Scenarios, d.at, d.at+1)
		if len(st.w.Scenarios) == 0 {
			st.w.Scenarios, st.lent = st.empty, true
		}
		st.index = nil
		d.kind, d.scenario = insert, &removed
	case move:
		st.own()
		moved := st.w.Scenarios[d.at]
		st.w.Scenarios = slices.Delete(st.w.Scenarios, d.at, d.at+1)
		st.w.Scenarios = slices.Insert(st.w.Scenarios, d.to, moved)
		st.index = nil
		d.at, d.to = d.to, d.at
	case title:
		st.w.Name, d.text = d.text, st.w.Name
	}
}

// idle reports whether the delta, which has been applied, has left everything as
// it was.
func (d *delta) idle(st *state) bool {
	switch d.kind {
	case swap:
		return same(&st.w.Scenarios[d.at], d.scenario)
	case move:
		return d.at == d.to
	case title:
		return d.text == st.w.Name
	}
	return false
}

// forward applies deltas in order.
func forward(st *state, deltas []delta) {
	for i := range deltas {
		deltas[i].flip(st)
	}
}

// back takes deltas back, the last one first.
func back(st *state, deltas []delta) {
	for i := len(deltas) - 1; i >= 0; i-- {
		deltas[i].flip(st)
	}
}
