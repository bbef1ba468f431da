package plot

import (
	"math"
	"slices"
	"strings"
)

const (
	endLead   = 34.0 // room for leader and sample left of a label, before layout.unit
	endsShare = 0.34 // the most of the width that labels at line ends take
)

// column breaks the names at line ends into lines and returns how wide the
// labels are together.
func (l *layout) column(ends []ending, room Rect) float64 {
	most := room.Width()*endsShare - endLead*l.unit
	widest := l.width("$134.6B by 2030", sizeSmall, false)
	for i := range ends {
		ends[i].lines = l.wrapped(ends[i].name, sizeText, true, math.Max(widest, math.Min(most, 190*l.unit)), 3)
		for _, line := range ends[i].lines {
			widest = math.Max(widest, l.width(line, sizeText, true))
		}
	}
	return math.Min(widest+endLead*l.unit, room.Width()*0.5)
}

// wrapped breaks words into lines no wider than the room, the last of the most
// lines cut short.
func (l *layout) wrapped(body string, size float64, bold bool, room float64, most int) []string {
	var lines []string
	for _, word := range strings.Fields(body) {
		n := len(lines)
		switch {
		case n > 0 && l.width(lines[n-1]+" "+word, size, bold) <= room, n == most:
			lines[n-1] += " " + word
		default:
			lines = append(lines, word)
		}
	}
	for i, line := range lines {
		lines[i] = l.fitted(line, size, bold, room)
	}
	return lines
}

// apart returns names, each on one line cut to the room: at its end, or in its
// middle where names that differ would otherwise read alike.
func (l *layout) apart(names []string, size float64, bold bool, room float64) []string {
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = l.fitted(name, size, bold, room)
	}
	for i, short := range slices.Clone(out) {
		for j, other := range names {
			if other != names[i] && short != "" && short == l.fitted(other, size, bold, room) && j != i {
				out[i] = l.ruler.ShortenInside(oneLine(names[i]), bold, size*l.unit, room)
			}
		}
	}
	return out
}

// labelEnds writes names and amounts beside the ends of lines, each with a sample
// of its line, where they overlap no other.
func (l *layout) labelEnds(ends []ending, inks []palette, room Rect) {
	u := l.unit
	plot := l.frame.Plot
	slices.SortStableFunc(ends, func(a, b ending) int {
		switch {
		case a.at.Y < b.at.Y-0.5:
			return -1
		case a.at.Y > b.at.Y+0.5:
			return 1
		}
		return a.subject - b.subject
	})
	values := true
	line, small, gap := sizeText*1.2*u, sizeSmall*1.2*u, 7*u
	top, bottom := plot.Top-0.5*line, plot.Bottom+0.5*line
	measure := func() (total float64) {
		for i := range ends {
			ends[i].height = float64(len(ends[i].lines))*line + gap
			if values {
				ends[i].height += small
			}
			total += ends[i].height
		}
		return total
	}
	if measure() > bottom-top {
		values, gap = false, 3*u
	}
	if measure() > bottom-top {
		names := make([]string, len(ends))
		for i, e := range ends {
			names[i] = e.name
		}
		for i, name := range l.apart(names, sizeText, true, room.Right-plot.Right-endLead*u) {
			ends[i].lines = []string{name}
		}
		measure()
	}
	wanted, heights := make([]float64, len(ends)), make([]float64, len(ends))
	for i, e := range ends {
		wanted[i], heights[i] = e.at.Y, e.height
	}
	for i, y := range spread(wanted, heights, top, bottom) {
		e := ends[i]
		l.lead(e, inks[e.subject], y)
		x := plot.Right + endLead*u
		baseline := y - (e.height-gap)/2 + textRise*sizeText*u
		for _, words := range e.lines {
			l.put(words, place{x, baseline, 0}, sizeText, true, l.colors.text)
			baseline += line
		}
		if values {
			l.put(l.fitted(e.value, sizeSmall, false, room.Right-x), place{x, baseline - line + small, 0}, sizeSmall, false, l.colors.muted)
		}
	}
}

// lead draws the sample of a line beside its label, and a thin line to it from
// where the line ends.
func (l *layout) lead(e ending, ink palette, y float64) {
	u, right := l.unit, l.frame.Plot.Right
	if e.at.X < right-u && !e.onCap {
		l.line(l.colors.axis, u, l.dashes(dashDrop), e.at, xy(right, e.at.Y))
	}
	l.line(ink.line, u, nil, xy(right+2*u, e.at.Y), xy(right+10*u, y))
	l.line(ink.line, e.width*u, l.dashes(overlayDashes[e.subject]), xy(right+10*u, y), xy(right+(endLead-5)*u, y))
}
