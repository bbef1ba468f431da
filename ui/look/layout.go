package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// Widths of a column that are not a number of logical pixels.
const (
	// Natural is the width the object asks for.
	Natural float32 = 0
	// Stretch is an equal part of the width that the others leave, 2*Stretch twice
	// that part, and so on.
	Stretch float32 = -1
)

// Columns lays objects out in a row: the first in the first column, and so on;
// hidden objects keep no room, objects beyond the last column are natural, and a
// spacer stretches. Each object is as high as it asks and stands in the middle of
// the row.
type Columns struct {
	gap    float32
	widths []float32
	filled bool
	most   float32 // that a part of the stretched width is, 0 for any
}

var _ fyne.Layout = (*Columns)(nil)

// NewColumns returns a row of columns of the given widths, in logical pixels,
// Natural, or Stretch or a multiple of it, with gap between two.
func NewColumns(gap float32, widths ...float32) *Columns {
	return &Columns{gap: gap, widths: widths}
}

// Filled makes each object as high as the row, such as for cards side by side,
// and returns the columns.
func (c *Columns) Filled() *Columns {
	c.filled = true
	return c
}

// Most limits a part of the width that is left, so that columns do not drift apart,
// and returns the columns.
func (c *Columns) Most(part float32) *Columns {
	c.most = part
	return c
}

func (c *Columns) width(i int, object fyne.CanvasObject) float32 {
	if i < len(c.widths) {
		return c.widths[i]
	}
	if spacer, ok := object.(layout.SpacerObject); ok && spacer.ExpandHorizontal() {
		return Stretch
	}
	return Natural
}

// Row returns objects in a row, each as wide as it asks, with gap logical pixels
// between two; spacers take the room that is left.
func Row(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(NewColumns(gap), objects...)
}

// Stack returns objects below each other, each as wide as the room there is, with
// gap logical pixels between two.
func Stack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedVBoxLayout(gap), objects...)
}

// least returns the width an object cannot do without.
func (c *Columns) least(i int, object fyne.CanvasObject) float32 {
	if width := c.width(i, object); width > 0 {
		return width
	}
	return object.MinSize().Width
}

// Layout implements fyne.Layout.
func (c *Columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	taken, parts, shown := float32(0), float32(0), 0
	for i, object := range objects {
		if !object.Visible() {
			continue
		}
		shown++
		if width := c.width(i, object); width < 0 {
			parts += width / Stretch
			continue
		}
		taken += c.least(i, object)
	}
	part := float32(0)
	if parts > 0 {
		part = fyne.Max(0, (size.Width-taken-c.gap*float32(shown-1))/parts)
	}
	if c.most > 0 {
		part = min(part, c.most)
	}
	x := float32(0)
	for i, object := range objects {
		if !object.Visible() {
			continue
		}
		width := c.least(i, object)
		if stretch := c.width(i, object); stretch < 0 {
			width = stretch / Stretch * part
		}
		height := size.Height
		if !c.filled {
			height = fyne.Min(height, object.MinSize().Height)
		}
		object.Resize(fyne.NewSize(width, height))
		object.Move(fyne.NewPos(x, (size.Height-height)/2))
		x += width + c.gap
	}
}

// MinSize implements fyne.Layout.
func (c *Columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	shown := 0
	for i, object := range objects {
		if !object.Visible() {
			continue
		}
		shown++
		size.Width += c.least(i, object)
		size.Height = fyne.Max(size.Height, object.MinSize().Height)
	}
	if shown > 1 {
		size.Width += c.gap * float32(shown-1)
	}
	return size
}

// Fixed is a layout that gives every object the same width and the height there
// is, such as for a rail.
type Fixed struct {
	// Width is in logical pixels.
	Width float32
}

var _ fyne.Layout = Fixed{}

// Layout implements fyne.Layout.
func (f Fixed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, object := range objects {
		object.Resize(fyne.NewSize(f.Width, size.Height))
		object.Move(fyne.NewPos(0, 0))
	}
}

// MinSize implements fyne.Layout.
func (f Fixed) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for _, object := range objects {
		if object.Visible() {
			height = fyne.Max(height, object.MinSize().Height)
		}
	}
	return fyne.NewSize(f.Width, height)
}
