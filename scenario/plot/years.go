package plot

import (
	"image/color"
	"math"

	"headroom/scenario/plot/paint"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// A Years shows the payments of one subject by year, as bars.
type Years struct{ Subject Subject }

var _ Chart = Years{}

// Kind returns KindYears.
func (Years) Kind() Kind { return KindYears }

// Shown returns the subject.
func (c Years) Shown() []Subject { return []Subject{c.Subject} }

func (Years) check() error { return nil }

func (c Years) span() (from, through unit.Month) { return horizon(c.Shown()) }

func (c Years) draw(l *layout, _ []palette) {
	l.bars = barsOf(l.bars[:0], c.Subject, l.opts)
	top := float64(l.opts.Top)
	if top == 0 {
		top = topOfYears(l.bars)
	}
	room := l.heading()
	room.Top = l.key(room, room.Top)
	l.axes(room, top)
	l.years()
	l.drawGrid()
	l.frames.Panels = []Panel{{Frame: l.frame, Box: l.box}}
}

// A bar is one year's payments, in dollars. Where the horizon or the months
// shown cut a year, it is that part of it.
type bar struct {
	from, through unit.Month
	paid, saved   float64
}

// barsOf appends the years of a checked subject that are shown to out.
func barsOf(out []bar, s Subject, o Options) []bar {
	for _, row := range s.Projection.Months {
		if row.From < o.From || row.From > o.Through {
			continue
		}
		if n := len(out); n == 0 || out[n-1].from.Year() != row.From.Year() {
			out = append(out, bar{from: row.From})
		}
		b := &out[len(out)-1]
		b.through = row.From
		b.paid += float64(row.Paid)
		b.saved += float64(row.Forgone)
	}
	return out
}

func topOfYears(bars []bar) float64 {
	most := 0.0
	for _, b := range bars {
		most = math.Max(most, b.paid+b.saved)
	}
	return roomAbove(most)
}

const (
	keyPaid  = words.Paid
	keySaved = words.Forgone
)

// key says which part of a bar is which, above the plot, and returns where the
// room below it begins.
func (l *layout) key(room Rect, top float64) float64 {
	saved := 0.0
	for _, b := range l.bars {
		saved += b.saved
	}
	u := l.unit
	side := 10 * u
	baseline := top + textRise*l.textSize()
	x := room.Left
	for _, body := range []string{keyPaid, keySaved} {
		w := l.width(body, sizeText, false)
		if body == keySaved && saved == 0 || x+side+6*u+w > room.Right {
			break
		}
		swatch := Rect{x, baseline - side, x + side, baseline}
		l.segment(swatch, body == keySaved)
		l.put(body, place{x + side + 6*u, baseline, 0}, sizeText, false, l.colors.muted)
		x += side + 6*u + w + 18*u
	}
	return top + l.textSize()*(textRise+textFall) + 6*u
}

// segment draws what is paid as a full area, what is saved as a pale one with a
// border.
func (l *layout) segment(r Rect, saved bool) {
	if !saved {
		l.rect(l.colors.line, r)
		return
	}
	width := math.Min(1.2*l.unit, math.Min(r.Width(), r.Height())/2)
	l.rect(l.colors.tint, r)
	in := r.grown(-width / 2)
	l.shapes = append(l.shapes, paint.Shape{
		Spots:  []paint.Spot{xy(in.Left, in.Top), xy(in.Right, in.Top), xy(in.Right, in.Bottom), xy(in.Left, in.Bottom)},
		Closed: true, Stroke: l.colors.line, Width: width,
	})
}

// years draws payments by year.
func (l *layout) years() {
	f := &l.frame
	year := 12 / f.months() * f.Plot.Width()
	size := l.sizeOfBars(l.barWidth(year))
	columns := make([]column, len(l.bars))
	for i, b := range l.bars {
		left, right := f.X(b.from, 0), f.X(b.through, 1)
		columns[i] = l.stack(b, (left+right)/2, l.barWidth(right-left))
	}
	for _, c := range columns {
		l.labelColumn(c, year, size)
	}
	for _, c := range columns {
		if c.bar.paid > 0 && c.bar.saved > 0 {
			l.labelAside(c.paid, c.bar.paid, "paid", size, columns)
			l.labelAside(c.saved, c.bar.saved, "saved", size, columns)
		}
	}
	l.baseline()
}

// A column is a bar as it is drawn: its two parts, of no height where they are
// nothing or out of sight.
type column struct {
	bar         bar
	paid, saved Rect
}

// all returns the whole of a column.
func (c column) all() Rect {
	return Rect{c.paid.Left, c.saved.Top, c.paid.Right, c.paid.Bottom}
}

// stack draws the parts of a bar, one upon the other, around x.
func (l *layout) stack(b bar, x, width float64) column {
	floor, mid, roof := l.frame.Plot.Bottom, l.clampY(b.paid), l.clampY(b.paid+b.saved)
	c := column{bar: b, paid: Rect{x - width/2, mid, x + width/2, floor}, saved: Rect{x - width/2, roof, x + width/2, mid}}
	if c.paid.Height() > 0 {
		l.segment(c.paid, false)
	}
	if c.saved.Height() > 0 {
		l.segment(c.saved, true)
	}
	return c
}

// barWidth returns the width of a bar in the slot of its year. Where slots are narrow
// less of them is left free, so that amounts fit into the bars.
func (l *layout) barWidth(slot float64) float64 {
	return math.Min(math.Max(0.72*slot, math.Min(0.86*slot, 40*l.unit)), 88*l.unit)
}

func (l *layout) clampY(v float64) float64 {
	return math.Max(l.frame.Plot.Top, l.frame.Y(unit.Amount(v)))
}

// labelColumn writes the whole of a bar above it, where that has room in the slot
// of its year, and, of a bar with two parts, the amount of each into it where it fits.
func (l *layout) labelColumn(c column, slot, size float64) {
	if c.bar.paid > 0 && c.bar.saved > 0 {
		l.labelPart(c.bar.paid, c.paid, size, inkOn(l.colors.line))
		l.labelPart(c.bar.saved, c.saved, size, l.colors.text)
	}
	body, whole := l.amount(c.bar.paid+c.bar.saved), sizeText
	for whole > size && l.width(body, whole, true) > slot-2*l.unit {
		whole--
	}
	if all := c.all(); c.bar.paid+c.bar.saved > 0 && l.width(body, whole, true) <= slot-2*l.unit {
		l.settle(label{
			bodies: []string{body}, size: whole, bold: true, color: l.colors.text,
			places: []place{{(all.Left + all.Right) / 2, all.Top - 5*l.unit, 0.5}},
		})
	}
}

// labelAside writes the amount of a part of a bar, which does not fit into it, beside
// the bar, with a line to it, where neither meets another bar.
func (l *layout) labelAside(part Rect, value float64, what string, size float64, columns []column) {
	u := l.unit
	body := l.amount(value)
	if part.Height() < u || l.fitsInto(body, part, size) {
		return
	}
	for _, c := range columns {
		l.columns = append(l.columns, c.all())
	}
	middle := (part.Top + part.Bottom) / 2
	lb := label{bodies: []string{body + " " + what, body}, size: math.Max(size, sizeSmall), color: l.colors.text, minor: true}
	for _, up := range []float64{0, 8, 16, 24} {
		baseline := middle + capHeight/2*size*u - up*u
		lb.places = append(lb.places, place{part.Left - 12*u, baseline, 1}, place{part.Right + 12*u, baseline, 0})
	}
	n := len(l.texts)
	l.settle(lb)
	l.columns = l.columns[:0]
	if len(l.texts) == n {
		return
	}
	box := l.texts[n].box
	high := (box.Top + box.Bottom) / 2
	from, to := xy(part.Right, middle), xy(box.Left-2*u, high)
	if box.Right < part.Left {
		from, to = xy(part.Left, middle), xy(box.Right+2*u, high)
	}
	l.line(l.colors.axis, u, nil, from, to)
}

// labelPart writes an amount into its part of a bar, where it fits.
func (l *layout) labelPart(value float64, part Rect, size float64, color color.NRGBA) {
	body, u := l.amount(value), l.unit
	if !l.fitsInto(body, part, size) {
		return
	}
	baseline := part.Top + math.Min(4*u, (part.Height()-l.heightIn(size))/2+2*u) + textRise*size*u
	l.put(body, place{(part.Left + part.Right) / 2, baseline, 0.5}, size, true, color)
}

// fitsInto reports whether an amount has room in its part of a bar.
func (l *layout) fitsInto(body string, part Rect, size float64) bool {
	return part.Height() >= l.heightIn(size) && l.width(body, size, true) <= part.Width()-4*l.unit
}

// heightIn returns the height that a line of text takes in a bar.
func (l *layout) heightIn(size float64) float64 {
	return size*l.unit*(textRise+textFall) + 3*l.unit
}

// sizeOfBars returns the size of text, before layout.unit, at which all amounts
// fit into bars of the given width; the least one where none does.
func (l *layout) sizeOfBars(width float64) float64 {
	size := sizeText
	for _, b := range l.bars {
		for _, v := range [...]float64{b.paid, b.saved} {
			body := l.amount(v)
			for v > 0 && size > leastBarText && l.width(body, size, true) > width-6*l.unit {
				size--
			}
		}
	}
	return size
}

const leastBarText = 10.0
