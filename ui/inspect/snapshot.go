package inspect

import "fyne.io/fyne/v2"

// A Seen is a widget that can be seen, as the inspection file has it. Positions are
// pixels within the window.
type Seen struct {
	Name    string `json:"name"`
	Kind    string `json:"kind"`
	Label   string `json:"label"`
	X       int    `json:"x"`
	Y       int    `json:"y"`
	Width   int    `json:"width"`
	Height  int    `json:"height"`
	Text    string `json:"text"`
	Enabled bool   `json:"enabled"`
	Focused bool   `json:"focused"`
	Error   string `json:"error"`
}

// A Snapshot collects the widgets that can be seen.
type Snapshot struct {
	driver fyne.Driver
	scale  float32
	area   [2]fyne.Position // what of the window the widgets to come may cover
	seen   []Seen
}

// NewSnapshot begins one of a window that driver draws, at scale pixels to a logical
// one.
func NewSnapshot(driver fyne.Driver, scale float32) *Snapshot {
	s := &Snapshot{driver: driver, scale: scale, seen: []Seen{}}
	s.Within(nil)
	return s
}

// Seen returns what was collected so far, never nil.
func (s *Snapshot) Seen() []Seen { return s.seen }

// Within limits the widgets to come to what is visible through clip, such as
// the scroller around them; nil is the whole window.
func (s *Snapshot) Within(clip fyne.CanvasObject) {
	if clip == nil {
		s.area = [2]fyne.Position{{}, {X: 1e6, Y: 1e6}}
		return
	}
	from := s.driver.AbsolutePositionForObject(clip)
	s.area = [2]fyne.Position{from, from.AddXY(clip.Size().Width, clip.Size().Height)}
}

// Add takes in the widgets that are visible.
func (s *Snapshot) Add(widgets ...Widget) {
	for _, w := range widgets {
		if !w.Visible() {
			continue
		}
		at := s.Origin(w)
		if at.IsZero() { // in no visible tree
			continue
		}
		n := w.Inspect()
		s.Put(at, w.Size(), Seen{
			Name: w.InspectName(), Kind: n.Kind, Label: n.Label, Text: n.Text, Error: n.Fault, Enabled: n.Enabled, Focused: n.Focused,
		})
	}
}

// Origin returns where an object begins in the window, in logical pixels; zero where
// it is in no visible tree.
func (s *Snapshot) Origin(object fyne.CanvasObject) fyne.Position {
	return s.driver.AbsolutePositionForObject(object)
}

// Put takes in what lies at a place of the window, in logical pixels, where it can be
// seen.
func (s *Snapshot) Put(at fyne.Position, size fyne.Size, w Seen) {
	middle := at.AddXY(size.Width/2, size.Height/2)
	if middle.X < s.area[0].X || middle.Y < s.area[0].Y || middle.X > s.area[1].X || middle.Y > s.area[1].Y {
		return
	}
	w.X, w.Y = int(at.X*s.scale+0.5), int(at.Y*s.scale+0.5)
	w.Width, w.Height = int(size.Width*s.scale+0.5), int(size.Height*s.scale+0.5)
	s.seen = append(s.seen, w)
}
