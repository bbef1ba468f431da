//go:build e2e

package main_test

import (
	"flag"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// The same hands and eyes drive the program for Windows, which wine runs on the same
// display. Run make test-windows.

var (
	wine  = flag.String("wine", "", "for a program for Windows, the folder of wine's that make test-windows has prepared, with its whole path")
	lines = flag.String("cli", "", "the command line for Windows and the one for this system, with their whole paths and a comma between")
)

// onWindows reports whether the program is one for Windows.
func onWindows() bool { return *wine != "" }

// patient returns how long the program is waited for, which wine takes several times as
// long to start.
func patient() time.Duration {
	if onWindows() {
		return 3 * patience
	}
	return patience
}

// named returns what the program calls a file, which for one for Windows lies on a
// drive.
func named(path string) string {
	if !onWindows() {
		return path
	}
	return "Z:" + strings.ReplaceAll(path, "/", `\`)
}

// beside returns the path of a program of the tests' own, which lies beside the one that
// is driven.
func beside(name string) string { return filepath.Join(filepath.Dir(*program), name) }

// started returns the command that starts the program.
func (w *window) started(args []string) *exec.Cmd {
	if onWindows() {
		return exec.Command("wine", append([]string{*program}, args...)...)
	}
	return exec.Command(*program, args...)
}

// drives is the folder of wine's in a home, with the drives of the Windows there.
func drives(home string) string { return filepath.Join(home, "wine") }

// profile returns the home of w as Windows has it: wine calls its user as this system
// does.
func (w *window) profile() string {
	w.t.Helper()
	me, err := user.Current()
	if err != nil {
		w.t.Fatal(err)
	}
	return filepath.Join(drives(w.home), "drive_c", "users", me.Username)
}

// settle gives the home of w a Windows of its own: its settings and what belongs to
// its user; the system is the one that was prepared, for all.
func (w *window) settle() {
	w.t.Helper()
	if !onWindows() {
		return
	}
	w.env = append(w.env, wineEnv(w.home)...)
	if _, err := os.Stat(drives(w.home)); err == nil {
		return
	}
	prepareWine(w.t, w.home)
	if err := os.MkdirAll(w.profile(), 0o700); err != nil {
		w.t.Fatal(err)
	}
}

// wineEnv is what leads wine to the Windows in a home.
func wineEnv(home string) []string {
	return []string{"WINEPREFIX=" + drives(home), "WINEDEBUG=-all", "WINEDLLOVERRIDES=mscoree,mshtml,winemenubuilder.exe="}
}

// prepareWine makes the Windows of a home, which ends with the test.
func prepareWine(t testing.TB, home string) {
	t.Helper()
	system := filepath.Join("drive_c", "windows")
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(os.MkdirAll(filepath.Join(drives(home), "drive_c"), 0o700))
	must(os.MkdirAll(filepath.Join(drives(home), "dosdevices"), 0o700))
	must(os.Symlink(filepath.Join(*wine, system), filepath.Join(drives(home), system)))
	must(os.Symlink("../drive_c", filepath.Join(drives(home), "dosdevices", "c:")))
	must(os.Symlink("/", filepath.Join(drives(home), "dosdevices", "z:")))
	settings, err := filepath.Glob(filepath.Join(*wine, "*.reg"))
	must(err)
	for _, file := range append(settings, filepath.Join(*wine, ".update-timestamp")) {
		data, err := os.ReadFile(file)
		must(err)
		must(os.WriteFile(filepath.Join(drives(home), filepath.Base(file)), data, 0o600))
	}
	t.Cleanup(func() {
		end := exec.Command("wineserver", "-k", "-w")
		end.Env = append(os.Environ(), wineEnv(home)...)
		_ = end.Run() // it is gone where nothing has run for a while
	})
}
