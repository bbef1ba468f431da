package deal

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/export"
	"headroom/scenario/plot"
	"headroom/scenario/preset"
	"headroom/scenario/words"
	"headroom/ui/desk"
	"headroom/ui/field"
	"headroom/ui/inspect"
	"headroom/ui/look"
	"headroom/ui/sheet"
)

// A View says what a change of terms is worth under the selected outlook:
// large, over time, and term by term.
type View struct {
	desk           *desk.Desk
	content        fyne.CanvasObject
	title          *fyne.Container // the question, and whose outlook
	question       *look.Text
	outlook        *look.Text
	answer, detail *look.Text
	prior, amended *field.Choice
	chart          *desk.Chart
	table          *sheet.Sheet
	bar            *desk.TableBar
	terms          []term // in the table
	deal           compare.Deal
	scroll         *container.Scroll
	whole, empty   fyne.CanvasObject
	named          []inspect.Widget
	sides          sides
	book           book
	keys           []termsKey // of the choices
}

var _ desk.View = (*View)(nil)

// The widths of a choice of terms and of the outlook's name beside the question,
// in logical pixels.
const (
	termsWidth   = 205
	outlookWidth = 100
)

func New(d *desk.Desk) *View {
	v := &View{desk: d, sides: sides{desk: d}, table: sheet.New("table")}
	v.table.Wraps, v.table.Total = true, true
	v.table.OnAsk = v.onAsk
	v.bar = desk.NewTableBar(d, "table.copy", v.table)
	v.chart = desk.NewChart(d, "chart", fyne.NewSize(300, 250), v.timeline)
	v.chart.Tell = v.tell
	v.question = look.NewText(words.AskAmendment)
	v.question.Bold, v.question.TextSize = true, look.SizeTitle
	v.outlook = look.NewMuted("")
	v.outlook.Yielding = true
	v.answer = look.NewHeadline("", look.SizeHero)
	v.detail = look.NewMuted("")
	v.detail.Yielding = true
	v.prior = v.choice("deal.prior", "The terms to change from", &v.sides.prior)
	v.amended = v.choice("deal.amended", "The terms to change to", &v.sides.amended)
	save := look.NewButton("save-picture", "Save picture…", d.SavePicture)
	save.SetTooltip("Save or copy the timeline as a picture (Ctrl+E)")
	v.named = []inspect.Widget{v.prior, v.amended, save, v.bar.Copy}

	flow := &look.FlowLayout{Gap: 10}
	v.title = container.New(look.NewColumns(10, look.Natural, look.Stretch), v.question, v.outlook)
	terms := container.New(look.NewColumns(look.Gap, look.Natural, termsWidth, look.Natural, termsWidth),
		look.NewMuted("from"), v.prior, look.NewMuted("to"), v.amended)
	head := container.New(flow, v.title, terms, save)
	timeline := look.NewCard(container.NewBorder(look.Stack(2, head, v.answer, v.detail), nil, nil, nil, v.chart.View), look.CardPad)
	worth := look.NewCard(look.Stack(2, v.bar.Head("What each term is worth"), v.table), look.CardPad)
	stack := &look.StackLayout{Gap: 10, Pad: 14, Grows: 0, OnWidth: func(width float32) {
		flow.Need = v.question.MinSize().Width + outlookWidth
		flow.Width = width - 2*look.CardPad
		v.table.LayOut(width - 2*look.CardPad)
	}}
	v.scroll = look.NewVScroll(look.NewPage(container.New(stack, timeline, worth)))
	in := &desk.Pane{Desk: d, Scroll: v.scroll, Fields: v.Fields}
	in.Reveal(append(slices.Clone(v.named), v.chart.View))
	v.whole = v.scroll
	v.empty = desk.NothingSelected()
	v.content = container.NewStack(v.whole, v.empty)
	return v
}

// choice returns the choice of the terms of one side.
func (v *View) choice(name, hint string, side **termsKey) *field.Choice {
	c := field.NewChoice(name, nil, func(i int) {
		key := v.keys[i]
		*side = &key
		v.Show()
	})
	c.SetLabel(hint)
	c.SetTooltip(hint)
	return c
}

func (v *View) Object() fyne.CanvasObject { return v.content }

// Show brings the view to the selected scenario and the terms chosen.
func (v *View) Show() {
	v.chart.View.Stale()
	s, ok := v.desk.Selected()
	if !desk.ShowOr(v.whole, v.empty, ok) {
		return
	}
	prior, amended := v.sides.of(s)
	v.showChoices(s, prior, amended)
	shipped, published := preset.FindOutlook(s.Outlook.Preset)
	v.outlook.SetText(outlookWords(s, published && !shipped.IsOf(s)))
	other := v.ask(s, prior, amended)
	deal, _, err := v.book.of(v.desk.Session, prior, amended)
	if err != nil {
		v.answer.SetText("These terms cannot be compared")
		v.detail.SetText(words.Sentence(err))
		v.terms = nil
		v.table.Set(head(prior, amended, false), nil)
		return
	}
	v.answer.SetText(words.Favor(deal.ToOpenAI(), s.LastYear))
	detail := "The difference in all payments between OpenAI and Microsoft, both ways, " + words.Years(s)
	if len(deal.Terms) == 0 {
		v.answer.SetText("Nothing: both sides have the same terms")
		detail = "Choose other terms on one side"
	}
	v.detail.Brief = other
	if other != "" {
		detail += ". " + other
	}
	v.detail.SetText(detail)
	v.showTable(s, deal, prior, amended)
}

// ask asks what the terms on both sides change. Where they are not those of the
// amendment, it returns what the amendment itself is worth, empty where it is them.
func (v *View) ask(s scenario.Scenario, prior, amended side) string {
	question, other := words.AskAmendment, ""
	if !preset.IsAmendment(prior.scenario.Terms, amended.scenario.Terms) {
		question = words.AskTerms
		before, after := preset.Amendment()
		if worth, err := compare.WorthToOpenAI(s, before.Terms, after.Terms); err == nil {
			other = words.TheAmendment(worth, s.LastYear)
		}
	}
	if question != v.question.Content {
		v.question.SetText(question)
		v.title.Refresh() // its width
	}
	return other
}

func (v *View) showChoices(s scenario.Scenario, prior, amended side) {
	keys, names := v.sides.options(s)
	v.keys = keys
	for _, side := range []struct {
		choice *field.Choice
		key    termsKey
	}{{v.prior, prior.key}, {v.amended, amended.key}} {
		side.choice.SetOptions(names)
		for i, key := range keys {
			if key == side.key {
				side.choice.Display(i)
			}
		}
	}
}

// Drawn returns the revision on the screen.
func (v *View) Drawn() int {
	if !v.whole.Visible() {
		return v.desk.Session.Revision()
	}
	return v.chart.Drawn
}

// Picture returns what the timeline shows, as it is saved.
func (v *View) Picture() (plot.Picture, string) {
	picture, ok := v.timeline()
	if !ok {
		return plot.Picture{}, ""
	}
	picture.Title = v.question.Content + " " + v.answer.Content
	return picture, picture.Subjects()[0].Scenario.Name + ", deal"
}

// Fields returns none: the view has nothing to type into.
func (v *View) Fields() []inspect.Widget { return nil }

// ShowAs brings the view to the terms that a picture changed from.
func (v *View) ShowAs(of export.View) bool {
	if of.Kind != plot.KindDeal {
		return false
	}
	if of.Prior != "" {
		v.sides.prior = &termsKey{scenario: of.Prior}
	}
	return true
}

// Remember keeps nothing: all of the view is as wide as the window.
func (v *View) Remember() {}

// Forget keeps the terms chosen: where a scenario that has them is gone, the usual
// ones stand in their place.
func (v *View) Forget() {}

// Snapshot lists the widgets that can be seen.
func (v *View) Snapshot(c *inspect.Snapshot) {
	if !v.whole.Visible() {
		return
	}
	c.Within(v.scroll)
	c.Add(v.named...)
	c.Add(v.chart.View, v.table)
	for _, chip := range v.table.Chips() {
		c.Add(chip)
	}
}
