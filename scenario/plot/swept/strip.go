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
)

// KindStrip is the kind of a strip.
const KindStrip plot.Kind = "solve"

// A Strip shows a result along one input: the target as a line across, the present value,
// and the values that reach the target.
type Strip struct {
	Subject plot.Subject
	Input   scenario.Input
	Result  solve.Result
	Target  solve.Value
	Points  []sweep.Point // ascending
	Answers []sweep.Span  // those that reach the target
	Chosen  float64       // of them the nearest; NaN for none
	Frame   *Frame        // is set to what is where, unless nil
}

var _ plot.Chart = Strip{}

// Kind returns KindStrip.
func (Strip) Kind() plot.Kind { return KindStrip }

// Shown returns the scenario whose input is looked along.
func (c Strip) Shown() []plot.Subject { return one(c.Subject) }

// Span returns its horizon.
func (c Strip) Span() (from, through unit.Month) { return span(c.Subject) }

// Check reports a strip of less than two points.
func (c Strip) Check() error {
	if len(c.Points) < 2 {
		return errors.New("nothing to draw: the input has no range")
	}
	return nil
}

// Draw draws the line.
func (c Strip) Draw(d *plot.Drawing, inks []layout.Palette) {
	f := c.Frame
	if f == nil {
		f = &Frame{}
	}
	*f = Frame{}
	p, s := &d.Page, c.Subject.Scenario
	u, room := p.Unit, p.Outer()
	target := sweep.Place(s, c.Result, c.Target)
	low, high := target, target
	for _, point := range c.Points {
		if at := sweep.Place(s, c.Result, point.Value); !math.IsNaN(at) {
			low, high = min(low, at), max(high, at)
		}
	}
	if low == high {
		low, high = low-1, high+1
	}
	marks := ticks(s, c.Result, low, high, max(2, room.Height()/(32*u)))
	labels := make([]string, len(marks))
	for i, at := range marks {
		labels[i] = tickLabel(s, c.Result, at)
	}
	left := room.Left + widest(p, labels, layout.SizeSmall, false) + 10*u
	f.Plot = layout.NewRect(left, room.Top+8*u, room.Right-8*u, room.Bottom-1.7*p.TextSize())
	if f.Plot.Width() < layout.LeastPlot || f.Plot.Height() < layout.LeastPlot/2 {
		return
	}
	up := Scale{low, high, f.Plot.Bottom, f.Plot.Top}
	f.Across = Scale{c.Points[0].X, c.Points[len(c.Points)-1].X, f.Plot.Left, f.Plot.Right}
	for i, at := range marks {
		y := up.At(at)
		p.Line(p.Colors.Grid, u, nil, paint.XY(f.Plot.Left, y), paint.XY(f.Plot.Right, y))
		p.Put(labels[i], layout.At(f.Plot.Left-7*u, y+layout.CapHeight/2*layout.SizeSmall*u, 1), layout.SizeSmall, false, p.Colors.Muted)
	}
	for _, span := range c.Answers {
		a, b := f.Across.Clipped(span.Low), f.Across.Clipped(span.High)
		if b-a > 2 {
			p.Fill(layout.WithAlpha(inks[0].Line, 60), layout.NewRect(a, f.Plot.Top, b, f.Plot.Bottom))
		}
	}
	y := up.At(target)
	p.Line(p.Colors.Strong, 1.5*u, p.Dashes(layout.DashCap), paint.XY(f.Plot.Left, y), paint.XY(f.Plot.Right, y))
	c.curve(p, f, up, inks[0])
	c.ends(p, f)
	if present := c.Input.Value(s); c.Input != scenario.InputCap || s.Terms.Share.Capped {
		c.marked(p, f, present, "now", p.Colors.Muted, false)
	}
	for _, span := range c.Answers {
		mid := min(max(c.Chosen, span.Low), span.High)
		at := paint.XY(f.Across.Clipped(mid), y)
		p.Disc(at, 5*u, inks[0].Line, p.Colors.Under, 1.5*u)
	}
	if !math.IsNaN(c.Chosen) {
		c.marked(p, f, c.Chosen, sweep.Text(c.Input, c.Chosen), p.Colors.Text, true)
	}
}

// curve draws the result, broken where there is none.
func (c Strip) curve(p *layout.Page, f *Frame, up Scale, ink layout.Palette) {
	var line []paint.Spot
	flush := func() {
		if len(line) > 1 {
			p.Line(ink.Line, 2*p.Unit, nil, line...)
		}
		line = nil
	}
	for _, point := range c.Points {
		at := sweep.Place(c.Subject.Scenario, c.Result, point.Value)
		if math.IsNaN(at) {
			flush()
			continue
		}
		line = append(line, paint.XY(f.Across.At(point.X), up.At(at)))
	}
	flush()
}

// ends writes the ends of the input's range below.
func (c Strip) ends(p *layout.Page, f *Frame) {
	y := f.Plot.Bottom + 1.3*p.TextSize()
	p.Put(sweep.Text(c.Input, c.Points[0].X), layout.At(f.Plot.Left, y, 0), layout.SizeSmall, false, p.Colors.Muted)
	p.Put(sweep.Text(c.Input, c.Points[len(c.Points)-1].X), layout.At(f.Plot.Right, y, 1), layout.SizeSmall, false, p.Colors.Muted)
}

// marked draws an upright line at a value and says below what it is, where there is room.
func (c Strip) marked(p *layout.Page, f *Frame, v float64, said string, ink color.NRGBA, bold bool) {
	x := f.Across.At(v)
	if x < f.Plot.Left-1 || x > f.Plot.Right+1 {
		return
	}
	p.Line(ink, p.Unit, p.Dashes(layout.DashDrop), paint.XY(x, f.Plot.Top), paint.XY(x, f.Plot.Bottom))
	y := f.Plot.Bottom + 1.3*p.TextSize()
	half := p.Width(said, layout.SizeSmall, bold) / 2
	box := layout.NewRect(x-half-4, y-10*p.Unit, x+half+4, y+3*p.Unit)
	for _, t := range p.Texts {
		if t.Box.Overlaps(box) {
			return
		}
	}
	p.Put(said, layout.At(x, y, 0.5), layout.SizeSmall, bold, ink)
}
