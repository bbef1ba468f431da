//go:build e2e

package main_test

import (
	"fmt"
	"image"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/edit"
)

// What several tests do with a window, beyond what a hand does at once.

// A mirror is a workspace that takes the same changes as the window's, beside
// it.
type mirror struct {
	*edit.Session
	w     *window
	steps int
}

// mirrorOf returns a mirror of what w has opened.
func mirrorOf(w *window, of scenario.Workspace) *mirror {
	return &mirror{Session: edit.New(of), w: w}
}

// hold holds the window to the mirror: after the same was done to both, as one
// step, both have the same results.
func (m *mirror) hold(what string, do func(), changes ...edit.Change) {
	m.w.t.Helper()
	m.w.after(do)
	m.adopt(what, changes...)
}

// adopt does in the mirror, as one step, what was done in the window, and holds
// both to one another.
func (m *mirror) adopt(what string, changes ...edit.Change) {
	m.w.t.Helper()
	for _, change := range changes {
		if err := m.Do(change); err != nil {
			m.w.t.Fatalf("%s: %v", what, err)
		}
	}
	m.Seal()
	m.steps++
	m.shown(what)
}

// shown waits until the window has the results of the mirror.
func (m *mirror) shown(what string) state {
	m.w.t.Helper()
	s, ok := m.Selected()
	if !ok {
		m.w.t.Fatal("the mirror has nothing selected")
	}
	want := resultsOf(m.w.t, s)
	return m.w.wait(fmt.Sprintf("results after %q: %v", what, want), func(s state) bool {
		return s.settled() && len(different(s, want)) == 0
	})
}

// undoAll takes every step back in both, one by one.
func (m *mirror) undoAll() {
	m.w.t.Helper()
	for ; m.steps > 0; m.steps-- {
		what := "undo " + m.UndoName()
		if !m.Undo() {
			m.w.t.Fatalf("the mirror has %d steps fewer than were done", m.steps)
		}
		m.w.after(func() { m.w.key("ctrl+z") })
		m.shown(what)
	}
	m.w.wait("nothing to be left to undo or to save", func(s state) bool {
		undo, ok := s.find("undo")
		return ok && !undo.Enabled && !s.Unsaved
	})
}

// enter types into a field and takes it over.
func (w *window) enter(name, text string) {
	w.t.Helper()
	w.typeInto(name, text)
	w.key("Tab")
}

// reach scrolls the form of Plan until a part of it can be seen, and waits until it
// stands still there.
func (w *window) reach(name string) {
	w.t.Helper()
	s := w.now()
	if _, ok := s.find(name); ok || s.View != "plan" || s.Dialog != "" || !inForm(name) {
		return
	}
	card, _ := s.find("scenario." + s.Selected)
	x, y := card.X+card.Width+30, s.Size[1]/2 // over labels, on which the wheel changes nothing
	form := image.Rect(x, 80, x+300, s.Size[1])
	w.xdotool(append(w.moveTo(x, y), "click", "--repeat", "80", "--delay", "2", "4")...)
	for range 40 {
		w.still(form)
		if _, ok := w.now().find(name); ok {
			return
		}
		w.xdotool("click", "--repeat", "4", "--delay", "2", "5")
	}
	w.t.Fatalf("%s is not to be scrolled to in the form", name)
}

// inForm reports whether a part of that name stands in the form of Plan.
func inForm(name string) bool {
	return slices.ContainsFunc([]string{"outlook.", "terms.", "valuation.", "lastYear", "actuals.", "stream", "pin"}, func(prefix string) bool {
		return strings.HasPrefix(name, prefix)
	})
}

// choose takes the item of that index of the menu that a part opens.
func (w *window) choose(name string, index int) {
	w.t.Helper()
	w.click(name)
	for range index + 1 {
		w.key("Down") // one at a time: at once they may be taken for one
	}
	w.key("Return")
}

// opened waits for a dialog of that name; empty is none.
func (w *window) opened(dialog string) {
	w.t.Helper()
	w.wait(fmt.Sprintf("the dialog %q", dialog), func(s state) bool { return s.Dialog == dialog })
}

// tabTo goes with the Tab key to the part of a name, of the first of kinds that
// is there. What has the focus on the way is seen or not, but one after another.
func (w *window) tabTo(name string, kinds ...string) {
	w.t.Helper()
	for range 150 {
		s := w.now()
		p, ok := s.focus()
		if ok && p.Name == name && (len(kinds) == 0 || slices.Contains(kinds, p.Kind)) {
			return
		}
		w.key("Tab")
		w.wait("the focus to go on from "+fmt.Sprint(s.Focus), func(later state) bool {
			next, _ := later.focus()
			return later.Focus != s.Focus || next.Name != p.Name || next.Kind != p.Kind
		})
	}
	w.t.Fatalf("%s is not to be reached with the Tab key, or not to be seen then", name)
}

// focus returns the part that has the focus.
func (s state) focus() (part, bool) {
	i := slices.IndexFunc(s.Widgets, func(p part) bool { return p.Focused })
	if i < 0 {
		return part{}, false
	}
	return s.Widgets[i], true
}

// textIn returns the text of a part.
func (s state) textIn(t testing.TB, name string) string {
	t.Helper()
	p, ok := s.find(name)
	if !ok {
		t.Fatalf("there is no %s on the screen:\n%s", name, s)
	}
	return p.Text
}

// cells returns the rows of a table's text, its head first.
func cells(text string) [][]string {
	var rows [][]string
	for line := range strings.Lines(text) {
		rows = append(rows, strings.Split(strings.TrimRight(line, "\n"), "\t"))
	}
	return rows
}

// copies returns the paths of the recovery copies in the home of w.
func (w *window) copies() []string {
	w.t.Helper()
	found, err := filepath.Glob(filepath.Join(w.recovery(), "*.copy"))
	if err != nil {
		w.t.Fatal(err)
	}
	return found
}

// recovery returns the folder of recovery copies in the home of w.
func (w *window) recovery() string {
	if onWindows() {
		return filepath.Join(w.profile(), "AppData", "Local", "headroom")
	}
	return filepath.Join(w.home, "XDG_STATE_HOME", "headroom")
}

// config returns the folder of what programs remember in the home of w.
func (w *window) config() string {
	if onWindows() {
		return filepath.Join(w.profile(), "AppData", "Roaming")
	}
	return filepath.Join(w.home, "XDG_CONFIG_HOME")
}
