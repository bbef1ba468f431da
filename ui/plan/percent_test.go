package plan

import (
	"testing"

	"fyne.io/fyne/v2"

	"headroom/scenario/unit"
	"headroom/ui/look"
)

// However far from the plan, what is said of it has room beside it.
func TestADifferenceFromThePlanHasRoom(t *testing.T) {
	for r, want := range map[unit.Rate]string{
		-1: "−100%", -0.5: "−50%", 0: "0%", 0.004: "0%", 0.01: "+1%", 9.99: "+999%", 9.994: "+999%", 9.996: "11×", 21.8: "23×",
		998.4: "999×", 999.5: ">999×", 1e12: ">999×",
	} {
		got := percentOf(r)
		if got != want {
			t.Errorf("%v is said as %q, want %q", r, got, want)
		}
		if width := fyne.MeasureText(got, look.SizeCaption, fyne.TextStyle{}).Width; width > partWidth {
			t.Errorf("%q is %v wide, of %v", got, width, partWidth)
		}
	}
}
