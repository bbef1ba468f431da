package plot

import (
	"math"
	"strconv"

	"headroom/scenario/plot/paint"
	"headroom/scenario/unit"
)

// The dashes of lines, in logical pixels, before layout.unit.
var (
	dashCap  = []float64{8, 5}
	dashDue  = []float64{2, 3.5}
	dashDrop = []float64{2, 3}
)

const (
	widthLine = 2.4
	widthDue  = 1.4
	widthCap  = 1.8
	radiusDot = 4.5
	radiusCap = 5.0
)

// A Cumulative shows what counts toward the cap of one subject over time.
type Cumulative struct{ Subject Subject }

var _ Chart = Cumulative{}

// Kind returns KindCumulative.
func (Cumulative) Kind() Kind { return KindCumulative }

// Shown returns the subject.
func (c Cumulative) Shown() []Subject { return []Subject{c.Subject} }

func (Cumulative) check() error { return nil }

func (c Cumulative) span() (from, through unit.Month) { return horizon(c.Shown()) }

func (c Cumulative) draw(l *layout, _ []palette) {
	l.track.fill(c.Subject)
	top := float64(l.opts.Top)
	if top == 0 {
		top = topOfTrack(&l.track, c.Subject, l.opts)
	}
	l.axes(l.heading(), top)
	l.cumulative(c.Subject)
	l.drawGrid()
	l.frames.Panels = []Panel{{Frame: l.frame, Box: l.box}}
}

// cumulative draws what counts toward the cap, the share before the cap, the cap
// and where it is reached, and labels them.
func (l *layout) cumulative(s Subject) {
	f, share := &l.frame, s.Scenario.Terms.Share
	counted := l.curve(l.track.counted)
	l.shade(counted)
	due := l.curve(l.track.uncapped)
	if len(due) > 1 {
		l.line(l.colors.line, widthDue*l.unit, l.dashes(dashDue), due...)
	}
	if len(counted) > 1 {
		l.line(l.colors.line, widthLine*l.unit, nil, counted...)
	}
	l.baseline()
	f.Capped = share.Capped && share.Cap <= f.Top
	if f.Capped {
		f.CapY = f.Y(share.Cap)
		l.rule(f.CapY, counted)
	}
	f.Reached = l.track.reachedAt && l.track.reached.v <= float64(f.Top) && l.shows(l.track.reached.t)
	if f.Reached {
		f.ReachedX, f.ReachedY = f.x(l.track.reached.t), f.Y(share.Cap)
		l.drop(xy(f.ReachedX, f.ReachedY))
	}
	l.yearEnds()
	l.arrow(due)
	l.arrow(counted)
	if f.Reached {
		l.mark(xy(f.ReachedX, f.ReachedY), radiusCap, true)
	}
	l.avoid(counted)
	l.avoid(due)
	l.label(s, counted, due)
}

// curve returns the visible part of a line in pixels.
func (l *layout) curve(line []vertex) []paint.Spot {
	if len(line) == 0 {
		return nil
	}
	f := &l.frame
	l.clips = clip(l.clips[:0], line, float64(f.From), float64(f.Through+1), float64(f.Top))
	spots := make([]paint.Spot, len(l.clips), len(l.clips)+3)
	for i, v := range l.clips {
		spots[i] = xy(f.x(v.t), f.Y(unit.Amount(v.v)))
	}
	return spots
}

// shows reports whether a time lies within the plot.
func (l *layout) shows(t float64) bool {
	return t >= float64(l.frame.From) && t <= float64(l.frame.Through+1)
}

// shade fills what is under the line of what counts, also where that line is
// above the plot.
func (l *layout) shade(counted []paint.Spot) {
	f, line := &l.frame, l.track.counted
	left := math.Max(f.Plot.Left, f.x(line[0].t))
	right := math.Min(f.Plot.Right, f.x(line[len(line)-1].t))
	if left >= right {
		return
	}
	if len(counted) == 0 {
		l.rect(l.colors.tint, Rect{left, f.Plot.Top, right, f.Plot.Bottom})
		return
	}
	area := append(make([]paint.Spot, 0, len(counted)+3), counted...)
	if last := counted[len(counted)-1]; last.X < right-1e-6 {
		area = append(area, xy(right, f.Plot.Top))
	}
	l.area(l.colors.tint, append(area, xy(right, f.Plot.Bottom), xy(left, f.Plot.Bottom))...)
}

// baseline draws the line at $0.
func (l *layout) baseline() {
	plot := l.frame.Plot
	l.line(l.colors.axis, l.unit, nil, xy(plot.Left, plot.Bottom), xy(plot.Right, plot.Bottom))
}

// rule draws the cap line, but where another line lies on it, since dashes over a
// line make a zebra.
func (l *layout) rule(y float64, lines ...[]paint.Spot) {
	plot := l.frame.Plot
	from := plot.Left
	for from < plot.Right {
		next, rest := plot.Right, plot.Right
		for _, line := range lines {
			for i := 1; i < len(line); i++ {
				a, b := line[i-1], line[i]
				if math.Abs(a.Y-y) < 0.5 && math.Abs(b.Y-y) < 0.5 && b.X > from && a.X < next {
					next, rest = math.Max(from, a.X), b.X
				}
			}
		}
		if next > from {
			l.line(l.colors.strong, widthCap*l.unit, l.dashes(dashCap), xy(from, y), xy(next, y))
		}
		from = rest
	}
	l.avoid([]paint.Spot{xy(plot.Left, y), xy(plot.Right, y)})
}

// arrow marks where a line leaves the plot above, and reports whether it does.
func (l *layout) arrow(line []paint.Spot) bool {
	n := len(line)
	if n < 2 || line[n-1].Y > l.frame.Plot.Top+0.01 || line[n-2].Y <= line[n-1].Y {
		return false
	}
	at, from := line[n-1], line[n-2]
	long := math.Hypot(at.X-from.X, at.Y-from.Y)
	dx, dy := (at.X-from.X)/long*arrowLong*l.unit, (at.Y-from.Y)/long*arrowLong*l.unit
	l.area(l.colors.line, at, xy(at.X-dx+dy/2, at.Y-dy-dx/2), xy(at.X-dx-dy/2, at.Y-dy+dx/2))
	return true
}

// arrowLong is the length of an arrow, before layout.unit.
const arrowLong = 10.0

// drop draws the line from where the cap is reached down to the time axis.
func (l *layout) drop(from paint.Spot) {
	ends := []paint.Spot{from, xy(from.X, l.frame.Plot.Bottom)}
	l.line(l.colors.line, 1.2*l.unit, l.dashes(dashDrop), ends...)
	l.avoid(ends)
}

// yearEnds marks the year-ends of the share before the cap that lie within the
// plot. Where years are so narrow that the marks would touch, none are drawn,
// but the frame still has them.
func (l *layout) yearEnds() {
	f := &l.frame
	roomy := 12/f.months()*f.Plot.Width() >= 3*radiusDot*l.unit
	for _, end := range l.track.ends {
		if !l.shows(end.t) || end.v > float64(f.Top) {
			continue
		}
		at := xy(f.x(end.t), f.Y(unit.Amount(end.v)))
		f.Points = append(f.Points, Point{Year: end.year, X: at.X, Y: at.Y, Value: unit.Amount(end.v)})
		if roomy {
			l.mark(at, radiusDot, false)
		}
	}
}

// mark draws a disc, or a ring where it is hollow.
func (l *layout) mark(at paint.Spot, radius float64, hollow bool) {
	radius *= l.unit
	if hollow {
		l.disc(at, radius, l.colors.under, l.colors.line, widthLine*l.unit)
	} else {
		l.disc(at, radius+0.75*l.unit, l.colors.line, l.colors.under, 1.5*l.unit)
	}
	reach := radius + 2*l.unit
	l.discs = append(l.discs, Rect{at.X, at.Y, at.X, at.Y}.grown(reach))
}

func (l *layout) dashes(pattern []float64) []float64 {
	if l.unit == 1 {
		return pattern
	}
	scaled := make([]float64, len(pattern))
	for i, d := range pattern {
		scaled[i] = d * l.unit
	}
	return scaled
}

// label writes the words of a cumulative picture, the most important first.
func (l *layout) label(s Subject, counted, due []paint.Spot) {
	total := s.Projection.Total
	switch {
	case l.frame.Reached:
		l.labelReached(total.Reached.Date)
	case l.track.before:
		l.labelBefore()
	}
	if s.Scenario.Terms.Share.Capped {
		l.labelCap(s.Scenario.Terms.Share.Cap)
	}
	if l.track.parts() {
		lead := "without the cap: "
		if !s.Scenario.CountsAllDue() {
			lead = "would count without the cap: "
		}
		l.labelEnd(due, l.track.uncapped, lead)
	} else {
		l.labelEnd(counted, l.track.counted, "")
	}
}

func (l *layout) labelReached(date unit.Date) {
	x, y := l.frame.ReachedX, l.frame.ReachedY
	u, rise := l.unit, textRise*l.textSize()
	foot := l.frame.Plot.Bottom - 10*u
	n := len(l.texts)
	defer func() {
		if len(l.texts) > n {
			l.frame.ReachedWords = l.texts[n].box
		}
	}()
	l.settle(label{
		bodies: []string{"Cap reached " + date.Medium(), date.Medium(), date.Month.Short()},
		size:   sizeText, bold: true, color: l.colors.text,
		places: []place{
			{x + 14*u, y + 14*u + rise, 0},
			{x + 8*u, y + 14*u + rise, 0},
			{x - 12*u, y - 10*u, 1},
			{x + 14*u, foot, 0},
			{x - 10*u, foot, 1},
			{x - 14*u, y + 14*u + rise, 1},
			{x + 14*u, y - 10*u, 0},
			{x - 4*u, y - 26*u, 0},
			{x - 4*u, y - 44*u, 0},
			{x - 4*u, y - 68*u, 0},
			{x - 12*u, y - 32*u, 1},
		},
	})
}

func (l *layout) labelBefore() {
	plot, u := l.frame.Plot, l.unit
	y := plot.Top
	if l.frame.Capped {
		y = l.frame.CapY
	}
	month := unit.Month(math.Round(l.track.counted[0].t))
	l.settle(label{
		bodies: []string{"Cap reached before " + month.Short(), "Reached before " + month.Short()},
		size:   sizeText, bold: true, color: l.colors.text,
		places: []place{
			{plot.Left + 8*u, y + 10*u + textRise*l.textSize(), 0},
			{plot.Left + 8*u, y + 26*u + textRise*l.textSize(), 0},
			{plot.Left + 8*u, y - 24*u, 0},
			{plot.Left + 8*u, plot.Bottom - 10*u, 0},
			{plot.Left + 8*u, y - 44*u, 0},
			{plot.Left + 8*u, y - 68*u, 0},
			{plot.Left + 8*u, plot.Top + textRise*l.textSize(), 0},
		},
	})
}

// labelCap says what the cap is, above or below its line; where the line is
// above the plot, at its upper end.
func (l *layout) labelCap(limit unit.Amount) {
	plot, u := l.frame.Plot, l.unit
	words := "Cap " + l.amount(float64(limit))
	rise := textRise * l.textSize()
	lb := label{bodies: []string{words}, size: sizeText, bold: true, color: l.colors.text}
	if !l.frame.Capped {
		lb.bodies = []string{words + ", above this picture", words + ", above"}
		top := plot.Top + 2*u + rise
		lb.minor = true
		lb.places = []place{{plot.Left + 8*u, top, 0}, {(plot.Left + plot.Right) / 2, top, 0.5}, {plot.Right - 8*u, top, 1}}
		l.settle(lb)
		return
	}
	above, below := l.frame.CapY-7*u, l.frame.CapY+7*u+rise
	lb.places = []place{
		{plot.Left + 8*u, above, 0},
		{plot.Left + 8*u, below, 0},
		{(plot.Left + plot.Right) / 2, above, 0.5},
		{plot.Right - 4*u, above, 1},
		{(plot.Left + plot.Right) / 2, below, 0.5},
		{plot.Right - 4*u, below, 1},
	}
	l.settle(lb)
}

// labelEnd says where a line ends: at the end of what is shown, or, where it
// leaves the plot above, farther up.
func (l *layout) labelEnd(spots []paint.Spot, line []vertex, lead string) {
	if len(spots) == 0 {
		return
	}
	through := math.Min(float64(l.frame.Through+1), line[len(line)-1].t)
	by := unit.Month(math.Round(through)) - 1
	when := by.Short()
	if by.Month() == 12 {
		when = strconv.Itoa(by.Year())
	}
	value := l.amount(at(line, through))
	end, u, rise := spots[len(spots)-1], l.unit, textRise*l.textSize()
	bodies := []string{value + " by " + when, value}
	if lead != "" {
		bodies = []string{lead + value + " by " + when, lead + value, "uncapped: " + value}
	}
	l.settle(label{
		bodies: bodies, size: sizeText, color: l.colors.muted, minor: end.Y > l.frame.Plot.Top+0.01,
		places: []place{
			{end.X + 10*u, end.Y + 4*u + rise, 0},
			{end.X - 12*u, end.Y + rise/2, 1},
			{end.X - 12*u, end.Y + 4*u + rise, 1},
			{end.X - 16*u, end.Y - 6*u, 1},
			{end.X, end.Y - 9*u, 1},
			{end.X, end.Y + 10*u + rise, 1},
			{end.X - 28*u, end.Y + 14*u + rise, 1},
			{end.X + 14*u, end.Y + 22*u + rise, 0},
			{end.X - 12*u, end.Y + 26*u + rise, 1},
			{end.X - 44*u, end.Y + rise/2, 1},
		},
	})
}
