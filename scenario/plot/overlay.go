package plot

import (
	"image/color"
	"math"
	"slices"
	"strconv"

	"headroom/scenario/plot/paint"
	"headroom/scenario/unit"
)

// overlayDashes tell the subjects of an overlay apart where colors do not.
var overlayDashes = [MaxSubjects][]float64{nil, {11, 4}, {9, 3, 2, 3}, {4, 3}}

// overlayWidths tell subjects of one color apart where dashes do not, such as in a
// reader that draws them as full lines.
var overlayWidths = [MaxSubjects]float64{widthLine, 3.8, 1.4, 5}

// weightOf returns the width of the line of subject i: the usual one, unless one
// before it has the same color, or nearly so.
func weightOf(inks []palette, i int) float64 {
	before := 0
	for _, ink := range inks[:i] {
		if contrastless(ink.line, inks[i].line) {
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
	width   float64      // of its line, before layout.unit
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
func (l *layout) overlay(c Compare, inks []palette, top float64) {
	own := l.colors
	room := l.outer()
	ends := make([]ending, len(c.Subjects))
	for i, s := range c.Subjects {
		ends[i] = ending{subject: i, name: oneLine(s.Scenario.Name), width: weightOf(inks, i)}
	}
	plot := room
	plot.Right -= l.column(ends, room)
	plot.Top = l.overlayKey(c, plot)
	words := l.fit(plot, top)
	if !words {
		l.texts, l.shapes = l.texts[:0], l.shapes[:0]
	}
	limits := c.caps()
	reached := l.lines(c, inks, ends)
	l.colors = own
	l.ruleCaps(limits, ends)
	l.baseline()
	days := arrivals(reached)
	for _, day := range days {
		l.joinMarks(day)
	}
	for i, r := range reached {
		if r.date.IsZero() {
			continue
		}
		l.colors = inks[i]
		l.mark(r.at, radiusCap, true)
	}
	l.colors = own
	if words {
		l.labelEnds(ends, inks, room)
	}
	l.labelCaps(limits)
	l.labelDates(days)
	l.drawGrid()
	l.frames.Panels = []Panel{{Frame: l.frame, Box: l.box, Subject: -1}}
}

// A reaching is where the line of a subject reaches its cap.
type reaching struct {
	at   paint.Spot
	date unit.Date // zero where it does not, or not within the plot
}

// lines draws the lines of all subjects, fills in where they end, and returns
// where they reach their caps.
func (l *layout) lines(c Compare, inks []palette, ends []ending) []reaching {
	reached := make([]reaching, len(c.Subjects))
	for i, s := range c.Subjects {
		l.colors = inks[i]
		l.track.fill(s)
		if due := l.curve(l.track.uncapped); len(due) > 1 {
			l.line(l.colors.line, widthUncapped*l.unit, l.dashes(dashDue), due...)
			l.avoid(due)
			l.arrow(due)
		}
	}
	for i, s := range c.Subjects {
		l.colors = inks[i]
		l.track.fill(s)
		counted := l.curve(l.track.counted)
		if len(counted) > 1 {
			l.line(l.colors.line, ends[i].width*l.unit, l.dashes(overlayDashes[i]), counted...)
			l.avoid(counted)
		}
		ends[i].curve = counted
		l.arrow(counted)
		l.end(&ends[i], counted)
		if at := l.track.reached; l.track.reachedAt && at.v <= float64(l.frame.Top) && l.shows(at.t) {
			reached[i] = reaching{xy(l.frame.x(at.t), l.frame.Y(unit.Amount(at.v))), s.Projection.Total.Reached.Date}
		}
	}
	return reached
}

// end says where the line of a subject ends and at what.
func (l *layout) end(e *ending, counted []paint.Spot) {
	f, line := &l.frame, l.track.counted
	e.at = xy(f.Plot.Left, f.Plot.Bottom)
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
	e.value = l.amount(value) + " by " + when
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
func (l *layout) ruleCaps(limits []unit.Amount, ends []ending) {
	f := &l.frame
	curves := make([][]paint.Spot, len(ends))
	for i, e := range ends {
		curves[i] = e.curve
	}
	for _, limit := range limits {
		if limit <= f.Top {
			l.rule(f.Y(limit), curves...)
			for i := range ends {
				ends[i].onCap = ends[i].onCap || math.Abs(ends[i].at.Y-f.Y(limit)) < 0.5
			}
		}
	}
	if len(limits) == 1 && limits[0] <= f.Top {
		f.Capped, f.CapY = true, f.Y(limits[0])
	}
}

// labelCaps says once of every cap what it is, from the highest down: where two
// lie close together, the words of the higher then stand above those of the lower.
func (l *layout) labelCaps(limits []unit.Amount) {
	f := &l.frame
	before := *f
	for _, limit := range slices.Backward(limits) {
		f.Capped, f.CapY = limit <= f.Top, f.Y(limit)
		l.labelCap(limit)
	}
	f.Capped, f.CapY = before.Capped, before.CapY
}

// overlayKey says what full and dotted lines are, and returns where the room
// below begins.
func (l *layout) overlayKey(c Compare, room Rect) float64 {
	u := l.unit
	baseline := room.Top + textRise*l.textSize()
	x, high := room.Left, baseline-capHeight/2*l.textSize()
	key := func(words string, width float64, dash []float64) bool {
		w := l.width(words, sizeText, false)
		if x+26*u+w > room.Right {
			return false
		}
		l.line(l.colors.muted, width*u, l.dashes(dash), xy(x, high), xy(x+20*u, high))
		l.put(words, place{x + 26*u, baseline, 0}, sizeText, false, l.colors.muted)
		x += 26*u + w + 18*u
		return true
	}
	capped := slices.ContainsFunc(c.Subjects, func(s Subject) bool { return s.Projection.Total.Capped })
	if !capped {
		return room.Top
	}
	if !key("counted toward the cap", widthLine, nil) {
		return room.Top
	}
	key("share before the cap", widthUncapped, dashDue)
	return baseline + textFall*l.textSize() + 6*u
}
