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
	"headroom/ui/field"
)

// InspectVariable names the environment variable that holds the path of the
// inspection file: a description of what is on the screen, for tests and
// assistive scripts. CONTRIBUTING describes it.
const InspectVariable = "HEADROOM_INSPECT"

// inspectInterval is the shortest time between two writes of the inspection.
const inspectInterval = 50 * time.Millisecond

// An inspection describes what is on the screen. Positions are pixels within
// the window.
type inspection struct {
	View     string         `json:"view"`
	Dialog   string         `json:"dialog"`
	Scale    float32        `json:"scale"`
	Size     [2]int         `json:"size"`
	Revision int            `json:"revision"`
	Drawn    int            `json:"drawn"`
	Pending  bool           `json:"pending"` // whether something runs aside
	File     string         `json:"file"`
	Unsaved  bool           `json:"unsaved"`
	Selected string         `json:"selected"`
	Focus    [2]int         `json:"focus"` // where what has the focus lies
	Widgets  []inspected    `json:"widgets"`
	Results  map[string]any `json:"results"`
}

// An inspected is one visible widget.
type inspected struct {
	Name    string `json:"name"`
	Kind    string `json:"kind"`
	X       int    `json:"x"`
	Y       int    `json:"y"`
	Width   int    `json:"width"`
	Height  int    `json:"height"`
	Text    string `json:"text"`
	Enabled bool   `json:"enabled"`
	Focused bool   `json:"focused"`
	Error   string `json:"error"`
}

// A census collects the visible widgets.
type census struct {
	driver  fyne.Driver
	scale   float32
	area    [2]fyne.Position // what of the window the widgets to come may cover
	widgets []inspected
}

// within limits the widgets to come to what is visible through clip, such as
// the scroller around them; nil is the whole window.
func (c *census) within(clip fyne.CanvasObject) {
	if clip == nil {
		c.area = [2]fyne.Position{{}, {X: 1e6, Y: 1e6}}
		return
	}
	from := c.driver.AbsolutePositionForObject(clip)
	c.area = [2]fyne.Position{from, from.AddXY(clip.Size().Width, clip.Size().Height)}
}

// add takes in the widgets that are visible.
func (c *census) add(widgets ...field.Inspectable) {
	for _, w := range widgets {
		object, ok := w.(fyne.CanvasObject)
		if !ok || !object.Visible() {
			continue
		}
		at := c.driver.AbsolutePositionForObject(object)
		if at.IsZero() { // in no visible tree
			continue
		}
		kind, text, problem, enabled, focused := w.Inspect()
		c.put(at, object.Size(), inspected{
			Name: w.InspectName(), Kind: kind, Text: text, Error: problem, Enabled: enabled, Focused: focused,
		})
	}
}

// put takes in what lies at a place of the window, where it can be seen.
func (c *census) put(at fyne.Position, size fyne.Size, w inspected) {
	middle := at.AddXY(size.Width/2, size.Height/2)
	if middle.X < c.area[0].X || middle.Y < c.area[0].Y || middle.X > c.area[1].X || middle.Y > c.area[1].Y {
		return
	}
	w.X, w.Y = int(at.X*c.scale+0.5), int(at.Y*c.scale+0.5)
	w.Width, w.Height = int(size.Width*c.scale+0.5), int(size.Height*c.scale+0.5)
	c.widgets = append(c.widgets, w)
}

// inspect describes what is on the screen now.
func (p *Planner) inspect() inspection {
	canvas := p.window.Canvas()
	scale := canvas.Scale()
	size := canvas.Size()
	c := &census{driver: p.app.Driver(), scale: scale, widgets: []inspected{}}
	c.within(nil)
	p.census(c)
	in := inspection{
		View: string(p.view), Dialog: p.dialogs.name(), Scale: scale,
		Size:     [2]int{int(size.Width*scale + 0.5), int(size.Height*scale + 0.5)},
		Revision: p.session.Revision(), Drawn: p.front().Drawn(), Pending: p.live.Pending(),
		File: p.file, Unsaved: p.session.Dirty(), Widgets: c.widgets, Results: map[string]any{},
	}
	if focused, ok := canvas.Focused().(fyne.CanvasObject); ok {
		at := p.app.Driver().AbsolutePositionForObject(focused)
		in.Focus = [2]int{int(at.X*scale + 0.5), int(at.Y*scale + 0.5)}
	}
	if s, ok := p.selected(); ok {
		in.Selected = s.ID
		in.Results = results(p.book.projection(s).Total)
	}
	return in
}

// results returns the results of a scenario by their names in the model, as they
// are, unrounded; nil where there is none.
func results(t scenario.Totals) map[string]any {
	r := map[string]any{
		"cap-reached": nil, "cap-used": nil, "headroom": nil,
		"paid": t.Paid, "forgone": t.Forgone, "net": t.Net, "present-value": t.PresentValue,
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

// startInspecting keeps the inspection file up to date: it is written anew,
// whole, whenever what is on the screen has changed.
func (p *Planner) startInspecting(path string) {
	var last []byte
	p.stops = append(p.stops, p.live.Every(inspectInterval, func() {
		data, err := json.Marshal(p.inspect())
		if err != nil || bytes.Equal(data, last) {
			return
		}
		last = data
		if err := writeInspection(path, data); err != nil {
			fyne.LogError("write the inspection file", err)
		}
	}))
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

// census lists the marks of the chart that can be grabbed.
func (c *chart) census(to *census) {
	if !c.view.Visible() || c.drawn < 0 || c.frame.Plot.Width() == 0 {
		return
	}
	origin := to.driver.AbsolutePositionForObject(c.view)
	if origin.IsZero() {
		return
	}
	const reach = 8
	mark := func(name string, x, y float64, text string) {
		at := origin.AddXY(float32(x)-reach, float32(y)-reach)
		to.put(at, fyne.NewSquareSize(2*reach), inspected{Name: name, Kind: "mark", Text: text, Enabled: true})
	}
	for _, point := range c.frame.Points {
		mark("chart.point."+strconv.Itoa(point.Year), point.X, point.Y, point.Value.Table())
	}
	if c.frame.Capped {
		plot := c.frame.Plot
		at := origin.AddXY(float32(plot.Left), float32(c.frame.CapY)-reach)
		to.put(at, fyne.NewSize(float32(plot.Width()), 2*reach), inspected{
			Name: "chart.cap", Kind: "mark", Text: c.subject.Scenario.Terms.Share.Cap.Headline(), Enabled: true,
		})
	}
	if c.frame.Reached {
		mark("chart.reached", c.frame.ReachedX, c.frame.ReachedY, c.subject.Projection.Total.Reached.Date.Medium())
	}
}
