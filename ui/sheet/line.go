package sheet

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"headroom/ui/look"
)

// A line draws one row in view.
type line struct {
	box     *fyne.Container
	face    *look.Fill // hides the rows scrolled beneath one of totals
	tint    *look.Fill
	rule    *look.Fill
	pin     pin
	cells   []*cell
	row     int
	spreads int // of the grid, as the cells stand
	wanted  bool
	total   bool // of a row of totals
	made    int  // cells whose objects are in the box
	chips   int  // of those, chips
}

func newLine() *line {
	l := &line{face: look.NewFill(), tint: look.NewFill(), rule: look.NewFill(), pin: newPin(), row: -1}
	l.recolor()
	l.box = container.NewWithoutLayout()
	return l
}

// show puts the line where the row is and writes its cells.
func (l *line) show(g *grid, row int, top float32) {
	s := g.owner
	moved := l.spreads != g.spreads || s.Wraps && l.row != row // whose cells may take other lines
	l.row, l.spreads = row, g.spreads
	height, total := g.height(row), row == g.body()
	l.box.Move(fyne.NewPos(0, top))
	if size := fyne.NewSize(g.width(), height); l.box.Size() != size {
		l.box.Resize(size)
		l.face.Resize(size)
		l.tint.Resize(size)
		l.rule.Resize(fyne.NewSize(size.Width, 1))
		moved = true
	}
	l.rule.SetVisible(row > 0) // The head has a line of its own.
	below := total && top < g.headHeight()+g.tops[row]
	l.face.SetVisible(below)
	if total != l.total {
		l.total = total
		l.recolor()
	}
	tint := g.tintOf(row)
	l.tint.SetVisible(below && tint != nil)
	if l.tint.Visible() {
		l.tint.Paint(tint)
	}
	l.pin.show(g, 1, height, tint)
	for len(l.cells) < len(s.header) {
		l.cells = append(l.cells, newCell())
	}
	cells, covered := s.rows[row], 0
	for i, c := range l.cells {
		said := Cell{}
		if i < min(len(cells), len(s.header)) && covered == 0 {
			said = cells[i]
		}
		covered = max(covered-1, max(said.Span, 1)-1)
		var words []string
		if s.Wraps && said.Text != "" {
			words = g.words[row][i]
		}
		if i < len(s.header) {
			c.show(g, l, i, said, words, moved)
		} else {
			c.clear()
		}
	}
	l.gather()
}

// gather brings what is drawn into the box: that of the first column last, above the
// others.
func (l *line) gather() {
	made, chips := 0, 0
	for _, c := range l.cells {
		made += len(c.pieces)
		if c.chip != nil {
			chips++
		}
	}
	if made == l.made && chips == l.chips {
		return
	}
	l.made, l.chips = made, chips
	objects := []fyne.CanvasObject{l.face.Object(), l.tint.Object(), l.rule.Object()}
	for _, c := range l.cells[1:] {
		objects = append(objects, c.objects()...)
	}
	objects = append(objects, l.pin.objects()...)
	l.box.Objects = append(objects, l.cells[0].objects()...)
}

func (l *line) recolor() {
	l.face.Paint(look.Color(look.ColorCard))
	l.rule.Paint(look.Color(look.ColorBorder))
	if l.total {
		l.rule.Paint(look.Color(look.ColorMuted))
	}
	l.face.Refresh()
	l.tint.Refresh()
	l.rule.Refresh()
	l.pin.recolor()
	for _, c := range l.cells {
		for _, p := range c.pieces {
			p.recolor()
		}
	}
}

// A cell draws one cell of a line: its text, on as many lines as it takes, or a chip.
type cell struct {
	pieces []*piece // the first of which is always there
	chip   *look.Button
}

func newCell() *cell { return &cell{pieces: []*piece{newPiece(faceText, theme.ColorNameForeground)}} }

func (c *cell) objects() (objects []fyne.CanvasObject) {
	for _, p := range c.pieces {
		objects = append(objects, p.text)
	}
	if c.chip != nil {
		objects = append(objects, c.chip)
	}
	return objects
}

// clear shows nothing.
func (c *cell) clear() {
	for _, p := range c.pieces {
		p.write("")
	}
	if c.chip != nil {
		c.chip.Hide()
	}
}

// show writes the cell of a column; words are the lines it is broken into, nil where
// it takes one.
func (c *cell) show(g *grid, l *line, column int, said Cell, words []string, moved bool) {
	if said.Chip != nil {
		c.clear()
		c.showChip(g, column, *said.Chip, l.box.Size().Height)
		return
	}
	if c.chip != nil {
		c.chip.Hide()
	}
	of, name := g.faceOf(l.row, said), theme.ColorNameForeground
	if said.Quiet {
		name = look.ColorMuted
	}
	text := said.Text
	switch {
	case len(words) > 0:
		text = words[0]
	case column == 0 || g.owner.header[column].Words:
		room := g.inner(column, said.Span) + slack
		if said.Brief != "" && g.rule.width(text, of) > room {
			text = said.Brief
		}
		text = g.rule.cut(text, room, of)
	}
	for len(c.pieces) < len(words) {
		c.pieces = append(c.pieces, newPiece(of, name))
	}
	changed := moved
	for i, p := range c.pieces {
		if i > 0 {
			text = ""
			if i < len(words) {
				text = words[i]
			}
		}
		changed = p.dress(of, name) || changed
		changed = p.write(text) || changed
	}
	if changed {
		c.put(g, column, said.Span, max(1, len(words)), l.box.Size().Height)
	}
}

// put gives the lines of the text their places, in the middle of a row.
func (c *cell) put(g *grid, column, span, lines int, height float32) {
	step := c.pieces[0].size.Height
	y := (height - float32(lines)*step) / 2
	for i, p := range c.pieces {
		x := g.left(column)
		if column > 0 && !g.owner.header[column].Words {
			x = g.right(min(column+max(1, span), len(g.lefts)-1)-1) - p.size.Width
		}
		p.text.Move(fyne.NewPos(x, y+float32(i)*step))
	}
}

func (c *cell) showChip(g *grid, column int, chip Chip, height float32) {
	if c.chip == nil {
		c.chip = look.NewChip(chip.Name, chip.Text, chip.Hint, nil)
	}
	c.chip.Name, c.chip.OnTapped = chip.Name, chip.OnTapped
	c.chip.SetTooltip(chip.Hint)
	c.chip.SetText(chip.Text)
	c.chip.Show()
	size := c.chip.MinSize()
	c.chip.Resize(size)
	c.chip.Move(fyne.NewPos(g.right(column)-size.Width, (height-size.Height)/2))
}

// place returns where within its line the cell's text is.
func (c *cell) place() (at fyne.Position, size fyne.Size) {
	if c.chip != nil && c.chip.Visible() {
		return c.chip.Position(), c.chip.Size()
	}
	at, size = c.pieces[0].text.Position(), c.pieces[0].size
	for _, p := range c.pieces[1:] {
		if p.text.Text != "" {
			at.X, size.Width = min(at.X, p.text.Position().X), max(size.Width, p.size.Width)
			size.Height = p.text.Position().Y + p.size.Height - at.Y
		}
	}
	return at, size
}
