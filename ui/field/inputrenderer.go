package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"headroom/ui/look"
)

// CreateRenderer implements fyne.Widget: Fyne's entry, in the height of the dense
// layout, with the text at the right where the field holds a figure and the
// border in the error's color while there is one.
func (i *input) CreateRenderer() fyne.WidgetRenderer {
	i.face = &inputRenderer{WidgetRenderer: i.Entry.CreateRenderer(), owner: i}
	for _, object := range i.face.Objects() {
		switch part := object.(type) {
		case *canvas.Rectangle:
			i.face.border = part // The last of them is the border.
		case *container.Scroll:
			i.face.scroll = part
		}
	}
	return i.face
}

type inputRenderer struct {
	fyne.WidgetRenderer
	owner  *input
	border *canvas.Rectangle
	scroll *container.Scroll
}

// shift returns how far the text is moved to the right.
func (r *inputRenderer) shift() float32 {
	if r.scroll == nil {
		return 0
	}
	return r.scroll.Position().X
}

func (r *inputRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.place(size)
}

// place moves the text to the right edge where it has room to spare.
func (r *inputRenderer) place(size fyne.Size) {
	if !r.owner.right || r.scroll == nil || r.scroll.Content == nil {
		return
	}
	border := theme.InputBorderSize()
	width := fyne.Min(size.Width, r.scroll.Content.MinSize().Width)
	r.scroll.Resize(fyne.NewSize(width, size.Height-2*border))
	r.scroll.Move(fyne.NewPos(size.Width-width, border))
}

func (r *inputRenderer) MinSize() fyne.Size {
	return fyne.NewSize(48, look.ControlHeight)
}

func (r *inputRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.place(r.owner.Size())
	if r.border == nil {
		return
	}
	r.border.StrokeWidth = theme.InputBorderSize()
	if r.owner.errText != "" {
		r.border.StrokeColor = look.Color(theme.ColorNameError)
		r.border.StrokeWidth = 1.5
	}
	r.border.Refresh()
}
