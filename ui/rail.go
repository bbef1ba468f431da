package ui

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"headroom/scenario/edit"
	"headroom/scenario/preset"
	"headroom/ui/field"
	"headroom/ui/look"
)

// A rail holds the scenarios, each a card with what follows from it, and what
// can be done with them.
type rail struct {
	planner  *Planner
	content  fyne.CanvasObject
	list     *widget.List
	cards    []*scenarioCard // that have shown a scenario: the list makes others to measure
	buttons  []field.Inspectable
	chosen   []*look.Button // need a selected scenario
	empty    *look.Text
	count    int
	selected string    // id of the scenario selected
	names    []string  // as the cards' heights are fit for
	heights  []float32 // of the cards
}

func newRail(p *Planner) *rail {
	r := &rail{planner: p, empty: look.NewMuted("No scenarios. Add one below.")}
	r.list = widget.NewList(
		func() int { return p.session.Len() },
		func() fyne.CanvasObject { return newScenarioCard(r).content },
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
	r.content = container.New(layout.NewCustomPaddedLayout(12, 12, 12, 12), container.NewStack(least, container.NewBorder(head, foot, nil, nil, r.list)))
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
	defer r.reveal()
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

// reveal brings the card of a scenario that was selected into view.
func (r *rail) reveal() {
	s, _ := r.planner.selected()
	if s.ID == r.selected {
		return
	}
	r.selected = s.ID
	if index := r.planner.session.Index(s.ID); index >= 0 && r.list.Size().Height > 0 {
		r.list.ScrollTo(index)
	}
}

// fit gives each card the height its name needs, where that changed.
func (r *rail) fit() {
	session := r.planner.session
	r.names = r.names[:min(len(r.names), session.Len())]
	for i := range session.Len() {
		name := session.At(i).Name
		switch {
		case i == len(r.names):
			r.names = append(r.names, name)
		case r.names[i] == name:
			continue
		}
		r.names[i] = name
		if i == len(r.heights) {
			r.heights = append(r.heights, cardHeight("")) // which is what the list takes
		}
		if height := cardHeight(name); height != r.heights[i] {
			r.heights[i] = height
			r.list.SetItemHeight(i, height) // lays the whole list out
		}
	}
}

// display shows scenario id on the card that is object.
func (r *rail) display(id int, object fyne.CanvasObject) {
	card := object.(*fyne.Container).Layout.(*cardSlot).card
	if !slices.Contains(r.cards, card) {
		r.cards = append(r.cards, card)
	}
	card.display(id)
}

func (r *rail) onSelect(index int) {
	if session := r.planner.session; index < session.Len() {
		r.planner.commit()
		r.planner.do(edit.Select(session.At(index).ID))
		r.planner.dialogs.resume()
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
		if len(compared) >= maxCompared {
			r.planner.bar.say(fmt.Sprintf("Compare holds %d at most: untick another first", maxCompared))
			r.show()
			return
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

// onDuplicateScenario adds a copy of the selected scenario, to be compared with it.
func (p *Planner) onDuplicateScenario() {
	if s, ok := p.selected(); ok {
		p.commit()
		before := p.session.View().Compared
		p.doOnce(edit.DuplicateScenario(s.ID, preset.ColorBeside(p.session.Workspace(), p.session.Index(s.ID))))
		var left []string
		for _, id := range before {
			if other, ok := p.session.Scenario(id); ok && !isCompared(p.session.View(), id) {
				left = append(left, other.Name)
			}
		}
		if len(left) > 0 {
			p.bar.say("no longer compared: " + strings.Join(left, ", "))
		}
		p.dialogs.resume()
	}
}

// onDeleteScenario deletes the selected scenario; undo brings it back.
func (p *Planner) onDeleteScenario() {
	if s, ok := p.selected(); ok {
		p.commit()
		p.doOnce(edit.DeleteScenario(s.ID))
		p.bar.say(fmt.Sprintf("Deleted %s", s.Name))
		p.dialogs.resume()
	}
}
