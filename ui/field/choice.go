package field

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"headroom/ui/inspect"
	"headroom/ui/look"
)

// A Choice shows one of several options and opens a menu of them when it is
// pressed. Up and Down choose the neighbor.
type Choice struct {
	widget.DisableableWidget
	look.Control
	labeled

	// Name is the choice's path, and its name in the inspection file.
	Name string
	// OnEdit is called with the index of the option the user chose.
	OnEdit func(index int)
	// Other is what the choice shows while no option is chosen.
	Other string
	// Least is the narrowest the choice can be, in logical pixels; 0 is as wide as
	// its options need. What has not room is cut.
	Least float32

	escape  func() // see Answer
	options []string
	index   int
}

var (
	_ fyne.Tappable     = (*Choice)(nil)
	_ fyne.Focusable    = (*Choice)(nil)
	_ fyne.Disableable  = (*Choice)(nil)
	_ desktop.Hoverable = (*Choice)(nil)
)

// NewChoice returns a choice among the options, the first chosen.
func NewChoice(name string, options []string, onEdit func(index int)) *Choice {
	c := &Choice{Name: name, OnEdit: onEdit, options: options}
	c.ExtendBaseWidget(c)
	c.SetOwner(c)
	return c
}

// SetOptions changes the options; the index stays.
func (c *Choice) SetOptions(options []string) {
	c.options = options
	c.Refresh()
}

// Display shows an option without telling OnEdit. An index without an option
// shows Other.
func (c *Choice) Display(index int) {
	if index != c.index {
		c.index = index
		c.Refresh()
	}
}

// Index returns the index of the option shown, or another where none is.
func (c *Choice) Index() int { return c.index }

func (c *Choice) text() string {
	if c.index < 0 || c.index >= len(c.options) {
		return c.Other
	}
	return c.options[c.index]
}

func (c *Choice) choose(index int) {
	if c.Disabled() || index == c.index || index < 0 || index >= len(c.options) {
		return
	}
	c.index = index
	c.Refresh()
	if c.OnEdit != nil {
		c.OnEdit(index)
	}
}

func (c *Choice) open() {
	if c.Disabled() {
		return
	}
	c.Hint.MouseOut() // else the tooltip would come over the menu
	menu := fyne.NewMenu("")
	for i, option := range c.options {
		item := fyne.NewMenuItem(option, func() { c.choose(i) })
		item.Checked = i == c.index
		menu.Items = append(menu.Items, item)
	}
	look.ShowMenu(menu, fyne.NewPos(0, c.Size().Height), c)
}

// Tapped opens the menu.
func (c *Choice) Tapped(*fyne.PointEvent) {
	if !c.Disabled() {
		look.TakeFocus(c)
	}
	c.open()
}

// TypedKey opens the menu on Enter and Space, and chooses the neighbor on Up and
// Down.
func (c *Choice) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.open()
	case fyne.KeyUp:
		c.choose(c.index - 1)
	case fyne.KeyDown:
		c.choose(c.index + 1)
	case fyne.KeyEscape:
		if c.escape != nil {
			c.escape()
		}
	default:
		look.PassKey(event, c)
	}
}

// Answer names the function to call on Escape, such as to give up the dialog that
// the choice is in; Enter is its own.
func (c *Choice) Answer(_, escape func()) { c.escape = escape }

// InspectName returns the choice's name in the inspection file.
func (c *Choice) InspectName() string { return c.Name }

// Inspect returns what the inspection file tells of the choice.
func (c *Choice) Inspect() inspect.Node {
	return inspect.Node{Kind: "choice", Label: c.label(c.Tooltip()), Text: c.text(), Enabled: !c.Disabled(), Focused: c.Focused()}
}

// CreateRenderer implements fyne.Widget.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer {
	r := &choiceRenderer{
		owner: c,
		face:  look.NewBox(look.Radius),
		label: canvas.NewText("", nil),
		arrow: canvas.NewImageFromResource(theme.MenuDropDownIcon()),
	}
	r.arrow.FillMode = canvas.ImageFillContain
	r.set()
	r.Layout(c.Size())
	return r
}

type choiceRenderer struct {
	owner *Choice
	face  *look.Box
	label *canvas.Text
	arrow *canvas.Image
	ink   color.Color // that the arrow was drawn in
}

const (
	choicePad   = 10
	choiceArrow = 16
)

func (r *choiceRenderer) set() {
	c := r.owner
	border, text, width := look.ColorEdge, theme.ColorNameForeground, float32(1)
	if c.Disabled() {
		border, text = look.ColorBorder, theme.ColorNameDisabled
	}
	if c.Focused() || c.Hovered() && !c.Disabled() {
		border = theme.ColorNamePrimary
	}
	if c.Focused() {
		width = 2
	}
	r.face.Paint(look.Color(look.ColorCard), look.Color(border), width)
	r.label.Color, r.label.TextSize = look.Color(text), look.SizeText
	if ink := look.Color(text); ink != r.ink { // an image is drawn again only on request
		r.ink, r.arrow.Resource = ink, theme.NewColoredResource(theme.MenuDropDownIcon(), text)
		r.arrow.Refresh()
	}
}

func (r *choiceRenderer) Layout(size fyne.Size) {
	r.face.Resize(size)
	room := size.Width - 2*choicePad - choiceArrow
	r.label.Text = look.Ellipsis(r.owner.text(), room, look.SizeText, fyne.TextStyle{})
	height := fyne.MeasureText("0", look.SizeText, fyne.TextStyle{}).Height
	r.label.Move(fyne.NewPos(choicePad, (size.Height-height)/2))
	r.label.Resize(fyne.NewSize(room, height))
	r.arrow.Move(fyne.NewPos(size.Width-choicePad-choiceArrow+2, (size.Height-choiceArrow)/2))
	r.arrow.Resize(fyne.NewSquareSize(choiceArrow))
}

func (r *choiceRenderer) MinSize() fyne.Size {
	width := float32(0)
	if r.owner.Least > 0 {
		return fyne.NewSize(r.owner.Least, look.ControlHeight+2)
	}
	for _, option := range append([]string{r.owner.Other}, r.owner.options...) {
		width = fyne.Max(width, fyne.MeasureText(option, look.SizeText, fyne.TextStyle{}).Width)
	}
	const widest = 220
	return fyne.NewSize(fyne.Min(width, widest)+2*choicePad+choiceArrow, look.ControlHeight+2)
}

func (r *choiceRenderer) Refresh() {
	r.set()
	r.Layout(r.owner.Size())
	for _, object := range r.Objects() {
		canvas.Refresh(object)
	}
}

func (r *choiceRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.face.Object(), r.label, r.arrow}
}

func (r *choiceRenderer) Destroy() {}
