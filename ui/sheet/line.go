package sheet

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"headroom/ui/look"
)

// A line draws one row in view.
type line struct {
	box     *fyne.Container
	rule    *look.Fill
	pin     pin
	texts   []*piece
	notes   []*piece
	row     int
	spreads int // of the grid, as the cells stand
	wanted  bool
}

func newLine() *line {
	l := &line{rule: look.NewFill(), pin: newPin(), row: -1}
	l.rule.Paint(look.Color(look.ColorBorder))
	l.pin.recolor()
	l.box = container.NewWithoutLayout()
	return l
}

// provide makes cells for so many columns. That of the first is drawn last, above
// the others.
func (l *line) provide(columns int) {
	if columns <= len(l.texts) {
		return
	}
	for len(l.texts) < columns {
		l.texts = append(l.texts, newPiece(look.SizeText, theme.ColorNameForeground))
		l.notes = append(l.notes, newPiece(look.SizeCaption, look.ColorMuted))
	}
	l.box.Objects = []fyne.CanvasObject{l.rule.Object()}
	for i := 1; i < columns; i++ {
		l.box.Objects = append(l.box.Objects, l.texts[i].text, l.notes[i].text)
	}
	l.box.Objects = append(append(l.box.Objects, l.pin.objects()...), l.texts[0].text, l.notes[0].text)
}

// show puts the line where the row is and writes its cells.
func (l *line) show(g *grid, row int) {
	moved := l.spreads != g.spreads
	l.row, l.spreads = row, g.spreads
	l.provide(len(g.owner.header))
	l.box.Move(fyne.NewPos(0, headHeight+float32(row)*RowHeight))
	if size := fyne.NewSize(g.Size().Width, RowHeight); l.box.Size() != size {
		l.box.Resize(size)
		l.rule.Resize(fyne.NewSize(size.Width, 1))
	}
	l.rule.SetVisible(row > 0) // The head has a line of its own.
	l.pin.show(g, 1, RowHeight, g.tintOf(row))
	cells := g.owner.rows[row]
	for i := range g.owner.header {
		cell := Cell{}
		if i < len(cells) {
			cell = cells[i]
		}
		l.cell(g, i, cell, moved)
	}
	for i := len(g.owner.header); i < len(l.texts); i++ {
		l.texts[i].write("")
		l.notes[i].write("")
	}
}

func (l *line) cell(g *grid, i int, cell Cell, moved bool) {
	text, note := l.texts[i], l.notes[i]
	written := text.write(cell.Text)
	if !note.write(cell.Note) && !written && !moved {
		return
	}
	if i == 0 {
		text.put(g.left(), RowHeight)
		note.put(g.left()+text.size.Width+noteGap, RowHeight)
		return
	}
	right := g.right(i)
	if cell.Note != "" {
		right -= note.size.Width
		note.put(right, RowHeight)
		right -= noteGap
	}
	text.put(right-text.size.Width, RowHeight)
}

func (l *line) recolor() {
	l.rule.Paint(look.Color(look.ColorBorder))
	l.rule.Refresh()
	l.pin.recolor()
	for i := range l.texts {
		l.texts[i].recolor()
		l.notes[i].recolor()
	}
}

// A piece is a text that knows its own size.
type piece struct {
	text *canvas.Text
	name fyne.ThemeColorName
	size fyne.Size
}

func newPiece(size float32, name fyne.ThemeColorName) *piece {
	p := &piece{text: canvas.NewText("", look.Color(name)), name: name}
	p.text.TextSize = size
	return p
}

// write shows a text and reports whether it is another.
func (p *piece) write(text string) bool {
	if text == p.text.Text {
		return false
	}
	p.text.Text = text
	p.size = fyne.MeasureText(text, p.text.TextSize, p.text.TextStyle)
	p.text.Resize(p.size)
	p.text.Refresh()
	return true
}

// put moves the text to x, in the middle of a row of that height.
func (p *piece) put(x, height float32) {
	p.text.Move(fyne.NewPos(x, (height-p.size.Height)/2))
}

func (p *piece) recolor() {
	p.text.Color = look.Color(p.name)
	p.text.Refresh()
}

// A head draws the names of the columns.
type head struct {
	box     *fyne.Container
	face    *look.Fill // hides the rows scrolled beneath
	rule    *look.Fill
	pin     pin
	titles  []*piece
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
		h.titles = append(h.titles, newPiece(look.SizeCaption, look.ColorMuted))
		h.dots = append(h.dots, canvas.NewCircle(color.Transparent))
	}
	h.box.Objects = []fyne.CanvasObject{h.face.Object(), h.rule.Object()}
	for i := 1; i < columns; i++ {
		h.box.Objects = append(h.box.Objects, h.titles[i].text, h.dots[i])
	}
	h.box.Objects = append(append(h.box.Objects, h.pin.objects()...), h.titles[0].text, h.dots[0])
}

const dotSize = 9

// show puts the head at y and writes its titles.
func (h *head) show(g *grid, y float32) {
	moved := h.spreads != g.spreads
	h.spreads = g.spreads
	h.provide(len(g.owner.header))
	h.pin.show(g, 0, headHeight-1, nil)
	h.box.Move(fyne.NewPos(0, y))
	h.face.Resize(fyne.NewSize(g.Size().Width, headHeight))
	h.face.SetVisible(y > 0)
	h.rule.Resize(fyne.NewSize(g.Size().Width, 1))
	h.rule.Move(fyne.NewPos(0, headHeight-1))
	for i, column := range g.owner.header {
		h.title(g, i, column, moved)
	}
	for i := len(g.owner.header); i < len(h.titles); i++ {
		h.titles[i].write("")
		h.dots[i].Hide()
	}
}

func (h *head) title(g *grid, i int, column Column, moved bool) {
	title, dot := h.titles[i], h.dots[i]
	room := float32(0)
	if column.Swatch != "" {
		room = dotSize + noteGap
	}
	if fill := look.Hex(column.Swatch); dot.FillColor != fill || dot.Hidden != (column.Swatch == "") {
		dot.FillColor, dot.Hidden = fill, column.Swatch == ""
		dot.Refresh()
		moved = true
	}
	if !title.write(column.Title) && !moved {
		return
	}
	x := g.left() + room
	if i > 0 {
		x = g.right(i) - title.size.Width
	}
	title.put(x, headHeight)
	dot.Resize(fyne.NewSquareSize(dotSize))
	dot.Move(fyne.NewPos(x-room, (headHeight-dotSize)/2))
}

func (h *head) recolor() {
	h.face.Paint(look.Color(look.ColorCard))
	h.rule.Paint(look.Color(look.ColorBorder))
	h.face.Refresh()
	h.rule.Refresh()
	h.pin.recolor()
	for _, title := range h.titles {
		title.recolor()
	}
}
