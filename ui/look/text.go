package look

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Text is one line of text. Set its fields before it is first shown, or call
// Refresh after a change; SetText needs no Refresh.
type Text struct {
	widget.BaseWidget

	// Content is the text in full.
	Content string
	// TextSize is the text's height in logical pixels; 0 is SizeText.
	TextSize float32
	// ColorName names the text's color; empty is the foreground.
	ColorName fyne.ThemeColorName
	// Bold makes the text bold.
	Bold bool
	// Align is where the text stands in the room it has.
	Align fyne.TextAlign
	// Yielding lets the text be given less room than it needs: it then ends in
	// an ellipsis. Such a text asks for no width.
	Yielding bool
	// Brief, unless empty, is what a yielding text says where Content has not
	// room enough.
	Brief string

	full fyne.Size
}

// NewText returns a line of plain text.
func NewText(content string) *Text {
	t := &Text{Content: content}
	t.ExtendBaseWidget(t)
	return t
}

// NewMuted returns a line of small secondary text.
func NewMuted(content string) *Text {
	t := &Text{Content: content, TextSize: SizeCaption, ColorName: ColorMuted}
	t.ExtendBaseWidget(t)
	return t
}

// NewHeadline returns a line of bold text of the given size that ends in an
// ellipsis where it has not room enough.
func NewHeadline(content string, size float32) *Text {
	t := &Text{Content: content, TextSize: size, Bold: true, Yielding: true}
	t.ExtendBaseWidget(t)
	return t
}

// NewHeading returns the small capitals that stand above a section of a form.
func NewHeading(content string) *Text {
	t := &Text{Content: strings.ToUpper(content), TextSize: 11.5, ColorName: ColorMuted, Yielding: true}
	t.ExtendBaseWidget(t)
	return t
}

// SetText shows another text.
func (t *Text) SetText(content string) {
	if content == t.Content {
		return
	}
	t.Content = content
	t.Refresh()
}

// FullSize returns the room that the text needs in full, in logical pixels.
func (t *Text) FullSize() fyne.Size {
	return fyne.MeasureText(t.Content, t.points(), t.style())
}

// CreateRenderer implements fyne.Widget.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	r := &textRenderer{owner: t, text: canvas.NewText("", Color(theme.ColorNameForeground))}
	r.set()
	r.Layout(t.Size())
	return r
}

func (t *Text) points() float32 {
	if t.TextSize == 0 {
		return SizeText
	}
	return t.TextSize
}

func (t *Text) style() fyne.TextStyle { return fyne.TextStyle{Bold: t.Bold} }

type textRenderer struct {
	owner *Text
	text  *canvas.Text
}

// set takes over the owner's fields and measures the text in full.
func (r *textRenderer) set() {
	t := r.owner
	name := t.ColorName
	if name == "" {
		name = theme.ColorNameForeground
	}
	r.text.Color, r.text.TextSize, r.text.TextStyle, r.text.Alignment = Color(name), t.points(), t.style(), t.Align
	t.full = t.FullSize()
	r.text.Text = r.shown(t.Size().Width)
}

func (r *textRenderer) shown(width float32) string {
	t := r.owner
	if !t.Yielding || t.full.Width <= width {
		return t.Content
	}
	if t.Brief != "" {
		return Ellipsis(t.Brief, width, t.points(), t.style())
	}
	return Ellipsis(t.Content, width, t.points(), t.style())
}

func (r *textRenderer) Layout(size fyne.Size) {
	if text := r.shown(size.Width); text != r.text.Text {
		r.text.Text = text
		r.text.Refresh()
	}
	height := r.owner.full.Height
	r.text.Move(fyne.NewPos(0, (size.Height-height)/2))
	r.text.Resize(fyne.NewSize(size.Width, height))
}

func (r *textRenderer) MinSize() fyne.Size {
	if r.owner.Yielding {
		return fyne.NewSize(0, r.owner.full.Height)
	}
	return r.owner.full
}

func (r *textRenderer) Refresh() {
	r.set()
	r.Layout(r.owner.Size())
	r.text.Refresh()
}

func (r *textRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.text} }

func (r *textRenderer) Destroy() {}

// Ellipsis returns the longest beginning of the text that, with an ellipsis
// after it, is no wider than width; the text itself where that fits, and nothing
// where not even the ellipsis does.
func Ellipsis(text string, width, size float32, style fyne.TextStyle) string {
	if fyne.MeasureText(text, size, style).Width <= width {
		return text
	}
	runes := []rune(text)
	low, high := 0, len(runes)
	for low < high {
		middle := (low + high + 1) / 2
		if fyne.MeasureText(cut(runes, middle), size, style).Width <= width {
			low = middle
		} else {
			high = middle - 1
		}
	}
	if low == 0 && fyne.MeasureText("…", size, style).Width > width {
		return ""
	}
	return cut(runes, low)
}

func cut(runes []rune, n int) string {
	return strings.TrimRight(string(runes[:n]), " ,.") + "…"
}
