package ui

import (
	"bytes"
	"fmt"
	"math/rand"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/preset"
	"headroom/scenario/store"
	"headroom/ui/desktest"
	"headroom/ui/field"
	"headroom/ui/inspect"
	"headroom/ui/look"
)

// Every command, whatever is selected: done and undone, done twice and undone
// twice, it leads back to where it began; and nobody is shown an id of a scenario,
// which only files have.

// A try is something the window can be told to do, and what it is told where it
// asks.
type try struct {
	says string
	do   func(d *seat)
}

// plainly returns w with ids that no name and no word contains.
func plainly(w scenario.Workspace) scenario.Workspace {
	w.Scenarios = slices.Clone(w.Scenarios)
	ids := map[string]string{"": ""}
	for i := range w.Scenarios {
		id := fmt.Sprintf("qx%dzw", i)
		ids[w.Scenarios[i].ID] = id
		w.Scenarios[i].ID = id
	}
	w.View.Selected, w.View.Reference = ids[w.View.Selected], ids[w.View.Reference]
	w.View.Compared = slices.Clone(w.View.Compared)
	for i, id := range w.View.Compared {
		w.View.Compared[i] = ids[id]
	}
	return w
}

var internal = regexp.MustCompile(`qx\d+zw`)

// everyField returns the workspace in which every field is given.
func everyField(t *testing.T) scenario.Workspace {
	t.Helper()
	data, err := os.ReadFile("../scenario/store/testdata/every-field.headroom.json")
	if err != nil {
		t.Fatal(err)
	}
	w, err := store.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// menuOpen returns the items of the menu that is open, by their labels, from top to
// bottom, those of the menus in it too.
func (d *seat) menuOpen() (labels []string, items map[string]*fyne.MenuItem) {
	items = map[string]*fyne.MenuItem{}
	var add func(menu []*fyne.MenuItem, before string)
	add = func(menu []*fyne.MenuItem, before string) {
		for _, item := range menu {
			switch {
			case item.IsSeparator || item.Disabled:
			case item.ChildMenu != nil:
				add(item.ChildMenu.Items, before+item.Label+", ")
			default:
				labels = append(labels, before+item.Label)
				items[before+item.Label] = item
			}
		}
	}
	for _, overlay := range d.p.Window.Canvas().Overlays().List() {
		desktest.Visit(overlay, nil, func(o fyne.CanvasObject, _ []fyne.CanvasObject) {
			open, ok := o.(*widget.PopUpMenu)
			if !ok {
				return
			}
			for _, item := range open.Items {
				if of := reflect.ValueOf(item).Elem().FieldByName("Item"); of.IsValid() {
					add([]*fyne.MenuItem{of.Interface().(*fyne.MenuItem)}, "")
				}
			}
		})
	}
	return labels, items
}

func (d *seat) closeMenus() {
	for _, overlay := range d.p.Window.Canvas().Overlays().List() {
		d.p.Window.Canvas().Overlays().Remove(overlay)
	}
}

// tries returns all that can be told to the window as it is now; what is of files
// only where first. Of menus over what is alike, such as the fields of years, it
// takes one that is not among those met before.
func (d *seat) tries(first bool, met map[string]bool) []try {
	var all []try
	for _, menu := range [][]command{d.p.fileCommands(), d.p.editCommands(), d.p.scenarioCommands(), d.p.viewCommands(), d.p.helpCommands()} {
		for _, c := range menu {
			switch c.label {
			case "Quit", "Undo", "Redo":
			case "New workspace", "Open…", "Save", "Save as…", "Save picture…":
				if first { // whatever is selected, they do the same
					all = append(all, try{c.label, func(*seat) { c.run() }})
				}
			default:
				all = append(all, try{c.label, func(*seat) { c.run() }})
			}
		}
	}
	menu := func(of string, most int, open func(d *seat)) {
		open(d)
		labels, _ := d.menuOpen()
		labels = slices.DeleteFunc(labels, func(label string) bool { return slices.Contains(ofText, label) })
		for _, label := range labels[:min(most, len(labels))] {
			all = append(all, try{of + ": " + label, func(d *seat) {
				open(d)
				_, items := d.menuOpen()
				d.closeMenus()
				if item := items[label]; item != nil {
					item.Action()
				}
			}})
		}
		d.closeMenus()
	}
	menu("card", every, func(d *seat) {
		selected, _ := d.p.Selected()
		if card, ok := d.Find("button", "scenario."+selected.ID).(*look.CardButton); ok {
			test.TapSecondary(card)
		}
	})
	of := func(d *seat, name string) any { // the form may have other fields by then
		for _, w := range d.plan().Fields() {
			if w.InspectName() == name {
				return w
			}
		}
		return nil
	}
	menu("stream", every, func(d *seat) {
		of(d, "stream.add").(*look.Button).OnTapped()
	})
	for _, w := range d.plan().Fields() {
		name := w.InspectName()
		if _, ok := w.(*look.Button); ok && (strings.HasPrefix(name, "stream.") && name != "stream.add" || name == "terms.share.ratesByYear") {
			all = append(all, try{name, func(d *seat) {
				if b, ok := of(d, name).(*look.Button); ok && !b.Disabled() {
					b.OnTapped()
				}
			}})
		}
	}
	for _, p := range d.withMenus() {
		if kind := digits.ReplaceAllString(fmt.Sprint(d.p.view, p.name), "#"); !met[kind] {
			met[kind] = true
			menu(fmt.Sprintf("%s of %v", p.name, d.p.view), p.most, func(d *seat) {
				for _, now := range d.withMenus() { // another object by now, where the workspace was replaced
					if now.name == p.name {
						now.open()
						return
					}
				}
			})
		}
	}
	return all
}

var digits = regexp.MustCompile(`[0-9]+`)

// every is more items than a menu has.
const every = 1000

// ofText are the items of a menu that edit the text of a field before it is taken.
var ofText = []string{"Cut", "Copy", "Paste", "Select all"}

// A place has a menu of its own.
type place struct {
	name string // of what it is, or what it is a part of
	most int    // how many items of it are tried
	open func()
}

// withMenus returns what has a menu of its own in the view in front.
func (d *seat) withMenus() []place {
	var all []place
	desktest.Visit(d.p.Front().Object(), nil, func(o fyne.CanvasObject, around []fyne.CanvasObject) {
		var p place
		switch o := o.(type) {
		case *field.Choice:
			p.most, p.open = 2, func() { o.Tapped(&fyne.PointEvent{}) } // one of them is as it was
		case fyne.SecondaryTappable:
			size := o.(fyne.CanvasObject).Size()
			p.most, p.open = every, func() {
				o.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(size.Width/2, size.Height/2)})
			}
		default:
			return
		}
		for _, o := range append(slices.Clone(around), o) {
			if w, ok := o.(inspect.Widget); ok && w.InspectName() != "" {
				p.name = w.InspectName()
			}
		}
		all = append(all, p)
	})
	return all
}

// answer fills in the prompts that are shown, differently each time, and agrees to
// them, or takes their other way out. It gives up what asks again.
// It reports whether there was another way.
func (d *seat) answer(dice *rand.Rand, folder string, other bool) (another bool) {
	for range 6 {
		if len(d.p.Prompts.All) == 0 {
			return another
		}
		top := d.p.Prompts.All[len(d.p.Prompts.All)-1]
		fields := top.Fields
		if top.Scrolled != nil {
			fields = slices.Concat(fields, top.Scrolled())
		}
		for _, w := range fields {
			d.fill(w, dice, folder)
		}
		d.read()
		another = another || top.OnOther != nil
		if other && top.OnOther != nil {
			d.p.Prompts.Close(top)
			top.OnOther()
			continue
		}
		d.p.Prompts.Accept()
		d.read()
	}
	for len(d.p.Prompts.All) > 0 {
		d.p.Prompts.Cancel()
	}
	return another
}

// fill gives a field of a prompt another value, such as it takes.
func (d *seat) fill(w inspect.Widget, dice *rand.Rand, folder string) {
	if !w.Inspect().Enabled {
		return
	}
	name := w.InspectName()
	typed := map[string]string{
		"dialog.name": fmt.Sprintf("Name %d", dice.Intn(1e6)), "dialog.folder": folder, "dialog.file": fmt.Sprintf("f%d", dice.Intn(1e6)),
		"dialog.shift": fmt.Sprintf("%.1f", 1+3*dice.Float64()), "dialog.years": fmt.Sprintf("%d; %d", 30+dice.Intn(9), 60+dice.Intn(9)),
		"dialog.base": fmt.Sprintf("%.2f", 0.1+dice.Float64()/10), "dialog.shared": fmt.Sprintf("%d%%", 50+dice.Intn(50)), "dialog.launch": "2028",
	}[name]
	if strings.HasPrefix(name, "dialog.rate.") {
		typed = fmt.Sprintf("%d%%", 1+dice.Intn(99))
	}
	if name == "dialog.date" && d.p.Prompts.Name() == "reach" {
		typed = fmt.Sprintf("%d-0%d-1%d", 2027+dice.Intn(3), 1+dice.Intn(9), dice.Intn(10))
	}
	switch w := w.(type) {
	case *field.Text:
		if typed != "" {
			w.SetText(typed)
		}
	case *field.Number:
		if typed != "" {
			w.SetText(typed)
		}
	case *field.Choice:
		if dice.Intn(2) == 0 {
			w.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		}
	case *look.Button:
		if strings.HasPrefix(name, "source.back.") {
			w.OnTapped()
		}
	}
}

// read reads what is said in prompts, in the bar and of steps: no id is in it.
func (d *seat) read() {
	d.Helper()
	said := []string{d.p.bar.state.Content, d.p.bar.name.Content, d.p.Session.UndoName(), d.p.bar.undo.Tooltip(), d.p.Window.Title()}
	for _, shown := range d.p.Prompts.All {
		desktest.Visit(shown.Popup.Content, nil, func(o fyne.CanvasObject, _ []fyne.CanvasObject) {
			switch o := o.(type) {
			case *widget.Label:
				said = append(said, o.Text)
			case *look.Text:
				said = append(said, o.Content)
			case *canvas.Text:
				said = append(said, o.Text)
			}
		})
	}
	for _, text := range said {
		if internal.MatchString(text) {
			d.Errorf("an id is shown: %q", text)
		}
	}
}

func TestEveryCommandIsUndone(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	for says, w := range map[string]scenario.Workspace{"as shipped": preset.Default(), "every field": everyField(t)} {
		w = plainly(w)
		d := sit(t, test.NewTempApp(t), w, "")
		dice := rand.New(rand.NewSource(1))
		tried, met := 0, map[string]bool{}
		for at, s := range w.Scenarios {
			begin := func() {
				d.closeMenus()
				d.p.replace(w, "")
				d.p.Do(edit.Select(s.ID))
				if view := views[at%len(views)].view; d.p.view != view {
					d.p.setView(view)
				}
			}
			begin()
			for _, c := range d.tries(at == 0, met) {
				twice := func(other bool) (another bool) {
					begin()
					was := []scenario.Workspace{d.p.Session.Workspace()} // before each step, and after the last
					for range 2 {
						c.do(d)
						another = d.answer(dice, t.TempDir(), other)
						d.read()
						if now := d.p.Session.Workspace(); d.p.Session.UndoName() != "" && !alikeContents(now, was[len(was)-1]) {
							was = append(was, now)
						}
					}
					tried += len(was) - 1
					for step := len(was) - 2; step >= 0; step-- {
						d.p.onUndo()
						d.read()
						if got := d.p.Session.Workspace(); different(got, was[step]) != "" {
							t.Errorf("%s, %s of %s: undo leads to %s", says, c.says, s.Name, different(got, was[step]))
						}
					}
					if name := d.p.Session.UndoName(); len(was) > 1 && name != "" {
						t.Errorf("%s, %s of %s: undone, %q is still to be undone", says, c.says, s.Name, name)
					}
					for range was[1:] {
						d.p.onRedo()
					}
					if len(was) > 1 && !alikeContents(d.p.Session.Workspace(), was[len(was)-1]) {
						t.Errorf("%s, %s of %s: redo does not lead there again", says, c.says, s.Name)
					}
					return another
				}
				if twice(false) {
					twice(true)
				}
			}
		}
		if least := 20 * len(w.Scenarios); tried < least {
			t.Errorf("%s: only %d changes were tried", says, tried)
		}
	}
}

// alikeContents reports whether two workspaces hold the same.
func alikeContents(a, b scenario.Workspace) bool {
	return a.Name == b.Name && reflect.DeepEqual(a.Scenarios, b.Scenarios)
}

// different names the first thing in which two workspaces differ, what is compared
// included; empty where they are alike.
func different(a, b scenario.Workspace) string {
	switch {
	case len(a.Scenarios) != len(b.Scenarios):
		return fmt.Sprintf("%d scenarios, want %d", len(a.Scenarios), len(b.Scenarios))
	case !slices.Equal(a.View.Compared, b.View.Compared), a.View.Reference != b.View.Reference:
		return fmt.Sprintf("the comparison %q of %q, want %q of %q", a.View.Compared, a.View.Reference, b.View.Compared, b.View.Reference)
	}
	for i := range a.Scenarios {
		if !reflect.DeepEqual(a.Scenarios[i], b.Scenarios[i]) {
			return fmt.Sprintf("%q as it was not", a.Scenarios[i].Name)
		}
	}
	if a.Name != b.Name {
		return fmt.Sprintf("the name %q, want %q", a.Name, b.Name)
	}
	return ""
}
