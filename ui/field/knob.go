package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// A knobEdit is the edit that a slider is under: a knob that is dragged, or a key that
// is held. It ends where either is released.
type knobEdit struct {
	// OnCommit is called where the knob or key is released.
	OnCommit func()

	shift   bool    // the Shift key is held
	editing bool    // a value was given to OnEdit and OnCommit not yet called
	pressed bool    // the knob is held by the pointer
	offset  float32 // from the middle of that knob to the pointer, in logical pixels
}

// ticks returns how many ticks an arrow key moves a knob by.
func (e *knobEdit) ticks() int {
	if e.shift {
		return 10
	}
	return 1
}

func (e *knobEdit) release() {
	e.pressed = false
	if !e.editing {
		return
	}
	e.editing = false
	if e.OnCommit != nil {
		e.OnCommit()
	}
}

// KeyDown keeps the state of the Shift key.
func (e *knobEdit) KeyDown(event *fyne.KeyEvent) { e.onShift(event, true) }

// KeyUp keeps the state of the Shift key, and ends the edit of any other.
func (e *knobEdit) KeyUp(event *fyne.KeyEvent) {
	if !e.onShift(event, false) {
		e.endKeys()
	}
}

func (e *knobEdit) onShift(event *fyne.KeyEvent, down bool) bool {
	if event.Name != desktop.KeyShiftLeft && event.Name != desktop.KeyShiftRight {
		return false
	}
	e.shift = down
	return true
}

// endKeys ends an edit by keys.
func (e *knobEdit) endKeys() {
	if !e.pressed {
		e.release()
	}
}
