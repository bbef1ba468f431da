package rail

import (
	"fmt"
	"slices"
	"strings"

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

// Add asks for an outlook and terms, each shipped or blank, and adds a
// scenario of them.
func (r *Rail) Add() {
	r.desk.Commit()
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
	r.desk.Prompts.Show(prompt.Prompt{
		Name: "add", Title: "Add a scenario", Accept: "Add", First: outlook,
		Fields: []inspect.Widget{outlook, term, name},
		Content: container.NewVBox(
			field.NewRow(columns(), field.NewLabel("Outlook"), outlook),
			field.NewRow(columns(), field.NewLabel("Terms"), term),
			field.NewRow(columns(), field.NewLabel("Name"), name)),
		OnAccept: func() string {
			name.Commit()
			s := preset.New("new", name.Value(), outlooks[outlook.Index()], terms[term.Index()])
			s.Color = preset.FreeColor(r.desk.Session.Workspace())
			return r.desk.TryOnce(edit.AddScenario(s))
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

// Rename asks for another name of the selected scenario.
func (r *Rail) Rename() {
	s, ok := r.desk.Selected()
	if !ok {
		return
	}
	r.desk.Commit()
	name := field.NewText("dialog.name", "Name of the scenario")
	name.Display(s.Name)
	r.desk.Prompts.Show(prompt.Prompt{
		Name: "rename", Title: "Rename the scenario", Accept: "Rename", First: name,
		Fields: []inspect.Widget{name}, Content: name,
		OnAccept: func() string {
			name.Commit()
			return r.desk.TryOnce(edit.RenameScenario(s.ID, name.Value()))
		},
	})
}

// Note asks for the note of the selected scenario.
func (r *Rail) Note() {
	s, ok := r.desk.Selected()
	if !ok {
		return
	}
	r.desk.Commit()
	note := field.NewNote("dialog.note", 8, scenario.MaxNote)
	note.SetText(s.Note)
	note.SetLabel("Note on " + s.Name)
	note.OnRefuse = r.desk.Prompts.Refuse
	r.desk.Prompts.Show(prompt.Prompt{
		Name: "note", Title: "Note on " + s.Name, Accept: "Keep", First: note, Content: note,
		Fields:   []inspect.Widget{note},
		OnAccept: func() string { return r.desk.TryOnce(edit.SetNote(s.ID, note.Text)) },
	})
}

// Colors offers the colors for the selected scenario.
func (r *Rail) Colors() *fyne.Menu {
	s, _ := r.desk.Selected()
	menu := fyne.NewMenu("Color")
	for i, name := range []string{"Blue", "Vermilion", "Green", "Pink", "Orange", "Sky blue", "Yellow"} {
		color := preset.Color(i)
		item := fyne.NewMenuItem(name, func() { r.desk.DoOnce(edit.SetColor(s.ID, color)) })
		item.Checked = r.desk.Book.Color(s) == color
		menu.Items = append(menu.Items, item)
	}
	return menu
}

// Duplicate adds a copy of the selected scenario, to be compared with it.
func (r *Rail) Duplicate() {
	if s, ok := r.desk.Selected(); ok {
		r.desk.Commit()
		before := r.desk.Session.View().Compared
		r.desk.DoOnce(edit.DuplicateScenario(s.ID, preset.DistinctColor(r.desk.Session.Workspace(), r.desk.Session.Index(s.ID))))
		var left []string
		for _, id := range before {
			if other, ok := r.desk.Session.Scenario(id); ok && !isCompared(r.desk.Session.View(), id) {
				left = append(left, other.Name)
			}
		}
		if len(left) > 0 {
			r.desk.Say("No longer compared: " + strings.Join(left, ", "))
		}
		r.desk.Prompts.Resume()
	}
}

// Delete deletes the selected scenario; undo brings it back.
func (r *Rail) Delete() {
	if s, ok := r.desk.Selected(); ok {
		r.desk.Commit()
		r.desk.DoOnce(edit.DeleteScenario(s.ID))
		r.desk.Say(fmt.Sprintf("Deleted %s", s.Name))
		r.desk.Prompts.Resume()
	}
}
