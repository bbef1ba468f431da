//go:build e2e

package main_test

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// The renderer's threads draw a frame together only where none waits for the core
// of another.
func TestRendererHasACoreForEachThread(t *testing.T) {
	w := start(t, startDisplay(t))
	tasks, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*", w.cmd.Process.Pid))
	if err != nil {
		t.Fatal(err)
	}
	threads, cores := 0, map[string]bool{}
	for _, task := range tasks {
		task = "task/" + filepath.Base(task)
		if !strings.HasPrefix(w.proc(task+"/comm"), "llvmpipe-") {
			continue
		}
		_, rest, _ := strings.Cut(w.proc(task+"/status"), "\nCpus_allowed_list:")
		core, _, _ := strings.Cut(rest, "\n")
		threads++
		cores[core] = true
	}
	if threads == 0 {
		t.Error("no thread of a software renderer, though the display has no graphics card")
	}
	if want := min(threads, runtime.NumCPU()); len(cores) != want {
		t.Errorf("%d threads keep to %d cores, want %d: %v", threads, len(cores), want, cores)
	}
}
