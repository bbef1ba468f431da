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
	"headroom/scenario/pin"
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
	"headroom/ui/why"
)

// A solver is a sentence with choices in it, and its answer: what brings a result to a
// target.
type solver struct {
	v *View
	laid
	find      *field.Choice
	result    *field.Choice
	joint     *look.Text
	target    *field.Text
	answer    *look.Text
	detail    *look.Text
	set, made *look.Button
	pin       *look.Button
	buttons   []*look.Button
	strip     *desk.Chart

	inputs []scenario.Input
	input  scenario.Input
	of     solve.Result
	sought solve.Value
	given  bool // whether the target is the user's own
	shown  swept.Strip
	frame  swept.Frame
	found  solve.Answer
}

func newSolver(v *View) *solver {
	p := &solver{v: v, input: solve.GrowthShift, of: solve.CapReached}
	p.find = field.NewChoice("solve.find", nil, func(i int) { p.input = p.inputs[i]; p.show() })
	p.find.SetLabel("Find")
	p.find.SetTooltip("The input to solve for, all else equal")
	p.result = field.NewChoice("solve.result", clauses(), func(i int) { p.of, p.given = solve.Results()[i], false; p.show() })
	p.result.SetLabel("so that")
	p.target = field.NewText("solve.target", "")
	p.target.SetLabel("What the result is to be")
	p.target.OnEdit = p.onTarget
	p.joint = look.NewText("")
	p.answer, p.detail = look.NewHeadline("", look.SizeFigure), look.NewMuted("")
	p.detail.Yielding, p.answer.Yielding = true, true
	p.set = look.NewPrimary("solve.apply", "Apply", func() { p.act(apply) })
	p.set.SetTooltip("Set the input to this in the scenario, as one step that can be undone")
	p.made = look.NewButton("solve.make", "Make it a scenario", func() { p.act(makeScenario) })
	p.pin = look.NewButton("solve.pin", "Pin", p.onPin)
	asked := look.NewButton("solve.why", desk.AskWhy, p.why)
	asked.SetTooltip("How the result comes about with this answer")
	p.buttons = []*look.Button{p.set, p.made, p.pin, asked, v.copyButton("solve", p), v.pictureButton("solve", p)}
	p.strip = newChart(v.desk, "solve.strip", fyne.NewSize(240, 130), &p.laid, func() plot.Chart {
		if len(p.shown.Points) < 2 {
			return nil
		}
		c := p.shown
		c.Frame = &p.frame
		return c
	})
	p.strip.Handle(pointing{p.tell, p.offers, p.step}.on(p.strip), desk.Handler{
		Press: func(fyne.Position) bool { return true }, Drop: p.click,
	})
	flow := &look.FlowLayout{Gap: 8}
	find := look.NewText("Find")
	find.Bold = true
	sentence := container.New(look.NewColumns(8, look.Natural, 150, look.Natural, 190, look.Natural, 120),
		find, p.find, look.NewText("so that"), p.result, p.joint, p.target)
	actions := look.Row(6)
	for _, b := range p.buttons {
		actions.Add(b)
	}
	v.onWidth(func(width float32) { flow.Width = width - 2*look.CardPad; flow.Need = 0 })
	p.content = look.NewCard(look.Stack(4, container.New(flow, sentence, actions), p.answer, p.detail, p.strip.View), look.CardPad)
	p.named = []inspect.Widget{p.find, p.result, p.target, p.strip.View}
	for _, b := range p.buttons {
		p.named = append(p.named, b)
	}
	return p
}

// clauses are the results as the sentence has them.
func clauses() []string {
	out := []string{"the cap is reached"}
	for _, r := range solve.Results()[1:] {
		out = append(out, "the "+words.Quantity(r))
	}
	return out
}

func (p *solver) show() {
	s, prepared, ok := p.v.looked()
	p.ok = false
	if !ok {
		return
	}
	p.inputs = solve.Inputs(s)
	if !slices.Contains(p.inputs, p.input) {
		p.input = solve.Cap
	}
	names := make([]string, len(p.inputs))
	for i, in := range p.inputs {
		names[i] = words.LowerFirst(words.Varied(s, in))
	}
	p.find.SetOptions(names)
	p.find.Display(slices.Index(p.inputs, p.input))
	p.result.Display(slices.Index(solve.Results(), p.of))
	if p.joint.SetText("is"); p.of == solve.CapReached {
		p.joint.SetText("on")
	}
	if !p.given {
		p.sought = p.first(s)
	}
	p.target.Display(p.targetText(s))
	var err error
	p.shown, p.found, err = export.StripOf(p.v.desk.Book.Subject(s), prepared, p.input, p.of, p.sought)
	if err != nil {
		p.say("This cannot be solved for", words.Sentence(err), false)
		p.strip.View.Stale()
		return
	}
	p.ok = true
	answer, detail := p.words(s)
	p.say(answer, p.pinned(s)+detail, p.found.Possible())
	p.strip.View.Text = answer
	p.strip.View.Stale()
}

func (p *solver) say(answer, detail string, possible bool) {
	p.answer.SetText(answer)
	p.detail.SetText(detail)
	for _, b := range []*look.Button{p.set, p.made} {
		if possible {
			b.Enable()
		} else {
			b.Disable()
		}
	}
}

// first returns what is looked for until a target is given: the end of the year after the
// one in which the cap is reached, or a round amount near the present one.
func (p *solver) first(s scenario.Scenario) solve.Value {
	total := p.v.desk.Book.Projection(s).Total
	if p.of != solve.CapReached {
		now := p.of.Of(&total).Number
		switch p.of {
		case solve.CapUsed:
			return solve.Value{Number: 0.9}
		case solve.Headroom:
			return solve.Value{Number: 1e9}
		}
		return solve.Value{Number: math.Round(now*0.9/1e9) * 1e9}
	}
	year := s.LastYear
	if date := total.Reached.Date; !date.IsZero() {
		year = min(date.Month.Year()+1, s.LastYear)
	}
	return solve.On(unit.Date{Month: unit.NewMonth(year, 12), Day: 31})
}

func (p *solver) targetText(s scenario.Scenario) string { return sweep.Said(s, p.of, p.sought) }

// onTarget takes over a target that was typed. What is wrong with one is said where the
// answer would be told more of.
func (p *solver) onTarget(text string) error {
	err := p.seek(text)
	if err != nil {
		p.detail.SetText(words.Sentence(err) + " The answer shown is for the previous target.")
	}
	return err
}

func (p *solver) seek(text string) error {
	var sought solve.Value
	switch p.of {
	case solve.CapReached:
		day, doubt, err := unit.ReadDate(text)
		if err != nil {
			return err
		}
		if doubt != "" {
			p.v.desk.Say(words.UpperFirst(doubt))
		}
		sought = solve.On(day)
	case solve.CapUsed:
		rate, err := unit.ParseRate(text)
		if err != nil {
			return err
		}
		sought.Number = float64(rate)
	default:
		amount, err := unit.ParseAmount(text, unit.Billions)
		if err != nil {
			return err
		}
		sought.Number = float64(amount)
	}
	p.sought, p.given = sought, true
	p.show()
	return nil
}

// asItIs is how wide the shifts of growth are at most that say no more than that nothing
// is to be shifted: half a percentage point.
const asItIs = 0.005

// words says the answer, and below it what more there is to know.
func (p *solver) words(s scenario.Scenario) (answer, detail string) {
	name, a := words.Varied(s, p.input), p.found
	text := func(x float64) string { return sweep.Text(p.input, x) }
	if !a.Possible() {
		return "Impossible", "The nearest is " + text(a.Value) + ": " + p.comes(s, a.Result) + ". The range tried was " + text(a.Range.Low) + " to " + text(a.Range.High) + "."
	}
	var said []string
	for _, i := range a.Intervals {
		switch {
		case text(i.Low) == text(i.High):
			said = append(said, text(i.Low))
		case i.Low <= a.Range.Low && i.High >= a.Range.High:
			said = append(said, "any")
		case i.Low <= a.Range.Low:
			said = append(said, "any up to "+text(i.High))
		case i.High >= a.Range.High:
			said = append(said, "any from "+text(i.Low)+" on")
		default:
			said = append(said, text(i.Low)+" to "+text(i.High))
		}
	}
	answer = name + ": " + either(said)
	if i := a.Intervals[0]; p.input == solve.GrowthShift && len(said) == 1 && i.Low <= 0 && i.High >= 0 && i.High-i.Low < asItIs {
		return name + ": as it is now", words.UpperFirst(p.comes(s, p.of.Of(p.v.total(s)))) + "."
	}
	detail = "Now " + sweep.Own(s, p.input) + ": " + p.comes(s, p.of.Of(p.v.total(s))) + "."
	if len(a.Intervals) > 1 || a.Intervals[0].Low != a.Intervals[0].High {
		detail += " Nearest to it is " + text(a.Value) + "."
	}
	return answer, detail
}

// comes says what a result comes to.
func (p *solver) comes(s scenario.Scenario, v solve.Value) string {
	if p.of == solve.CapReached {
		return words.ReachedSentence(s, v.Reached)
	}
	return words.Quantity(p.of) + " " + sweep.Said(s, p.of, v)
}

// either lists what answers alike.
func either(things []string) string {
	n := len(things)
	if n < 2 {
		return words.List(things)
	}
	return words.List(things[:n-1]) + " or " + things[n-1]
}

// act does something with the answer.
func (p *solver) act(do func(*desk.Desk, scenario.Scenario, ...edit.Setting)) {
	p.v.desk.Commit()
	if s, _, ok := p.v.looked(); ok && p.ok && p.found.Possible() {
		p.given = true // what is looked for stays that
		do(p.v.desk, s, edit.Setting{Input: p.input, Value: p.found.Value})
	}
}

// onPin ties the input to the result, or lets go of what is tied.
func (p *solver) onPin() {
	p.v.desk.Commit()
	s, _, ok := p.v.looked()
	if !ok || !p.ok {
		return
	}
	if s.Pin != nil {
		p.v.desk.DoOnce(edit.RemovePin(s.ID))
		return
	}
	tied := pin.Pin{Input: string(p.input), Result: string(p.of), Amount: p.sought.Number}
	if p.of == solve.CapReached {
		tied.Amount, tied.Date = 0, p.sought.Date.String()
	}
	p.given = true
	p.v.desk.DoOnce(edit.SetPin(s.ID, tied))
}

// pinned says what is tied in a scenario, and whether that holds; it is empty where
// nothing is.
func (p *solver) pinned(s scenario.Scenario) string {
	tied, ok := p.v.desk.PinOf(s)
	if !ok {
		p.pin.SetText("Pin")
		p.pin.SetTooltip("Solve this again whenever another input changes, until it is unpinned")
		return ""
	}
	p.pin.SetText(desk.Unpin)
	p.pin.SetTooltip("Leave the input where it is, and let the result move again.\n" + tied.Whole)
	if tied.Holds {
		return words.Varied(s, tied.Input) + " is " + words.LowerFirst(tied.Brief) + ". "
	}
	return tied.Whole + " "
}

// why explains the result as the answer makes it; where there is none, as it is.
func (p *solver) why() {
	s, _, ok := p.v.looked()
	switch q := explain.Whole(s, figureOf(p.of)); {
	case !ok:
	case p.ok && p.found.Possible():
		why.AskVaried(p.v.desk, varied(s, edit.Setting{Input: p.input, Value: p.found.Value}), q)
	default:
		why.Ask(p.v.desk, q)
	}
}

// offers is what can be asked and done about the value at a place.
func (p *solver) offers(at fyne.Position) []*fyne.MenuItem {
	s, _, ok := p.v.looked()
	x, inside := p.at(at)
	if !ok || !inside {
		return nil
	}
	f := figureOf(p.of)
	return append(offers(p.v.desk, s, f, edit.Setting{Input: p.input, Value: rounded(p.input, x)}), ownOffer(p.v.desk, s, f))
}

// step returns a place of the strip beside another, and at first that of the present
// value, or the middle.
func (p *solver) step(from fyne.Position, right, _ int) (fyne.Position, bool) {
	s, _, ok := p.v.looked()
	box := p.frame.Plot
	if !ok || !p.ok {
		return from, false
	}
	middle := (box.Top + box.Bottom) / 2
	x := float64(from.X) + float64(right)*box.Width()/100
	if _, inside := p.at(from); !inside {
		if x = p.frame.Across.At(p.input.Value(s)); !box.Contains(x, middle) {
			x = (box.Left + box.Right) / 2
		}
	}
	return fyne.NewPos(float32(min(max(x, box.Left), box.Right)), float32(middle)), true
}

// tell says what a value of the input comes to.
func (p *solver) tell(at fyne.Position) (tip chartview.Tip, ok bool) {
	s, _, ok := p.v.looked()
	x, inside := p.at(at)
	if !ok || !inside {
		return tip, false
	}
	i, _ := slices.BinarySearchFunc(p.shown.Points, x, func(q sweep.Point, x float64) int { return int(math.Copysign(1, q.X-x)) })
	q := p.shown.Points[min(i, len(p.shown.Points)-1)]
	box := p.frame.Plot
	p.strip.View.SetCrosshair(at.X, float32(box.Top), float32(box.Bottom))
	return chartview.Tip{
		Title: words.Varied(s, p.input) + " " + sweep.Text(p.input, q.X),
		Rows:  []chartview.TipRow{{Label: words.Result(p.of), Value: sweep.Said(s, p.of, q.Value)}},
		Note:  "Click: set the input to this. Right click: more",
	}, true
}

// at returns the value of the input at a place, and whether it is one.
func (p *solver) at(at fyne.Position) (float64, bool) {
	if !p.ok || !p.frame.Plot.Contains(float64(at.X), float64(at.Y)) {
		return 0, false
	}
	return p.frame.Across.Value(float64(at.X)), true
}

func (p *solver) click(at fyne.Position) {
	s, _, ok := p.v.looked()
	if x, inside := p.at(at); ok && inside {
		apply(p.v.desk, s, edit.Setting{Input: p.input, Value: rounded(p.input, x)})
	}
}

// rounded returns a value that was pointed at, as nobody points at its last digits.
func rounded(in scenario.Input, v float64) float64 {
	switch in {
	case scenario.InputCap, scenario.InputBase, scenario.InputAlreadyPaid:
		return math.Round(v/1e7) * 1e7
	case scenario.InputCapFrom, scenario.InputThrough:
		return math.Round(v)
	}
	return math.Round(v*1e4) / 1e4
}

func (p *solver) picture() (plot.Chart, string) {
	return p.shown, p.answer.Content
}

func (p *solver) table(s scenario.Scenario) (header []sheet.Column, rows [][]sheet.Cell) {
	for _, q := range p.shown.Points {
		rows = append(rows, []sheet.Cell{inputCell(p.input, q.X), resultCell(s, p.of, q.Value)})
	}
	return []sheet.Column{{Title: words.Varied(s, p.input)}, {Title: words.Result(p.of)}}, rows
}

// figureOf returns the figure that explains a result.
func figureOf(r solve.Result) explain.Figure {
	switch r {
	case solve.CapReached:
		return explain.CapReached
	case solve.Forgone:
		return explain.Forgone
	case solve.Net:
		return explain.Net
	case solve.PresentValue:
		return explain.PresentValue
	case solve.CapUsed:
		return explain.CapUsed
	case solve.Headroom:
		return explain.Headroom
	}
	return explain.Paid
}
