package sheet

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"headroom/ui/look"
)

// RowHeight is the height of a row, in logical pixels.
const RowHeight float32 = 30

// Other measures, in logical pixels.
const (
	headHeight float32 = 32
	cellPad    float32 = 10 // left and right of a cell
	noteGap    float32 = 4  // from a figure to its note
	barHeight  float32 = 8  // of the bar that scrolls sideways, below the last row
)

// A grid draws the table: tints, the rows in view, and the head, which stays at
// the top of what is in view as the first column does at its left. Rows are drawn by
// as many lines as are in view at once, each used again for another row.
type grid struct {
	widget.BaseWidget

	owner   *Sheet
	clicked bool             // while the focus comes by a click
	held    fyne.KeyModifier // by the last press of the button
	pressed int              // the row where that was, -1 for none
	column  int              // the column
	dragged bool             // since that
	rule    ruler
	natural []float32 // what each column asks for
	lefts   []float32 // where each column begins; one more for the right end
	pinned  float32   // how far the first column stands from its place, to stay in view
	spreads int       // how often columns have moved
	lines   []*line
	head    *head
	chosen  *look.Fill
	lit     *look.Fill
	cell    *look.Box // around the cell chosen
}

func newGrid(owner *Sheet) *grid {
	g := &grid{
		owner:   owner,
		pressed: -1,
		head:    newHead(),
		chosen:  look.NewFill(),
		lit:     look.NewFill(),
		cell:    look.NewBox(look.Radius),
	}
	g.ExtendBaseWidget(g)
	g.recolor()
	return g
}

// measure takes over what the columns ask for. A column keeps a little more room
// than it asks for, so that a figure losing a digit moves nothing.
func (g *grid) measure() {
	const slack = 24
	widths := g.rule.columns(g.owner.header, g.owner.rows)
	if len(widths) == len(g.natural) {
		for i, width := range widths {
			if before := g.natural[i]; before > width && before-width < slack {
				widths[i] = before
			}
		}
	}
	g.natural = widths
}

// size returns what the whole table asks for.
func (g *grid) size() fyne.Size {
	return fyne.NewSize(g.width(), headHeight+float32(len(g.owner.rows))*RowHeight+g.bar())
}

// width returns what the columns ask for.
func (g *grid) width() (total float32) {
	for _, width := range g.natural {
		total += width
	}
	return total
}

// bar returns the height of the bar that scrolls sideways, which lies over the end of
// what is in view; 0 where there is none.
func (g *grid) bar() float32 {
	if room := g.owner.Size().Width; room > 0 && room < g.width() {
		return barHeight
	}
	return 0
}

// spread gives the columns the width there is, in proportion to what they ask for.
func (g *grid) spread() {
	factor := float32(1)
	if total := g.width(); total > 0 {
		factor = fyne.Max(1, g.Size().Width/total)
	}
	lefts := make([]float32, 1, len(g.natural)+1)
	x := float32(0)
	for _, width := range g.natural {
		x += width * factor
		lefts = append(lefts, x)
	}
	offset, size := g.view()
	pinned := float32(0)
	if len(lefts) > 1 && lefts[1] <= size.Width/2 { // else it would leave the others too little
		pinned = offset.X
	}
	if pinned != g.pinned || !slices.Equal(lefts, g.lefts) {
		g.lefts, g.pinned = lefts, pinned
		g.spreads++
	}
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
	g.spread()
	offset, size := g.view()
	first := max(0, int(offset.Y/RowHeight))
	last := min(len(g.owner.rows), int((offset.Y+size.Height-headHeight)/RowHeight)+1)
	g.need(last - first)
	for _, l := range g.lines {
		l.wanted = false
	}
	for row := first; row < last; row++ {
		l := g.lines[row%len(g.lines)]
		l.wanted = true
		l.show(g, row)
	}
	for _, l := range g.lines {
		l.box.Hidden = !l.wanted
	}
	g.head.show(g, offset.Y)
	chosen, last := g.owner.Selected()
	g.tint(g.chosen, chosen, last)
	g.tint(g.lit, g.owner.highlight, g.owner.highlight)
	g.choose()
}

// choose shows which cell of the selected row is asked about.
func (g *grid) choose() {
	s := g.owner
	there := s.Asking()
	if there {
		left := g.lefts[s.column]
		if s.column == 0 {
			left += g.pinned
		}
		there = s.column == 0 || g.pinned == 0 || left >= g.pinned+g.lefts[1]
		g.cell.Move(fyne.NewPos(left, headHeight+float32(s.selected)*RowHeight))
		g.cell.Resize(fyne.NewSize(g.lefts[s.column+1]-g.lefts[s.column], RowHeight+1))
	}
	g.showOver(g.cell, there)
}

// tintOf returns the tint behind a row, nil for none.
func (g *grid) tintOf(row int) color.Color {
	switch first, last := g.owner.Selected(); {
	case row >= first && row <= last:
		return look.Color(theme.ColorNameSelection)
	case row == g.owner.highlight:
		return look.Color(look.ColorChip) // gray, told from the blue of what is selected
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
		box.Resize(fyne.NewSize(g.Size().Width, float32(last-first+1)*RowHeight))
		box.Move(fyne.NewPos(0, headHeight+float32(first)*RowHeight))
	}
	g.showOver(box, there)
}

// showOver shows what lies over the table, or hides it. What was never shown asks for
// no repainting of the window by itself, so something does that is always shown.
func (g *grid) showOver(mark interface {
	Visible() bool
	SetVisible(visible bool)
}, visible bool,
) {
	if visible != mark.Visible() {
		mark.SetVisible(visible)
		g.head.rule.Refresh()
	}
}

func (g *grid) recolor() {
	g.lit.Paint(look.Color(look.ColorChip))
	g.chosen.Paint(look.Color(theme.ColorNameSelection))
	g.head.recolor()
	for _, l := range g.lines {
		l.recolor()
	}
	g.cell.Paint(nil, look.Color(theme.ColorNamePrimary), 1)
	g.lit.Refresh()
	g.chosen.Refresh()
	g.cell.Refresh()
}

// right returns where the right aligned text of a column ends, left where that of
// the first begins.
func (g *grid) right(column int) float32 { return g.lefts[column+1] - cellPad }

func (g *grid) left() float32 { return g.pinned + cellPad }

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
		r.objects = []fyne.CanvasObject{g.lit.Object(), g.chosen.Object()}
		for _, l := range g.lines {
			r.objects = append(r.objects, l.box)
		}
		r.objects = append(r.objects, g.cell.Object(), g.head.box)
	}
	return r.objects
}

func (r *gridRenderer) Destroy() {}
