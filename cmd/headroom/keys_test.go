//go:build e2e

package main_test

import (
	"fmt"
	"image"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"headroom/scenario/edit"
	"headroom/scenario/preset"
	"headroom/scenario/store"
)

// The main job with keys alone: once the window stands, the pointer is not moved.
func TestKeysAloneDoTheMainJob(t *testing.T) {
	t.Parallel()
	w, folder := start(t, startDisplay(t)), t.TempDir()
	m := mirrorOf(w, preset.Default())

	// Two scenarios to hold beside one another; each thing comes in the order in
	// which Tab comes to it.
	w.tabTo("scenario.february-2026.tick")
	w.after(func() { w.key("space") })
	w.tabTo("scenario.slump.tick")
	w.after(func() { w.key("space") })

	// What grows, by typing and by the arrow keys; which cap.
	w.tabTo(growth2027, "entry")
	m.hold("growth typed", func() { w.keyIn("60%", "Return") }, edit.SetGrowth(july, 0, 2027, 0.6))
	w.tabTo(growth2028, "slider")
	slid, _ := w.after(func() { w.key("Right") }).find(growth2028, "slider")
	m.adopt("slider moved by key", edit.SetGrowth(july, 0, 2028, rateIn(t, slid.Text)))
	w.tabTo(capField, "entry")
	m.hold("cap typed", func() { w.keyIn("36.5", "Return") }, edit.SetCap(july, 36.5e9))
	m.hold("cap stepped", func() { w.key("Up", "Return") }, edit.SetCap(july, 36.6e9))

	// What lies below what is seen comes into view, and keeps the focus where the
	// form is made again.
	w.tabTo("lastYear")
	m.hold("last year stepped", func() { w.key("Up", "Return") }, edit.SetLastYear(july, 2031))
	w.wait("the focus to stay on the last year", func(s state) bool {
		p, ok := s.focus()
		return ok && p.Name == "lastYear"
	})
	m.hold("last year typed", func() { w.keyIn("2030", "Tab") }, edit.SetLastYear(july, 2030))
	w.wait("the focus to be on the field after the last year", func(s state) bool {
		p, ok := s.focus()
		return ok && p.Name == "outlook.agiVerified"
	})

	// When is the cap reached, and why? Chart and table answer keys too.
	w.tabTo("result.cap-reached")
	w.key("Return")
	w.opened("why")
	w.key("Escape")
	w.opened("")
	w.tabTo("chart")
	m.hold("cap moved on the chart", func() { w.key("Down") }, edit.SetCap(july, 36.5e9))
	w.tabTo("table")
	w.key("Down", "Return")
	w.opened("why")
	w.key("Escape")
	w.opened("")

	// Two rows are copied as numbers, as what reads a spreadsheet's row shows.
	w.key("Down", "shift+Down", "ctrl+c")
	w.tabTo("stream.paste")
	w.key("Return")
	w.opened("paste")
	planned, _ := m.Selected()
	years := projected(t, planned).Years
	w.wait("2027 and 2028, and no other year, to be on the clipboard", func(s state) bool {
		rows, ok := s.find("dialog.years", "entry")
		for i, year := range years {
			copied := strings.Contains(rows.Text, fmt.Sprintf("%d; %.0f; ", year.From.Year(), float64(year.Revenue)))
			ok = ok && copied == (i == 1 || i == 2)
		}
		return ok
	})
	w.key("Escape")
	w.opened("")
	w.key("ctrl+2")
	w.wait("both charts", func(s state) bool {
		_, first := s.find("chart.july-2026")
		_, second := s.find("chart.slump")
		return s.View == "compare" && first && second && s.settled()
	})

	// The keys are told, and a picture and the workspace are saved.
	w.key("question")
	w.opened("keyboard")
	w.key("Escape")
	w.opened("")
	picture := filepath.Join(folder, "both.png")
	w.key("ctrl+e")
	w.savesAs("save-picture", picture)
	eventually(t, "the picture", func() bool {
		_, err := os.Stat(picture)
		return err == nil
	})
	for _, i := range []int{0, 3} { // July and the slump
		if n := painted(t, readPicture(t, picture), image.Rect(0, 0, 1e6, 1e6), preset.Color(i)); n < 100 {
			t.Errorf("the picture has only %d pixels in the color of %s", n, preset.Default().Scenarios[i].Name)
		}
	}
	file := filepath.Join(folder, "keys"+store.Extension)
	w.key("ctrl+s")
	w.savesAs("save-as", file)
	saved := w.wait("the workspace to be saved", func(s state) bool { return !s.Unsaved && s.File == file })
	kept := readWorkspace(t, file)
	mustShow(t, saved, selected(t, kept, saved))
	if !slices.Equal(kept.View.Compared, []string{july, "slump"}) {
		t.Errorf("compared are %v", kept.View.Compared)
	}

	// Quit asks about what is not saved.
	w.after(func() { w.key("ctrl+d") })
	w.key("ctrl+q")
	w.opened("unsaved")
	w.key("Escape")
	w.opened("")
	w.key("ctrl+z")
	w.wait("the change to be undone", func(s state) bool { return !s.Unsaved && s.settled() })

	// By the menu, which Alt opens, Up goes to it, the last item of the first.
	w.key("alt")
	w.key("Up", "Return")
	w.exit()
}

// keyIn replaces what the focused field holds, and presses keys then.
func (w *window) keyIn(text string, keys ...string) {
	w.t.Helper()
	w.write(text)
	if len(keys) > 0 {
		w.key(keys...)
	}
}

// savesAs answers a dialog that asks for a path, by keys.
func (w *window) savesAs(dialog, path string) {
	w.t.Helper()
	w.opened(dialog)
	w.tabTo("dialog.folder")
	w.keyIn(filepath.Dir(path))
	w.tabTo("dialog.file")
	w.keyIn(filepath.Base(path), "Return")
	w.opened("")
}
