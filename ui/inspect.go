package ui

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"headroom/scenario"
	"headroom/ui/inspect"
	"headroom/ui/live"
)

// InspectVariable names the environment variable that holds the path of the
// inspection file: a description of what is on the screen, for tests and
// assistive scripts. CONTRIBUTING describes it.
const InspectVariable = "HEADROOM_INSPECT"

// inspectInterval is the shortest time between two writes of the inspection.
const inspectInterval = 50 * time.Millisecond

// Inspect describes what is on the screen now.
func (p *Planner) Inspect() inspect.Screen {
	canvas := p.Window.Canvas()
	scale := canvas.Scale()
	size := canvas.Size()
	c := inspect.NewSnapshot(p.App.Driver(), scale)
	p.snapshot(c)
	in := inspect.Screen{
		View: string(p.view), Dialog: p.Prompts.Name(), Scale: scale,
		Size:     [2]int{int(size.Width*scale + 0.5), int(size.Height*scale + 0.5)},
		Revision: p.Session.Revision(), Drawn: p.Front().Drawn(), Pending: p.Live.Pending(),
		File: p.file, Unsaved: p.Session.Dirty(), Widgets: c.Seen(), Results: map[string]any{},
	}
	if focused, ok := canvas.Focused().(fyne.CanvasObject); ok {
		at := p.App.Driver().AbsolutePositionForObject(focused)
		in.Focus = [2]int{int(at.X*scale + 0.5), int(at.Y*scale + 0.5)}
	}
	if s, ok := p.Selected(); ok {
		in.Selected = s.ID
		in.Results = results(p.Book.Projection(s))
	}
	return in
}

// results returns the results of a scenario by their names in the model, as they
// are, unrounded; nil where there is none.
func results(p scenario.Projection) map[string]any {
	t := p.Total
	r := map[string]any{
		"cap-reached": nil, "cap-used": nil, "headroom": nil, "actuals-through": nil, "pace-now": nil,
		"revenue": t.Revenue, "due": t.Due,
		"paid": t.Paid, "forgone": t.Forgone, "net": t.Net, "present-value": t.PresentValue,
	}
	if !p.ActualsThrough.IsZero() {
		r["actuals-through"], r["pace-now"] = p.ActualsThrough.String(), p.Pace.Now
	}
	for _, need := range p.Pace.Needed {
		if name := "pace-needed:" + strconv.Itoa(need.By.Year()); need.Known {
			r[name] = need.Annual
		} else {
			r[name] = nil
		}
	}
	if t.Reached.Ever() {
		r["cap-reached"] = t.Reached.String()
	}
	if used, ok := t.CapUsed(); ok {
		r["cap-used"] = used
	}
	if t.Capped {
		r["headroom"] = t.Headroom
	}
	return r
}

// startInspecting keeps the inspection file up to date: it is written again, whole,
// whenever what is on the screen has changed.
func (p *Planner) startInspecting(path string) {
	file := inspection{path: path, live: p.Live}
	p.stops = append(p.stops, p.Live.Every(inspectInterval, func() {
		if !file.busy {
			file.tell(p.Inspect())
		}
	}))
}

// An inspection is the file that tells what is on the screen. It is written aside, which
// is no work that the screen waits for.
type inspection struct {
	path string
	live *live.Live
	busy bool // being written: the next turn tells what is on the screen then

	// Of what is written aside, one time after another.
	held    []byte // what the file holds
	failing bool
}

// tell writes what is on the screen where the file does not say so already.
func (f *inspection) tell(in inspect.Screen) {
	f.busy = true
	f.live.Go(func() {
		f.write(in)
		f.live.Do(func() { f.busy = false })
	})
}

// write is tell, aside. Where it fails, as on Windows while somebody reads the file, the
// next turn tries again.
func (f *inspection) write(in inspect.Screen) {
	data, err := json.Marshal(in)
	if err != nil || bytes.Equal(data, f.held) {
		return
	}
	err = writeInspection(f.path, data)
	if err == nil {
		f.held = data
	} else if !f.failing {
		fyne.LogError("write the inspection file", err)
	}
	f.failing = err != nil
}

// writeInspection replaces the file at path, readable to its owner only.
func writeInspection(path string, data []byte) error {
	temp, err := os.CreateTemp(filepath.Dir(path), ".inspect-*")
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name())
	_, err = temp.Write(append(data, '\n'))
	if closing := temp.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return err
	}
	return os.Rename(temp.Name(), path)
}
