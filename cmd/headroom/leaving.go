package main

import (
	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// tellLeaving has windows take a pointer that leaves them as one that is above
// nothing any more, so that crosshair and tooltips go with it. GLFW tells of it,
// but Fyne does not ask, and where it last saw the pointer it believes it still.
func tellLeaving(windows []fyne.Window) {
	for _, w := range windows {
		drawn, ok := w.(interface{ RunWithContext(do func()) })
		if !ok {
			continue // Fyne has changed, and the crosshair stays
		}
		drawn.RunWithContext(func() {
			if view := glfw.GetCurrentContext(); view != nil {
				watchLeaving(view)
			}
		})
	}
}

func watchLeaving(view *glfw.Window) {
	moved := view.SetCursorPosCallback(nil)
	if moved == nil {
		return
	}
	view.SetCursorPosCallback(moved)
	view.SetCursorEnterCallback(func(view *glfw.Window, entered bool) {
		switch {
		case entered: // GLFW tells no place where it is the one before
			x, y := view.GetCursorPos()
			moved(view, x, y)
		case !dragging(view):
			moved(view, -1, -1)
		}
	})
}

// dragging reports whether a button is held: then the window keeps the pointer,
// wherever it goes.
func dragging(view *glfw.Window) bool {
	for button := glfw.MouseButton1; button <= glfw.MouseButtonLast; button++ {
		if view.GetMouseButton(button) == glfw.Press {
			return true
		}
	}
	return false
}
