package plot

import (
	"image/color"
	"math"
	"unicode/utf8"

	"headroom/scenario/plot/paint"
	"headroom/scenario/unit"
)

// A Span is a stretch of one row of the timeline of a deal.
type Span struct {
	Rect          Rect
	Row           string     // what the row is about
	Words         string     // what is in force
	Brief         string     // the same in few words
	From, Through unit.Month // both included
}

// Kind returns KindDeal.
func (Deal) Kind() Kind { return KindDeal }

// Shown returns the scenario under the amended terms.
func (d Deal) Shown() []Subject { return []Subject{d.Subject} }

func (Deal) check() error { return nil }

// span returns the first and last month of the timeline.
func (d Deal) span() (from, through unit.Month) {
	a := newAgreement(d)
	return a.first, a.last
}

// draw draws the agreement over time: a row for each term, a line for each
// turning point.
func (d Deal) draw(l *layout, _ []palette) {
	a := newAgreement(d)
	rows := a.terms()
	f := &l.frame
	*f = Frame{From: l.opts.From, Through: l.opts.Through, Top: 1}
	f.Plot = l.outer()
	years := f.Plot.Top + textRise*l.textSize()
	f.Plot.Top += (textRise+textFall)*l.textSize() + 6*l.unit
	names := l.names(rows)
	turns := l.turns(a)
	foot := f.Plot.Bottom
	f.Plot.Bottom -= l.footing(turns, a)
	if cramped := f.Plot.Width() < leastPlot || f.Plot.Height() < leastPlot; cramped {
		l.texts, f.Plot = l.texts[:0], l.box
	} else {
		l.calendar(years)
		l.drawTurns(turns)
		l.bracket(a, foot)
		l.writeNames(rows, names)
	}
	high := f.Plot.Height() / float64(len(rows))
	for i, row := range rows {
		l.row(row, f.Plot.Top+(float64(i)+0.5)*high, math.Min(0.6*high, 44*l.unit))
	}
	l.frames.Panels = []Panel{{Frame: *f, Box: l.box}}
}

// names gives the names of rows their room left of the plot, and returns which of
// them, the long or the short, fit.
func (l *layout) names(rows []term) int {
	widest := [2]float64{}
	for _, row := range rows {
		for i, words := range row.names {
			widest[i] = math.Max(widest[i], l.width(words, sizeText, false))
		}
	}
	which := 0
	if widest[0] > 0.3*l.frame.Plot.Width() {
		which = 1
	}
	l.frame.Plot.Left = math.Round(l.frame.Plot.Left + widest[which] + 12*l.unit)
	return which
}

func (l *layout) writeNames(rows []term, which int) {
	plot := l.frame.Plot
	high := plot.Height() / float64(len(rows))
	size := math.Min(sizeText, lineIn(high/l.unit))
	if size < leastRowText {
		return
	}
	for i, row := range rows {
		y := plot.Top + (float64(i)+0.5)*high + capHeight/2*size*l.unit
		l.put(row.names[which], place{plot.Left - 12*l.unit, y, 1}, size, false, l.colors.text)
	}
}

// calendar writes the years above the rows and draws the lines between them.
func (l *layout) calendar(baseline float64) {
	f := &l.frame
	month := f.Plot.Width() / f.months()
	l.spans = spansOf(l.spans[:0], f.From, f.Through, month, func(label string) float64 {
		return l.width(label, sizeText, false) + 10*l.unit
	})
	line := func(t float64) {
		x := f.x(t)
		l.grid = append(l.grid, paint.Shape{Spots: []paint.Spot{xy(x, f.Plot.Top-3*l.unit), xy(x, f.Plot.Bottom)}, Stroke: l.colors.grid, Width: l.unit})
	}
	for _, s := range l.spans {
		line(s.from)
		if s.label != "" {
			l.put(s.label, place{f.x((s.from + s.through) / 2), baseline, 0.5}, sizeText, false, l.colors.muted)
		}
	}
	line(float64(f.Through + 1))
}

// brief returns the first of the words that are few, or else the fewest.
func (s stretch) brief() string {
	for _, words := range s.words {
		if utf8.RuneCountInString(words) <= fewLetters {
			return words
		}
	}
	return s.words[len(s.words)-1]
}

// fewLetters is how many letters a narrow tooltip has room for beside a name.
const fewLetters = 24

// rightsColor is that of terms which are no payments.
const rightsColor = 0x5A6878

// row draws one term: its stretches, what they provide, and what follows.
func (l *layout) row(row term, middle, high float64) {
	f, u := &l.frame, l.unit
	fill := readable(rgb(rightsColor), l.colors.under)
	if row.payment {
		fill = l.colors.line
	}
	right := f.Plot.Left
	for i, s := range row.stretches {
		end := float64(s.through + 1)
		if s.end > 0 {
			end = s.end
		}
		from := float64(s.from)
		if i > 0 && row.stretches[i-1].end > 0 {
			from = row.stretches[i-1].end
		}
		r := Rect{math.Max(f.Plot.Left, f.x(from)), middle - high/2, math.Min(f.Plot.Right, f.x(end)), middle + high/2}
		if r.Left >= r.Right {
			continue
		}
		right = r.Right
		if i > 0 {
			r.Left = math.Min(r.Right, r.Left+u)
		}
		ink := l.bar(r, fill, s.pale)
		l.inside(s.words, r, ink)
		l.frames.Spans = append(l.frames.Spans, Span{Rect: r, Row: row.names[0], Words: s.words[0], Brief: s.brief(), From: s.from, Through: s.through})
	}
	if n := len(l.texts); l.inside(row.notes, Rect{right, middle - high/2, f.Plot.Right, middle + high/2}, l.colors.muted) {
		l.rect(withAlpha(l.colors.under, plateAlpha), l.texts[n].box.grown(2*u))
	}
}

// bar fills a stretch, a pale one with a border, and returns the color of words
// on it.
func (l *layout) bar(r Rect, fill color.NRGBA, pale bool) color.NRGBA {
	if !pale {
		l.rect(fill, r)
		return inkOn(fill)
	}
	own := l.colors
	l.colors.line, l.colors.tint = fill, withAlpha(fill, 2*tintAlpha)
	l.segment(r, true)
	l.colors = own
	return l.colors.text
}

// inside writes the longest words that fit into r, at its left, and reports
// whether any do.
func (l *layout) inside(bodies []string, r Rect, color color.NRGBA) bool {
	size := math.Min(sizeText, r.Height()/l.unit/(textRise+textFall))
	for _, body := range bodies {
		if size < leastBarText || l.width(body, size, false) > r.Width()-14*l.unit {
			continue
		}
		l.put(body, place{r.Left + 8*l.unit, (r.Top+r.Bottom)/2 + capHeight/2*size*l.unit, 0}, size, false, color)
		return true
	}
	return false
}
