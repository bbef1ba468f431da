package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// checkDisplay opens a hidden window as the toolkit will open the visible one, and
// says what is missing where that fails: the toolkit itself would log it and go on for
// ever without a window. It returns the room there is for a window on the first screen,
// in pixels of a user who magnifies nothing; nothing where that is not known.
//
// What is loaded and asked for that stays for the toolkit, which would otherwise take as
// long again for it, a sixth of the whole start.
func checkDisplay() (room fyne.Size, err error) {
	switch os.Getenv("FYNE_PLATFORM") { // as the toolkit chooses
	case "x11":
		glfw.InitHint(glfw.PlatformHint, int(glfw.PlatformX11))
	case "wayland":
		glfw.InitHint(glfw.PlatformHint, int(glfw.PlatformWayland))
	}
	if err := glfw.Init(); err != nil {
		return fyne.Size{}, fmt.Errorf("no display can be opened (%s); %s", reason(err), helpNoDisplay)
	}
	defer func() {
		if err != nil || !toolkitTakes(glfw.GetPlatform()) {
			glfw.Terminate()
		}
	}()
	defer glfw.DefaultWindowHints()
	glfw.WindowHint(glfw.Visible, glfw.False)
	if runtime.GOARCH == "arm" || runtime.GOARCH == "arm64" {
		glfw.WindowHint(glfw.ClientAPI, glfw.OpenGLESAPI)
		glfw.WindowHint(glfw.ContextVersionMajor, 2)
		glfw.WindowHint(glfw.ContextVersionMinor, 0)
	} else {
		glfw.WindowHint(glfw.ContextVersionMajor, 2)
		glfw.WindowHint(glfw.ContextVersionMinor, 1)
	}
	window, err := glfw.CreateWindow(16, 16, "Headroom", nil, nil)
	if err != nil {
		return fyne.Size{}, fmt.Errorf("the display offers no OpenGL 2.1 (%s); %s", reason(err), helpNoOpenGL)
	}
	window.Destroy()
	if screen := glfw.GetPrimaryMonitor(); screen != nil {
		room = roomOn(screen)
	}
	return room, nil
}

// toolkitTakes reports whether the toolkit is sure to take the platform that GLFW has
// chosen by itself: from some Wayland desktops, which leave a window without a frame,
// it turns to X11.
func toolkitTakes(chosen glfw.Platform) bool {
	return chosen != glfw.PlatformWayland || os.Getenv("FYNE_PLATFORM") == "wayland"
}

// roomOn returns the room on a screen beside panels and the window's own frame, by the
// density of the screen as the toolkit takes it.
func roomOn(screen *glfw.Monitor) fyne.Size {
	const frame, title = 4, 32 // pixels that window managers leave for them, about
	_, _, width, height := screen.GetWorkarea()
	density := densityOf(screen)
	return fyne.NewSize(float32(width-2*frame)/density, float32(height-title-frame)/density)
}

// densityOf returns how many pixels a screen has for one of the toolkit's.
func densityOf(screen *glfw.Monitor) float32 {
	const usual = 120 // dots an inch that the toolkit's sizes are made for
	if runtime.GOOS == "windows" {
		by, _ := screen.GetContentScale() // what the user has set for the screen
		return max(1, by)
	}
	off := strings.ToLower(os.Getenv("FYNE_DISABLE_DPI_DETECTION"))
	if across, _ := screen.GetPhysicalSize(); across > 0 && glfw.GetPlatform() != glfw.PlatformWayland &&
		off != "true" && off != "t" && off != "1" {
		if dots := float32(screen.GetVideoMode().Width) * 25.4 / float32(across); dots <= 1000 {
			return max(1, dots/usual)
		}
	}
	return 1
}

// magnified returns by how much the user magnifies all programs of the toolkit.
func magnified(a fyne.App) float32 {
	if by, err := strconv.ParseFloat(os.Getenv("FYNE_SCALE"), 32); err == nil && by > 0 {
		return float32(by)
	}
	if by := a.Settings().Scale(); by > 0 && os.Getenv("FYNE_SCALE") != "auto" {
		return by
	}
	return 1
}

// reason returns what GLFW says is wrong, on one line.
func reason(err error) string {
	var failure *glfw.Error
	text := err.Error()
	if errors.As(err, &failure) {
		text = failure.Desc
	}
	return strings.TrimSuffix(strings.Join(strings.Fields(text), " "), ".")
}

// tellNoDisplay says that there can be no window. Who started the program from a
// desktop has no terminal to read that in, so that another program shows it there.
func tellNoDisplay(err error, stderr io.Writer, terminal bool) {
	message := "Headroom cannot open its window: " + err.Error() + "."
	fmt.Fprintln(stderr, message)
	if terminal || os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return
	}
	for _, program := range [][]string{
		{"zenity", "--error", "--no-markup", "--title=Headroom", "--width=480", "--text=" + message},
		{"xmessage", "-center", wrapped(message, 68)},
	} {
		if path, missing := exec.LookPath(program[0]); missing == nil {
			if exec.Command(path, program[1:]...).Run() == nil {
				return
			}
		}
	}
}

// wrapped breaks a text into lines of so many characters, for what does not by itself.
func wrapped(text string, most int) string {
	var out strings.Builder
	line := 0
	for i, word := range strings.Fields(text) {
		length := utf8.RuneCountInString(word)
		switch {
		case i == 0:
		case line+1+length > most:
			out.WriteString("\n")
			line = 0
		default:
			out.WriteString(" ")
			line++
		}
		out.WriteString(word)
		line += length
	}
	return out.String()
}

// isTerminal reports whether what is written to a file is read in a terminal.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && info.Name() != "null"
}
