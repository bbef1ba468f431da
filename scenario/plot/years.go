package plot

import (
	"math"

	"headroom/scenario/unit"
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
	keyPaid  = "Paid"
	keySaved = "Saved by the cap"
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
		l.put(body, x+side+6*u, baseline, sizeText, false, l.colors.muted)
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
	for _, b := range l.bars {
		left, right := f.X(b.from, 0), f.X(b.through, 1)
		slot := right - left
		width := math.Min(0.64*slot, 88*l.unit)
		r := Rect{Left: (left + right - width) / 2, Right: (left + right + width) / 2}
		floor := f.Plot.Bottom
		mid := l.clampY(b.paid)
		roof := l.clampY(b.paid + b.saved)
		if b.paid > 0 && mid < floor {
			r.Top, r.Bottom = mid, floor
			l.segment(r, false)
		}
		if b.saved > 0 && roof < mid {
			r.Top, r.Bottom = roof, mid
			l.segment(r, true)
		}
		l.labelBar(b, r, slot)
	}
	l.baseline()
}

func (l *layout) clampY(v float64) float64 {
	return math.Max(l.frame.Plot.Top, l.frame.Y(unit.Amount(v)))
}

// labelBar writes the amounts of a bar into its parts where they fit, otherwise
// that of the upper part above it.
func (l *layout) labelBar(b bar, r Rect, slot float64) {
	floor, mid, roof := l.frame.Plot.Bottom, l.clampY(b.paid), l.clampY(b.paid+b.saved)
	center := (r.Left + r.Right) / 2
	within := func(value, top, bottom float64, saved bool) bool {
		body := unit.Amount(value).Headline()
		high := l.textSize()*(textRise+textFall) + 4*l.unit
		w := l.width(body, sizeText, true)
		if value <= 0 || bottom-top < high || w > r.Width()-4*l.unit {
			return false
		}
		color := inkOn(l.colors.line)
		if saved {
			color = l.colors.text
		}
		l.put(body, center-w/2, top+4*l.unit+textRise*l.textSize(), sizeText, true, color)
		return true
	}
	paidIn := within(b.paid, mid, floor, false)
	savedIn := within(b.saved, roof, mid, true)
	above := 0.0
	switch {
	case b.saved > 0 && !savedIn:
		above = b.saved
	case b.saved <= 0 && b.paid > 0 && !paidIn:
		above = b.paid
	}
	if above == 0 {
		return
	}
	body := unit.Amount(above).Headline()
	if l.width(body, sizeText, true) > slot-4*l.unit {
		return
	}
	l.settle(label{
		bodies: []string{body}, size: sizeText, bold: true, color: l.colors.text,
		places: []place{{center, roof - 5*l.unit, 0.5}},
	})
}
