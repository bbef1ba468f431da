package plot

import (
	"math"

	"headroom/scenario/plot/paint"
)

// A waterfall arranges the rows of a bridge: names, bars, and columns of figures.
type waterfall struct {
	*layout
	rows   []bridgeRow
	titles []string // of the columns, nil for none
	result string   // what the bars are in

	names  float64   // width of the names
	widths []float64 // of the columns
	plot   Rect      // of the bars
	low    float64   // dollars at the left of the plot
	high   float64   // at its right

	uprights []float64 // where the lines of the grid go
}

const (
	gapColumn  = 18.0
	leastBars  = 120.0 // width left to the bars, or columns are left out
	rowText    = sizeText
	highestRow = 84.0

	// The most of the width that names take, and in small pictures.
	mostNames, mostNamesSmall = 0.34, 0.45
)

func (w *waterfall) draw(room Rect) {
	w.columns(room)
	first, last := &w.rows[0], &w.rows[len(w.rows)-1]
	ends := w.apart([]string{first.name, last.name}, rowText, true, w.names-16*w.unit)
	first.name, last.name = ends[0], ends[1]
	w.scale()
	head := w.head(room)
	foot := (sizeTick+4)*w.unit + w.textSize()*1.1
	w.plot.Top, w.plot.Bottom = head, room.Bottom-foot
	cramped := w.plot.Width() < leastPlot || w.plot.Height() < leastPlot
	if cramped {
		w.texts, w.shapes = w.texts[:0], w.shapes[:0]
		w.plot = w.box
	}
	high := math.Min(highestRow*w.unit, w.plot.Height()/float64(len(w.rows)))
	w.plot.Bottom = w.plot.Top + high*float64(len(w.rows))
	if !cramped {
		w.axis()
	}
	for i := range w.rows {
		top := w.plot.Top + float64(i)*high
		w.row(i, Rect{room.Left, top, room.Right, top + high}, !cramped)
	}
	for _, x := range w.uprights {
		w.upright(x)
	}
}

// upright draws a line of the grid, with gaps where figures stand.
func (w *waterfall) upright(x float64) {
	from := w.plot.Top
	for from < w.plot.Bottom {
		gap := Rect{Top: w.plot.Bottom, Bottom: w.plot.Bottom}
		for _, t := range w.texts {
			box := t.box.grown(2 * w.unit)
			if x > box.Left && x < box.Right && box.Bottom > from && box.Top < gap.Top {
				gap = box
			}
		}
		if to := math.Min(w.plot.Bottom, gap.Top); to > from {
			w.grid = append(w.grid, paint.Shape{Spots: []paint.Spot{xy(x, from), xy(x, to)}, Stroke: w.colors.grid, Width: w.unit})
		}
		from = gap.Bottom
	}
}

// columns gives names, bars and columns their widths. Columns for which too
// little would be left of the bars are left out.
func (w *waterfall) columns(room Rect) {
	for _, r := range w.rows {
		w.names = math.Max(w.names, w.width(r.name, rowText, r.end)+16*w.unit)
	}
	most := mostNames
	if room.Width() < 420*w.unit {
		most = mostNamesSmall
	}
	w.names = math.Min(w.names, most*room.Width())
	w.plot = room
	w.plot.Left = math.Round(room.Left + w.names + 10*w.unit)
	for len(w.titles) > 0 {
		w.widths = w.widths[:0]
		all := 0.0
		for i, title := range w.titles {
			width := 0.0
			for _, words := range w.wrapped(title, sizeSmall, false, 80*w.unit, 2) {
				width = math.Max(width, w.width(words, sizeSmall, false))
			}
			for _, r := range w.rows {
				width = math.Max(width, w.width(r.columns[i], rowText, false))
			}
			w.widths = append(w.widths, width)
			all += width + gapColumn*w.unit
		}
		if w.plot.Width()-all >= math.Max(leastBars*w.unit, 0.3*room.Width()) {
			w.plot.Right -= all
			break
		}
		w.titles = w.titles[:len(w.titles)-1]
	}
	w.plot.Right = math.Round(w.plot.Right)
}

// scale chooses the amounts at the sides of the plot, with room for the figures
// beside the bars.
func (w *waterfall) scale() {
	for _, r := range w.rows {
		for _, v := range []float64{r.from, r.to} {
			w.low, w.high = math.Min(w.low, v), math.Max(w.high, v)
		}
		if r.hasDue {
			w.low, w.high = math.Min(w.low, r.due), math.Max(w.high, r.due)
		}
	}
	if w.high-w.low < leastTop {
		w.high = w.low + 1e9
	}
	figures := 0.0
	for _, r := range w.rows {
		figures = math.Max(figures, w.width(r.value, rowText, true)+12*w.unit)
	}
	span := w.high - w.low
	part := math.Min(0.55, figures/math.Max(1, w.plot.Width()))
	w.high += span * part / (1 - part)
	if w.low < 0 {
		w.low -= 0.02 * span
	}
}

func (w *waterfall) x(v float64) float64 {
	return w.plot.Left + (v-w.low)/(w.high-w.low)*w.plot.Width()
}

// head writes what bars and columns are, and returns where the rows begin.
func (w *waterfall) head(room Rect) float64 {
	u := w.unit
	line := sizeSmall * 1.25 * u
	lines := 1
	for _, title := range w.titles {
		lines = max(lines, len(w.wrapped(title, sizeSmall, false, 80*u, 2)))
	}
	bottom := room.Top + float64(lines)*line
	baseline := bottom - textFall*sizeSmall*u
	x := w.plot.Right
	for i, title := range w.titles {
		x += gapColumn*u + w.widths[i]
		words := w.wrapped(title, sizeSmall, false, 80*u, 2)
		for j, body := range words {
			w.put(body, place{x, baseline - float64(len(words)-1-j)*line, 1}, sizeSmall, false, w.colors.muted)
		}
	}
	w.put(w.fitted(w.result, sizeSmall, false, w.plot.Width()), place{w.x(0), baseline, 0}, sizeSmall, false, w.colors.muted)
	for _, r := range w.rows {
		if !r.hasDue {
			continue
		}
		words := "outlined: share before the cap"
		if width := w.width(words, sizeSmall, false); w.x(0)+w.width(w.result, sizeSmall, false)+24*u+width < w.plot.Right {
			w.put(words, place{w.x(0) + w.width(w.result, sizeSmall, false) + 16*u, baseline, 0}, sizeSmall, false, w.colors.muted)
		}
		break
	}
	return bottom + 5*u
}

// axis draws the lines and labels of the amounts, below the bars.
func (w *waterfall) axis() {
	u := w.unit
	marks := newSteps(w.high-w.low, w.plot.Width()/(64*u))
	baseline := w.plot.Bottom + (sizeTick+3)*u + textRise*w.textSize()
	first := int(math.Ceil(w.low/marks.step - 1e-9))
	for i := first; float64(i)*marks.step <= w.high; i++ {
		x := w.x(float64(i) * marks.step)
		words := marks.label(max(i, -i))
		if i < 0 {
			words = "−" + words
		}
		half := w.width(words, sizeText, false) / 2
		w.uprights = append(w.uprights, x)
		if x-half >= w.box.Left && x+half <= w.box.Right {
			w.put(words, place{x, baseline, 0.5}, sizeText, false, w.colors.muted)
		}
	}
	x := w.x(0)
	w.line(w.colors.axis, u, nil, xy(x, w.plot.Top), xy(x, w.plot.Bottom))
}

// row draws one row in its rectangle.
func (w *waterfall) row(i int, r Rect, words bool) {
	u, row := w.unit, w.rows[i]
	middle := (r.Top + r.Bottom) / 2
	half := math.Min(0.31*r.Height(), 17*u)
	left, right := w.x(math.Min(row.from, row.to)), w.x(math.Max(row.from, row.to))
	if right-left < 2*u {
		right = left + 2*u
	}
	bar := Rect{left, middle - half, right, middle + half}
	reach := bar
	if row.hasDue {
		due := Rect{w.x(math.Min(row.from, row.due)), middle - half, w.x(math.Max(row.from, row.due)), middle + half}
		w.bar(due, row.ink, true)
		reach.Left, reach.Right = math.Min(due.Left, left), math.Max(due.Right, right)
	}
	w.rect(row.ink, bar)
	if i+1 < len(w.rows) {
		x := w.x(row.to)
		w.line(w.colors.axis, u, w.dashes(dashDrop), xy(x, middle+half), xy(x, middle+r.Height()-half))
	}
	w.frames.Bars = append(w.frames.Bars, Bar{Row: r, Rect: bar, Step: i - 1})
	if words {
		w.write(row, r, reach)
	}
}

// lineIn returns the size of text whose lines lie so far apart.
func lineIn(high float64) float64 { return 0.98 * high / (textRise + textFall) }

// leastRowText is the least size of text, before layout.unit, in a row.
const leastRowText = 7.0

// write writes the name of a row, the figure beside its bar, and its columns.
func (w *waterfall) write(row bridgeRow, r, reach Rect) {
	u := w.unit
	size := math.Min(rowText, lineIn(r.Height()/u))
	if size < leastRowText {
		return
	}
	baseline := (r.Top+r.Bottom)/2 + capHeight/2*size*u
	x := r.Left
	if row.end {
		radius := math.Min(4.5*u, 0.4*size*u)
		w.disc(xy(x+radius, (r.Top+r.Bottom)/2), radius, row.ink, row.ink, 0)
	}
	x += 16 * u
	w.put(w.fitted(row.name, size, row.end, r.Left+w.names-x), place{x, baseline, 0}, size, row.end, w.colors.text)
	if wide := w.width(row.value, size, true); reach.Right+7*u+wide <= w.plot.Right {
		w.put(row.value, place{reach.Right + 7*u, baseline, 0}, size, true, w.colors.text)
	} else if reach.Left-7*u-wide >= w.plot.Left {
		w.put(row.value, place{reach.Left - 7*u, baseline, 1}, size, true, w.colors.text)
	}
	x = w.plot.Right
	for i := range w.titles {
		x += gapColumn*u + w.widths[i]
		w.put(row.columns[i], place{x, baseline, 1}, size, false, w.colors.muted)
	}
}
