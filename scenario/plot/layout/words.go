package layout

import (
	"image/color"
	"slices"
	"strings"
	"unicode"

	"headroom/scenario/plot/paint"
)

// Fitted returns a text that people typed, on one line, cut to the room.
func (l *Page) Fitted(body string, size float64, bold bool, room float64) string {
	return l.Ruler.Shorten(OneLine(body), bold, size*l.Unit, room)
}

// OneLine returns a text without what moves the place where it is written: line
// breaks and other control characters become spaces, and those that turn the
// direction of writing, which would let a name rewrite a figure beside it, are
// left out.
func OneLine(body string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r):
			return ' '
		case unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(body, "\uFFFD"))
}

// TextSize returns the size of ordinary text.
func (l *Page) TextSize() float64 { return SizeText * l.Unit }

// Width returns the width of a line of text.
func (l *Page) Width(body string, size float64, bold bool) float64 {
	return l.Ruler.Width(body, bold, size*l.Unit)
}

// Put writes a line of text and returns what it covers.
func (l *Page) Put(body string, at Place, size float64, bold bool, color color.NRGBA) Rect {
	if body == "" {
		return Rect{}
	}
	size *= l.Unit
	w := l.Ruler.Width(body, bold, size)
	x := at.X - at.Anchor*w
	box := boxOf(x, at.Y, w, size)
	l.Texts = append(l.Texts, Text{
		paint.Text{Body: body, X: x, Y: at.Y, Anchor: at.Anchor, Size: size, Bold: bold, Color: color}, box,
	})
	return box
}

// Wrapped breaks words into lines no wider than the room, the last of the most
// lines cut short.
func (l *Page) Wrapped(body string, size float64, bold bool, room float64, most int) []string {
	var lines []string
	for _, word := range strings.Fields(body) {
		n := len(lines)
		switch {
		case n > 0 && l.Width(lines[n-1]+" "+word, size, bold) <= room, n == most:
			lines[n-1] += " " + word
		default:
			lines = append(lines, word)
		}
	}
	for i, line := range lines {
		lines[i] = l.Fitted(line, size, bold, room)
	}
	return lines
}

// Apart returns names, each on one line cut to the room: at its end, or in its
// middle where names that differ would otherwise read alike.
func (l *Page) Apart(names []string, size float64, bold bool, room float64) []string {
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = l.Fitted(name, size, bold, room)
	}
	for i, short := range slices.Clone(out) {
		for j, other := range names {
			if other != names[i] && short != "" && short == l.Fitted(other, size, bold, room) && j != i {
				out[i] = l.Ruler.ShortenInside(OneLine(names[i]), bold, size*l.Unit, room)
			}
		}
	}
	return out
}

// LineIn returns the size of text whose lines lie so far apart.
func LineIn(high float64) float64 { return 0.98 * high / (TextRise + TextFall) }
