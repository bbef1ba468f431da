package look_test

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"headroom/ui/look"
)

// luminance and contrast are those of the Web Content Accessibility Guidelines,
// version 2.2, "relative luminance" and "contrast ratio".
func luminance(c color.NRGBA) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

// over returns the color that a translucent one gives on an opaque ground.
func over(top, ground color.NRGBA) color.NRGBA {
	mix := func(t, g uint8) uint8 {
		a := float64(top.A) / 255
		return uint8(math.Round(float64(t)*a + float64(g)*(1-a)))
	}
	return color.NRGBA{R: mix(top.R, ground.R), G: mix(top.G, ground.G), B: mix(top.B, ground.B), A: 255}
}

func TestContrastFormula(t *testing.T) {
	white, black, gray := color.NRGBA{255, 255, 255, 255}, color.NRGBA{0, 0, 0, 255}, color.NRGBA{118, 118, 118, 255}
	if got := contrast(white, black); math.Abs(got-21) > 1e-9 {
		t.Errorf("black on white: %v, want 21", got)
	}
	// #767676 is the lightest gray that passes on white, by the guidelines' own word.
	if got := contrast(white, gray); got < 4.5 || got > 4.6 {
		t.Errorf("#767676 on white: %v, want a little above 4.5", got)
	}
}

func TestTextAndMarksAreReadable(t *testing.T) {
	const text, mark, calm = 4.5, 3.0, 1.35
	surfaces := []fyne.ThemeColorName{
		look.ColorPage, theme.ColorNameBackground, look.ColorCard, look.ColorChip, look.ColorSelected,
		theme.ColorNameInputBackground, theme.ColorNameOverlayBackground, theme.ColorNameMenuBackground,
	}
	pages := []fyne.ThemeColorName{look.ColorPage, look.ColorCard, look.ColorSelected}
	tests := []struct {
		says   string
		name   fyne.ThemeColorName
		on     []fyne.ThemeColorName
		shade  fyne.ThemeColorName // laid between, empty for none
		atmost float64
	}{
		{"text", theme.ColorNameForeground, surfaces, "", text},
		{"secondary text", look.ColorMuted, surfaces, "", text},
		{"placeholder", theme.ColorNamePlaceHolder, surfaces, "", text},
		{"text under the pointer", theme.ColorNameForeground, surfaces, theme.ColorNameHover, text},
		{"text pressed", theme.ColorNameForeground, surfaces, theme.ColorNamePressed, text},
		{"selected text", theme.ColorNameForeground, surfaces, theme.ColorNameSelection, text},
		{"link", theme.ColorNamePrimary, pages, "", text},
		{"hyperlink", theme.ColorNameHyperlink, pages, "", text},
		{"error", theme.ColorNameError, pages, "", text},
		{"warning", theme.ColorNameWarning, pages, "", text},
		{"success", theme.ColorNameSuccess, pages, "", text},
		{"text on primary", theme.ColorNameForegroundOnPrimary, []fyne.ThemeColorName{theme.ColorNamePrimary}, "", text},
		{"text on primary under the pointer", theme.ColorNameForegroundOnPrimary, []fyne.ThemeColorName{theme.ColorNamePrimary}, theme.ColorNameHover, text},
		{"text on error", theme.ColorNameForegroundOnError, []fyne.ThemeColorName{theme.ColorNameError}, "", text},
		{"text on warning", theme.ColorNameForegroundOnWarning, []fyne.ThemeColorName{theme.ColorNameWarning}, "", text},
		{"text on success", theme.ColorNameForegroundOnSuccess, []fyne.ThemeColorName{theme.ColorNameSuccess}, "", text},
		{"focus ring, tab line, slider", theme.ColorNamePrimary, surfaces, "", mark},
		{"filled part of a slider beside its track", theme.ColorNamePrimary, []fyne.ThemeColorName{look.ColorTrack, look.ColorKnob}, "", mark},
		{"edge of what can be used", look.ColorEdge, surfaces, "", mark},
		{"edge of a field as Fyne draws it", theme.ColorNameInputBorder, surfaces, "", mark},
		{"edge of a card that only groups", look.ColorBorder, []fyne.ThemeColorName{look.ColorPage, look.ColorCard}, "", calm},
		{"border of a bad entry", theme.ColorNameError, surfaces, "", mark},
		{"box to tick, crosshair", look.ColorMuted, surfaces, "", mark},
		{"scroll bar", theme.ColorNameScrollBar, []fyne.ThemeColorName{look.ColorPage, look.ColorCard}, "", mark},
	}
	for _, mode := range []look.Mode{look.ModeLight, look.ModeDark} {
		th := look.NewTheme(mode)
		at := func(name fyne.ThemeColorName) color.NRGBA { return th.Color(name, theme.VariantLight).(color.NRGBA) }
		for _, tc := range tests {
			for _, surface := range tc.on {
				ground := at(surface)
				if tc.shade != "" {
					ground = over(at(tc.shade), ground)
				}
				if got := contrast(over(at(tc.name), ground), ground); got < tc.atmost {
					t.Errorf("%s: %s on %s: contrast %.2f, want %.1f", mode, tc.says, surface, got, tc.atmost)
				}
			}
		}
	}
}

func TestThemeDefinesEveryColor(t *testing.T) {
	for _, mode := range []look.Mode{look.ModeSystem, look.ModeLight, look.ModeDark} {
		test.AssertAllColorNamesDefined(t, look.NewTheme(mode), "headroom "+string(mode))
	}
}

func TestModeDecidesBetweenLightAndDark(t *testing.T) {
	tests := []struct {
		mode    look.Mode
		desktop fyne.ThemeVariant
		dark    bool
	}{
		{look.ModeSystem, theme.VariantLight, false},
		{look.ModeSystem, theme.VariantDark, true},
		{look.ModeLight, theme.VariantDark, false},
		{look.ModeDark, theme.VariantLight, true},
		{"sepia", theme.VariantDark, true},
	}
	for _, tc := range tests {
		th := look.NewTheme(tc.mode)
		if got := th.Dark(tc.desktop); got != tc.dark {
			t.Errorf("mode %q on a desktop of variant %d: dark is %v", tc.mode, tc.desktop, got)
		}
		ground := th.Color(theme.ColorNameBackground, tc.desktop).(color.NRGBA)
		if got := luminance(ground) < 0.2; got != tc.dark {
			t.Errorf("mode %q on a desktop of variant %d: the page is %v", tc.mode, tc.desktop, ground)
		}
	}
}

func TestColorFollowsTheRunningApp(t *testing.T) {
	a := test.NewTempApp(t)
	for _, mode := range []look.Mode{look.ModeLight, look.ModeDark} {
		a.Settings().SetTheme(look.NewTheme(mode))
		if got := look.Dark(); got != (mode == look.ModeDark) {
			t.Errorf("theme %s: Dark is %v", mode, got)
		}
		if got, want := look.Color(look.ColorCard), look.NewTheme(mode).Color(look.ColorCard, 0); got != want {
			t.Errorf("theme %s: card is %v, want %v", mode, got, want)
		}
	}
	a.Settings().SetTheme(theme.DefaultTheme())
	if look.Color(look.ColorCard) == color.Transparent {
		t.Error("under another theme the card has no color")
	}
}

func TestScenarioColorsStayAsTheyAre(t *testing.T) {
	// Okabe and Ito's set, as published.
	for hex, want := range map[string]color.NRGBA{
		"#0072B2": {0, 114, 178, 255}, "#D55E00": {213, 94, 0, 255}, "#009E73": {0, 158, 115, 255},
		"#CC79A7": {204, 121, 167, 255}, "#E69F00": {230, 159, 0, 255}, "#56B4E9": {86, 180, 233, 255},
		"#F0E442": {240, 228, 66, 255}, "#000000": {0, 0, 0, 255},
	} {
		if got := look.Hex(hex); got != want {
			t.Errorf("%s: %v, want %v", hex, got, want)
		}
	}
	for _, bad := range []string{"", "0072B2", "#0072B", "#0072B20", "#0072BG", "#+072B2"} {
		if got := look.Hex(bad); got != color.Transparent {
			t.Errorf("%q: %v, want transparent", bad, got)
		}
	}
}
