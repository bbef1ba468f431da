package waterfall

import (
	"image/color"
	"math"

	"headroom/scenario/plot/layout"
	"headroom/scenario/plot/paint"
)

// A Bar is one row of a bridge.
type Bar struct {
	Row  layout.Rect // all of the row
	Rect layout.Rect // the bar itself, no wider than a line where there is no effect
	Step int         // index of the step; -1 for the one end, the number of steps for the other
}

// A Row is one row of a waterfall, in dollars.
type Row struct {
	Name      string
	From, To  float64
	Due       float64 // effect on the share before the cap, from the same place on
	HasDue    bool
	Value     string
	Columns   []string // right of the bars
	End       bool     // one of the two ends
	Ink, Tint color.NRGBA
}

// Draw draws rows in a room of the page, with the titles of their columns, none for no
// columns, and what the bars are in. It returns the rows as they are drawn; it draws a
// line of the grid only where no text stands.
func Draw(on *layout.Page, rows []Row, titles []string, result string, room layout.Rect) []Bar {
	w := waterfall{Page: on, rows: rows, titles: titles, result: result}
	w.draw(room)
	return w.bars
}

// leastSpan is the least difference in dollars that the bars are drawn to scale for.
const leastSpan = 1e-6

// A waterfall arranges the rows of a bridge: names, bars, and columns of figures.
type waterfall struct {
	*layout.Page
	rows   []Row
	titles []string // of the columns, nil for none
	result string   // what the bars are in

	names  float64     // width of the names
	widths []float64   // of the columns
	plot   layout.Rect // of the bars
	low    float64     // dollars at the left of the plot
	high   float64     // at its right

	uprights []float64 // where the lines of the grid go
	bars     []Bar
}

const (
	gapColumn  = 18.0
	leastBars  = 120.0 // width left to the bars, or columns are left out
	rowText    = layout.SizeText
	highestRow = 84.0

	// The most of the width that names take, and in small pictures.
	mostNames, mostNamesSmall = 0.34, 0.45
)

func (w *waterfall) draw(room layout.Rect) {
	w.columns(room)
	first, last := &w.rows[0], &w.rows[len(w.rows)-1]
	ends := w.Apart([]string{first.Name, last.Name}, rowText, true, w.names-16*w.Unit)
	first.Name, last.Name = ends[0], ends[1]
	w.scale()
	head := w.head(room)
	foot := (layout.SizeTick+4)*w.Unit + w.TextSize()*1.1
	w.plot.Top, w.plot.Bottom = head, room.Bottom-foot
	cramped := w.plot.Width() < layout.LeastPlot || w.plot.Height() < layout.LeastPlot
	if cramped {
		w.Back(layout.Progress{})
		w.plot = w.Box
	}
	high := math.Min(highestRow*w.Unit, w.plot.Height()/float64(len(w.rows)))
	w.plot.Bottom = w.plot.Top + high*float64(len(w.rows))
	if !cramped {
		w.axis()
	}
	for i := range w.rows {
		top := w.plot.Top + float64(i)*high
		w.row(i, layout.NewRect(room.Left, top, room.Right, top+high), !cramped)
	}
	for _, x := range w.uprights {
		w.Upright(x, w.plot.Top, w.plot.Bottom)
	}
}

// columns gives names, bars and columns their widths. Columns for which too
// little would be left of the bars are left out.
func (w *waterfall) columns(room layout.Rect) {
	for _, r := range w.rows {
		w.names = math.Max(w.names, w.Width(r.Name, rowText, r.End)+16*w.Unit)
	}
	most := mostNames
	if room.Width() < 420*w.Unit {
		most = mostNamesSmall
	}
	w.names = math.Min(w.names, most*room.Width())
	w.plot = room
	w.plot.Left = math.Round(room.Left + w.names + 10*w.Unit)
	for len(w.titles) > 0 {
		w.widths = w.widths[:0]
		all := 0.0
		for i, title := range w.titles {
			width := 0.0
			for _, words := range w.Wrapped(title, layout.SizeSmall, false, 80*w.Unit, 2) {
				width = math.Max(width, w.Width(words, layout.SizeSmall, false))
			}
			for _, r := range w.rows {
				width = math.Max(width, w.Width(r.Columns[i], rowText, false))
			}
			w.widths = append(w.widths, width)
			all += width + gapColumn*w.Unit
		}
		if w.plot.Width()-all >= math.Max(leastBars*w.Unit, 0.3*room.Width()) {
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
		for _, v := range []float64{r.From, r.To} {
			w.low, w.high = math.Min(w.low, v), math.Max(w.high, v)
		}
		if r.HasDue {
			w.low, w.high = math.Min(w.low, r.Due), math.Max(w.high, r.Due)
		}
	}
	if w.high-w.low < leastSpan {
		w.high = w.low + 1e9
	}
	figures := 0.0
	for _, r := range w.rows {
		figures = math.Max(figures, w.Width(r.Value, rowText, true)+12*w.Unit)
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
func (w *waterfall) head(room layout.Rect) float64 {
	u := w.Unit
	line := layout.SizeSmall * 1.25 * u
	lines := 1
	for _, title := range w.titles {
		lines = max(lines, len(w.Wrapped(title, layout.SizeSmall, false, 80*u, 2)))
	}
	bottom := room.Top + float64(lines)*line
	baseline := bottom - layout.TextFall*layout.SizeSmall*u
	x := w.plot.Right
	for i, title := range w.titles {
		x += gapColumn*u + w.widths[i]
		words := w.Wrapped(title, layout.SizeSmall, false, 80*u, 2)
		for j, body := range words {
			w.Put(body, layout.At(x, baseline-float64(len(words)-1-j)*line, 1), layout.SizeSmall, false, w.Colors.Muted)
		}
	}
	w.Put(w.Fitted(w.result, layout.SizeSmall, false, w.plot.Width()), layout.At(w.x(0), baseline, 0), layout.SizeSmall, false, w.Colors.Muted)
	for _, r := range w.rows {
		if !r.HasDue {
			continue
		}
		words := "outlined: share before the cap"
		if width := w.Width(words, layout.SizeSmall, false); w.x(0)+w.Width(w.result, layout.SizeSmall, false)+24*u+width < w.plot.Right {
			w.Put(words, layout.At(w.x(0)+w.Width(w.result, layout.SizeSmall, false)+16*u, baseline, 0), layout.SizeSmall, false, w.Colors.Muted)
		}
		break
	}
	return bottom + 5*u
}

// axis draws the lines and labels of the amounts, below the bars.
func (w *waterfall) axis() {
	u := w.Unit
	marks := layout.NewSteps(w.high-w.low, w.plot.Width()/(64*u))
	baseline := w.plot.Bottom + (layout.SizeTick+3)*u + layout.TextRise*w.TextSize()
	first := int(math.Ceil(w.low/marks.Step - 1e-9))
	for i := first; float64(i)*marks.Step <= w.high; i++ {
		x := w.x(float64(i) * marks.Step)
		words := marks.Label(max(i, -i))
		if i < 0 {
			words = "−" + words
		}
		half := w.Width(words, layout.SizeText, false) / 2
		w.uprights = append(w.uprights, x)
		if x-half >= w.Box.Left && x+half <= w.Box.Right {
			w.Put(words, layout.At(x, baseline, 0.5), layout.SizeText, false, w.Colors.Muted)
		}
	}
	x := w.x(0)
	w.Line(w.Colors.Axis, u, nil, paint.XY(x, w.plot.Top), paint.XY(x, w.plot.Bottom))
}

// row draws one row in its rectangle.
func (w *waterfall) row(i int, r layout.Rect, words bool) {
	u, row := w.Unit, w.rows[i]
	middle := (r.Top + r.Bottom) / 2
	half := math.Min(0.31*r.Height(), 17*u)
	left, right := w.x(math.Min(row.From, row.To)), w.x(math.Max(row.From, row.To))
	if right-left < 2*u {
		right = left + 2*u
	}
	bar := layout.NewRect(left, middle-half, right, middle+half)
	reach := bar
	if row.HasDue {
		due := layout.NewRect(w.x(math.Min(row.From, row.Due)), middle-half, w.x(math.Max(row.From, row.Due)), middle+half)
		w.Bordered(due, layout.WithAlpha(row.Ink, 2*layout.TintAlpha), row.Ink)
		reach.Left, reach.Right = math.Min(due.Left, left), math.Max(due.Right, right)
	}
	w.Fill(row.Ink, bar)
	if i+1 < len(w.rows) {
		x := w.x(row.To)
		w.Line(w.Colors.Axis, u, w.Dashes(layout.DashDrop), paint.XY(x, middle+half), paint.XY(x, middle+r.Height()-half))
	}
	w.bars = append(w.bars, Bar{Row: r, Rect: bar, Step: i - 1})
	if words {
		w.write(row, r, reach)
	}
}

// write writes the name of a row, the figure beside its bar, and its columns.
func (w *waterfall) write(row Row, r, reach layout.Rect) {
	u := w.Unit
	size := math.Min(rowText, layout.LineIn(r.Height()/u))
	if size < layout.LeastInRow {
		return
	}
	baseline := (r.Top+r.Bottom)/2 + layout.CapHeight/2*size*u
	x := r.Left
	if row.End {
		radius := math.Min(4.5*u, 0.4*size*u)
		w.Disc(paint.XY(x+radius, (r.Top+r.Bottom)/2), radius, row.Ink, row.Ink, 0)
	}
	x += 16 * u
	w.Put(w.Fitted(row.Name, size, row.End, r.Left+w.names-x), layout.At(x, baseline, 0), size, row.End, w.Colors.Text)
	if wide := w.Width(row.Value, size, true); reach.Right+7*u+wide <= w.plot.Right {
		w.Put(row.Value, layout.At(reach.Right+7*u, baseline, 0), size, true, w.Colors.Text)
	} else if reach.Left-7*u-wide >= w.plot.Left {
		w.Put(row.Value, layout.At(reach.Left-7*u, baseline, 1), size, true, w.Colors.Text)
	}
	x = w.plot.Right
	for i := range w.titles {
		x += gapColumn*u + w.widths[i]
		w.Put(row.Columns[i], layout.At(x, baseline, 1), size, false, w.Colors.Muted)
	}
}
