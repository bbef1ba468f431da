package swept

import (
	"errors"
	"math"

	"headroom/scenario"
	"headroom/scenario/plot"
	"headroom/scenario/plot/layout"
	"headroom/scenario/plot/paint"
	"headroom/scenario/solve"
	"headroom/scenario/sweep"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// KindMap is the kind of a map.
const KindMap plot.Kind = "map"

// A Map shows a result over two inputs: coarse, each cell with what it says, or fine,
// in bands between lines of equal result.
type Map struct {
	Subject plot.Subject
	Grid    sweep.Grid
	At      *[2]float64 // the two values at the handle, while it is dragged; nil for the scenario's own
	Frame   *MapFrame   // is set to what is where, unless nil
}

// A MapFrame is where a map's cells are, in logical pixels.
type MapFrame struct {
	Plot           layout.Rect
	Right, Up      Scale // of the two inputs: at the middles of cells
	Columns, Lines int
	Handle         paint.Spot // the scenario's own values
	Held           bool       // whether it lies within the map
}

// CellAt returns the cell at a place, and false outside the map.
func (f *MapFrame) CellAt(x, y float64) (i, j int, ok bool) {
	if f.Columns == 0 || !f.Plot.Contains(x, y) {
		return 0, 0, false
	}
	i = min(int((x-f.Plot.Left)/f.Plot.Width()*float64(f.Columns)), f.Columns-1)
	j = min(int((f.Plot.Bottom-y)/f.Plot.Height()*float64(f.Lines)), f.Lines-1)
	return i, j, true
}

// Fine is how many values an axis may have for its cells to have room for words.
const fine = 15

// Kind returns KindMap.
func (Map) Kind() plot.Kind { return KindMap }

// Shown returns the scenario whose inputs are moved.
func (m Map) Shown() []plot.Subject { return one(m.Subject) }

// Span returns its horizon.
func (m Map) Span() (from, through unit.Month) { return span(m.Subject) }

// Check reports a map without cells.
func (m Map) Check() error {
	if len(m.Grid.X.Values) == 0 || len(m.Grid.Y.Values) == 0 {
		return errors.New("nothing to draw: the map has no cells")
	}
	return nil
}

// Fine reports whether the map is drawn in bands.
func (m Map) Fine() bool { return len(m.Grid.X.Values) > fine || len(m.Grid.Y.Values) > fine }

// A mapping is a map being drawn.
type mapping struct {
	Map
	*layout.Page
	*MapFrame
	places    []float64 // of cells, NaN for none
	low, high float64   // of those that are a day or an amount
	never     float64   // the place of a cap that is not reached
	steps     []float64 // of lines of equal result
}

// Draw draws cells or bands, axes and the scenario's own values.
func (m Map) Draw(d *plot.Drawing, _ []layout.Palette) {
	frame := m.Frame
	if frame == nil {
		frame = &MapFrame{}
	}
	*frame = MapFrame{Columns: len(m.Grid.X.Values), Lines: len(m.Grid.Y.Values)}
	w := mapping{Map: m, Page: &d.Page, MapFrame: frame}
	w.measure()
	room := w.Outer()
	if m.Fine() {
		room = w.legend(room)
	}
	if !w.axes(room) {
		return
	}
	if m.Fine() {
		w.bands()
		w.contours()
	} else {
		w.cells()
	}
	w.handle()
}

// measure finds the places of all cells and between which they lie.
func (w *mapping) measure() {
	s, r := w.Grid.Scenario, w.Grid.Result
	w.never = math.Inf(1)
	if r == solve.CapReached {
		w.never = sweep.Place(s, r, solve.Value{})
	}
	w.low, w.high = math.Inf(1), math.Inf(-1)
	for j := range w.Lines {
		for i := range w.Columns {
			at := sweep.Place(s, r, w.Grid.Cell(i, j))
			w.places = append(w.places, at)
			if !math.IsNaN(at) && at < w.never && (r != solve.CapReached || at >= 0) {
				w.low, w.high = min(w.low, at), max(w.high, at)
			}
		}
	}
	if w.low > w.high {
		w.low, w.high = 0, 0
	}
	w.steps = ticks(s, r, w.low, w.high, 9)
}

func (w *mapping) at(i, j int) float64 { return w.places[j*w.Columns+i] }

// axes gives the map its place, and writes the values beside it; false where there is no
// room for one.
func (w *mapping) axes(room layout.Rect) bool {
	u, x, y := w.Unit, w.Grid.X, w.Grid.Y
	left := room.Left + widest(w.Page, axisLabels(y), layout.SizeSmall, false) + 10*u
	top := room.Top + 3*w.TextSize()
	w.Plot = layout.NewRect(left, top, room.Right, room.Bottom-1.7*w.TextSize())
	if w.Plot.Width() < layout.LeastPlot || w.Plot.Height() < layout.LeastPlot {
		return false
	}
	cellWide, cellHigh := w.Plot.Width()/float64(w.Columns), w.Plot.Height()/float64(w.Lines)
	w.Right = Scale{x.Values[0], x.Values[w.Columns-1], w.Plot.Left + cellWide/2, w.Plot.Right - cellWide/2}
	w.Up = Scale{y.Values[0], y.Values[w.Lines-1], w.Plot.Bottom - cellHigh/2, w.Plot.Top + cellHigh/2}
	s := w.Grid.Scenario
	up := w.Put("Up: "+words.LowerFirst(words.Varied(s, y.Input)), layout.At(room.Left, room.Top+w.TextSize(), 0), layout.SizeSmall, true, w.Colors.Text)
	right := "to the right: " + words.LowerFirst(words.Varied(s, x.Input))
	w.Put(w.Fitted(right, layout.SizeSmall, true, w.Plot.Right-up.Right-12*u), layout.At(w.Plot.Right, room.Top+w.TextSize(), 1), layout.SizeSmall, true, w.Colors.Text)
	last := math.Inf(-1)
	for _, v := range marked(x, w.Plot.Width()/(64*u)) {
		at, label := w.Right.At(v), axisText(x.Input, v)
		half := w.Width(label, layout.SizeSmall, false) / 2
		if at-half < last+8*u || at+half > room.Right+2*u {
			continue
		}
		w.Put(label, layout.At(at, w.Plot.Top-6*u, 0.5), layout.SizeSmall, false, w.Colors.Muted)
		last = at + half
	}
	last = math.Inf(1)
	for _, v := range marked(y, w.Plot.Height()/(30*u)) {
		at := w.Up.At(v)
		if at+w.TextSize()*0.7 > last {
			continue
		}
		w.Put(axisText(y.Input, v), layout.At(w.Plot.Left-7*u, at+layout.CapHeight/2*layout.SizeSmall*u, 1), layout.SizeSmall, false, w.Colors.Muted)
		last = at - w.TextSize()*0.7
	}
	return true
}

// marked returns the values of an axis that are written beside it: all where cells have
// room for words, else round ones, no more than most.
func marked(a sweep.Axis, most float64) []float64 {
	low, high := a.Values[0], a.Values[len(a.Values)-1]
	if len(a.Values) <= fine || high == low {
		return a.Values
	}
	if sweep.IsMonth(a.Input) {
		step := math.Max(1, math.Ceil((high-low)/most))
		var out []float64
		for v := low; v <= high; v += step {
			out = append(out, v)
		}
		return out
	}
	return round(low, high, most)
}

func axisLabels(a sweep.Axis) []string {
	out := make([]string, len(a.Values))
	for i, v := range a.Values {
		out[i] = axisText(a.Input, v)
	}
	return out
}

// axisText is sweep.Text in fewer letters where amounts are round.
func axisText(in scenario.Input, v float64) string {
	switch in {
	case scenario.InputCap, scenario.InputBase, scenario.InputAlreadyPaid:
		return unit.Amount(v).Headline()
	}
	return sweep.Text(in, v)
}

// part returns how far a place is from the least to the greatest.
func (w *mapping) part(at float64) float64 {
	if w.high == w.low {
		return 0.4
	}
	return (at - w.low) / (w.high - w.low)
}

// cells draws each cell with what it says.
func (w *mapping) cells() {
	s, r, u := w.Grid.Scenario, w.Grid.Result, w.Unit
	gap := 1.5 * u
	wide, high := w.Plot.Width()/float64(w.Columns), w.Plot.Height()/float64(w.Lines)
	size := math.Min(layout.SizeSmall, layout.LineIn(high/u*0.8))
	for j := range w.Lines {
		for i := range w.Columns {
			box := layout.NewRect(w.Plot.Left+float64(i)*wide+gap, w.Plot.Bottom-float64(j+1)*high+gap, w.Plot.Left+float64(i+1)*wide-gap, w.Plot.Bottom-float64(j)*high-gap)
			at, ink := w.at(i, j), without(w.Page)
			if !math.IsNaN(at) && at < w.never {
				ink = ramp(w.part(at))
			}
			w.Fill(ink, box)
			body := sweep.Brief(s, r, w.Grid.Cell(i, j))
			if size < 7 || w.Width(body, size, false) > box.Width()-4*u {
				continue
			}
			if at, ok := w.beside(box, w.Width(body, size, false), size*u); ok {
				w.Put(body, layout.At(at.X, at.Y, 0.5), size, false, layout.InkOn(ink))
			}
		}
	}
	if r == solve.CapReached {
		w.Put(w.noteOfNever(), layout.At(w.Plot.Left, w.Plot.Bottom+1.4*w.TextSize(), 0), layout.SizeSmall, false, w.Colors.Muted)
	}
}

// beside returns where words stand in a cell: in its middle, or where the handle lies on
// that, beside it. It is false where they have no room there.
func (w *mapping) beside(box layout.Rect, wide, size float64) (paint.Spot, bool) {
	u, rise, fall := w.Unit, layout.CapHeight/2*size, layout.CapHeight/2*size+layout.TextFall*size*0.7
	middle := paint.XY((box.Left+box.Right)/2, (box.Top+box.Bottom)/2)
	own, held := w.own()
	far := handleHalo * u // from the handle's middle
	covers := func(at paint.Spot) layout.Rect {
		return layout.NewRect(at.X-wide/2, at.Y-rise, at.X+wide/2, at.Y+fall)
	}
	halo := layout.NewRect(own.X-far, own.Y-far, own.X+far, own.Y+far)
	best, found := middle, !held || !covers(middle).Overlaps(halo)
	if !found {
		away := math.Inf(1)
		for _, at := range []paint.Spot{
			paint.XY(middle.X, (box.Top+own.Y-far-fall+rise)/2), paint.XY(middle.X, (own.Y+far+box.Bottom-fall+rise)/2),
			paint.XY((box.Left+own.X-far)/2, middle.Y), paint.XY((own.X+far+box.Right)/2, middle.Y),
		} {
			c := covers(at)
			within := c.Left >= box.Left && c.Right <= box.Right && c.Top >= box.Top && c.Bottom <= box.Bottom && !c.Overlaps(halo)
			if d := math.Hypot(at.X-middle.X, at.Y-middle.Y); within && d < away {
				best, away, found = at, d, true
			}
		}
	}
	return paint.XY(best.X, best.Y+rise), found
}

// noteOfNever says what a dash means, where there is one.
func (w *mapping) noteOfNever() string {
	for _, at := range w.places {
		if at >= w.never {
			return "— " + sweep.Said(w.Grid.Scenario, w.Grid.Result, solve.Value{})
		}
	}
	return ""
}

// own returns where the scenario's own values lie, and false where they do not.
func (w *mapping) own() (paint.Spot, bool) {
	s := w.Grid.Scenario
	if !s.Terms.Share.Capped && (w.Grid.X.Input == scenario.InputCap || w.Grid.Y.Input == scenario.InputCap) {
		return paint.Spot{}, false
	}
	at := paint.XY(w.Right.At(w.Grid.X.Input.Value(s)), w.Up.At(w.Grid.Y.Input.Value(s)))
	if w.At != nil {
		at = paint.XY(w.Right.At(w.At[0]), w.Up.At(w.At[1]))
	}
	return at, w.Plot.Contains(at.X, at.Y)
}

// handle draws the scenario's own values.
func (w *mapping) handle() {
	if w.Handle, w.Held = w.own(); w.Held {
		none := layout.WithAlpha(w.Colors.Under, 0)
		w.Disc(w.Handle, handleRadius*w.Unit, none, w.Colors.Under, 2*(handleHalo-handleRadius)*w.Unit)
		w.Disc(w.Handle, handleRadius*w.Unit, none, w.Colors.Strong, 2*w.Unit)
	}
}

// How large the handle is, and with the light around it.
const (
	handleRadius = 5.0
	handleHalo   = 7.0
)

// MapTitle says what a map shows, as a heading.
func MapTitle(s scenario.Scenario, r solve.Result, x, y scenario.Input) string {
	result := words.Result(r)
	if r == solve.CapReached {
		result = "Date the cap is reached"
	}
	return result + ", by " + words.LowerFirst(words.Varied(s, x)) + " and " + words.LowerFirst(words.Varied(s, y))
}
