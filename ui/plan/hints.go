package plan

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"headroom/ui/desk"
	"headroom/ui/inspect"
	"headroom/ui/look"
)

// A hint of a first start names three things to try, until it is dismissed.
type hint struct {
	content *look.Card
	dismiss *look.Button
}

func newHint(d *desk.Desk) *hint {
	h := &hint{}
	h.dismiss = look.NewButton("hint.dismiss", "Got it", func() {
		d.Settings.SetHinted()
		h.content.Hide()
	})
	rows := look.Stack(2, tip("Drag the cap line of the chart, or a year-end point: everything follows."))
	rows.Add(tip("Type another growth, such as 60% for 2027, and press Enter."))
	rows.Add(tip("Tick two scenarios at the left and choose Compare."))
	h.content = look.NewCard(container.New(look.NewColumns(12, look.Stretch), rows, h.dismiss), look.CardPad)
	if d.Settings.Hinted() {
		h.content.Hide()
	}
	return h
}

func tip(text string) fyne.CanvasObject {
	return look.NewParagraph(text, theme.ColorNameForeground, theme.SizeNameText)
}

// named lists what of the hint can be seen.
func (h *hint) named() []inspect.Widget {
	if !h.content.Visible() {
		return nil
	}
	return []inspect.Widget{h.dismiss}
}
