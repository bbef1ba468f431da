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

// A surface is drawn by a program of our own; where the theme is plain, it is
// Fyne's rectangle.
type surface struct {
	fyne.CanvasObject
	shader *canvas.Shader    // nil where plain
	plain  *canvas.Rectangle // nil where drawn by a program
}

var (
	//go:embed box.frag
	boxSource string
	//go:embed fill.frag
	fillSource string
)

// A program draws surfaces. There are hundreds of those, and one text for all.
type program struct {
	name              string
	desktop, embedded []byte
}

var (
	boxProgram  = programOf("headroom.box", boxSource)
	fillProgram = programOf("headroom.fill", fillSource)
)

func programOf(name, source string) program {
	return program{name, []byte(desktopHead + source), []byte(embeddedHead + source)}
}

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

// softEdge is by how many logical pixels a border of Fyne's rectangle is wider, so
// that what its soft edges take away leaves a thin one as dark as ours.
const softEdge = 0.5

func newSurface(by program) surface {
	if current().plain {
		r := canvas.NewRectangle(nil)
		return surface{CanvasObject: r, plain: r}
	}
	s := canvas.NewShader(by.name, by.desktop, by.embedded)
	s.Uniforms = map[string]float32{}
	return surface{CanvasObject: s, shader: s}
}

// NewBox returns a box without colors whose corners have that radius, in logical
// pixels.
func NewBox(radius float32) *Box {
	b := &Box{newSurface(boxProgram)}
	if b.plain != nil {
		b.plain.CornerRadius = radius
	} else {
		b.shader.Uniforms["radius"], b.shader.Uniforms["height"] = radius, 1
	}
	b.Extend(0, 0)
	b.Paint(nil, nil, 0)
	return b
}

// Paint sets the colors, and how wide the border is in logical pixels. It has
// none where the color is nil or the width 0; a nil fill shows what is behind.
func (b *Box) Paint(fill, border color.Color, width float32) {
	inner, outer := channels(fill), channels(border)
	if border == nil {
		width = 0
	}
	if b.plain != nil {
		if width > 0 {
			width += softEdge
		}
		b.plain.FillColor, b.plain.StrokeColor, b.plain.StrokeWidth = inner, outer, width
		return
	}
	switch {
	case width == 0:
		outer = inner
	case inner.A == 0:
		inner = outer // whose color the inner edge of the border fades out in
		inner.A = 0
	}
	b.set(&fillNames, inner)
	b.set(&borderNames, outer)
	b.shader.Uniforms["border"] = width
}

// Extend draws the part of a higher box that reaches so much above and below, in
// logical pixels. A plain box cannot: it is drawn whole.
func (b *Box) Extend(above, below float32) {
	if b.plain != nil {
		return
	}
	b.shader.Uniforms["above"], b.shader.Uniforms["below"] = above, below
}

// Resize gives the box its size.
func (b *Box) Resize(size fyne.Size) {
	if size.Height > 0 && b.shader != nil {
		b.shader.Uniforms["height"] = size.Height
	}
	b.CanvasObject.Resize(size)
}

// NewFill returns a fill without a color.
func NewFill() *Fill {
	f := &Fill{newSurface(fillProgram)}
	f.Paint(nil)
	return f
}

// Paint sets the color; nil shows what is behind.
func (f *Fill) Paint(fill color.Color) {
	if f.plain != nil {
		f.plain.FillColor = channels(fill)
		return
	}
	f.set(&fillNames, channels(fill))
}

// What programs call the channels of a color: red, green, blue and how opaque it is.
var (
	fillNames   = [4]string{"fillRed", "fillGreen", "fillBlue", "fillAlpha"}
	borderNames = [4]string{"borderRed", "borderGreen", "borderBlue", "borderAlpha"}
)

func (s surface) set(names *[4]string, c color.NRGBA) {
	for i, channel := range [4]uint8{c.R, c.G, c.B, c.A} {
		s.shader.Uniforms[names[i]] = float32(channel) / 255
	}
}

func channels(c color.Color) color.NRGBA {
	if c == nil {
		return color.NRGBA{}
	}
	return color.NRGBAModel.Convert(c).(color.NRGBA)
}

// Object returns what a renderer lists among its objects.
func (s surface) Object() fyne.CanvasObject { return s.CanvasObject }

// SetVisible shows the surface or hides it.
func (s surface) SetVisible(visible bool) {
	switch {
	case visible == s.Visible():
		return
	case s.plain != nil:
		s.plain.Hidden = !visible
	default:
		s.shader.Hidden = !visible
	}
	s.Refresh()
}

// Refresh draws the surface again.
func (s surface) Refresh() { canvas.Refresh(s.CanvasObject) }
