package plot

import (
	"image/color"
	"math"

	"headroom/scenario/plot/paint"
)

// A label is a text that looks for its place: in the plot, not over another
// text or a mark, and best not across a line.
type label struct {
	bodies []string // the same said shorter and shorter
	size   float64  // before layout.unit
	bold   bool
	color  color.NRGBA
	minor  bool    // rather left out than laid across a line
	places []place // the best first
}

// A place is where a label may stand: x and y are the left end of its baseline,
// or with an anchor of 1 the right end, of 0.5 the middle.
type place struct{ x, y, anchor float64 }

// What it costs a label to cross a line, to be said shorter, and to stand in a
// later place. A label is left out rather than laid over another text or mark.
const (
	costCrossing = 4.0
	costShorter  = 1.5
	costLater    = 0.1
)

// settle writes the label in its cheapest place, if it has any.
func (l *layout) settle(lb label) {
	best, cost := text{}, math.Inf(1)
	for i, body := range lb.bodies {
		w := l.width(body, lb.size, lb.bold)
		size := lb.size * l.unit
		for j, p := range lb.places {
			x := p.x - p.anchor*w
			box := boxOf(x, p.y, w, size)
			c := float64(i)*costShorter + float64(j)*costLater
			if c >= cost || !l.free(box) {
				continue
			}
			if c += costCrossing * float64(min(3, l.crossings(box))); c < cost {
				best, cost = text{paint.Text{Body: body, X: x, Y: p.y, Anchor: p.anchor, Size: size, Bold: lb.bold, Color: lb.color}, box}, c
			}
		}
	}
	crossing := best.Body != "" && l.crossings(best.box) > 0
	if math.IsInf(cost, 1) || crossing && lb.minor {
		return
	}
	if crossing {
		l.rect(withAlpha(l.colors.under, plateAlpha), best.box.grown(2*l.unit))
	}
	l.texts = append(l.texts, best)
}

// plateAlpha is how far a label that crosses lines covers them.
const plateAlpha = 217

// free reports whether a label may cover the box.
func (l *layout) free(box Rect) bool {
	plot := l.frame.Plot
	if box.Left < plot.Left || box.Right > plot.Right || box.Bottom > plot.Bottom || box.Top < math.Max(2, plot.Top-l.textSize()) {
		return false
	}
	near := box.grown(5 * l.unit)
	for _, t := range l.texts {
		if near.overlaps(t.box) {
			return false
		}
	}
	for _, marks := range [...][]Rect{l.discs, l.columns} {
		for _, m := range marks {
			if box.overlaps(m) {
				return false
			}
		}
	}
	return true
}

// avoid remembers a line as one that labels had better not cross.
func (l *layout) avoid(spots []paint.Spot) {
	for i := 1; i < len(spots); i++ {
		l.avoided = append(l.avoided, spots[i-1], spots[i])
	}
}

// crossings returns how many pieces of lines cross the box.
func (l *layout) crossings(box Rect) int {
	near, n := box.grown(l.unit), 0
	for i := 0; i < len(l.avoided); i += 2 {
		if near.meets(l.avoided[i], l.avoided[i+1]) {
			n++
		}
	}
	return n
}

// meets reports whether any of the line piece from a to b lies within r: it
// narrows the piece to each pair of borders in turn.
func (r Rect) meets(a, b paint.Spot) bool {
	low, high := 0.0, 1.0
	narrow := func(from, to, least, most float64) bool {
		d := to - from
		if d == 0 {
			return from >= least && from <= most
		}
		t0, t1 := (least-from)/d, (most-from)/d
		low = math.Max(low, math.Min(t0, t1))
		high = math.Min(high, math.Max(t0, t1))
		return low <= high
	}
	return narrow(a.X, b.X, r.Left, r.Right) && narrow(a.Y, b.Y, r.Top, r.Bottom)
}
