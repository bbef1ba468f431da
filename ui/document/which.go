package document

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"headroom/scenario"
	"headroom/ui/desk"
	"headroom/ui/field"
	"headroom/ui/inspect"
	"headroom/ui/look"
)

// A which asks of which scenarios a document is to be: all, the one that is looked at,
// those of the comparison, or those that are ticked.
type which struct {
	scenarios []scenario.Scenario
	selected  string
	reference string // of the comparison
	sets      []set
	choice    *field.Choice
	list      *look.LongList
	ticked    map[string]bool
	boxes     []*field.Check // nil for those that were not seen yet
	fixed     bool           // whether nothing can be changed
}

// A set is some of the scenarios, by what settings call it.
type set struct {
	name, words string
	ids         []string // nil for the user's own
}

const (
	setAll      = "all"
	setSelected = "selected"
	setCompared = "compared"
	boxRoom     = 270 // logical pixels for the name of a scenario
)

// newWhich asks about the scenarios of a workspace; last is the set that was chosen last,
// and again is called after each change.
func newWhich(d *desk.Desk, w scenario.Workspace, last string, again func()) *which {
	h := &which{scenarios: w.Scenarios, ticked: map[string]bool{}, boxes: make([]*field.Check, len(w.Scenarios))}
	var all, compared []string
	for _, s := range w.Scenarios {
		all = append(all, s.ID)
	}
	h.sets = append(h.sets, set{setAll, fmt.Sprintf("All %d", len(all)), all})
	if len(all) == 1 {
		h.sets[0].words = "The only one"
	}
	if s, ok := d.Selected(); ok && len(all) > 1 {
		h.selected = s.ID
		h.sets = append(h.sets, set{setSelected, "The one selected", []string{s.ID}})
	}
	h.reference = w.View.Reference
	for _, s := range d.Compared() {
		compared = append(compared, s.ID)
	}
	if len(compared) > 1 && len(compared) < len(all) {
		h.sets = append(h.sets, set{setCompared, fmt.Sprintf("The %d compared", len(compared)), compared})
	}
	h.sets = append(h.sets, set{"", "As ticked below", nil})
	var options []string
	for _, s := range h.sets {
		options = append(options, s.words)
	}
	h.choice = field.NewChoice("dialog.scenarios", options, func(i int) {
		h.take(h.sets[i])
		again()
	})
	h.list = look.NewLongList(len(w.Scenarios), 1, func(int, float32) float32 { return 22 }, func(i int) fyne.CanvasObject {
		return h.box(i, again)
	})
	at := max(0, slices.IndexFunc(h.sets, func(s set) bool { return s.name == last && s.ids != nil }))
	h.choice.Display(at)
	h.take(h.sets[at])
	return h
}

// card returns the list with its edge, at least so many logical pixels high.
func (h *which) card(least float32) fyne.CanvasObject {
	room := canvas.NewRectangle(nil)
	room.SetMinSize(fyne.NewSize(0, least))
	return look.NewCard(container.NewStack(room, h.list.Pane), 4)
}

// box makes the box of a scenario.
func (h *which) box(i int, again func()) fyne.CanvasObject {
	s := h.scenarios[i]
	short := look.Ellipsis(s.Name, boxRoom, look.SizeText, fyne.TextStyle{})
	c := field.NewCheck("dialog.scenario."+s.ID, short, func(on bool) {
		h.ticked[s.ID] = on
		h.choice.Display(len(h.sets) - 1)
		again()
	})
	if short != s.Name {
		c.SetTooltip(s.Name)
	}
	c.Display(h.ticked[s.ID])
	able(c, !h.fixed)
	c.WhenFocused(func() { h.list.Reveal(i) })
	h.boxes[i] = c
	return c
}

// take ticks the scenarios of a set.
func (h *which) take(s set) {
	if s.ids == nil {
		return
	}
	clear(h.ticked)
	for _, id := range s.ids {
		h.ticked[id] = true
	}
	for i, c := range h.boxes {
		if c != nil {
			c.Display(h.ticked[h.scenarios[i].ID])
		}
	}
}

// enable lets the scenarios be changed, or not.
func (h *which) enable(on bool) {
	h.fixed = !on
	able(h.choice, on)
	for _, c := range h.boxes {
		if c != nil {
			able(c, on)
		}
	}
}

// widgets returns the boxes made so far.
func (h *which) widgets() []inspect.Widget {
	var out []inspect.Widget
	for _, c := range h.boxes {
		if c != nil {
			out = append(out, c)
		}
	}
	return out
}

// name returns what settings call the set that is chosen; one of the user's own has no
// name, since it is of this workspace alone.
func (h *which) name() string { return h.sets[h.choice.Index()].name }

// none reports whether no scenario is chosen.
func (h *which) none() bool { return len(h.ids()) == 0 }

// ids returns the scenarios that are ticked, in the order of the workspace.
func (h *which) ids() []string {
	var out []string
	for _, s := range h.scenarios {
		if h.ticked[s.ID] {
			out = append(out, s.ID)
		}
	}
	return out
}

// chosen returns the scenarios as a request takes them: nothing for all of them; else at
// their head the one that differences are from, of those compared, or the one that is
// looked at, where it is among them.
func (h *which) chosen() []string {
	ids := h.ids()
	if len(ids) == len(h.scenarios) {
		return nil
	}
	first := h.selected
	if h.name() == setCompared && h.reference != "" {
		first = h.reference
	}
	if at := slices.Index(ids, first); at > 0 {
		ids = slices.Insert(slices.Delete(ids, at, at+1), 0, first)
	}
	return ids
}
