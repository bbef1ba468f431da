package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// A LongList is many objects below one another in a pane that scrolls. Each is made
// once it comes near what can be seen, and kept from then on; until then it is taken
// to be as high as was guessed. What can be seen stays where it is when what lies
// above it turns out higher or lower.
type LongList struct {
	widget.BaseWidget
	// Pane scrolls the list. It is what to put into a window.
	Pane *container.Scroll

	gap     float32
	guess   func(i int, width float32) float32
	make    func(i int) fyne.CanvasObject
	made    []fyne.CanvasObject // nil for those still to be made
	objects []fyne.CanvasObject // those made, in order
	heights []float32
	width   float32 // of the objects
	filling bool
}

// besideBar is what is left free at the right for the bar of a pane that scrolls, in
// logical pixels.
const besideBar = 10

// NewLongList returns a list of n objects, which are gap logical pixels apart; guess
// says how high one may be at a width before it is made.
func NewLongList(n int, gap float32, guess func(i int, width float32) float32, made func(i int) fyne.CanvasObject) *LongList {
	l := &LongList{gap: gap, guess: guess, make: made, made: make([]fyne.CanvasObject, n), heights: make([]float32, n)}
	l.ExtendBaseWidget(l)
	l.Pane = container.NewVScroll(l)
	return l
}

// Each calls do for each object made so far, in order.
func (l *LongList) Each(do func(i int)) {
	for i, o := range l.made {
		if o != nil {
			do(i)
		}
	}
}

// Reveal brings object i into view, or its beginning, and makes those beside it, so that the focus can go
// on to them.
func (l *LongList) Reveal(i int) {
	for j := max(0, i-1); j <= min(i+1, len(l.made)-1); j++ {
		l.build(j)
	}
	top, height := l.top(i), l.Pane.Size().Height
	switch bottom := top + l.heights[i]; {
	case top < l.Pane.Offset.Y:
		l.scrollTo(top)
	case bottom > l.Pane.Offset.Y+height:
		l.scrollTo(min(top, bottom-height))
	}
	l.settle()
}

// RevealAmid brings object i into the middle of what can be seen, or its beginning to
// the top where there is not room for all of it.
func (l *LongList) RevealAmid(i int) {
	l.build(i)
	for range 3 { // what lies around it has its true height only once it is made
		l.scrollTo(l.top(i) - max(0, l.Pane.Size().Height-l.heights[i])/2)
	}
	l.settle()
}

// Measure gives each object the height it has by now, after a change of what is in it.
func (l *LongList) Measure() {
	l.Each(l.measure)
	l.settle()
}

// Move implements fyne.CanvasObject: the pane moves its content to scroll it.
func (l *LongList) Move(to fyne.Position) {
	l.BaseWidget.Move(to)
	l.fill()
}

// CreateRenderer implements fyne.Widget.
func (l *LongList) CreateRenderer() fyne.WidgetRenderer { return &longListRenderer{owner: l} }

func (l *LongList) scrollTo(y float32) {
	l.Pane.ScrollToOffset(fyne.NewPos(0, max(0, min(y, l.total()-l.Pane.Size().Height))))
	l.fill()
}

// top returns where object i begins.
func (l *LongList) top(i int) float32 {
	y := float32(0)
	for _, height := range l.heights[:i] {
		y += height + l.gap
	}
	return y
}

func (l *LongList) total() float32 { return max(0, l.top(len(l.heights))-l.gap) }

// fill makes what has come within half a page of what can be seen.
func (l *LongList) fill() {
	page := l.Pane.Size().Height
	if l.filling || l.width <= 0 || page <= 0 {
		return
	}
	l.filling = true
	defer func() { l.filling = false }()
	atEnd := l.Pane.Offset.Y > 0 && l.Pane.Offset.Y+page >= l.total()-1
	changed := false
	for again := true; again; {
		again = false
		y := float32(0)
		for i := range l.made {
			from := l.Pane.Offset.Y - page/2
			if l.made[i] == nil && y < from+2*page && y+l.heights[i] > from {
				l.build(i)
				again = true // what it moved may have come near
			}
			y += l.heights[i] + l.gap
		}
		changed = changed || again
	}
	if changed {
		if atEnd {
			l.Pane.Offset.Y = max(0, l.total()-page)
		}
		l.settle()
	}
}

// build makes object i.
func (l *LongList) build(i int) {
	if l.made[i] != nil {
		return
	}
	l.made[i] = l.make(i)
	l.measure(i)
	l.objects = nil
	l.Each(func(i int) { l.objects = append(l.objects, l.made[i]) })
}

// measure finds out how high an object is, and keeps what can be seen where it is.
func (l *LongList) measure(i int) {
	o, top := l.made[i], l.top(i)
	o.Resize(fyne.NewSize(l.width, o.MinSize().Height)) // in which text finds its lines
	height := o.MinSize().Height
	if top < l.Pane.Offset.Y {
		l.Pane.Offset.Y += height - l.heights[i]
	}
	l.heights[i] = height
}

// settle puts everything in its place.
func (l *LongList) settle() {
	filling := l.filling
	l.filling = true
	l.place()
	l.Pane.Refresh()
	l.filling = filling
}

func (l *LongList) place() {
	y := float32(0)
	for i, o := range l.made {
		if o != nil {
			o.Move(fyne.NewPos(0, y))
			o.Resize(fyne.NewSize(l.width, l.heights[i]))
		}
		y += l.heights[i] + l.gap
	}
}

type longListRenderer struct{ owner *LongList }

// Layout measures everything again where the width is another.
func (r *longListRenderer) Layout(size fyne.Size) {
	l := r.owner
	if width := size.Width - besideBar; width != l.width {
		l.width = width
		for i := range l.heights {
			if l.made[i] == nil {
				l.heights[i] = l.guess(i, width)
			} else {
				l.measure(i)
			}
		}
	}
	l.place()
	l.fill()
}

func (r *longListRenderer) MinSize() fyne.Size { return fyne.NewSize(0, r.owner.total()) }

func (r *longListRenderer) Refresh() {
	for _, o := range r.owner.objects {
		o.Refresh()
	}
}

func (r *longListRenderer) Objects() []fyne.CanvasObject { return r.owner.objects }

func (r *longListRenderer) Destroy() {}
