package explore

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/export"
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

// A mapper shows a result over two inputs.
type mapper struct {
	v *View
	laid
	title  *look.Text
	result *field.Choice
	finer  *look.Group[int] // how many values of each input
	axes   [2]*ranger
	chart  *desk.Chart

	of     solve.Result
	inputs [2]scenario.Input // to the right, and upward
	ranges map[scenario.Input]sweep.Span
	shown  swept.Map
	frame  swept.MapFrame
	drawn  sweep.Grid        // that frame is of
	from   scenario.Scenario // what the handle was grabbed on
	held   bool
	at     fyne.Position  // where it was pressed
	cell   []edit.Setting // that was pressed, nil for none
}

// firstAxes are the inputs of the map until others are chosen.
var firstAxes = [2]scenario.Input{solve.Cap, solve.GrowthShift}

// fineSteps is how many values each input has, unless they are few.
const fineSteps = 101

func newMapper(v *View) *mapper {
	p := &mapper{v: v, of: solve.CapReached, inputs: firstAxes, ranges: map[scenario.Input]sweep.Span{}}
	p.title = look.NewHeadline("", look.SizeText)
	p.title.Yielding = true
	p.result = resultChoice("map.result", func(r solve.Result) { p.of = r; p.show() })
	p.finer = look.NewSegmented([]look.Option[int]{
		{Value: export.MapSteps, Name: "map.coarse", Text: "Cells", Hint: "Few values, each written in its cell"},
		{Value: fineSteps, Name: "map.fine", Text: "Lines", Hint: "Many values, in bands between lines of equal result"},
	}, func(int) { p.show() })
	p.chart = newChart(v.desk, "map.chart", fyne.NewSize(420, 380), &p.laid, func() plot.Chart {
		c := p.shown
		c.Frame, p.drawn = &p.frame, c.Grid
		return c
	})
	p.chart.Handle(pointing{p.tell, p.offers, p.step}.on(p.chart), desk.Handler{
		Press: p.press, Drag: p.drag, Drop: p.drop,
		Cancel: func() { p.release(); v.desk.Session.GiveUp() },
		Cursor: func(at fyne.Position) (desktop.Cursor, bool) { return desktop.CrosshairCursor, p.onHandle(at) },
	})
	copied, picture := v.copyButton("map", p), v.pictureButton("map", p)
	p.named = []inspect.Widget{p.result, copied, picture, p.chart.View}
	under := &look.FlowLayout{Gap: 6}
	ranges := container.New(under)
	labels := []string{"To the right", "Up"}
	for i, label := range labels {
		r := newRanger([]string{"map.x", "map.y"}[i], label, v.desk, labels...)
		r.onInput = func(in scenario.Input) {
			if p.inputs[1-i] == in {
				p.inputs[1-i] = p.inputs[i]
			}
			p.inputs[i] = in
			v.keep()
			p.show()
		}
		r.onRange = func(in scenario.Input, over sweep.Span) { p.ranges[in] = over; v.keep(); p.show() }
		p.axes[i] = r
		ranges.Add(r.content)
		p.named = append(p.named, r.widgets()...)
	}
	for _, b := range p.finer.Buttons() {
		p.named = append(p.named, b)
	}
	v.onHalf(func(width float32) { under.Width = width })
	head := container.New(look.NewColumns(6, look.Stretch, look.Natural, look.Natural), p.title, copied, picture)
	p.content = look.NewCard(container.NewBorder(look.Stack(4, head, resultLine(p.result, p.finer.Object()), ranges), nil, nil, nil, p.chart.View), look.CardPad)
	return p
}

func (p *mapper) show() {
	s, _, ok := p.v.looked()
	if p.held { // the map stands still under the handle that is dragged on it
		p.chart.View.Stale()
		return
	}
	p.ok = false
	if !ok {
		return
	}
	inputs := sweep.TornadoInputs(s, p.of)
	for i, in := range p.inputs {
		if !slices.Contains(inputs, in) {
			p.inputs[i] = inputs[slices.IndexFunc(inputs, func(other scenario.Input) bool { return other != p.inputs[1-i] })]
		}
	}
	p.title.SetText(swept.MapTitle(s, p.of, p.inputs[0], p.inputs[1]))
	p.result.Display(slices.Index(solve.Results(), p.of))
	ranges, err := export.FirstMap(s, p.inputs[0], p.inputs[1])
	for i := range ranges {
		r := &ranges[i]
		if over, given := p.ranges[r.Input]; given && sweep.CheckRange(s, r.Input, over) == nil {
			r.Low, r.High = over.Low, over.High
		}
		r.Steps = p.finer.Selected()
		p.axes[i].show(s, inputs, r.Input, sweep.Span{Low: r.Low, High: r.High})
	}
	var grid sweep.Grid
	if err == nil {
		grid, err = export.GridOf(s, export.Swept{Result: p.of, Ranges: ranges})
	}
	if err != nil {
		p.title.SetText(words.Sentence(err))
		p.chart.View.Stale()
		return
	}
	p.ok = true
	p.shown = swept.Map{Subject: p.v.desk.Book.Subject(s), Grid: grid}
	p.chart.View.Text = p.title.Content
	p.chart.View.Stale()
}

func (p *mapper) onHandle(at fyne.Position) bool {
	return p.ok && p.frame.Held && near(at, p.frame.Handle.X, p.frame.Handle.Y, 13)
}

// settings are the values of both inputs of a cell.
func (p *mapper) settings(i, j int) []edit.Setting {
	x, y := p.drawn.X, p.drawn.Y
	return []edit.Setting{{Input: x.Input, Value: x.Values[i]}, {Input: y.Input, Value: y.Values[j]}}
}

// cellAt returns the cell at a place of the map that is on the screen, which a change that
// is not drawn yet leaves as it was.
func (p *mapper) cellAt(at fyne.Position) (i, j int, ok bool) {
	i, j, ok = p.frame.CellAt(float64(at.X), float64(at.Y))
	return i, j, ok && p.ok && i < len(p.drawn.X.Values) && j < len(p.drawn.Y.Values)
}

func (p *mapper) tell(at fyne.Position) (tip chartview.Tip, ok bool) {
	s, _, ok := p.v.looked()
	i, j, inside := p.cellAt(at)
	if !ok || !inside {
		return tip, false
	}
	tip = chartview.Tip{Title: sweep.Said(s, p.drawn.Result, p.drawn.Cell(i, j)), Note: "Click: make it a scenario"}
	if p.onHandle(at) {
		tip.Title, tip.Note = "Now "+sweep.Said(s, p.of, p.shown.Grid.Base), "Drag: set both inputs"
	}
	for _, set := range p.settings(i, j) {
		text := sweep.Text(set.Input, set.Value)
		if p.onHandle(at) {
			text = sweep.Own(s, set.Input)
		}
		tip.Rows = append(tip.Rows, chartview.TipRow{Label: words.Varied(s, set.Input), Value: text})
	}
	return tip, true
}

func (p *mapper) press(at fyne.Position) bool {
	s, _, ok := p.v.looked()
	if !ok || !p.ok {
		return false
	}
	// A press takes the focus, and what a field then commits may draw another map before
	// it is let go: what is made is of the cell that was pressed.
	p.at, p.cell = at, nil
	if i, j, inside := p.cellAt(at); inside {
		p.cell = p.settings(i, j)
	}
	if p.onHandle(at) {
		p.from, p.held = s, true
		p.v.desk.Seal()
		p.chart.View.ClearOverlay()
	}
	return true
}

// drag sets both inputs to where the handle is, as one step.
func (p *mapper) drag(at fyne.Position, _ fyne.KeyModifier) {
	if !p.held {
		return
	}
	box := p.frame.Plot
	x := min(max(float64(at.X), box.Left), box.Right)
	y := min(max(float64(at.Y), box.Top), box.Bottom)
	values := [2]float64{p.frame.Right.Value(x), p.frame.Up.Value(y)}
	var settings []edit.Setting
	for i, in := range p.inputs {
		low, high, err := in.Range(p.from)
		if err != nil {
			return
		}
		values[i] = min(max(rounded(in, values[i]), low), high)
		settings = append(settings, edit.Setting{Input: in, Value: values[i]})
	}
	p.shown.At = &values
	p.v.desk.Do(edit.Vary(p.from.ID, setting(p.from, settings), p.from, settings...))
	s, _, _ := p.v.looked()
	spot := fyne.NewPos(float32(x), float32(y))
	p.chart.View.SetLabel(at, sweep.Text(p.inputs[0], values[0])+", "+sweep.Text(p.inputs[1], values[1])+"\n"+sweep.Said(s, p.of, p.of.Of(p.v.total(s))), spot, spot)
}

// offers is what can be asked and done about the cell at a place.
func (p *mapper) offers(at fyne.Position) []*fyne.MenuItem {
	s, _, ok := p.v.looked()
	i, j, inside := p.cellAt(at)
	if !ok || !inside {
		return nil
	}
	return append(offers(p.v.desk, s, figureOf(p.of), p.settings(i, j)...), ownOffer(p.v.desk, s, figureOf(p.of)))
}

// step returns the middle of the cell beside that at a place, and at first that of the
// scenario's own values, or of the first cell.
func (p *mapper) step(from fyne.Position, right, up int) (fyne.Position, bool) {
	box := p.frame.Plot
	if !p.ok || p.frame.Columns == 0 {
		return from, false
	}
	i, j, inside := p.frame.CellAt(float64(from.X), float64(from.Y))
	if inside {
		i, j = min(max(i+right, 0), p.frame.Columns-1), min(max(j+up, 0), p.frame.Lines-1)
	} else if i, j, inside = p.frame.CellAt(p.frame.Handle.X, p.frame.Handle.Y); !inside || !p.frame.Held {
		i, j = 0, 0
	}
	wide, high := box.Width()/float64(p.frame.Columns), box.Height()/float64(p.frame.Lines)
	return fyne.NewPos(float32(box.Left+(float64(i)+0.5)*wide), float32(box.Bottom-(float64(j)+0.5)*high)), true
}

// drop ends the drag; where no handle was grabbed, it makes a scenario of the cell.
func (p *mapper) drop(at fyne.Position) {
	if p.held {
		p.release()
		p.v.desk.Seal()
		return
	}
	s, _, ok := p.v.looked()
	if !ok || p.cell == nil || !near(at, float64(p.at.X), float64(p.at.Y), 4) {
		return
	}
	makeScenario(p.v.desk, s, p.cell...)
}

func (p *mapper) release() {
	p.held, p.shown.At = false, nil
	p.chart.View.ClearOverlay()
	p.show()
}

func (p *mapper) picture() (plot.Chart, string) {
	return p.shown, p.title.Content
}

func (p *mapper) table(s scenario.Scenario) (header []sheet.Column, rows [][]sheet.Cell) {
	g := p.shown.Grid
	header = []sheet.Column{{Title: words.Varied(s, g.Y.Input) + ", by " + words.LowerFirst(words.Varied(s, g.X.Input))}}
	for _, x := range g.X.Values {
		header = append(header, sheet.Column{Title: sweep.Text(g.X.Input, x)})
	}
	for j := len(g.Y.Values) - 1; j >= 0; j-- {
		row := []sheet.Cell{inputCell(g.Y.Input, g.Y.Values[j])}
		for i := range g.X.Values {
			row = append(row, resultCell(s, p.of, g.Cell(i, j)))
		}
		rows = append(rows, row)
	}
	return header, rows
}
