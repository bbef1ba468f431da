package look

import "fyne.io/fyne/v2"

// A FlowLayout puts objects in a row, the first taking what room is left. Where
// there is not enough, the last stays beside the first, at the right, and the
// others stand below, in as many rows as they need.
type FlowLayout struct {
	Gap   float32
	Need  float32 // of the first object, 0 for its text in full
	Width float32 // that there is, told before MinSize is asked
}

const flowRow = 6 // between two rows of a flowLayout

// A flow is what stands where: objects in rows, the first of which begins with
// the first object.
type flow [][]fyne.CanvasObject

// flow returns the rows of the objects.
func (l *FlowLayout) flow(objects []fyne.CanvasObject) flow {
	first, others := objects[0], objects[1:]
	if l.Width == 0 || l.first(first)+l.taken(others) <= l.Width {
		return flow{objects}
	}
	f := flow{{first}}
	if last := others[max(0, len(others)-1):]; l.first(first)+l.taken(last) <= l.Width {
		f[0], others = append(f[0], last...), others[:len(others)-len(last)]
	}
	for _, o := range others {
		if row := f[len(f)-1]; len(f) > 1 && l.taken(row)+o.MinSize().Width <= l.Width {
			f[len(f)-1] = append(row, o)
		} else {
			f = append(f, []fyne.CanvasObject{o})
		}
	}
	return f
}

// first returns the width that the first object needs.
func (l *FlowLayout) first(o fyne.CanvasObject) float32 {
	if text, ok := o.(*Text); ok && l.Need == 0 {
		return text.FullSize().Width
	}
	return max(l.Need, o.MinSize().Width)
}

// taken returns the width that objects take, each with a gap beside it.
func (l *FlowLayout) taken(objects []fyne.CanvasObject) (width float32) {
	for _, o := range objects {
		width += o.MinSize().Width + l.Gap
	}
	return width
}

// MinSize implements fyne.Layout.
func (l *FlowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
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
func (l *FlowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for i, row := range l.flow(objects) {
		x, height := float32(0), rowHeight(row)
		if i == 0 {
			x = size.Width - l.taken(row[1:])
			least := row[0].MinSize().Height
			row[0].Resize(fyne.NewSize(max(0, x), least))
			row[0].Move(fyne.NewPos(0, (height-least)/2))
			row, x = row[1:], x+l.Gap
		}
		for _, o := range row {
			least := o.MinSize()
			o.Resize(least)
			o.Move(fyne.NewPos(x, y+(height-least.Height)/2))
			x += least.Width + l.Gap
		}
		y += height + flowRow
	}
}
