package risk

import (
	"errors"
	"image/color"
	"math"
	"strconv"

	"headroom/scenario/outcomes"
	"headroom/scenario/plot"
	"headroom/scenario/plot/layout"
	"headroom/scenario/plot/paint"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
)

// KindPaid is the kind of Paid.
const KindPaid plot.Kind = "paid"

// Paid shows on how many paths of a run how much is paid over the horizon: paths that
// reach the cap apart from those that do not, what many of them pay to the cent as a bar
// of its own, and where the 5th percentile, the median and the 95th lie.
type Paid struct {
	Subject  plot.Subject
	Result   simulate.Result
	Outcomes outcomes.Paid
	Frame    *Frame // is set to what is where, unless nil
}

var _ plot.Chart = Paid{}

// Kind returns KindPaid.
func (Paid) Kind() plot.Kind { return KindPaid }

// Shown returns the scenario.
func (c Paid) Shown() []plot.Subject { return []plot.Subject{c.Subject} }

// Span returns its horizon.
func (c Paid) Span() (from, through unit.Month) {
	return c.Subject.Scenario.FirstMonth(), c.Subject.Scenario.LastMonth()
}

// Check reports a run of which nothing was counted.
func (c Paid) Check() error {
	if c.Outcomes.Paths < 1 || len(c.Outcomes.Bins) == 0 && c.Outcomes.Peak.Paths == 0 {
		return errors.New("nothing to draw: no path was counted")
	}
	return nil
}

// across maps amounts to pixels.
type across struct{ from, to, left, right float64 }

func (a across) at(v float64) float64 {
	return a.left + (v-a.from)/(a.to-a.from)*(a.right-a.left)
}

// Draw draws the bars, and marks percentiles above them.
func (c Paid) Draw(d *plot.Drawing, _ []layout.Palette) {
	frame := c.Frame
	if frame == nil {
		frame = &Frame{}
	}
	*frame = Frame{}
	p, u, o := &d.Page, d.Unit, &c.Outcomes
	most := float64(o.Peak.Paths)
	for _, b := range o.Bins {
		most = math.Max(most, float64(b.Paths()))
	}
	room := p.Heading()
	words := room.Height() > 130*u
	if words {
		room.Top = c.key(p, room)
		room.Top += 2*1.25*layout.SizeSmall*u + 4*u
	}
	percents(p, room, 1.12*most/float64(o.Paths), 0)
	frame.Plot = p.Frame.Plot
	scale := c.across(frame.Plot)
	frame.Slots = c.slots(p, scale, frame.Plot)
	c.bars(p, scale)
	d.Baseline()
	if frame.Plot != p.Box {
		c.amounts(p, scale)
		if words {
			c.marks(p, scale)
		}
		c.labelPeak(p, scale)
	}
	d.DrawGrid()
}

// across returns where amounts lie: all bins and the peak, with a little room beside.
func (c Paid) across(plot layout.Rect) across {
	o := &c.Outcomes
	from, to := math.Inf(1), math.Inf(-1)
	if n := len(o.Bins); n > 0 {
		from, to = float64(o.Bins[0].From), float64(o.Bins[n-1].To)
	}
	if o.Peak.Paths > 0 {
		from, to = math.Min(from, float64(o.Peak.Amount)), math.Max(to, float64(o.Peak.Amount))
	}
	pad := 0.03 * (to - from)
	if pad <= 0 {
		pad = math.Max(1, 0.1*math.Abs(to))
	}
	return across{math.Max(from-pad, math.Min(0, from)), to + pad, plot.Left, plot.Right}
}

// peakWide is how wide the bar of the peak is, in logical pixels before a page's unit.
const peakWide = 9

// peak returns the bar of the peak.
func (c Paid) peak(p *layout.Page, a across) layout.Rect {
	x, wide := a.at(float64(c.Outcomes.Peak.Amount)), peakWide*p.Unit/2
	return layout.NewRect(x-wide, p.Frame.Y(c.share(c.Outcomes.Peak.Paths)), x+wide, p.Frame.Plot.Bottom)
}

// share returns a number of paths as the vertical axis counts.
func (c Paid) share(paths int) unit.Amount {
	return unit.Amount(float64(paths) / float64(c.Outcomes.Paths))
}

// slots are those of the bars; that of the peak comes first, as it lies above others.
func (c Paid) slots(p *layout.Page, a across, plot layout.Rect) []Slot {
	o := &c.Outcomes
	var out []Slot
	if o.Peak.Paths > 0 {
		box := c.peak(p, a)
		box.Top = plot.Top
		out = append(out, Slot{Box: box, Words: "exactly " + o.Peak.Amount.Table(), Probability: float64(c.share(o.Peak.Paths)), Below: c.below(-1), Full: c.fullPeak()})
	}
	for i, b := range o.Bins {
		out = append(out, Slot{
			Box:   layout.NewRect(a.at(float64(b.From)), plot.Top, a.at(float64(b.To)), plot.Bottom),
			Words: b.From.Table() + " to " + b.To.Table(), Probability: float64(c.share(b.Paths())),
			Below: c.below(i), Full: float64(c.share(b.Full)),
		})
	}
	return out
}

// below returns which part of the paths pays less than a bin, of -1 than the peak.
func (c Paid) below(bin int) float64 {
	o := &c.Outcomes
	if bin >= 0 {
		return o.Below(bin)
	}
	n := o.Less
	for _, b := range o.Bins {
		if b.From < o.Peak.Amount {
			n += b.Paths()
		}
	}
	return float64(n) / float64(o.Paths)
}

// fullPeak returns which part of the paths lies in the peak and reaches the cap.
func (c Paid) fullPeak() float64 {
	if !c.Result.Capped || c.Result.Reached.Value == 0 {
		return 0
	}
	return float64(c.share(c.Outcomes.Peak.Paths))
}

// bars draws paths that do not reach the cap below those that do.
func (c Paid) bars(p *layout.Page, a across) {
	bottom := p.Frame.Plot.Bottom
	gap := 0.0
	if n := len(c.Outcomes.Bins); n > 0 {
		if wide := (a.right - a.left) / float64(n); wide > 6*p.Unit {
			gap = 0.5 * p.Unit
		}
	}
	for _, b := range c.Outcomes.Bins {
		left, right := a.at(float64(b.From))+gap, a.at(float64(b.To))-gap
		low, high := p.Frame.Y(c.share(b.Short)), p.Frame.Y(c.share(b.Paths()))
		if b.Short > 0 {
			p.Fill(c.short(p), layout.NewRect(left, low, right, bottom))
		}
		if b.Full > 0 {
			p.Fill(p.Colors.Line, layout.NewRect(left, high, right, low))
		}
	}
	if c.Outcomes.Peak.Paths > 0 {
		p.Fill(p.Colors.Strong, c.peak(p, a))
	}
}

// short returns the color of paths that do not reach the cap; without a cap all have
// that of the scenario.
func (c Paid) short(p *layout.Page) color.NRGBA {
	if !c.Result.Capped {
		return p.Colors.Line
	}
	return p.Colors.Axis
}

// amounts writes round amounts below the bars.
func (c Paid) amounts(p *layout.Page, a across) {
	u, plot := p.Unit, p.Frame.Plot
	baseline := plot.Bottom + (layout.SizeTick+3)*u + layout.TextRise*p.TextSize()
	most := math.Max(1, plot.Width()/(90*u))
	steps := layout.NewSteps(a.to, math.Max(1, most*a.to/(a.to-a.from)))
	right := math.Inf(-1)
	for i := int(math.Ceil(a.from / steps.Step)); i <= steps.Count; i++ {
		x := a.at(float64(i) * steps.Step)
		label := steps.Label(i)
		half := p.Width(label, layout.SizeText, false) / 2
		if x < plot.Left || x+half > p.Box.Right || x-half < right+8*u {
			continue
		}
		p.Line(p.Colors.Axis, u, nil, paint.XY(x, plot.Bottom), paint.XY(x, plot.Bottom+layout.SizeTick*u))
		right = p.Put(label, layout.At(x, baseline, 0.5), layout.SizeText, false, p.Colors.Muted).Right
	}
}

// marks draws a line where each percentile lies, with its name above the plot; those
// at one place have one name.
func (c Paid) marks(p *layout.Page, a across) {
	u, plot := p.Unit, p.Frame.Plot
	ends := [2]float64{math.Inf(-1), math.Inf(-1)} // of what stands in either row
	type mark struct {
		x     float64
		words string
		at    unit.Amount
	}
	var marks []mark
	for _, percent := range []float64{5, 50, 95} {
		v, ok := c.Result.At(c.Result.Paid, percent)
		if !ok {
			continue
		}
		name := strconv.FormatFloat(percent, 'f', -1, 64) + "%"
		if percent == 50 {
			name = "median"
		}
		x := min(max(a.at(float64(v)), plot.Left), plot.Right)
		if n := len(marks); n > 0 && x-marks[n-1].x < 2*u {
			marks[n-1].words += ", " + name
			continue
		}
		marks = append(marks, mark{x, name, v})
	}
	for i, m := range marks {
		said := m.words + " " + m.at.Headline()
		half := p.Width(said, layout.SizeSmall, false) / 2
		x := m.x
		if n := len(marks); n > 1 && i == 0 {
			x -= half - 3*u
		} else if n > 1 && i == n-1 {
			x += half - 3*u
		}
		x = min(max(x, plot.Left+half), p.Box.Right-4*u-half)
		for row := range ends {
			if x-half < ends[row]+8*u {
				continue
			}
			y := plot.Top - 5*u - float64(row)*1.25*layout.SizeSmall*u
			ends[row] = p.Put(said, layout.At(x, y, 0.5), layout.SizeSmall, false, p.Colors.Text).Right
			p.Line(p.Colors.Text, 1.2*u, p.Dashes([]float64{3, 3}), paint.XY(m.x, y+2*u), paint.XY(m.x, plot.Bottom))
			break
		}
	}
}

// labelPeak says beside the peak how many paths pay that.
func (c Paid) labelPeak(p *layout.Page, a across) {
	if c.Outcomes.Peak.Paths == 0 {
		return
	}
	u, bar := p.Unit, c.peak(p, a)
	said := simulate.Likely(float64(c.share(c.Outcomes.Peak.Paths))) + " pay " + c.Outcomes.Peak.Amount.Headline()
	if c.Outcomes.Peak.Paths == c.Outcomes.Paths {
		said = "every path pays " + c.Outcomes.Peak.Amount.Headline()
	}
	y := bar.Top + 14*u
	p.Settle(layout.Label{
		Bodies: []string{said}, Size: layout.SizeText, Bold: true, Color: p.Colors.Text,
		Places: []layout.Place{layout.At(bar.Left-6*u, y, 1), layout.At(bar.Right+6*u, y, 0)},
	})
}

// key says what the colors mean, and returns where the room below it begins.
func (c Paid) key(p *layout.Page, room layout.Rect) float64 {
	u := p.Unit
	baseline, x := room.Top+layout.TextRise*p.TextSize(), room.Left
	peak := "the whole cap"
	if c.fullPeak() == 0 {
		peak = "the same amount"
	}
	full, short := 0, 0
	for _, b := range c.Outcomes.Bins {
		full, short = full+b.Full, short+b.Short
	}
	for _, e := range []struct {
		words string
		color color.NRGBA
		shown bool
	}{
		{"cap reached", p.Colors.Line, full > 0},
		{"cap not reached", c.short(p), c.Result.Capped && short > 0},
		{"paths", p.Colors.Line, !c.Result.Capped && short > 0},
		{peak, p.Colors.Strong, c.Outcomes.Peak.Paths > 0},
	} {
		wide := 20*u + p.Width(e.words, layout.SizeText, false)
		if !e.shown || x+wide > room.Right {
			continue
		}
		p.Fill(e.color, layout.NewRect(x, baseline-9*u, x+14*u, baseline+u))
		p.Put(e.words, layout.At(x+20*u, baseline, 0), layout.SizeText, false, p.Colors.Muted)
		x += wide + 18*u
	}
	if beyond := c.Outcomes.Less + c.Outcomes.More; beyond > 0 {
		note := simulate.Likely(float64(c.share(beyond))) + " pay less or more than is shown"
		if x+p.Width(note, layout.SizeSmall, false) < room.Right {
			p.Put(note, layout.At(room.Right, baseline, 1), layout.SizeSmall, false, p.Colors.Muted)
		}
	}
	return room.Top + p.TextSize()*(layout.TextRise+layout.TextFall) + 6*u
}
