package paint

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"

	"github.com/golang/freetype/raster"
)

// A runPainter lays one color over an image, in the runs of pixels that a
// rasterizer hands it. Pictures are mostly runs of one color: those are blended
// once and copied.
type runPainter struct {
	img *image.RGBA
	ink color.NRGBA

	cover    uint32 // 0 to 65535: the color's alpha times the run's
	from, to uint32 // the last pixel blended with that cover, and what it became
	known    bool
}

var _ raster.Painter = (*runPainter)(nil)

func (p *runPainter) use(img *image.RGBA, c color.NRGBA) {
	*p = runPainter{img: img, ink: c}
}

// Paint lays the color over the given runs.
func (p *runPainter) Paint(spans []raster.Span, _ bool) {
	at := p.img.Rect
	for _, s := range spans {
		x0, x1 := max(at.Min.X, s.X0), min(at.Max.X, s.X1)
		if s.Y < at.Min.Y || s.Y >= at.Max.Y || x0 >= x1 {
			continue
		}
		p.run(p.img.Pix[p.img.PixOffset(x0, s.Y):][:4*(x1-x0)], s.Alpha)
	}
}

// rect lays the color over a rectangle.
func (p *runPainter) rect(r image.Rectangle) {
	r = r.Intersect(p.img.Rect)
	if r.Empty() {
		return
	}
	first := p.img.Pix[p.img.PixOffset(r.Min.X, r.Min.Y):][:4*r.Dx()]
	p.run(first, 0xffff)
	for y := r.Min.Y + 1; y < r.Max.Y; y++ {
		row := p.img.Pix[p.img.PixOffset(r.Min.X, y):][:4*r.Dx()]
		if p.ink.A == 0xff {
			copy(row, first)
		} else {
			p.run(row, 0xffff)
		}
	}
}

// run lays the color over adjacent pixels of one row.
func (p *runPainter) run(row []byte, alpha uint32) {
	cover := (alpha*uint32(p.ink.A) + 127) / 255
	switch {
	case cover == 0:
		return
	case cover == 0xffff:
		flood(row, pixel(p.ink))
	case len(row) > 16 && bytes.Equal(row[4:], row[:len(row)-4]):
		flood(row, p.over(binary.LittleEndian.Uint32(row), cover))
	default:
		for i := 0; i < len(row); i += 4 {
			binary.LittleEndian.PutUint32(row[i:], p.over(binary.LittleEndian.Uint32(row[i:]), cover))
		}
	}
}

// over returns what a pixel becomes under the color, and remembers it.
func (p *runPainter) over(px, cover uint32) uint32 {
	if !p.known || px != p.from || cover != p.cover {
		p.from, p.cover, p.known = px, cover, true
		p.to = blend(px, p.ink, cover)
	}
	return p.to
}

// blend returns a premultiplied pixel under a color that covers the given part
// of it, of 65535.
func blend(px uint32, c color.NRGBA, cover uint32) uint32 {
	rest := 0xffff - cover
	mix := func(top uint8, shift uint) uint32 {
		return (uint32(top)*cover + (px>>shift&0xff)*rest + 0x7fff) / 0xffff << shift
	}
	return mix(c.R, 0) | mix(c.G, 8) | mix(c.B, 16) | mix(0xff, 24)
}

func pixel(c color.NRGBA) uint32 {
	return uint32(c.R) | uint32(c.G)<<8 | uint32(c.B)<<16 | 0xff<<24
}

// flood sets all pixels of a row.
func flood(row []byte, px uint32) {
	if len(row) == 0 {
		return
	}
	binary.LittleEndian.PutUint32(row, px)
	for done := 4; done < len(row); done *= 2 {
		copy(row[done:], row[:done])
	}
}
