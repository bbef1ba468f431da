package look

import (
	_ "embed" // the box's program
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// A Box is a filled rectangle with round corners and a border within its edges.
// Drawn without a graphics card, it takes a fraction of the time of Fyne's
// rectangle, whose program knows shadows and a radius for each corner. Object is
// what a renderer shows.
type Box struct{ shader *canvas.Shader }

//go:embed box.frag
var boxProgram string

// The first lines of the box's program, for a desktop's OpenGL and for OpenGL ES.
const (
	boxDesktop  = "#version 110\n"
	boxEmbedded = `#version 100
#ifdef GL_FRAGMENT_PRECISION_HIGH
precision highp float;
#else
precision mediump float;
#endif
`
)

// NewBox returns a box without colors whose corners have that radius, in logical
// pixels.
func NewBox(radius float32) *Box {
	b := &Box{shader: canvas.NewShader("headroom.box", []byte(boxDesktop+boxProgram), []byte(boxEmbedded+boxProgram))}
	b.shader.Uniforms = map[string]float32{"radius": radius, "height": 1, "above": 0, "below": 0}
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
	set := func(name string, c color.NRGBA) {
		b.shader.Uniforms[name+"Red"], b.shader.Uniforms[name+"Green"] = float32(c.R)/255, float32(c.G)/255
		b.shader.Uniforms[name+"Blue"], b.shader.Uniforms[name+"Alpha"] = float32(c.B)/255, float32(c.A)/255
	}
	set("fill", inner)
	set("border", outer)
	b.shader.Uniforms["border"] = width
}

func channels(c color.Color) color.NRGBA {
	if c == nil {
		return color.NRGBA{}
	}
	return color.NRGBAModel.Convert(c).(color.NRGBA)
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
	b.shader.Resize(size)
}

// Object returns what a renderer lists among its objects.
func (b *Box) Object() fyne.CanvasObject { return b.shader }

// Size returns the size of the box in logical pixels.
func (b *Box) Size() fyne.Size { return b.shader.Size() }

// Position returns where the box is in what it is part of.
func (b *Box) Position() fyne.Position { return b.shader.Position() }

// Move puts the box elsewhere.
func (b *Box) Move(to fyne.Position) { b.shader.Move(to) }

// Visible reports whether the box is shown.
func (b *Box) Visible() bool { return b.shader.Visible() }

// SetVisible shows the box or hides it.
func (b *Box) SetVisible(visible bool) {
	if visible == b.shader.Visible() {
		return
	}
	b.shader.Hidden = !visible
	b.Refresh()
}

// Refresh draws the box anew.
func (b *Box) Refresh() { canvas.Refresh(b.shader) }
