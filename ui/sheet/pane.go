package sheet

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// A pane scrolls the grid and passes on the turns of the wheel it has no use for.
type pane struct {
	container.Scroll
	owner *Sheet
}

func newPane(owner *Sheet) *pane {
	p := &pane{owner: owner}
	p.Direction = container.ScrollBoth
	p.Content = owner.grid
	p.OnScrolled = func(fyne.Position) { owner.grid.place() }
	p.ExtendBaseWidget(p)
	return p
}

// Scrolled implements fyne.Scrollable.
func (p *pane) Scrolled(event *fyne.ScrollEvent) {
	before := p.Offset
	if event.Scrolled.DX != 0 || p.Content.MinSize().Height > p.Size().Height {
		p.Scroll.Scrolled(event)
	} // else it would scroll sideways what is turned up or down
	if p.Offset == before && p.owner.OnScrollPast != nil {
		p.owner.OnScrollPast(event)
	}
}

// revealColumn brings a column into view, beside the first.
func (p *pane) revealColumn(column int) {
	g := p.owner.grid
	if column < 1 || column+1 >= len(g.lefts) || !p.owner.scrolled {
		return // the first is in view anyway
	}
	first := g.lefts[1]
	if first > p.Size().Width/2 {
		first = 0
	}
	offset := p.Offset
	offset.X = max(offset.X, g.lefts[column+1]-p.Size().Width)
	offset.X = min(offset.X, g.lefts[column]-first)
	p.ScrollToOffset(offset)
}

// reveal brings a row into view, below the head.
func (p *pane) reveal(row int) {
	if !p.owner.scrolled {
		return // all rows are in view
	}
	g := p.owner.grid
	if p.owner.Total && row == g.body() {
		return // it always is
	}
	top, height := g.tops[row], g.height(row)
	room := p.Size().Height - g.headHeight() - g.bar()
	if body := g.body(); body < len(p.owner.rows) {
		room -= g.height(body)
	}
	offset := p.Offset
	switch {
	case room <= 0:
		return
	case top < offset.Y:
		offset.Y = top
	case top+height > offset.Y+room:
		offset.Y = top + height - room
	default:
		return
	}
	p.ScrollToOffset(offset)
}
