package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"headroom/ui/look"
)

// textInset is the room between the border and Fyne's own padding of the text.
const textInset = 3

// CreateRenderer implements fyne.Widget: Fyne's entry, in the height of the dense
// layout, with the text at the right where the field holds a figure and the
// border in the error's color while there is one.
func (i *input) CreateRenderer() fyne.WidgetRenderer {
	face := &inputRenderer{WidgetRenderer: i.Entry.CreateRenderer(), owner: i, box: look.NewBox(look.Radius)}
	for _, object := range face.WidgetRenderer.Objects() {
		if scroll, ok := object.(*container.Scroll); ok {
			face.scroll = scroll
		}
	}
	face.frame()
	if size := i.Size(); !size.IsZero() { // what is drawn again after a while is not laid out again
		face.Layout(size)
	}
	i.face = face
	i.OnCursorChanged = func() { face.place(i.Size()) }
	return face
}

// An inputRenderer shows a box of its own instead of Fyne's two rectangles, and
// the text itself instead of Fyne's scrolled text while it has room: a scrolled
// one would keep the wheel from the form around it.
type inputRenderer struct {
	fyne.WidgetRenderer
	owner   *input
	box     *look.Box
	scroll  *container.Scroll
	size    fyne.Size
	left    float32 // where the text begins
	objects []fyne.CanvasObject
	fits    bool
}

// Layout is asked for by the canvas in each frame in which the text has another
// width. Fyne's would then move everything to its place and back, which costs a
// second frame, and does nothing that is seen while the text has room.
func (r *inputRenderer) Layout(size fyne.Size) {
	if !r.fits || size != r.size {
		r.WidgetRenderer.Layout(size)
	}
	r.size = size
	r.place(size)
	r.box.Resize(size)
}

// frame gives the box its border.
func (r *inputRenderer) frame() {
	name, width := look.ColorEdge, float32(1)
	switch {
	case r.owner.errText != "":
		name, width = theme.ColorNameError, 1.5
	case r.owner.Disabled():
		name = look.ColorBorder
	case r.owner.focused:
		name, width = theme.ColorNamePrimary, 2
	}
	r.box.Paint(theme.Color(theme.ColorNameInputBackground), look.Color(name), width)
	r.box.Refresh()
}

// place puts the text at the side where it belongs, or into the scroll where it
// has not room.
func (r *inputRenderer) place(size fyne.Size) {
	if r.scroll == nil || r.scroll.Content == nil {
		return
	}
	border := theme.InputBorderSize()
	width, height := r.width(), size.Height-2*border
	fits := width+2*textInset <= size.Width
	if fits != r.fits {
		r.fits = fits
		r.objects = nil
		canvas.Refresh(r.owner.self())
	}
	if !fits {
		r.left = 0
		r.scroll.Resize(fyne.NewSize(size.Width, height))
		r.scroll.Move(fyne.NewPos(0, border))
		return
	}
	r.left = textInset
	if r.owner.right {
		r.left = size.Width - width - textInset
	}
	// The scroll that is not shown has more room than the text, so that it does
	// not follow the cursor.
	const ample = 64
	r.scroll.Resize(fyne.NewSize(size.Width+ample, height))
	r.scroll.Content.Resize(fyne.NewSize(size.Width-r.left, height))
	r.scroll.Content.Move(fyne.NewPos(r.left, border))
}

// width returns how wide the text is, or the placeholder where there is none, with
// Fyne's padding around it.
func (r *inputRenderer) width() float32 {
	text := r.owner.Text
	if text == "" {
		text = r.owner.PlaceHolder
	}
	return fyne.MeasureText(text, theme.TextSize(), fyne.TextStyle{}).Width + 2*theme.InnerPadding()
}

// Objects returns the box and Fyne's objects, with the text in place of the scroll
// while it has room.
func (r *inputRenderer) Objects() []fyne.CanvasObject {
	if r.objects == nil {
		r.objects = []fyne.CanvasObject{r.box.Object()}
		for _, object := range r.WidgetRenderer.Objects() {
			if _, ok := object.(*canvas.Rectangle); ok {
				continue
			}
			if object == r.scroll && r.fits {
				object = r.scroll.Content
			}
			r.objects = append(r.objects, object)
		}
	}
	return r.objects
}

func (r *inputRenderer) MinSize() fyne.Size {
	return fyne.NewSize(48, look.ControlHeight)
}

func (r *inputRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.place(r.owner.Size())
	r.frame()
}
