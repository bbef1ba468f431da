package ui

import (
	"fyne.io/fyne/v2"
)

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
