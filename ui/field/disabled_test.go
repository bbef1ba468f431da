package field_test

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"headroom/ui/field"
	"headroom/ui/look"
)

// Of what cannot be used nothing is as dark as what can, once it is disabled on the screen.
func TestWhatIsDisabledIsPaleAllOver(t *testing.T) {
	for says, w := range map[string]interface {
		fyne.CanvasObject
		fyne.Disableable
	}{
		"a choice": field.NewChoice("paper", []string{"A4"}, nil),
		"a box":    field.NewCheck("embed", "Remember the scenarios", nil),
	} {
		screen := window(t, w).Canvas()
		darkest := func() uint32 {
			img, least := screen.Capture(), uint32(0xffff)
			for y := img.Bounds().Min.Y; y < img.Bounds().Max.Y; y++ {
				for x := img.Bounds().Min.X; x < img.Bounds().Max.X; x++ {
					least = min(least, uint32(color.Gray16Model.Convert(img.At(x, y)).(color.Gray16).Y))
				}
			}
			return least
		}
		pale := uint32(color.Gray16Model.Convert(look.Color(theme.ColorNameDisabled)).(color.Gray16).Y)
		if got := darkest(); got >= pale {
			t.Errorf("%s that can be used is as pale as one that cannot", says)
		}
		w.Disable()
		if got := darkest(); got+0x200 < pale {
			t.Errorf("%s that cannot be used has a gray of %x, want none below %x", says, got, pale)
		}
		w.Enable()
		if got := darkest(); got >= pale {
			t.Errorf("%s that can be used again stays pale", says)
		}
	}
}
