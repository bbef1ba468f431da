package edit

import (
	"slices"

	"headroom/scenario"
)

// A Session is one workspace being edited. It is made by New and used by one
// goroutine.
type Session struct {
	state
	history
	revision  int
	opened    int            // revision at which the workspace was opened
	changed   map[string]int // revision of each scenario changed since, by id
	listeners []*listener
	telling   bool // subscribers are being told
	again     bool // something changed meanwhile
}

type listener struct{ call func() }

// New returns a session on w, which is sound and from here on not written to,
// with nothing to undo and nothing to save, at revision 0.
func New(w scenario.Workspace) *Session {
	return &Session{state: newState(w), changed: map[string]int{}}
}

// Replace opens another workspace, which is sound and from here on not written
// to: its history starts again and nothing is to be saved. The revision rises.
func (s *Session) Replace(w scenario.Workspace) {
	s.state, s.history = newState(w), history{}
	s.revision++
	s.opened = s.revision
	s.changed = map[string]int{}
	s.tell()
}

// Workspace returns the workspace as it is now. Later changes do not write to it,
// for which the next change copies its list of scenarios: who needs one scenario
// asks for Scenario, Index or At.
func (s *Session) Workspace() scenario.Workspace {
	s.lent = true
	return s.w
}

// Name returns the workspace's name, empty where it has none.
func (s *Session) Name() string { return s.w.Name }

// View returns which scenarios are looked at.
func (s *Session) View() scenario.View { return s.w.View }

// Len returns the number of scenarios.
func (s *Session) Len() int { return len(s.w.Scenarios) }

// Index returns the index of the scenario with the given id, or -1.
func (s *Session) Index(id string) int { return s.find(id) }

// At returns the scenario at index i, which is 0 to Len()-1.
func (s *Session) At(i int) scenario.Scenario { return s.w.Scenarios[i] }

// Scenario returns the scenario with the given id, and false where there is none.
func (s *Session) Scenario(id string) (scenario.Scenario, bool) {
	if at := s.find(id); at >= 0 {
		return s.w.Scenarios[at], true
	}
	return scenario.Scenario{}, false
}

// Selected returns the selected scenario, the first one where none is, and false
// where there are no scenarios.
func (s *Session) Selected() (scenario.Scenario, bool) {
	if selected, found := s.Scenario(s.w.View.Selected); found {
		return selected, true
	}
	if len(s.w.Scenarios) == 0 {
		return scenario.Scenario{}, false
	}
	return s.w.Scenarios[0], true
}

// Revision returns the number of the workspace's present state. It rises by one
// with every change, also of the view, and with every undo and redo.
func (s *Session) Revision() int { return s.revision }

// ScenarioRevision returns the revision at which the scenario with the given id
// last changed or came to be, so that what was computed from it then is still
// good; -1 where there is no such scenario.
func (s *Session) ScenarioRevision(id string) int {
	if s.find(id) < 0 {
		return -1
	}
	if revision, found := s.changed[id]; found {
		return revision
	}
	return s.opened
}

// Subscribe has f called after every change of the workspace, of what can be
// undone, or of what is to be saved. Subscribers are called in the order in which
// they subscribed; where one of them changes the workspace again, all are called
// once more afterwards. The function returned ends the subscription.
func (s *Session) Subscribe(f func()) (cancel func()) {
	added := &listener{f}
	s.listeners = append(s.listeners, added)
	return func() {
		s.listeners = slices.DeleteFunc(slices.Clone(s.listeners), func(l *listener) bool { return l == added })
	}
}

func (s *Session) tell() {
	if s.telling {
		s.again = true
		return
	}
	s.telling = true
	defer func() { s.telling = false }()
	for {
		s.again = false
		for _, l := range s.listeners {
			l.call()
		}
		if !s.again {
			return
		}
	}
}
