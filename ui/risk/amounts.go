package risk

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario/explain"
	"headroom/scenario/outcomes"
	"headroom/scenario/plot"
	"headroom/scenario/plot/risk"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
	"headroom/ui/chartview"
	"headroom/ui/desk"
	"headroom/ui/inspect"
	"headroom/ui/look"
)

// paidAmounts shows on how many paths how much is paid.
type paidAmounts struct {
	view     *View
	card     *look.Card
	head     *cardHead
	sentence *sentence
	chart    *desk.Chart
	frame    risk.Frame
	front    *front
	named    []inspect.Widget
}

func newPaidAmounts(v *View) *paidAmounts {
	a := &paidAmounts{view: v, sentence: newSentence(v)}
	a.chart = desk.NewPicture(v.desk, "risk.amounts", fyne.NewSize(320, 210), a.picture)
	slots := slotPlaces(v, &a.frame, a.tell, a.why)
	slots.attach(a.chart)
	a.front = &front{a.picture, func() string { return a.head.title.Content }}
	save := v.saver("risk.amounts.save", a.front)
	a.head = newCardHead("How much is paid?", save)
	a.card = look.NewCard(container.NewBorder(look.Stack(2, a.head.content, a.sentence.Paragraph), nil, nil, nil, a.chart.View), look.CardPad)
	a.named = []inspect.Widget{save, a.chart.View}
	return a
}

func (a *paidAmounts) show() {
	a.head.retitle(fmt.Sprintf("How much is paid through %d?", a.view.runs.of.LastYear))
	if a.view.runs.settled {
		a.sentence.say(a.says())
	}
	a.chart.View.Text = a.sentence.Content()
	a.chart.View.Stale()
}

// says says in a sentence how what is paid is spread.
func (a *paidAmounts) says() string {
	r, c := &a.view.runs.result, &a.view.runs.counted
	low, _ := r.At(r.Paid, 5)
	high, _ := r.At(r.Paid, 95)
	part := simulate.Likely(float64(c.Peak.Paths) / float64(max(1, c.Paths)))
	switch {
	case c.Peak.Paths == c.Paths:
		return "Every path pays " + c.Peak.Amount.Headline()
	case c.Peak.Paths > 0 && low == high:
		return "The whole cap, " + c.Peak.Amount.Headline() + ", is paid on " + part + " of the paths"
	case c.Peak.Paths > 0:
		return "The whole cap, " + c.Peak.Amount.Headline() + ", is paid on " + part + " of the paths; 5% pay less than " + low.Headline()
	case r.Capped && r.Reached.Value >= nearlyAlways:
		return "What is paid is the cap, on nearly every path: nine in ten pay " + low.Headline() + " to " + high.Headline()
	}
	return "Nine paths in ten pay " + low.Headline() + " to " + high.Headline()
}

func (a *paidAmounts) picture() (plot.Picture, bool) {
	r := a.view.runs
	if !r.known || !r.settled {
		return plot.Picture{}, false
	}
	c := risk.Paid{Subject: r.subject, Result: r.result, Outcomes: r.counted, Frame: &a.frame}
	return plot.Picture{Options: plot.Options{Theme: desk.PlotTheme()}, Chart: c}, true
}

func (a *paidAmounts) tell(i int) (chartview.Tip, fyne.Position) {
	slot := a.frame.Slots[i]
	tip := chartview.Tip{Title: slot.Words, Rows: []chartview.TipRow{{Label: "of the paths pay that", Value: simulate.Likely(slot.Probability)}}}
	if a.view.runs.result.Capped {
		tip.Rows = append(tip.Rows, chartview.TipRow{Label: "and reach the cap", Value: simulate.Likely(slot.Full)})
	}
	tip.Rows = append(tip.Rows, chartview.TipRow{Label: "pay less", Value: simulate.Likely(slot.Below)},
		chartview.TipRow{Label: "pay more", Value: simulate.Likely(max(0, 1-slot.Below-slot.Probability))})
	return tip, fyne.NewPos(float32(slot.Box.Left+slot.Box.Right)/2, float32(slot.Box.Top+slot.Box.Bottom)/2)
}

func (a *paidAmounts) why(i int) explain.Explanation {
	v, slot := a.view, a.frame.Slots[i]
	r := &v.runs.result
	says := []string{v.pathsSay()}
	if v.runs.counted.Paths < r.Paths {
		says = append(says, fmt.Sprintf("Amounts are counted over the first %s of the paths.", unit.Grouped(outcomes.Most)))
	}
	lines := []explain.Line{v.partLine("Pay that", slot.Probability)}
	if r.Capped {
		lines = append(lines, v.partLine("and reach the cap", slot.Full))
	}
	lines = append(lines, v.partLine("Pay less", slot.Below), v.partLine("Pay more", max(0, 1-slot.Below-slot.Probability)))
	return v.account("Paid: "+slot.Words, simulate.Likely(slot.Probability), says,
		append(append(lines, v.spreadLines(r.Paid)...), amountLine("Projection", "the single line of the Plan view", unit.Amount(v.runs.subject.Projection.Total.Paid)))...)
}
