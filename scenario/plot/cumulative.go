package plot

import (
	"image/color"
	"math"
	"strconv"

	"headroom/scenario/plot/layout"
	"headroom/scenario/plot/paint"
	"headroom/scenario/unit"
)

// A Cumulative shows what counts toward the cap of one subject over time.
type Cumulative struct{ Subject Subject }

var _ Chart = Cumulative{}

// Kind returns KindCumulative.
func (Cumulative) Kind() Kind { return KindCumulative }

// Shown returns the subject.
func (c Cumulative) Shown() []Subject { return []Subject{c.Subject} }

// Check finds nothing: what counts can always be drawn.
func (Cumulative) Check() error { return nil }

// Span returns the subject's horizon.
func (c Cumulative) Span() (from, through unit.Month) { return horizon(c.Shown()) }

// Draw draws the lines of what counts and of the share before the cap.
func (c Cumulative) Draw(d *Drawing, _ []layout.Palette) {
	d.track.fill(c.Subject)
	top := float64(d.Options.Top)
	if top == 0 {
		top = topOfTrack(&d.track, c.Subject, d.Options)
	}
	d.Axes(d.Heading(), top)
	d.cumulative(c.Subject)
	d.DrawGrid()
	d.Frames.Panels = []Panel{{Frame: d.framed(), Box: d.Box}}
}

// cumulative draws what counts toward the cap, the share before the cap, the cap
// and where it is reached, and labels them.
func (d *Drawing) cumulative(s Subject) {
	f, share := &d.Frame, s.Scenario.Terms.Share
	d.track.settle(s, d.known)
	counted := d.curve(d.track.counted)
	d.shade(d.track.counted, counted, d.Colors.Tint)
	var plan planLine
	planShown := false
	if d.track.known {
		actual, _, _ := d.track.pieces()
		d.shade(actual, d.curve(actual), layout.WithAlpha(d.Colors.Tint, alphaActual))
		plan, planShown = d.drawPlan(share, d.track.counted)
	}
	due := d.curve(d.track.uncapped)
	if len(due) > 1 {
		d.Line(d.Colors.Line, layout.WidthDue*d.Unit, d.Dashes(layout.DashDue), due...)
	}
	switch {
	case d.track.known:
		d.drawCounted(layout.WidthLine, dashForecast, nil)
	case len(counted) > 1:
		d.Line(d.Colors.Line, layout.WidthLine*d.Unit, nil, counted...)
	}
	d.Baseline()
	through, throughShown := d.drawThrough(s.Projection.ActualsThrough, at(d.track.counted, d.track.through), 0)
	d.Marks.Capped = share.Capped && share.Cap <= f.Top
	if d.Marks.Capped {
		d.Marks.CapY = f.Y(share.Cap)
		d.Rule(d.Marks.CapY, counted)
	}
	d.Marks.Reached = d.track.reachedAt && d.track.reached.v <= float64(f.Top) && d.Shows(d.track.reached.t)
	if d.Marks.Reached {
		d.Marks.ReachedX, d.Marks.ReachedY = f.XAt(d.track.reached.t), f.Y(share.Cap)
		d.Drop(paint.XY(d.Marks.ReachedX, d.Marks.ReachedY))
	}
	d.yearEnds()
	d.actualMarks()
	d.Arrow(due)
	d.Arrow(counted)
	if d.Marks.Reached {
		d.Mark(paint.XY(d.Marks.ReachedX, d.Marks.ReachedY), layout.RadiusCap, true)
	}
	d.Avoid(counted)
	d.Avoid(due)
	d.label(s, counted, due, func() {
		if throughShown {
			d.labelThrough(through, "")
		}
	})
	if planShown {
		d.labelPlan(plan, "plan")
	}
}

// curve returns the visible part of a line in pixels.
func (d *Drawing) curve(line []vertex) []paint.Spot {
	if len(line) == 0 {
		return nil
	}
	f := &d.Frame
	d.clips = clip(d.clips[:0], line, float64(f.From), float64(f.Through+1), float64(f.Top))
	spots := make([]paint.Spot, len(d.clips), len(d.clips)+3)
	for i, v := range d.clips {
		spots[i] = paint.XY(f.XAt(v.t), f.Y(unit.Amount(v.v)))
	}
	return spots
}

// shade fills what is under a line, also where that is above the plot; spots are its
// visible part.
func (d *Drawing) shade(line []vertex, spots []paint.Spot, tint color.NRGBA) {
	f := &d.Frame
	left := math.Max(f.Plot.Left, f.XAt(line[0].t))
	right := math.Min(f.Plot.Right, f.XAt(line[len(line)-1].t))
	if left >= right {
		return
	}
	if len(spots) == 0 {
		d.Fill(tint, layout.NewRect(left, f.Plot.Top, right, f.Plot.Bottom))
		return
	}
	area := append(make([]paint.Spot, 0, len(spots)+3), spots...)
	if last := spots[len(spots)-1]; last.X < right-1e-6 {
		area = append(area, paint.XY(right, f.Plot.Top))
	}
	d.Area(tint, append(area, paint.XY(right, f.Plot.Bottom), paint.XY(left, f.Plot.Bottom))...)
}

// yearEnds marks the year-ends of the share before the cap that lie within the
// plot. Where years are so narrow that the marks would touch, none are drawn,
// but the frame still has them.
func (d *Drawing) yearEnds() {
	f := &d.Frame
	roomy := 12/f.Months()*f.Plot.Width() >= 3*layout.RadiusDot*d.Unit
	for _, end := range d.track.ends {
		if !d.Shows(end.t) || end.v > float64(f.Top) || d.track.known && end.t <= d.track.through {
			continue
		}
		at := paint.XY(f.XAt(end.t), f.Y(unit.Amount(end.v)))
		d.Marks.Points = append(d.Marks.Points, Point{Year: end.year, X: at.X, Y: at.Y, Value: unit.Amount(end.v)})
		if roomy {
			d.Mark(at, layout.RadiusDot, d.track.known)
		}
	}
}

// label writes the words of a cumulative picture, the most important first; besides
// writes others after those of the cap.
func (d *Drawing) label(s Subject, counted, due []paint.Spot, besides func()) {
	total := s.Projection.Total
	switch {
	case d.Marks.Reached:
		d.labelReached(total.Reached.Date)
	case d.track.before:
		d.labelBefore()
	}
	if s.Scenario.Terms.Share.Capped {
		d.labelCap(s.Scenario.Terms.Share.Cap)
	}
	besides()
	if d.track.parts() {
		lead := "without the cap: "
		if !s.Scenario.CountsAllDue() {
			lead = "would count without the cap: "
		}
		d.labelEnd(due, d.track.uncapped, lead)
	} else {
		d.labelEnd(counted, d.track.counted, "")
	}
}

func (d *Drawing) labelReached(date unit.Date) {
	x, y := d.Marks.ReachedX, d.Marks.ReachedY
	u, rise := d.Unit, layout.TextRise*d.TextSize()
	foot := d.Frame.Plot.Bottom - 10*u
	d.Marks.ReachedWords, _ = d.Settle(layout.Label{
		Bodies: []string{"Cap reached " + date.Medium(), date.Medium(), date.Month.Short()},
		Size:   layout.SizeText, Bold: true, Color: d.Colors.Text,
		Places: []layout.Place{
			layout.At(x+14*u, y+14*u+rise, 0),
			layout.At(x+8*u, y+14*u+rise, 0),
			layout.At(x-12*u, y-10*u, 1),
			layout.At(x+14*u, foot, 0),
			layout.At(x-10*u, foot, 1),
			layout.At(x-14*u, y+14*u+rise, 1),
			layout.At(x+14*u, y-10*u, 0),
			layout.At(x-4*u, y-26*u, 0),
			layout.At(x-4*u, y-44*u, 0),
			layout.At(x-4*u, y-68*u, 0),
			layout.At(x-12*u, y-32*u, 1),
		},
	})
}

func (d *Drawing) labelBefore() {
	plot, u := d.Frame.Plot, d.Unit
	y := plot.Top
	if d.Marks.Capped {
		y = d.Marks.CapY
	}
	month := unit.Month(math.Round(d.track.counted[0].t))
	d.Settle(layout.Label{
		Bodies: []string{"Cap reached before " + month.Short(), "Reached before " + month.Short()},
		Size:   layout.SizeText, Bold: true, Color: d.Colors.Text,
		Places: []layout.Place{
			layout.At(plot.Left+8*u, y+10*u+layout.TextRise*d.TextSize(), 0),
			layout.At(plot.Left+8*u, y+26*u+layout.TextRise*d.TextSize(), 0),
			layout.At(plot.Left+8*u, y-24*u, 0),
			layout.At(plot.Left+8*u, plot.Bottom-10*u, 0),
			layout.At(plot.Left+8*u, y-44*u, 0),
			layout.At(plot.Left+8*u, y-68*u, 0),
			layout.At(plot.Left+8*u, plot.Top+layout.TextRise*d.TextSize(), 0),
		},
	})
}

// labelCap says what the cap is, above or below its line; where the line is
// above the plot, at its upper end.
func (d *Drawing) labelCap(limit unit.Amount) {
	plot, u := d.Frame.Plot, d.Unit
	words := "Cap " + d.Amount(float64(limit))
	rise := layout.TextRise * d.TextSize()
	lb := layout.Label{Bodies: []string{words}, Size: layout.SizeText, Bold: true, Color: d.Colors.Text}
	if !d.Marks.Capped {
		lb.Bodies = []string{words + ", above this picture", words + ", above"}
		top := plot.Top + 2*u + rise
		lb.Minor = true
		lb.Places = []layout.Place{layout.At(plot.Left+8*u, top, 0), layout.At((plot.Left+plot.Right)/2, top, 0.5), layout.At(plot.Right-8*u, top, 1)}
		d.Settle(lb)
		return
	}
	above, below := d.Marks.CapY-7*u, d.Marks.CapY+7*u+rise
	lb.Places = []layout.Place{
		layout.At(plot.Left+8*u, above, 0),
		layout.At(plot.Left+8*u, below, 0),
		layout.At((plot.Left+plot.Right)/2, above, 0.5),
		layout.At(plot.Right-4*u, above, 1),
		layout.At((plot.Left+plot.Right)/2, below, 0.5),
		layout.At(plot.Right-4*u, below, 1),
	}
	d.Settle(lb)
}

// labelEnd says where a line ends: at the end of what is shown, or, where it
// leaves the plot above, farther up.
func (d *Drawing) labelEnd(spots []paint.Spot, line []vertex, lead string) {
	if len(spots) == 0 {
		return
	}
	through := math.Min(float64(d.Frame.Through+1), line[len(line)-1].t)
	by := unit.Month(math.Round(through)) - 1
	when := by.Short()
	if by.Month() == 12 {
		when = strconv.Itoa(by.Year())
	}
	value := d.Amount(at(line, through))
	end, u, rise := spots[len(spots)-1], d.Unit, layout.TextRise*d.TextSize()
	bodies := []string{value + " by " + when, value}
	if lead != "" {
		bodies = []string{lead + value + " by " + when, lead + value, "uncapped: " + value}
	}
	d.Settle(layout.Label{
		Bodies: bodies, Size: layout.SizeText, Color: d.Colors.Muted, Minor: end.Y > d.Frame.Plot.Top+0.01,
		Places: []layout.Place{
			layout.At(end.X+10*u, end.Y+4*u+rise, 0),
			layout.At(end.X-12*u, end.Y+rise/2, 1),
			layout.At(end.X-12*u, end.Y+4*u+rise, 1),
			layout.At(end.X-16*u, end.Y-6*u, 1),
			layout.At(end.X, end.Y-9*u, 1),
			layout.At(end.X, end.Y+10*u+rise, 1),
			layout.At(end.X-28*u, end.Y+14*u+rise, 1),
			layout.At(end.X+14*u, end.Y+22*u+rise, 0),
			layout.At(end.X-12*u, end.Y+26*u+rise, 1),
			layout.At(end.X-44*u, end.Y+rise/2, 1),
		},
	})
}
