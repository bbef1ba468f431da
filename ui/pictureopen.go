package ui

import (
	"path/filepath"

	"headroom/scenario/export"
	"headroom/scenario/store/recovery"
	"headroom/ui/picture"
)

// showCarried brings back what a picture or a document remembers, in place of the
// present workspace: its scenarios, and the view it was of. It has no file of its own.
func (p *Planner) showCarried(o opened) {
	if o.err != nil {
		p.Prompts.Tell("error", "The file cannot be opened", picture.Fault(o.path, o.err))
		return
	}
	p.Settings.AddRecent(o.path)
	p.safety.replaced(nil, recovery.Stamp{})
	p.replace(o.record.Workspace, "")
	p.showAs(o.record.View)
	if changes := o.record.Changes(); len(changes) > 0 {
		p.Prompts.Tell("changed-figures", "These figures no longer come out the same", picture.Changes(p.Desk, o.record.Program, changes))
		return
	}
	p.bar.say("Opened from " + filepath.Base(o.path))
}

// showAs brings the view to the front that a picture was of.
func (p *Planner) showAs(v export.View) {
	for _, view := range views {
		if p.panels[view.view].ShowAs(v) {
			p.setView(view.view)
			return
		}
	}
	p.setView(ViewPlan)
}
