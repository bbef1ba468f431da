package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// A StackLayout puts objects below one another, one of which takes what height
// the others leave.
type StackLayout struct {
	Gap, Pad float32
	Least    float32 // that the pad at the sides can be, 0 for all of it
	Grows    int     // index of the object that takes the rest
	// OnWidth, where set, is called with the width objects have before they are laid out,
	// for those whose height depends on it.
	OnWidth func(width float32)
	width   float32
}

// MinSize implements fyne.Layout.
func (l *StackLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, 2*l.Pad-l.Gap)
	for _, o := range objects {
		if o.Visible() {
			least := o.MinSize()
			size = fyne.NewSize(max(size.Width, least.Width), size.Height+least.Height+l.Gap)
		}
	}
	size.Width += 2 * l.Pad
	if l.Least > 0 {
		size.Width += 2 * (l.Least - l.Pad)
	}
	return size
}

// side returns the pad at the sides that a width leaves room for.
func (l *StackLayout) side(objects []fyne.CanvasObject, width float32) float32 {
	if l.Least == 0 {
		return l.Pad
	}
	return l.Least + max(0, min(l.Pad-l.Least, (width-l.MinSize(objects).Width)/2))
}

// Layout implements fyne.Layout.
func (l *StackLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	side := l.side(objects, size.Width)
	if width := size.Width - 2*side; l.OnWidth != nil && width != l.width {
		l.width = width
		l.OnWidth(width)
	}
	spare := max(0, size.Height-l.MinSize(objects).Height)
	y := l.Pad
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		height := o.MinSize().Height
		if i == l.Grows {
			height += spare
		}
		o.Move(fyne.NewPos(side, y))
		o.Resize(fyne.NewSize(size.Width-2*side, height))
		y += height + l.Gap
	}
}

// A FootLayout puts a note below a table, and asks for room for it where there is
// one. A table that shows that much less of its rows leaves what is around them
// where it is.
type FootLayout struct{ Room float32 }

// MinSize implements fyne.Layout.
func (l FootLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := objects[0].MinSize()
	if objects[1].Visible() {
		size.Height += l.Room
	}
	return size
}

// Layout implements fyne.Layout.
func (FootLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	body, foot := objects[0], objects[1]
	height := size.Height
	if foot.Visible() {
		const gap = 4
		height = max(0, height-gap-foot.MinSize().Height)
		foot.Move(fyne.NewPos(0, height+gap))
		foot.Resize(fyne.NewSize(size.Width, max(0, size.Height-height-gap)))
	}
	body.Resize(fyne.NewSize(size.Width, height))
}

// An EvenLayout puts objects beside one another, all of the same width, in as
// many rows as it takes for each to have what it asks.
type EvenLayout struct {
	Gap   float32
	Width float32 // that there is, told before MinSize is asked
}

// columns returns how many objects stand in a row.
func (l *EvenLayout) columns(objects []fyne.CanvasObject) int {
	n := len(objects)
	if l.Width == 0 {
		return n
	}
	for n > 1 && float32(n)*(l.least(objects).Width+l.Gap)-l.Gap > l.Width {
		n--
	}
	if len(objects) == 4 && n == 3 {
		n = 2
	}
	return max(n, 1)
}

func (l *EvenLayout) least(objects []fyne.CanvasObject) (least fyne.Size) {
	for _, o := range objects {
		least = least.Max(o.MinSize())
	}
	return least
}

// MinSize implements fyne.Layout.
func (l *EvenLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := l.least(objects)
	if len(objects) == 0 {
		return least
	}
	columns := l.columns(objects)
	rows := float32((len(objects) + columns - 1) / columns)
	return fyne.NewSize(least.Width, rows*(least.Height+l.Gap)-l.Gap)
}

// Layout implements fyne.Layout.
func (l *EvenLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if len(objects) == 0 {
		return
	}
	columns := l.columns(objects)
	rows := (len(objects) + columns - 1) / columns
	// In whole pixels, without which a border's corners and sides part.
	width := float32(int((size.Width+l.Gap)/float32(columns) - l.Gap))
	height := float32(int((size.Height+l.Gap)/float32(rows) - l.Gap))
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i%columns)*(width+l.Gap), float32(i/columns)*(height+l.Gap)))
		o.Resize(fyne.NewSize(width, height))
	}
}

// BesideBar leaves room at the right for the bar of the scroller around content.
func BesideBar(content fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, 0, 0, besideBar), content)
}
