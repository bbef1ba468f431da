package rail

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"headroom/scenario"
	"headroom/scenario/words"
	"headroom/ui/field"
	"headroom/ui/look"
)

// A scenarioCard shows one scenario of the rail. The list reuses it for others
// as it scrolls.
type scenarioCard struct {
	rail    *Rail
	row     int    // in the list
	id      string // of the scenario shown
	content *fyne.Container
	button  *look.CardButton
	swatch  *look.Swatch
	name    [2]*look.Text // a long name goes on in a second line
	reached *look.Text
	paid    *look.Text
	pinned  *look.Text
	brief   *look.Text // alone, where the rail is folded
	tick    *field.Check
}

func newScenarioCard(r *Rail) *scenarioCard {
	c := &scenarioCard{rail: r, swatch: look.NewSwatch(""), reached: look.NewMuted(""), paid: look.NewMuted(""), pinned: look.NewText(""), brief: look.NewText("")}
	c.brief.TextSize, c.brief.Yielding = look.SizeCaption, true
	c.pinned.Yielding = true
	for i := range c.name {
		c.name[i] = look.NewText("")
		c.name[i].Bold = true
	}
	c.tick = field.NewCheck("", "", func(ticked bool) { r.onTick(c.index(), ticked) })
	c.tick.SetTooltip("Compare this scenario")
	head := container.New(look.NewColumns(6, look.Natural, look.Stretch, look.Natural), c.swatch, c.name[0], c.tick)
	rows := container.New(layout.NewCustomPaddedVBoxLayout(1), head, c.name[1], c.reached, c.paid, c.pinned, c.brief)
	c.button = look.NewCardButton("", rows, look.CardPad, func() { r.onSelect(c.index()) })
	c.button.OnFocus = func() { r.held = c.id }
	c.button.OnMenu = func(at fyne.Position) { r.onMenu(c, at) }
	c.button.OnDrag = func(moved fyne.Delta) { r.onDrag(c, moved) }
	c.button.OnDrop = func(moved fyne.Delta) { r.onDrop(c, moved) }
	c.content = container.New(&cardSlot{card: c}, c.button)
	return c
}

// index returns the place in the workspace of the scenario shown.
func (c *scenarioCard) index() int { return c.rail.shown[c.row] }

// display shows the scenario of a row.
func (c *scenarioCard) display(row int) {
	d := c.rail.desk
	c.row = row
	s := d.Session.At(c.index())
	c.id = s.ID
	selected, _ := d.Selected()
	total := d.Book.Projection(s).Total
	c.swatch.SetHex(d.Book.Swatch(s))
	first, second := wrapName(s.Name, c.rail.nameRoom)
	if c.rail.folded {
		first, second = "", ""
	}
	c.name[0].SetText(first)
	c.name[1].SetText(second)
	c.reached.SetText(words.UpperFirst(words.ReachedClause(s, total)))
	c.paid.SetText(words.PaidThrough(s) + ": " + total.Paid.Headline())
	c.brief.SetText(words.UpperFirst(words.ReachedShort(s, total)))
	c.button.Name = "scenario." + s.ID
	c.button.Text = s.Name + "\n" + c.reached.Content + "\n" + c.paid.Content
	pinned, tied := d.PinOf(s)
	c.pinned.SetText(pinned.Brief)
	c.button.SetTooltip(pinned.Whole)
	if tied {
		c.button.Text += "\n" + pinned.Brief
	}
	if c.rail.folded { // which leaves most of that out
		c.button.SetTooltip(c.button.Text)
	}
	for part, seen := range map[*look.Text]bool{
		c.name[1]: second != "", c.reached: !c.rail.folded, c.paid: !c.rail.folded, c.pinned: tied && !c.rail.folded, c.brief: c.rail.folded,
	} {
		if seen {
			part.Show()
		} else {
			part.Hide()
		}
	}
	c.button.SetSelected(s.ID == selected.ID)
	c.tick.Name = "scenario." + s.ID + ".tick"
	c.tick.SetLabel("Compare " + s.Name)
	c.tick.Display(isCompared(d.Session.View(), s.ID))
}

func isCompared(view scenario.View, id string) bool {
	for _, compared := range view.Compared {
		if compared == id {
			return true
		}
	}
	return false
}

// cardHeight returns the height of a card for a scenario of that name, which may have
// something pinned.
func (r *Rail) cardHeight(name string, pinned bool) float32 {
	lines := 3
	if r.folded {
		return 2*cardLine + 2*look.CardPad + cardGap + 4
	}
	if _, second := wrapName(name, r.nameRoom); second != "" {
		lines++
	}
	if pinned {
		lines++
	}
	return float32(lines)*cardLine + 2*look.CardPad + cardGap + 4
}

// wrapName breaks a name in two lines where one has not room enough; what does
// not fit in the second is cut off.
func wrapName(name string, room float32) (first, second string) {
	style := fyne.TextStyle{Bold: true}
	fits := func(text string) bool {
		return fyne.MeasureText(text, look.SizeText, style).Width <= room
	}
	if fits(name) {
		return name, ""
	}
	runes := []rune(name)
	end := 1
	for end < len(runes) && fits(string(runes[:end+1])) {
		end++
	}
	for at := end; at > end/2; at-- {
		if runes[at] == ' ' {
			return string(runes[:at]), look.Ellipsis(string(runes[at+1:]), room, look.SizeText, style)
		}
	}
	return string(runes[:end]), look.Ellipsis(string(runes[end:]), room, look.SizeText, style)
}

// A cardSlot lays a card out in its place in the list, with a gap below it. It
// asks for the height of a card with a short name; the rail sets that of others.
type cardSlot struct{ card *scenarioCard }

// MinSize implements fyne.Layout.
func (s *cardSlot) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(s.card.button.MinSize().Width, s.card.rail.cardHeight("", false))
}

// Layout implements fyne.Layout.
func (s *cardSlot) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	s.card.button.Resize(fyne.NewSize(size.Width, size.Height-cardGap))
}
