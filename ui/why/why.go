package why

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"headroom/scenario"
	"headroom/scenario/explain"
	"headroom/scenario/words"
	"headroom/ui/desk"
	"headroom/ui/field"
	"headroom/ui/inspect"
	"headroom/ui/look"
	"headroom/ui/prompt"
)

// The figures that can be asked of any span, in the order of the choice.
var askable = []explain.Figure{
	explain.CapReached, explain.Revenue, explain.Due, explain.Paid, explain.Forgone, explain.Cumulative,
	explain.Headroom, explain.CapUsed, explain.EffectiveRate, explain.PresentValue, explain.PresentValueForgone,
	explain.Reverse, explain.Net, explain.Pace,
}

// A why is the prompt that explains one figure of a scenario, and leads on to the
// other figures of the span and to the spans before and after it.
type why struct {
	desk           *desk.Desk
	scenario       scenario.Scenario
	projection     scenario.Projection
	named          bool // whether the title says of which scenario
	varied         bool // whether that is none of the workspace
	question       explain.Question
	title, answer  *look.Text
	figure         *field.Choice
	earlier, later *look.Button
	copy           *look.Button
	shown          explain.Explanation
	rows           *fyne.Container
	scroll         *container.Scroll
	links          []inspect.Widget // within the scroll
}

// Ask explains a figure of the selected scenario.
func Ask(d *desk.Desk, q explain.Question) {
	if s, ok := d.Selected(); ok {
		show(d, s, q, false)
	}
}

// AskOf explains a figure of a scenario of the session, and says of which.
func AskOf(d *desk.Desk, s scenario.Scenario, q explain.Question) { show(d, s, q, true) }

func show(d *desk.Desk, s scenario.Scenario, q explain.Question, named bool) {
	d.Commit()
	s, ok := d.Session.Scenario(s.ID) // with what was just typed
	if !ok || d.Prompts.Name() != "" {
		return
	}
	open(&why{desk: d, scenario: s, projection: d.Book.Projection(s), question: q, named: named})
}

func open(w *why) {
	d := w.desk
	w.title = look.NewHeadline("", look.SizeText)
	w.answer = look.NewHeadline("", look.SizeHero)
	names := make([]string, len(askable))
	for i, f := range askable {
		names[i] = f.Word()
	}
	w.figure = field.NewChoice("why.figure", names, func(i int) {
		w.question.Figure = askable[i]
		w.show()
	})
	w.figure.SetLabel("Figure")
	w.earlier = look.NewButton("why.earlier", "‹ Earlier", func() { w.move(-1) })
	w.later = look.NewButton("why.later", "Later ›", func() { w.move(1) })
	w.copy = look.NewButton("why.copy", "Copy", func() { d.OnCopied(accountTable(w.shown, w.scenario)) })
	w.copy.SetTooltip("Copy the computation for a spreadsheet")
	for _, b := range []*look.Button{w.earlier, w.later, w.copy} {
		b.OnKey = d.Prompts.Key
	}
	w.rows = container.NewVBox()
	w.scroll = container.NewVScroll(look.BesideBar(w.rows))
	head := container.New(look.NewColumns(look.Gap, look.Stretch, 190), look.Stack(0, w.title, w.answer), w.figure)
	asked := prompt.Prompt{
		Name: "why", Title: desk.AskWhy, Accept: "Close", Alone: true, Width: 720,
		Fields: []inspect.Widget{w.figure, w.earlier, w.later, w.copy},
		Scroll: w.scroll, Scrolled: func() []inspect.Widget { return w.links },
	}
	w.scroll.SetMinSize(fyne.NewSize(0, d.Prompts.Canvas.Size().Height-240))
	asked.Content = container.NewVBox(head, container.NewHBox(w.earlier, w.later, layout.NewSpacer(), w.copy), w.scroll)
	w.show()
	d.Prompts.Show(asked)
}

// show explains the question as it is by now.
func (w *why) show() {
	for i, f := range askable {
		if f == w.question.Figure {
			w.figure.Display(i)
		}
	}
	w.neighbors()
	w.rows.RemoveAll()
	w.links = nil
	e, err := explain.Of(w.scenario, w.question)
	if err != nil { // The session lets no unsound scenario in.
		w.title.SetText(words.Sentence(err))
		w.answer.SetText("")
		return
	}
	w.shown = e
	w.title.SetText(e.Title)
	if w.named {
		w.title.SetText(w.scenario.Name + ": " + e.Title)
	}
	w.answer.SetText(e.Answer)
	addSteps(w.rows, e)
	w.inputs(e.Inputs)
	w.rows.Refresh()
	w.scroll.ScrollToTop()
}

// inputs lists what went into the figure, with its source.
func (w *why) inputs(inputs []explain.Input) {
	if len(inputs) == 0 {
		return
	}
	rows := look.Stack(3, look.NewHeading("What it stands on"))
	for _, in := range inputs {
		name, value := look.NewText(in.Name), look.NewText(in.Value)
		name.Yielding = true
		value.Align = fyne.TextAlignTrailing
		from := look.NewMuted(Publication(in.Source))
		if in.Changed {
			from.Content = "yours; published otherwise"
		}
		from.Yielding = true
		status := look.NewChip("why.source."+in.Path, in.Status(), "", nil)
		status.OnKey = w.desk.Prompts.Key
		if in.Source == nil || w.varied {
			status.Disable()
		} else {
			status.OnTapped = func() { showSources(w.desk, w.scenario.ID, in.Path, w.refresh) }
			w.links = append(w.links, status)
		}
		rows.Add(container.New(look.NewColumns(look.Gap, whyLabel, whyAmount, whyStatus, look.Stretch), name, value, status, from))
	}
	w.rows.Add(look.NewCard(rows, look.CardPad))
}

// refresh explains again after the scenario was changed.
func (w *why) refresh() {
	if s, ok := w.desk.Session.Scenario(w.scenario.ID); ok {
		w.scenario, w.projection = s, w.desk.Book.Projection(s)
		w.show()
	}
}

// row returns the rows of which the span is one, and its index; -1 for none.
func (w *why) row() ([]scenario.Row, int) {
	p := w.projection
	for _, rows := range [][]scenario.Row{p.Years, p.FiscalYears, p.Quarters, p.Months} {
		for i, r := range rows {
			if r.From == w.question.From && r.Through == w.question.Through {
				return rows, i
			}
		}
	}
	return nil, -1
}

// neighbors offers the spans before and after, where there are any.
func (w *why) neighbors() {
	rows, at := w.row()
	show := func(b *look.Button, shown, enabled bool) {
		if shown && w.question.Figure != explain.CapReached {
			b.Show()
		} else {
			b.Hide()
		}
		if enabled {
			b.Enable()
		} else {
			b.Disable()
		}
	}
	show(w.earlier, at >= 0, at > 0)
	show(w.later, at >= 0, at+1 < len(rows))
}

// move goes on to the span before or after.
func (w *why) move(by int) {
	rows, at := w.row()
	if at < 0 || at+by < 0 || at+by >= len(rows) {
		return
	}
	w.question.From, w.question.Through = rows[at+by].From, rows[at+by].Through
	w.show()
}

// RowQuestion asks for the figure of a row of the table in the column of the given
// title; of a period's name, for what is paid.
func RowQuestion(row scenario.Row, title string) explain.Question {
	q := explain.Question{Figure: explain.Paid, From: row.From, Through: row.Through}
	for _, f := range askable {
		if f.Word() == title {
			q.Figure = f
		}
	}
	return q
}
