package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"

	"golang.org/x/sys/unix"
)

// spreadRenderer gives each thread of Mesa's software renderer a core of its own.
//
// With each frame they wake one another, and Linux likes to keep together what
// does. In two frames out of three they then shared one core for most of the time
// while another was idle, and drawing took up to twice as long. Where there is a
// graphics card there are no such threads.
func spreadRenderer() {
	cores := ownCores()
	if len(cores) < 2 {
		return
	}
	for i, thread := range rendererThreads() {
		var one unix.CPUSet
		one.Set(cores[i%len(cores)])
		_ = unix.SchedSetaffinity(thread, &one) // where that is forbidden, they stay as they are
	}
}

// ownCores returns the cores that the program may use.
func ownCores() []int {
	var set unix.CPUSet
	if unix.SchedGetaffinity(0, &set) != nil {
		return nil
	}
	var cores []int
	for core := 0; len(cores) < set.Count(); core++ {
		if set.IsSet(core) {
			cores = append(cores, core)
		}
	}
	return cores
}

// rendererThreads returns the threads of Mesa's software renderer, none where it is
// not in use.
func rendererThreads() []int {
	names, _ := filepath.Glob("/proc/self/task/*/comm") // the pattern is good
	var threads []int
	for _, name := range names {
		comm, err := os.ReadFile(name)
		if err != nil || !bytes.HasPrefix(comm, []byte("llvmpipe-")) {
			continue
		}
		if thread, err := strconv.Atoi(filepath.Base(filepath.Dir(name))); err == nil {
			threads = append(threads, thread)
		}
	}
	return threads
}
