package desktest

import (
	"fmt"
	"reflect"
	"strings"

	"headroom/ui/field"
	"headroom/ui/inspect"
	"headroom/ui/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Slack is by how much things may miss one another, in logical pixels: positions
// are fractions.
const Slack = 1

// A Rect is what an object covers of the window.
type Rect struct{ Left, Top, Right, Bottom float32 }

// At returns the rectangle between two corners.
func At(left, top, right, bottom float32) Rect { return Rect{left, top, right, bottom} }

// Empty reports whether there is nothing of it.
func (r Rect) Empty() bool { return r.Right-r.Left <= Slack || r.Bottom-r.Top <= Slack }

// And returns what two have in common.
func (r Rect) And(q Rect) Rect {
	return Rect{max(r.Left, q.Left), max(r.Top, q.Top), min(r.Right, q.Right), min(r.Bottom, q.Bottom)}
}

// Within reports whether it lies in another.
func (r Rect) Within(q Rect) bool {
	return r.Left >= q.Left-Slack && r.Top >= q.Top-Slack && r.Right <= q.Right+Slack && r.Bottom <= q.Bottom+Slack
}

// Place returns where an object lies.
func (d *Seat) Place(o fyne.CanvasObject) Rect {
	at, size := d.App.Driver().AbsolutePositionForObject(o), o.Size()
	return Rect{at.X, at.Y, at.X + size.Width, at.Y + size.Height}
}

// scrolls reports whether an object shows a part of what it holds.
func scrolls(o fyne.CanvasObject) bool {
	_, yes := o.(interface{ ScrollToTop() })
	return yes
}

// ours reports whether an object is of this program, or only lays others out.
func ours(o fyne.CanvasObject) bool {
	if box, plain := o.(*fyne.Container); plain {
		return box.Layout != nil
	}
	return strings.HasPrefix(reflect.TypeOf(o).Elem().PkgPath(), "headroom/ui")
}

// inWords names an object for a fault.
func inWords(o fyne.CanvasObject) string {
	switch o := o.(type) {
	case *look.Text:
		return fmt.Sprintf("text %q", o.Content)
	case *look.Paragraph:
		return fmt.Sprintf("paragraph %q", o.Content())
	case *canvas.Text:
		return fmt.Sprintf("text %q", o.Text)
	case *widget.Label:
		return fmt.Sprintf("label %q", o.Text)
	case inspect.Widget:
		return fmt.Sprintf("%T %s", o, o.InspectName())
	}
	return fmt.Sprintf("%T", o)
}

// Fits holds the window to its layout: everything has the room it asks for, lies
// within what holds it, and covers nothing else.
func (d *Seat) Fits() {
	d.Helper()
	type leaf struct {
		object fyne.CanvasObject
		around []fyne.CanvasObject
		place  Rect
	}
	var leaves []leaf
	d.Objects(func(o fyne.CanvasObject, around []fyne.CanvasObject) {
		whole := Rect{0, 0, d.Desk.Window.Canvas().Size().Width, d.Desk.Window.Canvas().Size().Height}
		clip, foreign := whole, false
		for _, a := range around {
			if scrolls(a) {
				clip = clip.And(d.Place(a))
			}
			if _, entry := a.(interface{ ErrorText() string }); entry { // has text scroll within it
				foreign = true
			}
		}
		if foreign {
			return
		}
		at := d.Place(o)
		if text, ok := o.(*canvas.Text); ok && len(around) > 0 {
			d.holdsText(text, at, d.Place(holderOf(around)))
			return
		}
		if !ours(o) {
			return
		}
		_, cut := o.(*field.Choice) // ends what it shows in an ellipsis
		if least, size := o.MinSize(), o.Size(); size.Width < least.Width-Slack && !cut || size.Height < least.Height-Slack {
			d.Errorf("%s has %v, but needs %v", inWords(o), size, least)
		}
		if len(around) > 0 {
			if holder := holderOf(around); ours(holder) && !scrolls(holder) && !at.Within(d.Place(holder)) {
				d.Errorf("%s at %v goes beyond %s at %v", inWords(o), at, inWords(holder), d.Place(holder))
			}
		}
		if w, is := o.(inspect.Widget); is {
			d.holdsValue(w)
		}
		_, named := o.(inspect.Widget)
		_, text := o.(*look.Text)
		if _, hinted := o.(*look.HintLabel); named || text || hinted {
			if at = at.And(clip); !at.Empty() {
				leaves = append(leaves, leaf{o, around, at})
			}
		}
	})
	if len(leaves) < 30 {
		d.Errorf("only %d things are on the screen", len(leaves))
	}
	for i, a := range leaves {
		for _, b := range leaves[i+1:] {
			if !a.place.And(b.place).Empty() && !Holds(a.around, b.object) && !Holds(b.around, a.object) {
				d.Errorf("%s at %v and %s at %v cover one another", inWords(a.object), a.place, inWords(b.object), b.place)
			}
		}
	}
}

// holderOf returns the nearest of the objects around that has a size of its own.
func holderOf(around []fyne.CanvasObject) fyne.CanvasObject {
	for i := len(around) - 1; i > 0; i-- {
		if box, plain := around[i].(*fyne.Container); !plain || box.Layout != nil {
			return around[i]
		}
	}
	return around[0]
}

// Holds reports whether an object is among those around another.
func Holds(around []fyne.CanvasObject, o fyne.CanvasObject) bool {
	for _, a := range around {
		if a == o {
			return true
		}
	}
	return false
}

// holdsText holds a line of text to what holds it: one that is cut ends in an
// ellipsis that has room.
func (d *Seat) holdsText(text *canvas.Text, at, holder Rect) {
	d.Helper()
	width := fyne.MeasureText(text.Text, text.TextSize, text.TextStyle).Width
	switch text.Alignment {
	case fyne.TextAlignTrailing:
		at.Left = at.Right - width
	case fyne.TextAlignCenter:
		middle := (at.Left + at.Right) / 2
		at.Left, at.Right = middle-width/2, middle+width/2
	default:
		at.Right = at.Left + width
	}
	at.Top, at.Bottom = holder.Top, holder.Bottom
	if text.Text != "" && !at.Within(holder) {
		d.Errorf("text %q takes %v, but there is only %v", text.Text, at, holder)
	}
}

// holdsValue holds a field at rest to show all of its value.
func (d *Seat) holdsValue(w inspect.Widget) {
	d.Helper()
	n := w.Inspect()
	kind, text, fault, focused := n.Kind, n.Text, n.Fault, n.Focused
	if kind != "entry" || focused || fault != "" {
		return
	}
	const pads = 2 * 6
	if width := fyne.MeasureText(text, look.SizeText, fyne.TextStyle{}).Width; width > w.Size().Width-pads {
		d.Errorf("%s shows %q, %v wide, in %v", w.InspectName(), text, width, w.Size().Width)
	}
}
