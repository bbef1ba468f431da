//go:build e2e

package main_test

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"headroom/assets/about"
	"headroom/scenario/preset"
	"headroom/scenario/store"
)

var archive = flag.String("package", "", "the archive that make package has made, with its whole path")

// A desktop starts the program by the entry in its package, with a file where one was
// opened in its file manager.
func TestThePackageStartsFromADesktop(t *testing.T) {
	if *archive == "" {
		t.Skip("no package to try; run: make test-package")
	}
	env, home := startDisplay(t), t.TempDir()
	run := func(name string, args ...string) {
		t.Helper()
		command := exec.Command(name, args...)
		command.Dir = home
		if out, err := command.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", name, err, out)
		}
	}
	run("tar", "-xJf", *archive, "--strip-components=1") // a folder of its own
	root := filepath.Join(home, "usr", "local")
	entry := filepath.Join(root, "share", "applications", about.ID+".desktop")
	run("desktop-file-validate", entry)

	// In place it stands in the PATH, by the name that the entry starts.
	*program = filepath.Join(root, "bin", "headroom")
	w := newWindow(t, env, home)
	w.inspect = filepath.Join(home, "inspect.json")
	file := workspaceOf(t, home)
	launch := exec.Command("gio", "launch", entry, file)
	launch.Dir = home
	launch.Env = append(w.env, "HEADROOM_INSPECT="+w.inspect, "PATH="+filepath.Join(root, "bin")+":"+os.Getenv("PATH"))
	if err := launch.Run(); err != nil { // whose output the program keeps open
		t.Fatalf("gio launch: %v", err)
	}
	t.Cleanup(func() { endStarted(t, filepath.Join(root, "bin")) })
	w.wait("the file that was opened", func(s state) bool { return s.File == file && s.settled() })
}

// A dock finds the entry of a window by the window's class, whatever file is open.
func TestTheWindowIsOfTheClassOfItsEntry(t *testing.T) {
	w := start(t, startDisplay(t), workspaceOf(t, t.TempDir()))
	search := exec.Command("xdotool", "search", "--onlyvisible", "--class", "^"+about.ID+"$")
	search.Env = w.env
	if out, err := search.Output(); err != nil || strings.TrimSpace(string(out)) != w.search() {
		t.Errorf("of the class %s are the windows %q, %v; want %s", about.ID, out, err, w.search())
	}
}

// endStarted ends what was started from a folder.
func endStarted(t *testing.T, folder string) {
	programs, err := filepath.Glob("/proc/[0-9]*/exe")
	if err != nil {
		t.Error(err)
	}
	for _, program := range programs {
		if target, err := os.Readlink(program); err == nil && strings.HasPrefix(target, folder+"/") {
			if id, err := strconv.Atoi(filepath.Base(filepath.Dir(program))); err == nil {
				_ = syscall.Kill(id, syscall.SIGKILL)
			}
		}
	}
}

// workspaceOf puts a workspace into a folder with a blank in its name.
func workspaceOf(t *testing.T, home string) string {
	t.Helper()
	folder := filepath.Join(home, "my plans")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(folder, "plan.headroom.json")
	data, err := store.Encode(preset.Default())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}
