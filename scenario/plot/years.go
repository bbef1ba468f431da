package plot

import (
	"headroom/scenario/plot/layout"
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

// A keyed is one entry of the key of bars.
type keyed struct {
	kind  kindOfPart
	words string
}

// keys returns the entries of the key, said shorter and shorter.
func (d *Drawing) keys() [][]keyed {
	var sums [kinds]float64
	for _, b := range d.bars {
		for kind, v := range b.values(d.known) {
			sums[kind] += v
		}
	}
	said := [][kinds]string{{paidPart: words.Paid, savedPart: words.Forgone}}
	if d.known {
		said = [][kinds]string{
			{words.Paid + ", actual", words.Paid + ", forecast", words.Forgone},
			{"Actual", "Forecast", "Saved"},
		}
		if len(d.throughs) == 1 {
			long := said[0]
			long[paidPart] += " through " + d.throughs[0].Short()
			said = append([][kinds]string{long}, said...)
		}
	}
	out := make([][]keyed, len(said))
	for i, all := range said {
		for kind, body := range all {
			if body != "" && (sums[kind] > 0 || kind == int(paidPart) && !d.known) {
				out[i] = append(out[i], keyed{kindOfPart(kind), body})
			}
		}
	}
	return out
}

// key says which part of a bar is which, above the plot, and returns where the
// room below it begins.
func (d *Drawing) key(room layout.Rect, top float64) float64 {
	u := d.Unit
	side := 10 * u
	entries := d.keys()
	wide := func(entries []keyed) float64 {
		all := -18 * u
		for _, e := range entries {
			all += side + 24*u + d.Width(e.words, layout.SizeText, false)
		}
		return all
	}
	for len(entries) > 1 && wide(entries[0]) > room.Width() {
		entries = entries[1:]
	}
	baseline := top + layout.TextRise*d.TextSize()
	x := room.Left
	for _, e := range entries[0] {
		w := d.Width(e.words, layout.SizeText, false)
		if x+side+6*u+w > room.Right {
			break
		}
		d.part(layout.NewRect(x, baseline-side, x+side, baseline), e.kind)
		d.Put(e.words, layout.At(x+side+6*u, baseline, 0), layout.SizeText, false, d.Colors.Muted)
		x += side + 6*u + w + 18*u
	}
	return top + d.TextSize()*(layout.TextRise+layout.TextFall) + 6*u
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
		// One line up is enough, where bars lie far enough apart for it: what the other part is
		// follows from the whole.
		far := year >= 40*d.Unit
		for _, p := range c.several() {
			if d.labelAside(p, size, columns, far) {
				far = false
			}
		}
	}
	d.Baseline()
}
