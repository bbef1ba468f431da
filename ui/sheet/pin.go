package sheet

import (
	"image/color"

	"fyne.io/fyne/v2"

	"headroom/ui/look"
)

// A pin keeps the first column of a row in view while others are scrolled beneath
// it: what it lies on, the tint of the row, and an edge at its right.
type pin struct{ face, tint, edge *look.Fill }

func newPin() pin { return pin{look.NewFill(), look.NewFill(), look.NewFill()} }

// objects returns what the pin is drawn with, in the order of drawing.
func (p pin) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{p.face.Object(), p.tint.Object(), p.edge.Object()}
}

// show places the pin where the first column of the grid is, from top to bottom of
// the row, or hides it where the column stands among the others. A nil tint is none.
func (p pin) show(g *grid, top, bottom float32, tint color.Color) {
	shown := g.pinned > 0
	p.face.SetVisible(shown)
	p.tint.SetVisible(shown && tint != nil)
	p.edge.SetVisible(shown)
	if !shown {
		return
	}
	size := fyne.NewSize(g.lefts[1], bottom-top)
	for _, fill := range []*look.Fill{p.face, p.tint} {
		fill.Move(fyne.NewPos(g.pinned, top))
		fill.Resize(size)
	}
	p.edge.Move(fyne.NewPos(g.pinned+size.Width-1, top))
	p.edge.Resize(fyne.NewSize(1, size.Height))
	p.tint.Paint(tint)
	p.tint.Refresh()
}

func (p pin) recolor() {
	p.face.Paint(look.Color(look.ColorCard))
	p.edge.Paint(look.Color(look.ColorBorder))
	for _, fill := range []*look.Fill{p.face, p.tint, p.edge} {
		fill.Refresh()
	}
}
