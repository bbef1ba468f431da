package ui

import (
	"math"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"headroom/ui/desk"
	"headroom/ui/look"
	"headroom/ui/plan"
	"headroom/ui/reach"
	"headroom/ui/why"
)

// A command is something the window can be told to do, from the menu or by its
// keys.
type command struct {
	label    string
	keys     string // as people read them, empty for none
	shortcut fyne.Shortcut
	run      func()
}

// A menu is the window's menu. What is undone and redone is named in it.
type menu struct {
	planner    *Planner
	main       *fyne.MainMenu
	edit       []keyedItem
	undo, redo *keyedItem // of edit
	recent     *fyne.MenuItem
	modes      []*fyne.MenuItem // in the order of the ways the window can look
	refused    bool             // undo gives up a refused entry, as named
	laidOut    time.Time        // last
	stale      bool             // a name may have another width than it was laid out for
}

// menuInterval is the shortest time between two layouts of the menu. Fyne makes
// all of it again for each, and keeps the former for a minute.
const menuInterval = 500 * time.Millisecond

func control(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

func controlShift(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
}

// The commands, menu by menu. The key sheet is made from them too.

func (p *Planner) fileCommands() []command {
	return []command{
		{"New workspace", "Ctrl+N", control(fyne.KeyN), p.onNew},
		{"Open…", "Ctrl+O", control(fyne.KeyO), p.onOpen},
		{"Save", "Ctrl+S", control(fyne.KeyS), p.onSave},
		{"Save as…", "Ctrl+Shift+S", controlShift(fyne.KeyS), p.onSaveAs},
		{"Rename workspace…", "", nil, p.onRenameWorkspace},
		{"Save picture…", "Ctrl+E", control(fyne.KeyE), p.SavePicture},
		{"Export…", "Ctrl+Shift+E", controlShift(fyne.KeyE), p.onExport},
		{"Quit", "Ctrl+Q", control(fyne.KeyQ), p.onClose},
	}
}

func (p *Planner) editCommands() []command {
	return []command{
		{"Undo", "Ctrl+Z", &fyne.ShortcutUndo{}, p.onUndo},
		{"Redo", "Ctrl+Shift+Z", controlShift(fyne.KeyZ), p.onRedo},
		{"Find a scenario", "Ctrl+F", control(fyne.KeyF), p.rail.Find},
	}
}

func (p *Planner) scenarioCommands() []command {
	return []command{
		{"New scenario…", "", nil, p.rail.Add},
		{"Duplicate", "Ctrl+D", control(fyne.KeyD), p.rail.Duplicate},
		{"Rename…", "F2", nil, p.rail.Rename},
		{"Note…", "", nil, p.rail.Note},
		{"Delete", "", nil, p.rail.Delete},
		{"Enter the next quarter", "", nil, p.onNextQuarter},
		{"Shift all growth…", "", nil, func() { reach.Shift(p.Desk) }},
		{"Amended against prior terms", "Ctrl+T", control(fyne.KeyT), p.onAmendedAgainstPrior},
		{"Reach the cap on…", "Ctrl+R", control(fyne.KeyR), func() { reach.On(p.Desk) }},
		{"Untick all", "", nil, p.rail.UntickAll},
		{desk.Unpin, "", nil, p.OnUnpin},
	}
}

// onNextQuarter goes to the first quarter of which nothing is known yet.
func (p *Planner) onNextQuarter() {
	p.Commit()
	if _, ok := p.Selected(); !ok {
		return
	}
	p.setView(ViewPlan)
	p.panels[ViewPlan].(*plan.View).EnterNextQuarter()
}

func (p *Planner) viewCommands() []command {
	var commands []command
	for _, v := range views {
		commands = append(commands, command{v.label, "Ctrl+" + string(v.key), control(v.key), func() { p.setView(v.view) }})
	}
	return commands
}

func (p *Planner) helpCommands() []command {
	return []command{
		{"Sources of the figures…", "", nil, func() { why.Sources(p.Desk) }},
		{"Keyboard", "?", nil, p.onKeyboard},
	}
}

// The ways the window can look.
var modes = []struct {
	label string
	mode  look.Mode
}{
	{"Follow the system", look.ModeSystem}, {"Light", look.ModeLight}, {"Dark", look.ModeDark},
}

// A keyedItem is an item of a menu with its keys, as people read them.
type keyedItem struct {
	item        *fyne.MenuItem
	label, keys string
}

// An unseen shortcut works, and is not drawn. Fyne draws the shortcut of a menu's
// item in a fifth of the strength of other text, too faint to be read.
type unseen struct{ fyne.Shortcut }

// alignKeys writes the keys of a menu's items at the right of their labels, ending
// below one another.
func alignKeys(items []keyedItem) {
	const least = 6 // blanks between a label and its keys
	space := menuWidth(wideBlank)
	written := make([]float32, len(items))
	widest := float32(0)
	for i, item := range items {
		written[i] = menuWidth(item.label)
		if item.keys != "" {
			written[i] += menuWidth(item.keys)
		}
		widest = max(widest, written[i]+least*space)
	}
	for i, item := range items {
		item.item.Label = item.label
		if item.keys != "" {
			item.item.Label += blanks(widest-written[i]) + item.keys
		}
	}
}

// Blanks in a menu.
const (
	wideBlank = " "
	hairBlank = "\u200a" // a space of a tenth of the text's height
)

// blanks returns as many blanks, wide and narrow ones, as make them come nearest to a
// width. They are not measured one beside another: menus are filled before the window
// is there.
func blanks(width float32) string {
	space, hair := menuWidth(wideBlank), menuWidth(hairBlank)
	most := int(width / space)
	spaces, hairs, off := 0, 0, float32(math.MaxFloat32)
	for n := max(0, most-4); n <= most; n++ {
		rest := width - float32(n)*space
		narrow := int(rest/hair + 0.5)
		if by := float32(math.Abs(float64(rest - float32(narrow)*hair))); by < off {
			spaces, hairs, off = n, narrow, by
		}
	}
	return strings.Repeat(wideBlank, spaces) + strings.Repeat(hairBlank, hairs)
}

func menuWidth(text string) float32 {
	return fyne.MeasureText(text, look.SizeText, fyne.TextStyle{}).Width
}

// newMenu gives the window its menu.
func newMenu(p *Planner) *menu {
	m := &menu{planner: p}
	build := func(label string, commands ...command) (*fyne.Menu, []keyedItem) {
		built, items := fyne.NewMenu(label), make([]keyedItem, len(commands))
		for i, c := range commands {
			item := fyne.NewMenuItem(c.label, m.run(c.run))
			if c.shortcut != nil {
				item.Shortcut = unseen{c.shortcut}
			}
			items[i] = keyedItem{item, c.label, c.keys}
			built.Items = append(built.Items, item)
		}
		alignKeys(items)
		return built, items
	}
	edit, items := build("Edit", p.editCommands()...)
	m.edit, m.undo, m.redo = items, &items[0], &items[1]
	m.nameSteps()
	view, _ := build("View", p.viewCommands()...)
	view.Items = append(view.Items, fyne.NewMenuItemSeparator())
	for _, mode := range modes {
		item := fyne.NewMenuItem(mode.label, func() { p.setMode(mode.mode) })
		m.modes = append(m.modes, item)
		view.Items = append(view.Items, item)
	}
	file, _ := build("File", p.fileCommands()...)
	ofScenario, _ := build("Scenario", p.scenarioCommands()...)
	help, _ := build("Help", p.helpCommands()...)
	m.recent = fyne.NewMenuItem("Open recent", nil)
	file.Items = slices.Insert(file.Items, 2, m.recent)
	last := len(file.Items) - 1
	file.Items[last].IsQuit = true      // else Fyne adds one
	file.Items[last].Action = p.onClose // behind a prompt too, as the window's own button
	file.Items = slices.Insert(file.Items, last, fyne.NewMenuItemSeparator())
	m.main = fyne.NewMainMenu(file, edit, ofScenario, view, help)
	p.Window.SetMainMenu(m.main)
	m.showRecent()
	m.markMode(p.Settings.Mode())
	return m
}

// showRecent lists the files used last.
func (m *menu) showRecent() {
	p := m.planner
	m.recent.ChildMenu = fyne.NewMenu("")
	for _, path := range p.Settings.Recent() {
		m.recent.ChildMenu.Items = append(m.recent.ChildMenu.Items, fyne.NewMenuItem(path, m.run(func() {
			p.unlessUnsaved("open another workspace", func() { p.Open(path) })
		})))
	}
	m.recent.Disabled = len(m.recent.ChildMenu.Items) == 0
	m.main.Refresh()
}

// run keeps the menu's commands from reaching behind a prompt.
func (m *menu) run(do func()) func() {
	return func() {
		if m.planner.Prompts.Name() == "" {
			do()
		}
	}
}

// show names what would be undone and redone. It is for the end of a step, not for
// every value of a drag; where steps follow quickly, as while a key is held, the
// menu is not laid out again for each.
func (m *menu) show() {
	if !m.nameSteps() {
		return
	}
	m.stale = true
	if m.planner.Live.Now().Sub(m.laidOut) >= menuInterval {
		m.layOut()
	}
}

// nameSteps names what would be undone and redone; it reports whether that has
// changed.
func (m *menu) nameSteps() bool {
	undo, redo := "Undo", "Redo"
	next := m.planner.undoName()
	m.refused = m.planner.refused(nil) != nil
	if next != "" {
		undo += " " + next
	}
	if name := m.planner.Session.RedoName(); name != "" {
		redo += " " + name
	}
	m.undo.item.Disabled = next == ""
	m.redo.item.Disabled = m.planner.Session.RedoName() == ""
	if undo == m.undo.label && redo == m.redo.label {
		return false
	}
	m.undo.label, m.redo.label = undo, redo
	alignKeys(m.edit)
	return true
}

// layOut gives each name the room it needs, where one has changed.
func (m *menu) layOut() {
	if !m.stale {
		return
	}
	m.stale, m.laidOut = false, m.planner.Live.Now()
	m.main.Refresh()
}

// bindKeys binds the keys that no menu item can have: those without Ctrl.
func (p *Planner) bindKeys() {
	canvas := p.Window.Canvas()
	canvas.SetOnTypedKey(func(event *fyne.KeyEvent) {
		switch event.Name {
		case fyne.KeyF2:
			m := p.menu.run(p.rail.Rename)
			m()
		case fyne.KeyEscape:
			p.Prompts.Cancel()
		case fyne.KeyReturn, fyne.KeyEnter:
			p.Prompts.Accept()
		}
	})
	canvas.AddShortcut(&fyne.ShortcutRedo{}, func(fyne.Shortcut) { p.menu.run(p.onRedo)() }) // Ctrl+Y, as others have it
	canvas.SetOnTypedRune(func(r rune) {
		if r == '?' && p.Prompts.Name() == "" {
			p.onKeyboard()
		}
	})
}

// markMode ticks the way the window looks.
func (m *menu) markMode(mode look.Mode) {
	for i, item := range m.modes {
		item.Checked = modes[i].mode == mode
	}
	m.main.Refresh()
}
