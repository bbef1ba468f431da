package plot

import (
	"image/color"
	"math"

	"headroom/scenario/plot/layout"
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

// Check finds nothing: payments can always be drawn.
func (Years) Check() error { return nil }

// Span returns the subject's horizon.
func (c Years) Span() (from, through unit.Month) { return horizon(c.Shown()) }

// Draw draws a bar for each year.
func (c Years) Draw(d *Drawing, _ []layout.Palette) {
	d.bars = barsOf(d.bars[:0], c.Subject, d.Options)
	top := float64(d.Options.Top)
	if top == 0 {
		top = topOfYears(d.bars)
	}
	room := d.Heading()
	room.Top = d.key(room, room.Top)
	d.Axes(room, top)
	d.years()
	d.DrawGrid()
	d.Frames.Panels = []Panel{{Frame: d.framed(), Box: d.Box}}
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
func (d *Drawing) key(room layout.Rect, top float64) float64 {
	saved := 0.0
	for _, b := range d.bars {
		saved += b.saved
	}
	u := d.Unit
	side := 10 * u
	baseline := top + layout.TextRise*d.TextSize()
	x := room.Left
	for _, body := range []string{keyPaid, keySaved} {
		w := d.Width(body, layout.SizeText, false)
		if body == keySaved && saved == 0 || x+side+6*u+w > room.Right {
			break
		}
		swatch := layout.NewRect(x, baseline-side, x+side, baseline)
		d.segment(swatch, body == keySaved)
		d.Put(body, layout.At(x+side+6*u, baseline, 0), layout.SizeText, false, d.Colors.Muted)
		x += side + 6*u + w + 18*u
	}
	return top + d.TextSize()*(layout.TextRise+layout.TextFall) + 6*u
}

// segment draws what is paid as a full area, what is saved as a pale one with a
// border.
func (d *Drawing) segment(r layout.Rect, saved bool) {
	if !saved {
		d.Fill(d.Colors.Line, r)
		return
	}
	width := math.Min(1.2*d.Unit, math.Min(r.Width(), r.Height())/2)
	d.Fill(d.Colors.Tint, r)
	in := r.Grown(-width / 2)
	d.Shape(paint.Shape{
		Spots:  []paint.Spot{paint.XY(in.Left, in.Top), paint.XY(in.Right, in.Top), paint.XY(in.Right, in.Bottom), paint.XY(in.Left, in.Bottom)},
		Closed: true, Stroke: d.Colors.Line, Width: width,
	})
}

// years draws payments by year.
func (d *Drawing) years() {
	f := &d.Frame
	year := 12 / f.Months() * f.Plot.Width()
	size := d.sizeOfBars(d.barWidth(year))
	columns := make([]column, len(d.bars))
	for i, b := range d.bars {
		left, right := f.X(b.from, 0), f.X(b.through, 1)
		columns[i] = d.stack(b, (left+right)/2, d.barWidth(right-left))
	}
	for _, c := range columns {
		d.labelColumn(c, year, size)
	}
	for _, c := range columns {
		if c.bar.paid > 0 && c.bar.saved > 0 {
			d.labelAside(c.paid, c.bar.paid, "paid", size, columns)
			d.labelAside(c.saved, c.bar.saved, "saved", size, columns)
		}
	}
	d.Baseline()
}

// A column is a bar as it is drawn: its two parts, of no height where they are
// nothing or out of sight.
type column struct {
	bar         bar
	paid, saved layout.Rect
}

// all returns the whole of a column.
func (c column) all() layout.Rect {
	return layout.NewRect(c.paid.Left, c.saved.Top, c.paid.Right, c.paid.Bottom)
}

// stack draws the parts of a bar, one upon the other, around x.
func (d *Drawing) stack(b bar, x, width float64) column {
	floor, mid, roof := d.Frame.Plot.Bottom, d.clampY(b.paid), d.clampY(b.paid+b.saved)
	c := column{bar: b, paid: layout.NewRect(x-width/2, mid, x+width/2, floor), saved: layout.NewRect(x-width/2, roof, x+width/2, mid)}
	if c.paid.Height() > 0 {
		d.segment(c.paid, false)
	}
	if c.saved.Height() > 0 {
		d.segment(c.saved, true)
	}
	return c
}

// barWidth returns the width of a bar in the slot of its year. Where slots are narrow
// less of them is left free, so that amounts fit into the bars.
func (d *Drawing) barWidth(slot float64) float64 {
	return math.Min(math.Max(0.72*slot, math.Min(0.86*slot, 40*d.Unit)), 88*d.Unit)
}

func (d *Drawing) clampY(v float64) float64 {
	return math.Max(d.Frame.Plot.Top, d.Frame.Y(unit.Amount(v)))
}

// labelColumn writes the whole of a bar above it, where that has room in the slot
// of its year, and, of a bar with two parts, the amount of each into it where it fits.
func (d *Drawing) labelColumn(c column, slot, size float64) {
	if c.bar.paid > 0 && c.bar.saved > 0 {
		d.labelPart(c.bar.paid, c.paid, size, layout.InkOn(d.Colors.Line))
		d.labelPart(c.bar.saved, c.saved, size, d.Colors.Text)
	}
	body, whole := d.Amount(c.bar.paid+c.bar.saved), layout.SizeText
	for whole > size && d.Width(body, whole, true) > slot-2*d.Unit {
		whole--
	}
	if all := c.all(); c.bar.paid+c.bar.saved > 0 && d.Width(body, whole, true) <= slot-2*d.Unit {
		d.Settle(layout.Label{
			Bodies: []string{body}, Size: whole, Bold: true, Color: d.Colors.Text,
			Places: []layout.Place{layout.At((all.Left+all.Right)/2, all.Top-5*d.Unit, 0.5)},
		})
	}
}

// labelAside writes the amount of a part of a bar, which does not fit into it, beside
// the bar, with a line to it, where neither meets another bar.
func (d *Drawing) labelAside(part layout.Rect, value float64, what string, size float64, columns []column) {
	u := d.Unit
	body := d.Amount(value)
	if part.Height() < u || d.fitsInto(body, part, size) {
		return
	}
	middle := (part.Top + part.Bottom) / 2
	lb := layout.Label{Bodies: []string{body + " " + what, body}, Size: math.Max(size, layout.SizeSmall), Color: d.Colors.Text, Minor: true}
	for _, up := range []float64{0, 8, 16, 24} {
		baseline := middle + layout.CapHeight/2*size*u - up*u
		lb.Places = append(lb.Places, layout.At(part.Left-12*u, baseline, 1), layout.At(part.Right+12*u, baseline, 0))
	}
	for _, c := range columns {
		lb.Clear = append(lb.Clear, c.all())
	}
	box, placed := d.Settle(lb)
	if !placed {
		return
	}
	high := (box.Top + box.Bottom) / 2
	from, to := paint.XY(part.Right, middle), paint.XY(box.Left-2*u, high)
	if box.Right < part.Left {
		from, to = paint.XY(part.Left, middle), paint.XY(box.Right+2*u, high)
	}
	d.Line(d.Colors.Axis, u, nil, from, to)
}

// labelPart writes an amount into its part of a bar, where it fits.
func (d *Drawing) labelPart(value float64, part layout.Rect, size float64, color color.NRGBA) {
	body, u := d.Amount(value), d.Unit
	if !d.fitsInto(body, part, size) {
		return
	}
	baseline := part.Top + math.Min(4*u, (part.Height()-d.heightIn(size))/2+2*u) + layout.TextRise*size*u
	d.Put(body, layout.At((part.Left+part.Right)/2, baseline, 0.5), size, true, color)
}

// fitsInto reports whether an amount has room in its part of a bar.
func (d *Drawing) fitsInto(body string, part layout.Rect, size float64) bool {
	return part.Height() >= d.heightIn(size) && d.Width(body, size, true) <= part.Width()-4*d.Unit
}

// heightIn returns the height that a line of text takes in a bar.
func (d *Drawing) heightIn(size float64) float64 {
	return size*d.Unit*(layout.TextRise+layout.TextFall) + 3*d.Unit
}

// sizeOfBars returns the size of text, before Page.Unit, at which all amounts
// fit into bars of the given width; the least one where none does.
func (d *Drawing) sizeOfBars(width float64) float64 {
	size := layout.SizeText
	for _, b := range d.bars {
		for _, v := range [...]float64{b.paid, b.saved} {
			body := d.Amount(v)
			for v > 0 && size > leastBarText && d.Width(body, size, true) > width-6*d.Unit {
				size--
			}
		}
	}
	return size
}

const leastBarText = 10.0
