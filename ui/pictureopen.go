package ui

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"headroom/scenario/export"
	"headroom/scenario/store/recovery"
	"headroom/scenario/unit"
)

// showCarried brings back what a picture or a document remembers, in place of the
// present workspace: its scenarios, and the view it was of. It has no file of its own.
func (p *Planner) showCarried(o opened) {
	if o.err != nil {
		p.Prompts.Tell("error", "The file cannot be opened", carrierFault(o.path, o.err))
		return
	}
	p.Settings.AddRecent(o.path)
	p.safety.replaced(nil, recovery.Stamp{})
	p.replace(o.record.Workspace, "")
	p.showAs(o.record.View)
	if changes := o.record.Changes(); len(changes) > 0 {
		p.Prompts.Tell("changed-figures", "These figures no longer come out the same", p.changeWords(o.record.Program, changes))
		return
	}
	p.bar.say("Opened from " + filepath.Base(o.path))
}

func readCarrier(path string) (export.Record, error) {
	info, err := os.Stat(path)
	if err != nil {
		return export.Record{}, err
	}
	if !info.Mode().IsRegular() {
		return export.Record{}, fmt.Errorf("open %q: %w", filepath.Base(path), fs.ErrInvalid)
	}
	f, err := os.Open(path)
	if err != nil {
		return export.Record{}, err
	}
	defer f.Close()
	return export.Extract(f)
}

// carrierFault says why a picture or a document brings nothing back.
func carrierFault(path string, err error) string {
	if errors.Is(err, export.ErrNoRecord) {
		return fmt.Sprintf("%s remembers no scenarios. To open one again, tick \"Remember the scenarios\" when it is saved; some programs that save it afterwards leave them out.", filepath.Base(path))
	}
	return fileFault(path, err)
}

// changeWords says what a file showed and what comes out now.
func (p *Planner) changeWords(program string, changes []export.Change) string {
	words := []string{"The file was saved by " + program + "."}
	for _, c := range changes {
		name := c.Now.ID
		if s, ok := p.Session.Scenario(c.Now.ID); ok {
			name = s.Name
		}
		words = append(words, fmt.Sprintf("%s: it showed the cap %s and %s paid; now the cap is %s and %s paid.",
			name, pictureReached(c.Then.Reached), c.Then.Paid.Table(), pictureReached(c.Now.Reached), c.Now.Paid.Table()))
	}
	return strings.Join(words, " ")
}

// pictureReached says when a cap is reached, as the figures of a file give it.
func pictureReached(reached string) string {
	switch reached {
	case "":
		return "not reached"
	case "before":
		return "reached before the first year"
	}
	if day, err := unit.ParseDate(reached); err == nil {
		return "reached on " + day.Medium()
	}
	return "reached on " + unit.Printable(reached)
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
