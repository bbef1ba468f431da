package look

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// NewChip returns a small label on a tinted surface, such as the status of a
// figure, with a tooltip. It can be pressed where onTapped is given.
func NewChip(name, text, hint string, onTapped func()) *Button {
	chip := NewStyled(Tag, name, text, onTapped)
	chip.SetTooltip(hint)
	return chip
}

// ChipWidth returns how wide a chip of that text is, in logical pixels.
func ChipWidth(text string) float32 {
	return fyne.MeasureText(text, SizeCaption, fyne.TextStyle{}).Width + 2*chipPad
}

// A Swatch is a dot in a color of the user's, 10 logical pixels wide.
type Swatch struct {
	widget.BaseWidget

	color color.Color
}

// NewSwatch returns a dot in the color written #RRGGBB. Any other text gives a
// transparent dot.
func NewSwatch(hex string) *Swatch {
	s := &Swatch{color: Hex(hex)}
	s.ExtendBaseWidget(s)
	return s
}

// SetHex changes the color.
func (s *Swatch) SetHex(hex string) {
	if c := Hex(hex); c != s.color {
		s.color = c
		s.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (s *Swatch) CreateRenderer() fyne.WidgetRenderer {
	r := &swatchRenderer{owner: s, dot: canvas.NewCircle(s.color)}
	r.Layout(s.Size())
	return r
}

const swatchSize = 10

type swatchRenderer struct {
	owner *Swatch
	dot   *canvas.Circle
}

func (r *swatchRenderer) Layout(size fyne.Size) {
	r.dot.Resize(fyne.NewSquareSize(swatchSize))
	r.dot.Move(fyne.NewPos((size.Width-swatchSize)/2, (size.Height-swatchSize)/2))
}

func (r *swatchRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(swatchSize) }

func (r *swatchRenderer) Refresh() {
	r.dot.FillColor = r.owner.color
	r.dot.Refresh()
}

func (r *swatchRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.dot} }

func (r *swatchRenderer) Destroy() {}

// Hex returns the color written #RRGGBB, and transparent for any other text.
func Hex(text string) color.Color {
	if len(text) != 7 || text[0] != '#' {
		return color.Transparent
	}
	value, err := strconv.ParseUint(text[1:], 16, 32)
	if err != nil {
		return color.Transparent
	}
	return rgb(uint32(value))
}

// A Rule is a thin line between parts, as wide as the room it has.
type Rule struct {
	widget.BaseWidget
}

// NewRule returns a horizontal line.
func NewRule() *Rule {
	r := &Rule{}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer implements fyne.Widget.
func (r *Rule) CreateRenderer() fyne.WidgetRenderer {
	rule := &ruleRenderer{line: NewFill()}
	rule.line.Paint(Color(ColorBorder))
	rule.Layout(r.Size())
	return rule
}

type ruleRenderer struct{ line *Fill }

func (r *ruleRenderer) Layout(size fyne.Size) {
	r.line.Move(fyne.NewPos(0, (size.Height-1)/2))
	r.line.Resize(fyne.NewSize(size.Width, 1))
}

func (r *ruleRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(1) }

func (r *ruleRenderer) Refresh() {
	r.line.Paint(Color(ColorBorder))
	r.line.Refresh()
}

func (r *ruleRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.line.Object()} }

func (r *ruleRenderer) Destroy() {}
