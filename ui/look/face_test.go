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
		f.set(color.White, color.Black, 1)
		f.resize(size)
		if !f.middle.Visible() {
			t.Fatalf("%v is drawn as one box", size)
		}
		if got := f.middle.Size().Width; got != size.Width || f.middle.Position().X != 0 {
			t.Errorf("%v: the surface begins at %v and is %v wide", size, f.middle.Position().X, got)
		}
		if got := f.right.Position().X + f.right.Size().Width; got != size.Width || f.left.Position().X != 0 {
			t.Errorf("%v: the edges are at %v and end at %v", size, f.left.Position().X, got)
		}
		from, to := f.middle.Position().Y, f.middle.Position().Y+f.middle.Size().Height
		if top, bottom := f.top.Size().Height, f.bottom.Position().Y; from > top || to < bottom {
			t.Errorf("%v: the surface from %v to %v leaves gaps to %v and %v", size, from, to, top, bottom)
		}
		if from < CardRadius || to > size.Height-CardRadius {
			t.Errorf("%v: the surface from %v to %v squares the corners", size, from, to)
		}
	}
}

func TestSmallFaceIsOneBox(t *testing.T) {
	f := newFace()
	f.set(color.White, color.Black, 1)
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
