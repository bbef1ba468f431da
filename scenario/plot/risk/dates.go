package risk

import (
	"errors"
	"math"
	"strconv"

	"headroom/scenario/plot"
	"headroom/scenario/plot/layout"
	"headroom/scenario/plot/paint"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
)

// KindDates is the kind of Dates.
const KindDates plot.Kind = "dates"

// Dates show how likely the cap is reached in each quarter, as bars, of which the last
// stands for all paths that do not reach it; or, of one or several scenarios, by the end
// of each quarter, as rising curves.
type Dates struct {
	Runs   []Run
	Rising bool   // whether curves are drawn; always so of several
	Frame  *Frame // is set to what is where, unless nil
}

// A Run is what is known of one scenario.
type Run struct {
	Subject plot.Subject
	Result  simulate.Result
}

// A Frame is where the bars of a chart are, or the quarters of its curves, in logical
// pixels.
type Frame struct {
	Plot  layout.Rect
	Slots []Slot
}

// A Slot is one bar.
type Slot struct {
	Box         layout.Rect
	First       unit.Month // of the quarter; zero before the horizon and for never
	Words       string     // such as "Q4 2028", "before 2026", "not by 2030"
	Probability float64    // that the cap is reached then, of a curve by then; of amounts, that so much is paid
	Below       float64    // of amounts: which part of the paths pays less
	Full        float64    // of amounts: which part pays so much and reaches the cap
}

// SlotAt returns the index of the slot at a place, of two that meet there the first, and
// false where none is.
func (f *Frame) SlotAt(x, y float64) (int, bool) {
	for i, s := range f.Slots {
		if s.Box.Contains(x, y) {
			return i, true
		}
	}
	return 0, false
}

var _ plot.Chart = Dates{}

// Kind returns KindDates.
func (Dates) Kind() plot.Kind { return KindDates }

// Shown returns the scenarios.
func (c Dates) Shown() []plot.Subject {
	out := make([]plot.Subject, len(c.Runs))
	for i, r := range c.Runs {
		out[i] = r.Subject
	}
	return out
}

// Span returns the horizon of all.
func (c Dates) Span() (from, through unit.Month) {
	for i, r := range c.Runs {
		first, last := r.Subject.Scenario.FirstMonth(), r.Subject.Scenario.LastMonth()
		if i == 0 {
			from, through = first, last
		}
		from, through = min(from, first), max(through, last)
	}
	return from, through
}

// Check reports runs of which there is nothing to be drawn.
func (c Dates) Check() error {
	if len(c.Runs) == 0 || len(c.Runs) > plot.MaxSubjects {
		return errors.New("nothing to draw: give one to four scenarios")
	}
	for _, r := range c.Runs {
		if len(r.Result.Quarters) == 0 {
			return errors.New("nothing to draw: the run has no quarters")
		}
	}
	return nil
}

// Draw draws the bars, or the curves.
func (c Dates) Draw(d *plot.Drawing, inks []layout.Palette) {
	frame := c.Frame
	if frame == nil {
		frame = &Frame{}
	}
	*frame = Frame{}
	if c.Rising || len(c.Runs) > 1 {
		c.curves(d, frame, inks)
	} else {
		c.bars(d, frame)
	}
	d.DrawGrid()
}

// slots are those of the bars of a run.
func slots(r Run) []Slot {
	s, before := r.Subject.Scenario, r.Result.Before
	var out []Slot
	if before > 0 {
		out = append(out, Slot{Words: "before " + strconv.Itoa(s.FirstYear), Probability: before})
	}
	for _, q := range r.Result.Quarters {
		words := unit.QuarterOf(q.First).Words()
		out = append(out, Slot{First: q.First, Words: words, Probability: max(0, q.ReachedBy-before)})
		before = q.ReachedBy
	}
	return append(out, Slot{Words: "not by " + strconv.Itoa(s.LastYear), Probability: max(0, 1-before)})
}

func (c Dates) bars(d *plot.Drawing, f *Frame) {
	p, u := &d.Page, d.Unit
	list := slots(c.Runs[0])
	most := 0.01
	for _, s := range list {
		most = math.Max(most, s.Probability)
	}
	room := p.Heading()
	last := list[len(list)-1].Words
	percents(p, room, 1.12*most, p.Width(last, layout.SizeSmall, false)/2)
	f.Plot = p.Frame.Plot
	// The bar of never stands a little apart, with room for its words.
	wide := f.Plot.Width() / (float64(len(list)) + 0.5)
	for i, s := range list {
		left := f.Plot.Left + float64(i)*wide
		if i == len(list)-1 {
			left = f.Plot.Right - wide
		}
		s.Box = layout.NewRect(left, f.Plot.Top, left+wide, f.Plot.Bottom)
		f.Slots = append(f.Slots, s)
		middle, y := left+wide/2, p.Frame.Y(unit.Amount(s.Probability))
		bar := layout.NewRect(middle-0.41*wide, y, middle+0.41*wide, f.Plot.Bottom)
		if s.First.IsZero() {
			p.Fill(p.Colors.Axis, bar)
		} else {
			p.Fill(p.Colors.Line, bar)
		}
	}
	d.Baseline()
	c.barWords(p, f, wide, u)
}

// barWords writes the quarters below the bars, and above those that have room how
// likely they are.
func (c Dates) barWords(p *layout.Page, f *Frame, wide, u float64) {
	baseline := f.Plot.Bottom + 5*u + layout.TextRise*layout.SizeSmall*u + 3*u
	named := p.Width("Q1 ’26", layout.SizeSmall, false)+6*u <= wide
	taken := math.Inf(1)
	for i := len(f.Slots) - 1; i >= 0; i-- {
		s := f.Slots[i]
		middle := (s.Box.Left + s.Box.Right) / 2
		under, words, size := middle, s.Words, layout.SizeSmall
		switch {
		case s.First.IsZero():
		case named:
			words = "Q" + strconv.Itoa(s.First.Quarter()) + " ’" + twoDigits(s.First.Year())
		case s.First.Quarter() == 1:
			words, under = strconv.Itoa(s.First.Year()), middle+1.5*wide
		default:
			words = ""
		}
		half := p.Width(words, size, false) / 2
		if words != "" && under+half+4*u < taken && under-half >= p.Box.Left {
			p.Put(words, layout.At(under, baseline, 0.5), size, false, p.Colors.Muted)
			taken = under - half
		}
		said := percent(s.Probability)
		if s.Probability >= 0.0005 && p.Width(said, layout.SizeSmall, false) <= wide-2*u {
			top := p.Frame.Y(unit.Amount(s.Probability))
			p.Put(said, layout.At(middle, top-4*u, 0.5), layout.SizeSmall, false, p.Colors.Text)
		}
	}
}

func twoDigits(year int) string { return strconv.Itoa(year)[2:] }

// percent writes a probability with at most one decimal place.
func percent(v float64) string { return unit.Rate(math.Round(v*1000) / 1000).Percent() }

// percents gives the plot its place in the room, with round percents up to top beside
// it, where there is room for them: amounts of the frame are probabilities. Words below
// its right end may reach beyond it so far.
func percents(p *layout.Page, room layout.Rect, top, right float64) {
	u := p.Unit
	p.Frame.Top = unit.Amount(top)
	room.Top += p.TextSize() * 0.5
	room.Bottom -= (layout.SizeTick+6)*u + p.TextSize()*1.1
	room.Left += p.Width("100%", layout.SizeText, false) + 8*u
	room.Right -= math.Max(0, right-p.Box.Right+room.Right)
	if room.Width() < layout.LeastPlot || room.Height() < layout.LeastPlot {
		p.Frame.Plot = p.Box
		return
	}
	p.Frame.Plot = layout.NewRect(math.Round(room.Left), math.Round(room.Top), math.Round(room.Right), math.Round(room.Bottom))
	step := 0.01
	for _, s := range []float64{0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5} {
		if step = s; top/s <= math.Max(1, room.Height()/(layout.GapTicks*u)) {
			break
		}
	}
	for i := 0; float64(i)*step <= top+1e-9; i++ {
		y := p.Frame.Y(unit.Amount(float64(i) * step))
		if i > 0 {
			p.Levels = append(p.Levels, y)
		}
		p.Put(percent(float64(i)*step), layout.At(p.Frame.Plot.Left-8*u, y+layout.CapHeight/2*p.TextSize(), 1), layout.SizeText, false, p.Colors.Muted)
	}
}

// curves draws how likely the cap is reached by the end of each quarter.
func (c Dates) curves(d *plot.Drawing, f *Frame, inks []layout.Palette) {
	p, u := &d.Page, d.Unit
	room := p.Heading()
	if len(c.Runs) > 1 {
		room.Top = c.key(p, room, inks)
	}
	percents(p, room, 1.05, 0)
	f.Plot = p.Frame.Plot
	f.from(p, c.Runs[0])
	calendar(p)
	d.Baseline()
	for i, r := range c.Runs {
		line := []vertex{{float64(r.Subject.Scenario.FirstMonth()), r.Result.Before}}
		for _, q := range r.Result.Quarters {
			line = append(line, vertex{float64(q.First + 3), q.ReachedBy})
		}
		curve := spots(p, line)
		p.Line(inks[i].Line, layout.WidthLine*u, p.Dashes(dashes[i%len(dashes)]), curve...)
		p.Avoid(curve)
	}
	c.yearEnds(p, c.Runs[0])
	if len(c.Runs) == 1 {
		name(p, c.Runs[0])
	}
}

// key says above the plot whose each of several curves is and how high it ends, since
// most end too near to one another for words beside them. It returns where the room
// below it begins.
func (c Dates) key(p *layout.Page, room layout.Rect, inks []layout.Palette) float64 {
	u := p.Unit
	high, sample := p.TextSize()*(layout.TextRise+layout.TextFall), 28*u
	x, baseline := room.Left, room.Top+layout.TextRise*p.TextSize()
	for i, r := range c.Runs {
		ends := ": " + ending(r)
		name := p.Fitted(r.Subject.Scenario.Name, layout.SizeText, false, room.Width()-sample-6*u-p.Width(ends, layout.SizeText, false)) + ends
		wide := sample + 6*u + p.Width(name, layout.SizeText, false)
		if x > room.Left && x+wide > room.Right {
			x, baseline = room.Left, baseline+high
		}
		p.Line(inks[i].Line, layout.WidthLine*u, p.Dashes(dashes[i%len(dashes)]), paint.XY(x, baseline-4*u), paint.XY(x+sample, baseline-4*u))
		p.Put(name, layout.At(x+sample+6*u, baseline, 0), layout.SizeText, false, p.Colors.Text)
		x += wide + 18*u
	}
	return baseline - layout.TextRise*p.TextSize() + high + 8*u
}

// ending says how likely a run has reached the cap in the end.
func ending(r Run) string {
	return percent(r.Result.Reached.Value) + " by " + strconv.Itoa(r.Subject.Scenario.LastYear)
}

// yearEnds marks how likely the first scenario reaches the cap by the end of each year.
func (c Dates) yearEnds(p *layout.Page, r Run) {
	u := p.Unit
	for _, q := range r.Result.Quarters {
		if q.First.Quarter() != 4 {
			continue
		}
		x, y := p.Frame.XAt(float64(q.First+3)), p.Frame.Y(unit.Amount(q.ReachedBy))
		p.Mark(paint.XY(x, y), 4, false)
		p.Settle(layout.Label{
			Bodies: []string{percent(q.ReachedBy)}, Size: layout.SizeSmall, Color: p.Colors.Text,
			Places: []layout.Place{layout.At(x-8*u, y-6*u, 1), layout.At(x+8*u, y+14*u, 0), layout.At(x-8*u, y+14*u, 1)},
		})
	}
}

// dashes tell several curves apart without their colors.
var dashes = [][]float64{nil, {9, 4}, {3, 3}, {12, 3, 3, 3}}

// from sets the slots to the quarters of a run.
func (f *Frame) from(p *layout.Page, r Run) {
	for _, q := range r.Result.Quarters {
		left, right := p.Frame.XAt(float64(q.First)), p.Frame.XAt(float64(q.First+3))
		words := "by the end of " + unit.QuarterOf(q.First).Words()
		f.Slots = append(f.Slots, Slot{Box: layout.NewRect(left, f.Plot.Top, right, f.Plot.Bottom), First: q.First, Words: words, Probability: q.ReachedBy})
	}
}

// calendar writes the years below the plot.
func calendar(p *layout.Page) {
	u, baseline := p.Unit, p.Frame.Plot.Bottom+(layout.SizeTick+3)*p.Unit+layout.TextRise*p.TextSize()
	every := 1
	for wide := p.Frame.Plot.Width() / p.Frame.Months() * 12; float64(every)*wide < p.Width("2028", layout.SizeText, false)+10*u; {
		every++
	}
	for m := p.Frame.From; m <= p.Frame.Through; m++ {
		if m.Month() != 1 && m != p.Frame.From {
			continue
		}
		x := p.Frame.XAt(float64(m))
		p.Line(p.Colors.Axis, u, nil, paint.XY(x, p.Frame.Plot.Bottom), paint.XY(x, p.Frame.Plot.Bottom+layout.SizeTick*u))
		if m.Year()%every == 0 {
			p.Put(strconv.Itoa(m.Year()), layout.At(p.Frame.XAt(float64(m)+6), baseline, 0.5), layout.SizeText, false, p.Colors.Muted)
		}
	}
}

// name writes beside the only curve whose it is and how high it ends.
func name(p *layout.Page, r Run) {
	u, name := p.Unit, r.Subject.Scenario.Name
	lb := layout.Label{Bodies: []string{name + ": " + ending(r), name}, Size: layout.SizeText, Bold: true, Color: p.Colors.Text}
	for k := range r.Result.Quarters {
		q := r.Result.Quarters[len(r.Result.Quarters)-1-k]
		x, y := p.Frame.XAt(float64(q.First+3)), p.Frame.Y(unit.Amount(q.ReachedBy))
		lb.Places = append(lb.Places, layout.At(x-10*u, y-8*u, 1), layout.At(x-4*u, y+10*u+layout.TextRise*p.TextSize(), 1), layout.At(x+12*u, y+18*u, 0))
	}
	p.Settle(lb)
}
