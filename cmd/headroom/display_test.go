//go:build e2e

package main_test

import (
	"bufio"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// patience is how long anything on the display is waited for, and pause how
// long until the next look.
const (
	patience = 20 * time.Second
	pause    = 10 * time.Millisecond
)

// windowManager is what the window manager is to do: close a window on Alt+F4 and
// give new ones the focus. Its usual bindings of the pointer hold each click back
// until it has looked at it, and on a busy machine keys typed after the click come
// first.
const windowManager = `<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew></focus>
  <keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard>
  <mouse></mouse>
</openbox_config>
`

// startDisplay starts an X server on a number of its own, with a window
// manager, and returns the environment that leads to it. Both end with the
// test.
func startDisplay(t testing.TB) []string {
	t.Helper()
	env := startServer(t, "+extension", "GLX")
	settings := filepath.Join(t.TempDir(), "openbox.xml")
	if err := os.WriteFile(settings, []byte(windowManager), 0o600); err != nil {
		t.Fatal(err)
	}
	manager := exec.Command("openbox", "--sm-disable", "--config-file", settings)
	manager.Env = env
	startHelper(t, manager)
	eventually(t, "a window manager", func() bool {
		ask := exec.Command("xdotool", "get_num_desktops")
		ask.Env = env
		return ask.Run() == nil
	})
	return env
}

// startServer starts an X server alone, with options of its own.
func startServer(t testing.TB, options ...string) []string {
	t.Helper()
	number, report, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer number.Close()
	// Keys do not repeat by themselves (-r), which on a busy machine they would
	// while they are being typed.
	server := exec.Command("Xvfb", append([]string{
		"-displayfd", "3", "-screen", "0", "1600x1000x24", "-r", "-nolisten", "tcp", "-noreset",
	}, options...)...)
	server.ExtraFiles = []*os.File{report}
	startHelper(t, server)
	report.Close()
	if err := number.SetReadDeadline(time.Now().Add(patience)); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(number).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb names no display: %v", err)
	}

	return []string{
		"DISPLAY=:" + strings.TrimSpace(line),
		"PATH=" + os.Getenv("PATH"),
		"HOME=" + t.TempDir(),
		"LC_ALL=en_US.UTF-8",
		"LIBGL_ALWAYS_SOFTWARE=1",
		// No desktop is asked for its look. Where this names no place, asking starts a
		// desktop's services, which outlive the test in its folder.
		"DBUS_SESSION_BUS_ADDRESS=unix:path=/nowhere",
	}
}

// startHelper starts a program that ends with the test, whichever way the test
// ends.
func startHelper(t testing.TB, cmd *exec.Cmd) {
	t.Helper()
	cmd.Stdout, cmd.Stderr = io.Discard, io.Discard
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
}

// eventually looks until holds does, and fails the test when that takes too
// long.
func eventually(t testing.TB, what string, holds func() bool) {
	t.Helper()
	for deadline := time.Now().Add(patient()); !holds(); time.Sleep(pause) {
		if time.Now().After(deadline) {
			t.Fatalf("waited %s in vain for %s", patient(), what)
		}
	}
}
