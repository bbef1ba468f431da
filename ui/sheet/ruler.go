package sheet

import (
	"strings"

	"fyne.io/fyne/v2"

	"headroom/ui/look"
)

// A ruler tells how wide texts are by adding up their characters, which is quick
// enough to measure a table of hundreds of rows in every frame.
type ruler struct{ advances [3]map[rune]float32 }

// A face is how a text is written.
type face int

const (
	faceText face = iota
	faceBold
	faceTitle
)

func (f face) size() float32 {
	if f == faceTitle {
		return look.SizeCaption
	}
	return look.SizeText
}

func (f face) style() fyne.TextStyle { return fyne.TextStyle{Bold: f == faceBold} }

// slack is what characters side by side may ask for more than each alone.
const slack = 2

// width returns how wide a text is on one line.
func (r *ruler) width(text string, of face) float32 {
	if r.advances[of] == nil {
		r.advances[of] = map[rune]float32{}
	}
	advances, total := r.advances[of], float32(0)
	for _, c := range text {
		advance, ok := advances[c]
		if !ok {
			advance = fyne.MeasureText(string(c), of.size(), of.style()).Width
			advances[c] = advance
		}
		total += advance
	}
	return total
}

// longest returns how wide the longest word of a text is.
func (r *ruler) longest(text string, of face) (width float32) {
	for word := range strings.FieldsSeq(text) {
		width = max(width, r.width(word, of))
	}
	return width
}

// halved returns how wide a text is that is broken into two lines of about the same
// width.
func (r *ruler) halved(text string, of face) float32 {
	least := r.width(text, of)
	for i, c := range text {
		if c == ' ' {
			least = min(least, max(r.width(text[:i], of), r.width(text[i+1:], of)))
		}
	}
	return least
}

// lines breaks a text into at most so many lines of a width; what has no room ends
// in an ellipsis.
func (r *ruler) lines(text string, width float32, of face, most int) []string {
	if r.width(text, of) <= width {
		return []string{text}
	}
	words := strings.Fields(text)
	var lines []string
	for i, word := range words {
		last := len(lines) - 1
		if last >= 0 && r.width(lines[last]+" "+word, of) <= width {
			lines[last] += " " + word
			continue
		}
		if len(lines) == most {
			lines[last] = r.cut(lines[last]+" "+strings.Join(words[i:], " "), width, of)
			return lines
		}
		lines = append(lines, r.cut(word, width, of))
	}
	return lines
}

// cut ends a text in an ellipsis where it is wider than width.
func (r *ruler) cut(text string, width float32, of face) string {
	if r.width(text, of) <= width {
		return text
	}
	return look.Ellipsis(text, width, of.size(), of.style())
}
