package risk

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario/explain"
	"headroom/scenario/plot"
	"headroom/scenario/plot/risk"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/chartview"
	"headroom/ui/desk"
	"headroom/ui/inspect"
	"headroom/ui/look"
)

// dates shows how likely the cap is reached when.
type dates struct {
	view     *View
	card     *look.Card
	head     *cardHead
	sentence *sentence
	years    *sentence // how likely by the end of each
	chart    *desk.Chart
	faces    *look.Group[bool] // whether it is drawn as what has come by then
	frame    risk.Frame
	front    *front
	named    []inspect.Widget
}

func newDates(v *View) *dates {
	d := &dates{view: v, sentence: newSentence(v), years: newSentence(v)}
	d.chart = desk.NewPicture(v.desk, "risk.dates", fyne.NewSize(320, 210), d.picture)
	slots := slotPlaces(v, &d.frame, d.tell, d.why)
	slots.attach(d.chart)
	d.faces = look.NewSegmented([]look.Option[bool]{
		{Name: "risk.dates.bars", Text: "By quarter", Hint: "How likely the cap is reached in each quarter"},
		{Value: true, Name: "risk.dates.rising", Text: "By then", Hint: "How likely the cap is reached by the end of each quarter; of the scenarios ticked, too"},
	}, func(bool) {
		slots.clear()
		d.chart.View.Stale()
	})
	d.front = &front{d.picture, v.question}
	save := v.saver("risk.dates.save", d.front)
	d.head = newCardHead("When is the cap reached?", d.faces.Object(), save)
	d.card = look.NewCard(container.NewBorder(look.Stack(2, d.head.content, d.sentence.Paragraph, d.years.Paragraph), nil, nil, nil, d.chart.View), look.CardPad)
	for _, b := range d.faces.Buttons() {
		d.named = append(d.named, b)
	}
	d.named = append(d.named, save, d.chart.View)
	return d
}

func (d *dates) show() {
	d.sentence.say(d.says())
	d.years.say(byYears(&d.view.runs.result))
	d.chart.View.Text = strings.TrimSuffix(d.sentence.Content()+". "+d.years.Content(), ". ")
	d.chart.View.Stale()
}

// How likely the cap has to be reached, or not, for it to be said that it nearly always
// is, or hardly ever.
const (
	nearlyAlways = 0.99
	hardlyEver   = 0.01
)

// says says in a sentence how the date is spread.
func (d *dates) says() string {
	s, r := d.view.runs.of, &d.view.runs.result
	reached := r.Reached.Value
	switch {
	case !r.Capped:
		return "The terms have no cap: all that is due is paid, and there is no date"
	case r.Before == 1:
		return fmt.Sprintf("The cap is reached before %d: nothing that counts is paid any more", s.FirstYear)
	case s.Uncertainty == nil && reached == 1:
		return "Nothing is uncertain: the cap is reached on " + d.view.runs.subject.Projection.Total.Reached.Date.Medium()
	case s.Uncertainty == nil && reached == 0:
		return fmt.Sprintf("Nothing is uncertain: the cap is not reached by %d", s.LastYear)
	case reached == 0:
		return fmt.Sprintf("The cap is not reached by %d on any path: it saves nothing, and one more dollar of it costs nothing", s.LastYear)
	case reached <= hardlyEver:
		return fmt.Sprintf("The cap binds on hardly any path (%s): what is uncertain is how much is paid below it", simulate.Likely(reached))
	}
	most, said := 0.0, ""
	for i, before := 0, r.Before; i < len(r.Quarters); i++ {
		q := &r.Quarters[i]
		if likely := q.ReachedBy - before; likely > most {
			most, said = likely, fmt.Sprintf("most likely in %s (%s)", unit.QuarterOf(q.First).Words(), simulate.Likely(likely))
		}
		before = q.ReachedBy
	}
	if r.Before > most {
		said = fmt.Sprintf("most likely before %d (%s)", s.FirstYear, simulate.Likely(r.Before))
	}
	switch {
	case reached == 1:
		return "The cap binds on every path: what is uncertain is when, " + said
	case reached >= nearlyAlways:
		return "The cap binds on nearly every path: what is uncertain is when, " + said
	}
	return fmt.Sprintf("On %s of the paths, %s; not by %d on %s", simulate.Likely(reached), said, s.LastYear, simulate.Likely(1-reached))
}

// byYears says how likely the cap is reached by the end of each year before the last in
// which that is in doubt.
func byYears(r *simulate.Result) string {
	said := ""
	for i := 3; i < len(r.Quarters)-4; i += 4 {
		if by := r.Quarters[i].ReachedBy; by > hardlyEver && by < nearlyAlways {
			if said == "" {
				said = "By the end of "
			} else {
				said += ", of "
			}
			said += fmt.Sprintf("%d on %s", r.Quarters[i].First.Year(), simulate.Likely(by))
		}
	}
	if said != "" {
		said += " of the paths"
	}
	return said
}

func (d *dates) picture() (plot.Picture, bool) {
	r := d.view.runs
	if !r.known {
		return plot.Picture{}, false
	}
	c := risk.Dates{Runs: []risk.Run{{Subject: r.subject, Result: r.result}}, Rising: d.faces.Selected(), Frame: &d.frame}
	if c.Rising {
		c.Runs = append(c.Runs, d.view.race.others()...)
	}
	return plot.Picture{Options: plot.Options{Theme: desk.PlotTheme()}, Chart: c}, true
}

// by returns how likely the cap is reached by the end of the quarter of a slot, and
// false for what is none.
func (d *dates) by(s risk.Slot) (float64, bool) {
	for _, q := range d.view.runs.result.Quarters {
		if q.First == s.First && !s.First.IsZero() {
			return q.ReachedBy, true
		}
	}
	return 0, false
}

// tell says how likely a quarter is; of several scenarios, each.
func (d *dates) tell(i int) (chartview.Tip, fyne.Position) {
	slot := d.frame.Slots[i]
	tip := chartview.Tip{Title: slot.Words}
	by, quarter := d.by(slot)
	switch {
	case d.faces.Selected():
		tip.Rows = append(tip.Rows, chartview.TipRow{Label: d.view.runs.of.Name, Value: simulate.Likely(by)})
		for _, other := range d.view.race.others() {
			for _, q := range other.Result.Quarters {
				if q.First == slot.First {
					tip.Rows = append(tip.Rows, chartview.TipRow{Label: other.Subject.Scenario.Name, Value: simulate.Likely(q.ReachedBy)})
				}
			}
		}
	case quarter:
		tip.Rows = []chartview.TipRow{{Label: "cap reached then", Value: simulate.Likely(slot.Probability)}, {Label: "by the end of it", Value: simulate.Likely(by)}}
	default:
		tip.Rows = []chartview.TipRow{{Label: "cap reached then", Value: simulate.Likely(slot.Probability)}}
		if i > 0 {
			tip.Rows[0].Label = "of the paths"
		}
	}
	return tip, fyne.NewPos(float32(slot.Box.Left+slot.Box.Right)/2, float32(slot.Box.Top+slot.Box.Bottom)/2)
}

// why explains how likely a quarter is.
func (d *dates) why(i int) explain.Explanation {
	v, slot := d.view, d.frame.Slots[i]
	s, r := v.runs.of, &v.runs.result
	by, quarter := d.by(slot)
	if !quarter {
		return v.account(words.CapReached+": "+slot.Words, simulate.Likely(slot.Probability), []string{v.pathsSay()}, v.partLine("Paths", slot.Probability))
	}
	before := r.Before
	for _, q := range r.Quarters {
		if q.First < slot.First {
			before = q.ReachedBy
		}
	}
	name := unit.QuarterOf(slot.First).Words()
	answer, title := by-before, words.CapReached+" in "+name
	if d.faces.Selected() {
		answer, title = by, words.CapReached+" by the end of "+name
	}
	return v.account(title, simulate.Likely(answer), []string{v.pathsSay()},
		v.partLine("Before "+name, before), v.partLine("In "+name, by-before), v.partLine("By the end of "+name, by),
		v.partLine(fmt.Sprintf("Later, or not by %d", s.LastYear), 1-by))
}
