// Command headroom opens the planner's window.
//
//	headroom [FILE]
//
// FILE is a workspace to open, or a picture that remembers one; without it the
// window opens on the default workspace, and offers the file used last.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"headroom/assets"
	"headroom/scenario/preset"
	"headroom/scenario/store/recovery"
	"headroom/ui"
	"headroom/ui/live"
	"headroom/ui/system"
)

const usage = `Headroom answers when the cap on OpenAI's payments to Microsoft is reached.

Usage:
  headroom [FILE]

FILE is a workspace to open, such as NAME.headroom.json, or a PNG picture that
remembers its scenarios. Without it the window opens on the default workspace,
and offers the file used last.

  --help       say this
  --version    say which version this is

Environment:
  HEADROOM_PLAIN=1       draw surfaces as plain rectangles, where a graphics
                         driver shows them wrong
  HEADROOM_INSPECT=FILE  write what is on the screen to FILE after each change,
                         for tests and for scripts that assist people
`

// plainVariable names the environment variable that has surfaces drawn without
// programs of our own.
const plainVariable = "HEADROOM_PLAIN"

// memorySlack is by how many percent of what is in use memory may grow before it
// is cleared. It is half of what Go takes by itself: a window is open for hours
// and allocates little, so that memory is worth more than the time to clear it.
const memorySlack = 50

const (
	// buildingSlack is memorySlack until the window has been drawn: nearly all that is made
	// until then stays in use, so that clearing it finds little.
	buildingSlack = 800
	// building is how long a slow machine takes to draw a window that is run.
	building = 3 * time.Second
)

func main() {
	keepFreedMemory()
	running := letGrow()
	stdout, stderr, said := output()
	file, status, done := parse(os.Args[1:], stdout, stderr)
	if done {
		said()
		os.Exit(status)
	}
	room, err := checkDisplay()
	if err != nil {
		tellNoDisplay(err, stderr, isTerminal(os.Stderr))
		said()
		os.Exit(1)
	}
	if cache, err := os.UserCacheDir(); err == nil {
		_ = os.MkdirAll(cache, 0o700) // Fyne, which keeps icons there, makes only its own folder
	}
	inspected := os.Getenv(ui.InspectVariable)
	describe(inspected != "")
	a := app.NewWithID(ui.ID)
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon))
	folder, unkept := recovery.Folder()
	p := ui.New(a, ui.Options{
		Workspace: preset.Default(),
		Inspect:   inspected,
		Keep:      system.KeepCopied,
		Recovery:  folder,
		Unkept:    unkept,
		LookIsSet: lookIsSet(),
		Room:      fyne.NewSize(room.Width/magnified(a), room.Height/magnified(a)),
		Plain:     os.Getenv(plainVariable) != "",
		Live:      live.New(),
	})
	if file != "" {
		p.Open(file)
	} else {
		p.OfferLast()
	}
	p.Recover()
	hintWindows()
	a.Lifecycle().SetOnStarted(func() {
		running()
		spreadRenderer()
		tellLeaving(a.Driver().AllWindows())
	})
	stopped := stopping(a.Lifecycle())
	p.ShowAndRun()
	stopped()
}

// letGrow has memory grow far until the window has been drawn, which clearing it would delay.
// The function returned is to be called once the window is run.
func letGrow() (running func()) {
	if os.Getenv("GOGC") != "" {
		return func() {} // as the user has it
	}
	debug.SetGCPercent(buildingSlack)
	return func() {
		time.AfterFunc(building, func() {
			debug.SetGCPercent(memorySlack)
			debug.FreeOSMemory() // what is left of building
		})
	}
}

// describe tells Fyne what program it runs. Unless checked, Fyne takes it that the
// window is touched from the main goroutine alone, as ui/live sees to: asking each
// time which goroutine it is takes the stack apart, a sixth of what a drag costs.
// With checks it says so on stderr where it is not.
func describe(checked bool) {
	app.SetMetadata(fyne.AppMetadata{
		ID: ui.ID, Name: ui.Name, Version: ui.Version,
		Migrations: map[string]bool{"fyneDo": !checked},
	})
}

// parse reads the command line. Where nothing is left to do but to exit it
// returns the status and true.
func parse(args []string, stdout, stderr io.Writer) (file string, status int, done bool) {
	flags := flag.NewFlagSet("headroom", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	version := flags.Bool("version", false, "")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(stdout, usage)
		return "", 0, true
	case err != nil:
		fmt.Fprintf(stderr, "headroom: %v; see headroom --help\n", err)
		return "", 2, true
	case *version:
		fmt.Fprintln(stdout, ui.Name, ui.Version)
		return "", 0, true
	case flags.NArg() > 1:
		fmt.Fprintln(stderr, "headroom: give one FILE at most; see headroom --help")
		return "", 2, true
	}
	return flags.Arg(0), 0, false
}
