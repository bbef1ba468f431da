package layout

import (
	"image/color"
	"math"
	"strings"
	"testing"
)

func TestParseColor(t *testing.T) {
	for _, bad := range []string{"", "#", "0072B2", "#0072B", "#0072B2FF", "#00GGB2", "#+072B2", "# 72B2", "blue", "#0072Bé"} {
		if c, err := ParseColor(bad); err == nil || !strings.Contains(err.Error(), "#RRGGBB") {
			t.Errorf("%q gives %v, %v", bad, c, err)
		}
	}
	if c, err := ParseColor("#0a7Fb2"); err != nil || c != (color.NRGBA{R: 0x0a, G: 0x7f, B: 0xb2, A: 255}) {
		t.Errorf("got %v, %v", c, err)
	}
}

// The reference values are WCAG's: 21 for black on white, and #777777 as the
// classic gray just below 4.5 on white.
func TestContrastAsDefined(t *testing.T) {
	if got := Contrast(black, white); math.Abs(got-21) > 1e-9 {
		t.Errorf("black on white: %v", got)
	}
	if got := Contrast(RGB(0x777777), white); math.Abs(got-4.48) > 0.005 {
		t.Errorf("#777777 on white: %v", got)
	}
	for v := range 256 {
		if got := encoded(linear(uint8(v))); got != uint8(v) {
			t.Errorf("channel %d comes back as %d", v, got)
		}
	}
}
