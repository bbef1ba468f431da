package swept

import (
	"errors"
	"image/color"
	"math"

	"headroom/scenario"
	"headroom/scenario/plot"
	"headroom/scenario/plot/layout"
	"headroom/scenario/plot/paint"
	"headroom/scenario/solve"
	"headroom/scenario/sweep"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// KindTornado is the kind of a tornado.
const KindTornado plot.Kind = "tornado"

// A Tornado shows by how much each input moves a result, as bars.
type Tornado struct {
	Subject plot.Subject
	Tornado sweep.Tornado
	Spider  bool   // whether it is shown as lines over the ranges instead
	Frame   *Frame // is set to what is where, unless nil
}

// A Frame is where rows and bars of a chart are, in logical pixels.
type Frame struct {
	Plot   layout.Rect
	Across Scale // of the result, or of what the chart says
	Rows   []Row
}

// A Row is one input's.
type Row struct {
	Input scenario.Input
	Box   layout.Rect
	Bar   layout.Rect
	Still bool         // there is no bar
	Line  []paint.Spot // where the result is shown as one, from the left to the right
}

// RowAt returns the row at a height, and false where none is.
func (f *Frame) RowAt(y float64) (Row, bool) {
	for _, r := range f.Rows {
		if y >= r.Box.Top && y < r.Box.Bottom {
			return r, true
		}
	}
	return Row{}, false
}

// RowNear returns the row whose line passes nearest to a place within the plot, false
// where none is near; where there are no lines, and beside the plot, the row at its height.
func (f *Frame) RowNear(x, y float64) (near Row, ok bool) {
	const reach = 24 // logical pixels
	least := math.Inf(1)
	for _, r := range f.Rows {
		for i := 1; i < len(r.Line); i++ {
			a, b := r.Line[i-1], r.Line[i]
			if x < a.X || x > b.X || a.X == b.X {
				continue
			}
			if off := math.Abs(a.Y + (b.Y-a.Y)*(x-a.X)/(b.X-a.X) - y); off < least {
				near, least = r, off
			}
		}
	}
	if f.Plot.Contains(x, y) && !math.IsInf(least, 1) {
		return near, least <= reach
	}
	return f.RowAt(y)
}

// Kind returns KindTornado.
func (Tornado) Kind() plot.Kind { return KindTornado }

// Shown returns the scenario whose inputs are moved.
func (t Tornado) Shown() []plot.Subject { return one(t.Subject) }

// Span returns its horizon.
func (t Tornado) Span() (from, through unit.Month) { return span(t.Subject) }

// Check reports a tornado without bars.
func (t Tornado) Check() error {
	if len(t.Tornado.Bars) == 0 {
		return errors.New("nothing to draw: the scenario has no input that can be moved")
	}
	return nil
}

// Draw draws the bars, or the lines.
func (t Tornado) Draw(d *plot.Drawing, _ []layout.Palette) {
	frame := t.Frame
	if frame == nil {
		frame = &Frame{}
	}
	*frame = Frame{}
	if t.Spider {
		t.spider(&d.Page, frame)
		return
	}
	t.bars(&d.Page, frame)
}

func (t Tornado) place(v solve.Value) float64 {
	return sweep.Place(t.Tornado.Scenario, t.Tornado.Result, v)
}

// bars draws one row a bar, and below what each side means.
func (t Tornado) bars(p *layout.Page, f *Frame) {
	w, s, u := t.Tornado, t.Tornado.Scenario, p.Unit
	room := p.Outer()
	foot := 2.6 * p.TextSize()
	if room.Height() < 120*u {
		foot = 0
	}
	names := make([]string, len(w.Bars))
	ends := make([]string, 0, 2*len(w.Bars))
	low, high := math.Inf(1), math.Inf(-1)
	for i, b := range w.Bars {
		names[i] = words.Varied(s, b.Input)
		if b.Span > 0 {
			low, high = min(low, t.place(b.Least.Value)), max(high, t.place(b.Greatest.Value))
			ends = append(ends, endText(s, b, b.Least), endText(s, b, b.Greatest))
		}
	}
	if low > high {
		low, high = 0, 1
	}
	nameWide := math.Min(widest(p, names, layout.SizeText, false), room.Width()*0.34)
	endWide := widest(p, ends, layout.SizeSmall, false) + 12*u
	if room.Width()-nameWide-2*endWide < 80*u {
		endWide = 6 * u
	}
	f.Plot = layout.NewRect(room.Left+nameWide+12*u, room.Top, room.Right, room.Bottom-foot)
	f.Across = Scale{low, high, f.Plot.Left + endWide, f.Plot.Right - endWide}
	high1 := math.Min(f.Plot.Height()/float64(len(w.Bars)), 38*u)
	f.Plot.Bottom = f.Plot.Top + high1*float64(len(w.Bars))
	base := t.place(w.Base)
	for i, b := range w.Bars {
		top := f.Plot.Top + float64(i)*high1
		t.bar(p, f, i, b, layout.NewRect(room.Left, top, room.Right, top+high1), names[i], nameWide, base)
	}
	if !math.IsNaN(base) && len(ends) > 0 {
		x := f.Across.Clipped(base)
		p.Line(p.Colors.Strong, 1.2*u, nil, paint.XY(x, f.Plot.Top), paint.XY(x, f.Plot.Bottom+4*u))
	}
	if foot > 0 && len(ends) > 0 {
		t.foot(p, f, base)
	}
}

// endText says with what value of the input an end of a bar comes.
func endText(s scenario.Scenario, b sweep.Bar, at sweep.Point) string {
	if b.NoValue && at.X == b.Value {
		return sweep.Own(s, b.Input)
	}
	return sweep.Text(b.Input, at.X)
}

// lineOf is how far the lines of a reason are apart, in sizes of their text.
const lineOf = 1.25

// bar draws one row.
func (t Tornado) bar(p *layout.Page, f *Frame, i int, b sweep.Bar, box layout.Rect, name string, nameWide, base float64) {
	u, s := p.Unit, t.Tornado.Scenario
	size := math.Min(layout.SizeText, layout.LineIn(box.Height()/u))
	y := rowBaseline(p, box.Top, box.Bottom, size)
	row := Row{Input: b.Input, Box: box, Still: b.Span == 0}
	p.Put(p.Fitted(name, size, false, nameWide), layout.At(box.Left+nameWide, y, 1), size, false, p.Colors.Text)
	if row.Still {
		said := "no effect"
		if b.Reason != "" {
			said += ": " + b.Reason
		}
		x, end := f.Plot.Left+4*u, f.Plot.Right
		if !math.IsNaN(base) && f.Across.From != f.Across.To {
			if at := f.Across.Clipped(base); f.Plot.Right-at >= at-f.Plot.Left {
				x = at + 8*u
			} else if p.Width(said, layout.SizeSmall, false) < f.Plot.Right-at-8*u {
				x = at + 8*u
			} else {
				end = at - 8*u
			}
		}
		if p.Width(said, min(size, layout.SizeSmall), false) > end-x && b.Reason != "" {
			said = b.Reason // no bar says the rest
		}
		small, most := min(size, layout.SizeSmall), 1
		if box.Height() >= 2*lineOf*small*u {
			most = 2 // where one line would be cut short
		}
		lines := p.Wrapped(said, small, false, end-x, most)
		for k, line := range lines {
			down := (float64(k) - float64(len(lines)-1)/2) * lineOf * small * u
			p.Put(line, layout.At(x, y+down, 0), small, false, p.Colors.Muted)
		}
		f.Rows = append(f.Rows, row)
		return
	}
	half := math.Min(box.Height()*0.36, 12*u)
	mid := (box.Top + box.Bottom) / 2
	left, right := f.Across.At(t.place(b.Least.Value)), f.Across.At(t.place(b.Greatest.Value))
	from := min(max(f.Across.At(base), left), right)
	if math.IsNaN(base) {
		from = left
	}
	more, less := sides(p)
	side := func(x1, x2 float64, at sweep.Point) {
		ink := more
		if at.X < b.Value && !b.NoValue {
			ink = less
		}
		if x2-x1 > 0.2 {
			p.Fill(ink, layout.NewRect(x1, mid-half, x2, mid+half))
		}
	}
	side(left, from, b.Least)
	side(from, right, b.Greatest)
	row.Bar = layout.NewRect(left, mid-half, max(right, left+1), mid+half)
	small := min(size, layout.SizeSmall)
	if from-left > 0.5 || b.Least.X != b.Value {
		p.Put(endText(s, b, b.Least), layout.At(left-5*u, y, 1), small, false, p.Colors.Muted)
	}
	if right-from > 0.5 || b.Greatest.X != b.Value {
		p.Put(endText(s, b, b.Greatest), layout.At(right+5*u, y, 0), small, false, p.Colors.Muted)
	}
	f.Rows = append(f.Rows, row)
}

// foot says what the line is, which way is which, and what the two colors mean.
func (t Tornado) foot(p *layout.Page, f *Frame, base float64) {
	w, s, u := t.Tornado, t.Tornado.Scenario, p.Unit
	y := f.Plot.Bottom + 1.4*p.TextSize()
	left, right := "less", "more"
	if w.Result == solve.CapReached {
		left, right = "earlier", "later"
	}
	a := p.Put(left, layout.At(f.Plot.Left, y, 0), layout.SizeSmall, false, p.Colors.Muted)
	b := p.Put(right, layout.At(f.Plot.Right, y, 1), layout.SizeSmall, false, p.Colors.Muted)
	if !math.IsNaN(base) {
		said := "now " + sweep.Said(s, w.Result, w.Base)
		half := p.Width(said, layout.SizeText, true) / 2
		x := min(max(f.Across.Clipped(base), a.Right+8*u+half), b.Left-8*u-half)
		if x-half > a.Right {
			p.Put(said, layout.At(x, y, 0.5), layout.SizeText, true, p.Colors.Text)
		}
	}
	more, less := sides(p)
	y += 1.25 * p.TextSize()
	x := f.Plot.Left
	for _, key := range []struct {
		ink  color.NRGBA
		said string
	}{{more, "with more of the input"}, {less, "with less"}} {
		p.Fill(key.ink, layout.NewRect(x, y-8*u, x+10*u, y+1*u))
		box := p.Put(key.said, layout.At(x+15*u, y, 0), layout.SizeSmall, false, p.Colors.Muted)
		x = box.Right + 16*u
	}
}

// spider draws the result over each input's range, from its low end to its high one.
func (t Tornado) spider(p *layout.Page, f *Frame) {
	w, s, u := t.Tornado, t.Tornado.Scenario, p.Unit
	room := p.Outer()
	low, high := math.Inf(1), math.Inf(-1)
	var names []string
	for _, b := range w.Bars {
		if b.Span == 0 {
			continue
		}
		names = append(names, words.Varied(s, b.Input))
		low, high = min(low, t.place(b.Least.Value)), max(high, t.place(b.Greatest.Value))
	}
	if low > high {
		p.Put("No input has an effect over its range.", layout.At(room.Left, room.Top+2*p.TextSize(), 0), layout.SizeText, false, p.Colors.Muted)
		return
	}
	marks := ticks(s, w.Result, low, high, max(2, room.Height()/(40*u)))
	var labels []string
	for _, at := range marks {
		labels = append(labels, tickLabel(s, w.Result, at))
	}
	key := widest(p, names, layout.SizeSmall, false) + 26*u
	left := room.Left + widest(p, labels, layout.SizeText, false) + 10*u
	f.Plot = layout.NewRect(left, room.Top+8*u, max(left+40*u, room.Right-key-14*u), room.Bottom-2.6*p.TextSize())
	up := Scale{low, high, f.Plot.Bottom, f.Plot.Top}
	f.Across = Scale{0, 1, f.Plot.Left, f.Plot.Right}
	for i, at := range marks {
		y := up.At(at)
		p.Line(p.Colors.Grid, u, nil, paint.XY(f.Plot.Left, y), paint.XY(f.Plot.Right, y))
		p.Put(labels[i], layout.At(f.Plot.Left-8*u, y+layout.CapHeight/2*p.TextSize(), 1), layout.SizeText, false, p.Colors.Muted)
	}
	for _, part := range []float64{0, 0.5, 1} {
		x := f.Across.At(part)
		p.Line(p.Colors.Grid, u, nil, paint.XY(x, f.Plot.Top), paint.XY(x, f.Plot.Bottom))
	}
	y := f.Plot.Bottom + 1.4*p.TextSize()
	p.Put("low end of its range", layout.At(f.Plot.Left, y, 0), layout.SizeSmall, false, p.Colors.Muted)
	p.Put("high end", layout.At(f.Plot.Right, y, 1), layout.SizeSmall, false, p.Colors.Muted)
	n := 0
	for _, b := range w.Bars {
		if b.Span == 0 {
			continue
		}
		spots := t.line(b, f.Across, up)
		ink := lineColor(p, n)
		dash := [][]float64{nil, {7, 4}, {2, 3}}[n/len(lines)%3]
		p.Line(ink, 2*u, p.Dashes(dash), spots...)
		for _, at := range spots {
			p.Disc(at, 2.5*u, ink, ink, 0)
		}
		top := f.Plot.Top + float64(n)*1.5*p.TextSize()
		if top+p.TextSize() < f.Plot.Bottom {
			x := f.Plot.Right + 14*u
			p.Line(ink, 2*u, p.Dashes(dash), paint.XY(x, top+5*u), paint.XY(x+18*u, top+5*u))
			p.Put(names[n], layout.At(x+24*u, top+9*u, 0), layout.SizeSmall, false, p.Colors.Text)
		}
		f.Rows = append(f.Rows, Row{Input: b.Input, Line: spots, Box: layout.NewRect(f.Plot.Right, top-2*u, room.Right, top+1.4*p.TextSize())})
		n++
	}
}

// line returns the places of a bar's points over its range.
func (t Tornado) line(b sweep.Bar, across, up Scale) []paint.Spot {
	over := Scale{b.Range.Low, b.Range.High, across.A, across.B}
	var out []paint.Spot
	for _, point := range b.Points {
		at := t.place(point.Value)
		if x := over.At(point.X); !math.IsNaN(at) && x >= across.A-1 && x <= across.B+1 {
			out = append(out, paint.XY(x, up.At(at)))
		}
	}
	return out
}

// Title says what a tornado shows, as a heading.
func (t Tornado) Title() string { return TitleOf(t.Tornado.Result) }

// TitleOf asks what moves a result.
func TitleOf(r solve.Result) string {
	if r == solve.CapReached {
		return "What moves the date the cap is reached?"
	}
	return "What moves the " + words.Quantity(r) + "?"
}
