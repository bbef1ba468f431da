package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"headroom/ui/look"
)

// CreateRenderer implements fyne.Widget.
func (t *dealTable) CreateRenderer() fyne.WidgetRenderer { return &dealTableRenderer{owner: t} }

type dealTableRenderer struct {
	owner   *dealTable
	objects []fyne.CanvasObject
	rows    int
}

func (r *dealTableRenderer) Layout(size fyne.Size) {
	t := r.owner
	t.layOut(size.Width)
	y := float32(0)
	t.every(func(c *dealCells, head bool) {
		c.face.Move(fyne.NewPos(0, y))
		c.face.Resize(fyne.NewSize(size.Width, c.height))
		c.rule.Move(fyne.NewPos(0, y+c.height-1))
		c.rule.Resize(fyne.NewSize(size.Width, 1))
		for i, text := range c.texts {
			place(text, t.lefts[i], y, t.widths[i], c.height)
		}
		if head {
			place(c.source(), t.lefts[columnSource], y, t.widths[columnSource], c.height)
		} else {
			place(c.reason, t.lefts[columnOpenAI], y, t.worths(), c.height)
		}
		least := c.chip.MinSize()
		c.chip.Resize(least)
		c.chip.Move(fyne.NewPos(t.lefts[columnSource]+t.widths[columnSource]-least.Width, y+(c.height-least.Height)/2))
		y += c.height
	})
}

// place puts a cell in the middle of the height of its row.
func place(text *cellText, x, y, width, height float32) {
	text.wrap(width)
	own := text.MinSize().Height
	text.Move(fyne.NewPos(x, y+(height-own)/2))
	text.Resize(fyne.NewSize(width, own))
}

func (r *dealTableRenderer) MinSize() fyne.Size {
	t := r.owner
	least, _ := t.wants()
	size := fyne.NewSize(2*dealPad-dealGap, 0)
	for _, i := range t.columns() {
		size.Width += least[i] + dealGap
	}
	t.every(func(c *dealCells, _ bool) { size.Height += max(dealRowMin, c.height) })
	return size
}

func (r *dealTableRenderer) Refresh() {
	t := r.owner
	r.Layout(t.Size())
	t.every(func(c *dealCells, _ bool) {
		c.face.FillColor, c.rule.FillColor = color.Transparent, look.Color(look.ColorBorder)
		if c.net {
			c.face.FillColor = look.Color(look.ColorSelected)
		}
	})
	canvas.Refresh(t)
}

// Objects returns the rows shown, those that are no longer needed left out.
func (r *dealTableRenderer) Objects() []fyne.CanvasObject {
	t := r.owner
	if r.objects != nil && r.rows == t.shown {
		return r.objects
	}
	r.objects, r.rows = r.objects[:0:0], t.shown
	t.every(func(c *dealCells, _ bool) {
		r.objects = append(r.objects, c.face, c.rule)
		for _, text := range c.texts {
			r.objects = append(r.objects, text)
		}
		r.objects = append(r.objects, c.reason, c.chip)
	})
	return r.objects
}

func (r *dealTableRenderer) Destroy() {}
