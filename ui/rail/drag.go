package rail

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"headroom/ui/look"
)

// A dropLine shows between which cards a dragged one would come to stand.
type dropLine struct {
	content *fyne.Container // as large as the list
	line    *canvas.Rectangle
}

func newDropLine() *dropLine {
	d := &dropLine{line: canvas.NewRectangle(nil)}
	d.line.Hide()
	d.content = container.NewWithoutLayout(d.line)
	return d
}

// show draws the line at y below the list's upper edge, or at the edge beyond which
// that is.
func (d *dropLine) show(y float32) {
	const thick = 3
	size := d.content.Size()
	y = min(max(y, thick/2), size.Height-thick/2)
	d.line.FillColor = look.Color(theme.ColorNamePrimary)
	d.line.Resize(fyne.NewSize(size.Width, thick))
	d.line.Move(fyne.NewPos(0, y-thick/2))
	d.line.Show()
	d.line.Refresh()
}

// top returns how far below the list's upper end a row begins, as the list lays
// them out.
func (r *Rail) top(row int) float32 {
	top := float32(0)
	for _, height := range r.heights[:row] {
		top += height + r.list.Theme().Size(theme.SizeNamePadding)
	}
	return top
}

// place returns the row that a card would have where it is dragged to: past each
// other card whose middle its leading edge has passed.
func (r *Rail) place(card *scenarioCard, moved fyne.Delta) int {
	row := card.row
	middle := func(of int) float32 { return r.top(of) + (r.heights[of]-cardGap)/2 }
	upper := r.top(card.row) + moved.DY
	lower := upper + r.heights[card.row] - cardGap
	for row+1 < len(r.shown) && moved.DY > 0 && lower > middle(row+1) {
		row++
	}
	for row > 0 && moved.DY < 0 && upper < middle(row-1) {
		row--
	}
	return row
}

// onDrag shows where a card would come to stand.
func (r *Rail) onDrag(card *scenarioCard, moved fyne.Delta) {
	row := r.place(card, moved)
	if row == card.row {
		r.gap.line.Hide()
		return
	}
	between := (cardGap + r.list.Theme().Size(theme.SizeNamePadding)) / 2
	y := r.top(row) - between
	if row > card.row {
		y = r.top(row) + r.heights[row] - cardGap + between
	}
	r.gap.show(y - r.list.GetScrollOffset())
}

// onDrop puts a dragged card where it was let go.
func (r *Rail) onDrop(card *scenarioCard, moved fyne.Delta) {
	r.gap.line.Hide()
	r.move(card.row, r.place(card, moved))
}
