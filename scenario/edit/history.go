package edit

import "headroom/scenario"

// A step is one undo: deltas as they take it back while it is done, and as they
// do it again while it is undone.
type step struct {
	key    string
	name   string
	deltas []delta
	ids    []string       // of the scenarios touched; the last is the one it concerns
	before *scenario.View // views on both sides, where the step came with another view
	after  *scenario.View
}

// idle reports whether the step, which has been done, has changed nothing.
func (p *step) idle(st *state) bool {
	if p.before != nil || len(p.deltas) > 1 {
		return false
	}
	return len(p.deltas) == 0 || p.deltas[0].idle(st)
}

// travel makes the view what it should be after the step has been undone (from
// after to before) or redone: the view the step was made in, unless it has been
// changed since, and the scenario that the step concerns selected.
func (p *step) travel(st *state, from, to *scenario.View) {
	if from != nil && sameView(st.w.View, *from) {
		st.w.View = *to
	} else if to != nil && st.find(st.w.View.Selected) < 0 && st.find(to.Selected) >= 0 {
		st.w.View.Selected = to.Selected
	}
	if len(p.ids) > 0 {
		if id := p.ids[len(p.ids)-1]; st.find(id) >= 0 {
			st.w.View.Selected = id
		}
	}
	st.lookNear(p.place())
}

// place returns the index at which the step changed the list of scenarios.
func (p *step) place() int {
	if len(p.deltas) == 0 {
		return 0
	}
	return p.deltas[0].at
}

// A history is the steps that can be undone and redone, and which of the states
// between them is saved. Since nothing is put below a step once it is done, the last
// step done says which state it is.
type history struct {
	done, undone []*step
	saved        *step // the last step of the state that is saved, nil where that has none
	held         *held
}

// held is what the last step done needs while further changes may merge into it:
// what could be redone before it, in case it comes to nothing.
type held struct{ undone []*step }

// push adds a step after which nothing can be redone. A step with a key is held.
func (h *history) push(p *step) {
	h.held = nil
	if p.key != "" {
		h.held = &held{undone: h.undone}
	}
	h.done, h.undone = append(h.done, p), nil
}

// drop removes the held step, as if it had never been done.
func (h *history) drop() {
	last := len(h.done) - 1
	h.done[last] = nil
	h.done = h.done[:last]
	h.undone, h.held = h.held.undone, nil
}

// last returns the last step done, nil where there is none.
func (h *history) last() *step {
	if len(h.done) == 0 {
		return nil
	}
	return h.done[len(h.done)-1]
}

// open returns the step that further changes may merge into, or nil.
func (h *history) open() *step {
	if h.held == nil {
		return nil
	}
	return h.last()
}

// noEffect reports whether there is an open step that has led back to where it began.
func (h *history) noEffect(st *state) bool {
	p := h.open()
	return p != nil && p.idle(st)
}

// seal ends the open step, which is gone where it had no effect.
func (h *history) seal(noEffect bool) {
	if noEffect {
		h.drop()
	}
	h.held = nil
}

// undo takes the last step back and returns it, nil where there is none.
func (h *history) undo(st *state) *step {
	last := len(h.done) - 1
	if last < 0 {
		return nil
	}
	p := h.done[last]
	h.done[last] = nil
	h.done, h.undone = h.done[:last], append(h.undone, p)
	back(st, p.deltas)
	p.travel(st, p.after, p.before)
	return p
}

// redo does the step undone last again and returns it, nil where there is none.
func (h *history) redo(st *state) *step {
	last := len(h.undone) - 1
	if last < 0 {
		return nil
	}
	p := h.undone[last]
	h.undone[last] = nil
	h.done, h.undone = append(h.done, p), h.undone[:last]
	forward(st, p.deltas)
	p.travel(st, p.before, p.after)
	return p
}

func lastName(steps []*step) string {
	if len(steps) == 0 {
		return ""
	}
	return steps[len(steps)-1].name
}
