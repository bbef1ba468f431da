package look

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
	tooltipwidget "github.com/dweymouth/fyne-tooltip/widget"
)

// A Hint gives the widget that embeds it a tooltip. The widget calls SetOwner
// once and passes on MouseIn, MouseMoved and MouseOut. Within dialogs and menus,
// which have no layer for tooltips, it shows nothing.
type Hint struct {
	tip     tooltipwidget.ToolTipWidgetExtend
	made    func() string // makes the text, nil where it is set
	passing bool          // the wait begins when the pointer moves with no button held
}

// pointed is the hint of what the one pointer there is came to last.
var pointed *Hint

// NewVScroll returns a pane that scrolls up and down, and leaves tooltips behind by it.
func NewVScroll(content fyne.CanvasObject) *container.Scroll {
	pane := container.NewVScroll(content)
	pane.OnScrolled = func(fyne.Position) { LeaveTooltip() }
	return pane
}

// LeaveTooltip takes away the tooltip of what was under the pointer, and the wait for it:
// something else has come to lie there.
func LeaveTooltip() {
	if pointed != nil {
		pointed.tip.MouseOut()
		pointed.passing = true
	}
}

// SetOwner names the widget that the tooltip belongs to.
func (h *Hint) SetOwner(owner fyne.Widget) { h.tip.ExtendToolTipWidget(owner) }

func (h *Hint) owner() fyne.CanvasObject { return h.tip.Obj }

// SetTooltip sets the tooltip's text; an empty text is no tooltip.
func (h *Hint) SetTooltip(text string) {
	h.made = nil
	h.tip.SetToolTip(text)
}

// SetTooltipOf sets what makes the tooltip's text. It is called when the tooltip is
// about to open: what is long, and changes often, costs nothing before.
func (h *Hint) SetTooltipOf(made func() string) { h.made = made }

// longestTip is how many characters of a text a tooltip shows, which are some ten
// lines: with more it would cover what it explains.
const longestTip = 1000

// Tooltip returns the tooltip's text.
func (h *Hint) Tooltip() string {
	text := h.tip.ToolTip()
	if h.made != nil {
		text = h.made()
	}
	if runes := []rune(text); len(runes) > longestTip {
		return strings.TrimSpace(string(runes[:longestTip])) + "…"
	}
	return text
}

// MouseIn starts the wait for the tooltip, but not while a button is held: what
// is dragged across a widget asks nothing of it.
func (h *Hint) MouseIn(event *desktop.MouseEvent) {
	pointed = h
	h.passing = event.Button != 0
	if h.passing || covered(h.owner()) {
		return
	}
	h.tip.SetToolTip(h.Tooltip())
	h.tip.MouseIn(event)
}

// MouseMoved keeps the place where the tooltip will be. Where a drag has ended
// on the widget, or it was scrolled, the wait starts now.
func (h *Hint) MouseMoved(event *desktop.MouseEvent) {
	if h.passing && event.Button == 0 {
		h.MouseIn(event)
		return
	}
	h.tip.MouseMoved(event)
}

// MouseOut takes the tooltip away.
func (h *Hint) MouseOut() {
	if pointed == h {
		pointed = nil
	}
	h.passing = false
	h.tip.MouseOut()
}

// covered reports whether the object's canvas shows a dialog or menu on top.
func covered(object fyne.CanvasObject) bool {
	canvas := CanvasOf(object)
	return canvas == nil || canvas.Overlays().Top() != nil
}

// CanvasOf returns the canvas that shows the object, or nil where none does.
func CanvasOf(object fyne.CanvasObject) fyne.Canvas {
	if object == nil {
		return nil
	}
	return fyne.CurrentApp().Driver().CanvasForObject(object)
}

// PassShortcut hands a shortcut that a focused widget has no use for to the
// canvas that shows the widget, which would not see it otherwise.
func PassShortcut(shortcut fyne.Shortcut, from fyne.CanvasObject) {
	if canvas, ok := CanvasOf(from).(fyne.Shortcutable); ok {
		canvas.TypedShortcut(shortcut)
	}
}

// ShowMenu opens a menu with its corner at a place relative to the object.
func ShowMenu(menu *fyne.Menu, at fyne.Position, object fyne.CanvasObject) {
	canvas := CanvasOf(object)
	if canvas == nil || len(menu.Items) == 0 {
		return
	}
	widget.ShowPopUpMenuAtRelativePosition(menu, canvas, at, object)
}
