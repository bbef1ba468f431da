package risk

import (
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"headroom/scenario"
	"headroom/scenario/explain"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/desk"
	"headroom/ui/inspect"
	"headroom/ui/look"
)

// answers are the figures at the top: how likely, when, and at what price.
type answers struct {
	view    *View
	content *fyne.Container
	layout  *look.EvenLayout
	reached, date,
	paid, saved *figure
	named []inspect.Widget
}

// A wordsLayout asks for the room that the words of an answer take.
type wordsLayout struct{}

const answerWidth = 196 // in logical pixels

func (wordsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().Max(fyne.NewSize(answerWidth, 0))
}

func (wordsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	objects[0].Move(fyne.NewPos(0, 0))
}

// A figure is one answer; pressed, it says how it came about.
type figure struct {
	card                *look.CardButton
	name, value, detail *look.Text
	why                 func() explain.Explanation
}

func newAnswers(v *View) *answers {
	a := &answers{view: v, layout: &look.EvenLayout{Gap: 10}}
	a.reached = a.figure("risk.reached", look.SizeHero)
	a.date, a.paid, a.saved = a.figure("risk.date", look.SizeFigure), a.figure("risk.paid", look.SizeFigure), a.figure("risk.saved", look.SizeFigure)
	a.reached.card.SetSelected(true)
	a.content = container.New(a.layout)
	for _, f := range []*figure{a.reached, a.date, a.paid, a.saved} {
		a.content.Add(container.New(wordsLayout{}, f.card))
	}
	return a
}

func (a *answers) figure(name string, size float32) *figure {
	f := &figure{name: look.NewMuted(""), value: look.NewHeadline("", size), detail: look.NewMuted("")}
	f.name.Yielding, f.detail.Yielding = true, true
	f.card = look.NewCardButton(name, container.New(layout.NewCustomPaddedVBoxLayout(0), f.name, f.value, f.detail), look.CardPad, func() {
		a.view.ask(f.why())
	})
	f.card.SetTooltip(desk.AskWhy)
	a.named = append(a.named, f.card)
	return f
}

func (f *figure) show(name, value, detail string, why func() explain.Explanation) {
	f.name.SetText(name)
	f.value.SetText(value)
	f.detail.SetText(detail)
	f.card.Text = name + " " + value + ", " + detail
	f.why = why
}

func (a *answers) show() {
	s, r := a.view.runs.of, &a.view.runs.result
	a.showReached(s, r)
	a.showDate(s, r)
	a.showPaid(s, r)
	a.showSaved(r)
}

func (a *answers) showReached(s scenario.Scenario, r *simulate.Result) {
	drawn := r.Drawn()
	if a.view.runs.coarse {
		drawn = "coarse: " + drawn
	}
	a.reached.name.Brief = fmt.Sprintf("How likely by %d?", s.LastYear)
	name := fmt.Sprintf("How likely is the cap reached by %d?", s.LastYear)
	if !r.Capped {
		a.reached.detail.Brief = ""
		a.reached.show(name, "No cap", drawn, func() explain.Explanation {
			return a.view.account(name, "No cap", []string{"The terms of the scenario have no cap, so that there is none to be reached.", a.view.pathsSay()})
		})
		return
	}
	off := "± …"
	if a.view.runs.settled {
		off = "± " + points(r.Reached.Error)
	}
	a.reached.detail.Brief = off + ", " + unit.Grouped(r.Paths) + " paths"
	if a.view.runs.coarse {
		a.reached.detail.Brief = off + ", coarse"
	}
	likely := simulate.Likely(r.Reached.Value)
	a.reached.show(name, likely, off+", "+drawn, func() explain.Explanation {
		return a.view.account(name, likely, []string{a.view.pathsSay()},
			a.view.partLine(words.CapReached+" by "+year(s.LastYear), r.Reached.Value),
			a.view.partLine(fmt.Sprintf("Not by %d", s.LastYear), 1-r.Reached.Value),
			a.view.errorLine(r.Reached))
	})
}

// points writes an error in percentage points, without their sign.
func points(v float64) string {
	switch {
	case v == 0:
		return "0"
	case v < 0.0001:
		return "under 0.01"
	}
	return strconv.FormatFloat(100*v, 'f', 2, 64)
}

func (a *answers) showDate(s scenario.Scenario, r *simulate.Result) {
	if !r.Capped {
		a.date.show("Median date", "none", "there is no cap", func() explain.Explanation {
			return a.view.account("Median date", "none", []string{"The terms of the scenario have no cap, so that there is no date."})
		})
		return
	}
	median, _ := r.DateAt(50)
	low, _ := r.DateAt(5)
	high, _ := r.DateAt(95)
	name := short(median, s.LastYear)
	detail := "90% between " + short(low, s.LastYear) + " and " + short(high, s.LastYear)
	a.date.detail.Brief = "90%: " + short(low, s.LastYear) + " to " + short(high, s.LastYear)
	switch {
	case low == high:
		detail, a.date.detail.Brief = "on nearly every path", ""
		if certain(s) {
			detail = "on every path"
		}
	case !high.Ever():
		detail = "5% before " + short(low, s.LastYear) + ", more than 5% " + short(high, s.LastYear)
		a.date.detail.Brief = "from " + short(low, s.LastYear) + ", or " + short(high, s.LastYear)
	}
	a.date.show("Median date", name, detail, func() explain.Explanation {
		return a.view.account("Median date", words.ReachedOnPath(median), []string{
			a.view.pathsSay(),
			fmt.Sprintf("The paths stand in order by the day they reach the cap; the one in the middle is the median. Those that do not reach it by %d come last.", s.LastYear),
		}, append(a.view.dateLines(), explain.Line{Label: "Projection", Formula: "the single line of the Plan view", Text: words.ReachedOnPath(a.view.runs.subject.Projection.Total.Reached)})...)
	})
}

// short says the month in which a path reaches the cap, in a horizon up to a year.
func short(r scenario.Reached, through int) string {
	switch {
	case r.Before:
		return "before"
	case r.Date.IsZero():
		return "not by " + strconv.Itoa(through)
	}
	return r.Date.Month.Short()
}

func (a *answers) showPaid(s scenario.Scenario, r *simulate.Result) {
	low, _ := r.At(r.Paid, 5)
	high, _ := r.At(r.Paid, 95)
	mean := unit.Amount(r.Paid.Mean.Value)
	name := "Expected paid"
	detail := "5% below " + low.Headline() + ", 5% above " + high.Headline()
	a.paid.detail.Brief = "90%: " + low.Headline() + " to " + high.Headline()
	if low == high {
		detail, a.paid.detail.Brief = "on nearly every path", ""
		if certain(s) {
			detail = "on every path"
		}
	}
	projected := a.view.runs.subject.Projection.Total.Paid
	var says []string
	if gap, ok := r.Gap(); ok {
		by := max(gap, -gap).Headline()
		than, because := "less", "the cap cuts only the upside"
		if gap < 0 {
			than, because = "more", "more lies above the line than below it"
		}
		if lean := leaning(s, r); lean/gap > 0.5 {
			because = "the range of the cap goes further down than up"
			if gap < 0 {
				because = "the range of the cap goes further up than down"
			}
		}
		detail = by + " " + than + " than the single line says: " + because
		a.paid.detail.Brief = by + " " + than + " than the single line"
		says = append(says, "The mean is "+by+" "+than+" than the single line of the projection says: "+because+".")
	}
	a.paid.show(name, mean.Headline(), detail, func() explain.Explanation {
		return a.view.account(fmt.Sprintf("%s through %d", name, s.LastYear), mean.Table(), append(says, a.view.pathsSay()),
			append(a.view.spreadLines(r.Paid), amountLine("Projection", "the single line of the Plan view", projected))...)
	})
}

// leaning returns how much less than the projection is paid on average because the range of
// the cap goes further down than up, negative where it goes further up.
func leaning(s scenario.Scenario, r *simulate.Result) unit.Amount {
	c := capRange(s)
	if c == nil {
		return 0
	}
	limit := s.Terms.Share.Cap
	return unit.Amount(r.PriceOfCap.Value) * (limit - (c.Low+limit+c.High)/3)
}

func (a *answers) showSaved(r *simulate.Result) {
	saved := unit.Amount(r.Forgone.Mean.Value)
	name := "Expected saving by the cap"
	a.saved.name.Brief = "Expected saving"
	if !r.Capped {
		a.saved.detail.Brief = ""
		a.saved.show(name, saved.Headline(), "there is no cap", func() explain.Explanation {
			return a.view.account(name, saved.Table(), []string{"The terms of the scenario have no cap, so that it saves nothing."})
		})
		return
	}
	price := unit.Amount(1e9 * r.PriceOfCap.Value)
	a.saved.detail.Brief = "+$1B of cap costs " + price.Table()
	a.saved.show(name, saved.Headline(), "one more $1B of cap costs "+price.Table(), func() explain.Explanation {
		return a.view.account(name, saved.Table(), []string{
			a.view.pathsSay(),
			fmt.Sprintf("One more dollar of cap is paid where the cap takes something off, which is on %s of the paths: so one more $1B of cap costs %s on average.", simulate.Likely(r.PriceOfCap.Value), price.Table()),
		}, append(a.view.spreadLines(r.Forgone), a.view.partLine("The cap takes something off", r.PriceOfCap.Value))...)
	})
}
