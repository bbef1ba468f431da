package risk

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"

	"fyne.io/fyne/v2/container"

	"headroom/scenario"
	"headroom/scenario/explain"
	"headroom/scenario/plot/risk"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/desk"
	"headroom/ui/inspect"
	"headroom/ui/live"
	"headroom/ui/look"
	"headroom/ui/sheet"
)

// race holds the scenarios that are compared against the first of them, path by path. It
// runs aside, once the run of the selected scenario is through.
type race struct {
	view   *View
	card   *look.Card
	head   *cardHead
	words  *sentence
	table  *sheet.Sheet
	bar    *desk.TableBar
	latest *live.Latest[*raced]
	sim    simulate.Simulator
	key    string // of what is asked
	done   string // of what is shown
	shown  *raced
	named  []inspect.Widget
}

// raced is what races say.
type raced struct {
	list   []scenario.Scenario // the first one is raced against
	races  []simulate.Race
	others []risk.Run       // of the compared scenarios but the selected one
	of     simulate.Options // of each race
	as     map[string]int   // revisions of the scenarios by id
}

func newRace(v *View) *race {
	r := &race{view: v, words: newSentence(v), table: sheet.New("risk.race")}
	r.table.Wraps = true
	r.table.OnAsk = func(row, column int) { v.ask(r.why(row, column)) }
	r.latest = live.NewLatest[*raced](v.desk.Live)
	r.bar = desk.NewTableBar(v.desk, "risk.race.copy", r.table)
	r.head = newCardHead("Which gets there first?", container.New(look.NewColumns(10, look.Natural, look.Natural), r.bar.Cue, r.bar.Copy))
	r.card = look.NewCard(container.NewBorder(look.Stack(4, r.head.content, r.words.Paragraph), nil, nil, nil, r.table), look.CardPad)
	r.named = []inspect.Widget{r.bar.Copy, r.table}
	return r
}

// layOut is called with the width that there is.
func (r *race) layOut(width float32) {
	r.head.flow.Width = width
	r.table.LayOut(width)
}

// wait says whether what is shown is of other races than are asked for, or will be.
func (r *race) wait(older bool) {
	racing := len(r.view.desk.Compared()) > 1
	r.head.wait(racing && (older || r.key != r.done))
	if racing && r.shown == nil {
		r.words.say("Which of the scenarios ticked reaches its cap first, and how sure is that?")
	}
}

const raceWords = "Tick two to four scenarios at the left: which of them reaches its cap first, and how sure is that?"

// show makes the races that are not known yet.
func (r *race) show() {
	list := r.view.desk.Compared()
	if len(list) < 2 {
		had := r.shown != nil
		r.forget()
		if had {
			r.view.dates.chart.View.Stale()
		}
		return
	}
	o := r.view.runs.atOnce()
	key := fmt.Sprint(o.Seed, o.Sampling, o.Paths, r.view.runs.of.ID)
	as := map[string]int{}
	for _, s := range list {
		as[s.ID] = r.view.desk.Session.ScenarioRevision(s.ID)
		key += fmt.Sprint(" ", s.ID, as[s.ID])
	}
	if key == r.key {
		return
	}
	r.key = key
	selected, book := r.view.runs.of.ID, r.view.desk.Book
	var runs []risk.Run
	for _, s := range list {
		runs = append(runs, risk.Run{Subject: book.Subject(s)})
	}
	r.latest.Ask(func(ctx context.Context) *raced { return r.run(ctx, runs, selected, o) }, func(out *raced) {
		if out == nil || key != r.key {
			return
		}
		out.as = as
		r.shown, r.done = out, key
		r.display()
		r.wait(!r.view.runs.settled)
		if r.view.dates.faces.Selected() {
			r.view.dates.chart.View.Stale()
		}
	})
}

// forget drops what was raced, and shows nothing of it.
func (r *race) forget() {
	r.latest.Drop()
	r.key, r.done, r.shown = "", "", nil
	r.words.say(raceWords)
	r.table.Set(nil, nil)
	r.bar.Copy.Hide()
	r.table.Hide()
}

// run makes the races, aside.
func (r *race) run(ctx context.Context, runs []risk.Run, selected string, o simulate.Options) *raced {
	out := &raced{of: o}
	var first *scenario.Prepared
	for i, of := range runs {
		p, err := scenario.Prepare(of.Subject.Scenario)
		if err != nil {
			return nil
		}
		out.list = append(out.list, of.Subject.Scenario)
		if i == 0 {
			first = p
		} else {
			race, err := r.sim.Race(ctx, first, p, o)
			if err != nil {
				return nil
			}
			out.races = append(out.races, race)
		}
		if of.Subject.Scenario.ID == selected {
			continue
		}
		coarse := o
		coarse.Coarse = true
		if err := r.sim.Run(ctx, p, coarse, &of.Result); err != nil {
			return nil
		}
		out.others = append(out.others, of)
	}
	return out
}

func (r *race) display() {
	r.bar.Copy.Show()
	r.table.Show()
	r.words.say(r.says())
	a := r.shown.list[0].Name
	r.table.SetSubject(r.shown.list[0].ID)
	head := []sheet.Column{{Title: words.Inner(a, 40) + " against"}}
	rows := make([][]sheet.Cell, len(measures))
	for i, m := range measures {
		rows[i] = []sheet.Cell{sheet.Words(m.name(a))}
	}
	for i, of := range r.shown.races {
		b := r.shown.list[i+1].Name
		head = append(head, sheet.Column{Title: b}, sheet.Column{Title: "±", Copied: "Error, " + b, Hint: "Standard error of the difference on common paths"})
		for k, m := range measures {
			value := m.of(of)
			rows[k] = append(rows[k], m.cell(value.Value), m.off(value.Error))
		}
	}
	r.table.Set(head, rows)
	r.card.Refresh()
	r.view.scroll.Refresh()
}

// A raceMeasure is one row of the race.
type raceMeasure struct {
	name func(a string) string
	of   func(simulate.Race) simulate.Estimate
	cell func(v float64) sheet.Cell
	off  func(v float64) sheet.Cell // of its error
	how  string
}

var measures = []raceMeasure{
	{func(a string) string { return words.Inner(a, 40) + " is first" }, func(r simulate.Race) simulate.Estimate { return r.AFirst }, likelyCell, errorOf, "of the paths reach its cap on an earlier day"},
	{func(string) string { return "The other is first" }, func(r simulate.Race) simulate.Estimate { return r.BFirst }, likelyCell, errorOf, "of the paths reach the other's cap on an earlier day"},
	{func(string) string { return "Both on the same day" }, func(r simulate.Race) simulate.Estimate { return r.SameDay }, likelyCell, errorOf, "of the paths"},
	{func(string) string { return "Neither reaches its cap" }, func(r simulate.Race) simulate.Estimate { return r.Neither }, likelyCell, errorOf, "of the paths"},
	{func(string) string { return "Days ahead on average, where both get there" }, func(r simulate.Race) simulate.Estimate { return r.DaysAhead }, daysCell, daysCell, "over the paths on which both reach their caps; below 0 the other is"},
	{func(string) string { return "Pays more" }, func(r simulate.Race) simulate.Estimate { return r.APaysMore }, likelyCell, errorOf, "of the paths"},
	{func(string) string { return "Pays more on average, by" }, func(r simulate.Race) simulate.Estimate { return r.Difference }, deltaCell, amountCell, "the mean of the differences, path by path"},
}

func deltaCell(v float64) sheet.Cell  { return desk.DeltaCell(unit.Amount(v)) }
func amountCell(v float64) sheet.Cell { return desk.AmountCell(unit.Amount(v)) }

// likelyCell shows a probability.
func likelyCell(v float64) sheet.Cell {
	return sheet.Figure(simulate.Likely(v), strconv.FormatFloat(v, 'f', -1, 64))
}

// daysCell shows days to a tenth.
func daysCell(v float64) sheet.Cell {
	shown := strconv.FormatFloat(math.Abs(v), 'f', 1, 64)
	if v < 0 && shown != "0.0" {
		shown = "−" + shown
	}
	return sheet.Figure(shown, strconv.FormatFloat(v, 'f', -1, 64))
}

// says says in sentences who is first.
func (r *race) says() string {
	a, text := r.shown.list[0].Name, ""
	for i, of := range r.shown.races {
		b := r.shown.list[i+1].Name
		first, second, likely, off := a, b, of.AFirst, of.DaysAhead.Value
		if of.BFirst.Value > of.AFirst.Value {
			first, second, likely, off = b, a, of.BFirst, -off
		}
		if i > 0 {
			text += " "
		}
		switch {
		case of.Neither.Value == 1:
			text += fmt.Sprintf("Neither %s nor %s reaches a cap on any path.", a, b)
		case of.SameDay.Value > max(of.AFirst.Value, of.BFirst.Value):
			text += fmt.Sprintf("%s and %s reach their caps on the same day on %s of the paths.", a, b, simulate.Likely(of.SameDay.Value))
		default:
			text += fmt.Sprintf("%s gets there before %s on %s (±%s) of the paths, drawn alike for both", first, second, simulate.Likely(likely.Value), points(likely.Error))
			if off > 0.5 {
				text += fmt.Sprintf(", by %.0f days on average where both get there", off)
			}
			text += "."
		}
	}
	return text
}

// why explains a cell of the race.
func (r *race) why(row, column int) explain.Explanation {
	if r.shown == nil || row < 0 || row >= len(measures) {
		return explain.Explanation{}
	}
	against := max(0, column-1) / 2
	if against >= len(r.shown.races) {
		return explain.Explanation{}
	}
	of, m := r.shown.races[against], measures[row]
	a, b := r.shown.list[0].Name, r.shown.list[against+1].Name
	value := m.of(of)
	return r.view.accountOf(r.shown.of.Paths, m.name(a)+": "+a+" against "+b, m.cell(value.Value).Text, []string{
		"Both scenarios pay on the same draws of growth, path by path, so that what they have in common cancels out of the difference and of its error.",
	}, explain.Line{Label: m.name(a), Formula: m.how, Text: m.cell(value.Value).Text},
		explain.Line{Label: "Standard error", Text: m.off(value.Error).Text})
}

// others returns the runs of the other scenarios compared, as far as they are known: what
// was raced before may have been of some that no longer are, as they were, or on other draws.
func (r *race) others() []risk.Run {
	o := r.view.runs.atOnce()
	if r.shown == nil || r.shown.of.Seed != o.Seed || r.shown.of.Sampling != o.Sampling || r.shown.of.Paths != o.Paths {
		return nil
	}
	list := r.view.desk.Compared()
	var out []risk.Run
	for _, of := range r.shown.others {
		id := of.Subject.Scenario.ID
		same := r.shown.as[id] == r.view.desk.Session.ScenarioRevision(id)
		if id != r.view.runs.of.ID && same && slices.ContainsFunc(list, func(s scenario.Scenario) bool { return s.ID == id }) {
			out = append(out, of)
		}
	}
	return out
}
