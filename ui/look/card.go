package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Card is a rounded panel with a thin border around its content.
type Card struct {
	widget.BaseWidget

	inner    *fyne.Container
	selected bool
	lit      bool
	control  bool // can be pressed, which its edge shows
	onWindow bool // with nothing between that has another color
	face     *face
}

// NewCard returns a card around content, with pad logical pixels on each side.
func NewCard(content fyne.CanvasObject, pad float32) *Card {
	c := &Card{inner: padded(content, pad)}
	c.ExtendBaseWidget(c)
	return c
}

func padded(content fyne.CanvasObject, pad float32) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(pad, pad, pad, pad), content)
}

// SetSelected tints the card and gives it a border in the primary color.
func (c *Card) SetSelected(selected bool) {
	if selected != c.selected {
		c.selected = selected
		c.Refresh()
	}
}

// Selected reports whether the card is shown as selected.
func (c *Card) Selected() bool { return c.selected }

// CreateRenderer implements fyne.Widget.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	c.face = newFace()
	r := &cardRenderer{owner: c}
	r.objects = append(c.face.objects(), c.inner)
	r.set()
	r.Layout(c.Size())
	return r
}

// opening has the card leave its middle to the window, which has the color of
// cards, and returns from where to where below its upper edge; open is false where
// the card has none or needs a color of its own.
func (c *Card) opening() (top, bottom float32, open bool) {
	if c.face == nil {
		return 0, 0, false
	}
	c.onWindow = true
	c.face.leave(!c.selected)
	return CardRadius, c.Size().Height - CardRadius, c.face.open()
}

// litWidth is how wide the border is of what has the focus or the pointer, in
// logical pixels: beside the edge it has otherwise a color alone says too little.
const litWidth = 2

type cardRenderer struct {
	owner   *Card
	objects []fyne.CanvasObject
}

func (r *cardRenderer) set() {
	fill, border, width := ColorCard, ColorBorder, float32(1)
	if r.owner.control {
		border = ColorEdge
	}
	if r.owner.selected {
		fill, border = ColorSelected, theme.ColorNamePrimary
	}
	switch {
	case r.owner.lit && r.owner.selected: // told apart from what is only selected
		border, width = theme.ColorNameForeground, litWidth
	case r.owner.lit:
		border, width = theme.ColorNamePrimary, litWidth
	}
	r.owner.face.set(Color(fill), Color(border), width)
	r.owner.face.leave(r.owner.onWindow && !r.owner.selected)
}

func (r *cardRenderer) Layout(size fyne.Size) {
	r.owner.face.resize(size)
	r.owner.inner.Resize(size)
}

func (r *cardRenderer) MinSize() fyne.Size { return r.owner.inner.MinSize() }

func (r *cardRenderer) Refresh() {
	r.set()
	r.owner.face.refresh()
}

func (r *cardRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *cardRenderer) Destroy() {}
