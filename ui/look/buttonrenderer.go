package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

type buttonRenderer struct {
	owner      *Button
	face, over *Box
	line       *canvas.Rectangle
	label      *canvas.Text
	icon       *canvas.Image
	objects    []fyne.CanvasObject
	labelSize  fyne.Size
}

// padding returns the room left and right of the label, and the least height.
func (r *buttonRenderer) padding() (side, height float32) {
	switch r.owner.style {
	case Link:
		return 0, 20
	case Tag:
		return chipPad, 22
	case Tab:
		return 14, 40
	case Quiet:
		return 8, ControlHeight
	}
	return 12, ControlHeight + 2
}

// textSize returns the size of the label.
func (r *buttonRenderer) textSize() float32 {
	switch r.owner.style {
	case Link, Tag:
		return SizeCaption
	case Tab:
		return SizeTitle
	}
	return SizeText
}

const (
	buttonIcon = 16
	iconGap    = 5
	chipPad    = 6 // left and right of the words of a chip
)

// set takes over the owner's state, and measures the label.
func (r *buttonRenderer) set() {
	b := r.owner
	r.label.Text, r.label.TextSize = b.text, r.textSize()
	r.label.TextStyle = fyne.TextStyle{Bold: b.style == Tab && b.selected}
	r.label.Color = Color(b.foreground())
	r.labelSize = fyne.MeasureText(b.text, r.label.TextSize, fyne.TextStyle{Bold: b.style == Tab})
	if b.text == "" {
		r.labelSize.Width = 0
	}
	fill, border := b.surface()
	width := float32(1)
	if b.focused { // also told apart where what is selected has the same border
		width = 2.5
	}
	r.face.SetVisible(fill != "" || border != "")
	r.face.Paint(named(fill), named(border), width)
	r.over.SetVisible(b.hovered && !b.Disabled() && b.style != Link && b.style != Tab)
	r.over.Paint(Color(theme.ColorNameHover), nil, 0)
	r.line.Hidden = b.style != Tab || !b.selected
	r.line.FillColor = Color(theme.ColorNamePrimary)
	r.icon.Hidden = b.icon == nil
	if b.icon != nil {
		r.icon.Resource = theme.NewColoredResource(b.icon, b.foreground())
	}
}

// named returns the color of that name, and none for the empty name.
func named(name fyne.ThemeColorName) color.Color {
	if name == "" {
		return nil
	}
	return Color(name)
}

func (r *buttonRenderer) iconRoom() float32 {
	switch {
	case r.owner.icon == nil:
		return 0
	case r.owner.text == "":
		return buttonIcon
	}
	return buttonIcon + iconGap
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	r.face.Resize(size)
	r.over.Resize(size)
	r.line.Move(fyne.NewPos(0, size.Height-3))
	r.line.Resize(fyne.NewSize(size.Width, 3))
	x := (size.Width - r.iconRoom() - r.labelSize.Width) / 2
	if r.owner.style == Link {
		x = 0
	}
	r.icon.Move(fyne.NewPos(x, (size.Height-buttonIcon)/2))
	r.icon.Resize(fyne.NewSquareSize(buttonIcon))
	r.label.Alignment = fyne.TextAlignLeading
	if r.owner.style == Tab {
		r.label.Alignment = fyne.TextAlignCenter
	}
	r.label.Move(fyne.NewPos(x+r.iconRoom(), (size.Height-r.labelSize.Height)/2))
	r.label.Resize(r.labelSize)
}

func (r *buttonRenderer) MinSize() fyne.Size {
	side, height := r.padding()
	return fyne.NewSize(r.labelSize.Width+r.iconRoom()+2*side, fyne.Max(height, r.labelSize.Height))
}

func (r *buttonRenderer) Refresh() {
	before := r.labelSize
	r.set()
	if before != r.labelSize || r.icon.Visible() {
		r.Layout(r.owner.Size())
	}
	for _, object := range r.objects {
		canvas.Refresh(object)
	}
}

func (r *buttonRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *buttonRenderer) Destroy() {}
