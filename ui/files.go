package ui

import (
	"fyne.io/fyne/v2"

	"headroom/scenario/edit"
	"headroom/scenario/export"
	"headroom/scenario/store"
	"headroom/ui/desk"
	"headroom/ui/field"
	"headroom/ui/inspect"
	"headroom/ui/prompt"
	"headroom/ui/workbook"
)

var (
	workspaceFile = prompt.FileKind{What: "workspace", Extension: store.Extension, Accepted: []string{".json"}}
	// What can be opened: a workspace, a picture or document that remembers one, or a
	// workbook that came back.
	openableFile = prompt.FileKind{What: "workspace", Extension: store.Extension, Accepted: append([]string{".json", workbook.Extension}, export.CarrierExtensions()...)}
)

// onClose closes the window, once nothing unsaved is lost by it.
func (p *Planner) onClose() {
	if name := p.Prompts.Name(); name == "unsaved" || name == "saving" {
		return
	}
	p.unlessUnsaved("close the window", func() {
		p.Settings.SetWindowSize(p.Window.Canvas().Size())
		p.Settings.SetPane(desk.KeyRail, p.share.Remembered())
		for _, panel := range p.panels {
			panel.Remember()
		}
		p.stop()
		p.safety.close()
		p.Window.Close()
	})
}

// onDropped opens the first workspace, picture or document that remembers one, or
// workbook that came back, dropped on the window.
func (p *Planner) onDropped(_ fyne.Position, files []fyne.URI) {
	for _, file := range files {
		if openableFile.Accepts(file.Path()) {
			if workbook.Is(file.Path()) {
				p.Open(file.Path()) // which replaces nothing
				return
			}
			p.unlessUnsaved("open another workspace", func() { p.Open(file.Path()) })
			return
		}
	}
	p.Prompts.Tell("error", "This cannot be opened", "Drop a workspace on the window, a file whose name ends in "+store.Extension+", a picture, PDF or page of HTML that remembers one, or a workbook that came back.")
}

// onRenameWorkspace asks for the name of the workspace.
func (p *Planner) onRenameWorkspace() {
	p.Commit()
	name := field.NewText("dialog.name", "Name of the workspace")
	name.Display(p.Session.Name())
	p.Prompts.Show(prompt.Prompt{
		Name: "rename-workspace", Title: "Rename the workspace", Accept: "Rename", First: name,
		Fields: []inspect.Widget{name}, Content: name,
		OnAccept: func() string {
			name.Commit()
			return p.TryOnce(edit.RenameWorkspace(name.Value()))
		},
	})
}
