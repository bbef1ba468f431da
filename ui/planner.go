package ui

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario"
	"headroom/scenario/store"
	"headroom/ui/compare"
	"headroom/ui/deal"
	"headroom/ui/desk"
	"headroom/ui/document"
	"headroom/ui/explore"
	"headroom/ui/inspect"
	"headroom/ui/live"
	"headroom/ui/look"
	"headroom/ui/picture"
	"headroom/ui/plan"
	"headroom/ui/rail"
	"headroom/ui/risk"
	"headroom/ui/system"
)

// A View is one of the planner's views, each of which answers one question.
type View string

// The views, by their names in the inspection file.
const (
	ViewPlan    View = "plan"
	ViewCompare View = "compare"
	ViewExplore View = "explore"
	ViewRisk    View = "risk"
	ViewDeal    View = "deal"
)

// Options say what a planner starts with.
type Options struct {
	Workspace scenario.Workspace // shown until a file is opened
	Inspect   string             // path of the inspection file, empty for none
	Recovery  string             // folder of recovery copies and locks, empty for none
	Unkept    error              // why there is no such folder, nil where none is wanted
	Room      fyne.Size          // for a window on the screen, in logical pixels; 0 where not known
	LookIsSet bool               // whether the app knows from the start if it is light or dark
	Plain     bool               // surfaces are Fyne's own rectangles, whatever that costs
	Live      *live.Live         // live.New() in a real window

	// Keep hands what is copied to what keeps it when the window is gone: KeepCopied
	// in a real window, nil for nowhere.
	Keep func(ctx context.Context, kind string, data []byte) error
}

// nothingKept stands for the desktop's clipboard where there is none.
func nothingKept(context.Context, string, []byte) error { return system.ErrNoClipboard }

// A Planner is the window: a rail of scenarios, a bar of commands, and the view
// that is looked at. All of its methods belong on the UI goroutine.
type Planner struct {
	*desk.Desk

	file  string // path of the open workspace, empty where it has none
	view  View
	stops []func()
	shown bool // the window is there

	opens       int                  // counts the workspaces opened so far
	opening     *live.Latest[opened] // what is being read
	looking     *live.Latest[opened] // whether another program has changed the open file
	saving      bool                 // something is being written
	afterSaving []func()             // what waits for that

	bar    *topBar
	last   *lastFile
	rail   *rail.Rail
	panels map[View]desk.View
	body   *fyne.Container
	split  *container.Split
	share  *rail.Share // of the split
	menu   *menu
	mode   *mode
	safety *safety
}

// New builds the window of the planner in app; ShowAndRun opens it.
func New(app fyne.App, o Options) *Planner {
	p := &Planner{view: ViewPlan}
	keep := o.Keep
	if keep == nil {
		keep = nothingKept
	}
	p.Desk = desk.New(app, app.NewWindow(Name), o.Live, o.Workspace, p, keep, p.refocus)
	p.File = func() string { return p.file }
	p.mode = startMode(p, o.LookIsSet, o.Plain)
	p.bar = newTopBar(p)
	p.last = newLastFile(p)
	p.rail = rail.New(p.Desk)
	p.panels = map[View]desk.View{ViewPlan: plan.New(p.Desk), ViewCompare: compare.New(p.Desk, p.onAmendedAgainstPrior), ViewExplore: explore.New(p.Desk), ViewRisk: risk.New(p.Desk), ViewDeal: deal.New(p.Desk)}
	p.body = container.NewStack()
	for _, view := range views {
		p.body.Add(p.panels[view.view].Object())
	}
	p.split = container.NewHSplit(p.rail.Object(), p.body)
	p.share = rail.NewShare(p.split, p.Settings.Pane(desk.KeyRail, 0.165))
	content := container.New(&look.StackLayout{Grows: 2, OnWidth: p.share.OnWidth}, p.bar.content, p.last.content, p.split)
	p.Window.SetContent(look.WithTooltips(content, p.Window.Canvas()))
	p.Window.SetPadded(false)
	p.menu = newMenu(p)
	p.bindKeys()
	p.Window.SetCloseIntercept(p.onClose)
	p.Window.SetOnDropped(p.onDropped)
	p.Window.Resize(p.Settings.WindowSize(o.Room))
	p.Session.Subscribe(p.show)
	p.safety = startSafety(p, o.Recovery, o.Unkept)
	p.opening = live.NewLatest[opened](p.Live)
	p.opening.Unwanted = p.safety.letGo
	p.looking = live.NewLatest[opened](p.Live)
	app.Lifecycle().SetOnEnteredForeground(func() { p.Live.Do(p.lookAgain) })
	p.setView(ViewPlan)
	if o.Inspect != "" {
		p.startInspecting(o.Inspect)
	}
	return p
}

// Recover offers what windows that were killed have left unsaved.
func (p *Planner) Recover() { p.safety.offer() }

// ShowAndRun shows the window and returns when it is closed.
func (p *Planner) ShowAndRun() {
	p.shown = true
	p.stops = append(p.stops, p.Live.Every(menuInterval, p.menu.layOut))
	p.Window.ShowAndRun()
	p.stop()
	p.safety.ended()
}

// stop ends what is done again and again; once is enough.
func (p *Planner) stop() {
	for _, stop := range p.stops {
		stop()
	}
}

// show brings everything on the screen up to date with the session.
func (p *Planner) show() {
	if title := p.title(); title != p.Window.Title() { // else the window manager draws its frame again
		p.Window.SetTitle(title)
	}
	p.bar.show()
	p.last.show()
	p.rail.Show()
	p.Front().Show()
	p.bar.showSteps() // last, since fields that refused an entry may have given way to others
	if p.menu.refused != (p.refused(nil) != nil) {
		p.menu.show()
	}
}

// setView brings one view to the front.
func (p *Planner) setView(v View) {
	p.Commit()
	p.Prompts.Former = nil // it is of the other view
	p.view = v
	look.LeaveTooltip()
	for view, panel := range p.panels {
		if view == v {
			panel.Object().Show()
		} else {
			panel.Object().Hide()
		}
	}
	p.show()
}

// Front returns the view that is looked at.
func (p *Planner) Front() desk.View { return p.panels[p.view] }

// Rail returns the scenarios at the left.
func (p *Planner) Rail() *rail.Rail { return p.rail }

// snapshot lists the widgets that can be seen.
func (p *Planner) snapshot(c *inspect.Snapshot) {
	p.bar.snapshot(c)
	p.last.snapshot(c)
	p.rail.Snapshot(c)
	p.Front().Snapshot(c)
	p.Prompts.Snapshot(c)
}

// Say shows what was just done, in a sentence without its full stop, until the next
// change.
func (p *Planner) Say(what string) { p.bar.say(what) }

// StepsChanged names what would be undone and redone.
func (p *Planner) StepsChanged() {
	p.menu.show()
	p.bar.showSteps()
}

// SavePicture asks how the picture on the screen is to be saved.
func (p *Planner) SavePicture() {
	p.Commit()
	if pic, name := p.Front().Picture(); pic.Chart != nil {
		picture.Save(p.Desk, pic, name, p.file)
	}
}

// onExport asks which document is to be made of the scenarios.
func (p *Planner) onExport() {
	p.Commit()
	document.Export(p.Desk, p.workspaceName(), p.file)
}

// Sealed names in the menu what would be undone, once a step has come to its end.
func (p *Planner) Sealed() { p.menu.show() }

// onAmendedAgainstPrior holds the selected scenario's outlook under the amended terms
// against the prior ones.
func (p *Planner) onAmendedAgainstPrior() {
	if compare.AgainstPrior(p.Desk) {
		p.setView(ViewCompare)
	}
}

// title returns the window's title: the program, the workspace and whether there
// is something to save.
func (p *Planner) title() string {
	name := p.workspaceName()
	if p.Session.Dirty() {
		name = "• " + name
	}
	return name + " – " + Name
}

// workspaceName returns the workspace's name, or that of its file.
func (p *Planner) workspaceName() string {
	switch name := p.Session.Name(); {
	case name != "":
		return name
	case p.file != "":
		return strings.TrimSuffix(filepath.Base(p.file), store.Extension)
	}
	return "Untitled"
}
