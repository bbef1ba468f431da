package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Paragraph is text that goes on in the next line where it has not room enough.
// It begins where it stands, without the gap that Fyne leaves around a label, so
// that it is in line with titles and fields.
type Paragraph struct {
	widget.BaseWidget

	segment *widget.TextSegment
	text    *widget.RichText
}

// NewParagraph returns a paragraph in a color and size of the theme.
func NewParagraph(text string, color fyne.ThemeColorName, size fyne.ThemeSizeName) *Paragraph {
	segment := &widget.TextSegment{Text: text, Style: widget.RichTextStyle{ColorName: color, SizeName: size}}
	p := &Paragraph{segment: segment, text: widget.NewRichText(segment)}
	p.text.Wrapping = fyne.TextWrapWord
	p.ExtendBaseWidget(p)
	return p
}

// Content returns the text in full.
func (p *Paragraph) Content() string { return p.segment.Text }

// SetText shows another text. Its height may be another then, which what holds it
// has to lay out.
func (p *Paragraph) SetText(text string) {
	if text != p.segment.Text {
		p.segment.Text = text
		p.text.Refresh()
	}
}

// SetColor shows the text in another color of the theme.
func (p *Paragraph) SetColor(color fyne.ThemeColorName) {
	if color != p.segment.Style.ColorName {
		p.segment.Style.ColorName = color
		p.text.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (p *Paragraph) CreateRenderer() fyne.WidgetRenderer {
	r := &paragraphRenderer{owner: p}
	r.Layout(p.Size())
	return r
}

type paragraphRenderer struct{ owner *Paragraph }

func (r *paragraphRenderer) Layout(size fyne.Size) {
	gap := theme.InnerPadding()
	r.owner.text.Move(fyne.NewPos(-gap, -gap))
	r.owner.text.Resize(size.AddWidthHeight(2*gap, 2*gap))
}

func (r *paragraphRenderer) MinSize() fyne.Size {
	gap := theme.InnerPadding()
	return r.owner.text.MinSize().SubtractWidthHeight(2*gap, 2*gap)
}

func (r *paragraphRenderer) Refresh() { r.owner.text.Refresh() }

func (r *paragraphRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.owner.text} }

func (r *paragraphRenderer) Destroy() {}
