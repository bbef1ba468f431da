package plot

import (
	"math"
	"slices"

	"headroom/scenario/plot/layout"
	"headroom/scenario/plot/paint"
)

const (
	endLead   = 34.0 // room for leader and sample left of a label, before Page.Unit
	endsShare = 0.34 // the most of the width that labels at line ends take
)

// column breaks the names at line ends into lines and returns how wide the
// labels are together.
func (d *Drawing) column(ends []ending, room layout.Rect) float64 {
	most := room.Width()*endsShare - endLead*d.Unit
	widest := d.Width("$134.6B by 2030", layout.SizeSmall, false)
	for i := range ends {
		ends[i].lines = d.Wrapped(ends[i].name, layout.SizeText, true, math.Max(widest, math.Min(most, 190*d.Unit)), 3)
		for _, line := range ends[i].lines {
			widest = math.Max(widest, d.Width(line, layout.SizeText, true))
		}
	}
	return math.Min(widest+endLead*d.Unit, room.Width()*0.5)
}

// labelEnds writes names and amounts beside the ends of lines, each with a sample
// of its line, where they overlap no other.
func (d *Drawing) labelEnds(ends []ending, inks []layout.Palette, room layout.Rect) {
	u := d.Unit
	plot := d.Frame.Plot
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
	line, small, gap := layout.SizeText*1.2*u, layout.SizeSmall*1.2*u, 7*u
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
		for i, name := range d.Apart(names, layout.SizeText, true, room.Right-plot.Right-endLead*u) {
			ends[i].lines = []string{name}
		}
		measure()
	}
	wanted, heights := make([]float64, len(ends)), make([]float64, len(ends))
	for i, e := range ends {
		wanted[i], heights[i] = e.at.Y, e.height
	}
	for i, y := range layout.Spread(wanted, heights, top, bottom) {
		e := ends[i]
		d.lead(e, inks[e.subject], y)
		x := plot.Right + endLead*u
		baseline := y - (e.height-gap)/2 + layout.TextRise*layout.SizeText*u
		for _, words := range e.lines {
			d.Put(words, layout.At(x, baseline, 0), layout.SizeText, true, d.Colors.Text)
			baseline += line
		}
		if values {
			d.Put(d.Fitted(e.value, layout.SizeSmall, false, room.Right-x), layout.At(x, baseline-line+small, 0), layout.SizeSmall, false, d.Colors.Muted)
		}
	}
}

// lead draws the sample of a line beside its label, and a thin line to it from
// where the line ends.
func (d *Drawing) lead(e ending, ink layout.Palette, y float64) {
	u, right := d.Unit, d.Frame.Plot.Right
	if e.at.X < right-u && !e.onCap {
		d.Line(d.Colors.Axis, u, d.Dashes(layout.DashDrop), e.at, paint.XY(right, e.at.Y))
	}
	d.Line(ink.Line, u, nil, paint.XY(right+2*u, e.at.Y), paint.XY(right+10*u, y))
	d.Line(ink.Line, e.width*u, d.Dashes(d.dashOf(e.subject)), paint.XY(right+10*u, y), paint.XY(right+(endLead-5)*u, y))
}
