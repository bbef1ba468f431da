package ui

import (
	"errors"
	"fmt"
	"path/filepath"

	"headroom/scenario"
	"headroom/scenario/store"
	"headroom/scenario/store/recovery"
	"headroom/ui/prompt"
	"headroom/ui/system"
)

// A saving is a workspace on its way to the disk.
type saving struct {
	path    string
	fresh   bool   // under a path that was asked for
	replace bool   // also what another program wrote there
	then    func() // what to go on with once it is saved, nil for nothing
}

// A saved is what came of a saving.
type saved struct {
	inPlace bool // the file holds the workspace, which it may in spite of an error
	inUse   bool // another window has the file: nothing was written
	foreign bool // another program has changed it: nothing was written
	stamp   recovery.Stamp
	lock    *recovery.FileLock
	err     error
}

// save writes the workspace as it is now, aside: what is edited meanwhile stays
// unsaved. One saving follows the other.
func (p *Planner) save(r saving) {
	if p.saving {
		p.afterSaving = append(p.afterSaving, func() { p.save(r) })
		return
	}
	w, written := p.Session.Saving()
	held, stamp, opens := p.safety.lock, p.safety.stamp, p.opens
	if r.path != p.file {
		stamp, r.replace = recovery.Stamp{}, true // agreed to when the path was asked for
	}
	p.saving = true
	p.bar.wait("Saving…")
	p.menu.show()
	var out saved
	p.Live.Run(func() { out = p.safety.save(r, w, stamp, held) }, func() {
		p.saving = false
		p.bar.wait("")
		if p.onWritten(r, out, written, opens); out.lock != held && out.lock != p.safety.lock {
			p.safety.release(out.lock)
		}
		if waiting := p.afterSaving; len(waiting) > 0 {
			p.afterSaving = nil
			for _, do := range waiting {
				do()
			}
		}
	})
}

// save writes w as r asks for, aside. Stamp is that of the file when it was read or
// saved, held the lock that the window has.
func (s *safety) save(r saving, w scenario.Workspace, stamp recovery.Stamp, held *recovery.FileLock) (out saved) {
	out.lock, out.inUse = s.lockOf(r.path, held)
	if out.inUse = out.inUse && r.fresh; out.inUse {
		return out
	}
	if out.foreign = !r.replace && changed(r.path, stamp); out.foreign {
		return out
	}
	data, err := store.Encode(w)
	if err != nil {
		out.err = err
		return out
	}
	out.stamp, out.err = s.write(r.path, data)
	out.inPlace = out.err == nil || errors.Is(out.err, store.ErrNotSynced)
	return out
}

// changed reports whether the file at path holds something else than it did by its
// stamp; what cannot be read is not taken for ours.
func changed(path string, stamp recovery.Stamp) bool {
	if stamp.IsZero() {
		return false
	}
	change, err := stamp.Compare(path)
	return err != nil || change == recovery.Changed
}

// onWritten goes on from what came of a saving. By then another workspace may have
// been opened, by the count of opens, which has nothing to do with it.
func (p *Planner) onWritten(r saving, out saved, written func(), opens int) {
	name := filepath.Base(r.path)
	same := opens == p.opens
	if out.inPlace && same {
		p.file = r.path
		for _, panel := range p.panels { // which may keep something by the file's name
			panel.Remember()
		}
		p.safety.saved(out.lock, out.stamp)
		written()
		p.bar.say("") // such as that it was recovered
		p.show()
	}
	if out.inPlace {
		p.Settings.AddRecent(r.path)
		p.menu.showRecent()
	}
	switch {
	case out.inUse:
		p.Prompts.Tell("error", "The workspace is not saved",
			fmt.Sprintf("%s is open in another window. Choose another name, or close it there.", name))
	case out.foreign && same:
		p.askToReplace(r)
	case !out.inPlace:
		p.Prompts.Tell("error", "The workspace is not saved", system.Fault(r.path, out.err))
	case out.err != nil:
		p.Prompts.Tell("error", "The workspace is saved, but not safe yet",
			fmt.Sprintf("%s is written, but its disk has not confirmed it: a loss of power may undo that. Save it in another folder too.", name))
	case r.then != nil && same:
		r.then()
	}
}

// askToReplace asks before what another program wrote into the open file is lost.
func (p *Planner) askToReplace(r saving) {
	p.Prompts.Show(prompt.Prompt{
		Name: "changed", Title: "Replace what another program wrote?",
		Message: fmt.Sprintf("%s was changed by another program since it was opened here. What that wrote is lost if you replace it.", filepath.Base(r.path)),
		Accept:  "Save as…", Other: "Replace",
		OnAccept: func() string {
			p.saveAs(r.then)
			return ""
		},
		OnOther: func() {
			r.replace = true
			p.save(r)
		},
	})
}

// onSave saves the workspace where it was opened.
func (p *Planner) onSave() {
	p.Commit()
	p.saveAndThen(nil)
	p.Prompts.Resume()
}

// onSaveAs asks where to save the workspace.
func (p *Planner) onSaveAs() { p.saveAs(nil) }

// saveAs asks where to save and then, once it is saved, goes on.
func (p *Planner) saveAs(then func()) {
	p.Commit()
	folder, file := p.Settings.Folder(), system.FileName(p.workspaceName())+store.Extension
	if p.file != "" {
		folder, file = filepath.Dir(p.file), filepath.Base(p.file)
	}
	p.Prompts.AskPath(prompt.PathRequest{
		Own: p.file, Fault: system.Fault,
		Name: "save-as", Title: "Save the workspace", Accept: "Save", Kind: workspaceFile, Saving: true,
		Folder: folder, File: file, OnPath: func(path string) { p.save(saving{path: path, fresh: true, then: then}) },
	})
}

// saveAndThen saves the workspace where it was opened, or asks where, and goes on.
func (p *Planner) saveAndThen(then func()) {
	if p.file == "" {
		p.saveAs(then)
		return
	}
	p.save(saving{path: p.file, then: then})
}

// unlessUnsaved does what would lose unsaved changes only once they are saved or
// given up.
func (p *Planner) unlessUnsaved(what string, do func()) {
	p.Commit()
	if !p.Session.Dirty() {
		do()
		return
	}
	if p.saving {
		p.waitForSaving(what, do)
		return
	}
	p.Prompts.Show(prompt.Prompt{
		Name: "unsaved", Title: "Save the changes first?",
		Message: fmt.Sprintf("%q has changes that are not saved. They are lost if you %s without saving.", p.workspaceName(), what),
		Accept:  "Save", Other: "Don't save",
		OnAccept: func() string {
			p.saveAndThen(do)
			return ""
		},
		OnOther: do,
	})
}

// waitForSaving asks again once what is being written is on the disk, which usually
// is before anyone can read this. Of a disk that does not answer nobody has to wait.
func (p *Planner) waitForSaving(what string, do func()) {
	over := false
	end := func() { over = true }
	shown := p.Prompts.Show(prompt.Prompt{
		Name: "saving", Title: "Still saving…",
		Message: fmt.Sprintf("%q is being written, and the disk takes its time. This goes on by itself once it is saved. What is not written yet is lost if you %s now.", p.workspaceName(), what),
		Accept:  "Don't wait",
		OnAccept: func() string {
			end()
			do()
			return ""
		},
		OnCancel: end,
	})
	p.afterSaving = append(p.afterSaving, func() {
		if !over {
			p.Prompts.Close(shown)
			p.unlessUnsaved(what, do)
		}
	})
}
