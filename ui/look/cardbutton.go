package look

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"headroom/ui/inspect"
)

// A CardButton is a card that can be pressed, dragged, asked for its menu with
// the other mouse button, and reached with the Tab key.
type CardButton struct {
	Card
	Control

	// Name is the card's name in the inspection file.
	Name string
	// Text is what the card tells, for the inspection file.
	Text string
	// OnTapped is called on a click, Enter or Space.
	OnTapped func()
	// OnMenu, where set, is called with the place within the card where a menu
	// is asked for: a click of the other mouse button, or the menu key.
	OnMenu func(at fyne.Position)
	// OnKey, where set, is offered each other key.
	OnKey func(key fyne.KeyName)
	// OnDrag, where set, reports a drag by its distance from its start.
	OnDrag func(moved fyne.Delta)
	// OnDrop, where set, reports the end of a drag, at that distance.
	OnDrop func(moved fyne.Delta)

	moved fyne.Delta
}

var (
	_ fyne.Tappable          = (*CardButton)(nil)
	_ fyne.SecondaryTappable = (*CardButton)(nil)
	_ fyne.Focusable         = (*CardButton)(nil)
	_ fyne.Draggable         = (*CardButton)(nil)
	_ desktop.Hoverable      = (*CardButton)(nil)
	_ desktop.Cursorable     = (*CardButton)(nil)
)

// NewCardButton returns a card around content that can be pressed.
func NewCardButton(name string, content fyne.CanvasObject, pad float32, onTapped func()) *CardButton {
	c := &CardButton{Card: Card{inner: padded(content, pad), control: true}, Name: name, OnTapped: onTapped}
	c.ExtendBaseWidget(c)
	c.SetOwner(c)
	c.refresh = c.light
	return c
}

// Tapped implements fyne.Tappable.
func (c *CardButton) Tapped(*fyne.PointEvent) { c.press() }

func (c *CardButton) press() {
	c.Hint.MouseOut() // What opens now would come below the tooltip.
	if c.OnTapped != nil {
		c.OnTapped()
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (c *CardButton) TappedSecondary(event *fyne.PointEvent) {
	if c.OnMenu != nil {
		c.OnMenu(event.Position)
	}
}

// TypedKey presses the card on Enter and Space and opens its menu on the menu
// key.
func (c *CardButton) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.press()
	case desktop.KeyMenu:
		if c.OnMenu != nil {
			c.OnMenu(fyne.NewPos(Gap, c.Size().Height))
		}
	default:
		if c.OnKey == nil {
			PassKey(event, c)
			return
		}
		c.OnKey(event.Name)
	}
}

func (c *CardButton) light() {
	if lit := c.focused || c.hovered; lit != c.lit {
		c.lit = lit
		c.Refresh()
	}
}

// Dragged implements fyne.Draggable.
func (c *CardButton) Dragged(event *fyne.DragEvent) {
	c.moved = fyne.NewDelta(c.moved.DX+event.Dragged.DX, c.moved.DY+event.Dragged.DY)
	if c.OnDrag != nil {
		c.OnDrag(c.moved)
	}
}

// DragEnd implements fyne.Draggable.
func (c *CardButton) DragEnd() {
	moved := c.moved
	c.moved = fyne.Delta{}
	if c.OnDrop != nil {
		c.OnDrop(moved)
	}
}

// Cursor implements desktop.Cursorable: a card does not look like a button.
func (c *CardButton) Cursor() desktop.Cursor {
	if c.OnTapped == nil {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// InspectName returns the card's name in the inspection file.
func (c *CardButton) InspectName() string { return c.Name }

// Inspect returns what the inspection file tells of the card.
func (c *CardButton) Inspect() inspect.Node {
	label, _, _ := strings.Cut(c.Text, "\n")
	return inspect.Node{Kind: "button", Label: label, Text: c.Text, Enabled: true, Focused: c.focused}
}
