package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"headroom/ui/inspect"
	"headroom/ui/look"
)

// A Trio is a slider with three knobs that do not cross: the low end of a range, a value
// within it, and the high end. One of the knobs is the one that keys move.
type Trio struct {
	widget.BaseWidget
	look.Control
	labeled
	knobEdit

	// Name is the slider's name in the inspection file.
	Name string
	// OnEdit is called with the knob that moved, 0 to 2 from the low end on, and its value.
	OnEdit func(knob int, v float64)
	// Text writes a value for the inspection file.
	Text func(v float64) string

	scale     Scale
	values    [3]float64
	knob      int  // that keys move
	undecided bool // which of the knobs that lie on one another is dragged
}

var (
	_ fyne.Focusable    = (*Trio)(nil)
	_ fyne.Draggable    = (*Trio)(nil)
	_ desktop.Mouseable = (*Trio)(nil)
	_ desktop.Hoverable = (*Trio)(nil)
	_ desktop.Keyable   = (*Trio)(nil)
)

// NewTrio returns a slider over a scale, all knobs at its first tick.
func NewTrio(name string, scale Scale) *Trio {
	t := &Trio{Name: name, scale: scale, knob: 1}
	first := scale.Value(0)
	t.values = [3]float64{first, first, first}
	t.ExtendBaseWidget(t)
	t.SetOwner(t)
	return t
}

// Held reports whether a knob is being moved, so that its scale must stay.
func (t *Trio) Held() bool { return t.pressed || t.editing }

// Span returns the values at the ends of the scale.
func (t *Trio) Span() (low, high float64) { return t.scale.Value(0), t.scale.Value(t.scale.Ticks) }

// Display moves the knobs to values on a scale without telling OnEdit. A value beyond
// the scale stands at its end.
func (t *Trio) Display(scale Scale, low, middle, high float64) {
	values := [3]float64{low, middle, high}
	oldLow, oldHigh := t.Span()
	if t.scale = scale; values == t.values {
		if newLow, newHigh := t.Span(); newLow == oldLow && newHigh == oldHigh {
			return
		}
	}
	t.values = values
	t.Refresh()
}

func (t *Trio) tick(knob int) int {
	return min(t.scale.Ticks, max(0, t.scale.Tick(t.values[knob])))
}

// choose moves a knob to a tick by the user's hand, no further than the next one.
func (t *Trio) choose(knob, tick int) {
	v := t.scale.Value(min(t.scale.Ticks, max(0, tick)))
	if knob > 0 {
		v = max(v, t.values[knob-1])
	}
	if knob < 2 {
		v = min(v, t.values[knob+1])
	}
	if same(v, t.values[knob]) {
		return
	}
	t.editing = true
	t.values[knob] = v
	t.Refresh()
	if t.OnEdit != nil {
		t.OnEdit(knob, v)
	}
}

func (t *Trio) release() {
	t.undecided = false
	t.knobEdit.release()
}

// nearest returns the knob nearest to a place. Of those that lie on one another it is
// the one that can move there, which stays undecided where the place is on them.
func (t *Trio) nearest(x float32) (knob int, undecided bool) {
	far := func(k int) float32 { return max(x-t.place(k), t.place(k)-x) }
	for k := range t.values {
		if far(k) < far(knob) {
			knob = k
		}
	}
	low, high := knob, knob
	for high < 2 && t.place(high+1)-t.place(knob) < 1 {
		high++
	}
	if x > t.place(knob) {
		knob = high
	}
	return knob, low < high && far(knob) <= knobRadius
}

// MouseDown takes hold of the nearest knob, or moves it to the pointer.
func (t *Trio) MouseDown(event *desktop.MouseEvent) {
	t.TellPress(true)
	if event.Button != desktop.MouseButtonPrimary {
		return
	}
	look.TakeFocus(t)
	t.pressed = true
	t.knob, t.undecided = t.nearest(event.Position.X)
	t.offset = event.Position.X - t.place(t.knob)
	if t.offset < -knobRadius || t.offset > knobRadius {
		t.offset, t.undecided = 0, false
		t.choose(t.knob, t.at(event.Position.X))
	}
	t.Refresh()
}

// MouseUp lets go of the knob.
func (t *Trio) MouseUp(*desktop.MouseEvent) {
	t.TellPress(false)
	t.release()
}

// Dragged moves the knob with the pointer. Of knobs that lie on one another the
// direction decides.
func (t *Trio) Dragged(event *fyne.DragEvent) {
	if !t.pressed {
		t.pressed, t.offset = true, 0
	}
	tick := t.at(event.Position.X - t.offset)
	if now := t.tick(t.knob); t.undecided && tick != now {
		t.undecided = false
		for tick < now && t.knob > 0 && t.tick(t.knob-1) == now {
			t.knob--
		}
		for tick > now && t.knob < 2 && t.tick(t.knob+1) == now {
			t.knob++
		}
	}
	t.choose(t.knob, tick)
}

// DragEnd lets go of the knob.
func (t *Trio) DragEnd() { t.release() }

// TypedKey moves the knob by a tick, ten with Shift or by page, or as far as it goes; Up
// and Down choose another knob.
func (t *Trio) TypedKey(event *fyne.KeyEvent) {
	ticks, now := t.ticks(), t.tick(t.knob)
	switch event.Name {
	case fyne.KeyLeft:
		t.choose(t.knob, now-ticks)
	case fyne.KeyRight:
		t.choose(t.knob, now+ticks)
	case fyne.KeyPageDown:
		t.choose(t.knob, now-10)
	case fyne.KeyPageUp:
		t.choose(t.knob, now+10)
	case fyne.KeyHome:
		t.choose(t.knob, 0)
	case fyne.KeyEnd:
		t.choose(t.knob, t.scale.Ticks)
	case fyne.KeyUp:
		t.pick(t.knob + 1)
	case fyne.KeyDown:
		t.pick(t.knob - 1)
	default:
		look.PassKey(event, t)
	}
}

func (t *Trio) pick(knob int) {
	t.release()
	t.knob = min(2, max(0, knob))
	t.Refresh()
}

// FocusLost ends an edit by keys.
func (t *Trio) FocusLost() {
	t.shift = false
	t.endKeys()
	t.Control.FocusLost()
}

// InspectName returns the slider's name in the inspection file.
func (t *Trio) InspectName() string { return t.Name }

// Inspect returns what the inspection file tells of the slider.
func (t *Trio) Inspect() inspect.Node {
	n := inspect.Node{Kind: "slider", Label: t.label(t.Tooltip()), Enabled: true, Focused: t.Focused()}
	if t.Text != nil {
		n.Text = t.Text(t.values[0]) + ", " + t.Text(t.values[1]) + ", " + t.Text(t.values[2])
	}
	return n
}
