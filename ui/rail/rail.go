package rail

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"headroom/scenario/edit"
	"headroom/ui/desk"
	"headroom/ui/inspect"
	"headroom/ui/look"
)

// A Rail holds the scenarios, each a card with what follows from it, and what
// can be done with them.
type Rail struct {
	desk     *desk.Desk
	content  fyne.CanvasObject
	list     *cardList
	cards    []*scenarioCard // that have shown a scenario: the list makes others to measure
	buttons  []inspect.Widget
	chosen   []*look.Button // need a selected scenario
	finder   *finder
	untick   *look.Button // in sight where there are many scenarios
	empty    *look.Text
	shown    []int     // the scenarios that have a row, by index, in the order of the rows
	selected string    // id of the scenario selected
	held     string    // id of the scenario whose card took the focus last
	fits     []fitted  // of the rows, what the cards' heights are fit for
	heights  []float32 // of the rows
	nameRoom float32   // the width that a card has for its name
	gap      *dropLine // where a dragged card would come to stand
	folded   bool      // to colors and dates
	heading  *look.Text
	foot     *fyne.Container
	body     *fyne.Container
}

// A cardList is a list whose cards take the focus, and not it as well: it would be
// a stop of the Tab key at which hardly anything is to be seen.
type cardList struct{ widget.List }

// Disabled keeps the focus from the list; it says nothing of its cards.
func (*cardList) Disabled() bool { return true }

// Disable and Enable make the list a fyne.Disableable. It stays as it is.
func (*cardList) Disable() {}

// Enable does nothing; see Disable.
func (*cardList) Enable() {}

// New returns the rail of the scenarios on a desk.
func New(d *desk.Desk) *Rail {
	r := &Rail{desk: d, nameRoom: railWidth - besideName, list: &cardList{}, gap: newDropLine(), empty: look.NewMuted("")}
	r.finder = newFinder(r)
	r.untick = look.NewLink("scenario.untick", "", r.UntickAll)
	r.untick.SetTooltip("Take all scenarios out of the comparison")
	r.list.Length = func() int { return len(r.shown) }
	r.list.CreateItem = func() fyne.CanvasObject { return newScenarioCard(r).content }
	r.list.UpdateItem = func(row widget.ListItemID, object fyne.CanvasObject) { r.display(row, object) }
	r.list.ExtendBaseWidget(r.list)
	r.list.HideSeparators = true
	r.list.OnSelected = func(row widget.ListItemID) {
		r.list.UnselectAll()
		r.onSelect(r.shown[row])
	}
	add := look.NewButton("scenario.add", "+ New", r.Add)
	duplicate := look.NewButton("scenario.duplicate", "Duplicate", r.Duplicate)
	rename := look.NewButton("scenario.rename", "Rename", r.Rename)
	remove := look.NewButton("scenario.delete", "Delete", r.Delete)
	add.SetTooltip("Add a scenario from an outlook and terms")
	duplicate.SetTooltip("Add a copy of the selected scenario (Ctrl+D)")
	rename.SetTooltip("Rename the selected scenario (F2)")
	remove.SetTooltip("Delete the selected scenario; this can be undone")
	r.chosen = []*look.Button{duplicate, rename, remove}
	r.buttons = []inspect.Widget{r.finder.text, r.untick, add, duplicate, rename, remove}
	r.heading = look.NewHeading("Scenarios")
	r.empty.Yielding = true
	title := container.New(look.NewColumns(look.Gap, look.Stretch, look.Natural), r.heading, r.untick)
	head := container.NewVBox(title, r.finder.text, r.empty)
	r.foot = container.NewGridWithColumns(2, add, duplicate, rename, remove)
	r.body = container.New(layout.NewBorderLayout(head, r.foot, nil, nil), head, container.New(&listLayout{r}, r.list, r.gap.content), r.foot) // as Tab goes
	r.content = container.New(&foldLayout{r}, r.body)
	return r
}

// Object returns what is shown.
func (r *Rail) Object() fyne.CanvasObject { return r.content }

// Show brings the cards to the session's state.
func (r *Rail) Show() {
	session := r.desk.Session
	changed := r.finder.find()
	r.fit()
	for _, b := range r.chosen {
		if session.Len() > 0 {
			b.Enable()
		} else {
			b.Disable()
		}
	}
	r.showTicked()
	stood := r.empty.Visible()
	switch {
	case session.Len() == 0:
		r.empty.SetText("No scenarios. Add one below.")
		r.empty.Show()
	case len(r.shown) == 0:
		r.empty.SetText("No name has that in it.")
		r.empty.Show()
	default:
		r.empty.Hide()
	}
	if r.empty.Visible() != stood { // the list has other room
		r.body.Refresh()
	}
	defer r.reveal()
	focused := r.focused() != nil
	if changed {
		r.list.Refresh()
	} else {
		for _, card := range r.cards {
			if card.row < len(r.shown) {
				card.display(card.row)
			}
		}
	}
	if focused && (r.focused() == nil || r.focused().strayed()) {
		r.Refocus()
	}
}

// showTicked offers to untick all where ticks may be out of sight.
func (r *Rail) showTicked() {
	session := r.desk.Session
	ticked := len(session.View().Compared)
	if ticked == 0 || session.Len() < manyScenarios {
		r.untick.Hide()
		r.heading.Show()
		return
	}
	r.untick.SetText(fmt.Sprintf("Untick all %d", ticked))
	r.untick.Show()
	if r.folded { // which has room for one of them
		r.heading.Hide()
	} else {
		r.heading.Show()
	}
}

// fold shows cards as colors, ticks and dates, and of what can be done with them
// what has room; the rest is in menus. Or it shows all again.
func (r *Rail) fold(folded bool) {
	if folded == r.folded {
		return
	}
	r.folded = folded
	r.foot.Layout = layout.NewGridLayoutWithColumns(2)
	if folded {
		r.foot.Layout = layout.NewGridLayoutWithColumns(1)
	}
	for _, b := range r.chosen {
		if folded {
			b.Hide()
		} else {
			b.Show()
		}
	}
	r.showTicked()
	for i := range r.heights {
		r.heights[i] = -1 // none, so that the list is given all of them
	}
	r.rewrap()
	r.foot.Refresh()
}

// reveal brings the card of a scenario that was selected into view.
func (r *Rail) reveal() {
	s, _ := r.desk.Selected()
	if s.ID == r.selected {
		return
	}
	r.selected = s.ID
	if row := slices.Index(r.shown, r.desk.Session.Index(s.ID)); row >= 0 && r.list.Size().Height > 0 {
		r.list.ScrollTo(row)
	}
}

// A fitted is what the height of a card depends on.
type fitted struct {
	name   string
	pinned bool
}

// fit gives each card the height it needs, where that changed.
func (r *Rail) fit() {
	session := r.desk.Session
	r.fits = r.fits[:min(len(r.fits), len(r.shown))]
	for i, at := range r.shown {
		s := session.At(at)
		fit := fitted{s.Name, s.Pin != nil}
		switch {
		case i == len(r.fits):
			r.fits = append(r.fits, fit)
		case r.fits[i] == fit:
			continue
		}
		r.fits[i] = fit
		if i == len(r.heights) {
			r.heights = append(r.heights, r.cardHeight("", false)) // which is what the list takes
		}
		if height := r.cardHeight(fit.name, fit.pinned); height != r.heights[i] {
			r.heights[i] = height
			r.list.SetItemHeight(i, height) // lays the whole list out
		}
	}
}

// display shows the scenario of a row on the card that is object.
func (r *Rail) display(row int, object fyne.CanvasObject) {
	card := object.(*fyne.Container).Layout.(*cardSlot).card
	if !slices.Contains(r.cards, card) {
		r.cards = append(r.cards, card)
	}
	card.display(row)
	if card.strayed() { // scrolled away
		r.desk.Window.Canvas().Unfocus()
	}
}

func (r *Rail) onSelect(index int) {
	if session := r.desk.Session; index < session.Len() {
		r.desk.Commit()
		r.desk.Do(edit.Select(session.At(index).ID))
		r.desk.Prompts.Resume()
	}
}

// onTick takes a scenario into the comparison or out of it.
func (r *Rail) onTick(index int, ticked bool) {
	session := r.desk.Session
	id := session.At(index).ID
	var compared []string
	for _, other := range session.View().Compared {
		if other != id {
			compared = append(compared, other)
		}
	}
	if ticked {
		if len(compared) >= edit.MaxCompared {
			r.desk.Say(fmt.Sprintf("Compare holds %d at most: untick another first", edit.MaxCompared))
			r.Show()
			return
		}
		compared = append(compared, id)
	}
	r.desk.Do(edit.SetCompared(compared...))
}

// onMenu opens the menu of a card.
func (r *Rail) onMenu(card *scenarioCard, at fyne.Position) {
	r.onSelect(card.index())
	up := fyne.NewMenuItem("Move up", func() { r.move(card.row, card.row-1) })
	down := fyne.NewMenuItem("Move down", func() { r.move(card.row, card.row+1) })
	up.Disabled, down.Disabled = card.row == 0, card.row == len(r.shown)-1
	colors := fyne.NewMenuItem("Color", nil)
	colors.ChildMenu = r.Colors()
	untick := fyne.NewMenuItem("Untick all", r.UntickAll)
	untick.Disabled = len(r.desk.Session.View().Compared) == 0
	unpin := fyne.NewMenuItem(desk.Unpin, r.desk.OnUnpin)
	s, _ := r.desk.Selected()
	unpin.Disabled = s.Pin == nil
	look.ShowMenu(fyne.NewMenu("",
		fyne.NewMenuItem("Rename…", r.Rename),
		fyne.NewMenuItem("Duplicate", r.Duplicate),
		colors, up, down, untick, unpin,
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem("Delete", r.Delete)), at, card.button)
}

// move puts the scenario of one row where that of another stands.
func (r *Rail) move(from, to int) {
	to = min(max(to, 0), len(r.shown)-1)
	if from != to {
		r.desk.DoOnce(edit.MoveScenario(r.desk.Session.At(r.shown[from]).ID, r.shown[to]))
		r.list.Refresh()
	}
}

// UntickAll leaves the comparison empty.
func (r *Rail) UntickAll() {
	r.desk.Commit()
	r.desk.Do(edit.SetCompared())
	r.desk.Prompts.Resume()
}

// Snapshot lists the widgets that can be seen.
func (r *Rail) Snapshot(c *inspect.Snapshot) {
	c.Within(r.list)
	for _, card := range r.cards {
		if card.row < len(r.shown) {
			c.Add(card.button, card.tick)
		}
	}
	c.Within(nil)
	c.Add(r.buttons...)
}

// A listLayout gives the list all the room there is, and the names on its cards
// what that leaves them.
type listLayout struct{ rail *Rail }

// MinSize implements fyne.Layout.
func (l *listLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return layout.NewStackLayout().MinSize(objects)
}

// Layout implements fyne.Layout.
func (l *listLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if room := size.Width - besideName; room != l.rail.nameRoom && size.Width >= railWidth {
		l.rail.nameRoom = room
		l.rail.rewrap()
	}
	layout.NewStackLayout().Layout(objects, size)
}

// rewrap breaks the names on the cards again, where they have more room or less.
func (r *Rail) rewrap() {
	r.fits = r.fits[:0]
	r.fit()
	for _, card := range r.cards {
		if card.row < len(r.shown) {
			card.display(card.row)
		}
	}
}

// railWidth is the least width of the rail's cards, in logical pixels.
const railWidth = 210

// The measures of a card, in logical pixels.
const (
	cardGap    = 8
	cardLine   = 18
	besideName = 2*look.CardPad + 46 // a swatch, a tick and their gaps
)
