package main

import (
	"github.com/go-gl/glfw/v3.4/glfw"

	"headroom/ui"
)

// hintWindows says what windows that are opened from now on are to be like, where
// Fyne says nothing.
//
// They have no buffers for depth and stencil, which a flat window has no use for:
// without a graphics card, clearing them takes a tenth of the time of a frame. On X11
// they are of a class with the name of the program's entry among the desktop's, by
// which a dock has them under its name and icon; GLFW takes their title for it.
func hintWindows() {
	glfw.WindowHint(glfw.DepthBits, 0)
	glfw.WindowHint(glfw.StencilBits, 0)
	glfw.WindowHintString(glfw.X11ClassName, ui.ID)
	glfw.WindowHintString(glfw.X11InstanceName, ui.ID)
}
