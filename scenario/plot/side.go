package plot

import (
	"math"
	"strconv"

	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// gapPanels is what lies between two panels, before layout.unit.
const gapPanels = 22.0

// leastKeyed is the least height, before layout.unit, of a plot under a key.
const leastKeyed = 150.0

// side draws each subject in a panel of its own.
func (l *layout) side(c Compare, inks []palette, top float64) {
	room := l.outer()
	columns := columnsFor(len(c.Subjects), room.Width(), room.Height())
	l.unit = math.Max(0.85, math.Min(l.unit, room.Width()/float64(columns)/300))
	rows := (len(c.Subjects) + columns - 1) / columns
	if c.Face == KindYears && room.Height() >= float64(rows)*leastKeyed*l.unit {
		room.Top = l.neutralKey(room, room.Top, c)
	}
	gap := gapPanels * l.unit
	wide := (room.Width() - gap*float64(columns-1)) / float64(columns)
	high := (room.Height() - gap/2*float64(rows-1)) / float64(rows)
	for i := range c.Subjects {
		left := room.Left + float64(i%columns)*(wide+gap)
		up := room.Top + float64(i/columns)*(high+gap/2)
		l.colors = inks[i]
		l.panel(c, i, Rect{left, up, left + wide, up + high}, top)
	}
}

// columnsFor returns how many of n panels stand side by side, so that their shape
// is as near to a square as can be and few places stay empty.
func columnsFor(n int, width, height float64) int {
	best, least := 1, math.Inf(1)
	for columns := n; columns >= 1; columns-- {
		rows := (n + columns - 1) / columns
		shape := width / float64(columns) / (height / float64(rows))
		cost := math.Abs(math.Log(shape)) + 0.35*float64(rows*columns-n)
		if cost < least-1e-9 {
			best, least = columns, cost
		}
	}
	return best
}

// panel draws one subject in its box.
func (l *layout) panel(c Compare, i int, box Rect, top float64) {
	s := c.Subjects[i]
	l.box = box
	l.rules, l.avoided, l.discs, l.columns = l.rules[:0], l.avoided[:0], l.discs[:0], l.columns[:0]
	l.frame = Frame{From: l.opts.From, Through: l.opts.Through}
	texts, shapes := len(l.texts), len(l.shapes)
	if below := l.name(c, i, box); box.Bottom-below >= leastPlot/2 {
		l.box.Top = below
		texts, shapes = len(l.texts), len(l.shapes)
	}
	if !l.fit(l.box, top) {
		l.texts, l.shapes = l.texts[:texts], l.shapes[:shapes]
	}
	if c.Face == KindYears {
		l.bars = barsOf(l.bars[:0], s, l.opts)
		l.years()
	} else {
		l.track.fill(s)
		l.cumulative(s)
	}
	l.missing(s)
	l.drawGrid()
	l.frames.Panels = append(l.frames.Panels, Panel{Frame: l.frame, Box: box, Subject: i})
}

// name writes swatch and name of a subject and what it comes to, and returns
// where the room below begins.
func (l *layout) name(c Compare, i int, room Rect) float64 {
	u := l.unit
	baseline := room.Top + textRise*sizeName*u
	radius := 4.5 * u
	l.disc(xy(room.Left+radius, baseline-capHeight/2*sizeName*u), radius, l.colors.line, l.colors.line, 0)
	indent := 2*radius + 7*u
	names := make([]string, len(c.Subjects))
	for i, s := range c.Subjects {
		names[i] = s.Scenario.Name
	}
	l.put(l.apart(names, sizeName, true, room.Width()-indent)[i], place{room.Left + indent, baseline, 0}, sizeName, true, l.colors.text)
	below := baseline + textFall*sizeName*u
	for _, caption := range c.captions(i) {
		if l.width(caption, sizeSmall, false) > room.Width()-indent {
			continue
		}
		l.put(caption, place{room.Left + indent, below + (textRise*sizeSmall+2)*u, 0}, sizeSmall, false, l.colors.muted)
		below += (sizeSmall*(textRise+textFall) + 2) * u
		break
	}
	return below + 8*u
}

const sizeName = 13.0

// captions say what a subject comes to, shorter and shorter.
func (c Compare) captions(i int) []string {
	s := c.Subjects[i]
	paid := s.Projection.Total.Paid.Headline()
	change := ""
	if i == c.Reference {
		change = " (reference)"
	} else if d := s.Projection.Total.Paid - c.Subjects[c.Reference].Projection.Total.Paid; signed(d) != "$0" {
		change = " (" + signed(d) + ")"
	}
	years := ""
	if from, through := horizon(c.Subjects); s.Scenario.FirstMonth() != from || s.Scenario.LastMonth() != through {
		years = ", " + words.Years(s.Scenario) + " only"
	}
	reached := words.ReachedClause(s.Scenario, s.Projection.Total)
	before := ""
	if counted := s.Scenario.Terms.Share.AlreadyPaid; counted > 0 {
		before = ", plus " + counted.Headline() + " counted before"
	}
	return []string{
		paid + " paid" + change + before + ", " + reached + years,
		paid + " paid" + change + before + years,
		paid + " paid" + change + years,
		paid + change + years,
		paid + " paid",
		paid,
	}
}

// signed returns an amount as headlines show a difference: +$96.6B, −$2.0B, $0.
func signed(a unit.Amount) string {
	if text := a.Headline(); a <= 0 || text == "$0" {
		return text
	}
	return "+" + a.Headline()
}

// missing says, in the part of a plot that the subject's horizon does not cover,
// that it does not.
func (l *layout) missing(s Subject) {
	f, u := &l.frame, l.unit
	first, last := s.Scenario.FirstMonth(), s.Scenario.LastMonth()
	middle := (f.Plot.Top + f.Plot.Bottom) / 2
	say := func(x float64, bodies ...string) {
		l.settle(label{
			bodies: bodies, size: sizeSmall, color: l.colors.muted, minor: true,
			places: []place{{x, f.Plot.Bottom - 10*u, 0.5}, {x, middle, 0.5}, {x, f.Plot.Top + 20*u, 0.5}},
		})
	}
	if first > f.From {
		say((f.Plot.Left+f.X(first, 0))/2, "begins with "+strconv.Itoa(first.Year()))
	}
	if last < f.Through {
		say((f.X(last, 1)+f.Plot.Right)/2, "ends with "+strconv.Itoa(last.Year()))
	}
}

// neutralKey says which part of a bar is which, in no scenario's color, and
// returns where the room below begins.
func (l *layout) neutralKey(room Rect, top float64, c Compare) float64 {
	own := l.colors
	defer func() { l.colors = own }()
	l.colors.line, l.colors.tint = l.colors.muted, withAlpha(l.colors.muted, tintAlpha)
	l.bars = l.bars[:0]
	for _, s := range c.Subjects {
		l.bars = barsOf(l.bars, s, l.opts)
	}
	return l.key(room, top) + 2*l.unit
}
