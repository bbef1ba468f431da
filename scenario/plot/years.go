package plot

import (
	"math"

	"github.com/wcharczuk/go-chart/v2/drawing"

	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// A bar is one year's payments, in dollars. Where the horizon or the months
// shown cut a year, it is that part of it.
type bar struct {
	from, through unit.Month
	paid, saved   float64
}

// barsOf appends the years of a checked subject that are shown to out.
func barsOf(out []bar, s Subject, o Options) []bar {
	for _, row := range s.Projection.Months {
		if row.From < o.From || row.From > o.Through {
			continue
		}
		if n := len(out); n == 0 || out[n-1].from.Year() != row.From.Year() {
			out = append(out, bar{from: row.From})
		}
		b := &out[len(out)-1]
		b.through = row.From
		b.paid += float64(row.Paid)
		b.saved += float64(row.Forgone)
	}
	return out
}

func topOfYears(bars []bar) float64 {
	most := 0.0
	for _, b := range bars {
		most = math.Max(most, b.paid+b.saved)
	}
	return roomAbove(most)
}

const (
	keyPaid  = words.Paid
	keySaved = words.Forgone
)

// key says which part of a bar is which, above the plot, and returns where the
// room below it begins.
func (l *layout) key(room Rect, top float64) float64 {
	saved := 0.0
	for _, b := range l.bars {
		saved += b.saved
	}
	u := l.unit
	side := 10 * u
	baseline := top + textRise*l.textSize()
	x := room.Left
	for _, body := range []string{keyPaid, keySaved} {
		w := l.width(body, sizeText, false)
		if body == keySaved && saved == 0 || x+side+6*u+w > room.Right {
			break
		}
		swatch := Rect{x, baseline - side, x + side, baseline}
		l.segment(swatch, body == keySaved)
		l.put(body, place{x + side + 6*u, baseline, 0}, sizeText, false, l.colors.muted)
		x += side + 6*u + w + 18*u
	}
	return top + l.textSize()*(textRise+textFall) + 6*u
}

// segment draws what is paid as a full area, what is saved as a pale one with a
// border.
func (l *layout) segment(r Rect, saved bool) {
	if !saved {
		l.rect(l.colors.line, r)
		return
	}
	width := math.Min(1.2*l.unit, math.Min(r.Width(), r.Height())/2)
	l.rect(l.colors.tint, r)
	in := r.grown(-width / 2)
	l.shapes = append(l.shapes, shape{
		spots:  []spot{{in.Left, in.Top}, {in.Right, in.Top}, {in.Right, in.Bottom}, {in.Left, in.Bottom}},
		closed: true, stroke: l.colors.line, width: width,
	})
}

// years draws payments by year.
func (l *layout) years() {
	f := &l.frame
	year := 12 / f.months() * f.Plot.Width()
	size := l.sizeOfBars(l.barWidth(year))
	for _, b := range l.bars {
		left, right := f.X(b.from, 0), f.X(b.through, 1)
		width := l.barWidth(right - left)
		r := Rect{Left: (left + right - width) / 2, Right: (left + right + width) / 2}
		l.stack(b, r)
		l.labelBar(b, r, right-left, size)
	}
	l.baseline()
}

// stack draws the parts of a bar, one upon the other, between the sides of r.
func (l *layout) stack(b bar, r Rect) {
	floor, mid, roof := l.frame.Plot.Bottom, l.clampY(b.paid), l.clampY(b.paid+b.saved)
	if b.paid > 0 && mid < floor {
		r.Top, r.Bottom = mid, floor
		l.segment(r, false)
	}
	if b.saved > 0 && roof < mid {
		r.Top, r.Bottom = roof, mid
		l.segment(r, true)
	}
}

func (l *layout) barWidth(slot float64) float64 { return math.Min(0.72*slot, 88*l.unit) }

func (l *layout) clampY(v float64) float64 {
	return math.Max(l.frame.Plot.Top, l.frame.Y(unit.Amount(v)))
}

// labelBar writes the amounts of a bar into its parts where they fit, otherwise
// that of the upper part above it, where that has room in the slot of its year.
func (l *layout) labelBar(b bar, r Rect, slot, size float64) {
	floor, mid, roof := l.frame.Plot.Bottom, l.clampY(b.paid), l.clampY(b.paid+b.saved)
	paidIn := l.labelPart(b.paid, Rect{r.Left, mid, r.Right, floor}, size, inkOn(l.colors.line))
	savedIn := l.labelPart(b.saved, Rect{r.Left, roof, r.Right, mid}, size, l.colors.text)
	above := 0.0
	switch {
	case b.saved > 0 && !savedIn:
		above = b.saved
	case b.saved <= 0 && b.paid > 0 && !paidIn:
		above = b.paid
	}
	body := unit.Amount(above).Headline()
	if above > 0 && l.width(body, size, true) <= slot-2*l.unit {
		l.settle(label{
			bodies: []string{body}, size: size, bold: true, color: l.colors.text,
			places: []place{{(r.Left + r.Right) / 2, roof - 5*l.unit, 0.5}},
		})
	}
}

// labelPart writes an amount into its part of a bar, and reports whether it fits.
func (l *layout) labelPart(value float64, part Rect, size float64, color drawing.Color) bool {
	body := unit.Amount(value).Headline()
	u := l.unit
	high := size*u*(textRise+textFall) + 3*u
	if value <= 0 || part.Height() < high || l.width(body, size, true) > part.Width()-4*u {
		return false
	}
	baseline := part.Top + math.Min(4*u, (part.Height()-high)/2+2*u) + textRise*size*u
	l.put(body, place{(part.Left + part.Right) / 2, baseline, 0.5}, size, true, color)
	return true
}

// sizeOfBars returns the size of text, before layout.unit, at which all amounts
// fit into bars of the given width; the least one where none does.
func (l *layout) sizeOfBars(width float64) float64 {
	size := sizeText
	for _, b := range l.bars {
		for _, v := range [...]float64{b.paid, b.saved} {
			body := unit.Amount(v).Headline()
			for v > 0 && size > leastBarText && l.width(body, size, true) > width-6*l.unit {
				size--
			}
		}
	}
	return size
}

const leastBarText = 10.0
