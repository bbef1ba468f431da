package look

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
)

func TestFaceCoversItsArea(t *testing.T) {
	for _, size := range []fyne.Size{
		fyne.NewSize(280, 120), fyne.NewSize(781, 451), fyne.NewSize(386.5, 817.75), fyne.NewSize(1441, 50.4),
	} {
		f := newFace()
		f.set(color.White, color.Black)
		f.resize(size)
		if f.middle.Hidden {
			t.Fatalf("%v is drawn as one rectangle", size)
		}
		if width := int(f.middle.StrokeWidth); float32(width) != f.middle.StrokeWidth || width%2 != 0 {
			t.Errorf("%v: a line %v wide has no sharp edges", size, f.middle.StrokeWidth)
		}
		if got := f.middle.Position1.X - f.middle.StrokeWidth/2; got != 0 {
			t.Errorf("%v: the surface begins at %v", size, got)
		}
		if end := f.middle.StrokeWidth; f.rest.Position().X > end || f.rest.Position().X+f.rest.Size().Width != size.Width {
			t.Errorf("%v: the surface ends at %v, the rest goes from %v to %v", size, end, f.rest.Position().X, f.rest.Position().X+f.rest.Size().Width)
		}
		if top, bottom := f.top.Size().Height, f.bottom.Position().Y; f.middle.Position1.Y > top || f.middle.Position2.Y < bottom {
			t.Errorf("%v: the surface from %v to %v leaves gaps to %v and %v", size, f.middle.Position1.Y, f.middle.Position2.Y, top, bottom)
		}
		if f.middle.Position1.Y < CardRadius || f.middle.Position2.Y > size.Height-CardRadius {
			t.Errorf("%v: the surface from %v to %v squares the corners", size, f.middle.Position1.Y, f.middle.Position2.Y)
		}
	}
}

// What is out of view is not drawn, judged by an object's place and size: those
// of a line are of its middle.
func TestFaceIsDrawnWhereAnyOfItIsInView(t *testing.T) {
	f := newFace()
	f.set(color.White, color.Black)
	f.resize(fyne.NewSize(300, 400))
	if f.middle.Position().Y > f.top.Size().Height || f.middle.Position().Y+f.middle.Size().Height < f.bottom.Position().Y {
		t.Errorf("the surface counts as lying from %v to %v of 400", f.middle.Position().Y, f.middle.Position().Y+f.middle.Size().Height)
	}
}

func TestSmallFaceIsOneBox(t *testing.T) {
	f := newFace()
	f.set(color.White, color.Black)
	f.resize(fyne.NewSize(400, 400))
	f.resize(fyne.NewSize(100, 30))
	for _, part := range f.objects()[1:] {
		if part.Visible() {
			t.Errorf("a small face has a part at %v", part.Position())
		}
	}
	if border := f.top.shader.Uniforms["border"]; f.top.Size() != fyne.NewSize(100, 30) || border != 1 {
		t.Errorf("the box is %v, its border %v wide", f.top.Size(), border)
	}
}
