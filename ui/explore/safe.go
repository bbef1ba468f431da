package explore

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/explain"
	"headroom/scenario/export"
	"headroom/scenario/plot"
	"headroom/scenario/plot/swept"
	"headroom/scenario/solve"
	"headroom/scenario/sweep"
	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/chartview"
	"headroom/ui/desk"
	"headroom/ui/field"
	"headroom/ui/inspect"
	"headroom/ui/look"
	"headroom/ui/sheet"
)

// A safety shows how far each input may move before a statement stops being true.
type safety struct {
	v *View
	laid
	said  *look.Text
	holds *field.Choice
	chart *desk.Chart

	kind  int // of statements
	shown swept.Safe
	frame swept.Frame
}

// The statements, as they are offered and by name.
var statements = []struct{ name, offered string }{
	{"year", "the year it is reached"},
	{"reached", "whether it is reached"},
	{"order", "the order of those compared, by amount paid"},
}

func newSafety(v *View) *safety {
	p := &safety{v: v, said: look.NewMuted("")}
	p.said.Yielding = true
	var offered []string
	for _, st := range statements {
		offered = append(offered, st.offered)
	}
	p.holds = field.NewChoice("safe.holds", offered, func(i int) { p.kind = i; p.show() })
	p.holds.SetLabel("What must stay true")
	p.chart = newChart(v.desk, "safe.chart", fyne.NewSize(420, 330), &p.laid, func() plot.Chart {
		c := p.shown
		c.Frame = &p.frame
		return c
	})
	p.chart.Handle(pointing{p.tell, p.offers, steps(&p.frame)}.on(p.chart))
	copied, picture := v.copyButton("safe", p), v.pictureButton("safe", p)
	heading := look.NewHeadline("How far can each move before the answer changes?", look.SizeText)
	heading.Yielding = true
	head := container.New(look.NewColumns(6, look.Stretch, 170, look.Natural, look.Natural), heading, p.holds, copied, picture)
	p.content = look.NewCard(container.NewBorder(look.Stack(2, head, p.said), nil, nil, nil, p.chart.View), look.CardPad)
	p.named = []inspect.Widget{p.holds, copied, picture, p.chart.View}
	return p
}

func (p *safety) show() {
	s, _, ok := p.v.looked()
	p.ok = false
	p.chart.View.Stale()
	if !ok {
		return
	}
	p.holds.Display(p.kind)
	of := []plot.Subject{p.v.desk.Book.Subject(s)}
	kind := statements[p.kind].name
	if kind == "order" {
		for _, other := range p.v.desk.Compared() {
			if other.ID != s.ID {
				of = append(of, p.v.desk.Book.Subject(other))
			}
		}
		if len(of) < 2 {
			p.say("Tick a scenario at the left to rank this one against it.")
			return
		}
	}
	var err error
	if p.shown, err = export.SafeOf(of, export.Swept{Result: solve.Paid, Holds: kind}); err != nil {
		p.say(words.Sentence(err))
		return
	}
	p.ok = true
	p.say("As long as " + p.shown.Statement.Text + ", each may move alone:")
}

func (p *safety) say(what string) {
	p.said.SetText(what)
	p.chart.View.Text = what
}

// rangeAt returns the row at a place, and the range of its input as it is now: what is on
// the screen may be of before the last change.
func (p *safety) rangeAt(at fyne.Position) (swept.Row, sweep.Safe, bool) {
	row, found := p.frame.RowAt(float64(at.Y))
	i := slices.IndexFunc(p.shown.Ranges, func(r sweep.Safe) bool { return r.Input == row.Input })
	if !p.ok || !found || i < 0 {
		return row, sweep.Safe{}, false
	}
	return row, p.shown.Ranges[i], true
}

func (p *safety) tell(at fyne.Position) (tip chartview.Tip, ok bool) {
	s, _, ok := p.v.looked()
	_, r, found := p.rangeAt(at)
	if !ok || !found {
		return tip, false
	}
	low, high := swept.SafeEnds(r)
	tip = chartview.Tip{Title: words.Varied(s, r.Input) + ", now " + sweep.Own(s, r.Input)}
	if r.Holds {
		tip.Rows = append(tip.Rows, chartview.TipRow{Label: "from", Value: low + apart(r, r.Range.Low, r.LowLimit)}, chartview.TipRow{Label: "to", Value: high + apart(r, r.Range.High, r.HighLimit)})
	} else {
		tip.Rows = append(tip.Rows, chartview.TipRow{Label: "one rate for all years", Value: "does not keep it true"})
	}
	for _, other := range r.Others {
		tip.Rows = append(tip.Rows, chartview.TipRow{Label: "again", Value: sweep.Text(r.Input, other.Low) + " to " + sweep.Text(r.Input, other.High)})
	}
	tip.Note = "Right click: why, or make its end a scenario"
	return tip, true
}

// apart says how far an end is from the present value: ", +$11.66B from now"; nothing of
// an end that only what is legal sets, and of a month.
func apart(r sweep.Safe, end float64, limit bool) string {
	by := end - r.Value
	if limit || r.NoValue || by == 0 {
		return ""
	}
	switch r.Input {
	case scenario.InputCapFrom, scenario.InputThrough, scenario.InputGrowthShift: // a shift is that itself
		return ""
	case scenario.InputCap, scenario.InputBase, scenario.InputAlreadyPaid:
		return ", " + unit.Amount(by).Delta() + " from now"
	}
	return ", " + unit.Rate(by).Points() + " from now"
}

// offers is what can be asked and done about the nearer end of the bar at a place.
func (p *safety) offers(at fyne.Position) []*fyne.MenuItem {
	s, _, ok := p.v.looked()
	row, r, found := p.rangeAt(at)
	if !ok || !found {
		return nil
	}
	figure := explain.CapReached
	if statements[p.kind].name == "order" {
		figure = explain.Paid
	}
	own := []*fyne.MenuItem{ownOffer(p.v.desk, s, figure)}
	if !r.Holds {
		return own
	}
	end := r.Range.High
	if math.Abs(float64(at.X)-row.Bar.Left) < math.Abs(float64(at.X)-row.Bar.Right) {
		end = r.Range.Low
	}
	return append(offers(p.v.desk, s, figure, edit.Setting{Input: r.Input, Value: end}), own...)
}

func (p *safety) picture() (plot.Chart, string) {
	return p.shown, words.UpperFirst(p.shown.Statement.Text) + ": how far each input may move"
}

func (p *safety) table(s scenario.Scenario) (header []sheet.Column, rows [][]sheet.Cell) {
	header = []sheet.Column{{Title: "As long as " + p.shown.Statement.Text}, {Title: "Now"}, {Title: "From"}, {Title: "To"}}
	for _, r := range p.shown.Ranges {
		row := []sheet.Cell{sheet.Words(words.Varied(s, r.Input)), ownCell(s, r.Input), desk.NoCell(), desk.NoCell()}
		if r.Holds {
			row[2], row[3] = inputCell(r.Input, r.Range.Low), inputCell(r.Input, r.Range.High)
		}
		rows = append(rows, row)
	}
	return header, rows
}
