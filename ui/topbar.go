package ui

import (
	"fmt"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"headroom/ui/field"
	"headroom/ui/look"
)

// A topBar names the workspace, says whether it is saved, and holds the views
// and the commands used most.
type topBar struct {
	planner *Planner
	content fyne.CanvasObject
	name    *look.Text
	state   *look.Text
	views   *look.Group
	undo    *look.Button
	redo    *look.Button
	named   []field.Inspectable
	said    string // shown until the next change
	at      int    // the revision at which it was said
}

// views in the order of the tabs, with the question each answers.
var views = []struct {
	view        View
	label, asks string
	key         fyne.KeyName
}{
	{ViewPlan, "Plan", "When is the cap reached?", fyne.Key1},
	{ViewCompare, "Compare", "How do these differ?", fyne.Key2},
	{ViewDeal, "Deal", dealQuestion, fyne.Key5},
}

func newTopBar(p *Planner) *topBar {
	b := &topBar{planner: p, name: look.NewMuted(""), state: look.NewMuted("")}
	tabs := make([]look.Option, len(views))
	for i, v := range views {
		tabs[i] = look.Option{Name: "view." + string(v.view), Text: v.label, Hint: fmt.Sprintf("%s (Ctrl+%s)", v.asks, v.key)}
	}
	b.views = look.NewTabs(tabs, func(i int) { p.setView(views[i].view) })
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

	brand := look.NewHeadline(Name, 16)
	b.name.Yielding, b.state.Yielding = true, true
	title := container.New(look.NewColumns(12, 90, look.Stretch, look.Stretch, look.Natural, look.Stretch, look.Natural),
		brand, b.name, b.state, b.views.Object(), layout.NewSpacer(),
		container.New(look.NewColumns(look.Gap), b.undo, b.redo, open, save, saveAs))
	b.content = container.NewBorder(nil, look.NewRule(), nil, nil, container.New(layout.NewCustomPaddedLayout(5, 5, 5, 5), title))
	return b
}

// show brings the bar to the session's state.
func (b *topBar) show() {
	p := b.planner
	b.name.SetText(p.workspaceName())
	b.state.SetText(b.words())
	for i, v := range views {
		if v.view == p.view {
			b.views.Display(i)
		}
	}
	showStep(b.undo, "Undo", "Ctrl+Z", p.session.UndoName())
	showStep(b.redo, "Redo", "Ctrl+Shift+Z", p.session.RedoName())
}

// words says whether the workspace is saved, or what was just done.
func (b *topBar) words() string {
	switch p := b.planner; {
	case b.said != "" && b.at == p.session.Revision():
		return b.said
	case p.session.Dirty():
		return "not saved"
	case p.file == "":
		return ""
	}
	return "saved in " + filepath.Base(b.planner.file)
}

// say shows what was just done, until the next change.
func (b *topBar) say(what string) {
	b.said, b.at = what, b.planner.session.Revision()
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

func (b *topBar) census(c *census) {
	c.within(nil)
	c.add(b.named...)
}
