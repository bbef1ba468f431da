package chartview

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"headroom/ui/look"
)

// overlay holds what lies above the picture. Each part is a canvas object of its
// own, so that moving one repaints the window but draws nothing again.
type overlay struct {
	size             fyne.Size
	crosshair, ghost *canvas.Line
	mark             *canvas.Circle
	ring             *look.Box
	tip, label       *bubble
	side             side // on which the label stands
	// ground is seen by nobody but always there. What has been hidden since the window was
	// opened has no part in it yet, and cannot have it repainted when it appears.
	ground *canvas.Rectangle
}

func newOverlay() *overlay {
	o := &overlay{
		crosshair: canvas.NewLine(nil),
		ghost:     canvas.NewLine(nil),
		mark:      canvas.NewCircle(nil),
		ring:      look.NewBox(look.CardRadius),
		tip:       newBubble(),
		label:     newBubble(),
		ground:    canvas.NewRectangle(color.Transparent),
	}
	o.crosshair.StrokeWidth, o.ghost.StrokeWidth, o.mark.StrokeWidth = 1, 1.5, 2
	o.recolor()
	o.clear()
	o.ring.SetVisible(false)
	return o
}

func (o *overlay) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{o.ground, o.crosshair, o.ghost, o.mark, o.tip.box, o.label.box, o.ring.Object()}
}

func (o *overlay) recolor() {
	o.crosshair.StrokeColor = look.Color(look.ColorMuted)
	o.ghost.StrokeColor = look.Color(theme.ColorNameForeground)
	o.mark.FillColor = look.Color(theme.ColorNameFocus)
	o.mark.StrokeColor = look.Color(theme.ColorNamePrimary)
	o.ring.Paint(nil, look.Color(theme.ColorNamePrimary), 1)
	o.tip.recolor()
	o.label.recolor()
	for _, object := range o.objects() {
		canvas.Refresh(object)
	}
}

func (o *overlay) resize(size fyne.Size) {
	if size != o.size {
		o.size = size
		o.clear()
	}
	o.ring.Resize(size)
}

func (o *overlay) clear() {
	o.crosshair.Hide()
	o.ghost.Hide()
	o.mark.Hide()
	o.tip.box.Hide()
	o.label.box.Hide()
	o.side = side{}
}

// ClearOverlay takes away crosshair, tooltip, ghost line, mark and label.
func (v *View) ClearOverlay() { v.overlay.clear() }

// SetCrosshair shows an upright line at x, from top to bottom.
func (v *View) SetCrosshair(x, top, bottom float32) {
	v.overlay.line(v.overlay.crosshair, fyne.NewPos(x, top), fyne.NewPos(x, bottom))
}

// SetGhost shows a line between two places: where what is dragged would be.
func (v *View) SetGhost(from, to fyne.Position) { v.overlay.line(v.overlay.ghost, from, to) }

// line puts a line in its place, and shows it.
func (o *overlay) line(l *canvas.Line, from, to fyne.Position) {
	visible := l.Visible()
	if l.Position1 == from && l.Position2 == to && visible {
		return
	}
	l.Position1, l.Position2 = from, to
	l.Hidden = false
	l.Refresh()
	if !visible {
		o.ground.Refresh()
	}
}

// SetMark shows a ring around a place, such as the point that would be grabbed.
func (v *View) SetMark(at fyne.Position) {
	const radius = 8
	mark := v.overlay.mark
	mark.Resize(fyne.NewSquareSize(2 * radius))
	mark.Move(at.SubtractXY(radius, radius))
	if !mark.Visible() {
		mark.Show()
		v.overlay.ground.Refresh()
	}
}

// HideMark takes the ring away.
func (v *View) HideMark() { v.overlay.mark.Hide() }

// A Tip is what a tooltip tells.
type Tip struct {
	// Title stands above the rows; empty is none.
	Title string
	// Clear is how far to either side of the place explained the picture must not
	// be covered, in logical pixels, such as by half a bar.
	Clear float32
	// Rows stand below it, one a line.
	Rows []TipRow
	// Note stands at the bottom, such as what can be done here; empty is none.
	Note string
}

// A TipRow is a label and its value.
type TipRow struct {
	Label, Value string
}

// SetTip shows a tooltip that explains a place. It keeps within the view and
// beside the place, which it never covers; in a view too small for that it is
// not shown.
func (v *View) SetTip(at fyne.Position, tip Tip) {
	v.overlay.tip.set(tip)
	size := v.overlay.tip.face.Size()
	corner, ok := beside(at, max(bubbleGap, tip.Clear), size, v.Size())
	if !ok {
		corner, ok = beside(at, bubbleGap, size, v.Size())
	}
	v.overlay.show(v.overlay.tip, corner, ok)
}

// HideTip takes the tooltip away.
func (v *View) HideTip() { v.overlay.tip.box.Hide() }

// SetLabel shows a value beside the pointer: what a drag would set, and in a second
// line why it is not what the pointer asks for. It keeps within the view and covers
// neither the pointer nor what is dragged, which goes from one place to another, both
// the same where it is a point; in a view too small for that it is not shown. Words of
// the picture, each from its upper left to its lower right corner, it covers only where
// there is no other place.
//
// It stays on the side it is on as long as that is free. While a new picture is still
// to be drawn nothing is known of where things will lie, so it only follows the
// pointer, and call SetLabel again in OnDrawn: a label that changed sides for a
// picture already gone would have to come back, in a frame of its own.
func (v *View) SetLabel(pointer fyne.Position, text string, from, to fyne.Position, words ...[2]fyne.Position) {
	label, o := v.overlay.label, v.overlay
	title, note, _ := strings.Cut(text, "\n")
	label.set(Tip{Title: title, Note: note})
	if v.stale && o.side.of == thePointer {
		words, from, to = nil, pointer, pointer
	}
	var taken []area
	for _, w := range words {
		taken = append(taken, area{w[0], w[1]})
	}
	corner, on, ok := aside(pointer, area{from, to}, taken, o.side, label.face.Size(), v.Size())
	o.side = on
	o.show(label, corner, ok)
}
