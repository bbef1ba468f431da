package plot

import (
	"math"
	"strconv"
)

// groups draws the payments by year of all subjects in one plot: for each year a
// group of bars, in the order of the subjects and with their numbers below.
func (l *layout) groups(c Compare, inks []palette, top float64) {
	own := l.colors
	room := l.outer()
	if room.Height() >= leastKeyed*l.unit {
		room.Top = l.neutralKey(room, room.Top, c)
	}
	texts, shapes := len(l.texts), len(l.shapes)
	if below := l.numbers(c, inks, room); room.Bottom-below >= 2*leastPlot {
		room.Top = below
	} else {
		l.texts, l.shapes = l.texts[:texts], l.shapes[:shapes]
	}
	number := sizeSmall * 1.25 * l.unit
	l.below = number
	room.Bottom -= number
	if !l.fit(room, top) {
		l.texts, l.shapes, number = l.texts[:0], l.shapes[:0], 0
	}
	f := &l.frame
	n := float64(len(c.Subjects))
	year := 12 / f.months() * f.Plot.Width()
	slot := math.Min(0.82*year/n, 70*l.unit)
	size := sizeText
	all := make([][]bar, len(c.Subjects))
	for i, s := range c.Subjects {
		all[i] = barsOf(nil, s, l.opts)
		l.bars = all[i]
		size = math.Min(size, l.sizeOfBars(slot*0.92))
	}
	for i, bars := range all {
		l.colors = inks[i]
		for _, b := range bars {
			middle := (f.X(b.from, 0)+f.X(b.through, 1))/2 + (float64(i)-(n-1)/2)*slot
			l.labelColumn(l.stack(b, middle, slot*0.92), slot, size)
			if number > 0 && slot > l.width("0", sizeSmall, false)+2*l.unit {
				l.put(strconv.Itoa(i+1), place{middle, f.Plot.Bottom + textRise*sizeSmall*l.unit + 2*l.unit, 0.5}, sizeSmall, false, own.muted)
			}
		}
	}
	l.colors = own
	l.baseline()
	l.drawGrid()
	l.frames.Panels = []Panel{{Frame: l.frame, Box: l.box, Subject: -1}}
}

// numbers writes swatch, number and name of each subject, in as many lines as it
// takes, and returns where the room below begins.
func (l *layout) numbers(c Compare, inks []palette, room Rect) float64 {
	u := l.unit
	line := sizeText * 1.35 * u
	x, baseline := room.Left, room.Top+textRise*l.textSize()
	for i, s := range c.Subjects {
		name := l.fitted(strconv.Itoa(i+1)+"  "+s.Scenario.Name, sizeText, true, room.Width()-16*u)
		w := 16*u + l.width(name, sizeText, true)
		if x > room.Left && x+w > room.Right {
			x, baseline = room.Left, baseline+line
		}
		side := 10 * u
		l.rect(inks[i].line, Rect{x, baseline - side, x + side, baseline})
		l.put(name, place{x + 16*u, baseline, 0}, sizeText, true, l.colors.text)
		x += w + 20*u
	}
	return baseline + textFall*l.textSize() + 6*u
}
