package chartview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"headroom/ui/look"
)

const (
	bubblePad  = look.TipPad
	bubbleGap  = 12 // from the place explained to the box
	columnGap  = 12 // from a label to its value
	lineGap    = 1  // from a line to the next
	noteGap    = 4  // more, from the rows to the note
	bubbleEdge = 2  // from the box to the edge of the view
)

// A bubble is a small box with a title and rows. It keeps its texts and changes
// only those that differ.
type bubble struct {
	box    *fyne.Container
	face   *look.Box
	title  *canvas.Text
	note   *canvas.Text
	labels []*canvas.Text
	values []*canvas.Text
	rows   int
}

func newBubble() *bubble {
	b := &bubble{face: look.NewTipBox(), title: newLine(true), note: newLine(false)}
	b.box = container.NewWithoutLayout(b.face.Object(), b.title, b.note)
	return b
}

func newLine(bold bool) *canvas.Text {
	text := canvas.NewText("", nil)
	text.TextSize, text.TextStyle.Bold = look.SizeCaption, bold
	return text
}

func (b *bubble) recolor() {
	look.PaintTip(b.face)
	b.title.Color = look.Color(theme.ColorNameForeground)
	b.note.Color = look.Color(theme.ColorNameForeground)
	for i := range b.labels {
		b.labels[i].Color = look.Color(look.ColorMuted)
		b.values[i].Color = look.Color(theme.ColorNameForeground)
	}
}

// set takes over the texts and gives the box its size.
func (b *bubble) set(tip Tip) {
	for len(b.labels) < len(tip.Rows) {
		label, value := newLine(false), newLine(false)
		b.labels, b.values = append(b.labels, label), append(b.values, value)
		b.box.Objects = append(b.box.Objects, label, value)
		b.recolor()
	}
	write(b.title, tip.Title)
	write(b.note, tip.Note)
	b.rows = len(tip.Rows)
	for i := range b.labels {
		if i >= b.rows {
			b.labels[i].Hide()
			b.values[i].Hide()
			continue
		}
		write(b.labels[i], tip.Rows[i].Label)
		write(b.values[i], tip.Rows[i].Value)
	}
	b.arrange()
}

// write shows a text where it is another.
func write(text *canvas.Text, content string) {
	if text.Text == content && text.Visible() {
		return
	}
	text.Text = content
	text.Hidden = content == ""
	text.Refresh()
}

// arrange puts the texts in their places and gives the box its size.
func (b *bubble) arrange() {
	var labels, values, width float32
	for i := range b.rows {
		labels = fyne.Max(labels, b.labels[i].MinSize().Width)
		values = fyne.Max(values, b.values[i].MinSize().Width)
	}
	if b.rows > 0 {
		width = labels + columnGap + values
	}
	if b.note.Text != "" {
		width = fyne.Max(width, b.note.MinSize().Width)
	}
	y := bubblePad
	if b.title.Text != "" {
		size := b.title.MinSize()
		width = fyne.Max(width, size.Width)
		put(b.title, bubblePad, y, size)
		y += size.Height + lineGap
	}
	for i := range b.rows {
		size := b.values[i].MinSize()
		put(b.labels[i], bubblePad, y, b.labels[i].MinSize())
		put(b.values[i], bubblePad+width-size.Width, y, size)
		y += size.Height + lineGap
	}
	if b.note.Text != "" {
		size := b.note.MinSize()
		y += noteGap
		put(b.note, bubblePad, y, size)
		y += size.Height + lineGap
	}
	size := fyne.NewSize(width+2*bubblePad, y-lineGap+bubblePad)
	b.face.Resize(size)
	b.box.Resize(size)
}

func put(object fyne.CanvasObject, x, y float32, size fyne.Size) {
	object.Move(fyne.NewPos(x, y))
	object.Resize(size)
}

// show shows a box with its corner at a place, or hides it where it has none.
func (o *overlay) show(b *bubble, corner fyne.Position, ok bool) {
	if !ok {
		b.box.Hide()
		return
	}
	b.box.Move(corner)
	if !b.box.Visible() {
		b.box.Show()
		o.ground.Refresh()
	}
}

// beside returns where a box goes that explains a place: to the left of it, at
// least gap away, else to the right, else above, else below, always within the
// view. It reports whether there is such a place.
func beside(at fyne.Position, gap float32, box, view fyne.Size) (fyne.Position, bool) {
	right, bottom := view.Width-bubbleEdge-box.Width, view.Height-bubbleEdge-box.Height
	if right < bubbleEdge || bottom < bubbleEdge {
		return fyne.Position{}, false
	}
	x := fyne.Max(bubbleEdge, fyne.Min(right, at.X-box.Width/2))
	y := fyne.Max(bubbleEdge, fyne.Min(bottom, at.Y-box.Height/2))
	switch {
	case at.X-gap-box.Width >= bubbleEdge && at.X-gap-box.Width <= right:
		return fyne.NewPos(at.X-gap-box.Width, y), true
	case at.X+gap <= right && at.X+gap >= bubbleEdge:
		return fyne.NewPos(at.X+gap, y), true
	case at.Y-bubbleGap-box.Height >= bubbleEdge && at.Y-bubbleGap-box.Height <= bottom:
		return fyne.NewPos(x, at.Y-bubbleGap-box.Height), true
	case at.Y+bubbleGap <= bottom && at.Y+bubbleGap >= bubbleEdge:
		return fyne.NewPos(x, at.Y+bubbleGap), true
	}
	return fyne.Position{}, false
}
