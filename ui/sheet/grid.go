package sheet

import (
	"image/color"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"headroom/ui/look"
)

// A grid draws the table: tints, the rows in view, and the head, which stays at
// the top of what is in view as the first column does at its left and a row of totals
// at the bottom. Rows are drawn by as many lines as are in view at once, each used
// again for another row; those of a table that wraps by one each.
type grid struct {
	widget.BaseWidget

	owner   *Sheet
	clicked bool             // while the focus comes by a click
	held    fyne.KeyModifier // by the last press of the button
	pressed int              // the row where that was, -1 for none
	column  int              // the column
	dragged bool             // since that
	hover   hover

	rule     ruler
	wanted   []wish
	room     float32 // that the columns share out, 0 for not known yet
	folded   bool    // for that room
	lefts    []float32
	titles   [][]string // the lines of each
	headTall float32    // height of the head
	tops     []float32  // where each row begins below the head; one more for the bottom
	words    [][][]string
	pinned   float32 // how far the first column stands from its place, to stay in view
	spreads  int     // how often columns have moved

	lines  []*line
	total  *line // of the last row where that is one of totals
	head   *head
	chosen *look.Fill
	lit    *look.Fill
	known  *look.Fill // the rows that are settled
	cell   *look.Fill // below the figure of the cell chosen
}

func newGrid(owner *Sheet) *grid {
	g := &grid{
		owner:    owner,
		pressed:  -1,
		lefts:    []float32{0},
		tops:     []float32{0},
		headTall: headLeast,
		head:     newHead(),
		total:    newLine(),
		chosen:   look.NewFill(),
		lit:      look.NewFill(),
		known:    look.NewFill(),
		cell:     look.NewFill(),
	}
	g.ExtendBaseWidget(g)
	g.hover.tip.SetOwner(g)
	g.recolor()
	return g
}

// size returns what the whole table asks for.
func (g *grid) size() fyne.Size {
	return fyne.NewSize(g.width(), g.headHeight()+g.tops[len(g.tops)-1]+g.bar())
}

// view returns the part of the grid in view.
func (g *grid) view() (offset fyne.Position, size fyne.Size) {
	pane := g.owner.scroll
	if pane == nil || !g.owner.scrolled {
		return fyne.Position{}, g.Size()
	}
	return pane.Offset, pane.Size()
}

// place shows the rows in view, and the head above them.
func (g *grid) place() {
	offset, size := g.view()
	pinned := float32(0)
	if len(g.lefts) > 1 && g.lefts[1] <= size.Width/2 { // else it would leave the others too little
		pinned = offset.X
	}
	if pinned != g.pinned {
		g.pinned = pinned
		g.spreads++
	}
	first, last := g.rowBelow(offset.Y), min(g.rowBelow(offset.Y+size.Height-g.headHeight())+1, g.body())
	if g.owner.Wraps { // which asks for room for all of its rows
		first, last = 0, g.body()
	}
	g.need(last - first)
	for _, l := range g.lines {
		l.wanted = false
	}
	for row := first; row < last; row++ {
		l := g.lines[row%len(g.lines)]
		l.wanted = true
		l.show(g, row, g.top(row))
	}
	for _, l := range g.lines {
		l.box.Hidden = !l.wanted
	}
	g.total.box.Hidden = g.body() == len(g.owner.rows)
	if !g.total.box.Hidden {
		g.total.show(g, g.body(), g.top(g.body()))
	}
	g.head.show(g, offset.Y)
	chosen, until := g.owner.Selected()
	g.tint(g.chosen, chosen, until)
	g.tint(g.lit, g.owner.highlight, g.owner.highlight)
	g.tint(g.known, min(0, g.owner.settled-1), g.owner.settled-1)
	g.choose()
}

// body returns how many rows are scrolled: all but one of totals.
func (g *grid) body() int {
	if g.owner.Total && len(g.owner.rows) > 0 {
		return len(g.owner.rows) - 1
	}
	return len(g.owner.rows)
}

// rowBelow returns the row at so much below the head, which is at most the last.
func (g *grid) rowBelow(y float32) int {
	rows := len(g.tops) - 1
	return max(0, min(sort.Search(rows, func(i int) bool { return g.tops[i+1] > y }), rows-1))
}

// top returns where a row is shown. One of totals stays in view.
func (g *grid) top(row int) float32 {
	top := g.headHeight() + g.tops[row]
	if row == g.body() {
		offset, size := g.view()
		top = min(top, max(g.headHeight()+offset.Y, offset.Y+size.Height-g.bar()-g.height(row)))
	}
	return top
}

func (g *grid) height(row int) float32 { return g.tops[row+1] - g.tops[row] }

// choose shows which cell of the selected row is asked about: by a line below its
// figure, as what leads on has one. A frame around it would look as if it took what
// is typed.
func (g *grid) choose() {
	s := g.owner
	there := s.Asking()
	if there {
		l := g.lineOf(s.selected)
		left := g.lefts[s.column]
		there = l != nil && s.column < len(l.cells) && (s.column == 0 || g.pinned == 0 || left >= g.pinned+g.lefts[1])
		if there {
			at, size := l.cells[s.column].place()
			if size.Width == 0 { // an empty cell
				at, size = fyne.NewPos(g.right(s.column)-cellPad, (g.height(s.selected)+lineHeight(faceText))/2), fyne.NewSize(cellPad, 0)
			}
			g.cell.Move(l.box.Position().Add(at).AddXY(0, size.Height))
			g.cell.Resize(fyne.NewSize(size.Width, 2))
		}
	}
	g.showOver(g.cell, there)
}

// lineOf returns what draws a row, nil where the row is not in view.
func (g *grid) lineOf(row int) *line {
	if row == g.body() {
		return g.total
	}
	for _, l := range g.lines {
		if l.row == row && !l.box.Hidden {
			return l
		}
	}
	return nil
}

// tintOf returns the tint behind a row, nil for none.
func (g *grid) tintOf(row int) color.Color {
	switch first, last := g.owner.Selected(); {
	case row >= first && row <= last:
		return look.Color(theme.ColorNameSelection)
	case row == g.owner.highlight:
		return look.Color(look.ColorChip) // gray, told from the blue of what is selected
	case row < g.owner.settled:
		return look.Color(look.ColorSelected)
	}
	return nil
}

// need provides lines for so many rows.
func (g *grid) need(rows int) {
	if rows <= len(g.lines) {
		return
	}
	for len(g.lines) < rows {
		g.lines = append(g.lines, newLine())
	}
	for _, l := range g.lines {
		l.row = -1 // Another number of lines gives each row another line.
	}
	canvas.Refresh(g)
}

// tint puts a tint behind rows.
func (g *grid) tint(box *look.Fill, first, last int) {
	there := first >= 0 && last < len(g.owner.rows)
	if there {
		box.Resize(fyne.NewSize(g.width(), g.tops[last+1]-g.tops[first]))
		box.Move(fyne.NewPos(0, g.headHeight()+g.tops[first]))
	}
	g.showOver(box, there)
}

// showOver shows what lies over the table, or hides it. What was never shown asks for
// no repainting of the window by itself, so something does that is always shown.
func (g *grid) showOver(mark *look.Fill, visible bool) {
	if visible != mark.Visible() {
		mark.SetVisible(visible)
		g.head.rule.Refresh()
	}
}

func (g *grid) recolor() {
	g.lit.Paint(look.Color(look.ColorChip))
	g.known.Paint(look.Color(look.ColorSelected))
	g.chosen.Paint(look.Color(theme.ColorNameSelection))
	g.cell.Paint(look.Color(theme.ColorNamePrimary))
	g.head.recolor()
	for _, l := range append(g.lines, g.total) {
		l.recolor()
	}
	g.lit.Refresh()
	g.known.Refresh()
	g.chosen.Refresh()
	g.cell.Refresh()
}

// right returns where the right aligned text of a column ends, left where the text of
// another begins.
func (g *grid) right(column int) float32 { return g.lefts[column+1] - cellPad }

func (g *grid) left(column int) float32 {
	if column == 0 {
		return g.pinned + cellPad
	}
	return g.lefts[column] + cellPad
}

// chips returns the chips in view, from the top.
func (g *grid) chips() (chips []*look.Button) {
	for row := range g.owner.rows {
		if l := g.lineOf(row); l != nil && !l.box.Hidden {
			for _, c := range l.cells {
				if c.chip != nil && c.chip.Visible() {
					chips = append(chips, c.chip)
				}
			}
		}
	}
	return chips
}

// CreateRenderer implements fyne.Widget.
func (g *grid) CreateRenderer() fyne.WidgetRenderer { return &gridRenderer{owner: g} }

type gridRenderer struct {
	owner   *grid
	objects []fyne.CanvasObject
	lines   int
}

func (r *gridRenderer) Layout(fyne.Size) { r.owner.place() }

func (r *gridRenderer) MinSize() fyne.Size { return r.owner.size() }

func (r *gridRenderer) Refresh() {
	r.owner.recolor()
	r.owner.place()
}

func (r *gridRenderer) Objects() []fyne.CanvasObject {
	g := r.owner
	if r.objects == nil || r.lines != len(g.lines) {
		r.lines = len(g.lines)
		r.objects = []fyne.CanvasObject{g.known.Object(), g.lit.Object(), g.chosen.Object()}
		for _, l := range g.lines {
			r.objects = append(r.objects, l.box)
		}
		r.objects = append(r.objects, g.total.box, g.cell.Object(), g.head.box)
	}
	return r.objects
}

func (r *gridRenderer) Destroy() {}
