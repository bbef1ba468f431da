package paint

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

// cacheLimit bounds the caches of text: labels change with every step of a
// drag, so they would grow for as long as the window is open.
const cacheLimit = 512

// A textKey is what the width and the mask of a text depend on.
type textKey struct {
	body string
	bold bool
	size float64
}

// A Ruler measures text, and remembers. It must not be used by two goroutines at
// once.
type Ruler struct {
	// Roomy leaves room for other fonts: measured widths are those of wide ones.
	Roomy bool

	face   typeface
	widths map[textKey]float64
}

// NewRuler returns a ruler for the embedded font. It fails where that cannot be
// read.
func NewRuler() (*Ruler, error) {
	face, err := loadFont()
	if err != nil {
		return nil, err
	}
	return &Ruler{face: face, widths: map[textKey]float64{}}, nil
}

// How much wider text may be in another font, which programs take that lack this
// one: as in DejaVu Sans, which is among the widest, and whose digits and signs are wider yet.
const (
	roomRegular = 1.17
	roomBold    = 1.25
)

// Width returns the room to leave for a line of text whose size is the given number
// of pixels, in such pixels. It does not depend on the scale it is drawn at.
func (r *Ruler) Width(body string, bold bool, size float64) float64 {
	own := r.own(body, bold, size)
	switch {
	case !r.Roomy:
		return own
	case bold:
		return roomBold * own
	}
	return roomRegular * own
}

// own returns the width of a line of text in the font itself.
func (r *Ruler) own(body string, bold bool, size float64) float64 {
	key := textKey{body, bold, size}
	if w, ok := r.widths[key]; ok {
		return w
	}
	font := r.face.of(bold)
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

// Lacks reports whether a character is shown as a box, because the font has no
// shape for it.
func (r *Ruler) Lacks(c rune, bold bool) bool { return !unseen(c) && r.face.of(bold).Index(c) == 0 }

// Shorten returns body, cut short with an ellipsis where it is wider than the
// room there is, and empty where not even that fits.
func (r *Ruler) Shorten(body string, bold bool, size, room float64) string {
	if r.Width(body, bold, size) <= room {
		return body
	}
	runes := []rune(body)
	low, high := 0, len(runes)
	for low < high {
		mid := (low + high + 1) / 2
		if r.Width(string(runes[:mid])+"…", bold, size) <= room {
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

// ShortenInside returns body, cut short with an ellipsis in its middle where it
// is wider than the room there is.
func (r *Ruler) ShortenInside(body string, bold bool, size, room float64) string {
	runes := []rune(body)
	for keep := len(runes); keep > 1; keep-- {
		cut := body
		if keep < len(runes) {
			cut = string(runes[:keep/2]) + "…" + string(runes[len(runes)-(keep+1)/2:])
		}
		if r.Width(cut, bold, size) <= room {
			return cut
		}
	}
	return r.Shorten(body, bold, size, room)
}
