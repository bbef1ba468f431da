package ui

import (
	"fmt"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"headroom/scenario/words"
	"headroom/ui/inspect"
	"headroom/ui/look"
)

// A topBar names the workspace, says whether it is saved, and holds the views
// and the commands used most.
type topBar struct {
	planner *Planner
	content fyne.CanvasObject
	title   *fyne.Container // brand, name and state
	brand   *look.Text
	name    *look.Text
	state   *look.Text
	views   *look.Group[View]
	undo    *look.Button
	redo    *look.Button
	named   []inspect.Widget
	said    string // shown until the next change
	at      int    // the revision at which it was said
	waits   string // for what the disk is waited for, empty for nothing
}

// views in the order of the tabs, with the question each answers.
var views = []struct {
	view        View
	label, asks string
	key         fyne.KeyName
}{
	{ViewPlan, "Plan", "When is the cap reached?", fyne.Key1},
	{ViewCompare, "Compare", "How do these differ?", fyne.Key2},
	{ViewExplore, "Explore", "What moves it, and what would it take?", fyne.Key3},
	{ViewRisk, "Risk", "How likely is it?", fyne.Key4},
	{ViewDeal, "Deal", words.AskAmendment, fyne.Key5},
}

func newTopBar(p *Planner) *topBar {
	b := &topBar{planner: p, name: look.NewMuted(""), state: look.NewMuted("")}
	tabs := make([]look.Option[View], len(views))
	for i, v := range views {
		tabs[i] = look.Option[View]{Value: v.view, Name: "view." + string(v.view), Text: v.label, Hint: fmt.Sprintf("%s (Ctrl+%s)", v.asks, v.key)}
	}
	b.views = look.NewTabs(tabs, p.setView)
	b.undo = look.NewButton("undo", "Undo", p.onUndo)
	b.redo = look.NewButton("redo", "Redo", p.onRedo)
	open := look.NewButton("open", "Open", p.onOpen)
	save := look.NewButton("save", "Save", p.onSave)
	saveAs := look.NewButton("save-as", "Save as…", p.onSaveAs)
	open.SetTooltip("Open a workspace (Ctrl+O)")
	save.SetTooltip("Save the workspace (Ctrl+S)")
	saveAs.SetTooltip("Save the workspace under another name (Ctrl+Shift+S)")
	for _, view := range b.views.Buttons() {
		b.named = append(b.named, view)
	}
	b.named = append(b.named, b.undo, b.redo, open, save, saveAs)

	b.brand = look.NewHeadline(Name, 16)
	b.name.Yielding, b.state.Yielding = true, true
	b.title = container.New(&titleLayout{b}, b.brand, b.name, b.state)
	commands := look.Row(look.Gap, b.undo, b.redo, open, save, saveAs)
	// As high as the bar the views' line stands on its edge.
	bar := container.New(look.NewColumns(12, look.Stretch, look.Natural, look.Natural).Filled(),
		b.title, b.views.Object(), container.New(layout.NewCustomPaddedLayout(9, 9, 0, 0), commands))
	b.content = look.Stack(0, container.New(layout.NewCustomPaddedLayout(0, 0, 12, 12), bar), look.NewRule())
	return b
}

// A titleLayout puts the name of a workspace behind the program's, and its state
// behind that. Where there is not room for all, the program's is left out, and the
// longer one of the others shortened.
type titleLayout struct{ bar *topBar }

const (
	titleGap   = 12
	brandWidth = 90 + titleGap
	brandRoom  = brandWidth + 180 // from which on the program's name is there
)

func (l *titleLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(titleGap, max(l.bar.name.MinSize().Height, l.bar.state.MinSize().Height))
}

func (l *titleLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	at := float32(0)
	if l.bar.brand.Hidden = size.Width < brandRoom; !l.bar.brand.Hidden {
		at = brandWidth
		l.bar.brand.Move(fyne.Position{})
		l.bar.brand.Resize(fyne.NewSize(brandWidth-titleGap, size.Height))
	}
	room := size.Width - at - titleGap
	name, state := l.bar.name.FullSize().Width, l.bar.state.FullSize().Width
	if name+state > room {
		name = max(room-state, min(name, room/2))
		state = room - name
	}
	l.bar.name.Move(fyne.NewPos(at, 0))
	l.bar.name.Resize(fyne.NewSize(name, size.Height))
	l.bar.state.Move(fyne.NewPos(at+name+titleGap, 0))
	l.bar.state.Resize(fyne.NewSize(state, size.Height))
}

// show brings the bar to the session's state.
func (b *topBar) show() {
	p := b.planner
	if name, state := p.workspaceName(), b.status(); name != b.name.Content || state != b.state.Content {
		b.name.SetText(name)
		b.state.Brief = b.lately()
		b.state.SetText(state)
		b.title.Refresh() // their widths
	}
	b.views.Display(p.view)
}

// showSteps shows whether there is something to undo and redo, and what.
func (b *topBar) showSteps() {
	showStep(b.undo, "Undo", "Ctrl+Z", b.planner.undoName())
	showStep(b.redo, "Redo", "Ctrl+Shift+Z", b.planner.Session.RedoName())
}

// status says what was just done, and whether the workspace is saved.
func (b *topBar) status() string {
	if b.waits != "" {
		return b.waits
	}
	p, dirty := b.planner, b.planner.Session.Dirty()
	if said := b.lately(); said != "" {
		if dirty {
			return said + "; the workspace is not saved"
		}
		return said
	}
	unsaved := "not saved"
	if p.safety != nil && p.safety.unkept != nil {
		unsaved = "not saved nor kept in a recovery copy"
	}
	switch {
	case dirty && p.file != "":
		return unsaved + ", " + filepath.Base(p.file)
	case dirty:
		return unsaved
	case p.file != "":
		return "saved in " + filepath.Base(p.file)
	}
	return ""
}

// lately says what was done since the last change.
func (b *topBar) lately() string {
	if b.at != b.planner.Session.Revision() {
		return ""
	}
	return b.said
}

// say shows what was just done, in a sentence without its full stop, until the
// next change.
func (b *topBar) say(what string) {
	b.said, b.at = what, b.planner.Session.Revision()
	b.show()
}

// wait says what the disk is waited for; empty is nothing any more.
func (b *topBar) wait(what string) {
	b.waits = what
	b.show()
}

// showStep shows whether there is something to undo or redo, and what.
func showStep(b *look.Button, word, keys, name string) {
	if name == "" {
		b.Disable()
		b.SetTooltip(word + " (" + keys + ")")
		return
	}
	b.Enable()
	b.SetTooltip(word + " " + name + " (" + keys + ")")
}

func (b *topBar) snapshot(c *inspect.Snapshot) {
	c.Within(nil)
	c.Add(b.named...)
}
