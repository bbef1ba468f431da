package recovery

import "time"

const (
	// Tick is how often a Schedule is to be asked, or more often.
	Tick = 500 * time.Millisecond
	// Delay is how long a change waits for others to be written along with it.
	// With Tick it leaves half a second for the writing itself of the two seconds
	// within which a change is to be safe.
	Delay = time.Second
)

// A Task is what is to be done with the recovery copy of a window.
type Task string

// The tasks.
const (
	TaskNone    Task = ""        // nothing
	TaskWrite   Task = "write"   // write the copy
	TaskDiscard Task = "discard" // discard it: nothing is unsaved any more
)

// A Schedule says when the recovery copy of a window is to be written. It is told
// of changes and asked at every tick; the times are the caller's. Of a window that
// is never at rest the copy is written about once in Delay. The zero Schedule is
// that of a workspace without unsaved changes. It is used by one goroutine.
type Schedule struct {
	unsaved bool
	behind  bool      // the copy is not what the window holds
	since   time.Time // when that began
	kept    bool      // there is a copy, or may be one
	doing   Task
}

// Changed tells that the workspace changed, by an edit, an undo or a redo, and
// whether there is now something unsaved.
func (s *Schedule) Changed(unsaved bool, now time.Time) {
	s.unsaved = unsaved
	if !s.behind {
		s.behind, s.since = true, now
	}
}

// Next returns what to do at a tick. After a task other than none Done is due, and
// until then there is nothing more to do.
func (s *Schedule) Next(now time.Time) Task {
	// A clock that was set back makes no change wait.
	if waited := now.Sub(s.since); !s.behind || s.doing != TaskNone || waited >= 0 && waited < Delay {
		return TaskNone
	}
	s.behind = false
	switch {
	case s.unsaved:
		s.doing, s.kept = TaskWrite, true
	case s.kept:
		s.doing = TaskDiscard
	}
	return s.doing
}

// Done tells that the task last returned has come to its end, and whether it was
// done. One that was not is due again after Delay.
func (s *Schedule) Done(ok bool, now time.Time) {
	task := s.doing
	s.doing = TaskNone
	switch {
	case ok && task == TaskDiscard:
		s.kept = false
	case !ok && !s.behind:
		s.behind, s.since = true, now
	}
}

// Reset tells that nothing is unsaved and that the copy was discarded: after a
// save, or when another workspace takes the place of the present one. A write that
// is under way then is still to be told as done.
func (s *Schedule) Reset() { *s = Schedule{doing: s.doing} }
