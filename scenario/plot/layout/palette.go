package layout

import (
	"fmt"
	"image/color"
	"math"
	"strconv"
)

// A Palette is the colors of one picture.
type Palette struct {
	Page   color.NRGBA // behind everything; transparent for none
	Under  color.NRGBA // what the page is, or is taken to be where transparent
	Text   color.NRGBA
	Muted  color.NRGBA // text of lesser weight
	Grid   color.NRGBA
	Axis   color.NRGBA
	Strong color.NRGBA // the cap line
	Line   color.NRGBA // the scenario's color, readable on the page
	Tint   color.NRGBA // the scenario's color, pale enough to write on
}

const (
	LineContrast = 3.0 // the least contrast of lines and marks with the page
	TintAlpha    = 31  // of 255
)

var (
	white = color.NRGBA{R: 255, G: 255, B: 255, A: 255}
	black = color.NRGBA{A: 255}
)

func NewPalette(dark, transparent bool, line string) (Palette, error) {
	own, err := ParseColor(line)
	if err != nil {
		return Palette{}, err
	}
	p := Palette{
		Page:   Ground(dark),
		Text:   RGB(0x1B1F27),
		Muted:  RGB(0x556070),
		Grid:   RGB(0xCDD2DB),
		Axis:   RGB(0x8B93A3),
		Strong: RGB(0x1B1F27),
	}
	if dark {
		p = Palette{
			Page:   Ground(dark),
			Text:   RGB(0xE8EAF0),
			Muted:  RGB(0xA3ABBB),
			Grid:   RGB(0x3B414D),
			Axis:   RGB(0x6B7484),
			Strong: RGB(0xE8EAF0),
		}
	}
	p.Under = p.Page
	if transparent {
		p.Page.A = 0
	}
	p.Tint = WithAlpha(own, TintAlpha)
	p.Line = Readable(own, p.Under)
	return p, nil
}

// Ground returns the color of a light page, or of a dark one.
func Ground(dark bool) color.NRGBA {
	if dark {
		return RGB(0x1D2027)
	}
	return white
}

// ParseColor reads a color written #RRGGBB.
func ParseColor(text string) (color.NRGBA, error) {
	if len(text) == 7 && text[0] == '#' {
		if v, err := strconv.ParseUint(text[1:], 16, 32); err == nil {
			return RGB(uint32(v)), nil
		}
	}
	return color.NRGBA{}, fmt.Errorf("color of the line: %q is not written #RRGGBB", text)
}

// RGB returns the opaque color 0xRRGGBB.
func RGB(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 255}
}

// WithAlpha returns the color with another opacity of 255.
func WithAlpha(c color.NRGBA, alpha uint8) color.NRGBA {
	c.A = alpha
	return c
}

// Readable returns c, made darker or lighter as far as it takes to be told from
// the background. The hue stays: darker is less of the same light, lighter the
// same with white light added.
func Readable(c, background color.NRGBA) color.NRGBA {
	if Contrast(c, background) >= LineContrast {
		return c
	}
	target := black
	if Luminance(background) < 0.18 {
		target = white
	}
	low, high := 0.0, 1.0
	for range 12 {
		if mid := (low + high) / 2; Contrast(Mix(c, target, mid), background) < LineContrast {
			low = mid
		} else {
			high = mid
		}
	}
	return Mix(c, target, high)
}

// Contrast returns the contrast ratio of two opaque colors, 1 to 21, as WCAG 2
// defines it.
func Contrast(a, b color.NRGBA) float64 {
	la, lb := Luminance(a), Luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

// Luminance returns the relative luminance of an opaque color, 0 to 1, as WCAG 2
// defines it.
func Luminance(c color.NRGBA) float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// InkOn returns black or white, whichever reads better on c.
func InkOn(c color.NRGBA) color.NRGBA {
	if Contrast(black, c) >= Contrast(white, c) {
		return black
	}
	return white
}

// Mix returns a color with a part t of its light, 0 to 1, taken from another.
func Mix(a, b color.NRGBA, t float64) color.NRGBA {
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
