package look

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"headroom/ui/inspect"
)

// A Style says how a Button is drawn.
type Style int

// The styles. Secondary, the zero value, is a card with a border; Primary is
// filled; Quiet has neither border nor surface; Link is text in the primary
// color; Toggle is Secondary and filled with a tint while it is selected; Tab is
// Quiet and underlined while it is selected; Tag is a Chip.
const (
	Secondary Style = iota
	Primary
	Quiet
	Link
	Toggle
	Tab
	Tag
)

// A Button is something to press: with the pointer, or with Enter or Space while
// it has the focus.
type Button struct {
	widget.DisableableWidget
	Control

	// Name is the button's name in the inspection file.
	Name string
	// OnTapped is called when the button is pressed.
	OnTapped func()
	// OnKey, where set, is offered each other key, which else the canvas is; see
	// Segmented and Tabs.
	OnKey func(key fyne.KeyName)

	text     string
	icon     fyne.Resource
	style    Style
	selected bool
}

var (
	_ fyne.Tappable      = (*Button)(nil)
	_ fyne.Focusable     = (*Button)(nil)
	_ fyne.Disableable   = (*Button)(nil)
	_ desktop.Hoverable  = (*Button)(nil)
	_ desktop.Cursorable = (*Button)(nil)
)

// NewButton returns a button of the secondary style.
func NewButton(name, text string, onTapped func()) *Button {
	return NewStyled(Secondary, name, text, onTapped)
}

// NewPrimary returns a filled button.
func NewPrimary(name, text string, onTapped func()) *Button {
	return NewStyled(Primary, name, text, onTapped)
}

// NewLink returns a button that looks like text in the primary color.
func NewLink(name, text string, onTapped func()) *Button {
	return NewStyled(Link, name, text, onTapped)
}

// NewStyled returns a button of the given style.
func NewStyled(style Style, name, text string, onTapped func()) *Button {
	b := &Button{Name: name, OnTapped: onTapped, text: text, style: style}
	b.ExtendBaseWidget(b)
	b.SetOwner(b)
	return b
}

// Text returns the button's label.
func (b *Button) Text() string { return b.text }

// SetText changes the button's label.
func (b *Button) SetText(text string) {
	if text != b.text {
		b.text = text
		b.Refresh()
	}
}

// SetIcon shows an icon before the label; nil shows none.
func (b *Button) SetIcon(icon fyne.Resource) {
	b.icon = icon
	b.Refresh()
}

// SetSelected marks a Toggle or Tab as the selected one.
func (b *Button) SetSelected(selected bool) {
	if selected != b.selected {
		b.selected = selected
		b.Refresh()
	}
}

// Selected reports whether the button is marked as the selected one.
func (b *Button) Selected() bool { return b.selected }

// Tapped implements fyne.Tappable.
func (b *Button) Tapped(*fyne.PointEvent) { b.press() }

func (b *Button) press() {
	b.Hint.MouseOut()
	if !b.Disabled() && b.OnTapped != nil {
		b.OnTapped()
	}
}

// TypedKey presses the button on Enter and Space.
func (b *Button) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		b.press()
	default:
		if b.OnKey == nil {
			PassKey(event, b)
			return
		}
		b.OnKey(event.Name)
	}
}

// Cursor implements desktop.Cursorable: a hand over what does not look like a
// button and can be pressed as one.
func (b *Button) Cursor() desktop.Cursor {
	if pressable := b.style == Link || b.style == Tag && b.OnTapped != nil; pressable && !b.Disabled() {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// InspectName returns the button's name in the inspection file.
func (b *Button) InspectName() string { return b.Name }

// Inspect returns what the inspection file tells of the button.
func (b *Button) Inspect() inspect.Node {
	return inspect.Node{Kind: "button", Label: cmp.Or(b.text, b.Tooltip()), Text: b.text, Enabled: !b.Disabled(), Focused: b.focused}
}

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{
		owner: b,
		face:  NewBox(Radius),
		over:  NewBox(Radius),
		label: canvas.NewText("", nil),
		icon:  canvas.NewImageFromResource(nil),
		line:  canvas.NewRectangle(nil),
	}
	r.icon.FillMode = canvas.ImageFillContain
	r.objects = []fyne.CanvasObject{r.face.Object(), r.over.Object(), r.icon, r.label, r.line}
	r.set()
	r.Layout(b.Size())
	return r
}

// foreground returns the color of label and icon.
func (b *Button) foreground() fyne.ThemeColorName {
	switch {
	case b.Disabled():
		return theme.ColorNameDisabled
	case b.style == Primary:
		return theme.ColorNameForegroundOnPrimary
	case b.style == Link:
		return theme.ColorNamePrimary
	case b.style == Tag, b.style == Tab && !b.selected:
		return ColorMuted
	}
	return theme.ColorNameForeground
}

// surface returns the colors of the face and its border; empty is none.
func (b *Button) surface() (fill, border fyne.ThemeColorName) {
	switch b.style {
	case Secondary, Toggle:
		fill, border = ColorCard, ColorEdge
		if b.Disabled() {
			border = ColorBorder
		}
		if b.selected {
			fill, border = ColorSelected, theme.ColorNamePrimary
		}
	case Primary:
		fill = theme.ColorNamePrimary
		if b.Disabled() {
			fill = ColorChip
		}
	case Tag:
		fill = ColorChip
	}
	if b.focused {
		border = theme.ColorNamePrimary
		if b.style == Primary {
			border = theme.ColorNameForeground
		}
	}
	return fill, border
}
