package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// A face is a filled surface with round corners and a thin border.
//
// Drawn without a graphics card, each pixel of a box takes twice as long as one of
// a line, however thick, and a window is mostly surfaces. So a large face is put
// together: boxes at top and bottom, between them one upright line as thick as the
// face is wide, and the edges left and right.
type face struct {
	top, bottom       *Box
	middle            *canvas.Line
	left, right, rest *canvas.Rectangle // rest is right of the middle, whose width is even
	whole             bool              // drawn as one box
	bare              bool              // the middle is left to the window
}

// leastSurface is the area, in square logical pixels, from which on a face is put
// together.
const leastSurface = 30000

func newFace() *face {
	f := &face{top: NewBox(CardRadius), bottom: NewBox(CardRadius), middle: canvas.NewLine(nil)}
	for _, r := range []**canvas.Rectangle{&f.left, &f.right, &f.rest} {
		*r = canvas.NewRectangle(nil)
	}
	return f
}

// objects returns what the face is drawn with, in the order of drawing.
func (f *face) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{f.top.Object(), f.bottom.Object(), f.middle, f.rest, f.left, f.right}
}

// set takes over the colors.
func (f *face) set(fill, border color.Color) {
	f.top.Paint(fill, border, 1)
	f.bottom.Paint(fill, border, 1)
	f.middle.StrokeColor, f.rest.FillColor = fill, fill
	f.left.FillColor, f.right.FillColor = border, border
}

// resize gives the face its size.
func (f *face) resize(size fyne.Size) {
	const strip = CardRadius
	f.whole = size.Width*size.Height < leastSurface || size.Height < 4*strip || size.Width < 4*strip
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

	// Upright, the line is as high as what it draws, which it must be to be drawn
	// where only a part of the face is in view. Its edges are sharp where its
	// width is even.
	width := 2 * float32(int(size.Width/2))
	f.middle.StrokeWidth = width
	f.middle.Position1 = fyne.NewPos(width/2, strip)
	f.middle.Position2 = fyne.NewPos(width/2, size.Height-strip)
	put(f.rest, size.Width-3, strip, 3, size.Height-2*strip)
	put(f.left, 0, strip, 1, size.Height-2*strip)
	put(f.right, size.Width-1, strip, 1, size.Height-2*strip)
}

// leave says whether the middle is left to the color of the window.
func (f *face) leave(bare bool) {
	f.bare = bare
	f.show()
}

// open reports whether the window is seen through the middle.
func (f *face) open() bool { return f.bare && !f.whole }

func (f *face) show() {
	f.middle.Hidden, f.rest.Hidden = f.whole || f.bare, f.whole || f.bare
	f.left.Hidden, f.right.Hidden = f.whole, f.whole
	f.bottom.SetVisible(!f.whole)
}

func put(object fyne.CanvasObject, x, y, width, height float32) {
	object.Move(fyne.NewPos(x, y))
	object.Resize(fyne.NewSize(width, height))
}

// refresh draws the face anew.
func (f *face) refresh() {
	for _, object := range f.objects() {
		canvas.Refresh(object)
	}
}
