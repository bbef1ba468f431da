package timeline

import (
	"math"
	"slices"

	"headroom/scenario/plot/layout"
	"headroom/scenario/plot/paint"
)

// A turn is a point in time at which something changes, with its words below the
// rows of the timeline.
type turn struct {
	t    float64 // in months since the year 0
	body string
	x    float64 // of the left end of the words
	line int     // of the words, the uppermost 0
}

// turns returns the turning points of an agreement, with places for their words.
func (d *drawing) turns(a Agreement) []turn {
	var out []turn
	add := func(t float64, bodies ...string) {
		if t <= float64(d.Frame.From) || t > float64(d.Frame.Through+1) {
			return
		}
		for _, body := range bodies {
			if d.Width(body, layout.SizeSmall, false) <= 0.6*d.Frame.Plot.Width() || body == bodies[len(bodies)-1] {
				out = append(out, turn{t: t, body: body})
				return
			}
		}
	}
	if !a.effect.IsZero() {
		words := "amended from " + a.effect.Short()
		if !a.day.IsZero() {
			words = "amended " + a.day.Medium()
		}
		add(float64(a.effect), words, "amended")
	}
	if date := a.reached.Date; !date.IsZero() {
		add(timeOf(date), "cap reached "+date.Month.Short(), "cap reached")
	}
	if !a.agi.IsZero() {
		add(float64(a.agi+1), "AGI verified "+a.agi.Short(), "AGI")
	}
	slices.SortStableFunc(out, func(a, b turn) int {
		switch {
		case a.t < b.t:
			return -1
		case a.t > b.t:
			return 1
		}
		return 0
	})
	d.settleTurns(out)
	return out
}

// settleTurns gives the words of turning points places right of their lines, one
// below the other where they would overlap: the latest uppermost, so that no line
// crosses words.
func (d *drawing) settleTurns(turns []turn) {
	gap := 5 * d.Unit
	var starts []float64 // of the words on each line
	for i := len(turns) - 1; i >= 0; i-- {
		t := &turns[i]
		wide := d.Width(t.body, layout.SizeSmall, false)
		t.x = d.Frame.XAt(t.t) + gap
		if t.x+wide > d.Frame.Plot.Right {
			t.x = math.Max(d.Frame.Plot.Left, t.x-2*gap-wide)
		}
		for t.line < len(starts) && starts[t.line] < t.x+wide+2*gap {
			t.line++
		}
		if t.line == len(starts) {
			starts = append(starts, 0)
		}
		starts[t.line] = t.x
	}
}

// linesOf returns how many lines the words of turning points take.
func linesOf(turns []turn) int {
	n := 0
	for _, t := range turns {
		n = max(n, t.line+1)
	}
	return n
}

func (d *drawing) lineOfTurns() float64 { return layout.SizeSmall * 1.4 * d.Unit }

// footing returns how much room the words below the rows take.
func (d *drawing) footing(turns []turn, a Agreement) float64 {
	n := linesOf(turns)
	if _, _, words := a.Unpaid(); words != "" {
		n++
	}
	return float64(n)*d.lineOfTurns() + 4*d.Unit
}

// drawTurns draws the lines of turning points, behind the rows, down to their
// words.
func (d *drawing) drawTurns(turns []turn) {
	plot := d.Frame.Plot
	for _, t := range turns {
		x := d.Frame.XAt(t.t)
		baseline := plot.Bottom + 4*d.Unit + float64(t.line)*d.lineOfTurns() + layout.TextRise*layout.SizeSmall*d.Unit
		d.Line(d.Colors.Strong, 1.2*d.Unit, d.Dashes(dashTurn), paint.XY(x, plot.Top-3*d.Unit), paint.XY(x, baseline+2*d.Unit))
		d.Put(t.body, layout.At(t.x, baseline, 0), layout.SizeSmall, false, d.Colors.Text)
	}
}

var dashTurn = []float64{4, 3}

// bracket shows how long the license goes on after the last payment.
func (d *drawing) bracket(a Agreement, foot float64) {
	from, through, words := a.Unpaid()
	if words == "" {
		return
	}
	u := d.Unit
	left, right := math.Max(d.Frame.Plot.Left, d.Frame.XAt(from)), math.Min(d.Frame.Plot.Right, d.Frame.XAt(through))
	y := foot - 0.5*d.lineOfTurns()
	wide := d.Width(words, layout.SizeSmall, false)
	middle := (left + right) / 2
	line := func(a, b float64) {
		if b > a {
			d.Line(d.Colors.Axis, u, nil, paint.XY(a, y), paint.XY(b, y))
		}
	}
	if right <= left {
		return
	}
	for _, x := range []float64{left, right} {
		d.Line(d.Colors.Axis, u, nil, paint.XY(x, y-4*u), paint.XY(x, y+4*u))
	}
	baseline := y + layout.CapHeight/2*layout.SizeSmall*u
	switch {
	case wide+28*u <= right-left:
		line(left, middle-wide/2-6*u)
		line(middle+wide/2+6*u, right)
		d.Put(words, layout.At(middle, baseline, 0.5), layout.SizeSmall, false, d.Colors.Muted)
	case left-wide-8*u >= d.Box.Left:
		line(left, right)
		d.Put(words, layout.At(left-8*u, baseline, 1), layout.SizeSmall, false, d.Colors.Muted)
	default:
		line(left, right)
	}
}
