package ui

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"headroom/scenario"
	"headroom/scenario/export"
	"headroom/scenario/export/xlsx/returned"
	"headroom/scenario/preset"
	"headroom/scenario/store/recovery"
	"headroom/ui/picture"
	"headroom/ui/prompt"
	"headroom/ui/system"
	"headroom/ui/workbook"
)

// startPatience is how long a window that is not there yet waits for the file it is
// to open with. One on a disk that does not answer comes up later.
const startPatience = time.Second

// An opened is what was read of a file: a workspace, a picture or document that
// remembers one, or a workbook that came back.
type opened struct {
	path      string
	workspace scenario.Workspace
	record    export.Record     // of a picture or document
	carrier   bool              // whether it is one
	returned  returned.Workbook // of a workbook
	workbook  bool              // whether it is one
	stamp     recovery.Stamp
	lock      *recovery.FileLock // nil where there is none
	inUse     bool               // another window has the file open
	err       error
}

// Open opens the workspace at path in place of the present one. It is read aside;
// where it cannot be opened the reason is told and the present one stays.
func (p *Planner) Open(path string) { p.read(path, p.onOpened) }

// read reads the workspace at path aside and then does what is to be done with it.
func (p *Planner) read(path string, then func(opened)) {
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	}
	p.bar.wait("Opening " + filepath.Base(path) + "…")
	revision, held := p.Session.Revision(), p.safety.lock
	read := func(context.Context) opened { return p.safety.read(path, held) }
	show := func(o opened) {
		p.bar.wait("")
		// A workbook takes nothing away.
		if p.Session.Revision() == revision || !p.Session.Dirty() || o.workbook {
			then(o)
			return
		}
		// What was changed while the file was read is not to be lost by it.
		p.safety.letGo(o)
		p.unlessUnsaved("open another workspace", func() { p.read(path, then) })
	}
	if p.shown {
		p.opening.Ask(read, show)
		return
	}
	var o opened
	p.Live.RunAtStart(startPatience, func() { o = read(context.Background()) }, func() { show(o) })
}

// read reads the file at path, aside; held is the lock that the window has.
func (s *safety) read(path string, held *recovery.FileLock) opened {
	o := opened{path: path, carrier: slices.Contains(export.CarrierExtensions(), strings.ToLower(filepath.Ext(path)))}
	if o.carrier {
		o.record, o.err = picture.Read(path)
		return o
	}
	if o.workbook = workbook.Is(path); o.workbook {
		o.returned, o.err = workbook.Read(path)
		return o
	}
	if o.workspace, o.stamp, o.err = recovery.ReadFile(path); o.err == nil {
		o.lock, o.inUse = s.lockOf(path, held)
	}
	return o
}

// onOpened shows what was read.
func (p *Planner) onOpened(o opened) {
	switch {
	case o.carrier:
		p.showCarried(o)
	case o.workbook && o.err != nil:
		p.Prompts.Tell("error", "The workbook cannot be opened", workbook.Fault(o.path, o.err))
	case o.workbook:
		workbook.Show(p.Desk, o.path, o.returned, func() { p.setView(ViewCompare) })
	case o.err != nil:
		p.Prompts.Tell("error", "The workspace cannot be opened", system.Fault(o.path, o.err))
	case o.inUse:
		p.askInUse(o, func() { p.showOpened(o) }, nil)
	default:
		p.showOpened(o)
	}
}

// askInUse asks whether to open a file that another window has open.
func (p *Planner) askInUse(o opened, open, leave func()) {
	p.Prompts.Show(prompt.Prompt{
		Name: "in-use", Title: "Open it a second time?", Accept: "Open all the same", OnCancel: leave,
		Message: fmt.Sprintf("%s is open in another window. What one window saves, the other would replace.", filepath.Base(o.path)),
		OnAccept: func() string {
			open()
			return ""
		},
	})
}

// onChosen shows what was read of a file chosen in the prompt for one, which stays
// where it cannot be opened, so that another one can be chosen.
func (p *Planner) onChosen(o opened, done func(fault string)) {
	switch {
	case o.carrier && o.err != nil:
		done(picture.Fault(o.path, o.err))
	case o.workbook && o.err != nil:
		done(workbook.Fault(o.path, o.err))
	case o.err != nil:
		done(system.Fault(o.path, o.err))
	case o.inUse:
		p.askInUse(o, func() {
			done("")
			p.showOpened(o)
		}, func() { done(filepath.Base(o.path) + " is open in another window. Choose another file.") })
	default:
		done("")
		p.onOpened(o)
	}
}

func (p *Planner) showOpened(o opened) {
	p.Settings.AddRecent(o.path)
	p.safety.replaced(o.lock, o.stamp)
	p.replace(o.workspace, o.path)
}

// replace shows another workspace; its history starts again.
func (p *Planner) replace(w scenario.Workspace, file string) {
	p.file = file
	p.opens++
	p.Book.Clear()
	for _, panel := range p.panels {
		panel.Forget()
	}
	p.Session.Replace(w)
	p.menu.showRecent()
	p.menu.show()
}

// onNew starts over with the default workspace.
func (p *Planner) onNew() {
	p.unlessUnsaved("start a new workspace", func() {
		p.opening.Drop()
		p.bar.wait("")
		p.safety.replaced(nil, recovery.Stamp{})
		p.replace(preset.Default(), "")
	})
}

// onOpen asks for a workspace and opens it.
func (p *Planner) onOpen() {
	p.unlessUnsaved("open another workspace", func() {
		p.Prompts.AskPath(prompt.PathRequest{
			Fault: system.Fault, Name: "open", Title: "Open a workspace", Accept: "Open", Kind: openableFile,
			Message: "Or a picture, PDF or page of HTML that remembers one, or a workbook that came back.",
			Folder:  p.Settings.Folder(),
			Aside: func(path string, done func(fault string)) {
				p.read(path, func(o opened) { p.onChosen(o, done) })
			},
			OnCancel: func() {
				p.opening.Drop()
				p.bar.wait("")
			},
		})
	})
}
