package paint

import (
	"image"
	"image/color"
	"image/draw"
	"math/rand/v2"
	"testing"

	"github.com/golang/freetype/raster"
)

// The painter of runs is held against the standard library's drawing, pixel by
// pixel.
func TestRunPainter(t *testing.T) {
	dice := rand.New(rand.NewPCG(3, 4))
	ours := image.NewRGBA(image.Rect(0, 0, 64, 4))
	theirs := image.NewRGBA(ours.Rect)
	var p runPainter
	for range 3000 {
		c := color.NRGBA{R: uint8(dice.IntN(256)), G: uint8(dice.IntN(256)), B: uint8(dice.IntN(256)), A: uint8(dice.IntN(256))}
		if dice.IntN(3) == 0 {
			c.A = 255
		}
		span := raster.Span{Y: dice.IntN(6) - 1, X0: dice.IntN(70) - 3, Alpha: uint32(dice.IntN(0x10000))}
		span.X1 = span.X0 + dice.IntN(70)
		if dice.IntN(3) == 0 {
			span.Alpha = 0xffff
		}
		p.use(ours, c)
		p.Paint([]raster.Span{span}, true)
		cover := float64(span.Alpha) / 0xffff * float64(c.A) / 255
		draw.Draw(theirs, image.Rect(span.X0, span.Y, span.X1, span.Y+1),
			image.NewUniform(color.NRGBA64{uint16(c.R) * 0x101, uint16(c.G) * 0x101, uint16(c.B) * 0x101, uint16(cover*0xffff + 0.5)}),
			image.Point{}, draw.Over)
		for i := range ours.Pix {
			if off := int(ours.Pix[i]) - int(theirs.Pix[i]); max(off, -off) > 2 {
				t.Fatalf("the byte %d is off by %d after %+v in %v", i, off, span, c)
			}
		}
		copy(theirs.Pix, ours.Pix)
	}
}
