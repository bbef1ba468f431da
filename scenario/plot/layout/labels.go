package layout

import (
	"image/color"
	"math"

	"headroom/scenario/plot/paint"
)

// A Label is a text that looks for its place: in the plot, not over another text or
// a mark, and best not across a line.
type Label struct {
	Bodies []string // the same said shorter and shorter
	Size   float64
	Bold   bool
	Color  color.NRGBA
	Minor  bool    // rather left out than laid across a line
	Places []Place // the best first
	Clear  []Rect  // what it must not cover, beyond texts and marks
}

// A Place is where a text may stand: X and Y are the left end of its baseline, or
// with an anchor of 1 the right end, of 0.5 the middle.
type Place struct{ X, Y, Anchor float64 }

// At returns a place.
func At(x, y, anchor float64) Place { return Place{x, y, anchor} }

// What it costs a label to cross a line, to be said shorter, and to stand in a
// later place. A label is left out rather than laid over another text or mark.
const (
	costCrossing = 4.0
	costShorter  = 1.5
	costLater    = 0.1
)

// Settle writes the label in its cheapest place, if it has any, and returns what it
// covers.
func (l *Page) Settle(lb Label) (box Rect, placed bool) {
	best, cost := Text{}, math.Inf(1)
	for i, body := range lb.Bodies {
		w := l.Width(body, lb.Size, lb.Bold)
		size := lb.Size * l.Unit
		for j, p := range lb.Places {
			x := p.X - p.Anchor*w
			box := boxOf(x, p.Y, w, size)
			c := float64(i)*costShorter + float64(j)*costLater
			if c >= cost || !l.free(box, lb.Clear) {
				continue
			}
			if c += costCrossing * float64(min(3, l.crossings(box))); c < cost {
				best, cost = Text{paint.Text{Body: body, X: x, Y: p.Y, Anchor: p.Anchor, Size: size, Bold: lb.Bold, Color: lb.Color}, box}, c
			}
		}
	}
	crossing := best.Body != "" && l.crossings(best.Box) > 0
	if math.IsInf(cost, 1) || crossing && lb.Minor {
		return Rect{}, false
	}
	if crossing {
		l.Fill(WithAlpha(l.Colors.Under, PlateAlpha), best.Box.Grown(2*l.Unit))
	}
	l.Texts = append(l.Texts, best)
	return best.Box, true
}

// PlateAlpha is how far a label that crosses lines covers them.
const PlateAlpha = 217

// free reports whether a label may cover the box, which holds nothing of clear.
func (l *Page) free(box Rect, clear []Rect) bool {
	plot := l.Frame.Plot
	if box.Left < plot.Left || box.Right > plot.Right || box.Bottom > plot.Bottom || box.Top < math.Max(2, plot.Top-l.TextSize()) {
		return false
	}
	near := box.Grown(5 * l.Unit)
	for _, t := range l.Texts {
		if near.Overlaps(t.Box) {
			return false
		}
	}
	for _, marks := range [...][]Rect{l.Discs, clear} {
		for _, m := range marks {
			if box.Overlaps(m) {
				return false
			}
		}
	}
	return true
}

// Avoid remembers a line as one that labels had better not cross.
func (l *Page) Avoid(spots []paint.Spot) {
	for i := 1; i < len(spots); i++ {
		l.avoided = append(l.avoided, spots[i-1], spots[i])
	}
}

// crossings returns how many pieces of lines cross the box.
func (l *Page) crossings(box Rect) int {
	near, n := box.Grown(l.Unit), 0
	for i := 0; i < len(l.avoided); i += 2 {
		if near.Meets(l.avoided[i], l.avoided[i+1]) {
			n++
		}
	}
	return n
}
