package swept

import (
	"image/color"
	"math"

	"headroom/scenario/plot"
	"headroom/scenario/plot/layout"
)

// The two sides of a bar: with more of the input, and with less. They are of Okabe and
// Ito's set, one dark and one light, so that nobody needs their hue.
const (
	moreColor = 0x0072B2
	lessColor = 0x56B4E9
)

// The ends of a map's colors, from the least result to the greatest: one hue, each step
// lighter than the one before, so that they are told apart without seeing colors.
var mapColors = [...]uint32{0x123C5C, 0x1B5E8C, 0x2D86C6, 0x6FB4E4, 0xB9DCF4, 0xE6F3FC}

// ramp returns the color of a part of the way from the least result to the greatest.
func ramp(part float64) color.NRGBA {
	at := min(max(part, 0), 1) * float64(len(mapColors)-1)
	i := min(int(at), len(mapColors)-2)
	a, b, t := layout.RGB(mapColors[i]), layout.RGB(mapColors[i+1]), at-float64(i)
	mix := func(x, y uint8) uint8 { return uint8(math.Round(float64(x)*(1-t) + float64(y)*t)) }
	return color.NRGBA{R: mix(a.R, b.R), G: mix(a.G, b.G), B: mix(a.B, b.B), A: 255}
}

// without is the color of cells in which the cap is not reached, or there is no result:
// a gray, which no step of the ramp is.
func without(p *layout.Page) color.NRGBA {
	if dark(p) {
		return layout.RGB(0x454B57)
	}
	return layout.RGB(0xC9CDD5)
}

func dark(p *layout.Page) bool { return layout.Luminance(p.Colors.Under) < 0.18 }

// sides returns the colors of bars, readable on the page.
func sides(p *layout.Page) (more, less color.NRGBA) {
	more, less = layout.Readable(layout.RGB(moreColor), p.Colors.Under), layout.RGB(lessColor)
	if dark(p) {
		more, less = layout.RGB(lessColor), layout.Readable(layout.RGB(moreColor), p.Colors.Under)
	}
	return more, less
}

// lines are the colors of several lines in one plot.
var lines = [...]uint32{0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x7F7F7F}

func lineColor(p *layout.Page, i int) color.NRGBA {
	return layout.Readable(layout.RGB(lines[i%len(lines)]), p.Colors.Under)
}

var _ plot.Chart = Tornado{}
