package ui

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"headroom/ui/look"
)

// A cellText is the text of a table's cell, on as many lines as the width takes
// that it is given. Its least height is that for the width given last.
type cellText struct {
	widget.BaseWidget

	name  fyne.ThemeColorName
	size  float32
	bold  bool
	align fyne.TextAlign

	content string
	words   []float32 // widths
	space   float32
	room    float32
	lines   []string
}

// newCellText returns a cell without text yet.
func newCellText(size float32, name fyne.ThemeColorName, align fyne.TextAlign) *cellText {
	t := &cellText{size: size, name: name, align: align}
	t.ExtendBaseWidget(t)
	return t
}

func (t *cellText) style() fyne.TextStyle { return fyne.TextStyle{Bold: t.bold} }

func (t *cellText) measure(text string) float32 {
	return fyne.MeasureText(text, t.size, t.style()).Width
}

// set shows another text, in a color; it reports whether anything is another.
func (t *cellText) set(content string, name fyne.ThemeColorName) bool {
	if content == t.content && name == t.name {
		return false
	}
	t.content, t.name = content, name
	t.measureWords()
	t.Refresh()
	return true
}

// setBold shows the text bold or not; it reports whether it was otherwise.
func (t *cellText) setBold(bold bool) bool {
	if bold == t.bold {
		return false
	}
	t.bold = bold
	t.measureWords()
	t.Refresh()
	return true
}

func (t *cellText) measureWords() {
	t.space = t.measure(" ")
	t.words = t.words[:0]
	for _, word := range strings.Fields(t.content) {
		t.words = append(t.words, t.measure(word))
	}
	t.lines = t.broken(t.room)
}

// natural returns the width of the text on one line.
func (t *cellText) natural() float32 {
	width := float32(0)
	for i, word := range t.words {
		if i > 0 {
			width += t.space
		}
		width += word
	}
	return ceil(width)
}

// least returns the width of the longest word, as far as a cell gives way to it.
func (t *cellText) least() float32 {
	const most = 120
	width := float32(0)
	for _, word := range t.words {
		width = max(width, word)
	}
	return ceil(min(width, most))
}

// ceil leaves room for what measuring word by word does not see.
func ceil(width float32) float32 {
	if width == 0 {
		return 0
	}
	return float32(int(width)) + 2
}

// wrap breaks the text for a width.
func (t *cellText) wrap(room float32) {
	if room != t.room {
		t.room = room
		t.lines = t.broken(room)
	}
}

func (t *cellText) broken(room float32) []string {
	var lines []string
	used := float32(0)
	for i, word := range strings.Fields(t.content) {
		switch width := t.words[i]; {
		case i > 0 && used+t.space+width <= room:
			lines[len(lines)-1] += " " + word
			used += t.space + width
		default:
			if width > room {
				word = look.Ellipsis(word, room, t.size, t.style())
			}
			lines = append(lines, word)
			used = width
		}
	}
	return lines
}

func (t *cellText) lineHeight() float32 { return fyne.MeasureText("0", t.size, t.style()).Height }

// CreateRenderer implements fyne.Widget.
func (t *cellText) CreateRenderer() fyne.WidgetRenderer {
	r := &cellTextRenderer{owner: t}
	r.Layout(t.Size())
	return r
}

// The renderer has the lines it draws for its own: the toolkit makes another one
// for what has not been seen for a while.
type cellTextRenderer struct {
	owner   *cellText
	texts   []*canvas.Text
	objects []fyne.CanvasObject
}

func (r *cellTextRenderer) Layout(size fyne.Size) {
	t := r.owner
	t.wrap(size.Width)
	for len(r.texts) < len(t.lines) {
		text := canvas.NewText("", color.Transparent)
		r.texts = append(r.texts, text)
		r.objects = append(r.objects, text)
	}
	height := t.lineHeight()
	for i, text := range r.texts {
		content := ""
		if i < len(t.lines) {
			content = t.lines[i]
		}
		name := t.name
		if name == "" {
			name = theme.ColorNameForeground
		}
		fill := look.Color(name)
		text.Move(fyne.NewPos(0, float32(i)*height))
		text.Resize(fyne.NewSize(size.Width, height))
		if text.Text == content && text.Color == fill && text.TextSize == t.size && text.TextStyle == t.style() {
			continue
		}
		text.Text, text.Color, text.TextSize, text.TextStyle, text.Alignment = content, fill, t.size, t.style(), t.align
		text.Refresh()
	}
}

func (r *cellTextRenderer) MinSize() fyne.Size {
	t := r.owner
	return fyne.NewSize(t.least(), float32(max(1, len(t.lines)))*t.lineHeight())
}

func (r *cellTextRenderer) Refresh() {
	r.Layout(r.owner.Size())
	canvas.Refresh(r.owner)
}

func (r *cellTextRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *cellTextRenderer) Destroy() {}
