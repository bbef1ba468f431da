package plot

import (
	"image/color"
	"math"
	"testing"

	"headroom/scenario/plot/layout"
)

// palettes are the themes with many colors of lines: those of color-blind
// safe sets and the worst there are.
func palettes(t *testing.T) map[string]layout.Palette {
	t.Helper()
	out := map[string]layout.Palette{}
	for _, theme := range Themes() {
		for _, color := range []string{
			"#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#F0E442", "#000000",
			"#FFFFFF", "#ffff00", "#1D2027", "#0000FF", "#808080", "#FEFEFE", "#010101",
		} {
			p, err := newPalette(theme, color)
			if err != nil {
				t.Fatal(err)
			}
			out[string(theme)+" "+color] = p
		}
	}
	return out
}

// over returns an opaque color under a paler one.
func over(under, c color.NRGBA) color.NRGBA {
	mix := func(below, above uint8) uint8 {
		part := float64(c.A) / 255
		return uint8(math.Round(float64(above)*part + float64(below)*(1-part)))
	}
	return color.NRGBA{R: mix(under.R, c.R), G: mix(under.G, c.G), B: mix(under.B, c.B), A: 255}
}

func TestContrast(t *testing.T) {
	for name, p := range palettes(t) {
		tinted := over(p.Under, p.Tint)
		for what, c := range map[string][3]any{
			"text on the page":        {p.Text, p.Under, 4.5},
			"text on the tint":        {p.Text, tinted, 4.5},
			"lesser text on the page": {p.Muted, p.Under, 4.5},
			"lesser text on the tint": {p.Muted, tinted, 4.5},
			"amounts in bars":         {layout.InkOn(p.Line), p.Line, 4.5},
			"the line on the page":    {p.Line, p.Under, 3.0},
			"the cap line":            {p.Strong, p.Under, 3.0},
			"the axis on the page":    {p.Axis, p.Under, 3.0},
		} {
			if got := layout.Contrast(c[0].(color.NRGBA), c[1].(color.NRGBA)); got < c[2].(float64) {
				t.Errorf("%s, %s: contrast %.2f, want %.1f", name, what, got, c[2])
			}
		}
		// The grid is seen, but less than anything that carries meaning.
		if got := layout.Contrast(p.Grid, p.Under); got < 1.45 || got > 2 {
			t.Errorf("%s: the grid has a contrast of %.2f", name, got)
		}
	}
}

func TestReadableChangesOnlyWhatIsTooPale(t *testing.T) {
	for _, c := range []struct {
		theme       Theme
		color, want string
	}{
		{ThemeLight, "#0072B2", "#0072B2"},
		{ThemeDark, "#0072B2", "#0072B2"},
		{ThemeDark, "#F0E442", "#F0E442"},
		{ThemeLight, "#F0E442", "darker"},
		{ThemeTransparent, "#56B4E9", "darker"},
		{ThemeDark, "#000000", "lighter"},
	} {
		p, err := newPalette(c.theme, c.color)
		if err != nil {
			t.Fatal(err)
		}
		own, _ := layout.ParseColor(c.color)
		got := "lighter"
		switch {
		case p.Line == own:
			got = c.color
		case layout.Luminance(p.Line) < layout.Luminance(own):
			got = "darker"
		}
		if got != c.want {
			t.Errorf("%s on %s becomes %v, want %s", c.color, c.theme, p.Line, c.want)
		}
		if name, err := layout.ParseColor(LineColor(c.color, c.theme)); err != nil || name != p.Line {
			t.Errorf("%s on %s is said to be %v, but drawn %v: %v", c.color, c.theme, name, p.Line, err)
		}
		if p.Tint.R != own.R || p.Tint.G != own.G || p.Tint.B != own.B {
			t.Errorf("%s on %s: the tint is %v", c.color, c.theme, p.Tint)
		}
	}
}

func TestNoColorHasNoLine(t *testing.T) {
	if got := LineColor("blue", ThemeLight); got != "" {
		t.Errorf("blue gives %q", got)
	}
}
