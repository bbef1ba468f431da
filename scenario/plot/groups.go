package plot

import (
	"math"
	"strconv"

	"headroom/scenario/plot/layout"
)

// groups draws the payments by year of all subjects in one plot: for each year a
// group of bars, in the order of the subjects and with their numbers below.
func (d *Drawing) groups(c Compare, inks []layout.Palette, top float64) {
	own := d.Colors
	room := d.Outer()
	if room.Height() >= leastKeyed*d.Unit {
		room.Top = d.neutralKey(room, room.Top, c)
	}
	before := d.Progress()
	if below := d.numbers(c, inks, room); room.Bottom-below >= 2*layout.LeastPlot {
		room.Top = below
	} else {
		d.Back(before)
	}
	number := layout.SizeSmall * 1.25 * d.Unit
	d.Below = number
	room.Bottom -= number
	if !d.Fit(room, top) {
		d.Back(layout.Progress{})
		number = 0
	}
	f := &d.Frame
	n := float64(len(c.Subjects))
	year := 12 / f.Months() * f.Plot.Width()
	slot := math.Min(0.82*year/n, 70*d.Unit)
	size := layout.SizeText
	all := make([][]bar, len(c.Subjects))
	for i, s := range c.Subjects {
		all[i] = barsOf(nil, s, d.Options)
		d.bars = all[i]
		size = math.Min(size, d.sizeOfBars(slot*0.92))
	}
	for i, bars := range all {
		d.Colors = inks[i]
		for _, b := range bars {
			middle := (f.X(b.from, 0)+f.X(b.through, 1))/2 + (float64(i)-(n-1)/2)*slot
			d.labelColumn(d.stack(b, middle, slot*0.92), slot, size)
			if number > 0 && slot > d.Width("0", layout.SizeSmall, false)+2*d.Unit {
				d.Put(strconv.Itoa(i+1), layout.At(middle, f.Plot.Bottom+layout.TextRise*layout.SizeSmall*d.Unit+2*d.Unit, 0.5), layout.SizeSmall, false, own.Muted)
			}
		}
	}
	d.Colors = own
	d.Baseline()
	d.DrawGrid()
	d.Frames.Panels = []Panel{{Frame: d.framed(), Box: d.Box, Subject: -1}}
}

// numbers writes swatch, number and name of each subject, in as many lines as it
// takes, and returns where the room below begins.
func (d *Drawing) numbers(c Compare, inks []layout.Palette, room layout.Rect) float64 {
	u := d.Unit
	line := layout.SizeText * 1.35 * u
	x, baseline := room.Left, room.Top+layout.TextRise*d.TextSize()
	for i, s := range c.Subjects {
		name := d.Fitted(strconv.Itoa(i+1)+"  "+s.Scenario.Name, layout.SizeText, true, room.Width()-16*u)
		w := 16*u + d.Width(name, layout.SizeText, true)
		if x > room.Left && x+w > room.Right {
			x, baseline = room.Left, baseline+line
		}
		side := 10 * u
		d.Fill(inks[i].Line, layout.NewRect(x, baseline-side, x+side, baseline))
		d.Put(name, layout.At(x+16*u, baseline, 0), layout.SizeText, true, d.Colors.Text)
		x += w + 20*u
	}
	return baseline + layout.TextFall*d.TextSize() + 6*u
}
