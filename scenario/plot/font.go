package plot

import (
	"fmt"
	"sync"
	"unicode"

	"github.com/golang/freetype/truetype"
	"golang.org/x/image/math/fixed"

	"headroom/assets"
)

// A typeface is the font of all pictures, in its two weights.
type typeface struct{ regular, bold *truetype.Font }

// loadFont parses the embedded font on its first use. Parsed fonts are only
// read, so pictures may be drawn at the same time.
var loadFont = sync.OnceValues(func() (typeface, error) {
	regular, err := truetype.Parse(assets.FontRegular)
	if err != nil {
		return typeface{}, fmt.Errorf("parse the regular font: %w", err)
	}
	bold, err := truetype.Parse(assets.FontBold)
	if err != nil {
		return typeface{}, fmt.Errorf("parse the bold font: %w", err)
	}
	return typeface{regular, bold}, nil
})

func (t typeface) of(bold bool) *truetype.Font {
	if bold {
		return t.bold
	}
	return t.regular
}

// unseen reports whether a character has no shape of its own, but says how others
// are shown: where a word may break, which way it runs, that a letter is an emoji.
func unseen(c rune) bool {
	return unicode.Is(unicode.Variation_Selector, c) ||
		unicode.Is(unicode.Cf, c) && !unicode.Is(unicode.Prepended_Concatenation_Mark, c)
}

// How far text reaches above and below its baseline, as parts of its size: tall
// letters and the feet of p and $. Accents of capitals reach farther.
const (
	textRise  = 0.78
	textFall  = 0.24
	capHeight = 0.714 // of the letter H
)

// cacheLimit bounds the caches of text: labels change with every step of a
// drag, so they would grow for as long as the window is open.
const cacheLimit = 512

type textKey struct {
	body string
	font *truetype.Font
	size float64
}

// A ruler measures text, and remembers.
type ruler struct {
	widths map[textKey]float64
	bold   *truetype.Font // unless nil, room is left for other fonts, and this is the bold one
}

func newRuler() *ruler { return &ruler{widths: map[textKey]float64{}} }

// How much wider text may be in another font, which programs take that lack this
// one: as in DejaVu Sans, which is among the widest, and whose digits and signs are wider yet.
const (
	roomRegular = 1.17
	roomBold    = 1.25
)

// width returns the room to leave for a line of text whose size is the given number
// of pixels, in such pixels. It does not depend on the scale it is drawn at.
func (r *ruler) width(body string, font *truetype.Font, size float64) float64 {
	own := r.own(body, font, size)
	switch {
	case r.bold == nil:
		return own
	case font == r.bold:
		return roomBold * own
	}
	return roomRegular * own
}

// own returns the width of a line of text in the font itself.
func (r *ruler) own(body string, font *truetype.Font, size float64) float64 {
	key := textKey{body, font, size}
	if w, ok := r.widths[key]; ok {
		return w
	}
	em := fixed.Int26_6(font.FUnitsPerEm())
	units := 0
	for _, c := range body {
		if unseen(c) {
			continue
		}
		units += int(font.HMetric(em, font.Index(c)).AdvanceWidth)
	}
	w := float64(units) / float64(em) * size
	if len(r.widths) >= cacheLimit {
		clear(r.widths)
	}
	r.widths[key] = w
	return w
}

// shorten returns body, cut short with an ellipsis where it is wider than the
// room there is, and empty where not even that fits.
func (r *ruler) shorten(body string, font *truetype.Font, size, room float64) string {
	if r.width(body, font, size) <= room {
		return body
	}
	runes := []rune(body)
	low, high := 0, len(runes)
	for low < high {
		mid := (low + high + 1) / 2
		if r.width(string(runes[:mid])+"…", font, size) <= room {
			low = mid
		} else {
			high = mid - 1
		}
	}
	if low == 0 {
		return ""
	}
	for low > 1 && unicode.IsSpace(runes[low-1]) {
		low--
	}
	return string(runes[:low]) + "…"
}

// shortenInside returns body, cut short with an ellipsis in its middle where it
// is wider than the room there is.
func (r *ruler) shortenInside(body string, font *truetype.Font, size, room float64) string {
	runes := []rune(body)
	for keep := len(runes); keep > 1; keep-- {
		cut := body
		if keep < len(runes) {
			cut = string(runes[:keep/2]) + "…" + string(runes[len(runes)-(keep+1)/2:])
		}
		if r.width(cut, font, size) <= room {
			return cut
		}
	}
	return r.shorten(body, font, size, room)
}
