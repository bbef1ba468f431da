package desk

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/words"
	"headroom/ui/live"
	"headroom/ui/prompt"
)

// A Shell is the window around the views.
type Shell interface {
	// Say shows what was just done, in a sentence without its full stop, until the
	// next change.
	Say(what string)
	// Sealed follows an undo step that has come to its end.
	Sealed()
	// StepsChanged follows a field that holds a refused entry now, or no longer: undo
	// gives that up first.
	StepsChanged()
	// SavePicture asks how the picture of the view in front is to be saved.
	SavePicture()
}

// A Desk is what every part of the window works on: the workspace being edited, what
// follows from it, and the prompts, settings and clipboard of the window. It knows no
// view. All of its methods belong on the UI goroutine.
type Desk struct {
	App      fyne.App
	Window   fyne.Window
	Live     *live.Live
	Session  *edit.Session
	Book     *Book
	Prompts  *prompt.Stack
	Settings *Settings

	// File returns the path of the workspace's file, empty where there is none yet; nil is
	// none ever.
	File func() string

	shell   Shell
	Keep    func(ctx context.Context, kind string, data []byte) error
	handing *live.Latest[error] // what is copied, to what keeps it
}

// New returns the desk of a window of app, with a workspace on it. What is copied
// is handed to keep, which holds it when the window is gone; refocus gives the focus
// back to what had it before the first prompt.
func New(app fyne.App, window fyne.Window, at *live.Live, w scenario.Workspace, shell Shell, keep func(ctx context.Context, kind string, data []byte) error, refocus func(fyne.Focusable)) *Desk {
	d := &Desk{App: app, Window: window, Live: at, Session: edit.New(w), Settings: NewSettings(app), shell: shell, Keep: keep}
	d.Book = newBook(d.Session)
	d.handing = live.NewLatest[error](at)
	d.Prompts = &prompt.Stack{Canvas: window.Canvas(), Live: at, Refocus: refocus}
	return d
}

// Selected returns the scenario that is looked at, and false where there is none.
func (d *Desk) Selected() (scenario.Scenario, bool) {
	return d.Session.Selected()
}

// Say shows what was just done, in a sentence without its full stop, until the next
// change.
func (d *Desk) Say(what string) { d.shell.Say(what) }

// StepsChanged is to be called when a field holds a refused entry now, or no longer.
func (d *Desk) StepsChanged() { d.shell.StepsChanged() }

// SavePicture asks how the picture of the view in front is to be saved.
func (d *Desk) SavePicture() { d.shell.SavePicture() }

// Do makes a change, or says why it is refused.
func (d *Desk) Do(change edit.Change) {
	if err := d.Session.Do(change); err != nil {
		d.Prompts.Tell("error", "This cannot be done", words.Sentence(err))
	}
}

// DoOnce makes a change that is an undo step of its own.
func (d *Desk) DoOnce(change edit.Change) {
	d.Session.Seal()
	d.Do(change)
	d.Seal()
}

// Seal ends the undo step.
func (d *Desk) Seal() {
	d.Session.Seal()
	d.shell.Sealed()
}

// Commit takes over what is being typed, and remembers where.
func (d *Desk) Commit() {
	if focused := d.Window.Canvas().Focused(); focused != nil {
		d.Prompts.Former = focused
	}
	d.Window.Canvas().Unfocus()
}

// TryOnce makes a change that is an undo step of its own and returns in words
// what stands against it, empty where nothing does.
func (d *Desk) TryOnce(change edit.Change) string {
	d.Session.Seal()
	err := d.Session.Do(change)
	d.Seal()
	if err != nil {
		return words.Sentence(err)
	}
	return ""
}

// copyText puts text on the clipboard. On X11 and Wayland the program that copies
// has to answer who pastes, so that what it holds is gone when it ends: there it is
// handed on, as pictures are, to one that stays.
func (d *Desk) copyText(text string) {
	d.App.Clipboard().SetContent(text)
	d.handing.Ask(func(ctx context.Context) error { return d.Keep(ctx, CopiedText, []byte(text)) },
		func(error) {}) // without such a program it is there as long as the window is
}

// What is copied, by the names that programs which keep the desktop's clipboard know.
const (
	CopiedPNG  = "image/png"
	CopiedText = "text/plain;charset=utf-8"
)

// Compared returns the scenarios of the comparison that there are, in the order
// of the rail.
func (d *Desk) Compared() []scenario.Scenario {
	ids := slices.Clone(d.Session.View().Compared)
	slices.SortFunc(ids, func(a, b string) int { return d.Session.Index(a) - d.Session.Index(b) })
	var out []scenario.Scenario
	for _, id := range ids {
		if s, ok := d.Session.Scenario(id); ok && len(out) < edit.MaxCompared {
			out = append(out, s)
		}
	}
	return out
}
