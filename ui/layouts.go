package ui

import (
	"fyne.io/fyne/v2"
)

// A frameLayout puts a bar above a rail at the left and a body that takes the
// rest.
type frameLayout struct{}

const railWidth = 238

var _ fyne.Layout = frameLayout{}

// MinSize implements fyne.Layout.
func (frameLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	bar, body := objects[0].MinSize(), objects[2].MinSize()
	return fyne.NewSize(max(bar.Width, railWidth+body.Width), bar.Height+body.Height)
}

// Layout implements fyne.Layout.
func (frameLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	bar, rail, body := objects[0], objects[1], objects[2]
	top := bar.MinSize().Height
	bar.Resize(fyne.NewSize(size.Width, top))
	rail.Move(fyne.NewPos(0, top))
	rail.Resize(fyne.NewSize(railWidth, size.Height-top))
	body.Move(fyne.NewPos(railWidth, top))
	body.Resize(fyne.NewSize(size.Width-railWidth, size.Height-top))
}

// A sideLayout gives the first object a fixed width at the left and the second
// the rest.
type sideLayout struct{ width float32 }

// MinSize implements fyne.Layout.
func (l *sideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	side, rest := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(l.width+rest.Width, max(side.Height, rest.Height))
}

// Layout implements fyne.Layout.
func (l *sideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(l.width, size.Height))
	objects[1].Move(fyne.NewPos(l.width, 0))
	objects[1].Resize(fyne.NewSize(size.Width-l.width, size.Height))
}

// A stackLayout puts objects below one another, one of which takes what height
// the others leave.
type stackLayout struct {
	gap, pad float32
	grows    int // index of the object that takes the rest
}

// MinSize implements fyne.Layout.
func (l *stackLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, 2*l.pad-l.gap)
	for _, o := range objects {
		if o.Visible() {
			least := o.MinSize()
			size = fyne.NewSize(max(size.Width, least.Width+2*l.pad), size.Height+least.Height+l.gap)
		}
	}
	return size
}

// Layout implements fyne.Layout.
func (l *stackLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	spare := max(0, size.Height-l.MinSize(objects).Height)
	y := l.pad
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		height := o.MinSize().Height
		if i == l.grows {
			height += spare
		}
		o.Move(fyne.NewPos(l.pad, y))
		o.Resize(fyne.NewSize(size.Width-2*l.pad, height))
		y += height + l.gap
	}
}

// An evenLayout puts objects beside one another, all of the same width.
type evenLayout struct{ gap float32 }

// MinSize implements fyne.Layout.
func (l *evenLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range objects {
		least = least.Max(o.MinSize())
	}
	n := float32(len(objects))
	return fyne.NewSize(n*least.Width+max(0, n-1)*l.gap, least.Height)
}

// Layout implements fyne.Layout.
func (l *evenLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	n := float32(len(objects))
	width := (size.Width - (n-1)*l.gap) / n
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i)*(width+l.gap), 0))
		o.Resize(fyne.NewSize(width, size.Height))
	}
}
