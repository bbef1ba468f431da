package look

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// An Option is one of several values that exclude each other.
type Option[T comparable] struct {
	Value T
	// Name is the option's name in the inspection file.
	Name string
	// Text is its label.
	Text string
	// Hint is its tooltip; empty is none.
	Hint string
}

// A Group is a row of buttons of which exactly one is selected: it holds that one's
// value. Each can be reached with the Tab key; Left and Right select the neighbor.
type Group[T comparable] struct {
	// OnSelect is called with the value of the option the user selected.
	OnSelect func(value T)

	values   []T
	buttons  []*Button
	selected T
	row      *fyne.Container
}

// NewSegmented returns a row of options, the first selected, as small buttons.
func NewSegmented[T comparable](options []Option[T], onSelect func(value T)) *Group[T] {
	return newGroup(Toggle, 6, options, onSelect)
}

// NewTabs returns a row of views, the first selected, with a line under the
// selected one.
func NewTabs[T comparable](options []Option[T], onSelect func(value T)) *Group[T] {
	return newGroup(Tab, 4, options, onSelect)
}

func newGroup[T comparable](style Style, gap float32, options []Option[T], onSelect func(value T)) *Group[T] {
	g := &Group[T]{OnSelect: onSelect, row: container.New(layout.NewCustomPaddedHBoxLayout(gap))}
	for i, option := range options {
		button := NewStyled(style, option.Name, option.Text, func() { g.choose(option.Value) })
		button.SetTooltip(option.Hint)
		button.OnKey = func(key fyne.KeyName) { g.onKey(i, key) }
		g.values, g.buttons = append(g.values, option.Value), append(g.buttons, button)
		g.row.Add(button)
	}
	g.Display(options[0].Value)
	return g
}

// Object returns what is to be laid out.
func (g *Group[T]) Object() fyne.CanvasObject { return g.row }

// Buttons returns the options' buttons in order, for the inspection file.
func (g *Group[T]) Buttons() []*Button { return g.buttons }

// Button returns the button of the option of that value, which there has to be.
func (g *Group[T]) Button(value T) *Button { return g.buttons[slices.Index(g.values, value)] }

// Selected returns the value of the selected option.
func (g *Group[T]) Selected() T { return g.selected }

// Has reports whether there is an option of that value.
func (g *Group[T]) Has(value T) bool { return slices.Contains(g.values, value) }

// Display selects an option without telling OnSelect. A value without an option
// selects none.
func (g *Group[T]) Display(value T) {
	g.selected = value
	for i, button := range g.buttons {
		button.SetSelected(g.values[i] == value)
	}
}

// Offer shows whether the choice applies. One that does not looks as if nothing
// were chosen, and keeps what is, for when it does again.
func (g *Group[T]) Offer(applies bool) {
	for i, button := range g.buttons {
		button.SetSelected(applies && g.values[i] == g.selected)
		if applies {
			button.Enable()
		} else {
			button.Disable()
		}
	}
}

func (g *Group[T]) choose(value T) {
	if value == g.selected {
		return
	}
	g.Display(value)
	if g.OnSelect != nil {
		g.OnSelect(value)
	}
}

// onKey selects the neighbor on a side, which is the next that is shown and can be
// used.
func (g *Group[T]) onKey(from int, key fyne.KeyName) {
	step := 0
	switch key {
	case fyne.KeyLeft:
		step = -1
	case fyne.KeyRight:
		step = 1
	default:
		PassKey(&fyne.KeyEvent{Name: key}, g.buttons[from])
		return
	}
	for to := from + step; to >= 0 && to < len(g.buttons); to += step {
		button := g.buttons[to]
		if button.Disabled() || !button.Visible() {
			continue
		}
		TakeFocus(button)
		g.choose(g.values[to])
		return
	}
}
