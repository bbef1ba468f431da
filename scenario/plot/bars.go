package plot

import (
	"image/color"
	"math"

	"headroom/scenario/plot/layout"
	"headroom/scenario/plot/paint"
	"headroom/scenario/unit"
)

// A bar is one year's payments, in dollars. Where the horizon or the months
// shown cut a year, it is that part of it.
type bar struct {
	from, through unit.Month
	paid, saved   float64
	actual        float64 // of paid, what was paid of revenue that is known
}

// The parts of a bar, from below.
type kindOfPart int

const (
	paidPart     kindOfPart = iota // or what of it is actual
	forecastPart                   // of what is paid, where that is told apart
	savedPart
	kinds
)

// values returns the parts of a bar by their kinds, 0 for none.
func (b bar) values(known bool) [kinds]float64 {
	if !known {
		return [kinds]float64{paidPart: b.paid, savedPart: b.saved}
	}
	return [kinds]float64{b.actual, math.Max(0, b.paid-b.actual), b.saved}
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
		if row.From <= s.Projection.ActualsThrough {
			b.actual += float64(row.Paid)
		}
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

// A column is a bar as it is drawn: its parts, of no height where they are nothing or
// out of sight.
type column struct {
	bar   bar
	parts [kinds]part
}

// A part of a column is what it stands for, where it is and what is beside its amount
// in words.
type part struct {
	layout.Rect
	kind  kindOfPart
	value float64
	word  string
}

// all returns the whole of a column.
func (c column) all() layout.Rect {
	low, high := c.parts[paidPart], c.parts[savedPart]
	return layout.NewRect(low.Left, high.Top, low.Right, low.Bottom)
}

// several returns the parts of a column that has more than one.
func (c column) several() []part {
	var out []part
	for _, p := range c.parts {
		if p.value > 0 {
			out = append(out, p)
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// stack draws the parts of a bar, one on top of the other, around x.
func (d *Drawing) stack(b bar, x, width float64) column {
	c := column{bar: b}
	said := [kinds]string{"paid", "", "saved"}
	if d.known {
		said = [kinds]string{"actual", "forecast", "saved"}
	}
	floor, sum := d.Frame.Plot.Bottom, 0.0
	for kind, v := range b.values(d.known) {
		sum += v
		roof := d.clampY(sum)
		c.parts[kind] = part{layout.NewRect(x-width/2, roof, x+width/2, floor), kindOfPart(kind), v, said[kind]}
		if floor-roof > 0 {
			d.part(c.parts[kind].Rect, kindOfPart(kind))
		}
		floor = roof
	}
	return c
}

// part draws what is paid as a full area; paler and with a border what is forecast of
// it, and still paler what is saved.
func (d *Drawing) part(r layout.Rect, kind kindOfPart) {
	switch kind {
	case forecastPart:
		d.Bordered(r, d.forecastInk(), d.Colors.Line)
	case savedPart:
		d.Bordered(r, d.Colors.Tint, d.Colors.Line)
	default:
		d.Fill(d.Colors.Line, r)
	}
}

// forecastInk is the color of what is forecast, between that of the line and the page:
// in black and white too it is neither the one nor what is saved.
func (d *Drawing) forecastInk() color.NRGBA {
	light := 0.3
	if d.Options.Theme.dark() {
		light = 0.5
	}
	return layout.Mix(d.Colors.Line, d.Colors.Under, light)
}

// inkOf returns the color of an amount on a part.
func (d *Drawing) inkOf(kind kindOfPart) color.NRGBA {
	switch kind {
	case forecastPart:
		return layout.InkOn(d.forecastInk())
	case savedPart:
		return d.Colors.Text
	}
	return layout.InkOn(d.Colors.Line)
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
// of its year, and, of a bar with more than one part, the amount of each into it where it fits.
func (d *Drawing) labelColumn(c column, slot, size float64) {
	for _, p := range c.several() {
		d.labelPart(p, size)
	}
	body, whole := d.Amount(c.bar.paid+c.bar.saved), layout.SizeText
	for whole > size && d.Width(body, whole, true) > slot-2*d.Unit {
		whole--
	}
	if all := c.all(); c.bar.paid+c.bar.saved > 0 && d.Width(body, whole, true) <= slot-2*d.Unit {
		d.Settle(layout.Label{
			Bodies: []string{body}, Size: whole, Bold: true, Color: d.Colors.Text,
			Places: []layout.Place{
				layout.At((all.Left+all.Right)/2, all.Top-5*d.Unit, 0.5),
				layout.At((all.Left+all.Right)/2, all.Top-9*d.Unit, 0.5), // where a part is hardly higher than its amount
			},
		})
	}
}

// labelAside writes the amount of a part of a bar, which does not fit into it, beside
// the bar, with a line to it, where neither meets another bar: if not beside its part, then,
// where far allows it, higher up, above a lower neighbor, which is what it reports.
func (d *Drawing) labelAside(part part, size float64, columns []column, far bool) bool {
	u := d.Unit
	body := d.Amount(part.value)
	if part.Height() < u || d.fitsInto(body, part.Rect, size) {
		return false
	}
	middle := (part.Top + part.Bottom) / 2
	lb := layout.Label{Bodies: []string{body + " " + part.word, body}, Size: math.Max(size, layout.SizeSmall), Color: d.Colors.Text, Minor: true}
	const slanting = 24 // how far above its part a label is that a slanting line leads to
	for up := 0.0; middle-up*u > d.Frame.Plot.Top && (far || up <= slanting); up += 8 {
		baseline := middle + layout.CapHeight/2*size*u - up*u
		lb.Places = append(lb.Places, layout.At(part.Left-12*u, baseline, 1), layout.At(part.Right+12*u, baseline, 0))
	}
	for _, c := range columns {
		around := c.all()
		if d.known {
			around = around.Grown(3 * u)
		}
		lb.Clear = append(lb.Clear, around)
	}
	box, placed := d.Settle(lb)
	if !placed {
		return false
	}
	high := (box.Top + box.Bottom) / 2
	edge, end, out := part.Right, box.Left-2*u, 4*u
	if box.Right < part.Left {
		edge, end, out = part.Left, box.Right+2*u, -4*u
	}
	line := []paint.Spot{paint.XY(edge, middle), paint.XY(end, high)}
	far = middle-high > (slanting+4)*u
	if far { // up between the bars
		line = []paint.Spot{line[0], paint.XY(edge+out, middle), paint.XY(edge+out, high), line[1]}
	}
	d.Line(d.Colors.Axis, u, nil, line...)
	return far
}

// labelPart writes an amount into its part of a bar, where it fits.
func (d *Drawing) labelPart(part part, size float64) {
	body, u := d.Amount(part.value), d.Unit
	if !d.fitsInto(body, part.Rect, size) {
		return
	}
	baseline := part.Top + math.Min(4*u, (part.Height()-d.heightIn(size))/2+2*u) + layout.TextRise*size*u
	d.Put(body, layout.At((part.Left+part.Right)/2, baseline, 0.5), size, true, d.inkOf(part.kind))
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
		for _, v := range b.values(d.known) {
			body := d.Amount(v)
			for v > 0 && size > layout.LeastInBar && d.Width(body, size, true) > width-6*d.Unit {
				size--
			}
		}
	}
	return size
}
