package workbook

import (
	"path/filepath"

	"headroom/scenario/edit"
	"headroom/scenario/export/xlsx/returned"
	"headroom/scenario/preset"
	"headroom/scenario/words"
	"headroom/ui/desk"
	"headroom/ui/prompt"
)

// Show asks what is to become of what was changed in the workbook at path: it takes its
// place beside the scenarios that were sent out, or instead of them. The workspace stays,
// and what is done is one step that can be undone. Beside is called once it stands beside.
func Show(d *desk.Desk, path string, book returned.Workbook, beside func()) {
	name := filepath.Base(path)
	if len(book.Changed) == 0 {
		unchanged(d, name, book)
		return
	}
	asked := newChanges(d, book)
	question := prompt.Prompt{
		Name: "returned", Title: "Take over what was changed in " + name + "?",
		Content: asked.content(), Width: changesWidth, Scroll: asked.pane, Scrolled: asked.widgets,
		Accept: "Put beside", OnAccept: func() string {
			fault := takeOver(d, name, book, false)
			if fault == "" {
				beside()
			}
			return fault
		},
	}
	if strange(d, book) {
		question.Message = "The workspace does not hold all of these scenarios. Those that are missing come with it, as they were sent."
	} else {
		question.Message = "Put beside, what was changed becomes a scenario of its own, compared with the one that was sent. Put in its place, it replaces that one. Undo takes back either."
		question.Other = "Put in its place"
		question.OnOther = func() {
			if fault := takeOver(d, name, book, true); fault != "" {
				d.Prompts.Tell("error", "This cannot be taken over", fault)
			}
		}
	}
	d.Prompts.Show(question)
}

// unchanged offers the scenarios of a workbook in which nothing was changed, where the
// workspace does not hold them.
func unchanged(d *desk.Desk, file string, book returned.Workbook) {
	const most = 5 // that are named
	var names []string
	var adding []edit.Change
	for _, s := range book.Sent.Scenarios {
		if _, found := d.Session.Scenario(s.ID); !found {
			names, adding = append(names, words.Inner(s.Name, 40)), append(adding, edit.AddScenario(s))
		}
	}
	if len(adding) == 0 {
		d.Say("Nothing was changed in " + file)
		return
	}
	if more := len(names) - most; more > 0 {
		names = append(names[:most], words.Spelled(more, "other scenario"))
	}
	step := "add the scenarios of " + file
	d.Prompts.Ask("returned", "Add the scenarios of "+file+"?",
		"Nothing was changed in it, and the workspace does not hold "+words.List(names)+".", "Add",
		func() { d.DoOnce(edit.Group(step, adding...)) })
}

// strange reports whether a scenario that came back is none of the workspace: then
// there is nothing in whose place it could be put.
func strange(d *desk.Desk, book returned.Workbook) bool {
	for _, c := range book.Changed {
		if _, found := d.Session.Scenario(c.Scenario.ID); !found {
			return true
		}
	}
	return false
}

// takeOver puts what came back into the workspace. A scenario that is none of it comes
// with the one that was sent, to stand beside it.
func takeOver(d *desk.Desk, file string, book returned.Workbook, replace bool) (fault string) {
	d.Commit()
	name := "take over " + file
	var changes []edit.Change
	for _, c := range book.Changed {
		if _, found := d.Session.Scenario(c.Scenario.ID); !found {
			changes = append(changes, edit.AddScenario(book.Sent.Scenarios[book.Sent.Find(c.Scenario.ID)]))
		}
	}
	back := book.Scenarios()
	for i := range back {
		back[i].Color = preset.FreeColorBeside(d.Session.Workspace(), back[i].ID)
	}
	changes = append(changes, edit.TakeBack(name, back, replace))
	if err := d.Session.Do(edit.Group(name, changes...)); err != nil {
		return words.Sentence(err)
	}
	d.Say("Taken over from " + file)
	return ""
}
