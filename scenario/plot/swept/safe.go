package swept

import (
	"errors"
	"math"

	"headroom/scenario"
	"headroom/scenario/plot"
	"headroom/scenario/plot/layout"
	"headroom/scenario/plot/paint"
	"headroom/scenario/sweep"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// KindSafe is the kind of a chart of safe ranges.
const KindSafe plot.Kind = "range"

// A Safe shows how far each input may move while a statement holds: a bar on the range
// that is useful, with the present value in it.
type Safe struct {
	Subject   plot.Subject
	Among     []plot.Subject // those that it is ranked among, where an order holds
	Holds     string         // what kind of statement it is, for who brings the picture back
	Statement sweep.Statement
	Ranges    []sweep.Safe
	Frame     *Frame // is set to what is where, unless nil
}

var _ plot.Chart = Safe{}

// Kind returns KindSafe.
func (Safe) Kind() plot.Kind { return KindSafe }

// Shown returns the scenario whose inputs are moved.
func (c Safe) Shown() []plot.Subject { return one(c.Subject) }

// Span returns its horizon.
func (c Safe) Span() (from, through unit.Month) { return span(c.Subject) }

// Check reports that there are no ranges.
func (c Safe) Check() error {
	if len(c.Ranges) == 0 {
		return errors.New("nothing to draw: the scenario has no input that can be moved")
	}
	return nil
}

// Draw draws one row a range.
func (c Safe) Draw(d *plot.Drawing, inks []layout.Palette) {
	f := c.Frame
	if f == nil {
		f = &Frame{}
	}
	*f = Frame{}
	p, s := &d.Page, c.Subject.Scenario
	u, room := p.Unit, p.Outer()
	var names, lows, highs []string
	for _, r := range c.Ranges {
		low, high := SafeEnds(r)
		names, lows, highs = append(names, words.Varied(s, r.Input)), append(lows, low), append(highs, high)
	}
	nameWide := math.Min(widest(p, names, layout.SizeText, false), room.Width()*0.34)
	endWide := math.Max(widest(p, lows, layout.SizeSmall, false), widest(p, highs, layout.SizeSmall, false)) + 15*u
	f.Plot = layout.NewRect(room.Left+nameWide+12*u+endWide, room.Top, room.Right-endWide, room.Bottom)
	high := math.Min(f.Plot.Height()/float64(len(c.Ranges)), 34*u)
	for i, r := range c.Ranges {
		top := f.Plot.Top + float64(i)*high
		box := layout.NewRect(room.Left, top, room.Right, top+high)
		size := math.Min(layout.SizeText, layout.LineIn(high/u))
		small := min(size, layout.SizeSmall)
		y := rowBaseline(p, box.Top, box.Bottom, size)
		p.Put(p.Fitted(names[i], size, false, nameWide), layout.At(room.Left+nameWide, y, 1), size, false, p.Colors.Text)
		mid, half := (box.Top+box.Bottom)/2, math.Min(high*0.3, 7*u)
		track := layout.NewRect(f.Plot.Left, mid-half*0.45, f.Plot.Right, mid+half*0.45)
		p.Fill(layout.WithAlpha(p.Colors.Axis, 70), track)
		over := useful(s, r)
		scale := Scale{over.Low, over.High, f.Plot.Left, f.Plot.Right}
		row := Row{Input: r.Input, Box: box, Still: !r.Holds}
		bar := func(i sweep.Span, alpha uint8) layout.Rect {
			left, right := scale.Clipped(i.Low), scale.Clipped(i.High)
			b := layout.NewRect(left, mid-half, max(right, left+2*u), mid+half)
			p.Fill(layout.WithAlpha(inks[0].Line, alpha), b)
			return b
		}
		for _, other := range r.Others {
			bar(other, 90)
		}
		if r.Holds {
			row.Bar = bar(r.Range, 255)
			p.Put(lows[i], layout.At(f.Plot.Left-11*u, y, 1), small, false, p.Colors.Muted)
			p.Put(highs[i], layout.At(f.Plot.Right+11*u, y, 0), small, false, p.Colors.Muted)
		}
		if !r.NoValue {
			at := paint.XY(scale.Clipped(r.Value), mid)
			p.Disc(at, 4.5*u, p.Colors.Under, p.Colors.Strong, 2*u)
		}
		f.Rows = append(f.Rows, row)
	}
}

// SafeEnds returns the ends of a safe range as people read them: "any" where it goes on as
// far as is legal, and nothing where it does not hold.
func SafeEnds(r sweep.Safe) (low, high string) {
	if !r.Holds {
		return "", ""
	}
	low, high = sweep.Text(r.Input, r.Range.Low), sweep.Text(r.Input, r.Range.High)
	if r.LowLimit {
		low = "any"
	}
	if r.HighLimit {
		high = "any"
	}
	return low, high
}

// useful returns the range that a row covers: the first range of the input, widened to
// show where it ends being safe, but not as far as nobody goes.
func useful(s scenario.Scenario, r sweep.Safe) sweep.Span {
	over, err := sweep.FirstRange(s, r.Input)
	if err != nil {
		return r.Range
	}
	wide := over.High - over.Low
	if wide == 0 {
		wide = 1
	}
	most := 4 * wide
	if low := r.Range.Low; r.Holds && !r.LowLimit && low < over.Low {
		over.Low = max(low-0.15*wide, over.Low-most)
	}
	if high := r.Range.High; r.Holds && !r.HighLimit && high > over.High {
		over.High = min(high+0.15*wide, over.High+most)
	}
	if !r.NoValue {
		over.Low, over.High = min(over.Low, r.Value), max(over.High, r.Value)
	}
	return over
}
