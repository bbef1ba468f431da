//go:build e2e

package main_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"headroom/assets/about"
)

var (
	program = flag.String("program", "", "the built program to drive, with its whole path")
	shots   = flag.String("shots", "", "a folder to leave pictures of the window in, for the README")
)

// A window is a running planner, driven by pointer and keys.
type window struct {
	t       testing.TB
	env     []string
	home    string
	inspect string // the inspection file
	cmd     *exec.Cmd
	errors  *log
	ended   chan struct{} // closed when the process has ended
	id      string        // of the window on the display
}

// start opens the planner with the given arguments on the display of env, with
// a home of its own, and waits for its first picture.
func start(t testing.TB, env []string, args ...string) *window {
	t.Helper()
	return startIn(t, env, t.TempDir(), args...)
}

// startIn does the same with a home that other windows may have been in.
func startIn(t testing.TB, env []string, home string, args ...string) *window {
	t.Helper()
	w := newWindow(t, env, home, args...)
	w.open()
	return w
}

// open runs the program and waits for its first picture.
func (w *window) open() {
	t := w.t
	t.Helper()
	w.inspect = filepath.Join(t.TempDir(), "inspect.json")
	w.env = append(w.env, "HEADROOM_INSPECT="+named(w.inspect))
	w.launch()

	eventually(t, "the window", func() bool {
		w.mustLive()
		w.id = w.search()
		return w.id != ""
	})
	w.xdotool("windowactivate", "--sync", w.id) // keys go to it, whatever else is open
	s := w.wait("a chart", func(s state) bool {
		_, there := s.find("chart")
		return there && s.settled()
	})
	chart, _ := s.find("chart")
	eventually(t, "a first picture", func() bool { return !plain(w.screenshot(), chart.area()) })
	w.park()
}

// newWindow returns a planner that is not yet running, and tells nobody what is on
// its screen.
func newWindow(t testing.TB, env []string, home string, args ...string) *window {
	t.Helper()
	if *program == "" {
		t.Fatal("no program to drive; run: make window")
	}
	w := &window{t: t, home: home, errors: &log{}, ended: make(chan struct{})}
	w.cmd = w.started(args)
	w.env = append(slices.Clone(env), "HOME="+home)
	for _, name := range []string{"XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"} {
		dir := filepath.Join(home, name)
		if err := os.MkdirAll(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		w.env = append(w.env, name+"="+dir)
	}
	w.settle()
	w.chooseLight(w.config())
	w.cmd.Stdout, w.cmd.Stderr = w.errors, w.errors
	w.cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	return w
}

// launch runs the program until the test ends.
func (w *window) launch() {
	w.t.Helper()
	w.cmd.Env, w.cmd.Dir = w.env, w.home
	if err := w.cmd.Start(); err != nil {
		w.t.Fatal(err)
	}
	go func() {
		_ = w.cmd.Wait()
		close(w.ended)
	}()
	w.t.Cleanup(w.finish)
}

// chooseLight makes the window a light one, whatever the desktop is, and leaves
// out the hints of a first start.
func (w *window) chooseLight(config string) {
	w.t.Helper()
	dir := filepath.Join(config, "fyne", about.ID)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		w.t.Fatal(err)
	}
	w.prefer(config, `{"mode": "light", "hinted": true}`)
}

// prefer writes what the window remembers of its user.
func (w *window) prefer(config, text string) {
	w.t.Helper()
	if err := os.WriteFile(preferences(config), []byte(text), 0o600); err != nil {
		w.t.Fatal(err)
	}
}

// preferences returns the file of what the window remembers of its user.
func preferences(config string) string {
	return filepath.Join(config, "fyne", about.ID, "preferences.json")
}

// search returns the id of the program's window, empty while there is none.
func (w *window) search() string {
	search := exec.Command("xdotool", "search", "--all", "--onlyvisible",
		"--pid", strconv.Itoa(w.cmd.Process.Pid), "--name", ".")
	search.Env = w.env
	out, err := search.Output()
	ids := strings.Fields(string(out))
	if err != nil || len(ids) == 0 {
		return ""
	}
	return ids[len(ids)-1]
}

// wait looks at the inspection file until holds does, and returns what it said
// then.
func (w *window) wait(what string, holds func(state) bool) state {
	w.t.Helper()
	var s state
	for deadline := time.Now().Add(patient()); ; time.Sleep(pause) {
		w.mustLive()
		data, err := os.ReadFile(w.inspect)
		if err == nil {
			s = state{}
			if err := json.Unmarshal(data, &s); err != nil {
				w.t.Fatalf("the inspection file is not sound: %v\n%s", err, data)
			}
			if holds(s) {
				return s
			}
		}
		if time.Now().After(deadline) {
			w.t.Fatalf("waited %s in vain for %s; the window says:\n%s", patient(), what, s)
		}
	}
}

// now returns what is on the screen once it is of the newest revision.
func (w *window) now() state {
	w.t.Helper()
	return w.wait("the newest revision on the screen", state.settled)
}

// after does something that changes the workspace and returns what is on the
// screen once the change is there.
func (w *window) after(do func()) state {
	w.t.Helper()
	before := w.now().Revision
	do()
	return w.wait("a change", func(s state) bool { return s.Revision != before && s.settled() })
}

// part waits for a part that can be used.
func (w *window) part(name string, kinds ...string) part {
	w.t.Helper()
	w.reach(name)
	var found part
	w.wait(name+" to be there and enabled", func(s state) bool {
		var ok bool
		found, ok = s.find(name, kinds...)
		return ok && found.Enabled
	})
	return found
}

// click clicks into the middle of a part.
func (w *window) click(name string) {
	w.t.Helper()
	p := w.part(name)
	w.xdotool(append(w.moveTo(p.X+p.Width/2, p.Y+p.Height/2), "mousedown", "1", "mouseup", "1")...)
}

// typeInto replaces what an entry holds, and leaves it focused.
func (w *window) typeInto(name, text string) {
	w.t.Helper()
	p := w.part(name, "entry")
	w.xdotool(append(w.moveTo(p.X+p.Width/2, p.Y+p.Height/2), "mousedown", "1", "mouseup", "1")...)
	w.wait(name+" to be focused", func(s state) bool {
		p, ok := s.find(name, "entry")
		return ok && p.Focused
	})
	w.write(text)
}

// write replaces what the focused entry holds.
func (w *window) write(text string) {
	w.t.Helper()
	w.key("ctrl+a")
	w.xdotool("type", "--delay", "4", "--", text)
	w.wait(fmt.Sprintf("what has the focus to hold %q", text), func(s state) bool {
		p, ok := s.focus()
		return ok && p.Text == text
	})
}

// drag takes hold of a part in its middle, a slider where there is one of that
// name, and lets go of it at a distance in pixels.
func (w *window) drag(name string, dx, dy int) {
	w.t.Helper()
	w.pull(name, dx, dy)
	w.release()
}

// pull does the same, but does not let go.
func (w *window) pull(name string, dx, dy int) {
	w.t.Helper()
	const steps = 8
	at := w.grip(name)
	moves := append(w.moveTo(at.X, at.Y), "mousedown", "1")
	for i := 1; i <= steps; i++ {
		moves = append(moves, w.moveTo(at.X+dx*i/steps, at.Y+dy*i/steps)...)
	}
	w.xdotool(moves...)
}

// release lets go of what was pulled.
func (w *window) release() {
	w.t.Helper()
	w.xdotool("mouseup", "1")
}

// grip returns the middle of a part that can be dragged.
func (w *window) grip(name string) image.Point {
	w.t.Helper()
	w.reach(name)
	p, ok := w.now().find(name, "slider")
	if !ok {
		p = w.part(name)
	}
	return image.Pt(p.X+p.Width/2, p.Y+p.Height/2)
}

// key presses keys, named as xdotool names them.
func (w *window) key(keys ...string) {
	w.t.Helper()
	w.xdotool(append([]string{"key", "--clearmodifiers"}, keys...)...)
}

func (w *window) moveTo(x, y int) []string {
	return []string{"mousemove", "--window", w.id, strconv.Itoa(x), strconv.Itoa(y)}
}

func (w *window) xdotool(args ...string) {
	w.t.Helper()
	w.mustLive()
	cmd := exec.CommandContext(w.t.Context(), "timeout", append([]string{"20", "xdotool"}, args...)...)
	cmd.Env = w.env
	if out, err := cmd.CombinedOutput(); err != nil {
		w.t.Fatalf("xdotool %s: %v: %s", strings.Join(args, " "), err, out)
	}
}

// proc returns what the system tells of the program in a file of that name.
func (w *window) proc(name string) string {
	w.t.Helper()
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/%s", w.cmd.Process.Pid, name))
	if err != nil {
		w.t.Fatal(err)
	}
	return string(data)
}
