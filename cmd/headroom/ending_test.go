//go:build e2e

package main_test

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"
)

// How a window ends, and what it has said until then.

// mustLive fails the test when the program has ended by itself.
func (w *window) mustLive() {
	w.t.Helper()
	select {
	case <-w.ended:
		w.t.Fatalf("the program ended: %s", w.cmd.ProcessState)
	default:
	}
}

// faults are what the program must not say, but for what is excused: without a
// desktop there is nobody to ask for the theme, and Fyne reads its preferences
// again whenever the file is touched, also while it writes it.
var (
	faults  = []string{"Error in Fyne call thread", "Fyne error:", "panic:", "fatal error:", "DATA RACE"}
	excused = []string{"failed to watch theme settings", "Preferences load error"}
)

// finish ends the program and fails the test for what it said of faults.
func (w *window) finish() {
	if w.t.Failed() {
		w.keepScreenshot()
	}
	_ = w.cmd.Process.Kill()
	<-w.ended
	said := w.errors.String()
	for line := range strings.Lines(said) {
		isFault := func(fault string) bool { return strings.Contains(line, fault) }
		if slices.ContainsFunc(faults, isFault) && !slices.ContainsFunc(excused, isFault) {
			w.t.Errorf("the program said: %s", line)
		}
	}
	if w.t.Failed() {
		w.t.Logf("the program's output:\n%s", said)
	}
}

// end ends the program with a signal. Windows has but the one that kills, so that where
// SIGTERM is asked for what is unsaved has to be in its copy first.
func (w *window) end(signal syscall.Signal) {
	w.t.Helper()
	if onWindows() && signal == syscall.SIGTERM {
		signal = syscall.SIGKILL
		if w.now().Unsaved {
			eventually(w.t, "a recovery copy", func() bool { return len(w.copies()) > 0 })
		}
	}
	if err := w.cmd.Process.Signal(signal); err != nil {
		w.t.Fatal(err)
	}
	if signal == syscall.SIGTERM {
		w.exit()
		return
	}
	<-w.ended
}

// exit waits for the program to end by itself, without a fault.
func (w *window) exit() {
	w.t.Helper()
	select {
	case <-w.ended:
		if !w.cmd.ProcessState.Success() {
			w.t.Errorf("the program ended with %s", w.cmd.ProcessState)
		}
	case <-time.After(patient()):
		_ = w.cmd.Process.Signal(syscall.SIGQUIT) // it says where it hangs
		<-w.ended
		w.t.Fatalf("waited %s in vain for the program to end", patient())
	}
}

// A log collects what a program says; it may be read meanwhile.
type log struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *log) Write(data []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(data)
}

func (l *log) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}
