package plot

import (
	"fmt"
	"image/color"
	"math"
	"strconv"
)

// A palette is the colors of one picture.
type palette struct {
	page   color.NRGBA // behind everything; transparent for none
	under  color.NRGBA // what the page is, or is taken to be where transparent
	text   color.NRGBA
	muted  color.NRGBA // text of lesser weight
	grid   color.NRGBA
	axis   color.NRGBA
	strong color.NRGBA // the cap line
	line   color.NRGBA // the scenario's color, readable on the page
	tint   color.NRGBA // the scenario's color, pale enough to write on
}

const (
	lineContrast = 3.0 // the least contrast of lines and marks with the page
	tintAlpha    = 31  // of 255
)

var (
	white = color.NRGBA{R: 255, G: 255, B: 255, A: 255}
	black = color.NRGBA{A: 255}
)

func newPalette(theme Theme, line string) (palette, error) {
	own, err := parseColor(line)
	if err != nil {
		return palette{}, err
	}
	p := palette{
		page:   groundOf(theme),
		text:   rgb(0x1B1F27),
		muted:  rgb(0x556070),
		grid:   rgb(0xCDD2DB),
		axis:   rgb(0x8B93A3),
		strong: rgb(0x1B1F27),
	}
	if theme.dark() {
		p = palette{
			page:   groundOf(theme),
			text:   rgb(0xE8EAF0),
			muted:  rgb(0xA3ABBB),
			grid:   rgb(0x3B414D),
			axis:   rgb(0x6B7484),
			strong: rgb(0xE8EAF0),
		}
	}
	p.under = p.page
	if theme.Transparent() {
		p.page.A = 0
	}
	p.tint = withAlpha(own, tintAlpha)
	p.line = readable(own, p.under)
	return p, nil
}

// groundOf returns the color of the page that a theme is for.
func groundOf(theme Theme) color.NRGBA {
	if theme.dark() {
		return rgb(0x1D2027)
	}
	return white
}

// LineColor returns the color, written #RRGGBB, in which the line of a scenario of
// that color is drawn: the color itself, or darker or lighter where it could
// hardly be told from the page. It is empty where the color is not written so.
func LineColor(line string, theme Theme) string {
	p, err := newPalette(theme, line)
	if err != nil {
		return ""
	}
	return fmt.Sprintf("#%02X%02X%02X", p.line.R, p.line.G, p.line.B)
}

func parseColor(text string) (color.NRGBA, error) {
	if len(text) == 7 && text[0] == '#' {
		if v, err := strconv.ParseUint(text[1:], 16, 32); err == nil {
			return rgb(uint32(v)), nil
		}
	}
	return color.NRGBA{}, fmt.Errorf("color of the line: %q is not written #RRGGBB", text)
}

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 255}
}

func withAlpha(c color.NRGBA, alpha uint8) color.NRGBA {
	c.A = alpha
	return c
}

// readable returns c, made darker or lighter as far as it takes to be told from
// the background. The hue stays: darker is less of the same light, lighter the
// same with white light added.
func readable(c, background color.NRGBA) color.NRGBA {
	if contrast(c, background) >= lineContrast {
		return c
	}
	target := black
	if luminance(background) < 0.18 {
		target = white
	}
	low, high := 0.0, 1.0
	for range 12 {
		if mid := (low + high) / 2; contrast(mixLight(c, target, mid), background) < lineContrast {
			low = mid
		} else {
			high = mid
		}
	}
	return mixLight(c, target, high)
}

// contrast returns the contrast ratio of two opaque colors, 1 to 21, as WCAG 2
// defines it.
func contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

// luminance returns the relative luminance of an opaque color, 0 to 1, as WCAG 2
// defines it.
func luminance(c color.NRGBA) float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// inkOn returns black or white, whichever reads better on c.
func inkOn(c color.NRGBA) color.NRGBA {
	if contrast(black, c) >= contrast(white, c) {
		return black
	}
	return white
}

func mixLight(a, b color.NRGBA, t float64) color.NRGBA {
	mix := func(x, y uint8) uint8 { return encoded(linear(x)*(1-t) + linear(y)*t) }
	return color.NRGBA{R: mix(a.R, b.R), G: mix(a.G, b.G), B: mix(a.B, b.B), A: 255}
}

// linear returns the light of one sRGB channel, 0 to 1.
func linear(v uint8) float64 {
	c := float64(v) / 255
	if c <= 0.04045 {
		return c / 12.92
	}
	return math.Pow((c+0.055)/1.055, 2.4)
}

// encoded is the inverse of linear.
func encoded(light float64) uint8 {
	if light <= 0.0031308 {
		return uint8(math.Round(255 * 12.92 * light))
	}
	return uint8(math.Round(255 * (1.055*math.Pow(light, 1/2.4) - 0.055)))
}
