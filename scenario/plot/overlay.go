package plot

import (
	"image/color"
	"math"
	"slices"
	"strconv"

	"headroom/scenario/plot/layout"
	"headroom/scenario/plot/paint"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// overlayDashes tell the subjects of an overlay apart where colors do not.
var overlayDashes = [MaxSubjects][]float64{nil, {11, 4}, {9, 3, 2, 3}, {4, 3}}

// overlayWidths tell subjects of one color apart where dashes do not, such as in a
// reader that draws them as full lines.
var overlayWidths = [MaxSubjects]float64{layout.WidthLine, 3.8, 1.4, 5}

// weightOf returns the width of the line of subject i: the usual one, unless one
// before it has the same color, or nearly so.
func weightOf(inks []layout.Palette, i int) float64 {
	before := 0
	for _, ink := range inks[:i] {
		if contrastless(ink.Line, inks[i].Line) {
			before++
		}
	}
	return overlayWidths[before]
}

// contrastless reports whether two colors are hard to tell apart.
func contrastless(a, b color.NRGBA) bool {
	apart := func(x, y uint8) float64 { return float64(x) - float64(y) }
	return math.Hypot(math.Hypot(apart(a.R, b.R), apart(a.G, b.G)), apart(a.B, b.B)) < 60
}

const widthUncapped = 1.3

// An ending is where the line of a subject in an overlay ends, with the words
// that stand beside it.
type ending struct {
	subject int
	width   float64      // of its line, before Page.Unit
	curve   []paint.Spot // of what counts
	at      paint.Spot
	onCap   bool // whether it ends on a cap line, which then leads on from there
	value   string
	name    string
	lines   []string // of the name
	height  float64
}

// overlay draws what counts toward the cap of all subjects in one plot, each line
// with its name at its end.
func (d *Drawing) overlay(c Compare, inks []layout.Palette, top float64) {
	own := d.Colors
	room := d.Outer()
	ends := make([]ending, len(c.Subjects))
	for i, s := range c.Subjects {
		ends[i] = ending{subject: i, name: layout.OneLine(s.Scenario.Name), width: weightOf(inks, i)}
	}
	plot := room
	plot.Right -= d.column(ends, room)
	plot.Top = d.overlayKey(c, plot)
	written := d.Fit(plot, top)
	if !written {
		d.Back(layout.Progress{})
	}
	limits := c.caps()
	reached, known := d.lines(c, inks, ends)
	d.Colors = own
	d.ruleCaps(limits, ends)
	d.Baseline()
	days := arrivals(reached)
	for _, day := range days {
		d.joinMarks(day)
	}
	d.knownMarks(&known, inks)
	for i, r := range reached {
		if r.date.IsZero() {
			continue
		}
		d.Colors = inks[i]
		d.Mark(r.at, layout.RadiusCap, true)
	}
	d.Colors = own
	if written {
		d.labelEnds(ends, inks, room)
	}
	d.labelCaps(limits)
	d.labelDates(days)
	d.labelKnown(known)
	d.DrawGrid()
	d.Frames.Panels = []Panel{{Frame: d.framed(), Box: d.Box, Subject: -1}}
}

// A reaching is where the line of a subject reaches its cap.
type reaching struct {
	at   paint.Spot
	date unit.Date // zero where it does not, or not within the plot
}

// lines draws the lines of all subjects, fills in where they end, and returns
// where they reach their caps and what of them is known.
func (d *Drawing) lines(c Compare, inks []layout.Palette, ends []ending) ([]reaching, known) {
	reached := make([]reaching, len(c.Subjects))
	var known known
	for i, s := range c.Subjects {
		d.Colors = inks[i]
		d.track.fill(s)
		known.note(&d.track)
		if due := d.curve(d.track.uncapped); len(due) > 1 {
			d.Line(d.Colors.Line, widthUncapped*d.Unit, d.Dashes(layout.DashDue), due...)
			d.Avoid(due)
			d.Arrow(due)
		}
	}
	for i, s := range c.Subjects {
		d.Colors = inks[i]
		d.track.fill(s)
		counted := d.curve(d.track.counted)
		if d.track.settle(s, d.known); d.track.known {
			d.drawKnown(&known, s)
			d.drawCounted(ends[i].width, d.dashOf(i), d.dashAtCap(i))
		} else if len(counted) > 1 {
			d.Line(d.Colors.Line, ends[i].width*d.Unit, d.Dashes(overlayDashes[i]), counted...)
		}
		d.Avoid(counted)
		ends[i].curve = counted
		d.Arrow(counted)
		d.end(&ends[i], counted)
		if at := d.track.reached; d.track.reachedAt && at.v <= float64(d.Frame.Top) && d.Shows(at.t) {
			reached[i] = reaching{paint.XY(d.Frame.XAt(at.t), d.Frame.Y(unit.Amount(at.v))), s.Projection.Total.Reached.Date}
		}
	}
	return reached, known
}

// end says where the line of a subject ends and at what.
func (d *Drawing) end(e *ending, counted []paint.Spot) {
	f, line := &d.Frame, d.track.counted
	e.at = paint.XY(f.Plot.Left, f.Plot.Bottom)
	if len(counted) > 0 {
		e.at = counted[len(counted)-1]
	}
	through := math.Min(float64(f.Through+1), line[len(line)-1].t)
	by := unit.Month(math.Round(through)) - 1
	when := by.Short()
	if by.Month() == 12 {
		when = strconv.Itoa(by.Year())
	}
	value := at(line, through)
	e.value = d.Amount(value) + " by " + when
	if value > float64(f.Top)*(1+1e-9) {
		e.at.Y = f.Plot.Top
		e.value += ", above"
	}
}

// caps returns all caps there are, each once, ascending.
func (c Compare) caps() []unit.Amount {
	var limits []unit.Amount
	for _, s := range c.Subjects {
		if share := s.Scenario.Terms.Share; share.Capped && !slices.Contains(limits, share.Cap) {
			limits = append(limits, share.Cap)
		}
	}
	slices.Sort(limits)
	return limits
}

// ruleCaps draws the line of every cap that lies within the plot. The frame has
// it where there is but one.
func (d *Drawing) ruleCaps(limits []unit.Amount, ends []ending) {
	f := &d.Frame
	curves := make([][]paint.Spot, len(ends))
	for i, e := range ends {
		curves[i] = e.curve
	}
	for _, limit := range limits {
		if limit <= f.Top {
			d.Rule(f.Y(limit), curves...)
			for i := range ends {
				ends[i].onCap = ends[i].onCap || math.Abs(ends[i].at.Y-f.Y(limit)) < 0.5
			}
		}
	}
	if len(limits) == 1 && limits[0] <= f.Top {
		d.Marks.Capped, d.Marks.CapY = true, f.Y(limits[0])
	}
}

// labelCaps says once of every cap what it is, from the highest down: where two
// lie close together, the words of the higher then stand above those of the lower.
// Where more do, there is no room between them, and one line names them all.
func (d *Drawing) labelCaps(limits []unit.Amount) {
	f := &d.Frame
	before := d.Marks
	for len(limits) > 0 {
		close := limits[len(limits)-1:]
		for n := len(limits) - 2; n >= 0 && close[len(close)-1] <= f.Top && f.Y(limits[n])-f.Y(limits[n+1]) < closeCaps*d.Unit; n-- {
			close = limits[n:]
		}
		limits = limits[:len(limits)-len(close)]
		if len(close) > 2 {
			d.labelCapsTogether(close)
			continue
		}
		for _, limit := range slices.Backward(close) {
			d.Marks.Capped, d.Marks.CapY = limit <= f.Top, f.Y(limit)
			d.labelCap(limit)
		}
	}
	d.Marks = before
}

// closeCaps is how near the lines of caps are, before Page.Unit, that leave no room for
// words between them.
const closeCaps = 20

// labelCapsTogether names caps, ascending, whose lines lie close together.
func (d *Drawing) labelCapsTogether(limits []unit.Amount) {
	plot, u := d.Frame.Plot, d.Unit
	names := make([]string, len(limits))
	for i, limit := range limits {
		names[i] = d.Amount(float64(limit))
	}
	above, below := d.Frame.Y(limits[len(limits)-1])-7*u, d.Frame.Y(limits[0])+7*u+layout.TextRise*d.TextSize()
	d.Settle(layout.Label{
		Bodies: []string{"Caps " + words.List(names), "Caps " + names[0] + " to " + names[len(names)-1]},
		Size:   layout.SizeText, Bold: true, Color: d.Colors.Text,
		Places: []layout.Place{
			layout.At(plot.Left+8*u, above, 0), layout.At(plot.Left+8*u, below, 0),
			layout.At((plot.Left+plot.Right)/2, above, 0.5), layout.At((plot.Left+plot.Right)/2, below, 0.5),
			layout.At(plot.Right-4*u, above, 1), layout.At(plot.Right-4*u, below, 1),
		},
	})
}

// overlayKey says what full and dotted lines are, and returns where the room
// below begins.
func (d *Drawing) overlayKey(c Compare, room layout.Rect) float64 {
	u := d.Unit
	baseline := room.Top + layout.TextRise*d.TextSize()
	x, high := room.Left, baseline-layout.CapHeight/2*d.TextSize()
	key := func(says string, width float64, dash []float64) bool {
		w := d.Width(says, layout.SizeText, false)
		if x+26*u+w > room.Right {
			return false
		}
		d.Line(d.Colors.Muted, width*u, d.Dashes(dash), paint.XY(x, high), paint.XY(x+20*u, high))
		d.Put(says, layout.At(x+26*u, baseline, 0), layout.SizeText, false, d.Colors.Muted)
		x += 26*u + w + 18*u
		return true
	}
	capped := slices.ContainsFunc(c.Subjects, func(s Subject) bool { return s.Projection.Total.Capped })
	if !capped && !d.known {
		return room.Top
	}
	full := "counted toward the cap"
	switch {
	case d.known && !capped:
		full = "actual"
	case d.known:
		full += ", actual"
	}
	if !key(full, layout.WidthLine, nil) {
		return room.Top
	}
	if d.known {
		key("forecast", layout.WidthLine, dashForecast)
	}
	if capped {
		key("share before the cap", widthUncapped, layout.DashDue)
	}
	return baseline + layout.TextFall*d.TextSize() + 6*u
}
