package plot

import (
	"image/color"
	"math"
	"strings"
	"testing"
)

// palettes are the themes with many colors of lines: those of color-blind
// safe sets and the worst there are.
func palettes(t *testing.T) map[string]palette {
	t.Helper()
	out := map[string]palette{}
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
		tinted := over(p.under, p.tint)
		for what, c := range map[string][3]any{
			"text on the page":        {p.text, p.under, 4.5},
			"text on the tint":        {p.text, tinted, 4.5},
			"lesser text on the page": {p.muted, p.under, 4.5},
			"lesser text on the tint": {p.muted, tinted, 4.5},
			"amounts in bars":         {inkOn(p.line), p.line, 4.5},
			"the line on the page":    {p.line, p.under, 3.0},
			"the cap line":            {p.strong, p.under, 3.0},
			"the axis on the page":    {p.axis, p.under, 3.0},
		} {
			if got := contrast(c[0].(color.NRGBA), c[1].(color.NRGBA)); got < c[2].(float64) {
				t.Errorf("%s, %s: contrast %.2f, want %.1f", name, what, got, c[2])
			}
		}
		// The grid is seen, but less than anything that carries meaning.
		if got := contrast(p.grid, p.under); got < 1.45 || got > 2 {
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
		own, _ := parseColor(c.color)
		got := "lighter"
		switch {
		case p.line == own:
			got = c.color
		case luminance(p.line) < luminance(own):
			got = "darker"
		}
		if got != c.want {
			t.Errorf("%s on %s becomes %v, want %s", c.color, c.theme, p.line, c.want)
		}
		if name, err := parseColor(LineColor(c.color, c.theme)); err != nil || name != p.line {
			t.Errorf("%s on %s is said to be %v, but drawn %v: %v", c.color, c.theme, name, p.line, err)
		}
		if p.tint.R != own.R || p.tint.G != own.G || p.tint.B != own.B {
			t.Errorf("%s on %s: the tint is %v", c.color, c.theme, p.tint)
		}
	}
}

func TestNoColorHasNoLine(t *testing.T) {
	if got := LineColor("blue", ThemeLight); got != "" {
		t.Errorf("blue gives %q", got)
	}
}

func TestParseColor(t *testing.T) {
	for _, bad := range []string{"", "#", "0072B2", "#0072B", "#0072B2FF", "#00GGB2", "#+072B2", "# 72B2", "blue", "#0072Bé"} {
		if c, err := parseColor(bad); err == nil || !strings.Contains(err.Error(), "#RRGGBB") {
			t.Errorf("%q gives %v, %v", bad, c, err)
		}
	}
	if c, err := parseColor("#0a7Fb2"); err != nil || c != (color.NRGBA{R: 0x0a, G: 0x7f, B: 0xb2, A: 255}) {
		t.Errorf("got %v, %v", c, err)
	}
}

// The reference values are WCAG's: 21 for black on white, and #777777 as the
// classic gray just below 4.5 on white.
func TestContrastAsDefined(t *testing.T) {
	if got := contrast(black, white); !near(got, 21, 1e-9) {
		t.Errorf("black on white: %v", got)
	}
	if got := contrast(rgb(0x777777), white); !near(got, 4.48, 0.005) {
		t.Errorf("#777777 on white: %v", got)
	}
	for v := range 256 {
		if got := encoded(linear(uint8(v))); got != uint8(v) {
			t.Errorf("channel %d comes back as %d", v, got)
		}
	}
}
