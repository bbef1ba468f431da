package look

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// A Page shows cards on a ground of the page's color.
//
// The window's own color is that of cards and panes, which are most of it, so that
// they need not be filled: each pixel drawn twice costs time where there is no
// graphics card. The page draws its ground only where no card covers it.
type Page struct {
	widget.BaseWidget

	content *fyne.Container
}

// NewPage returns a page around content.
func NewPage(content *fyne.Container) *Page {
	p := &Page{content: content}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer implements fyne.Widget.
func (p *Page) CreateRenderer() fyne.WidgetRenderer { return &pageRenderer{owner: p} }

type pageRenderer struct {
	owner   *Page
	size    fyne.Size
	covered []area
	spare   []area // room for the next question
	ground  []*Fill
	objects []fyne.CanvasObject
}

func (r *pageRenderer) Layout(size fyne.Size) {
	r.owner.content.Resize(size)
	r.cover()
}

func (r *pageRenderer) MinSize() fyne.Size { return r.owner.content.MinSize() }

func (r *pageRenderer) Refresh() {
	for _, box := range r.ground {
		box.Paint(Color(ColorPage))
	}
	r.owner.content.Refresh()
}

// Objects is asked for with each frame, so that the ground is right wherever cards
// have come to lie, whoever moved them.
func (r *pageRenderer) Objects() []fyne.CanvasObject {
	r.cover()
	return r.objects
}

func (r *pageRenderer) Destroy() {}

// cover fits the ground around the cards.
func (r *pageRenderer) cover() {
	size := r.owner.Size()
	covered := covering(r.owner.content, fyne.Position{}, r.spare[:0])
	if r.objects != nil && size == r.size && slices.Equal(covered, r.covered) {
		r.spare = covered
		return
	}
	r.size, r.covered, r.spare = size, covered, nil
	free := uncovered(area{right: size.Width, bottom: size.Height}, covered)
	for len(r.ground) < len(free) {
		box := NewFill()
		box.Paint(Color(ColorPage))
		r.ground = append(r.ground, box)
	}
	r.objects = nil
	for i, a := range free {
		r.ground[i].Move(fyne.NewPos(a.left, a.top))
		r.ground[i].Resize(fyne.NewSize(a.right-a.left, a.bottom-a.top))
		r.objects = append(r.objects, r.ground[i].Object())
	}
	r.objects = append(r.objects, r.owner.content)
}

// An area is a rectangle in logical pixels.
type area struct{ left, top, right, bottom float32 }

// covering appends the areas that the cards within an object fill with the
// window's color, for an object at that place.
func covering(object fyne.CanvasObject, at fyne.Position, to []area) []area {
	if !object.Visible() {
		return to
	}
	at = at.Add(object.Position())
	switch o := object.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			to = covering(child, at, to)
		}
	case interface {
		opening() (top, bottom float32, open bool)
	}:
		if top, bottom, open := o.opening(); open {
			to = append(to, area{left: at.X, top: at.Y + top, right: at.X + object.Size().Width, bottom: at.Y + bottom})
		}
	}
	return to
}

// uncovered returns what the areas leave of the whole, in areas that do not
// overlap.
func uncovered(whole area, areas []area) []area {
	edges := []float32{whole.top, whole.bottom}
	for _, a := range areas {
		edges = append(edges, max(whole.top, min(a.top, whole.bottom)), max(whole.top, min(a.bottom, whole.bottom)))
	}
	slices.Sort(edges)
	edges = slices.Compact(edges)
	areas = slices.SortedFunc(slices.Values(areas), func(a, b area) int { return cmp.Compare(a.left, b.left) })
	var free []area
	for i := 1; i < len(edges); i++ {
		band := area{left: whole.left, top: edges[i-1], bottom: edges[i]}
		for _, a := range areas {
			if a.top >= band.bottom || a.bottom <= band.top {
				continue
			}
			if band.right = min(a.left, whole.right); band.right > band.left {
				free = append(free, band)
			}
			band.left = max(band.left, a.right)
		}
		if band.right = whole.right; band.right > band.left {
			free = append(free, band)
		}
	}
	return free
}
