package ui

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
	"headroom/scenario/preset"
	"headroom/ui/inspect"
	"headroom/ui/live"
	"headroom/ui/look"
)

// A seat is before a planner's window without a screen, and the hands and eyes of the
// one before it. Nothing in it waits: work aside is done at once, ticks and the
// clock move only where a test says so.
type seat struct {
	*testing.T
	app fyne.App
	p   *Planner
	now time.Time

	slow  bool     // whether work aside waits until the test has it done
	aside []func() // what waits
}

// sit opens a window on w; recovery is the folder of recovery copies, empty for
// none.
func sit(t *testing.T, app fyne.App, w scenario.Workspace, recovery string) *seat {
	t.Helper()
	d := &seat{T: t, app: app, now: time.Date(2026, time.November, 22, 21, 40, 0, 0, time.Local)}
	started := false
	d.p = New(app, Options{Workspace: w, Recovery: recovery, Live: &live.Live{
		Go: func(work func()) {
			switch {
			case !started: // what runs from the start on are tickers
			case d.slow:
				d.aside = append(d.aside, work)
			default:
				work()
			}
		},
		Do:  func(then func()) { then() },
		Now: func() time.Time { return d.now },
	}})
	started = true
	d.relayout()
	d.draw()
	return d
}

// catchUp has all that waits aside done.
func (d *seat) catchUp() {
	for len(d.aside) > 0 {
		work := d.aside[0]
		d.aside = d.aside[1:]
		work()
	}
	d.relayout()
}

// newSeat opens a window on the given scenarios, the first of them selected.
func newSeat(t *testing.T, scenarios ...scenario.Scenario) *seat {
	t.Helper()
	return sit(t, test.NewTempApp(t), scenario.Workspace{Name: "Worked cases", Scenarios: scenarios}, "")
}

// objects calls see for each visible object on the screen, those on top last, with
// the objects around it, the nearest last.
func (d *seat) objects(see func(o fyne.CanvasObject, around []fyne.CanvasObject)) {
	look := func(root fyne.CanvasObject) { visit(root, nil, see) }
	look(d.p.Window.Canvas().Content())
	for _, overlay := range d.p.Window.Canvas().Overlays().List() {
		look(overlay)
	}
}

func visit(o fyne.CanvasObject, around []fyne.CanvasObject, see func(o fyne.CanvasObject, around []fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	see(o, around)
	around = append(around[:len(around):len(around)], o)
	for _, child := range children(o) {
		visit(child, around, see)
	}
}

func children(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	}
	return nil
}

// relayout gives everything its place anew, as the window's driver does before it
// paints where something asks for another size than before.
func (d *seat) relayout() {
	for range 2 { // some widths decide on heights
		d.objects(func(o fyne.CanvasObject, _ []fyne.CanvasObject) {
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

// draw draws the charts in view, as painting the window does.
func (d *seat) draw() {
	d.objects(func(o fyne.CanvasObject, _ []fyne.CanvasObject) {
		if raster, ok := o.(*canvas.Raster); ok {
			raster.Generator(int(raster.Size().Width), int(raster.Size().Height))
		}
	})
}

// find returns the visible widget of that name and kind, nil where there is none.
func (d *seat) find(kind, name string) inspect.Widget {
	var found inspect.Widget
	d.objects(func(o fyne.CanvasObject, _ []fyne.CanvasObject) {
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

func (d *seat) widget(kind, name string) inspect.Widget {
	d.Helper()
	w := d.find(kind, name)
	if w == nil {
		d.Fatalf("there is no %s %s on the screen", kind, name)
	}
	return w
}

// text returns what a widget shows, fault the error it is marked with.
func (d *seat) text(kind, name string) string {
	d.Helper()
	text := d.widget(kind, name).Inspect().Text
	return text
}

func (d *seat) fault(name string) string {
	d.Helper()
	fault := d.widget("entry", name).Inspect().Fault
	return fault
}

func (d *seat) enabled(kind, name string) bool {
	d.Helper()
	enabled := d.widget(kind, name).Inspect().Enabled
	return enabled
}

// focus gives a widget the focus.
func (d *seat) focus(kind, name string) fyne.Focusable {
	d.Helper()
	f := d.widget(kind, name).(fyne.Focusable)
	d.p.Window.Canvas().Focus(f)
	if d.p.Window.Canvas().Focused() != f {
		d.Fatalf("%s %s does not take the focus", kind, name)
	}
	return f
}

// write replaces what an entry shows, without leaving it.
func (d *seat) write(name, text string) {
	d.Helper()
	f := d.focus("entry", name)
	f.(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	if text == "" {
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
	for _, r := range text {
		f.TypedRune(r)
	}
}

// enter writes into an entry and presses Enter.
func (d *seat) enter(name, text string) {
	d.Helper()
	d.write(name, text)
	d.press(fyne.KeyReturn)
}

// press presses keys: the widget with the focus has them, else the window.
func (d *seat) press(keys ...fyne.KeyName) {
	for _, key := range keys {
		event := &fyne.KeyEvent{Name: key}
		if f := d.p.Window.Canvas().Focused(); f != nil {
			f.TypedKey(event)
		} else {
			d.p.Window.Canvas().OnTypedKey()(event)
		}
	}
}

// tap presses a button, box, card or choice.
func (d *seat) tap(name string) {
	d.Helper()
	for _, kind := range []string{"button", "check", "choice"} {
		w := d.find(kind, name)
		if w == nil {
			continue
		}
		if !w.Inspect().Enabled {
			d.Fatalf("%s %s is disabled", kind, name)
		}
		test.Tap(w.(fyne.Tappable))
		d.relayout()
		return
	}
	d.Fatalf("there is nothing named %s to tap", name)
}

// choose opens a choice and takes one of its options.
func (d *seat) choose(name, option string) {
	d.Helper()
	d.tap(name)
	d.pick(option)
}

// pick takes an item of the menu that is open.
func (d *seat) pick(label string) {
	d.Helper()
	var labels []string
	var menu *widget.PopUpMenu
	d.objects(func(o fyne.CanvasObject, _ []fyne.CanvasObject) {
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
			d.relayout()
			return
		}
	}
	d.Fatalf("the menu has no %q to pick, only %q", label, labels)
}

// command runs a command of the window's menu by its label, without what the menu
// names after it.
func (d *seat) command(label string) {
	d.Helper()
	d.item(label).Action()
	d.relayout()
}

func (d *seat) item(name string) *fyne.MenuItem {
	d.Helper()
	for _, menu := range d.p.menu.main.Items {
		for _, item := range menu.Items {
			if said := label(item); said == name || strings.HasPrefix(said, name+" ") {
				return item
			}
		}
	}
	d.Fatalf("the menu has no %q", name)
	return nil
}

// label returns what an item of the menu says before its keys.
func label(item *fyne.MenuItem) string {
	text, _, _ := strings.Cut(item.Label, "  ")
	return text
}

// selected returns the scenario that is looked at.
func (d *seat) selected() scenario.Scenario {
	d.Helper()
	s, ok := d.p.Selected()
	if !ok {
		d.Fatal("no scenario is selected")
	}
	return s
}

// dialog holds the window to the prompt it shows, empty for none.
func (d *seat) dialog(want string) {
	d.Helper()
	if got := d.p.Prompts.Name(); got != want {
		d.Fatalf("the prompt is %q, want %q", got, want)
	}
	if want != "" && d.find("button", "dialog.ok") == nil {
		d.Fatalf("the prompt %q is not to be seen", want)
	}
}

// sentenceWith returns the text of the label or paragraph on the screen that contains part.
func (d *seat) sentenceWith(part string) string {
	found := ""
	d.objects(func(o fyne.CanvasObject, _ []fyne.CanvasObject) {
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

// says reports whether a text that can be read on the screen contains part.
func (d *seat) says(part string) bool {
	found := false
	d.objects(func(o fyne.CanvasObject, _ []fyne.CanvasObject) {
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

func (d *seat) reads(part string) {
	d.Helper()
	if !d.says(part) {
		d.Errorf("nothing on the screen says %q", part)
	}
}

// sitDefault opens a window on the shipped workspace, at February's plan.
func sitDefault(t *testing.T) *seat {
	t.Helper()
	return sit(t, test.NewTempApp(t), atFebruary(), "")
}

// atFebruary is the shipped workspace with February's plan selected, with which the
// press computed, and held against the prior terms.
func atFebruary() scenario.Workspace {
	w := preset.Default()
	w.View.Selected, w.View.Compared = "february-2026", []string{"february-2026", "february-2026-prior"}
	return w
}

// shipped returns a scenario of the shipped workspace.
func shipped(t *testing.T, id string) scenario.Scenario {
	t.Helper()
	w := preset.Default()
	at := w.Find(id)
	if at < 0 {
		t.Fatalf("no scenario %q is shipped", id)
	}
	return w.Scenarios[at]
}

// plan, compare and deal return the views.

func (d *seat) plan() *planView { return d.p.panels[ViewPlan].(*planView) }

func (d *seat) compare() *compareView { return d.p.panels[ViewCompare].(*compareView) }

func (d *seat) deal() *dealView { return d.p.panels[ViewDeal].(*dealView) }
