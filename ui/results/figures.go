package results

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"headroom/scenario"
	"headroom/scenario/explain"
	"headroom/scenario/words"
	"headroom/ui/desk"
	"headroom/ui/inspect"
	"headroom/ui/look"
	"headroom/ui/why"
)

// A figure is one result: its name, its value large, and a word on it. Pressed, it
// is explained.
type figure struct {
	card   *look.CardButton
	name   *look.Text
	value  *look.Text
	detail *look.Text
}

func newFigure(d *desk.Desk, of explain.Figure, size float32) *figure {
	f := &figure{name: look.NewMuted(""), value: look.NewHeadline("", size), detail: look.NewMuted("")}
	f.name.Yielding, f.detail.Yielding = true, true
	f.card = look.NewCardButton("result."+string(of), container.New(layout.NewCustomPaddedVBoxLayout(0), f.name, f.value, f.detail), look.CardPad, func() {
		if s, ok := d.Selected(); ok {
			why.Ask(d, explain.Whole(s, of))
		}
	})
	f.card.SetTooltip(desk.AskWhy)
	return f
}

func (f *figure) show(name, value, detail string) {
	f.name.SetText(name)
	f.value.SetText(value)
	f.detail.SetText(detail)
	f.card.Text = name + ": " + value + ", " + detail
}

// Figures answers the view's question: when the cap is reached, and how
// much is paid.
type Figures struct {
	content *fyne.Container
	layout  *figuresLayout
	reached *figure
	paid    *figure
	saved   *figure
	value   *figure
}

// NewFigures returns the figures, which show nothing yet.
func NewFigures(d *desk.Desk) *Figures {
	r := &Figures{
		layout:  &figuresLayout{},
		reached: newFigure(d, explain.CapReached, look.SizeHero),
		paid:    newFigure(d, explain.Paid, look.SizeFigure),
		saved:   newFigure(d, explain.Forgone, look.SizeFigure),
		value:   newFigure(d, explain.PresentValue, look.SizeFigure),
	}
	r.reached.card.SetSelected(true)
	r.content = container.New(r.layout, r.reached.card, r.paid.card, r.saved.card, r.value.card)
	return r
}

// Object returns what is shown.
func (r *Figures) Object() fyne.CanvasObject { return r.content }

// SetWidth says what width there will be, before the figures are asked for their least
// size.
func (r *Figures) SetWidth(width float32) { r.layout.narrow = width < figuresNarrow }

// Named lists the figures.
func (r *Figures) Named() []inspect.Widget {
	return []inspect.Widget{r.reached.card, r.paid.card, r.saved.card, r.value.card}
}

// Show shows the figures of a scenario.
func (r *Figures) Show(s scenario.Scenario, t scenario.Totals) {
	r.paid.value.Brief, r.saved.value.Brief, r.value.value.Brief = t.Paid.Brief(), t.Forgone.Brief(), t.PresentValue.Brief()
	r.reached.show("When is the cap reached?", words.ReachedHeadline(s, t), words.ReachedDetail(s, t))
	r.paid.detail.Brief = words.PaidDetailBrief(s, t)
	r.paid.show(words.PaidThrough(s), t.Paid.Headline(), words.PaidDetail(s, t))
	saved := "nothing is over the cap"
	r.saved.detail.Brief = "nothing over it"
	switch {
	case !t.Capped:
		saved, r.saved.detail.Brief = "there is no cap", ""
	case t.Forgone > 0:
		saved, r.saved.detail.Brief = fmt.Sprintf("of %s due", t.Due.Headline()), fmt.Sprintf("of %s due", t.Due.Brief())
	}
	r.saved.show(words.Forgone, t.Forgone.Headline(), saved)
	r.value.detail.Brief = "at " + s.Valuation.DiscountRate.Percent()
	r.value.show("Present value", t.PresentValue.Headline(),
		fmt.Sprintf("at %s, %s", s.Valuation.DiscountRate.Percent(), s.AsOf().Short()))
}

// A figuresLayout puts the first figure, wider, before the others, or above them
// where there is not room enough.
type figuresLayout struct{ narrow bool } // set before MinSize is called

const (
	figuresGap    = 10
	figuresNarrow = 700
	figuresLeast  = 372 // for each word of a figure to be said
)

func (l *figuresLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	hero, rest := objects[0].MinSize().Height, objects[1].MinSize().Height
	if l.narrow {
		return fyne.NewSize(figuresLeast, hero+figuresGap+rest)
	}
	return fyne.NewSize(figuresLeast, max(hero, rest))
}

func (l *figuresLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	others := float32(len(objects) - 1)
	hero, x, y, height := size.Width, float32(0), float32(0), size.Height
	width := (size.Width - figuresGap*(others-1)) / others
	if l.narrow {
		height = objects[0].MinSize().Height
	} else {
		// In whole pixels, without which a border's corners and sides part.
		width = float32(int((size.Width - figuresGap*others) / (others + 1.6)))
		hero = size.Width - others*(width+figuresGap)
		x = hero + figuresGap
	}
	objects[0].Resize(fyne.NewSize(hero, height))
	objects[0].Move(fyne.NewPos(0, 0))
	if l.narrow {
		y = height + figuresGap
		height = size.Height - y
	}
	for i, o := range objects[1:] {
		own := width
		if l.narrow {
			own += width * others * narrowShare[i]
		}
		o.Resize(fyne.NewSize(own, height))
		o.Move(fyne.NewPos(x, y))
		x += own + figuresGap
	}
}

// narrowShare is the part of the width by which each of the figures below the first
// is wider than a third, or narrower: "Paid through 2030" is the longest name.
var narrowShare = [...]float32{0.02, -0.007, -0.013}
