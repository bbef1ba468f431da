package ui

import (
	"context"
	"path/filepath"
	"reflect"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/preset"
	"headroom/scenario/store/recovery"
	"headroom/scenario/unit"
	"headroom/ui/prompt"
	"headroom/ui/system"
)

// lookAgain sees, once the window is looked at again, whether another program has
// changed the open file meanwhile, or removed it. It asks once about each change, and
// never over another prompt: then it does when the window is next looked at.
func (p *Planner) lookAgain() {
	if p.file == "" || p.saving || p.Prompts.Name() != "" {
		return
	}
	path, stamp, opens := p.file, p.safety.stamp, p.opens
	p.looking.Ask(func(context.Context) opened { return lookAt(path, stamp) }, func(o opened) {
		same := p.opens == opens && p.file == path && p.safety.stamp == stamp && !p.saving
		if o.path == "" || !same || p.Prompts.Name() != "" || p.safety.asked.of(o) {
			return
		}
		p.safety.asked = askedAbout(o)
		p.askAboutForeign(o)
	})
}

// lookAt returns what is at path where that is not what it was by its stamp, and
// nothing where it is. It asks the disk, and is done aside.
func lookAt(path string, stamp recovery.Stamp) opened {
	if change, err := stamp.Compare(path); stamp.IsZero() || err == nil && change == recovery.Unchanged {
		return opened{}
	}
	o := opened{path: path}
	o.workspace, o.stamp, o.err = recovery.ReadFile(path)
	return o
}

// A question is what of a foreign change was asked about already.
type question struct {
	stamp recovery.Stamp
	fault string
}

func askedAbout(o opened) question {
	q := question{stamp: o.stamp}
	if o.err != nil {
		q.fault = o.path + o.err.Error()
	}
	return q
}

func (q question) of(o opened) bool { return q != question{} && q == askedAbout(o) }

// askAboutForeign asks what to do with a file that is not what it was.
func (p *Planner) askAboutForeign(o opened) {
	name := filepath.Base(o.path)
	keep := func() { p.Session.MarkUnsaved() }
	if o.err != nil {
		p.Prompts.Show(prompt.Prompt{
			Name: "foreign", Title: "The file is not as it was",
			Message: system.Fault(o.path, o.err) + "\nWhat is on the screen is still here, and not on the disk any more.",
			Accept:  "Save it again", Other: "Save as…", Dismiss: "Not now",
			OnAccept: func() string {
				keep()
				p.save(saving{path: o.path, replace: true})
				return ""
			},
			OnOther:  func() { keep(); p.onSaveAs() },
			OnCancel: keep,
		})
		return
	}
	message := name + " was changed by another program."
	if p.Session.Dirty() {
		message += " Your own changes, which are not saved, are lost if you reload it."
	}
	p.Prompts.Show(prompt.Prompt{
		Name: "foreign", Title: "Reload the file?", Message: message,
		Accept: "Reload", Other: "Compare both", Dismiss: "Keep mine",
		OnAccept: func() string {
			p.safety.replaced(p.safety.lock, o.stamp)
			p.replace(o.workspace, o.path)
			return ""
		},
		OnOther: func() { keep(); p.compareBoth(o.workspace) },
		OnCancel: func() {
			p.safety.stamp = o.stamp // saving replaces it, which was agreed to
			keep()
		},
	})
}

// compareBoth adds what another program made of a scenario beside it, and compares
// the two: of the selected one, or else of the first that differs.
func (p *Planner) compareBoth(theirs scenario.Workspace) {
	mine, other, found := p.differing(theirs)
	if !found {
		p.Prompts.Tell("error", "There is nothing to compare", "Every scenario of the file that is open here too is the same in both.")
		return
	}
	const from = " (from the file)"
	other.ID, other.Name = "", unit.Shorten(mine.Name, scenario.MaxName-len(from))+from
	other.Color = preset.DistinctColor(p.Session.Workspace(), p.Session.Index(mine.ID))
	if fault := p.TryOnce(edit.AddScenario(other)); fault != "" {
		p.Prompts.Tell("error", "This cannot be compared", fault)
		return
	}
	added, _ := p.Selected()
	p.Do(edit.SetCompared(mine.ID, added.ID))
	p.Do(edit.SetReference(mine.ID))
	p.Do(edit.Select(mine.ID))
	p.setView(ViewCompare)
}

// differing returns a scenario of the session and what it is in another workspace,
// where it is there and not the same.
func (p *Planner) differing(in scenario.Workspace) (mine, other scenario.Scenario, found bool) {
	if s, ok := p.Selected(); ok {
		candidates := append([]scenario.Scenario{s}, p.Session.Workspace().Scenarios...)
		for _, mine := range candidates {
			at := in.Find(mine.ID)
			if at >= 0 && !reflect.DeepEqual(mine, in.Scenarios[at]) {
				return mine, in.Scenarios[at], true
			}
		}
	}
	return mine, other, false
}
