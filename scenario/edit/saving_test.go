package edit_test

import (
	"testing"

	"headroom/scenario/edit"
)

func TestWhatHappensWhileAWorkspaceIsWritten(t *testing.T) {
	for _, tc := range []struct {
		says      string
		meanwhile func(t *testing.T, s *edit.Session)
		dirty     bool
	}{
		{"nothing", func(*testing.T, *edit.Session) {}, false},
		{"another change", func(t *testing.T, s *edit.Session) { do(t, s, edit.SetCap("a", 41e9)) }, true},
		{"a change of the same field", func(t *testing.T, s *edit.Session) {
			do(t, s, edit.SetCap("a", 39e9))
			do(t, s, edit.SetCap("a", 42e9))
		}, true},
		{"a change and its undo", func(t *testing.T, s *edit.Session) { do(t, s, edit.SetCap("a", 41e9)); s.Undo() }, false},
		{"an undo", func(_ *testing.T, s *edit.Session) { s.Undo() }, true},
		{"an undo and its redo", func(_ *testing.T, s *edit.Session) { s.Undo(); s.Redo() }, false},
		{"an undo and the same change again", func(t *testing.T, s *edit.Session) { s.Undo(); do(t, s, edit.SetCap("a", 40e9)) }, true},
		{"another save", func(_ *testing.T, s *edit.Session) { markSaved(s) }, false},
	} {
		t.Run(tc.says, func(t *testing.T) {
			s := open(t, 1)
			do(t, s, edit.SetCap("a", 40e9))
			w, written := s.Saving()
			tc.meanwhile(t, s)
			if w.Scenarios[0].Terms.Share.Cap != 40e9 {
				t.Errorf("what is written changes meanwhile: %v", w.Scenarios[0].Terms.Share.Cap)
			}
			told := 0
			s.Subscribe(func() { told++ })
			written()
			if s.Dirty() != tc.dirty {
				t.Errorf("once it is written there is something to save: %v", s.Dirty())
			}
			if told == 0 {
				t.Error("nobody is told that it is written")
			}
		})
	}
}

func TestAWorkspaceWrittenLateIsNotTheOneOpenedMeanwhile(t *testing.T) {
	s := open(t, 1)
	_, written := s.Saving()
	s.Replace(s.Workspace())
	do(t, s, edit.SetCap("a", 40e9))
	s.MarkUnsaved()
	written()
	if !s.Dirty() {
		t.Error("another workspace is taken for saved")
	}
}
