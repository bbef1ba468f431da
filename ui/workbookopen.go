package ui

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"headroom/scenario/edit"
	"headroom/scenario/export/xlsx/returned"
	"headroom/scenario/preset"
	"headroom/scenario/words"
	"headroom/ui/prompt"
	"headroom/ui/system"
)

// workbookExtension is that of workbooks, which were sent out and come back.
const workbookExtension = ".xlsx"

func isWorkbook(path string) bool {
	return strings.HasSuffix(strings.ToLower(path), workbookExtension)
}

// readWorkbook reads what came back in a workbook.
func readWorkbook(path string) (returned.Workbook, error) {
	f, err := system.OpenRegular(path)
	if err != nil {
		return returned.Workbook{}, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, returned.MaxSize+1))
	if err != nil {
		return returned.Workbook{}, err
	}
	return returned.Read(data)
}

// showWorkbook asks what is to become of what was changed in a workbook: it takes its
// place beside the scenarios that were sent out, or instead of them. The workspace stays,
// and what is done is one step that can be undone.
func (p *Planner) showWorkbook(o opened) {
	name := filepath.Base(o.path)
	switch {
	case o.err != nil:
		p.Prompts.Tell("error", "The workbook cannot be opened", workbookFault(o.path, o.err))
		return
	case len(o.returned.Changed) == 0:
		p.bar.say("Nothing was changed in " + name)
		return
	}
	question := prompt.Prompt{
		Name: "returned", Title: "Take over what was changed in " + name + "?",
		Message: returnedWords(o.returned),
		Accept:  "Put beside", OnAccept: func() string { return p.takeBack(o, false) },
	}
	if !p.strange(o.returned) {
		question.Other = "Put in its place"
		question.OnOther = func() { p.takeBack(o, true) }
	}
	p.Prompts.Show(question)
}

// strange reports whether a scenario that came back is none of the workspace: then
// there is nothing in whose place it could be put.
func (p *Planner) strange(r returned.Workbook) bool {
	for _, c := range r.Changed {
		if _, found := p.Session.Scenario(c.Scenario.ID); !found {
			return true
		}
	}
	return false
}

// takeBack puts what came back into the workspace. A scenario that is none of it comes
// with the one that was sent, to stand beside it.
func (p *Planner) takeBack(o opened, replace bool) (fault string) {
	p.Commit()
	name := "take over " + filepath.Base(o.path)
	var changes []edit.Change
	for _, c := range o.returned.Changed {
		if _, found := p.Session.Scenario(c.Scenario.ID); !found {
			changes = append(changes, edit.AddScenario(o.returned.Sent.Scenarios[o.returned.Sent.Find(c.Scenario.ID)]))
		}
	}
	returned := o.returned.Scenarios()
	for i := range returned {
		returned[i].Color = preset.FreeColorBeside(p.Session.Workspace(), returned[i].ID)
	}
	changes = append(changes, edit.TakeBack(name, returned, replace))
	if err := p.Session.Do(edit.Group(name, changes...)); err != nil {
		return words.Sentence(err)
	}
	p.bar.say("Taken over from " + filepath.Base(o.path))
	return ""
}

// returnedWords says what was changed, the first changes of each scenario.
func returnedWords(r returned.Workbook) string {
	const most = 8
	var lines []string
	for _, c := range r.Changed {
		lines = append(lines, c.Scenario.Name)
		for _, change := range c.Changes[:min(most, len(c.Changes))] {
			lines = append(lines, "    "+change.String())
		}
		if more := len(c.Changes) - most; more > 0 {
			lines = append(lines, fmt.Sprintf("    and %d more", more))
		}
	}
	return strings.Join(lines, "\n")
}

// workbookFault says why a workbook brings nothing back.
func workbookFault(path string, err error) string {
	const most = 6
	var unsound returned.Unsound
	switch {
	case errors.As(err, &unsound):
		lines := unsound.Lines()
		if more := len(lines) - most; more > 0 {
			lines = append(lines[:most], fmt.Sprintf("and %d more", more))
		}
		return fmt.Sprintf("%s has figures that no scenario can have:\n%s", filepath.Base(path), strings.Join(lines, "\n"))
	case errors.Is(err, returned.ErrNotOurs):
		return fmt.Sprintf("%s is no workbook that Headroom has written, or the program that saved it left out what tells one.", filepath.Base(path))
	}
	return system.Fault(path, err)
}
