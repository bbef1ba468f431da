package plan

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario"
	"headroom/scenario/explain"
	"headroom/scenario/words"
	"headroom/ui/desk"
	"headroom/ui/look"
	"headroom/ui/why"
)

// A paceLine says, where there are actuals, which pace the cap needs and which it has
// now. Pressed, it is explained.
type paceLine struct {
	card *look.CardButton
	text *look.Text
}

func newPaceLine(d *desk.Desk) *paceLine {
	p := &paceLine{text: look.NewText("")}
	p.text.Yielding = true
	p.card = look.NewCardButton("result.pace", container.New(look.NewColumns(0, look.Stretch), p.text), 6, func() {
		if s, ok := d.Selected(); ok {
			why.Ask(d, explain.Whole(s, explain.Pace))
		}
	})
	return p
}

// content is what is shown, hidden where there is no pace.
func (p *paceLine) content() fyne.CanvasObject { return p.card }

func (p *paceLine) show(of scenario.Projection) {
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
