package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"headroom/ui/inspect"
	"headroom/ui/look"
)

// A Slider chooses among the ticks of a scale. Displaying a value between two
// ticks or outside the scale moves the knob, never the value.
type Slider struct {
	widget.DisableableWidget
	look.Control
	labeled
	knobEdit

	// Name is the slider's path, and its name in the inspection file.
	Name string
	// OnEdit is called with each value while the knob is dragged or a key held.
	OnEdit func(v float64)
	// Text, where set, writes the value for the inspection file.
	Text func(v float64) string

	scale Scale
	value float64
	tick  int
}

var (
	_ fyne.Focusable    = (*Slider)(nil)
	_ fyne.Draggable    = (*Slider)(nil)
	_ fyne.Disableable  = (*Slider)(nil)
	_ desktop.Mouseable = (*Slider)(nil)
	_ desktop.Hoverable = (*Slider)(nil)
	_ desktop.Keyable   = (*Slider)(nil)
)

// NewSlider returns a slider whose knob stands at the scale's first tick.
func NewSlider(name string, scale Scale) *Slider {
	s := &Slider{Name: name, scale: scale, value: scale.Value(0)}
	s.ExtendBaseWidget(s)
	s.SetOwner(s)
	return s
}

// Value returns the value last displayed or chosen.
func (s *Slider) Value() float64 { return s.value }

// Display moves the knob to a value, or to the end where the value lies beyond
// it, without telling OnEdit.
func (s *Slider) Display(v float64) {
	if same(v, s.value) {
		return
	}
	s.value = v
	s.place()
}

// place moves the knob to the value.
func (s *Slider) place() {
	if tick := s.clamp(s.scale.Tick(s.value)); tick != s.tick {
		s.tick = tick
		s.Refresh()
	}
}

func (s *Slider) clamp(tick int) int { return min(s.scale.Ticks, max(0, tick)) }

// choose moves the knob to a tick by the user's hand.
func (s *Slider) choose(tick int) {
	tick = s.clamp(tick)
	v := s.scale.Value(tick)
	if same(v, s.value) {
		return
	}
	s.editing = true
	s.value = v
	if tick != s.tick {
		s.tick = tick
		s.Refresh()
	}
	if s.OnEdit != nil {
		s.OnEdit(v)
	}
}

// MouseDown takes hold of the knob, or moves it to the pointer.
func (s *Slider) MouseDown(event *desktop.MouseEvent) {
	s.TellPress(true)
	if s.Disabled() || event.Button != desktop.MouseButtonPrimary {
		return
	}
	look.TakeFocus(s)
	s.pressed = true
	s.offset = event.Position.X - s.knob()
	if s.offset < -knobRadius || s.offset > knobRadius {
		s.offset = 0
		s.choose(s.at(event.Position.X))
	}
}

// MouseUp lets go of the knob.
func (s *Slider) MouseUp(*desktop.MouseEvent) {
	s.TellPress(false)
	s.release()
}

// Dragged moves the knob with the pointer.
func (s *Slider) Dragged(event *fyne.DragEvent) {
	if s.Disabled() {
		return
	}
	if !s.pressed {
		s.pressed, s.offset = true, 0
	}
	s.choose(s.at(event.Position.X - s.offset))
}

// DragEnd lets go of the knob.
func (s *Slider) DragEnd() { s.release() }

// TypedKey moves the knob by a tick, ten with Shift or by page, or to an end.
func (s *Slider) TypedKey(event *fyne.KeyEvent) {
	if s.Disabled() {
		return
	}
	ticks := s.ticks()
	switch event.Name {
	case fyne.KeyLeft, fyne.KeyDown:
		s.choose(s.tick - ticks)
	case fyne.KeyRight, fyne.KeyUp:
		s.choose(s.tick + ticks)
	case fyne.KeyPageDown:
		s.choose(s.tick - 10)
	case fyne.KeyPageUp:
		s.choose(s.tick + 10)
	case fyne.KeyHome:
		s.choose(0)
	case fyne.KeyEnd:
		s.choose(s.scale.Ticks)
	default:
		look.PassKey(event, s)
	}
}

// FocusLost ends an edit by keys.
func (s *Slider) FocusLost() {
	s.shift = false
	s.endKeys()
	s.Control.FocusLost()
}

// InspectName returns the slider's name in the inspection file.
func (s *Slider) InspectName() string { return s.Name }

// Inspect returns what the inspection file tells of the slider.
func (s *Slider) Inspect() inspect.Node {
	n := inspect.Node{Kind: "slider", Label: s.label(s.Tooltip()), Enabled: !s.Disabled(), Focused: s.Focused()}
	if s.Text != nil {
		n.Text = s.Text(s.value)
	}
	return n
}
