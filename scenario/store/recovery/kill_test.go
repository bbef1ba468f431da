//go:build darwin || dragonfly || freebsd || illumos || linux || netbsd || openbsd

package recovery_test

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"headroom/scenario/store/recovery"
)

// windowVariable has the test program act as a window with unsaved changes to the
// file it names, in the folder after it.
const windowVariable = "RECOVERY_TEST_WINDOW"

func TestMain(m *testing.M) {
	if args := os.Getenv(windowVariable); args != "" {
		os.Exit(beWindow(strings.Split(args, string(filepath.ListSeparator))))
	}
	os.Exit(m.Run())
}

// beWindow keeps unsaved changes to a file until it is killed, or until its
// standard input ends.
func beWindow(args []string) int {
	file, folder := args[0], args[1]
	err := func() error {
		if _, err := recovery.LockFile(folder, file); err != nil {
			return err
		}
		w, stamp, err := recovery.ReadFile(file)
		if err != nil {
			return err
		}
		c, err := recovery.Start(folder)
		if err != nil {
			return err
		}
		w.Name = "edited"
		return c.Writing(recovery.Unsaved{Workspace: w, File: file, Base: stamp, Written: noon})()
	}()
	fmt.Println(err)
	_, _ = fmt.Scanln()
	return 0
}

func TestKilledWindow(t *testing.T) {
	folder := t.TempDir()
	file, text, stamp := saved(t)
	program, err := os.Executable()
	must(t, err)
	window := exec.Command(program)
	window.Env = append(os.Environ(), windowVariable+"="+file+string(filepath.ListSeparator)+folder)
	stdin, err := window.StdinPipe()
	must(t, err)
	defer stdin.Close()
	stdout, err := window.StdoutPipe()
	must(t, err)
	must(t, window.Start())
	line, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil || line != "<nil>\n" {
		t.Fatalf("the window says %q, %v", line, err)
	}

	// While it lives.
	orphans(t, folder, 0)
	c := start(t, folder)
	if _, err := recovery.LockFile(folder, file); !errors.Is(err, recovery.ErrInUse) {
		t.Errorf("its file may be locked: %v", err)
	}

	must(t, window.Process.Kill())
	_ = window.Wait() // says that it was killed

	lock, err := recovery.LockFile(folder, file)
	must(t, err)
	o := orphans(t, folder, 1)[0]
	if o.File != file || o.Written != noon || o.Err != nil {
		t.Errorf("the orphan is %+v", o)
	}
	want := recovery.Unsaved{Workspace: workspace(t, "edited"), File: file, Base: stamp, Written: noon}
	got, err := c.TakeOver(o)
	must(t, err)
	expectSame(t, got, want)
	if change, err := got.Base.Compare(file); change != recovery.Unchanged || err != nil {
		t.Errorf("its file is %q, %v", change, err)
	}
	if string(get(t, file)) != text {
		t.Error("its file is not as it was")
	}

	must(t, c.Clearing()())
	c.Close()
	lock.Release()
	start(t, folder).Close()
	if left := names(t, folder, ""); left != nil {
		t.Errorf("there is left %v", left)
	}
}
