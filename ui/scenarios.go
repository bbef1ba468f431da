package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/preset"
	"headroom/ui/field"
	"headroom/ui/inspect"
	"headroom/ui/look"
	"headroom/ui/prompt"
)

// onAddScenario asks for an outlook and terms, each shipped or blank, and adds a
// scenario of them.
func (p *Planner) onAddScenario() {
	p.Commit()
	outlooks := append(slices.Clone(preset.Outlooks()), preset.BlankOutlook())
	terms := append(slices.Clone(preset.AllTerms()), preset.BlankTerms())
	outlookNames, termsNames := make([]string, len(outlooks)), make([]string, len(terms))
	for i, o := range outlooks {
		outlookNames[i] = o.Name
	}
	for i, t := range terms {
		termsNames[i] = t.Name
	}
	name := field.NewText("dialog.name", "Name of the scenario")
	outlook := field.NewChoice("dialog.outlook", outlookNames, nil)
	term := field.NewChoice("dialog.terms", termsNames, nil)
	suggested := ""
	suggest := func(int) {
		if name.Value() == suggested {
			suggested = suggestedName(outlooks[outlook.Index()], terms[term.Index()])
			name.Display(suggested)
		}
	}
	outlook.OnEdit, term.OnEdit = suggest, suggest
	suggest(0)
	columns := func() *look.Columns { return look.NewColumns(look.Gap, 60, look.Stretch) }
	p.Prompts.Show(prompt.Prompt{
		Name: "add", Title: "Add a scenario", Accept: "Add", First: outlook,
		Fields: []inspect.Widget{outlook, term, name},
		Content: container.NewVBox(
			field.NewRow(columns(), field.NewLabel("Outlook"), outlook),
			field.NewRow(columns(), field.NewLabel("Terms"), term),
			field.NewRow(columns(), field.NewLabel("Name"), name)),
		OnAccept: func() string {
			name.Commit()
			s := preset.New("new", name.Value(), outlooks[outlook.Index()], terms[term.Index()])
			s.Color = preset.FreeColor(p.Session.Workspace())
			return p.TryOnce(edit.AddScenario(s))
		},
	})
}

// suggestedName names a scenario by what it is made of, terms other than those in
// force, which come first, included.
func suggestedName(o preset.Outlook, t preset.Terms) string {
	if o.ID == "" && t.ID == "" {
		return "New scenario"
	}
	name := o.Name
	if o.ID == "" {
		name = "Blank outlook"
	}
	switch t.ID {
	case preset.AllTerms()[0].ID:
		return name
	case "":
		return name + ", blank terms"
	}
	return name + ", " + t.Name
}

// onRenameScenario asks for another name of the selected scenario.
func (p *Planner) onRenameScenario() {
	s, ok := p.Selected()
	if !ok {
		return
	}
	p.Commit()
	name := field.NewText("dialog.name", "Name of the scenario")
	name.Display(s.Name)
	p.Prompts.Show(prompt.Prompt{
		Name: "rename", Title: "Rename the scenario", Accept: "Rename", First: name,
		Fields: []inspect.Widget{name}, Content: name,
		OnAccept: func() string {
			name.Commit()
			return p.TryOnce(edit.RenameScenario(s.ID, name.Value()))
		},
	})
}

// onNote asks for the note of the selected scenario.
func (p *Planner) onNote() {
	s, ok := p.Selected()
	if !ok {
		return
	}
	p.Commit()
	note := field.NewNote("dialog.note", 8, scenario.MaxNote)
	note.SetText(s.Note)
	note.OnRefuse = p.Prompts.Refuse
	p.Prompts.Show(prompt.Prompt{
		Name: "note", Title: "Note on " + s.Name, Accept: "Keep", First: note, Content: note,
		Fields:   []inspect.Widget{note},
		OnAccept: func() string { return p.TryOnce(edit.SetNote(s.ID, note.Text)) },
	})
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

// colorMenu offers the colors for the selected scenario.
func (p *Planner) colorMenu() *fyne.Menu {
	s, _ := p.Selected()
	menu := fyne.NewMenu("Color")
	for i, name := range []string{"Blue", "Vermilion", "Green", "Pink", "Orange", "Sky blue", "Yellow"} {
		color := preset.Color(i)
		item := fyne.NewMenuItem(name, func() { p.DoOnce(edit.SetColor(s.ID, color)) })
		item.Checked = p.Book.Color(s) == color
		menu.Items = append(menu.Items, item)
	}
	return menu
}
