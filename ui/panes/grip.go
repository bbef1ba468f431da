package panes

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"headroom/ui/inspect"
	"headroom/ui/look"
)

// A Grip is the handle between two panes above one another: dragged, or with Up and
// Down while it has the focus, it moves what parts them.
type Grip struct {
	widget.BaseWidget
	look.Hint
	look.Focus

	// Name is the grip's name in the inspection file.
	Name string
	// OnMove is called with how far the border is to be moved downward, in logical
	// pixels, seen from where it was when OnGrab was called.
	OnMove func(by float32)
	// OnGrab is called before the first OnMove of a drag, or of a key.
	OnGrab func()

	focused, hovered bool
	grabbed          bool
	from             float32 // where within the grip it was grabbed
}

// GripHeight is the height of a grip, in logical pixels.
const GripHeight float32 = 12

// gripStep is how far a key moves the border.
const gripStep = 30

var (
	_ fyne.Draggable     = (*Grip)(nil)
	_ fyne.Focusable     = (*Grip)(nil)
	_ desktop.Hoverable  = (*Grip)(nil)
	_ desktop.Cursorable = (*Grip)(nil)
)

// newGrip returns a grip with a tooltip.
func newGrip(name, hint string) *Grip {
	g := &Grip{Name: name}
	g.ExtendBaseWidget(g)
	g.SetOwner(g)
	g.SetTooltip(hint)
	return g
}

// Dragged implements fyne.Draggable. The grip moves along with what it moves, so that
// its place in the window says how far the pointer has come.
func (g *Grip) Dragged(event *fyne.DragEvent) {
	at := event.AbsolutePosition.Y
	if !g.grabbed {
		g.grabbed, g.from = true, at-event.Dragged.DY
		g.Hint.MouseOut()
		g.grab()
	}
	g.move(at - g.from)
}

// DragEnd implements fyne.Draggable.
func (g *Grip) DragEnd() { g.grabbed = false }

func (g *Grip) grab() {
	if g.OnGrab != nil {
		g.OnGrab()
	}
}

func (g *Grip) move(by float32) {
	if g.OnMove != nil {
		g.OnMove(by)
	}
}

// Cursor implements desktop.Cursorable.
func (g *Grip) Cursor() desktop.Cursor { return desktop.VResizeCursor }

// MouseIn implements desktop.Hoverable.
func (g *Grip) MouseIn(event *desktop.MouseEvent) {
	g.Hint.MouseIn(event)
	g.hovered = true
	g.Refresh()
}

// MouseOut implements desktop.Hoverable.
func (g *Grip) MouseOut() {
	g.Hint.MouseOut()
	g.hovered = false
	g.Refresh()
}

// FocusGained implements fyne.Focusable.
func (g *Grip) FocusGained() {
	g.focused = true
	g.Refresh()
	g.TellFocus()
}

// FocusLost implements fyne.Focusable.
func (g *Grip) FocusLost() { g.focused = false; g.Refresh() }

// TypedRune implements fyne.Focusable; the grip takes no text.
func (g *Grip) TypedRune(r rune) { look.PassRune(r, g) }

// TypedKey moves the border on Up and Down.
func (g *Grip) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyUp:
		g.grab()
		g.move(-gripStep)
	case fyne.KeyDown:
		g.grab()
		g.move(gripStep)
	default:
		look.PassKey(event, g)
	}
}

// InspectName returns the grip's name in the inspection file.
func (g *Grip) InspectName() string { return g.Name }

// Inspect returns what the inspection file tells of the grip.
func (g *Grip) Inspect() inspect.Node {
	return inspect.Node{Kind: "grip", Label: g.Tooltip(), Enabled: true, Focused: g.focused}
}

// CreateRenderer implements fyne.Widget.
func (g *Grip) CreateRenderer() fyne.WidgetRenderer {
	r := &gripRenderer{owner: g, bar: look.NewBox(gripThick / 2)}
	r.set()
	r.Layout(g.Size())
	return r
}

// The bar in the middle of a grip, in logical pixels.
const (
	gripLong  float32 = 44
	gripThick float32 = 4
)

type gripRenderer struct {
	owner *Grip
	bar   *look.Box
}

func (r *gripRenderer) set() {
	name := look.ColorMuted
	if r.owner.focused || r.owner.hovered {
		name = theme.ColorNamePrimary
	}
	r.bar.Paint(look.Color(name), nil, 0)
}

func (r *gripRenderer) Layout(size fyne.Size) {
	r.bar.Resize(fyne.NewSize(gripLong, gripThick))
	r.bar.Move(fyne.NewPos((size.Width-gripLong)/2, (size.Height-gripThick)/2))
}

func (r *gripRenderer) MinSize() fyne.Size { return fyne.NewSize(gripLong, GripHeight) }

func (r *gripRenderer) Refresh() {
	r.set()
	r.bar.Refresh()
}

func (r *gripRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.bar.Object()} }

func (r *gripRenderer) Destroy() {}
