package paint

import (
	"image"
	"math"

	"github.com/golang/freetype/truetype"
	"golang.org/x/image/font"
	"golang.org/x/image/math/fixed"
)

// A mask is a line of text, drawn once: how far it covers each pixel around the
// left end of its baseline.
type mask struct {
	alpha  *image.Alpha
	origin image.Point // of the baseline within alpha
}

// A maskCache remembers the masks of texts by what they say, their weight and
// their size in device pixels.
type maskCache struct {
	masks map[textKey]mask
	faces map[textKey]font.Face // by weight and size
}

func newMaskCache() maskCache {
	return maskCache{masks: map[textKey]mask{}, faces: map[textKey]font.Face{}}
}

// get returns the mask of a text whose size and width are in device pixels.
func (c *maskCache) get(key textKey, fonts typeface, width float64) mask {
	if m, ok := c.masks[key]; ok {
		return m
	}
	if len(c.masks) >= cacheLimit {
		clear(c.masks)
	}
	m := drawMask(key, c.face(key, fonts), width)
	c.masks[key] = m
	return m
}

func (c *maskCache) face(key textKey, fonts typeface) font.Face {
	key.body = ""
	if f, ok := c.faces[key]; ok {
		return f
	}
	if len(c.faces) >= 32 {
		clear(c.faces)
	}
	f := truetype.NewFace(fonts.of(key.bold), &truetype.Options{
		Size:              key.size,
		DPI:               72,
		GlyphCacheEntries: 1, // whole texts are remembered instead
		SubPixelsX:        8,
	})
	c.faces[key] = f
	return f
}

func drawMask(key textKey, face font.Face, width float64) mask {
	rise, fall, side := int(math.Ceil(1.15*key.size)), int(math.Ceil(0.4*key.size)), int(math.Ceil(0.3*key.size))
	m := mask{
		alpha:  image.NewAlpha(image.Rect(0, 0, int(math.Ceil(width))+2*side, rise+fall)),
		origin: image.Pt(side, rise),
	}
	dot := fixed.P(m.origin.X, m.origin.Y)
	for _, char := range key.body {
		if unseen(char) {
			continue
		}
		where, glyph, from, advance, ok := face.Glyph(dot, char)
		if ok {
			m.add(where, glyph, from)
		}
		dot.X += advance
	}
	return m
}

// add lays one glyph over the mask. Where glyphs overlap, the denser counts.
func (m mask) add(where image.Rectangle, glyph image.Image, from image.Point) {
	src, ok := glyph.(*image.Alpha)
	if !ok {
		return
	}
	visible := where.Intersect(m.alpha.Rect)
	for y := visible.Min.Y; y < visible.Max.Y; y++ {
		in := src.Pix[src.PixOffset(from.X+visible.Min.X-where.Min.X, from.Y+y-where.Min.Y):][:visible.Dx()]
		out := m.alpha.Pix[m.alpha.PixOffset(visible.Min.X, y):][:visible.Dx()]
		for i, a := range in {
			out[i] = max(out[i], a)
		}
	}
}

// Text draws a line of text whose baseline begins near the given place: on a
// whole device pixel, so that the same text always looks the same.
func (r *Raster) Text(t *Text) {
	if !t.shows() {
		return
	}
	key := textKey{t.Body, t.Bold, t.Size * r.scale}
	m := r.masks.get(key, r.ruler.face, r.ruler.Width(t.Body, t.Bold, t.Size)*r.scale)
	at := image.Pt(whole(t.X*r.scale), whole(t.Y*r.scale)).Sub(m.origin)
	visible := m.alpha.Rect.Add(at).Intersect(r.img.Rect)
	r.runs.use(r.img, t.Color)
	for y := visible.Min.Y; y < visible.Max.Y; y++ {
		in := m.alpha.Pix[m.alpha.PixOffset(visible.Min.X-at.X, y-at.Y):][:visible.Dx()]
		out := r.img.Pix[r.img.PixOffset(visible.Min.X, y):][:4*visible.Dx()]
		for i, a := range in {
			if a != 0 {
				r.runs.run(out[4*i:4*i+4], uint32(a)*0x101)
			}
		}
	}
}
