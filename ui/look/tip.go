package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	tooltip "github.com/dweymouth/fyne-tooltip"
)

// TipPad is what lies between the edge of a tooltip and its text, in logical pixels.
const TipPad float32 = 8

// NewTipBox returns the surface of a tooltip, without colors.
func NewTipBox() *Box { return NewBox(Radius) }

// PaintTip gives the surface of a tooltip its colors, those of the running app.
func PaintTip(face *Box) {
	face.Paint(Color(theme.ColorNameOverlayBackground), Color(ColorBorder), 1)
}

// WithTooltips returns content with the layer above it in which the window of
// that canvas shows its tooltips. Set the result as the window's content.
//
// The library draws a tooltip as a square with a shadow. Here it draws the text
// alone, above a surface like that of what explains a chart.
func WithTooltips(content fyne.CanvasObject, canvas fyne.Canvas) fyne.CanvasObject {
	stack := tooltip.AddWindowToolTipLayer(content, canvas).(*fyne.Container)
	layer := stack.Objects[1].(*fyne.Container)
	tips := &tipLayout{face: NewTipBox()}
	tips.face.SetVisible(false)
	layer.Layout = tips
	tips.themed = container.NewThemeOverride(layer, tipTheme{})
	stack.Objects[1] = container.NewStack(container.NewWithoutLayout(tips.face.Object()), tips.themed)
	return stack
}

// A tipLayout puts the surface behind the tooltip that the library shows. It is
// asked whenever one is shown or taken away, and leaves it where it is.
type tipLayout struct {
	face   *Box
	themed *container.ThemeOverride
	shown  fyne.CanvasObject
}

// What the library leaves between the edges of its tooltip and the text, beside
// what the theme asks for at the sides, in logical pixels.
const tipAbove, tipBelow float32 = 3, 5

func (l *tipLayout) Layout(tips []fyne.CanvasObject, _ fyne.Size) {
	if len(tips) == 0 {
		l.shown = nil
		l.face.SetVisible(false)
		return
	}
	PaintTip(l.face)
	tip := tips[0]
	if tip == l.shown {
		l.face.Refresh()
		return
	}
	l.shown = tip
	l.themed.Refresh() // What is new in it has the window's theme until then.
	side := TipPad - theme.InnerPadding()
	l.face.Move(tip.Position().SubtractXY(side, TipPad-tipAbove))
	l.face.Resize(tip.Size().AddWidthHeight(2*side, 2*TipPad-tipAbove-tipBelow))
	l.face.SetVisible(true)
}

func (*tipLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// A tipTheme is the window's theme for a tooltip of the library: nothing of it is to
// be seen but the text.
type tipTheme struct{}

func (tipTheme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if name != theme.ColorNameForeground {
		return color.Transparent
	}
	return Color(name)
}

func (tipTheme) Font(style fyne.TextStyle) fyne.Resource    { return current().Font(style) }
func (tipTheme) Icon(name fyne.ThemeIconName) fyne.Resource { return current().Icon(name) }
func (tipTheme) Size(name fyne.ThemeSizeName) float32       { return current().Size(name) }
