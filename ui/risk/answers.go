package risk

import (
	"fmt"
	"math"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"headroom/scenario"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
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

const answerWidth = 248 // in logical pixels

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
	why                 string
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
		a.view.desk.Prompts.Tell("risk-why", f.name.Content+" "+f.value.Content, f.why)
	})
	f.card.SetTooltip(desk.AskWhy)
	a.named = append(a.named, f.card)
	return f
}

func (f *figure) show(name, value, detail, why string) {
	f.name.SetText(name)
	f.value.SetText(value)
	f.detail.SetText(detail)
	f.card.Text = name + " " + value + ", " + detail
	f.why = why
}

func (a *answers) show() {
	s, r := a.view.runs.of, &a.view.runs.result
	drawn := r.Drawn()
	if a.view.runs.coarse {
		drawn = "coarse: " + drawn
	}
	by := fmt.Sprintf("by %d", s.LastYear)
	from := fmt.Sprintf("Each of the %s is a course that growth%s may take; it pays month by month as the Plan view's ledger does. ", drawn, capToo(s))
	switch {
	case !r.Capped:
		a.reached.show("How likely is the cap reached "+by+"?", "There is no cap", drawn, "The terms of the scenario have no cap. "+from)
	default:
		detail := fmt.Sprintf("± %s, %s", points(r.Reached.Error), drawn)
		switch {
		case r.Reached.Value > 0.9995:
			detail = "in nearly all courses, " + drawn
		case r.Reached.Value < 0.0005:
			detail = "in hardly any course, " + drawn
		}
		a.reached.show("How likely is the cap reached "+by+"?", simulate.Likely(r.Reached.Value), detail,
			from+fmt.Sprintf("The cap is reached on %s of them, with a standard error of %s of a hundred.", simulate.Likely(r.Reached.Value), points(r.Reached.Error)))
	}
	a.showDate(s, r, from)
	a.showPaid(s, r, from)
	a.showSaved(r, from)
}

func capToo(s scenario.Scenario) string {
	if u := s.Uncertainty; u != nil && u.CapRange != nil {
		return " and the cap"
	}
	return ""
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

func (a *answers) showDate(s scenario.Scenario, r *simulate.Result, from string) {
	median, _ := r.DateAt(50)
	low, _ := r.DateAt(5)
	high, _ := r.DateAt(95)
	if !r.Capped {
		a.date.show("Median date", "none", "there is no cap", from)
		return
	}
	a.date.show("Median date", short(median), "90% between "+short(low)+" and "+short(high),
		from+fmt.Sprintf("Put in order by the day the cap is reached, the middle one reaches it %s, the 5th in a hundred %s and the 95th %s. Those that do not reach it by %d come last.",
			on(median), on(low), on(high), s.LastYear))
}

func short(r scenario.Reached) string {
	switch {
	case r.Before:
		return "before"
	case r.Date.IsZero():
		return "not reached"
	}
	return r.Date.Month.Short()
}

func on(r scenario.Reached) string {
	switch {
	case r.Before:
		return "before the first year"
	case r.Date.IsZero():
		return "not at all"
	}
	return "on " + r.Date.Medium()
}

func (a *answers) showPaid(s scenario.Scenario, r *simulate.Result, from string) {
	low, _ := r.At(r.Paid, 5)
	high, _ := r.At(r.Paid, 95)
	mean := unit.Amount(r.Paid.Mean.Value)
	detail := "5% below " + low.Headline() + ", 5% above " + high.Headline()
	why := from + fmt.Sprintf("On average they pay %s, with a standard error of %s. The single line of the projection pays %s.",
		mean.Table(), unit.Amount(r.Paid.Mean.Error).Table(), a.view.runs.subject.Projection.Total.Paid.Table())
	// Only a gap that the errors do not explain is said.
	if gap := r.AveragingGap; math.Abs(gap.Value) >= 0.05e9 && math.Abs(gap.Value) > 3*gap.Error {
		than, because := "less", "the cap cuts only the upside"
		if gap.Value < 0 {
			than, because = "more", "more lies above the line than below it"
		}
		detail = fmt.Sprintf("%s %s than the single line says", unit.Amount(math.Abs(gap.Value)).Headline(), than)
		why += " That is " + detail + ": " + because + "."
	}
	a.paid.show("Expected paid", mean.Headline(), detail, why)
}

func (a *answers) showSaved(r *simulate.Result, from string) {
	saved := unit.Amount(r.Forgone.Mean.Value)
	detail := "there is no cap"
	why := from + fmt.Sprintf("On average the cap saves %s, with a standard error of %s.", saved.Table(), unit.Amount(r.Forgone.Mean.Error).Table())
	if r.Capped {
		detail = "one more $1B of cap costs " + unit.Amount(1e9*r.PriceOfCap.Value).Table()
		why += fmt.Sprintf(" One more dollar of cap is paid where the cap takes something off: on %s of the courses.", simulate.Likely(r.PriceOfCap.Value))
	}
	a.saved.show("Expected saving by the cap", saved.Headline(), detail, why)
}
