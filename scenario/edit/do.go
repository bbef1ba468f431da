package edit

import "headroom/scenario"

// Do does a change. Where it is refused, the error says why and everything is as
// it was: fault.List where a field would not be sound, with paths within the
// scenario, or within the workspace where it is about that.
//
// A change of the same field as the one before, with no Seal between, merges into
// its step: it is done to the state before that step, so that a slider dragged
// there and back loses nothing on the way. A change that changes nothing is no
// step.
func (s *Session) Do(c Change) error {
	if c.apply == nil {
		return nil
	}
	if p := s.open(); p != nil && c.key != "" && c.key == p.key {
		return s.merge(c, p)
	}
	view, noEffect := s.w.View, s.noEffect(&s.state)
	d := draft{state: &s.state}
	name, err := s.try(c, &d, view)
	if err != nil {
		return err
	}
	p := &step{key: c.key, name: name, deltas: d.deltas, ids: d.touched}
	if after := s.w.View; !sameView(view, after) {
		p.before, p.after = &view, &after
	}
	if p.idle(&s.state) {
		return nil
	}
	s.seal(noEffect)
	if len(d.deltas) > 0 {
		s.push(p)
	}
	s.advance(d.touched)
	return nil
}

// merge does a change to the state before the open step, and makes it that step.
func (s *Session) merge(c Change, p *step) error {
	at := p.place()
	shown := s.w.Scenarios[at]
	back(&s.state, p.deltas)
	d := draft{state: &s.state}
	name, err := s.try(c, &d, s.w.View)
	if err != nil {
		forward(&s.state, p.deltas)
		return err
	}
	p.name, p.deltas, p.ids = name, d.deltas, d.touched
	if !same(&shown, &s.w.Scenarios[at]) {
		s.advance(d.touched)
	}
	return nil
}

// try does a change as a draft and takes it back where it is refused.
func (s *Session) try(c Change, d *draft, view scenario.View) (string, error) {
	name, err := c.apply(d)
	if err == nil {
		if d.repin(); d.unpinned {
			name += ", unpinned"
		}
		err = d.check(view)
	}
	if err != nil {
		back(&s.state, d.deltas)
		s.w.View = view
		return "", err
	}
	return name, nil
}

// Seal ends the open step: the next change is a step of its own. Where the step
// has led back to where it began, it is gone.
func (s *Session) Seal() {
	noEffect := s.noEffect(&s.state)
	s.seal(noEffect)
	if noEffect {
		s.tell()
	}
}

// GiveUp takes the open step back as if it had never been begun, as the Escape
// key does in the middle of a drag, and reports whether there was one.
func (s *Session) GiveUp() bool {
	p := s.open()
	if p == nil {
		return false
	}
	back(&s.state, p.deltas)
	s.drop()
	s.advance(p.ids)
	return true
}

// Undo takes the last step back and selects the scenario it concerns. It reports
// whether there was one.
func (s *Session) Undo() bool { return s.travel(s.undo) }

// Redo does the step undone last again and selects the scenario it concerns. It
// reports whether there was one.
func (s *Session) Redo() bool { return s.travel(s.redo) }

func (s *Session) travel(to func(*state) *step) bool {
	noEffect := s.noEffect(&s.state)
	s.seal(noEffect)
	p := to(&s.state)
	if p == nil {
		if noEffect {
			s.tell()
		}
		return false
	}
	s.advance(p.ids)
	return true
}

// UndoName returns the name of the step that Undo takes back, such as "set cap to
// $40.0B", empty where there is none.
func (s *Session) UndoName() string { return lastName(s.done) }

// RedoName returns the name of the step that Redo does again, empty where there
// is none.
func (s *Session) RedoName() string { return lastName(s.undone) }

// Dirty reports whether there is something to save: steps done or undone since
// the workspace was opened or last saved.
func (s *Session) Dirty() bool { return s.saved != s.last() }

// Saving returns the workspace as it is now, to be written, and what is to be called
// once it is: from then on that state is the saved one, whatever was done or undone
// while it was being written. It seals the open step.
func (s *Session) Saving() (w scenario.Workspace, written func()) {
	s.Seal()
	state, opened := s.last(), s.opened
	return s.Workspace(), func() {
		if s.opened == opened { // else another workspace has taken its place
			s.saved = state
			s.tell()
		}
	}
}

// MarkUnsaved says that the workspace is to be saved although nothing has been
// done to it, as one recovered after a crash is. It seals the open step.
func (s *Session) MarkUnsaved() {
	s.seal(s.noEffect(&s.state))
	s.saved = &step{} // which is nowhere among those done
	s.tell()
}

// advance raises the revision, that of the scenarios touched too, and tells.
func (s *Session) advance(touched []string) {
	s.revision++
	for _, id := range touched {
		if s.find(id) >= 0 {
			s.changed[id] = s.revision
		}
	}
	s.tell()
}
