package ui

import (
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"headroom/scenario/store"
	"headroom/scenario/store/recovery"
)

// safety sees to it that nothing is lost: it keeps a recovery copy of what is
// not saved, offers those that windows killed have left, and notices other
// windows and programs on the same file. Without a folder to keep copies in it
// does only the last.
type safety struct {
	planner  *Planner
	folder   string
	copy     *recovery.Copy // nil where none can be kept
	schedule recovery.Schedule
	lock     *recovery.FileLock
	stamp    recovery.Stamp // of the open file when it was read or saved
	revision int            // last told to the schedule
	dirty    bool
	closed   bool
	write    func(path string, data []byte) (recovery.Stamp, error)
}

// startSafety begins to keep copies in the given folder; empty is none.
func startSafety(p *Planner, folder string) *safety {
	s := &safety{planner: p, folder: folder, write: recovery.WriteFile}
	if folder == "" {
		return s
	}
	kept, err := recovery.Start(folder)
	if err != nil {
		fyne.LogError("keep recovery copies", err)
		return s
	}
	s.copy = kept
	p.session.Subscribe(s.onChange)
	p.stops = append(p.stops, p.live.Every(recovery.Tick, s.onTick))
	return s
}

// onChange tells the schedule of every change of what is to be saved.
func (s *safety) onChange() {
	session := s.planner.session
	if session.Revision() == s.revision && session.Dirty() == s.dirty {
		return
	}
	s.revision, s.dirty = session.Revision(), session.Dirty()
	s.schedule.Changed(s.dirty, s.planner.live.Now())
}

// onTick writes or discards the copy where that is due.
func (s *safety) onTick() {
	p := s.planner
	var work func() error
	switch s.schedule.Next(p.live.Now()) {
	case recovery.TaskWrite:
		work = s.copy.Writing(recovery.Unsaved{
			Workspace: p.session.Workspace(), File: p.file, Base: s.stamp, Written: p.live.Now(),
		})
	case recovery.TaskDiscard:
		s.done(s.copy.Discard())
		return
	default:
		return
	}
	var err error
	p.live.Run(func() { err = work() }, func() { s.done(err) })
}

// done tells the schedule that its task has come to its end.
func (s *safety) done(err error) {
	if err != nil {
		fyne.LogError("keep the recovery copy", err)
		s.planner.bar.say("No recovery copy could be written")
	}
	s.schedule.Done(err == nil, s.planner.live.Now())
}

// offer asks, for each copy that a killed window has left, whether to take it
// over.
func (s *safety) offer() {
	if s.copy == nil {
		return
	}
	orphans, err := recovery.Orphans(s.folder)
	if err != nil {
		fyne.LogError("look for recovery copies", err)
		return
	}
	s.offerFirst(orphans)
}

func (s *safety) offerFirst(orphans []recovery.Orphan) {
	for len(orphans) > 0 && orphans[0].Err != nil {
		fyne.LogError("read a recovery copy", orphans[0].Err)
		orphans = orphans[1:]
	}
	if len(orphans) == 0 {
		return
	}
	o := orphans[0]
	what, beside := "A workspace that was never saved", ""
	if o.File != "" {
		what = filepath.Base(o.File)
		if s.inUse(o.File) {
			beside = " The file is open in another window now."
		}
	}
	s.planner.dialogs.show(prompt{
		name: "recover", title: "Recover unsaved changes?",
		message: fmt.Sprintf("%s had changes that were not saved when its window ended. They are from %s.%s",
			what, when(o.Written, s.planner.live.Now()), beside),
		accept: "Recover", dismiss: "Not now",
		onAccept: func() string { return s.takeOver(o) },
		onCancel: func() {
			s.copy.Refuse(o)
			s.offerFirst(orphans[1:])
		},
	})
}

// takeOver shows what a killed window has left, as not saved.
func (s *safety) takeOver(o recovery.Orphan) string {
	unsaved, err := s.copy.TakeOver(o)
	if err != nil {
		return sentence(err)
	}
	p := s.planner
	s.schedule.Reset()
	s.hold(unsaved.File, unsaved.Base)
	p.replace(unsaved.Workspace, unsaved.File)
	p.session.MarkUnsaved()
	p.bar.say("Recovered")
	return ""
}

// hold locks the file that is open now, and remembers what it held.
func (s *safety) hold(path string, stamp recovery.Stamp) {
	s.stamp = stamp
	if s.lock.Holds(path) {
		return
	}
	s.lock.Release()
	s.lock = nil
	if path == "" || s.folder == "" {
		return
	}
	lock, err := recovery.LockFile(s.folder, path)
	if err == nil {
		s.lock = lock
	}
}

// inUse reports whether another window has the file at path open.
func (s *safety) inUse(path string) bool {
	if s.folder == "" || s.lock.Holds(path) {
		return false
	}
	lock, err := recovery.LockFile(s.folder, path)
	if err != nil {
		return errors.Is(err, recovery.ErrInUse)
	}
	lock.Release()
	return false
}

// changed reports whether another program has changed the open file since it was
// read or saved.
func (s *safety) changed() bool {
	if s.planner.file == "" || s.stamp.IsZero() {
		return false
	}
	change, err := s.stamp.Compare(s.planner.file)
	return err != nil || change == recovery.Changed // what cannot be read is not taken for ours
}

// saved tells that the workspace was saved.
func (s *safety) saved(path string, stamp recovery.Stamp) {
	s.hold(path, stamp)
	s.schedule.Reset()
	if s.copy == nil {
		return
	}
	if err := s.copy.Saved(); err != nil {
		fyne.LogError("discard the recovery copy", err)
	}
}

// replaced tells that another workspace was opened, nothing of the former being
// wanted any more.
func (s *safety) replaced(path string, stamp recovery.Stamp) {
	s.hold(path, stamp)
	s.schedule.Reset()
	s.discard()
}

func (s *safety) discard() {
	if s.copy == nil {
		return
	}
	if err := s.copy.Discard(); err != nil {
		fyne.LogError("discard the recovery copy", err)
	}
}

// ended keeps what is not saved, where the window has ended without having been
// closed: by a signal, or with the session.
func (s *safety) ended() {
	if s.copy == nil || s.closed {
		return
	}
	p := s.planner
	if p.session.Dirty() {
		err := s.copy.Writing(recovery.Unsaved{
			Workspace: p.session.Workspace(), File: p.file, Base: s.stamp, Written: p.live.Now(),
		})()
		if err != nil {
			fyne.LogError("keep the recovery copy", err)
		}
	}
	s.copy.Close()
}

// close ends the keeping of copies: the user has closed the window, and wants
// nothing of what is not saved.
func (s *safety) close() {
	s.closed = true
	s.discard()
	if s.copy != nil {
		s.copy.Close()
	}
	s.lock.Release()
	s.lock = nil
}

// when says a time as people do, the day left out where it is today.
func when(t, now time.Time) string {
	t, now = t.Local(), now.Local()
	if t.Format(time.DateOnly) == now.Format(time.DateOnly) {
		return "today at " + t.Format("3:04 PM")
	}
	return t.Format("Jan 2, 2006 at 3:04 PM")
}

// save writes data to path; it reports whether the file holds it now, which it may
// in spite of an error.
func (s *safety) save(path string, data []byte) (inPlace bool, err error) {
	stamp, err := s.write(path, data)
	inPlace = err == nil || errors.Is(err, store.ErrNotSynced)
	if inPlace {
		s.saved(path, stamp)
	}
	return inPlace, err
}
