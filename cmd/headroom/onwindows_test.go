//go:build e2e

package main_test

import (
	"bufio"
	"bytes"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"headroom/assets/about"
	"headroom/scenario/edit"
	"headroom/scenario/preset"
	"headroom/scenario/store"
)

// What is particular to Windows. All else that make test-windows looks at are tests of
// the window on any system.

// needWindows leaves out a test of what only Windows has.
func needWindows(t *testing.T) {
	t.Helper()
	if !onWindows() {
		t.Skip("this is for the program for Windows; run: make test-windows")
	}
	t.Parallel()
}

// A file is saved on a drive of its own letter, found again by the next window, and
// names that Windows has other uses for are refused.
func TestAFileLivesOnADrive(t *testing.T) {
	needWindows(t)
	env, home, stick := startDisplay(t), t.TempDir(), t.TempDir()
	w := newWindow(t, env, home)
	if err := os.Symlink(stick, filepath.Join(drives(home), "dosdevices", "p:")); err != nil {
		t.Fatal(err)
	}
	w.open()
	m := mirrorOf(w, preset.Default())
	m.hold("cap typed", func() { w.enter(capField, "40") }, edit.SetCap(july, 40e9))
	w.click("save-as")
	w.opened("save-as")
	w.typeInto("dialog.folder", `P:\`)
	for _, name := range []string{"a:b", "con"} {
		w.typeInto("dialog.file", name)
		w.key("Return")
		eventually(t, name+" to be refused", func() bool { return w.now().Dialog == "save-as" })
		if names := entriesOf(t, stick); len(names) > 0 {
			t.Fatalf("of the name %q there is %q", name, names)
		}
	}
	w.typeInto("dialog.file", "mine")
	w.click("dialog.ok")
	const file = `P:\mine` + store.Extension
	w.wait("the workspace to be saved", func(s state) bool { return !s.Unsaved && s.File == file })
	w.key("alt+F4")
	w.exit()
	if names := entriesOf(t, stick); !slices.Equal(names, []string{"mine" + store.Extension}) {
		t.Errorf("on the drive there is %q", names)
	}

	remembered, err := os.ReadFile(preferences(w.config()))
	if err != nil {
		t.Fatal(err)
	}
	again := newWindow(t, env, home) // which writes what other tests begin with
	again.prefer(again.config(), string(remembered))
	again.open()
	again.click("last-file.open")
	again.wait("the file used last", func(s state) bool { return s.File == file && s.settled() })
	m.w = again
	m.shown("the file used last")
	again.key("alt+F4")
	again.exit()

	// As Explorer starts it: with the whole path of a file.
	m.w = startIn(t, env, home, file)
	if s := m.shown("the file it was started with"); s.File != file || s.Unsaved {
		t.Errorf("it was started with %s and has opened %q, unsaved %v", file, s.File, s.Unsaved)
	}
}

// A file that another program keeps open stays as it is, and what was to be in it stays
// unsaved until that program has done.
func TestAFileThatIsHeldIsNotReplaced(t *testing.T) {
	needWindows(t)
	env, home := startDisplay(t), t.TempDir()
	file := filepath.Join(t.TempDir(), "held"+store.Extension)
	put(t, file, preset.Default())
	w := startIn(t, env, home, named(file))
	m := mirrorOf(w, preset.Default())
	m.hold("cap typed", func() { w.enter(capField, "40") }, edit.SetCap(july, 40e9))

	other := exec.Command("wine", beside("hold.exe"), named(file))
	other.Env = w.env
	other.WaitDelay = time.Minute
	hand, err := other.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	says, err := other.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := other.Start(); err != nil {
		t.Fatal(err)
	}
	if word, err := bufio.NewReader(says).ReadString('\n'); err != nil || strings.TrimSpace(word) != "held" {
		t.Fatalf("who is to hold the file says %q, %v", word, err)
	}
	w.key("ctrl+s")
	w.opened("error")
	if kept := readWorkspace(t, file).Scenarios[0].Terms.Share.Cap; kept != 38e9 {
		t.Errorf("the file that was held has a cap of %v", kept)
	}
	if names := entriesOf(t, filepath.Dir(file)); len(names) != 1 {
		t.Errorf("beside it there is %q", names)
	}
	w.click("dialog.ok")
	if s := w.wait("the message to go", func(s state) bool { return s.Dialog == "" }); !s.Unsaved {
		t.Error("it counts as saved")
	}
	hand.Close()
	if err := other.Wait(); err != nil {
		t.Fatal(err)
	}
	w.key("ctrl+s")
	w.wait("the workspace to be saved", func(s state) bool { return s.Dialog == "" && !s.Unsaved })
	mustShow(t, w.now(), readWorkspace(t, file).Scenarios[0])
}

// A picture and a table are copied for other programs, which here are those of the
// display that wine hands them to.
func TestWindowsKeepsWhatIsCopied(t *testing.T) {
	needWindows(t)
	env := startDisplay(t)
	w := start(t, env)
	w.click("table.copy")
	eventually(t, "the table", func() bool { return strings.HasPrefix(clip(env, "UTF8_STRING"), "Year\t") })
	w.click("save-picture")
	w.opened("save-picture")
	w.click("dialog.copy")
	eventually(t, "the picture", func() bool {
		picture, err := png.Decode(strings.NewReader(clip(env, "image/png")))
		return err == nil && picture.Bounds().Dx() > 1000
	})
	if bitmap := clip(env, "image/bmp"); !strings.HasPrefix(bitmap, "BM") {
		t.Errorf("as a bitmap it has %d bytes", len(bitmap))
	}
}

// The command line gives the same bytes as on this system: what it prints, what it
// writes, what it says of faults, and how it ends.
func TestTheCommandLineIsTheSame(t *testing.T) {
	needWindows(t)
	forWindows, here, _ := strings.Cut(*lines, ",")
	home := t.TempDir()
	prepareWine(t, home)
	env := append(slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, "DISPLAY=") }), wineEnv(home)...)
	stay := exec.Command("wineserver", "-p") // for all calls, until the test ends
	stay.Env = env
	if err := stay.Run(); err != nil {
		t.Fatal(err)
	}
	folders := map[string]string{}
	run := func(system string, args []string) (output string, status int) {
		t.Helper()
		command := exec.Command(here, args...)
		if system == "windows" {
			command = exec.Command("wine", append([]string{forWindows}, args...)...)
		}
		command.Dir, command.Env = folders[system], env
		return outputOf(t, command)
	}
	book, err := os.ReadFile("../../scenario/export/xlsx/returned/testdata/gnumeric.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	for _, system := range []string{"windows", "here"} {
		folders[system] = t.TempDir()
		if err := os.WriteFile(filepath.Join(folders[system], "book.xlsx"), book, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	const plan, changed, day = "plan.headroom.json", "changed.headroom.json", "2026-11-28"
	for _, args := range [][]string{
		{"--version"},
		{"new", "--output", plan},
		{"check", plan},
		{"check", "none.headroom.json"},
		{"project", plan, "--by", "decade"},
		{"set", plan, "terms.share.cap=40B", "--scenario", "july-2026", "--output", changed},
		{"project", changed, "--scenario", "july-2026", "--by", "quarter"},
		{"project", changed, "--format", "csv", "--output", "months.csv"},
		{"chart", changed, "--scenario", "july-2026", "--embed", "--output", "chart.png"},
		{"chart", changed, "--scenario", "july-2026,february-2026", "--kind", "compare", "--output", "chart.svg"},
		{"export", changed, "--date", day, "--embed", "--output", "report.pdf"},
		{"export", changed, "--date", day, "--embed", "--output", "report.html"},
		{"export", changed, "--date", day, "--output", "report.md"},
		{"export", changed, "--date", day, "--output", "figures.csv"},
		{"export", changed, "--date", day, "--output", "plans.xlsx"},
		{"extract", "report.pdf", "--output", "again.headroom.json"},
		{"extract", "chart.png"},
		{"import", "book.xlsx", "--output", "imported.headroom.json"},
		{"import", "plans.xlsx"},
		{"export", changed, "--output", "no/such/folder.pdf"},
	} {
		got, gotStatus := run("windows", args)
		want, wantStatus := run("here", args)
		// What the system itself says of a file has words and separators of its own.
		if wantStatus != 0 && strings.Contains(want, "no such file or directory") {
			if gotStatus != wantStatus || got == "" {
				t.Errorf("%q ends with %d and says %q", args, gotStatus, got)
			}
			continue
		}
		if got != want || gotStatus != wantStatus {
			t.Errorf("%q ends with %d instead of %d, and says\n%.2000s\ninstead of\n%.2000s", args, gotStatus, wantStatus, got, want)
		}
	}
	names := entriesOf(t, folders["here"])
	if got := entriesOf(t, folders["windows"]); !slices.Equal(got, names) {
		t.Errorf("it has written %q, want %q", got, names)
	}
	for _, name := range names {
		got, err := os.ReadFile(filepath.Join(folders["windows"], name))
		if err != nil {
			continue // told above
		}
		want, err := os.ReadFile(filepath.Join(folders["here"], name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s has %d bytes that are not the %d of this system", name, len(got), len(want))
		}
	}
}

// Where there can be no window the program says why: to whoever hears it, and else, as
// where Explorer has started it, in a box that waits to be read.
func TestWindowsIsToldWhyThereIsNoWindow(t *testing.T) {
	needWindows(t)
	display, home := startDisplay(t), t.TempDir()
	prepareWine(t, home)
	env := append(display, wineEnv(home)...)
	old := exec.Command("wine", *program)
	old.Env = append(slices.Clone(env), "MESA_GL_VERSION_OVERRIDE=2.0")
	const why = "Headroom cannot open its window: the display offers no OpenGL 2.1"
	if said, status := outputOf(t, old); status != 1 || !strings.HasPrefix(said, why) || !strings.Contains(said, "Compatibility Pack") {
		t.Errorf("without OpenGL 2.1 it ends with %d and says %q", status, said)
	}

	started := exec.Command("wine", beside("start.exe"), named(*program), "headroom.exe --no-such-flag")
	started.Env = env
	if err := started.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = started.Process.Kill() }()
	box := ""
	eventually(t, "the box", func() bool {
		search := exec.Command("xdotool", "search", "--onlyvisible", "--name", "^Headroom$")
		search.Env = env
		out, _ := search.Output()
		box = strings.TrimSpace(string(out))
		return box != ""
	})
	press := exec.Command("timeout", "20", "xdotool", "windowactivate", "--sync", box, "key", "Return")
	press.Env = env
	if out, err := press.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	_ = started.Wait()
	if status := started.ProcessState.ExitCode(); status != 2 {
		t.Errorf("a flag that is not there ends it with %d", status)
	}
}

// The programs say who they are to Windows, and the window's says it to whoever asks
// in a terminal too.
func TestTheProgramsForWindowsSayTheirVersion(t *testing.T) {
	needWindows(t)
	home := t.TempDir()
	prepareWine(t, home)
	cli, _, _ := strings.Cut(*lines, ",")
	for _, program := range []string{*program, cli} {
		command := exec.Command("wine", program, "--version")
		command.Env = append(os.Environ(), wineEnv(home)...)
		if out, status := outputOf(t, command); status != 0 || !strings.HasSuffix(strings.TrimSpace(out), about.Version) {
			t.Errorf("%s --version ends with %d and says %q", filepath.Base(program), status, out)
		}
		data, err := os.ReadFile(program)
		if err != nil {
			t.Fatal(err)
		}
		for _, property := range []string{"FileVersion", about.Version, "The Headroom authors"} {
			if !bytes.Contains(data, wide(property)) {
				t.Errorf("%s has no property %q", filepath.Base(program), property)
			}
		}
		const picture = "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x00\x00\x01\x00"
		if !bytes.Contains(data, []byte(picture)) {
			t.Errorf("%s has no icon of 256 by 256 pixels", filepath.Base(program))
		}
	}
}

// outputOf runs a command and returns what it says and how it ends. It says so into a
// file: of a pipe the services of wine, which go on, would keep the other end.
func outputOf(t *testing.T, command *exec.Cmd) (said string, status int) {
	t.Helper()
	file, err := os.Create(filepath.Join(t.TempDir(), "said"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	command.Stdout, command.Stderr = file, file
	late := time.AfterFunc(time.Minute, func() { _ = command.Process.Kill() })
	defer late.Stop()
	if err := command.Run(); command.ProcessState == nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(file.Name())
	if err != nil {
		t.Fatal(err)
	}
	return string(data), command.ProcessState.ExitCode()
}

// wide returns text as Windows keeps it among the resources of a program.
func wide(text string) (out []byte) {
	for _, r := range text {
		out = append(out, byte(r), 0)
	}
	return out
}

// entriesOf returns the names in a folder.
func entriesOf(t testing.TB, folder string) (names []string) {
	t.Helper()
	found, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range found {
		names = append(names, entry.Name())
	}
	return names
}
