package desktest

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"headroom/scenario"
	"headroom/ui/chartview"
	"headroom/ui/desk"
	"headroom/ui/inspect"
	"headroom/ui/live"
	"headroom/ui/look"
	"headroom/ui/sheet"
)

// A Seat is before a window without a screen, and the hands and eyes of the one
// before it. Nothing in it waits: work aside is done at once, ticks and the clock move
// only where a test says so.
type Seat struct {
	testing.TB
	App  fyne.App
	Desk *desk.Desk
	// Screen returns what the window says is on it; nil where it says nothing.
	Screen func() inspect.Screen
	Now    time.Time

	Slow  bool     // whether work aside waits until the test has it done
	Aside []func() // what waits
}

// Sit sits down before the window that open opens, with what runs aside in it.
func Sit(t testing.TB, app fyne.App, open func(at *live.Live) *desk.Desk) *Seat {
	t.Helper()
	d := &Seat{TB: t, App: app, Now: time.Date(2026, time.November, 22, 21, 40, 0, 0, time.Local)}
	started := false
	d.Desk = open(&live.Live{
		Go: func(work func()) {
			switch {
			case !started: // what runs from the start on are tickers
			case d.Slow:
				d.Aside = append(d.Aside, work)
			default:
				work()
			}
		},
		Do:  func(then func()) { then() },
		Now: func() time.Time { return d.Now },
	})
	started = true
	d.Relayout()
	d.Draw()
	return d
}

// CatchUp has all that waits aside done.
func (d *Seat) CatchUp() {
	for len(d.Aside) > 0 {
		work := d.Aside[0]
		d.Aside = d.Aside[1:]
		work()
	}
	d.Relayout()
}

// Objects calls see for each visible object on the screen, those on top last, with
// the objects around it, the nearest last.
func (d *Seat) Objects(see func(o fyne.CanvasObject, around []fyne.CanvasObject)) {
	look := func(root fyne.CanvasObject) { Visit(root, nil, see) }
	look(d.Desk.Window.Canvas().Content())
	for _, overlay := range d.Desk.Window.Canvas().Overlays().List() {
		look(overlay)
	}
}

// Visit calls see for o and each visible object within it, with the objects around it.
func Visit(o fyne.CanvasObject, around []fyne.CanvasObject, see func(o fyne.CanvasObject, around []fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	see(o, around)
	around = append(around[:len(around):len(around)], o)
	for _, child := range Children(o) {
		Visit(child, around, see)
	}
}

// Children returns the objects that one is made of.
func Children(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	}
	return nil
}

// Relayout gives everything its place again, as the window's driver does before it
// paints where something asks for another size than before.
func (d *Seat) Relayout() {
	for range 2 { // some widths decide on heights
		d.Objects(func(o fyne.CanvasObject, _ []fyne.CanvasObject) {
			switch o := o.(type) {
			case *fyne.Container:
				if o.Layout != nil {
					o.Layout.Layout(o.Objects, o.Size())
				}
			case fyne.Widget:
				test.WidgetRenderer(o).Layout(o.Size())
			}
		})
	}
}

// Draw draws the charts in view, as painting the window does.
func (d *Seat) Draw() {
	d.Objects(func(o fyne.CanvasObject, _ []fyne.CanvasObject) {
		if raster, ok := o.(*canvas.Raster); ok {
			raster.Generator(int(raster.Size().Width), int(raster.Size().Height))
		}
	})
}

// Find returns the visible widget of that name and kind, nil where there is none.
func (d *Seat) Find(kind, name string) inspect.Widget {
	var found inspect.Widget
	d.Objects(func(o fyne.CanvasObject, _ []fyne.CanvasObject) {
		w, ok := o.(inspect.Widget)
		if !ok || w.InspectName() != name {
			return
		}
		if w.Inspect().Kind == kind {
			found = w
		}
	})
	return found
}

// Sheet returns the visible table of that name.
func (d *Seat) Sheet(name string) *sheet.Sheet {
	d.Helper()
	return d.Widget("table", name).(*sheet.Sheet)
}

// Picture returns the visible chart of that name.
func (d *Seat) Picture(name string) *chartview.View {
	d.Helper()
	return d.Widget("chart", name).(*chartview.View)
}

// Widget returns the visible widget of that name and kind, which there has to be.
func (d *Seat) Widget(kind, name string) inspect.Widget {
	d.Helper()
	w := d.Find(kind, name)
	if w == nil {
		d.Fatalf("there is no %s %s on the screen", kind, name)
	}
	return w
}

// Text returns what a widget shows.
func (d *Seat) Text(kind, name string) string {
	d.Helper()
	text := d.Widget(kind, name).Inspect().Text
	return text
}

// Fault returns the error that an entry is marked with.
func (d *Seat) Fault(name string) string {
	d.Helper()
	fault := d.Widget("entry", name).Inspect().Fault
	return fault
}

// Enabled reports whether a widget can be used.
func (d *Seat) Enabled(kind, name string) bool {
	d.Helper()
	enabled := d.Widget(kind, name).Inspect().Enabled
	return enabled
}

// Focus gives a widget the focus.
func (d *Seat) Focus(kind, name string) fyne.Focusable {
	d.Helper()
	f := d.Widget(kind, name).(fyne.Focusable)
	d.Desk.Window.Canvas().Focus(f)
	if d.Desk.Window.Canvas().Focused() != f {
		d.Fatalf("%s %s does not take the focus", kind, name)
	}
	return f
}

// Write replaces what an entry shows, without leaving it.
func (d *Seat) Write(name, text string) {
	d.Helper()
	f := d.Focus("entry", name)
	f.(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	if text == "" {
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
	for _, r := range text {
		f.TypedRune(r)
	}
}

// Enter writes into an entry and presses Enter.
func (d *Seat) Enter(name, text string) {
	d.Helper()
	d.Write(name, text)
	d.Press(fyne.KeyReturn)
}

// Press presses keys: the widget with the focus has them, else the window.
func (d *Seat) Press(keys ...fyne.KeyName) {
	for _, key := range keys {
		event := &fyne.KeyEvent{Name: key}
		if f := d.Desk.Window.Canvas().Focused(); f != nil {
			f.TypedKey(event)
		} else {
			d.Desk.Window.Canvas().OnTypedKey()(event)
		}
	}
}

// Tap presses a button, box, card or choice.
func (d *Seat) Tap(name string) {
	d.Helper()
	for _, kind := range []string{"button", "check", "choice"} {
		w := d.Find(kind, name)
		if w == nil {
			continue
		}
		if !w.Inspect().Enabled {
			d.Fatalf("%s %s is disabled", kind, name)
		}
		test.Tap(w.(fyne.Tappable))
		d.Relayout()
		return
	}
	d.Fatalf("there is nothing named %s to tap", name)
}

// Choose opens a choice and takes one of its options.
func (d *Seat) Choose(name, option string) {
	d.Helper()
	d.Tap(name)
	d.Pick(option)
}

// Pick takes an item of the menu that is open.
func (d *Seat) Pick(label string) {
	d.Helper()
	var labels []string
	var menu *widget.PopUpMenu
	d.Objects(func(o fyne.CanvasObject, _ []fyne.CanvasObject) {
		if open, ok := o.(*widget.PopUpMenu); ok {
			menu = open
		}
	})
	if menu == nil {
		d.Fatalf("no menu is open to pick %q from", label)
	}
	for _, item := range menu.Items {
		value := reflect.ValueOf(item).Elem().FieldByName("Item")
		if !value.IsValid() {
			continue // a separator
		}
		of := value.Interface().(*fyne.MenuItem)
		labels = append(labels, of.Label)
		if of.Label == label && !of.Disabled {
			item.(fyne.Tappable).Tapped(nil)
			d.Relayout()
			return
		}
	}
	d.Fatalf("the menu has no %q to pick, only %q", label, labels)
}

// Command runs a command of the window's menu by its label, without what the menu
// names after it.
func (d *Seat) Command(label string) {
	d.Helper()
	d.Item(label).Action()
	d.Relayout()
}

// Item returns the item of the window's menu that Command runs.
func (d *Seat) Item(name string) *fyne.MenuItem {
	d.Helper()
	for _, menu := range d.Desk.Window.MainMenu().Items {
		for _, item := range menu.Items {
			if said := Label(item); said == name || strings.HasPrefix(said, name+" ") {
				return item
			}
		}
	}
	d.Fatalf("the menu has no %q", name)
	return nil
}

// Label returns what an item of the menu says before its keys.
func Label(item *fyne.MenuItem) string {
	text, _, _ := strings.Cut(item.Label, "  ")
	return text
}

// Selected returns the scenario that is looked at.
func (d *Seat) Selected() scenario.Scenario {
	d.Helper()
	s, ok := d.Desk.Selected()
	if !ok {
		d.Fatal("no scenario is selected")
	}
	return s
}

// Dialog holds the window to the prompt it shows, empty for none.
func (d *Seat) Dialog(want string) {
	d.Helper()
	if got := d.Desk.Prompts.Name(); got != want {
		d.Fatalf("the prompt is %q, want %q", got, want)
	}
	if want != "" && d.Find("button", "dialog.ok") == nil {
		d.Fatalf("the prompt %q is not to be seen", want)
	}
}

// SentenceWith returns the text of the label or paragraph on the screen that contains part.
func (d *Seat) SentenceWith(part string) string {
	found := ""
	d.Objects(func(o fyne.CanvasObject, _ []fyne.CanvasObject) {
		switch o := o.(type) {
		case *widget.Label:
			if strings.Contains(o.Text, part) {
				found = o.Text
			}
		case *look.Paragraph:
			if strings.Contains(o.Content(), part) {
				found = o.Content()
			}
		}
	})
	return found
}

// Says reports whether a text that can be read on the screen contains part.
func (d *Seat) Says(part string) bool {
	found := false
	d.Objects(func(o fyne.CanvasObject, _ []fyne.CanvasObject) {
		switch o := o.(type) {
		case *widget.Label:
			found = found || strings.Contains(o.Text, part)
		case *look.Text:
			found = found || strings.Contains(o.Content, part)
		case *look.Paragraph:
			found = found || strings.Contains(o.Content(), part)
		case *canvas.Text:
			found = found || strings.Contains(o.Text, part)
		}
	})
	return found
}

// Reads holds the screen to say part.
func (d *Seat) Reads(part string) {
	d.Helper()
	if !d.Says(part) {
		d.Errorf("nothing on the screen says %q", part)
	}
}

// Compare ticks all scenarios of the window and goes to the Compare view, the first of
// them the reference.
func (d *Seat) Compare() {
	d.Helper()
	for _, s := range d.Desk.Session.Workspace().Scenarios {
		d.Tap("scenario." + s.ID + ".tick")
	}
	d.Tap("view.compare")
	d.Relayout()
	d.Draw()
}

// Asks asks a table about a cell, and returns what the prompt says, empty where none
// is shown.
func (d *Seat) Asks(table *sheet.Sheet, row, column int) string {
	d.Helper()
	table.OnAsk(row, column)
	if d.Desk.Prompts.Name() == "" {
		return ""
	}
	said := strings.Join(Texts(d.Desk.Window.Canvas().Overlays().Top()), "\n")
	d.Press(fyne.KeyEscape)
	return said
}
