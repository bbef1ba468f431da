package sheet

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"headroom/ui/look"
)

// A head draws the names of the columns.
type head struct {
	box     *fyne.Container
	face    *look.Fill // hides the rows scrolled beneath
	rule    *look.Fill
	pin     pin
	titles  [][2]*piece // of two lines each
	dots    []*canvas.Circle
	spreads int // of the grid, as the titles stand
}

func newHead() *head {
	h := &head{face: look.NewFill(), rule: look.NewFill(), pin: newPin()}
	h.box = container.NewWithoutLayout()
	return h
}

// provide makes titles for so many columns, that of the first above the others.
func (h *head) provide(columns int) {
	if columns <= len(h.titles) {
		return
	}
	for len(h.titles) < columns {
		h.titles = append(h.titles, [2]*piece{newPiece(faceTitle, look.ColorMuted), newPiece(faceTitle, look.ColorMuted)})
		h.dots = append(h.dots, canvas.NewCircle(color.Transparent))
	}
	h.box.Objects = []fyne.CanvasObject{h.face.Object(), h.rule.Object()}
	for i := 1; i < columns; i++ {
		h.box.Objects = append(h.box.Objects, h.titles[i][0].text, h.titles[i][1].text, h.dots[i])
	}
	h.box.Objects = append(append(h.box.Objects, h.pin.objects()...), h.titles[0][0].text, h.titles[0][1].text, h.dots[0])
}

const dotSize = 9

// show puts the head at y and writes its titles.
func (h *head) show(g *grid, y float32) {
	size := fyne.NewSize(g.width(), g.headHeight())
	moved := h.spreads != g.spreads || h.face.Size() != size
	h.spreads = g.spreads
	h.provide(len(g.owner.header))
	h.pin.show(g, 0, size.Height-1, nil)
	h.box.Move(fyne.NewPos(0, y))
	h.face.Resize(size)
	h.face.SetVisible(y > 0)
	h.rule.Resize(fyne.NewSize(size.Width, 1))
	h.rule.Move(fyne.NewPos(0, size.Height-1))
	for i, column := range g.owner.header {
		h.title(g, i, column, moved)
	}
	for i := len(g.owner.header); i < len(h.titles); i++ {
		h.titles[i][0].write("")
		h.titles[i][1].write("")
		h.dots[i].Hide()
	}
}

// title writes the title of a column, its last line at the bottom of the head.
func (h *head) title(g *grid, i int, column Column, moved bool) {
	title, dot, lines := h.titles[i], h.dots[i], g.titles[i]
	room := float32(0)
	if column.Swatch != "" {
		room = dotSize + noteGap
	}
	if fill := look.Hex(column.Swatch); dot.FillColor != fill || dot.Hidden != (column.Swatch == "") {
		dot.FillColor, dot.Hidden = fill, column.Swatch == ""
		dot.Refresh()
		moved = true
	}
	first, second := lines[0], ""
	if len(lines) > 1 {
		second = lines[1]
	}
	written := title[0].write(first)
	if !title[1].write(second) && !written && !moved {
		return
	}
	step := lineHeight(faceTitle)
	y := g.headHeight() - headLeast + (headLeast-step)/2 - float32(len(lines)-1)*step
	for j, p := range title {
		x := g.left(i) + room
		if i > 0 && !column.Words {
			x = g.right(i) - p.size.Width
		}
		p.text.Move(fyne.NewPos(x, y+float32(j)*step))
	}
	dot.Resize(fyne.NewSquareSize(dotSize))
	dot.Move(fyne.NewPos(title[0].text.Position().X-room, y+(step-dotSize)/2))
}

func (h *head) recolor() {
	h.face.Paint(look.Color(look.ColorCard))
	h.rule.Paint(look.Color(look.ColorBorder))
	h.face.Refresh()
	h.rule.Refresh()
	h.pin.recolor()
	for _, title := range h.titles {
		title[0].recolor()
		title[1].recolor()
	}
}
