package swept

import (
	"image/color"
	"math"
	"sort"

	"headroom/scenario/plot/layout"
	"headroom/scenario/plot/paint"
	"headroom/scenario/solve"
	"headroom/scenario/sweep"
)

// band returns in which band between lines of equal result a place lies: 0 below the
// first, len(steps) above the last, and more where the cap is not reached or there is
// nothing.
func (w *mapping) band(at float64) int {
	if math.IsNaN(at) || at >= w.never {
		return len(w.steps) + 1
	}
	return sort.Search(len(w.steps), func(i int) bool { return w.steps[i] > at })
}

// ink returns the color of a band.
func (w *mapping) ink(band int) color.NRGBA {
	if band > len(w.steps) {
		return without(w.Page)
	}
	return ramp((float64(band) + 0.5) / float64(len(w.steps)+1))
}

// bands fills the map, cells beside each other of one band at once.
func (w *mapping) bands() {
	wide, high := w.Plot.Width()/float64(w.Columns), w.Plot.Height()/float64(w.Lines)
	for j := range w.Lines {
		bottom := w.Plot.Bottom - float64(j)*high
		for i := 0; i < w.Columns; {
			band, to := w.band(w.at(i, j)), i+1
			for to < w.Columns && w.band(w.at(to, j)) == band {
				to++
			}
			// Half a pixel over its neighbors, so that nothing shines through.
			w.Fill(w.ink(band), layout.NewRect(w.Plot.Left+float64(i)*wide, bottom-high, min(w.Plot.Right, w.Plot.Left+float64(to)*wide+0.5), min(w.Plot.Bottom, bottom+0.5)))
			i = to
		}
	}
}

// contours draws lines of equal result with their labels, and the border of where the
// cap is not reached.
func (w *mapping) contours() {
	s, r := w.Grid.Scenario, w.Grid.Result
	for _, step := range w.steps {
		w.contour(step, tickLabel(s, r, step), 1)
	}
	if r == solve.CapReached {
		w.contour(w.never-0.5, sweep.Said(s, r, solve.Value{}), 2.2)
	}
}

// contour draws one line: in each square between four middles of cells the piece along
// which the result is the same.
func (w *mapping) contour(level float64, label string, width float64) {
	ink := layout.WithAlpha(w.Colors.Strong, 200)
	x := func(i float64) float64 { return w.Plot.Left + (i+0.5)*w.Plot.Width()/float64(w.Columns) }
	y := func(j float64) float64 { return w.Plot.Bottom - (j+0.5)*w.Plot.Height()/float64(w.Lines) }
	var best paint.Spot
	found := math.Inf(1)
	center := paint.XY((w.Plot.Left+w.Plot.Right)/2, (w.Plot.Top+w.Plot.Bottom)/2)
	for j := range w.Lines - 1 {
		for i := range w.Columns - 1 {
			corners := [4]float64{w.at(i, j), w.at(i+1, j), w.at(i+1, j+1), w.at(i, j+1)}
			where := [4][2]int{{0, 0}, {1, 0}, {1, 1}, {0, 1}}
			var cut []paint.Spot
			for k := range 4 {
				a, b := corners[k], corners[(k+1)%4]
				if math.IsNaN(a) || math.IsNaN(b) || (a < level) == (b < level) {
					continue
				}
				p, q := where[k], where[(k+1)%4]
				right, up := q[0]-p[0], q[1]-p[1]
				switch { // a cap that is not reached has no day to draw a line by
				case b >= w.never:
					b = w.goesOn(level, a, i+p[0]-right, j+p[1]-up, b)
				case a >= w.never:
					a = w.goesOn(level, b, i+q[0]+right, j+q[1]+up, a)
				}
				t := (level - a) / (b - a)
				cut = append(cut, paint.XY(x(float64(i+p[0])+t*float64(right)), y(float64(j+p[1])+t*float64(up))))
			}
			for k := 0; k+1 < len(cut); k += 2 {
				w.Line(ink, width*w.Unit, nil, cut[k], cut[k+1])
				if d := math.Hypot(cut[k].X-center.X, (cut[k].Y-center.Y)*1.5); d < found && w.clear(cut[k], label) {
					best, found = cut[k], d
				}
			}
		}
	}
	if math.IsInf(found, 1) {
		return
	}
	half := w.Width(label, layout.SizeSmall, true)/2 + 4*w.Unit
	w.Fill(layout.WithAlpha(w.Colors.Under, layout.PlateAlpha), layout.NewRect(best.X-half, best.Y-8*w.Unit, best.X+half, best.Y+8*w.Unit))
	w.Put(label, layout.At(best.X, best.Y+layout.CapHeight/2*layout.SizeSmall*w.Unit, 0.5), layout.SizeSmall, true, w.Colors.Text)
}

// goesOn returns where a result would lie that is not reached, were it to go on from one
// beside it as that does from the cell before, but no nearer than a level; without such
// a cell it is where what is not reached lies.
func (w *mapping) goesOn(level, from float64, i, j int, never float64) float64 {
	if i < 0 || j < 0 || i >= w.Columns || j >= w.Lines {
		return never
	}
	before := w.at(i, j)
	if math.IsNaN(before) || before < 0 || before >= from {
		return never
	}
	return max(level, 2*from-before)
}

// clear reports whether a label has room around a place.
func (w *mapping) clear(at paint.Spot, label string) bool {
	half := w.Width(label, layout.SizeSmall, true)/2 + 6*w.Unit
	box := layout.NewRect(at.X-half, at.Y-9*w.Unit, at.X+half, at.Y+9*w.Unit)
	if box.Left < w.Plot.Left || box.Right > w.Plot.Right || box.Top < w.Plot.Top || box.Bottom > w.Plot.Bottom {
		return false
	}
	if own, ok := w.own(); ok && box.Grown(9*w.Unit).Contains(own.X, own.Y) {
		return false
	}
	apart := box.Grown(6 * w.Unit)
	for _, t := range w.Texts {
		if apart.Overlaps(t.Box) {
			return false
		}
	}
	return true
}

// legend draws what the colors mean at the right, and returns the room left of it.
func (w *mapping) legend(room layout.Rect) layout.Rect {
	s, r, u := w.Grid.Scenario, w.Grid.Result, w.Unit
	labels := make([]string, len(w.steps))
	for i, step := range w.steps {
		labels[i] = tickLabel(s, r, step)
	}
	never := ""
	if r == solve.CapReached && w.noteOfNever() != "" {
		never = sweep.Said(s, r, solve.Value{})
	}
	wide := widest(w.Page, append(labels, never), layout.SizeSmall, false) + 26*u
	if wide > room.Width()/3 {
		return room
	}
	left, n := room.Right-wide+8*u, len(w.steps)+1
	top, bottom := room.Top+3*w.TextSize(), room.Bottom-1.7*w.TextSize()
	if never != "" {
		bottom -= 2 * w.TextSize()
		at := bottom + 0.9*w.TextSize()
		w.Fill(without(w.Page), layout.NewRect(left, at, left+12*u, at+12*u))
		w.Put(never, layout.At(left+17*u, at+10*u, 0), layout.SizeSmall, false, w.Colors.Muted)
	}
	high := (bottom - top) / float64(n)
	for band := range n {
		y := top + float64(band)*high
		w.Fill(w.ink(band), layout.NewRect(left, y, left+12*u, y+high+0.5))
		if band > 0 {
			w.Put(labels[band-1], layout.At(left+17*u, y+layout.CapHeight/2*layout.SizeSmall*u, 0), layout.SizeSmall, false, w.Colors.Muted)
		}
	}
	room.Right -= wide
	return room
}
