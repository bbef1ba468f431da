package main

import (
	"io"
	"os"
	"strings"

	"golang.org/x/sys/windows"
)

// What to do where there can be no window.
const (
	helpNoDisplay = "start it in a session with a desktop"
	helpNoOpenGL  = "install the driver of the graphics card; in a virtual machine or by Remote Desktop take the OpenCL, OpenGL, and Vulkan Compatibility Pack from Microsoft's store"
)

// output returns where the program speaks, and what to do once it has spoken and ends.
//
// A program with windows is given no console by Windows. What it says goes where its
// starter has led it, or else to the console that it was started from, where it was
// started from one. Where nobody would hear it, a message box says it in the end.
func output() (stdout, stderr io.Writer, said func()) {
	if isLed(windows.STD_OUTPUT_HANDLE) || isLed(windows.STD_ERROR_HANDLE) {
		return os.Stdout, os.Stderr, func() {}
	}
	if console, err := parentsConsole(); err == nil {
		os.Stdout, os.Stderr = console, console // for the toolkit's words too
		return console, console, func() {}
	}
	var words strings.Builder
	return &words, &words, func() { showMessage(words.String()) }
}

// isLed reports whether a standard output leads somewhere.
func isLed(which uint32) bool {
	handle, err := windows.GetStdHandle(which)
	if err != nil || handle == 0 || handle == windows.InvalidHandle {
		return false
	}
	kind, err := windows.GetFileType(handle)
	return err == nil && kind != windows.FILE_TYPE_UNKNOWN
}

// parentsConsole opens the console of the program that has started this one.
func parentsConsole() (*os.File, error) {
	const parent = ^uintptr(0)
	if attached, _, err := windows.NewLazySystemDLL("kernel32.dll").NewProc("AttachConsole").Call(parent); attached == 0 {
		return nil, err
	}
	return os.OpenFile("CONOUT$", os.O_WRONLY, 0)
}

// showMessage shows text in a box of its own, until it is closed.
func showMessage(text string) {
	message, err := windows.UTF16PtrFromString(strings.TrimSpace(text))
	if err != nil {
		return
	}
	title, err := windows.UTF16PtrFromString("Headroom")
	if err != nil {
		return
	}
	_, _ = windows.MessageBox(0, message, title, windows.MB_OK)
}
