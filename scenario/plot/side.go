package plot

import (
	"math"
	"strconv"

	"headroom/scenario/plot/layout"
	"headroom/scenario/plot/paint"
	"headroom/scenario/words"
)

// gapPanels is what lies between two panels, before Page.Unit.
const gapPanels = 22.0

// leastKeyed is the least height, before Page.Unit, of a plot under a key.
const leastKeyed = 150.0

// side draws each subject in a panel of its own.
func (d *Drawing) side(c Compare, inks []layout.Palette, top float64) {
	room := d.Outer()
	columns := columnsFor(len(c.Subjects), room.Width(), room.Height())
	d.Unit = math.Max(0.85, math.Min(d.Unit, room.Width()/float64(columns)/300))
	rows := (len(c.Subjects) + columns - 1) / columns
	if c.Face == KindYears && room.Height() >= float64(rows)*leastKeyed*d.Unit {
		room.Top = d.neutralKey(room, room.Top, c)
	}
	gap := gapPanels * d.Unit
	wide := (room.Width() - gap*float64(columns-1)) / float64(columns)
	high := (room.Height() - gap/2*float64(rows-1)) / float64(rows)
	for i := range c.Subjects {
		left := room.Left + float64(i%columns)*(wide+gap)
		up := room.Top + float64(i/columns)*(high+gap/2)
		d.Colors = inks[i]
		d.panel(c, i, layout.NewRect(left, up, left+wide, up+high), top)
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
func (d *Drawing) panel(c Compare, i int, box layout.Rect, top float64) {
	s := c.Subjects[i]
	d.Panel(box)
	d.Marks = Marks{}
	before := d.Progress()
	if below := d.name(c, i, box); box.Bottom-below >= layout.LeastPlot/2 {
		d.Box.Top = below
		before = d.Progress()
	}
	if !d.Fit(d.Box, top) {
		d.Back(before)
	}
	if c.Face == KindYears {
		d.bars = barsOf(d.bars[:0], s, d.Options)
		d.years()
	} else {
		d.track.fill(s)
		d.cumulative(s)
	}
	d.missing(s)
	d.DrawGrid()
	d.Frames.Panels = append(d.Frames.Panels, Panel{Frame: d.framed(), Box: box, Subject: i})
}

// name writes swatch and name of a subject and what it comes to, and returns
// where the room below begins.
func (d *Drawing) name(c Compare, i int, room layout.Rect) float64 {
	u := d.Unit
	baseline := room.Top + layout.TextRise*sizeName*u
	radius := 4.5 * u
	d.Disc(paint.XY(room.Left+radius, baseline-layout.CapHeight/2*sizeName*u), radius, d.Colors.Line, d.Colors.Line, 0)
	indent := 2*radius + 7*u
	names := make([]string, len(c.Subjects))
	for i, s := range c.Subjects {
		names[i] = s.Scenario.Name
	}
	d.Put(d.Apart(names, sizeName, true, room.Width()-indent)[i], layout.At(room.Left+indent, baseline, 0), sizeName, true, d.Colors.Text)
	below := baseline + layout.TextFall*sizeName*u
	for _, caption := range c.captions(i) {
		if d.Width(caption, layout.SizeSmall, false) > room.Width()-indent {
			continue
		}
		d.Put(caption, layout.At(room.Left+indent, below+(layout.TextRise*layout.SizeSmall+2)*u, 0), layout.SizeSmall, false, d.Colors.Muted)
		below += (layout.SizeSmall*(layout.TextRise+layout.TextFall) + 2) * u
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
	} else if d := s.Projection.Total.Paid - c.Subjects[c.Reference].Projection.Total.Paid; words.Signed(d) != "$0" {
		change = " (" + words.Signed(d) + ")"
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

// missing says, in the part of a plot that the subject's horizon does not cover,
// that it does not.
func (d *Drawing) missing(s Subject) {
	f, u := &d.Frame, d.Unit
	first, last := s.Scenario.FirstMonth(), s.Scenario.LastMonth()
	middle := (f.Plot.Top + f.Plot.Bottom) / 2
	say := func(x float64, bodies ...string) {
		d.Settle(layout.Label{
			Bodies: bodies, Size: layout.SizeSmall, Color: d.Colors.Muted, Minor: true,
			Places: []layout.Place{layout.At(x, f.Plot.Bottom-10*u, 0.5), layout.At(x, middle, 0.5), layout.At(x, f.Plot.Top+20*u, 0.5)},
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
func (d *Drawing) neutralKey(room layout.Rect, top float64, c Compare) float64 {
	own := d.Colors
	defer func() { d.Colors = own }()
	d.Colors.Line, d.Colors.Tint = d.Colors.Muted, layout.WithAlpha(d.Colors.Muted, layout.TintAlpha)
	d.bars = d.bars[:0]
	for _, s := range c.Subjects {
		d.bars = barsOf(d.bars, s, d.Options)
	}
	return d.key(room, top) + 2*d.Unit
}
