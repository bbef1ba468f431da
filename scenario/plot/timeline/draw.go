package timeline

import (
	"image/color"
	"math"
	"unicode/utf8"

	"headroom/scenario/plot/layout"
	"headroom/scenario/unit"
)

// A Span is a stretch of one row of the timeline of a deal.
type Span struct {
	Rect          layout.Rect
	Row           string     // what the row is about
	Words         string     // what is in force
	Brief         string     // the same in few words
	From, Through unit.Month // both included
}

// A drawing is a timeline on its page, with what of it has been drawn.
type drawing struct {
	*layout.Page
	spans []Span
}

// Draw draws the agreement over time on a page: a row for each term, a line for each
// turning point. It returns the stretches of all rows.
func (a Agreement) Draw(on *layout.Page) []Span {
	d := &drawing{Page: on}
	rows := a.Rows()
	f := &d.Frame
	f.Top = 1
	f.Plot = d.Outer()
	years := f.Plot.Top + layout.TextRise*d.TextSize()
	f.Plot.Top += (layout.TextRise+layout.TextFall)*d.TextSize() + 6*d.Unit
	names := d.names(rows)
	turns := d.turns(a)
	foot := f.Plot.Bottom
	f.Plot.Bottom -= d.footing(turns, a)
	if cramped := f.Plot.Width() < layout.LeastPlot || f.Plot.Height() < layout.LeastPlot; cramped {
		d.BackWords(layout.Progress{})
		f.Plot = d.Box
	} else {
		d.Calendar(years)
		d.drawTurns(turns)
		d.bracket(a, foot)
		d.writeNames(rows, names)
	}
	high := f.Plot.Height() / float64(len(rows))
	for i, row := range rows {
		d.row(row, f.Plot.Top+(float64(i)+0.5)*high, math.Min(0.6*high, 44*d.Unit))
	}
	return d.spans
}

// names gives the names of rows their room left of the plot, and returns which of
// them, the long or the short, fit.
func (d *drawing) names(rows []Row) int {
	widest := [2]float64{}
	for _, row := range rows {
		for i, words := range row.Names {
			widest[i] = math.Max(widest[i], d.Width(words, layout.SizeText, false))
		}
	}
	which := 0
	if widest[0] > 0.3*d.Frame.Plot.Width() {
		which = 1
	}
	d.Frame.Plot.Left = math.Round(d.Frame.Plot.Left + widest[which] + 12*d.Unit)
	return which
}

func (d *drawing) writeNames(rows []Row, which int) {
	plot := d.Frame.Plot
	high := plot.Height() / float64(len(rows))
	size := math.Min(layout.SizeText, layout.LineIn(high/d.Unit))
	if size < layout.LeastInRow {
		return
	}
	for i, row := range rows {
		y := plot.Top + (float64(i)+0.5)*high + layout.CapHeight/2*size*d.Unit
		d.Put(row.Names[which], layout.At(plot.Left-12*d.Unit, y, 1), size, false, d.Colors.Text)
	}
}

// brief returns the first of the words that are few, or else the fewest.
func (s Stretch) brief() string {
	for _, words := range s.Words {
		if utf8.RuneCountInString(words) <= fewLetters {
			return words
		}
	}
	return s.Words[len(s.Words)-1]
}

// fewLetters is how many letters a narrow tooltip has room for beside a name.
const fewLetters = 24

// RightsColor is that of terms which are no payments.
const RightsColor = 0x5A6878

// row draws one term: its stretches, what they provide, and what follows.
func (d *drawing) row(row Row, middle, high float64) {
	f, u := &d.Frame, d.Unit
	fill := layout.Readable(layout.RGB(RightsColor), d.Colors.Under)
	if row.Payment {
		fill = d.Colors.Line
	}
	right := f.Plot.Left
	for i, s := range row.Stretches {
		end := float64(s.Through + 1)
		if s.End > 0 {
			end = s.End
		}
		from := float64(s.From)
		if i > 0 && row.Stretches[i-1].End > 0 {
			from = row.Stretches[i-1].End
		}
		r := layout.NewRect(math.Max(f.Plot.Left, f.XAt(from)), middle-high/2, math.Min(f.Plot.Right, f.XAt(end)), middle+high/2)
		if r.Left >= r.Right {
			continue
		}
		right = r.Right
		if i > 0 {
			r.Left = math.Min(r.Right, r.Left+u)
		}
		ink := d.bar(r, fill, s.Pale)
		d.inside(s.Words, r, ink)
		d.spans = append(d.spans, Span{Rect: r, Row: row.Names[0], Words: s.Words[0], Brief: s.brief(), From: s.From, Through: s.Through})
	}
	if box, ok := d.inside(row.Notes, layout.NewRect(right, middle-high/2, f.Plot.Right, middle+high/2), d.Colors.Muted); ok {
		d.Fill(layout.WithAlpha(d.Colors.Under, layout.PlateAlpha), box.Grown(2*u))
	}
}

// bar fills a stretch, a pale one with a border, and returns the color of words
// on it.
func (d *drawing) bar(r layout.Rect, fill color.NRGBA, pale bool) color.NRGBA {
	if !pale {
		d.Fill(fill, r)
		return layout.InkOn(fill)
	}
	d.Bordered(r, layout.WithAlpha(fill, 2*layout.TintAlpha), fill)
	return d.Colors.Text
}

// inside writes the longest words that fit into r, at its left, and returns what they
// cover, if any do.
func (d *drawing) inside(bodies []string, r layout.Rect, color color.NRGBA) (box layout.Rect, fits bool) {
	size := math.Min(layout.SizeText, r.Height()/d.Unit/(layout.TextRise+layout.TextFall))
	for _, body := range bodies {
		if size < layout.LeastInBar || d.Width(body, size, false) > r.Width()-14*d.Unit {
			continue
		}
		return d.Put(body, layout.At(r.Left+8*d.Unit, (r.Top+r.Bottom)/2+layout.CapHeight/2*size*d.Unit, 0), size, false, color), true
	}
	return layout.Rect{}, false
}
