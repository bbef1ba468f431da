package ui

import (
	"fmt"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"headroom/scenario/edit"
	"headroom/ui/field"
	"headroom/ui/look"
)

// A rail holds the scenarios, each a card with what follows from it, and what
// can be done with them.
type rail struct {
	planner *Planner
	content fyne.CanvasObject
	list    *widget.List
	cards   []*scenarioCard
	buttons []field.Inspectable
	chosen  []*look.Button // need a selected scenario
	empty   *look.Text
	count   int
	names   []string // as the cards' heights are fit for
}

func newRail(p *Planner) *rail {
	r := &rail{planner: p, empty: look.NewMuted("No scenarios. Add one below.")}
	r.list = widget.NewList(
		func() int { return p.session.Len() },
		func() fyne.CanvasObject {
			card := newScenarioCard(r)
			r.cards = append(r.cards, card)
			return card.content
		},
		func(id widget.ListItemID, object fyne.CanvasObject) { r.display(id, object) })
	r.list.HideSeparators = true
	r.list.OnSelected = func(id widget.ListItemID) {
		r.list.UnselectAll()
		r.onSelect(id)
	}
	add := look.NewButton("scenario.add", "+ New", p.onAddScenario)
	duplicate := look.NewButton("scenario.duplicate", "Duplicate", p.onDuplicateScenario)
	rename := look.NewButton("scenario.rename", "Rename", p.onRenameScenario)
	remove := look.NewButton("scenario.delete", "Delete", p.onDeleteScenario)
	add.SetTooltip("Add a scenario from an outlook and terms")
	duplicate.SetTooltip("Add a copy of the selected scenario (Ctrl+D)")
	rename.SetTooltip("Rename the selected scenario (F2)")
	remove.SetTooltip("Delete the selected scenario; this can be undone")
	r.chosen = []*look.Button{duplicate, rename, remove}
	r.buttons = []field.Inspectable{add, duplicate, rename, remove}
	head := container.NewVBox(look.NewHeading("Scenarios"), r.empty)
	foot := container.NewGridWithColumns(2, add, duplicate, rename, remove)
	least := container.New(look.Fixed{Width: railWidth}) // the rail is never narrower
	r.content = look.NewPane(container.NewStack(least, container.NewBorder(head, foot, nil, nil, r.list)), 12)
	return r
}

// show brings the cards to the session's state.
func (r *rail) show() {
	session := r.planner.session
	r.fit()
	for _, b := range r.chosen {
		if session.Len() > 0 {
			b.Enable()
		} else {
			b.Disable()
		}
	}
	if session.Len() == 0 {
		r.empty.Show()
	} else {
		r.empty.Hide()
	}
	if session.Len() != r.count {
		r.count = session.Len()
		r.list.Refresh()
		return
	}
	for _, card := range r.cards {
		if card.index < r.count {
			card.display(card.index)
		}
	}
}

// fit gives each card the height its name needs, where that changed.
func (r *rail) fit() {
	session := r.planner.session
	r.names = r.names[:min(len(r.names), session.Len())]
	for i := range session.Len() {
		name := session.At(i).Name
		if i < len(r.names) && r.names[i] == name {
			continue
		}
		r.names = append(r.names[:i], append([]string{name}, r.names[min(i+1, len(r.names)):]...)...)
		r.list.SetItemHeight(i, cardHeight(name))
	}
}

// display shows scenario id on the card that is object.
func (r *rail) display(id int, object fyne.CanvasObject) {
	for _, card := range r.cards {
		if card.content == object {
			card.display(id)
			return
		}
	}
}

func (r *rail) onSelect(index int) {
	if session := r.planner.session; index < session.Len() {
		r.planner.commit()
		r.planner.do(edit.Select(session.At(index).ID))
	}
}

// onTick takes a scenario into the comparison or out of it.
func (r *rail) onTick(index int, ticked bool) {
	session := r.planner.session
	id := session.At(index).ID
	var compared []string
	for _, other := range session.View().Compared {
		if other != id {
			compared = append(compared, other)
		}
	}
	if ticked {
		if len(compared) == maxCompared {
			compared = compared[1:]
		}
		compared = append(compared, id)
	}
	r.planner.do(edit.SetCompared(compared...))
}

// onMenu opens the menu of a card.
func (r *rail) onMenu(card *scenarioCard, at fyne.Position) {
	p := r.planner
	r.onSelect(card.index)
	last := p.session.Len() - 1
	up := fyne.NewMenuItem("Move up", func() { r.move(card.index, card.index-1) })
	down := fyne.NewMenuItem("Move down", func() { r.move(card.index, card.index+1) })
	up.Disabled, down.Disabled = card.index == 0, card.index == last
	colors := fyne.NewMenuItem("Color", nil)
	colors.ChildMenu = p.colorMenu()
	look.ShowMenu(fyne.NewMenu("",
		fyne.NewMenuItem("Rename…", p.onRenameScenario),
		fyne.NewMenuItem("Duplicate", p.onDuplicateScenario),
		colors, up, down,
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem("Delete", p.onDeleteScenario)), at, card.button)
}

// move puts the scenario at one index at another.
func (r *rail) move(from, to int) {
	session := r.planner.session
	to = min(max(to, 0), session.Len()-1)
	if from != to {
		r.planner.doOnce(edit.MoveScenario(session.At(from).ID, to))
		r.list.Refresh()
	}
}

// onDrop puts a dragged card where it was let go.
func (r *rail) onDrop(card *scenarioCard, moved fyne.Delta) {
	height := card.content.Size().Height
	if height > 0 {
		r.move(card.index, card.index+int(math.Round(float64(moved.DY/height))))
	}
}

func (r *rail) census(c *census) {
	c.within(r.list)
	for _, card := range r.cards {
		if card.index < r.count {
			c.add(card.button, card.tick)
		}
	}
	c.within(nil)
	c.add(r.buttons...)
}

// railWidth is the least width of the rail's cards, in logical pixels.
const railWidth = 210

// The measures of a card, in logical pixels.
const (
	cardPad       = 9
	cardGap       = 8
	cardNameWidth = 146
	cardLine      = 18
)

// onDuplicateScenario adds a copy of the selected scenario.
func (p *Planner) onDuplicateScenario() {
	if s, ok := p.selected(); ok {
		p.commit()
		p.doOnce(edit.DuplicateScenario(s.ID))
	}
}

// onDeleteScenario deletes the selected scenario; undo brings it back.
func (p *Planner) onDeleteScenario() {
	if s, ok := p.selected(); ok {
		p.commit()
		p.doOnce(edit.DeleteScenario(s.ID))
		p.bar.say(fmt.Sprintf("Deleted %s", s.Name))
	}
}
