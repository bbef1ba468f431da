package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// An Option is one of several that exclude each other.
type Option struct {
	// Name is the option's name in the inspection file.
	Name string
	// Text is its label.
	Text string
	// Hint is its tooltip; empty is none.
	Hint string
}

// A Group is a row of buttons of which exactly one is selected. Each can be
// reached with the Tab key; Left and Right select the neighbor.
type Group struct {
	// OnSelect is called with the index of the option the user selected.
	OnSelect func(index int)

	buttons  []*Button
	selected int
	row      *fyne.Container
}

// NewSegmented returns a row of options, the first selected, as small buttons.
func NewSegmented(options []Option, onSelect func(index int)) *Group {
	return newGroup(Toggle, 6, options, onSelect)
}

// NewTabs returns a row of views, the first selected, with a line under the
// selected one.
func NewTabs(options []Option, onSelect func(index int)) *Group {
	return newGroup(Tab, 4, options, onSelect)
}

func newGroup(style Style, gap float32, options []Option, onSelect func(index int)) *Group {
	g := &Group{OnSelect: onSelect, row: container.New(layout.NewCustomPaddedHBoxLayout(gap))}
	for i, option := range options {
		button := NewStyled(style, option.Name, option.Text, func() { g.choose(i) })
		button.SetTooltip(option.Hint)
		button.OnKey = func(key fyne.KeyName) { g.onKey(i, key) }
		g.buttons = append(g.buttons, button)
		g.row.Add(button)
	}
	g.mark(0)
	return g
}

// Object returns what is to be laid out.
func (g *Group) Object() fyne.CanvasObject { return g.row }

// Buttons returns the options' buttons in order, for the inspection file.
func (g *Group) Buttons() []*Button { return g.buttons }

// Selected returns the index of the selected option.
func (g *Group) Selected() int { return g.selected }

// Display selects an option without telling OnSelect. An index without an option
// selects none.
func (g *Group) Display(index int) { g.mark(index) }

// Offer shows whether the choice applies. One that does not looks as if nothing
// were chosen, and keeps what is, for when it does again.
func (g *Group) Offer(applies bool) {
	for i, button := range g.buttons {
		button.SetSelected(applies && i == g.selected)
		if applies {
			button.Enable()
		} else {
			button.Disable()
		}
	}
}

func (g *Group) mark(index int) {
	g.selected = index
	for i, button := range g.buttons {
		button.SetSelected(i == index)
	}
}

func (g *Group) choose(index int) {
	if index == g.selected {
		return
	}
	g.mark(index)
	if g.OnSelect != nil {
		g.OnSelect(index)
	}
}

func (g *Group) onKey(from int, key fyne.KeyName) {
	to := from
	switch key {
	case fyne.KeyLeft:
		to--
	case fyne.KeyRight:
		to++
	default:
		PassKey(&fyne.KeyEvent{Name: key}, g.buttons[from])
		return
	}
	if to < 0 || to >= len(g.buttons) || g.buttons[to].Disabled() {
		return
	}
	if canvas := CanvasOf(g.buttons[to]); canvas != nil {
		canvas.Focus(g.buttons[to])
	}
	g.choose(to)
}
