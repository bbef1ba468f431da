package explore

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/plot"
	"headroom/scenario/plot/swept"
	"headroom/scenario/solve"
	"headroom/scenario/sweep"
	"headroom/scenario/words"
	"headroom/ui/chartview"
	"headroom/ui/desk"
	"headroom/ui/field"
	"headroom/ui/inspect"
	"headroom/ui/look"
	"headroom/ui/sheet"
)

// A tornado shows what moves a result, input by input.
type tornado struct {
	v *View
	laid
	title  *look.Text
	result *field.Choice
	faces  *look.Group[bool] // whether it is drawn as lines
	ranger *ranger
	reset  *look.Button
	chart  *desk.Chart

	of     solve.Result
	edited scenario.Input // whose range the fields show
	ranges map[scenario.Input]sweep.Span
	shown  swept.Tornado
	frame  swept.Frame
	held   grabbed
}

// A grabbed is the end of a bar that is being dragged.
type grabbed struct {
	bar   sweep.Bar
	high  bool // whether it is the high end of the range
	least bool // whether it is the bar's left end
	from  fyne.Position
	moved bool
	scale float64 // of the input to a pixel
	over  sweep.Span
	given bool // whether that range was the user's own
}

func newTornado(v *View) *tornado {
	p := &tornado{v: v, of: solve.CapReached, edited: solve.Cap, ranges: map[scenario.Input]sweep.Span{}}
	p.title = look.NewHeadline("", look.SizeText)
	p.title.Yielding = true
	p.result = resultChoice("tornado.result", func(r solve.Result) { p.of = r; p.show() })
	p.faces = look.NewSegmented([]look.Option[bool]{
		{Name: "tornado.bars", Text: "Bars", Hint: "By how much each input moves it"},
		{Value: true, Name: "tornado.spider", Text: "Lines", Hint: "The result over the range of each input"},
	}, func(bool) { p.show() })
	p.ranger = newRanger("tornado", "Range of", v.desk)
	p.ranger.onInput = func(in scenario.Input) { p.edited = in; p.show() }
	p.ranger.onRange = func(in scenario.Input, over sweep.Span) { p.ranges[in] = over; v.keep(); p.show() }
	p.reset = look.NewButton("tornado.reset", "Reset", func() { clear(p.ranges); v.keep(); p.show() })
	p.reset.SetTooltip("Restore the default range of every input")
	p.chart = newChart(v.desk, "tornado.chart", fyne.NewSize(420, 380), &p.laid, func() plot.Chart {
		c := p.shown
		c.Frame = &p.frame
		return c
	})
	p.chart.Handle(pointing{p.tell, p.offers, steps(&p.frame)}.on(p.chart), desk.Handler{
		Press: p.press, Drag: p.drag, Drop: p.drop, Cancel: p.cancel,
		Cursor: func(at fyne.Position) (desktop.Cursor, bool) {
			_, _, ok := p.endAt(at)
			return desktop.HResizeCursor, ok
		},
	})
	copied, picture := v.copyButton("tornado", p), v.pictureButton("tornado", p)
	head := container.New(look.NewColumns(6, look.Stretch, look.Natural, look.Natural), p.title, copied, picture)
	ranges := container.New(look.NewColumns(6, look.Natural, look.Stretch, look.Natural), p.ranger.content, layout.NewSpacer(), p.reset)
	p.content = look.NewCard(container.NewBorder(look.Stack(4, head, resultLine(p.result, p.faces.Object()), ranges), nil, nil, nil, p.chart.View), look.CardPad)
	p.named = append([]inspect.Widget{p.result, copied, picture, p.reset, p.chart.View}, p.ranger.widgets()...)
	for _, b := range p.faces.Buttons() {
		p.named = append(p.named, b)
	}
	return p
}

func (p *tornado) show() {
	s, prepared, ok := p.v.looked()
	p.ok = false
	if !ok {
		return
	}
	p.title.SetText(swept.TitleOf(p.of))
	p.result.Display(slices.Index(solve.Results(), p.of))
	legal := map[scenario.Input]sweep.Span{}
	for in, over := range p.ranges { // those that another scenario does not take are left alone
		if sweep.CheckRange(s, in, over) == nil {
			legal[in] = over
		}
	}
	t, err := sweep.NewTornado(prepared, p.of, legal)
	if err != nil {
		p.title.SetText(words.Sentence(err))
		p.chart.View.Stale()
		return
	}
	p.ok = true
	p.shown = swept.Tornado{Subject: p.v.desk.Book.Subject(s), Tornado: t, Spider: p.faces.Selected()}
	inputs := sweep.TornadoInputs(s, p.of)
	if !slices.Contains(inputs, p.edited) {
		p.edited = inputs[0]
	}
	at := slices.IndexFunc(t.Bars, func(b sweep.Bar) bool { return b.Input == p.edited })
	p.ranger.show(s, inputs, p.edited, t.Bars[at].Range)
	p.chart.View.Text = p.title.Content
	p.chart.View.Stale()
}

// reach is how close to the end of a bar it is grabbed, in logical pixels.
const reach = 9

// barOf returns the bar of an input as it is now. What is on the screen may be of before
// the last change, with other inputs in another order.
func (p *tornado) barOf(in scenario.Input) (sweep.Bar, bool) {
	at := slices.IndexFunc(p.shown.Tornado.Bars, func(b sweep.Bar) bool { return b.Input == in })
	if !p.ok || at < 0 {
		return sweep.Bar{}, false
	}
	return p.shown.Tornado.Bars[at], true
}

// barAt returns the row at a place, and its bar.
func (p *tornado) barAt(at fyne.Position) (row swept.Row, bar sweep.Bar, ok bool) {
	if row, ok = p.frame.RowNear(float64(at.X), float64(at.Y)); ok {
		bar, ok = p.barOf(row.Input)
	}
	return row, bar, ok
}

// endAt returns the bar whose end is at a place, and whether it is its left end.
func (p *tornado) endAt(at fyne.Position) (bar sweep.Bar, least, ok bool) {
	row, bar, found := p.barAt(at)
	if !found || row.Still || bar.Span == 0 || p.shown.Spider {
		return bar, false, false
	}
	left, right := math.Abs(float64(at.X)-row.Bar.Left), math.Abs(float64(at.X)-row.Bar.Right)
	if min(left, right) > reach {
		return bar, false, false
	}
	least = left < right
	end := bar.Greatest
	if least {
		end = bar.Least
	}
	return bar, least, end.X != bar.Value || bar.NoValue
}

func (p *tornado) tell(at fyne.Position) (tip chartview.Tip, ok bool) {
	s, _, ok := p.v.looked()
	_, bar, found := p.barAt(at)
	if !ok || !found {
		return tip, false
	}
	tip = chartview.Tip{Title: words.Varied(s, bar.Input) + ", now " + sweep.Own(s, bar.Input)}
	add := func(q sweep.Point) {
		tip.Rows = append(tip.Rows, chartview.TipRow{Label: "with " + sweep.Text(bar.Input, q.X), Value: sweep.Said(s, p.of, q.Value)})
	}
	if bar.Span == 0 {
		tip.Rows = []chartview.TipRow{{Label: "No effect", Value: bar.Reason}}
	} else {
		for _, q := range bar.Points {
			add(q)
		}
	}
	if _, _, end := p.endAt(at); end {
		tip.Note = "Click: make it a scenario. Drag: change the range"
	}
	return tip, true
}

// offers is what can be asked and done about the nearer end of the bar at a place, or the
// nearest value of the line there.
func (p *tornado) offers(at fyne.Position) []*fyne.MenuItem {
	s, _, ok := p.v.looked()
	row, bar, found := p.barAt(at)
	if !ok || !found {
		return nil
	}
	own := []*fyne.MenuItem{ownOffer(p.v.desk, s, figureOf(p.of))}
	if bar.Span == 0 {
		return own
	}
	end := bar.Greatest
	switch {
	case p.shown.Spider && len(row.Line) > 0:
		end = bar.Points[0]
		sought := bar.Range.Low + p.frame.Across.Value(float64(at.X))*(bar.Range.High-bar.Range.Low)
		for _, q := range bar.Points[1:] {
			if math.Abs(q.X-sought) < math.Abs(end.X-sought) {
				end = q
			}
		}
	case math.Abs(float64(at.X)-row.Bar.Left) < math.Abs(float64(at.X)-row.Bar.Right):
		end = bar.Least
	}
	return append(offers(p.v.desk, s, figureOf(p.of), edit.Setting{Input: bar.Input, Value: end.X}), own...)
}

// press grabs the end of a bar; pressed elsewhere, a row's range is shown in the fields.
func (p *tornado) press(at fyne.Position) bool {
	bar, least, ok := p.endAt(at)
	if !ok {
		if _, bar, found := p.barAt(at); found {
			p.edited = bar.Input
			p.show()
		}
		return false
	}
	end := bar.Greatest
	if least {
		end = bar.Least
	}
	p.held = grabbed{bar: bar, high: end.X > bar.Value, least: least, from: at, over: bar.Range}
	_, p.held.given = p.ranges[bar.Input]
	base := p.frame.Across.At(sweep.Place(p.shown.Tornado.Scenario, p.of, p.shown.Tornado.Base))
	if long := float64(at.X) - base; math.Abs(long) > 4 {
		p.held.scale = (end.X - bar.Value) / long
	}
	p.edited = bar.Input
	return true
}

// drag moves the end of the range as far as the pointer, as the bar goes now.
func (p *tornado) drag(at fyne.Position, _ fyne.KeyModifier) {
	h := &p.held
	if !h.moved && math.Abs(float64(at.X-h.from.X)) < 4 {
		return
	}
	h.moved = true
	s, _, ok := p.v.looked()
	low, high, err := h.bar.Input.Range(s)
	if !ok || err != nil {
		return
	}
	over, by := h.over, float64(at.X-h.from.X)*h.scale
	if h.high {
		over.High = min(high, max(h.bar.Value, rounded(h.bar.Input, over.High+by)))
	} else {
		over.Low = max(low, min(h.bar.Value, rounded(h.bar.Input, over.Low+by)))
	}
	if over.Low < over.High && sweep.CheckRange(s, h.bar.Input, over) == nil {
		p.ranges[h.bar.Input] = over
		p.show()
	}
}

// cancel brings the range back that was dragged.
func (p *tornado) cancel() {
	if delete(p.ranges, p.held.bar.Input); p.held.given {
		p.ranges[p.held.bar.Input] = p.held.over
	}
	p.show()
}

// drop makes a scenario of the end that was pressed and not dragged.
func (p *tornado) drop(fyne.Position) {
	s, _, ok := p.v.looked()
	if p.held.moved {
		p.v.keep()
	}
	if p.held.moved || !ok {
		return
	}
	end := p.held.bar.Greatest
	if p.held.least {
		end = p.held.bar.Least
	}
	makeScenario(p.v.desk, s, edit.Setting{Input: p.held.bar.Input, Value: end.X})
}

func (p *tornado) picture() (plot.Chart, string) {
	return p.shown, p.title.Content
}

func (p *tornado) table(s scenario.Scenario) (header []sheet.Column, rows [][]sheet.Cell) {
	header = []sheet.Column{
		{Title: "Input"},
		{Title: "Now"},
		{Title: "From"},
		{Title: "To"},
		{Title: "Least"},
		{Title: "with"},
		{Title: "Most"},
		{Title: "with"},
		{Title: "Why no effect", Words: true},
	}
	for _, b := range p.shown.Tornado.Bars {
		rows = append(rows, []sheet.Cell{
			sheet.Words(words.Varied(s, b.Input)), ownCell(s, b.Input), inputCell(b.Input, b.Range.Low), inputCell(b.Input, b.Range.High),
			resultCell(s, p.of, b.Least.Value), inputCell(b.Input, b.Least.X),
			resultCell(s, p.of, b.Greatest.Value), inputCell(b.Input, b.Greatest.X), sheet.Words(b.Reason),
		})
	}
	return header, rows
}
