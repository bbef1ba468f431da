package ui

import (
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"headroom/scenario/store/recovery"
	"headroom/scenario/words"
	"headroom/ui/prompt"
)

// safety sees to it that nothing is lost: it keeps a recovery copy of what is
// not saved, offers those that windows killed have left, and notices other
// windows and programs on the same file. Without a folder to keep copies in it
// does only the last.
type safety struct {
	planner  *Planner
	folder   string
	copy     *recovery.Copy // nil where none can be kept
	unkept   error          // why none can be, nil where none is wanted
	schedule recovery.Schedule
	lock     *recovery.FileLock
	stamp    recovery.Stamp // of the open file when it was read or saved
	asked    question       // what of a foreign change the user has answered
	revision int            // the last that the schedule knows of
	dirty    bool
	closed   bool
	write    func(path string, data []byte) (recovery.Stamp, error)
}

// startSafety begins to keep copies in the given folder; empty is none, for a reason
// where there is one.
func startSafety(p *Planner, folder string, unkept error) *safety {
	s := &safety{planner: p, folder: folder, unkept: unkept, write: recovery.WriteFile}
	if folder != "" {
		s.copy, s.unkept = recovery.Start(folder)
	}
	if s.unkept != nil {
		fyne.LogError("keep recovery copies", s.unkept)
		p.bar.say("No recovery copies are kept: " + s.why())
	}
	if s.copy == nil {
		return s
	}
	p.Session.Subscribe(s.onChange)
	p.stops = append(p.stops, p.Live.Every(recovery.Tick, s.onTick))
	return s
}

// why says in a few words, for which there is room in the bar, why no copies are kept.
func (s *safety) why() string {
	err := s.unkept
	for within := errors.Unwrap(err); within != nil; within = errors.Unwrap(err) {
		err = within
	}
	if s.folder != "" {
		return err.Error() + ", " + s.folder
	}
	return err.Error()
}

// onChange tells the schedule of every change of what is to be saved.
func (s *safety) onChange() {
	session := s.planner.Session
	if session.Revision() == s.revision && session.Dirty() == s.dirty {
		return
	}
	s.revision, s.dirty = session.Revision(), session.Dirty()
	s.schedule.Changed(s.dirty, s.planner.Live.Now())
}

// onTick writes or discards the copy where that is due.
func (s *safety) onTick() {
	p := s.planner
	var work func() error
	switch s.schedule.Next(p.Live.Now()) {
	case recovery.TaskWrite:
		work = s.copy.Writing(recovery.Unsaved{
			Workspace: p.Session.Workspace(), File: p.file, Base: s.stamp, Written: p.Live.Now(),
		})
	case recovery.TaskDiscard:
		work = s.copy.Discarding()
	default:
		return
	}
	var err error
	p.Live.Run(func() { err = work() }, func() { s.done(err) })
}

// done tells the schedule that its task has come to its end.
func (s *safety) done(err error) {
	if err != nil {
		fyne.LogError("keep the recovery copy", err)
		s.planner.bar.say("No recovery copy could be written")
	}
	s.schedule.Done(err == nil, s.planner.Live.Now())
}

// A found is a copy that a killed window has left.
type found struct {
	recovery.Orphan
	inUse bool // another window has its file open
}

// offer asks, for each copy that a killed window has left, whether to take it
// over.
func (s *safety) offer() {
	if s.copy == nil {
		return
	}
	var left []found
	var err error
	held := s.lock
	s.planner.Live.RunAtStart(startPatience, func() {
		var orphans []recovery.Orphan
		orphans, err = recovery.Orphans(s.folder)
		for _, o := range orphans {
			lock, inUse := s.lockOf(o.File, held)
			if lock != held {
				lock.Release()
			}
			left = append(left, found{o, inUse})
		}
	}, func() {
		if err != nil {
			fyne.LogError("look for recovery copies", err)
			return
		}
		s.offerFirst(left)
	})
}

func (s *safety) offerFirst(left []found) {
	for len(left) > 0 && left[0].Err != nil {
		fyne.LogError("read a recovery copy", left[0].Err)
		left = left[1:]
	}
	if len(left) == 0 {
		return
	}
	o := left[0]
	what, beside := "A workspace that was never saved", ""
	if o.File != "" {
		what = filepath.Base(o.File)
		if o.inUse {
			beside = " The file is open in another window now."
		}
	}
	s.planner.Prompts.Show(prompt.Prompt{
		Name: "recover", Title: "Recover unsaved changes?",
		Message: fmt.Sprintf("%s had changes that were not saved when its window ended. They are from %s.%s",
			what, when(o.Written, s.planner.Live.Now()), beside),
		Accept: "Recover", Dismiss: "Not now",
		OnAccept: func() string {
			s.takeOver(o.Orphan)
			return ""
		},
		OnCancel: func() {
			s.copy.Refuse(o.Orphan)
			s.offerFirst(left[1:])
			s.planner.last.show()
		},
	})
	s.planner.last.show() // not two questions at once
}

// takeOver shows what a killed window has left, as not saved.
func (s *safety) takeOver(o recovery.Orphan) {
	p := s.planner
	held := s.lock
	var unsaved recovery.Unsaved
	var lock *recovery.FileLock
	var err error
	p.Live.Run(func() {
		if unsaved, err = s.copy.TakeOver(o); err == nil {
			lock, _ = s.lockOf(unsaved.File, held) // that another window has the file, the question has said
		}
	}, func() {
		if err != nil {
			p.Prompts.Tell("error", "The changes are not recovered", words.Sentence(err))
			p.last.show()
			return
		}
		s.schedule.Reset()
		s.hold(lock, unsaved.Base)
		p.replace(unsaved.Workspace, unsaved.File)
		p.Session.MarkUnsaved()
		p.bar.say("Recovered")
	})
}

// lockOf returns a lock of the file at path, nil where there can be none, and whether
// another window has it open. It asks the disk, and is done aside; held is the lock
// that the window has, which is returned where it is of that file.
func (s *safety) lockOf(path string, held *recovery.FileLock) (lock *recovery.FileLock, inUse bool) {
	if path == "" || s.folder == "" {
		return nil, false
	}
	if held.Holds(path) {
		return held, false
	}
	lock, err := recovery.LockFile(s.folder, path)
	if err != nil {
		return nil, errors.Is(err, recovery.ErrInUse)
	}
	return lock, false
}

// hold keeps the lock of the file that is open now, and what that held.
func (s *safety) hold(lock *recovery.FileLock, stamp recovery.Stamp) {
	s.stamp = stamp
	if before := s.lock; before != lock {
		s.lock = lock
		s.release(before)
	}
}

// release ends a lock, aside; that of nil is none.
func (s *safety) release(lock *recovery.FileLock) {
	if lock != nil {
		s.planner.Live.Run(lock.Release, func() {})
	}
}

// letGo ends the lock of what was read and is not shown. It does so at once, so that
// reading the same file again does not take it for open elsewhere.
func (s *safety) letGo(o opened) {
	if o.lock != s.lock {
		o.lock.Release()
	}
}

// saved tells that the workspace was saved.
func (s *safety) saved(lock *recovery.FileLock, stamp recovery.Stamp) {
	s.hold(lock, stamp)
	s.schedule.Reset()
	if s.copy != nil {
		s.clear(s.copy.Clearing())
	}
}

// replaced tells that another workspace was opened, nothing of the former being
// wanted any more.
func (s *safety) replaced(lock *recovery.FileLock, stamp recovery.Stamp) {
	s.hold(lock, stamp)
	s.schedule.Reset()
	if s.copy != nil {
		s.clear(s.copy.Discarding())
	}
}

// clear removes aside what is not needed any more.
func (s *safety) clear(work func() error) {
	var err error
	s.planner.Live.Run(func() { err = work() }, func() {
		if err != nil {
			fyne.LogError("discard the recovery copy", err)
		}
	})
}

// ended is for when the window is gone. It keeps what is not saved, where the window
// has ended without having been closed: by a signal, or with the session.
func (s *safety) ended() {
	if s.copy == nil {
		return
	}
	p := s.planner
	work := s.copy.Discarding
	if p.Session.Dirty() && !s.closed {
		work = func() func() error {
			return s.copy.Writing(recovery.Unsaved{
				Workspace: p.Session.Workspace(), File: p.file, Base: s.stamp, Written: p.Live.Now(),
			})
		}
	}
	if err := work()(); err != nil {
		fyne.LogError("keep the recovery copy", err)
	}
	s.copy.Close()
	s.lock.Release()
}

// close tells that the user has closed the window, and wants nothing of what is not
// saved: unless it is just being written, and may not arrive.
func (s *safety) close() { s.closed = !s.planner.saving }

// when says a time as people do, the day left out where it is today.
func when(t, now time.Time) string {
	t, now = t.Local(), now.Local()
	if t.Format(time.DateOnly) == now.Format(time.DateOnly) {
		return "today at " + t.Format("3:04 PM")
	}
	return t.Format("Jan 2, 2006 at 3:04 PM")
}
