//go:build !windows

package main

import (
	"io"
	"os"
)

// What to do where there can be no window.
const (
	helpNoDisplay = "start it in a desktop session, or name a display in DISPLAY or WAYLAND_DISPLAY"
	helpNoOpenGL  = "set LIBGL_ALWAYS_SOFTWARE=1, or install Mesa's drivers, which Debian calls libgl1-mesa-dri and Fedora mesa-dri-drivers"
)

// output returns where the program speaks, and what to do once it has spoken and ends.
func output() (stdout, stderr io.Writer, said func()) { return os.Stdout, os.Stderr, func() {} }
