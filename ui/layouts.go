package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// A stackLayout puts objects below one another, one of which takes what height
// the others leave.
type stackLayout struct {
	gap, pad float32
	grows    int // index of the object that takes the rest
	// onWidth, where set, is told the width objects have before they are laid out,
	// for those whose height depends on it.
	onWidth func(width float32)
	width   float32
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
	if width := size.Width - 2*l.pad; l.onWidth != nil && width != l.width {
		l.width = width
		l.onWidth(width)
	}
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

// An evenLayout puts objects beside one another, all of the same width, in as
// many rows as it takes for each to have what it asks.
type evenLayout struct {
	gap   float32
	width float32 // that there is, told before MinSize is asked
}

// columns returns how many objects stand in a row.
func (l *evenLayout) columns(objects []fyne.CanvasObject) int {
	n := len(objects)
	if l.width == 0 {
		return n
	}
	for n > 1 && float32(n)*(l.least(objects).Width+l.gap)-l.gap > l.width {
		n--
	}
	if len(objects) == 4 && n == 3 {
		n = 2
	}
	return max(n, 1)
}

func (l *evenLayout) least(objects []fyne.CanvasObject) (least fyne.Size) {
	for _, o := range objects {
		least = least.Max(o.MinSize())
	}
	return least
}

// MinSize implements fyne.Layout.
func (l *evenLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := l.least(objects)
	if len(objects) == 0 {
		return least
	}
	columns := l.columns(objects)
	rows := float32((len(objects) + columns - 1) / columns)
	return fyne.NewSize(least.Width, rows*(least.Height+l.gap)-l.gap)
}

// Layout implements fyne.Layout.
func (l *evenLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if len(objects) == 0 {
		return
	}
	columns := l.columns(objects)
	rows := (len(objects) + columns - 1) / columns
	width := (size.Width+l.gap)/float32(columns) - l.gap
	height := (size.Height+l.gap)/float32(rows) - l.gap
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i%columns)*(width+l.gap), float32(i/columns)*(height+l.gap)))
		o.Resize(fyne.NewSize(width, height))
	}
}

// A flowLayout puts objects in a row, the first taking what room is left. Where
// there is not enough, the others stand below it, in as many rows as they need.
type flowLayout struct {
	gap   float32
	width float32 // that there is, told before MinSize is asked
}

const (
	titleWidth = 150 // what the first object of a flowLayout needs beside others
	flowRow    = 6   // between two rows of a flowLayout
)

// rows returns the objects after the first in rows, each with its width.
func (l *flowLayout) rows(objects []fyne.CanvasObject) (rows [][]fyne.CanvasObject, widths []float32) {
	for _, o := range objects[1:] {
		width := o.MinSize().Width + l.gap
		last := len(rows) - 1
		if last < 0 || l.width > 0 && widths[last]+width-l.gap > l.width {
			rows, widths = append(rows, nil), append(widths, 0)
			last++
		}
		rows[last] = append(rows[last], o)
		widths[last] += width
	}
	return rows, widths
}

// inline reports whether all stand in one row.
func (l *flowLayout) inline(widths []float32) bool {
	return len(widths) == 0 || len(widths) == 1 && (l.width == 0 || titleWidth+widths[0] <= l.width)
}

// MinSize implements fyne.Layout.
func (l *flowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	rows, widths := l.rows(objects)
	size := fyne.NewSize(0, objects[0].MinSize().Height)
	for _, row := range rows {
		height := float32(0)
		for _, o := range row {
			least := o.MinSize()
			size.Width, height = max(size.Width, least.Width), max(height, least.Height)
		}
		if l.inline(widths) {
			size.Height = max(size.Height, height)
		} else {
			size.Height += flowRow + height
		}
	}
	return size
}

// Layout implements fyne.Layout.
func (l *flowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	rows, widths := l.rows(objects)
	first := objects[0].MinSize().Height
	y, inline := first+flowRow, l.inline(widths)
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(size.Width, first))
	for i, row := range rows {
		x, height := float32(0), float32(0)
		for _, o := range row {
			height = max(height, o.MinSize().Height)
		}
		if inline {
			x, y = size.Width-widths[i]+l.gap, 0
			objects[0].Resize(fyne.NewSize(max(0, x-l.gap), first))
			objects[0].Move(fyne.NewPos(0, (size.Height-first)/2))
		}
		for _, o := range row {
			least := o.MinSize()
			o.Resize(least)
			o.Move(fyne.NewPos(x, y+(height-least.Height)/2))
			x += least.Width + l.gap
		}
		y += height + flowRow
	}
}

// besideBar leaves room at the right for the bar of the scroller around content.
func besideBar(content fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, 0, 0, 10), content)
}
