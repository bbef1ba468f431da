package look

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// A face is a filled surface with round corners and a border.
//
// Drawn without a graphics card, each pixel of a box takes twice as long as one of
// a fill, and a window is mostly surfaces. So a large face is put together: boxes
// at top and bottom, between them a fill, and the edges left and right.
type face struct {
	top, bottom         *Box
	middle, left, right *Fill
	whole               bool // drawn as one box
	hollow              bool // the middle is left to the window
	size                fyne.Size
	width               float32 // of the border
}

// leastSurface is the area, in square logical pixels, from which on a face is put
// together.
const leastSurface = 10000

func newFace() *face {
	return &face{
		top: NewBox(CardRadius), bottom: NewBox(CardRadius),
		middle: NewFill(), left: NewFill(), right: NewFill(),
	}
}

// objects returns what the face is drawn with, in the order of drawing.
func (f *face) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{f.top.Object(), f.bottom.Object(), f.middle.Object(), f.left.Object(), f.right.Object()}
}

// set takes over the colors, and how wide the border is in logical pixels.
func (f *face) set(fill, border color.Color, width float32) {
	f.top.Paint(fill, border, width)
	f.bottom.Paint(fill, border, width)
	f.middle.Paint(fill)
	f.left.Paint(border)
	f.right.Paint(border)
	if width != f.width {
		f.width = width
		f.resize(f.size)
	}
}

// resize gives the face its size.
func (f *face) resize(size fyne.Size) {
	const strip = CardRadius
	f.size = size
	f.whole = f.top.plain != nil || size.Width*size.Height < leastSurface || size.Height < 4*strip || size.Width < 4*strip
	f.show()
	if f.whole {
		f.top.Extend(0, 0)
		f.top.Resize(size)
		return
	}
	f.top.Extend(0, 2*strip)
	f.bottom.Extend(2*strip, 0)
	f.top.Resize(fyne.NewSize(size.Width, strip))
	f.bottom.Move(fyne.NewPos(0, size.Height-strip))
	f.bottom.Resize(fyne.NewSize(size.Width, strip))
	height := size.Height - 2*strip
	f.put(f.middle, 0, size.Width, height)
	f.put(f.left, 0, f.width, height)
	f.put(f.right, size.Width-f.width, f.width, height)
}

// put places an upright part between top and bottom.
func (f *face) put(part *Fill, x, width, height float32) {
	part.Move(fyne.NewPos(x, CardRadius))
	part.Resize(fyne.NewSize(width, height))
}

// leave says whether the middle is left to the color of the window.
func (f *face) leave(hollow bool) {
	f.hollow = hollow
	f.show()
}

// open reports whether the window is seen through the middle.
func (f *face) open() bool { return f.hollow && !f.whole }

func (f *face) show() {
	f.middle.SetVisible(!f.whole && !f.hollow)
	f.left.SetVisible(!f.whole)
	f.right.SetVisible(!f.whole)
	f.bottom.SetVisible(!f.whole)
}

// refresh draws the face again.
func (f *face) refresh() {
	for _, part := range []interface{ Refresh() }{f.top, f.bottom, f.middle, f.left, f.right} {
		part.Refresh()
	}
}
