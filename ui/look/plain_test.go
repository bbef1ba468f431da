package look_test

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"headroom/ui/look"
)

// TestPlainSurfacesShowTheSameColors looks at surfaces that any renderer can draw.
func TestPlainSurfacesShowTheSameColors(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look.NewTheme(look.ModeLight).Plainly())
	fill, border, ground := color.NRGBA{R: 200, A: 255}, color.NRGBA{G: 100, A: 255}, color.NRGBA{B: 150, A: 255}
	box, hollow, flat := look.NewBox(8), look.NewBox(8), look.NewFill()
	box.Paint(fill, border, 2)
	hollow.Paint(nil, border, 2)
	flat.Paint(ground)
	w := a.NewWindow("")
	w.SetPadded(false)
	w.SetContent(container.NewWithoutLayout(flat.Object(), box.Object(), hollow.Object()))
	w.Resize(fyne.NewSize(200, 100))
	flat.Resize(fyne.NewSize(200, 100))
	box.Move(fyne.NewPos(10, 10))
	box.Resize(fyne.NewSize(80, 60))
	hollow.Move(fyne.NewPos(110, 10))
	hollow.Resize(fyne.NewSize(80, 60))
	see := func(says string, x, y int, want color.NRGBA) {
		t.Helper()
		if got := color.NRGBAModel.Convert(w.Canvas().Capture().At(x, y)); got != want {
			t.Errorf("%s is %v, want %v", says, got, want)
		}
	}
	see("the fill of a box", 50, 40, fill)
	see("its border", 10, 40, border)
	see("what is beside its round corner", 10, 10, ground)
	see("what is behind a hollow box", 150, 40, ground)
	see("the border of a hollow box", 110, 40, border)
	box.SetVisible(false)
	see("what a hidden box covered", 50, 40, ground)
	box.SetVisible(true)
	see("a box that is shown again", 50, 40, fill)
}
