package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"headroom/scenario/preset"
	"headroom/ui/field"
	"headroom/ui/inspect"
	"headroom/ui/look"
)

// slack is by how much things may miss one another, in logical pixels: positions
// are fractions.
const slack = 1

// A rect is what an object covers of the window.
type rect struct{ left, top, right, bottom float32 }

func (r rect) empty() bool { return r.right-r.left <= slack || r.bottom-r.top <= slack }

func (r rect) and(q rect) rect {
	return rect{max(r.left, q.left), max(r.top, q.top), min(r.right, q.right), min(r.bottom, q.bottom)}
}

func (r rect) within(q rect) bool {
	return r.left >= q.left-slack && r.top >= q.top-slack && r.right <= q.right+slack && r.bottom <= q.bottom+slack
}

func (d *seat) place(o fyne.CanvasObject) rect {
	at, size := d.app.Driver().AbsolutePositionForObject(o), o.Size()
	return rect{at.X, at.Y, at.X + size.Width, at.Y + size.Height}
}

// scrolls reports whether an object shows a part of what it holds.
func scrolls(o fyne.CanvasObject) bool {
	_, yes := o.(interface{ ScrollToTop() })
	return yes
}

// ours reports whether an object is of this program, or only lays others out.
func ours(o fyne.CanvasObject) bool {
	name := fmt.Sprintf("%T", o)
	if box, plain := o.(*fyne.Container); plain {
		return box.Layout != nil
	}
	return strings.HasPrefix(name, "*look.") || strings.HasPrefix(name, "*field.") || strings.HasPrefix(name, "*ui.") ||
		strings.HasPrefix(name, "*sheet.") || strings.HasPrefix(name, "*chartview.")
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

// fits holds the window to its layout: everything has the room it asks for, lies
// within what holds it, and covers nothing else.
func (d *seat) fits() {
	d.Helper()
	type leaf struct {
		object fyne.CanvasObject
		around []fyne.CanvasObject
		place  rect
	}
	var leaves []leaf
	d.objects(func(o fyne.CanvasObject, around []fyne.CanvasObject) {
		whole := rect{0, 0, d.p.Window.Canvas().Size().Width, d.p.Window.Canvas().Size().Height}
		clip, foreign := whole, false
		for _, a := range around {
			if scrolls(a) {
				clip = clip.and(d.place(a))
			}
			if _, entry := a.(interface{ ErrorText() string }); entry { // has text scroll within it
				foreign = true
			}
		}
		if foreign {
			return
		}
		at := d.place(o)
		if text, ok := o.(*canvas.Text); ok && len(around) > 0 {
			d.holdsText(text, at, d.place(holderOf(around)))
			return
		}
		if !ours(o) {
			return
		}
		_, cut := o.(*field.Choice) // ends what it shows in an ellipsis
		if least, size := o.MinSize(), o.Size(); size.Width < least.Width-slack && !cut || size.Height < least.Height-slack {
			d.Errorf("%s has %v, but needs %v", inWords(o), size, least)
		}
		if len(around) > 0 {
			if holder := holderOf(around); ours(holder) && !scrolls(holder) && !at.within(d.place(holder)) {
				d.Errorf("%s at %v goes beyond %s at %v", inWords(o), at, inWords(holder), d.place(holder))
			}
		}
		if w, is := o.(inspect.Widget); is {
			d.holdsValue(w)
		}
		_, named := o.(inspect.Widget)
		_, text := o.(*look.Text)
		if _, hinted := o.(*look.HintLabel); named || text || hinted {
			if at = at.and(clip); !at.empty() {
				leaves = append(leaves, leaf{o, around, at})
			}
		}
	})
	if len(leaves) < 30 {
		d.Errorf("only %d things are on the screen", len(leaves))
	}
	for i, a := range leaves {
		for _, b := range leaves[i+1:] {
			if !a.place.and(b.place).empty() && !holds(a.around, b.object) && !holds(b.around, a.object) {
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

func holds(around []fyne.CanvasObject, o fyne.CanvasObject) bool {
	for _, a := range around {
		if a == o {
			return true
		}
	}
	return false
}

// holdsText holds a line of text to what holds it: one that is cut ends in an
// ellipsis that has room.
func (d *seat) holdsText(text *canvas.Text, at, holder rect) {
	d.Helper()
	width := fyne.MeasureText(text.Text, text.TextSize, text.TextStyle).Width
	switch text.Alignment {
	case fyne.TextAlignTrailing:
		at.left = at.right - width
	case fyne.TextAlignCenter:
		middle := (at.left + at.right) / 2
		at.left, at.right = middle-width/2, middle+width/2
	default:
		at.right = at.left + width
	}
	at.top, at.bottom = holder.top, holder.bottom
	if text.Text != "" && !at.within(holder) {
		d.Errorf("text %q takes %v, but there is only %v", text.Text, at, holder)
	}
}

// holdsValue holds a field at rest to show all of its value.
func (d *seat) holdsValue(w inspect.Widget) {
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

// leastWindow is what a screen of 1280 by 800 pixels leaves a window at scale 1.5,
// beside its frame and a panel.
var leastWindow = fyne.NewSize(848, 505)

func TestEverythingHasRoom(t *testing.T) {
	longest := preset.Default()
	longest.Name = strings.Repeat("A workspace with a very long name ", 5)
	for i := range longest.Scenarios[:4] {
		longest.View.Compared = append(longest.View.Compared[:i:i], longest.Scenarios[i].ID)
	}
	for _, size := range []fyne.Size{leastWindow, fyne.NewSize(1024, 640), fyne.NewSize(1440, 900), fyne.NewSize(3840, 2160)} {
		for _, mode := range []look.Mode{look.ModeLight, look.ModeDark} {
			for _, tc := range []struct {
				says string
				do   func(d *seat)
			}{
				{"plan", func(*seat) {}},
				{"plan by month", func(d *seat) { d.tap("table.month"); d.tap("chart.kind.years") }},
				{"plan with faults", func(d *seat) {
					d.enter("terms.share.rate", "200%")
					d.enter("outlook.streams[0].growth.2027", "a lot")
				}},
				{"plan without a cap", func(d *seat) { d.tap("scenario.february-2026-prior") }},
				{"plan scrolled down", func(d *seat) { d.plan().form.content.ScrollToBottom(); d.plan().right.ScrollToBottom() }},
				{"compare two", func(d *seat) {
					d.tap("scenario.april-2025.tick")
					d.tap("scenario.slump.tick")
					d.tap("view.compare")
				}},
				{"compare four", func(d *seat) { d.tap("view.compare") }},
				{"compare four, the inputs", func(d *seat) { d.tap("view.compare"); d.compare().scroll.ScrollToBottom() }},
				{"compare in one plot", func(d *seat) { d.tap("view.compare"); d.tap("compare.overlay") }},
				{"bridge", func(d *seat) { d.tap("view.compare"); d.tap("compare.bridge") }},
				{"deal", func(d *seat) { d.tap("view.deal") }},
				{"compare nothing", func(d *seat) {
					for _, s := range d.p.compared() {
						d.tap("scenario." + s.ID + ".tick")
					}
					d.tap("view.compare")
				}},
			} {
				if mode == look.ModeDark && tc.says != "plan" && tc.says != "compare four" {
					continue // the colors alone are others
				}
				t.Run(fmt.Sprintf("%s %gx%g %s", tc.says, size.Width, size.Height, mode), func(t *testing.T) {
					d := sit(t, test.NewTempApp(t), longest, "")
					d.p.setMode(mode)
					if look.Dark() != (mode == look.ModeDark) {
						t.Fatal("the window has the other mode")
					}
					d.p.Window.Resize(size)
					d.relayout()
					tc.do(d)
					d.relayout()
					d.draw()
					d.fits()
					if got := d.p.Window.Content().MinSize(); got.Width > size.Width || got.Height > size.Height {
						t.Errorf("the window needs %v", got)
					}
				})
			}
		}
	}
}

func TestPromptsFitTheSmallestWindow(t *testing.T) {
	least := leastWindow
	for _, command := range []string{
		"New scenario…", "Rename…", "Shift all growth…", "Reach the cap on…", "Open…", "Save as…", "Sources of the figures…", "Keyboard",
	} {
		t.Run(command, func(t *testing.T) {
			t.Setenv("HOME", t.TempDir())
			d := sit(t, test.NewTempApp(t), preset.Default(), "")
			d.p.Window.Resize(least)
			d.command(command)
			d.relayout()
			window := rect{0, 0, least.Width, least.Height}
			for _, name := range []string{"dialog.ok", "dialog.cancel"} {
				if w := d.find("button", name); w != nil && !d.place(w).within(window) {
					t.Errorf("%s is at %v", name, d.place(w))
				}
			}
			if size := d.p.Prompts.All[0].Popup.MinSize(); size.Width > least.Width || size.Height > least.Height {
				t.Errorf("the prompt is %v", size)
			}
		})
	}
}

func TestNameAndStateShareTheRoomOfTheTitle(t *testing.T) {
	d := newSeat(t, workedCase())
	bar := d.p.bar
	full := func(text *look.Text) float32 { return text.FullSize().Width }
	for _, tc := range []struct {
		says, name, state string
		room              float32 // beside the gap, as a part of what both need
		shortened         []*look.Text
	}{
		{"both have room", "Plan of mine", "not saved", 1, nil},
		{"a long name gives way to a short state", strings.Repeat("long ", 20), "not saved", 0.5, []*look.Text{bar.name}},
		{"a long state to a short name", "Plan", strings.Repeat("long ", 20), 0.5, []*look.Text{bar.state}},
		{"two long ones both", strings.Repeat("name ", 20), strings.Repeat("state ", 20), 0.5, []*look.Text{bar.name, bar.state}},
	} {
		t.Run(tc.says, func(t *testing.T) {
			bar.name.SetText(tc.name)
			bar.state.SetText(tc.state)
			room := tc.room*(full(bar.name)+full(bar.state)) + titleGap
			(&titleLayout{bar}).Layout(nil, fyne.NewSize(room, 20))
			for _, text := range []*look.Text{bar.name, bar.state} {
				if short := text.Size().Width < full(text); short != slices.Contains(tc.shortened, text) {
					t.Errorf("%q has %v of the %v it needs", text.Content, text.Size().Width, full(text))
				}
			}
			if end := bar.state.Position().X + bar.state.Size().Width; end > room || bar.name.Size().Width > bar.state.Position().X {
				t.Errorf("the name ends at %v, the state goes from %v to %v of %v", bar.name.Size().Width, bar.state.Position().X, end, room)
			}
		})
	}
}
