package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// A face is a filled surface, with rounded corners and a thin border where it is
// given them.
//
// Drawn without a graphics card, each pixel of a rounded rectangle takes several
// times as long as one of a line, however thick, and a window is mostly surfaces.
// So a large face is put together: rounded strips at top and bottom, between them
// one upright line as thick as the face is wide, and the edges left and right.
type face struct {
	fill, border color.Color // no border where it is nil
	radius       float32

	top, bottom, left, right *canvas.Rectangle
	middle                   *canvas.Line
	rest                     *canvas.Rectangle // right of the middle, whose width is even
}

// leastSurface is the area, in square logical pixels, from which on a face is put
// together.
const leastSurface = 30000

func newFace() *face {
	f := &face{middle: canvas.NewLine(nil)}
	for _, r := range []**canvas.Rectangle{&f.top, &f.bottom, &f.left, &f.right, &f.rest} {
		*r = canvas.NewRectangle(nil)
	}
	return f
}

// objects returns what the face is drawn with, in the order of drawing.
func (f *face) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{f.top, f.bottom, f.middle, f.rest, f.left, f.right}
}

// set takes over the colors and the radius.
func (f *face) set(fill, border color.Color, radius float32) {
	f.fill, f.border, f.radius = fill, border, radius
	f.middle.StrokeColor, f.rest.FillColor = fill, fill
	edge, stroke := border, float32(1)
	if border == nil {
		edge, stroke = fill, 0
	}
	f.left.FillColor, f.right.FillColor = edge, edge
	for _, strip := range []*canvas.Rectangle{f.top, f.bottom} {
		strip.FillColor, strip.StrokeColor, strip.StrokeWidth = fill, border, stroke
	}
}

// resize gives the face its size.
func (f *face) resize(size fyne.Size) {
	// Half of a strip lies below the middle, which hides its inner border.
	strip := fyne.Max(2*f.radius, 4)
	whole := size.Width*size.Height < leastSurface || size.Height < 2*strip || size.Width < 2*strip
	for _, part := range f.objects()[1:] {
		if whole {
			part.Hide()
		} else {
			part.Show()
		}
	}
	if whole {
		f.top.CornerRadius, f.top.TopLeftCornerRadius, f.top.TopRightCornerRadius = f.radius, 0, 0
		f.top.Resize(size)
		return
	}
	f.top.CornerRadius, f.top.TopLeftCornerRadius, f.top.TopRightCornerRadius = 0, f.radius, f.radius
	f.bottom.BottomLeftCornerRadius, f.bottom.BottomRightCornerRadius = f.radius, f.radius
	put(f.top, 0, 0, size.Width, strip)
	put(f.bottom, 0, size.Height-strip, size.Width, strip)

	// Upright, the line is as high as what it draws, which it must be to be drawn
	// where only a part of the face is in view. Its edges are sharp where its
	// width is even.
	width := 2 * float32(int(size.Width/2))
	f.middle.StrokeWidth = width
	f.middle.Position1 = fyne.NewPos(width/2, strip/2)
	f.middle.Position2 = fyne.NewPos(width/2, size.Height-strip/2)
	put(f.rest, size.Width-3, strip/2, 3, size.Height-strip)
	put(f.left, 0, strip/2, 1, size.Height-strip)
	put(f.right, size.Width-1, strip/2, 1, size.Height-strip)
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
