//go:build e2e

package main_test

import (
	"flag"
	"image"
	"os/exec"
	"syscall"
	"testing"
)

var bareProgram = flag.String("bare", "", "the built program of a bare window, with its whole path; without it nothing is held against one")

// Where things are in the bare window (testdata/bare).
var (
	bareSlider = image.Pt(170, 120)
	bareStrip  = image.Rect(800, 200, 802, 500)
)

// turns is how often a window and what it is held against take turns, so that
// both suffer alike from what else the machine does.
const turns = 5

// inTurn has the window take its moves in turn with the slider of a bare window on
// a display of its own, whose latencies are taken beside.
func inTurn(s *seated, moves func(turn int)) {
	s.t.Helper()
	bare := seatBare(s)
	for turn := range turns {
		moves(turn)
		if bare != nil {
			bare.drag(bareSlider, image.Pt(1, 0), bareStrip, turn)
		}
	}
}

// seatBare opens a bare window; it is nil where there is no program of one.
func seatBare(beside *seated) *seated {
	beside.t.Helper()
	if *bareProgram == "" {
		beside.t.Log("held against no bare window: none was given with -bare")
		return nil
	}
	env := startDisplay(beside.t)
	w := newWindow(beside.t, env, beside.t.(*testing.B).TempDir())
	w.cmd = exec.Command(*bareProgram)
	w.cmd.Stdout, w.cmd.Stderr = w.errors, w.errors
	w.cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	s := &seated{window: w, eye: openEye(beside.t, env), who: "bare"}
	s.launch()
	s.eye.awaitAny("Bare window", bareStrip)
	s.eye.attach()
	s.rest()
	return s
}
