package results

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario"
	"headroom/scenario/explain"
	"headroom/scenario/words"
	"headroom/ui/desk"
	"headroom/ui/inspect"
	"headroom/ui/look"
	"headroom/ui/why"
)

// A Pace says, where there are actuals, which pace the cap needs and which it has
// now. Pressed, it is explained.
type Pace struct {
	card *look.CardButton
	text *look.Text
}

// NewPace returns a line that says nothing yet.
func NewPace(d *desk.Desk) *Pace {
	p := &Pace{text: look.NewText("")}
	p.text.Yielding = true
	p.card = look.NewCardButton("result.pace", container.New(look.NewColumns(0, look.Stretch), p.text), 6, func() {
		if s, ok := d.Selected(); ok {
			why.Ask(d, explain.Whole(s, explain.Pace))
		}
	})
	return p
}

// Object returns what is shown, hidden where there is no pace.
func (p *Pace) Object() fyne.CanvasObject { return p.card }

// Named lists the line.
func (p *Pace) Named() []inspect.Widget { return []inspect.Widget{p.card} }

// Show says the pace of a projection.
func (p *Pace) Show(of scenario.Projection) {
	said := words.PaceSentence(of)
	if said == "" {
		p.card.Hide()
		return
	}
	p.text.Brief = words.PaceBrief(of)
	p.text.SetText(said)
	p.card.Text = said
	p.card.SetTooltip(strings.Join(append(words.PaceByYear(of), desk.AskWhy), "\n"))
	p.card.Show()
}
