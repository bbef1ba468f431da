//go:build e2e

package main_test

import (
	"bytes"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/preset"
	"headroom/scenario/store"
	"headroom/scenario/store/recovery"
)

func TestNothingIsLost(t *testing.T) {
	t.Parallel()
	env, home := startDisplay(t), t.TempDir()

	// A signal ends the window, and what is unsaved is kept.
	w := startIn(t, env, home)
	m := mirrorOf(w, preset.Default())
	m.hold("growth typed", func() { w.enter(growth2027, "25%") }, edit.SetGrowth(july, 0, 2027, 0.25))
	w.end(syscall.SIGTERM)
	if kept := w.left(1)[0]; len(kept.Scenarios) == 0 || kept.Scenarios[0].Outlook.Streams[0].Growth[1].Rate != 0.25 {
		t.Errorf("SIGTERM left a copy of %v", kept)
	}

	// The next start offers it; taken over it has the same results, as unsaved.
	w = startIn(t, env, home)
	m.w = w
	w.opened("recover")
	w.click("dialog.ok")
	if s := m.shown("taking over what was unsaved"); !s.Unsaved {
		t.Error("what was taken over counts as saved")
	}
	m.hold("cap typed", func() { w.enter(capField, "40") }, edit.SetCap(july, 40e9))
	eventually(t, "a recovery copy with the cap", func() bool {
		for _, path := range w.copies() {
			if data, err := os.ReadFile(path); err == nil && bytes.Contains(data, []byte(`"cap": 40e9`)) {
				return true
			}
		}
		return false
	})
	for _, path := range w.copies() {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 && !onWindows() {
			t.Errorf("the copy's mode is %v, %v; want 0600", info.Mode(), err)
		}
	}
	w.end(syscall.SIGKILL)

	// Refused it stays, and is offered again.
	w = startIn(t, env, home)
	w.opened("recover")
	w.click("dialog.cancel")
	w.opened("")
	mustShow(t, w.now(), preset.Default().Scenarios[0])
	w.key("alt+F4")
	w.exit()
	w.left(1)
	w = startIn(t, env, home)
	m.w = w
	w.opened("recover")
	w.click("dialog.ok")
	m.shown("taking over what was refused before")

	// Once it is saved there is no copy any more.
	file := filepath.Join(t.TempDir(), "kept"+store.Extension)
	w.click("save-as")
	w.answerPath("save-as", file)
	w.wait("the workspace to be saved", func(s state) bool { return !s.Unsaved && s.File == named(file) })
	eventually(t, "no copy to be left", func() bool { return len(w.copies()) == 0 })
	mustShow(t, w.now(), readWorkspace(t, file).Scenarios[0])
	w.key("alt+F4")
	w.exit()
	w.left(0)
}

func TestOthersOnTheSameFileAreNoticed(t *testing.T) {
	t.Parallel()
	env, home := startDisplay(t), t.TempDir()
	file := filepath.Join(t.TempDir(), "shared"+store.Extension)
	mine := preset.Default()
	put(t, file, mine)
	w := startIn(t, env, home, named(file))
	m := mirrorOf(w, mine)
	m.shown("the file")

	// A second window is told, and opens it only when told to.
	second := startIn(t, env, home, named(file))
	second.opened("in-use")
	if s := second.now(); s.File != "" {
		t.Errorf("before it is answered the second window has opened %q", s.File)
	}
	second.click("dialog.cancel")
	second.opened("")
	second.key("alt+F4")
	second.exit()

	// What another program wrote is not written over without a word.
	m.hold("cap typed", func() { w.enter(capField, "40") }, edit.SetCap(july, 40e9))
	foreign := preset.Default()
	foreign.Name = "written by another program"
	put(t, file, foreign)
	w.key("ctrl+s")
	w.opened("changed")
	w.click("dialog.cancel")
	if s := w.wait("the question to go away", func(s state) bool { return s.Dialog == "" }); !s.Unsaved {
		t.Error("with the answer no, it counts as saved")
	}
	if kept := readWorkspace(t, file); kept.Name != foreign.Name {
		t.Errorf("with the answer no, the file holds %q", kept.Name)
	}
	w.key("ctrl+s")
	w.opened("changed")
	w.click("dialog.other")
	w.wait("the workspace to be saved", func(s state) bool { return s.Dialog == "" && !s.Unsaved })
	mustShow(t, w.now(), readWorkspace(t, file).Scenarios[0])

	// A kill gives the file free.
	w.end(syscall.SIGKILL)
	again := startIn(t, env, home, named(file))
	m.w = again
	if s := m.shown("the file opened again"); s.Dialog != "" || s.File != named(file) {
		t.Errorf("after a kill the file is opened as %q, with the dialog %q", s.File, s.Dialog)
	}
}

// left returns what windows that have ended have left unsaved in the home of w.
func (w *window) left(n int) []scenario.Workspace {
	w.t.Helper()
	orphans, err := recovery.Orphans(w.recovery())
	if err != nil {
		w.t.Fatal(err)
	}
	var left []scenario.Workspace
	for _, orphan := range orphans {
		unsaved, err := orphan.Read()
		if err != nil {
			w.t.Fatal(err)
		}
		left = append(left, unsaved.Workspace)
	}
	if len(left) != n {
		w.t.Fatalf("%d recovery copies are left, want %d", len(left), n)
	}
	return left
}

// put writes a workspace as another program would.
func put(t testing.TB, file string, w scenario.Workspace) {
	t.Helper()
	data, err := store.Encode(w)
	if err == nil {
		err = os.WriteFile(file, data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}
