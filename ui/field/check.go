package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"headroom/ui/inspect"
	"headroom/ui/look"
)

// A Check is a small box that is ticked or not, with a label or without.
type Check struct {
	widget.DisableableWidget
	look.Control
	labeled

	// Name is the box's path, and its name in the inspection file.
	Name string
	// OnEdit is called when the user has ticked the box, or cleared it.
	OnEdit func(ticked bool)

	text   string // beside the box
	ticked bool
}

var (
	_ fyne.Tappable     = (*Check)(nil)
	_ fyne.Focusable    = (*Check)(nil)
	_ fyne.Disableable  = (*Check)(nil)
	_ desktop.Hoverable = (*Check)(nil)
)

// NewCheck returns a box that is not ticked.
func NewCheck(name, label string, onEdit func(ticked bool)) *Check {
	c := &Check{Name: name, OnEdit: onEdit, text: label}
	c.ExtendBaseWidget(c)
	c.SetOwner(c)
	return c
}

// Ticked reports whether the box is ticked.
func (c *Check) Ticked() bool { return c.ticked }

// Display ticks the box or not, without telling OnEdit.
func (c *Check) Display(ticked bool) {
	if ticked != c.ticked {
		c.ticked = ticked
		c.Refresh()
	}
}

func (c *Check) toggle() {
	if c.Disabled() {
		return
	}
	c.ticked = !c.ticked
	c.Refresh()
	if c.OnEdit != nil {
		c.OnEdit(c.ticked)
	}
}

// Tapped ticks the box or takes the tick away.
func (c *Check) Tapped(*fyne.PointEvent) { c.toggle() }

// TypedKey does the same on Enter and Space.
func (c *Check) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.toggle()
	default:
		look.PassKey(event, c)
	}
}

// InspectName returns the box's name in the inspection file.
func (c *Check) InspectName() string { return c.Name }

// Inspect returns what the inspection file tells of the box; its text is on or
// off.
func (c *Check) Inspect() inspect.Node {
	n := inspect.Node{Kind: "check", Label: c.label(c.text, c.Tooltip()), Text: "off", Enabled: !c.Disabled(), Focused: c.Focused()}
	if c.ticked {
		n.Text = "on"
	}
	return n
}

// CreateRenderer implements fyne.Widget.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	r := &checkRenderer{
		owner: c,
		box:   look.NewBox(3),
		short: canvas.NewLine(nil),
		long:  canvas.NewLine(nil),
		label: canvas.NewText("", nil),
	}
	r.short.StrokeWidth, r.long.StrokeWidth = 1.8, 1.8
	r.set()
	r.Layout(c.Size())
	return r
}

type checkRenderer struct {
	owner       *Check
	box         *look.Box
	short, long *canvas.Line
	label       *canvas.Text
}

const (
	checkBox = 14
	checkGap = 7
	checkPad = 3 // around the box; a box before a label is flush with what is above it
)

func (r *checkRenderer) left() float32 {
	if r.owner.text != "" {
		return 0
	}
	return checkPad
}

func (r *checkRenderer) set() {
	c := r.owner
	ink, text := theme.ColorNamePrimary, theme.ColorNameForeground
	if c.Disabled() {
		ink, text = theme.ColorNameDisabled, theme.ColorNameDisabled
	}
	fill, border, width := look.ColorCard, look.ColorMuted, float32(1)
	if c.Disabled() {
		border = look.ColorBorder
	}
	if c.ticked {
		fill, border = ink, ink
	}
	if c.Focused() || c.Hovered() && !c.Disabled() {
		border = theme.ColorNamePrimary
	}
	if c.Focused() {
		width = 2
	}
	if c.Focused() && c.ticked {
		border = theme.ColorNameForeground
	}
	r.box.Paint(look.Color(fill), look.Color(border), width)
	r.short.Hidden, r.long.Hidden = !c.ticked, !c.ticked
	r.short.StrokeColor = look.Color(theme.ColorNameForegroundOnPrimary)
	r.long.StrokeColor = r.short.StrokeColor
	r.label.Text, r.label.TextSize, r.label.Color = c.text, look.SizeText, look.Color(text)
}

func (r *checkRenderer) Layout(size fyne.Size) {
	left, y := r.left(), (size.Height-checkBox)/2
	r.box.Move(fyne.NewPos(left, y))
	r.box.Resize(fyne.NewSquareSize(checkBox))
	at := func(x, dy float32) fyne.Position { return fyne.NewPos(left+x, y+dy) }
	r.short.Position1, r.short.Position2 = at(3.2, 7.4), at(6, 10.2)
	r.long.Position1, r.long.Position2 = at(6, 10.2), at(11, 4.2)
	height := r.label.MinSize().Height
	r.label.Move(fyne.NewPos(left+checkBox+checkGap, (size.Height-height)/2))
	r.label.Resize(fyne.NewSize(r.label.MinSize().Width, height))
}

func (r *checkRenderer) MinSize() fyne.Size {
	size := fyne.NewSize(r.left()+checkBox+checkPad, checkBox+2*checkPad)
	if r.owner.text != "" {
		label := r.label.MinSize()
		size.Width += checkGap + label.Width
		size.Height = fyne.Max(size.Height, label.Height)
	}
	return size
}

func (r *checkRenderer) Refresh() {
	r.set()
	for _, object := range r.Objects() {
		canvas.Refresh(object)
	}
}

func (r *checkRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box.Object(), r.short, r.long, r.label}
}

func (r *checkRenderer) Destroy() {}
