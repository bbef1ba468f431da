package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"headroom/ui/look"
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

// A footLayout puts a note below a table, and asks for room for it where there is
// one. A table that shows that much less of its rows leaves what is around them
// where it is.
type footLayout struct{ room float32 }

// MinSize implements fyne.Layout.
func (l footLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := objects[0].MinSize()
	if objects[1].Visible() {
		size.Height += l.room
	}
	return size
}

// Layout implements fyne.Layout.
func (footLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
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
	// In whole pixels, without which a border's corners and sides part.
	width := float32(int((size.Width+l.gap)/float32(columns) - l.gap))
	height := float32(int((size.Height+l.gap)/float32(rows) - l.gap))
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i%columns)*(width+l.gap), float32(i/columns)*(height+l.gap)))
		o.Resize(fyne.NewSize(width, height))
	}
}

// A flowLayout puts objects in a row, the first taking what room is left. Where
// there is not enough, the last stays beside the first, at the right, and the
// others stand below, in as many rows as they need.
type flowLayout struct {
	gap   float32
	need  float32 // of the first object, 0 for its text in full
	width float32 // that there is, told before MinSize is asked
}

const flowRow = 6 // between two rows of a flowLayout

// A flow is what stands where: objects in rows, the first of which begins with
// the first object.
type flow [][]fyne.CanvasObject

// flow returns the rows of the objects.
func (l *flowLayout) flow(objects []fyne.CanvasObject) flow {
	first, others := objects[0], objects[1:]
	if l.width == 0 || l.first(first)+l.taken(others) <= l.width {
		return flow{objects}
	}
	f := flow{{first}}
	if last := others[max(0, len(others)-1):]; l.first(first)+l.taken(last) <= l.width {
		f[0], others = append(f[0], last...), others[:len(others)-len(last)]
	}
	for _, o := range others {
		if row := f[len(f)-1]; len(f) > 1 && l.taken(row)+o.MinSize().Width <= l.width {
			f[len(f)-1] = append(row, o)
		} else {
			f = append(f, []fyne.CanvasObject{o})
		}
	}
	return f
}

// first returns the width that the first object needs.
func (l *flowLayout) first(o fyne.CanvasObject) float32 {
	if text, ok := o.(*look.Text); ok && l.need == 0 {
		return text.FullSize().Width
	}
	return max(l.need, o.MinSize().Width)
}

// taken returns the width that objects take, each with a gap beside it.
func (l *flowLayout) taken(objects []fyne.CanvasObject) (width float32) {
	for _, o := range objects {
		width += o.MinSize().Width + l.gap
	}
	return width
}

// MinSize implements fyne.Layout.
func (l *flowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, -flowRow)
	for _, row := range l.flow(objects) {
		size.Height += rowHeight(row) + flowRow
	}
	for _, o := range objects[1:] {
		size.Width = max(size.Width, o.MinSize().Width)
	}
	return size
}

// rowHeight returns the height of the highest object.
func rowHeight(row []fyne.CanvasObject) (height float32) {
	for _, o := range row {
		height = max(height, o.MinSize().Height)
	}
	return height
}

// Layout implements fyne.Layout.
func (l *flowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for i, row := range l.flow(objects) {
		x, height := float32(0), rowHeight(row)
		if i == 0 {
			x = size.Width - l.taken(row[1:])
			least := row[0].MinSize().Height
			row[0].Resize(fyne.NewSize(max(0, x), least))
			row[0].Move(fyne.NewPos(0, (height-least)/2))
			row, x = row[1:], x+l.gap
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
