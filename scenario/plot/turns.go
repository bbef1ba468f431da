package plot

import (
	"math"
	"slices"
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
func (l *layout) turns(a agreement) []turn {
	var out []turn
	add := func(t float64, bodies ...string) {
		if t <= float64(l.frame.From) || t > float64(l.frame.Through+1) {
			return
		}
		for _, body := range bodies {
			if l.width(body, sizeSmall, false) <= 0.6*l.frame.Plot.Width() || body == bodies[len(bodies)-1] {
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
	l.settleTurns(out)
	return out
}

// settleTurns gives the words of turning points places right of their lines, one
// below the other where they would overlap: the latest uppermost, so that no line
// crosses words.
func (l *layout) settleTurns(turns []turn) {
	gap := 5 * l.unit
	var starts []float64 // of the words on each line
	for i := len(turns) - 1; i >= 0; i-- {
		t := &turns[i]
		wide := l.width(t.body, sizeSmall, false)
		t.x = l.frame.x(t.t) + gap
		if t.x+wide > l.frame.Plot.Right {
			t.x = math.Max(l.frame.Plot.Left, t.x-2*gap-wide)
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

func (l *layout) lineOfTurns() float64 { return sizeSmall * 1.4 * l.unit }

// footing returns how much room the words below the rows take.
func (l *layout) footing(turns []turn, a agreement) float64 {
	n := linesOf(turns)
	if _, _, words := a.unpaid(); words != "" {
		n++
	}
	return float64(n)*l.lineOfTurns() + 4*l.unit
}

// drawTurns draws the lines of turning points, behind the rows, down to their
// words.
func (l *layout) drawTurns(turns []turn) {
	plot := l.frame.Plot
	for _, t := range turns {
		x := l.frame.x(t.t)
		baseline := plot.Bottom + 4*l.unit + float64(t.line)*l.lineOfTurns() + textRise*sizeSmall*l.unit
		l.line(l.colors.strong, 1.2*l.unit, l.dashes(dashTurn), xy(x, plot.Top-3*l.unit), xy(x, baseline+2*l.unit))
		l.put(t.body, place{t.x, baseline, 0}, sizeSmall, false, l.colors.text)
	}
}

var dashTurn = []float64{4, 3}

// bracket shows how long the license goes on after the last payment.
func (l *layout) bracket(a agreement, foot float64) {
	from, through, words := a.unpaid()
	if words == "" {
		return
	}
	u := l.unit
	left, right := math.Max(l.frame.Plot.Left, l.frame.x(from)), math.Min(l.frame.Plot.Right, l.frame.x(through))
	y := foot - 0.5*l.lineOfTurns()
	wide := l.width(words, sizeSmall, false)
	middle := (left + right) / 2
	line := func(a, b float64) {
		if b > a {
			l.line(l.colors.axis, u, nil, xy(a, y), xy(b, y))
		}
	}
	if right <= left {
		return
	}
	for _, x := range []float64{left, right} {
		l.line(l.colors.axis, u, nil, xy(x, y-4*u), xy(x, y+4*u))
	}
	baseline := y + capHeight/2*sizeSmall*u
	switch {
	case wide+28*u <= right-left:
		line(left, middle-wide/2-6*u)
		line(middle+wide/2+6*u, right)
		l.put(words, place{middle, baseline, 0.5}, sizeSmall, false, l.colors.muted)
	case left-wide-8*u >= l.box.Left:
		line(left, right)
		l.put(words, place{left - 8*u, baseline, 1}, sizeSmall, false, l.colors.muted)
	default:
		line(left, right)
	}
}
