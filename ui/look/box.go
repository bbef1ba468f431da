package look

import (
	_ "embed" // the programs
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// A Box is a filled rectangle with round corners and a border within its edges.
// Drawn without a graphics card, it takes a fraction of the time of Fyne's
// rectangle, whose program knows shadows and a radius for each corner. Object is
// what a renderer shows.
type Box struct{ surface }

// A Fill is a rectangle in one color, which takes half of the time of a Box.
// Object is what a renderer shows.
type Fill struct{ surface }

// A surface is drawn by a program of our own.
type surface struct{ shader *canvas.Shader }

var (
	//go:embed box.frag
	boxProgram string
	//go:embed fill.frag
	fillProgram string
)

// The first lines of a program, for a desktop's OpenGL and for OpenGL ES.
const (
	desktopHead  = "#version 110\n"
	embeddedHead = `#version 100
#ifdef GL_FRAGMENT_PRECISION_HIGH
precision highp float;
#else
precision mediump float;
#endif
`
)

func newSurface(name, program string) surface {
	s := surface{shader: canvas.NewShader(name, []byte(desktopHead+program), []byte(embeddedHead+program))}
	s.shader.Uniforms = map[string]float32{}
	return s
}

// NewBox returns a box without colors whose corners have that radius, in logical
// pixels.
func NewBox(radius float32) *Box {
	b := &Box{newSurface("headroom.box", boxProgram)}
	b.shader.Uniforms["radius"], b.shader.Uniforms["height"] = radius, 1
	b.Extend(0, 0)
	b.Paint(nil, nil, 0)
	return b
}

// Paint sets the colors, and how wide the border is in logical pixels. It has
// none where the color is nil or the width 0; a nil fill shows what is behind.
func (b *Box) Paint(fill, border color.Color, width float32) {
	inner, outer := channels(fill), channels(border)
	switch {
	case border == nil || width == 0:
		outer, width = inner, 0
	case inner.A == 0:
		inner = outer // whose color the inner edge of the border fades out in
		inner.A = 0
	}
	b.set("fill", inner)
	b.set("border", outer)
	b.shader.Uniforms["border"] = width
}

// Extend draws the part of a higher box that reaches so much above and below, in
// logical pixels.
func (b *Box) Extend(above, below float32) {
	b.shader.Uniforms["above"], b.shader.Uniforms["below"] = above, below
}

// Resize gives the box its size.
func (b *Box) Resize(size fyne.Size) {
	if size.Height > 0 {
		b.shader.Uniforms["height"] = size.Height
	}
	b.surface.Resize(size)
}

// NewFill returns a fill without a color.
func NewFill() *Fill {
	f := &Fill{newSurface("headroom.fill", fillProgram)}
	f.Paint(nil)
	return f
}

// Paint sets the color; nil shows what is behind.
func (f *Fill) Paint(fill color.Color) { f.set("fill", channels(fill)) }

func (s surface) set(name string, c color.NRGBA) {
	s.shader.Uniforms[name+"Red"], s.shader.Uniforms[name+"Green"] = float32(c.R)/255, float32(c.G)/255
	s.shader.Uniforms[name+"Blue"], s.shader.Uniforms[name+"Alpha"] = float32(c.B)/255, float32(c.A)/255
}

func channels(c color.Color) color.NRGBA {
	if c == nil {
		return color.NRGBA{}
	}
	return color.NRGBAModel.Convert(c).(color.NRGBA)
}

// Resize gives the surface its size.
func (s surface) Resize(size fyne.Size) { s.shader.Resize(size) }

// Object returns what a renderer lists among its objects.
func (s surface) Object() fyne.CanvasObject { return s.shader }

// Size returns the size of the surface in logical pixels.
func (s surface) Size() fyne.Size { return s.shader.Size() }

// Position returns where the surface is in what it is part of.
func (s surface) Position() fyne.Position { return s.shader.Position() }

// Move puts the surface elsewhere.
func (s surface) Move(to fyne.Position) { s.shader.Move(to) }

// Visible reports whether the surface is shown.
func (s surface) Visible() bool { return s.shader.Visible() }

// SetVisible shows the surface or hides it.
func (s surface) SetVisible(visible bool) {
	if visible == s.shader.Visible() {
		return
	}
	s.shader.Hidden = !visible
	s.Refresh()
}

// Refresh draws the surface anew.
func (s surface) Refresh() { canvas.Refresh(s.shader) }
