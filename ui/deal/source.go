package deal

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/explain"
	"headroom/ui/desk"
	"headroom/ui/inspect"
	"headroom/ui/look"
	"headroom/ui/prompt"
	"headroom/ui/why"
)

// A termSource is what is known of where one field of a term comes from.
type termSource struct {
	terms string // the name of the terms that have it
	input explain.Input
}

// termSources returns what each side has in the fields of t, the amended side
// first, then the prior one. What a side leaves out is not listed.
func termSources(t compare.TermWorth, prior, amended side) []termSource {
	var sources []termSource
	for _, side := range []side{amended, prior} {
		for _, d := range t.Fields {
			if in := explain.At(side.scenario, d.Path); in.Value != "" {
				sources = append(sources, termSource{side.name, in})
			}
		}
	}
	return sources
}

// chief returns the source that stands for all: the first published one, else the
// first.
func chief(sources []termSource) (termSource, bool) {
	for _, s := range sources {
		if s.input.Source != nil {
			return s, true
		}
	}
	if len(sources) == 0 {
		return termSource{}, false
	}
	return sources[0], true
}

// sourceHint is the tooltip of a chip.
func sourceHint(s termSource) string {
	if s.input.Source == nil {
		return s.input.Name + " is your own figure"
	}
	return why.Describe(s.input)
}

// onTermSources shows where both sides of the term of that name come from.
func (v *View) onTermSources(name string, sources []termSource) {
	d := v.desk
	d.Commit()
	rows := container.NewVBox()
	var links []inspect.Widget
	for i, s := range sources {
		card, link := termSourceCard(d, i, s)
		rows.Add(card)
		links = append(links, link)
	}
	scroll := container.NewVScroll(rows)
	const width = 640
	rows.Resize(fyne.NewSize(width, 0)) // The height of wrapped text depends on its width.
	scroll.SetMinSize(fyne.NewSize(0, min(d.Prompts.Canvas.Size().Height-180, rows.MinSize().Height)))
	d.Prompts.Show(prompt.Prompt{
		Name: "deal-source", Title: "Sources: " + name, Accept: "Close", Alone: true, Width: width,
		Content: scroll, Scroll: scroll,
		Scrolled: func() []inspect.Widget { return links },
	})
}

// termSourceCard shows one field of a side with its source, and a link to it.
func termSourceCard(d *desk.Desk, i int, s termSource) (*look.Card, *look.Button) {
	name := look.NewHeadline(s.input.Name, look.SizeText)
	value := look.NewText(s.input.Value)
	value.Bold = true
	status := look.NewMuted(s.input.Status())
	terms := look.NewMuted(s.terms)
	terms.Yielding = true
	link := look.NewLink(fmt.Sprintf("deal-source.link.%d", i), "Open source…", nil)
	link.OnKey = d.Prompts.Key
	published := scenario.Source{}
	if s.input.Source != nil {
		published = *s.input.Source
	}
	link.OnTapped = func() { why.OpenLink(d, published.URL) }
	if published.URL == "" {
		link.Hide()
	}
	rows := look.Stack(2,
		container.New(look.NewColumns(10, look.Stretch), name, value, status),
		container.New(look.NewColumns(10, look.Stretch), terms, link))
	if s.input.Source != nil {
		rows.Add(look.NewCaption(why.Publication(s.input.Source)))
		rows.Add(look.NewCaption(published.Note))
	}
	if s.input.Changed {
		rows.Add(look.NewMuted("Published as " + s.input.Given))
	}
	return look.NewCard(rows, look.CardPad), link
}
