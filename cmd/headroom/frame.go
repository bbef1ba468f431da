package main

import "github.com/go-gl/glfw/v3.4/glfw"

// leaveOutDepth has windows that are opened from now on come without buffers for
// depth and stencil, which a flat window has no use for: without a graphics card,
// clearing them takes a tenth of the time of a frame.
func leaveOutDepth() {
	glfw.WindowHint(glfw.DepthBits, 0)
	glfw.WindowHint(glfw.StencilBits, 0)
}
